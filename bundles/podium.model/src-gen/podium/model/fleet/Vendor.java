/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * <!-- begin-user-doc -->
 * A representation of the literals of the enumeration '<em><b>Vendor</b></em>',
 * and utility methods for working with them.
 * <!-- end-user-doc -->
 * <!-- begin-model-doc -->
 * Maker of an accelerator.
 * <!-- end-model-doc -->
 * @see podium.model.fleet.impl.FleetPackageImpl#getVendor()
 * @model
 * @generated
 */
public enum Vendor implements InternalVendor {
	/**
	 * The '<em><b>UNKNOWN</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #UNKNOWN_VALUE
	 * @generated
	 * @ordered
	 */
	UNKNOWN(0, "UNKNOWN", "UNKNOWN"),

	/**
	 * The '<em><b>NVIDIA</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #NVIDIA_VALUE
	 * @generated
	 * @ordered
	 */
	NVIDIA(1, "NVIDIA", "NVIDIA"),

	/**
	 * The '<em><b>AMD</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #AMD_VALUE
	 * @generated
	 * @ordered
	 */
	AMD(2, "AMD", "AMD"),

	/**
	 * The '<em><b>INTEL</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #INTEL_VALUE
	 * @generated
	 * @ordered
	 */
	INTEL(3, "INTEL", "INTEL"),

	/**
	 * The '<em><b>HABANA</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #HABANA_VALUE
	 * @generated
	 * @ordered
	 */
	HABANA(4, "HABANA", "HABANA"),

	/**
	 * The '<em><b>GOOGLE</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #GOOGLE_VALUE
	 * @generated
	 * @ordered
	 */
	GOOGLE(5, "GOOGLE", "GOOGLE"),

	/**
	 * The '<em><b>AWS</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #AWS_VALUE
	 * @generated
	 * @ordered
	 */
	AWS(6, "AWS", "AWS"),

	/**
	 * The '<em><b>ASCEND</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #ASCEND_VALUE
	 * @generated
	 * @ordered
	 */
	ASCEND(7, "ASCEND", "ASCEND"),

	/**
	 * The '<em><b>MOORE THREADS</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #MOORE_THREADS_VALUE
	 * @generated
	 * @ordered
	 */
	MOORE_THREADS(8, "MOORE_THREADS", "MOORE_THREADS");

	/**
	 * The '<em><b>UNKNOWN</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #UNKNOWN
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int UNKNOWN_VALUE = 0;

	/**
	 * The '<em><b>NVIDIA</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #NVIDIA
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int NVIDIA_VALUE = 1;

	/**
	 * The '<em><b>AMD</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #AMD
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int AMD_VALUE = 2;

	/**
	 * The '<em><b>INTEL</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #INTEL
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int INTEL_VALUE = 3;

	/**
	 * The '<em><b>HABANA</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #HABANA
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int HABANA_VALUE = 4;

	/**
	 * The '<em><b>GOOGLE</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #GOOGLE
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int GOOGLE_VALUE = 5;

	/**
	 * The '<em><b>AWS</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #AWS
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int AWS_VALUE = 6;

	/**
	 * The '<em><b>ASCEND</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #ASCEND
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int ASCEND_VALUE = 7;

	/**
	 * The '<em><b>MOORE THREADS</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #MOORE_THREADS
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int MOORE_THREADS_VALUE = 8;

	/**
	 * An array of all the '<em><b>Vendor</b></em>' enumerators.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private static final Vendor[] VALUES_ARRAY =
		new Vendor[] {
			UNKNOWN,
			NVIDIA,
			AMD,
			INTEL,
			HABANA,
			GOOGLE,
			AWS,
			ASCEND,
			MOORE_THREADS,
		};

	/**
	 * A public read-only list of all the '<em><b>Vendor</b></em>' enumerators.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public static final List<Vendor> VALUES = Collections.unmodifiableList(Arrays.asList(VALUES_ARRAY));

	/**
	 * Returns the '<em><b>Vendor</b></em>' literal with the specified literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param literal the literal.
	 * @return the matching enumerator or <code>null</code>.
	 * @generated
	 */
	public static Vendor get(String literal) {
		for (int i = 0; i < VALUES_ARRAY.length; ++i) {
			Vendor result = VALUES_ARRAY[i];
			if (result.toString().equals(literal)) {
				return result;
			}
		}
		return null;
	}

	/**
	 * Returns the '<em><b>Vendor</b></em>' literal with the specified name.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param name the name.
	 * @return the matching enumerator or <code>null</code>.
	 * @generated
	 */
	public static Vendor getByName(String name) {
		for (int i = 0; i < VALUES_ARRAY.length; ++i) {
			Vendor result = VALUES_ARRAY[i];
			if (result.getName().equals(name)) {
				return result;
			}
		}
		return null;
	}

	/**
	 * Returns the '<em><b>Vendor</b></em>' literal with the specified integer value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the integer value.
	 * @return the matching enumerator or <code>null</code>.
	 * @generated
	 */
	public static Vendor get(int value) {
		switch (value) {
			case UNKNOWN_VALUE: return UNKNOWN;
			case NVIDIA_VALUE: return NVIDIA;
			case AMD_VALUE: return AMD;
			case INTEL_VALUE: return INTEL;
			case HABANA_VALUE: return HABANA;
			case GOOGLE_VALUE: return GOOGLE;
			case AWS_VALUE: return AWS;
			case ASCEND_VALUE: return ASCEND;
			case MOORE_THREADS_VALUE: return MOORE_THREADS;
		}
		return null;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private final int value;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private final String name;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private final String literal;

	/**
	 * Only this class can construct instances.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private Vendor(int value, String name, String literal) {
		this.value = value;
		this.name = name;
		this.literal = literal;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getValue() {
	  return value;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getName() {
	  return name;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getLiteral() {
	  return literal;
	}

	/**
	 * Returns the literal value of the enumerator, which is its string representation.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String toString() {
		return literal;
	}
	
} //Vendor

/**
 * A private implementation interface used to hide the inheritance from Enumerator.
 * <!-- begin-user-doc -->
 * <!-- end-user-doc -->
 * @generated
 */
interface InternalVendor extends org.eclipse.emf.common.util.Enumerator {
	// Empty 
}
