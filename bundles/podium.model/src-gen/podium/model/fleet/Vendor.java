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
	MOORE_THREADS(8, "MOORE_THREADS", "MOORE_THREADS"),

	/**
	 * The '<em><b>CAMBRICON</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #CAMBRICON_VALUE
	 * @generated
	 * @ordered
	 */
	CAMBRICON(9, "CAMBRICON", "CAMBRICON"),

	/**
	 * The '<em><b>HYGON</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #HYGON_VALUE
	 * @generated
	 * @ordered
	 */
	HYGON(10, "HYGON", "HYGON"),

	/**
	 * The '<em><b>METAX</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #METAX_VALUE
	 * @generated
	 * @ordered
	 */
	METAX(11, "METAX", "METAX"),

	/**
	 * The '<em><b>ILUVATAR</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #ILUVATAR_VALUE
	 * @generated
	 * @ordered
	 */
	ILUVATAR(12, "ILUVATAR", "ILUVATAR"),

	/**
	 * The '<em><b>ENFLAME</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #ENFLAME_VALUE
	 * @generated
	 * @ordered
	 */
	ENFLAME(13, "ENFLAME", "ENFLAME"),

	/**
	 * The '<em><b>KUNLUNXIN</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #KUNLUNXIN_VALUE
	 * @generated
	 * @ordered
	 */
	KUNLUNXIN(14, "KUNLUNXIN", "KUNLUNXIN"),

	/**
	 * The '<em><b>BIREN</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #BIREN_VALUE
	 * @generated
	 * @ordered
	 */
	BIREN(15, "BIREN", "BIREN"),

	/**
	 * The '<em><b>VASTAI</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #VASTAI_VALUE
	 * @generated
	 * @ordered
	 */
	VASTAI(16, "VASTAI", "VASTAI"),

	/**
	 * The '<em><b>QUALCOMM</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #QUALCOMM_VALUE
	 * @generated
	 * @ordered
	 */
	QUALCOMM(17, "QUALCOMM", "QUALCOMM"),

	/**
	 * The '<em><b>FURIOSA</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #FURIOSA_VALUE
	 * @generated
	 * @ordered
	 */
	FURIOSA(18, "FURIOSA", "FURIOSA"),

	/**
	 * The '<em><b>REBELLIONS</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #REBELLIONS_VALUE
	 * @generated
	 * @ordered
	 */
	REBELLIONS(19, "REBELLIONS", "REBELLIONS"),

	/**
	 * The '<em><b>TENSTORRENT</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #TENSTORRENT_VALUE
	 * @generated
	 * @ordered
	 */
	TENSTORRENT(20, "TENSTORRENT", "TENSTORRENT"),

	/**
	 * The '<em><b>ALIBABA</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #ALIBABA_VALUE
	 * @generated
	 * @ordered
	 */
	ALIBABA(21, "ALIBABA", "ALIBABA"),

	/**
	 * The '<em><b>GRAPHCORE</b></em>' literal object.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #GRAPHCORE_VALUE
	 * @generated
	 * @ordered
	 */
	GRAPHCORE(22, "GRAPHCORE", "GRAPHCORE");

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
	 * The '<em><b>CAMBRICON</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #CAMBRICON
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int CAMBRICON_VALUE = 9;

	/**
	 * The '<em><b>HYGON</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #HYGON
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int HYGON_VALUE = 10;

	/**
	 * The '<em><b>METAX</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #METAX
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int METAX_VALUE = 11;

	/**
	 * The '<em><b>ILUVATAR</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #ILUVATAR
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int ILUVATAR_VALUE = 12;

	/**
	 * The '<em><b>ENFLAME</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #ENFLAME
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int ENFLAME_VALUE = 13;

	/**
	 * The '<em><b>KUNLUNXIN</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #KUNLUNXIN
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int KUNLUNXIN_VALUE = 14;

	/**
	 * The '<em><b>BIREN</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #BIREN
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int BIREN_VALUE = 15;

	/**
	 * The '<em><b>VASTAI</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #VASTAI
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int VASTAI_VALUE = 16;

	/**
	 * The '<em><b>QUALCOMM</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #QUALCOMM
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int QUALCOMM_VALUE = 17;

	/**
	 * The '<em><b>FURIOSA</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #FURIOSA
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int FURIOSA_VALUE = 18;

	/**
	 * The '<em><b>REBELLIONS</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #REBELLIONS
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int REBELLIONS_VALUE = 19;

	/**
	 * The '<em><b>TENSTORRENT</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #TENSTORRENT
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int TENSTORRENT_VALUE = 20;

	/**
	 * The '<em><b>ALIBABA</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #ALIBABA
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int ALIBABA_VALUE = 21;

	/**
	 * The '<em><b>GRAPHCORE</b></em>' literal value.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #GRAPHCORE
	 * @model
	 * @generated
	 * @ordered
	 */
	public static final int GRAPHCORE_VALUE = 22;

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
			CAMBRICON,
			HYGON,
			METAX,
			ILUVATAR,
			ENFLAME,
			KUNLUNXIN,
			BIREN,
			VASTAI,
			QUALCOMM,
			FURIOSA,
			REBELLIONS,
			TENSTORRENT,
			ALIBABA,
			GRAPHCORE,
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
			case CAMBRICON_VALUE: return CAMBRICON;
			case HYGON_VALUE: return HYGON;
			case METAX_VALUE: return METAX;
			case ILUVATAR_VALUE: return ILUVATAR;
			case ENFLAME_VALUE: return ENFLAME;
			case KUNLUNXIN_VALUE: return KUNLUNXIN;
			case BIREN_VALUE: return BIREN;
			case VASTAI_VALUE: return VASTAI;
			case QUALCOMM_VALUE: return QUALCOMM;
			case FURIOSA_VALUE: return FURIOSA;
			case REBELLIONS_VALUE: return REBELLIONS;
			case TENSTORRENT_VALUE: return TENSTORRENT;
			case ALIBABA_VALUE: return ALIBABA;
			case GRAPHCORE_VALUE: return GRAPHCORE;
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
