/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;

import org.eclipse.emf.common.util.EList;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Slice</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A part of an accelerator: a MIG instance, a time-sliced or MPS replica, a vGPU.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.Slice#getIndex <em>Index</em>}</li>
 *   <li>{@link podium.model.fleet.Slice#getProfile <em>Profile</em>}</li>
 *   <li>{@link podium.model.fleet.Slice#getUuid <em>Uuid</em>}</li>
 *   <li>{@link podium.model.fleet.Slice#getAccelerator <em>Accelerator</em>}</li>
 *   <li>{@link podium.model.fleet.Slice#getTasks <em>Tasks</em>}</li>
 * </ul>
 *
 * @model
 * @generated
 */
public interface Slice extends Named {
	/**
	 * Returns the value of the '<em><b>Index</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Index</em>' attribute.
	 * @see #setIndex(int)
	 * @model
	 * @generated
	 */
	int getIndex();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Slice#getIndex <em>Index</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Index</em>' attribute.
	 * @see #getIndex()
	 * @generated
	 */
	void setIndex(int value);

	/**
	 * Returns the value of the '<em><b>Profile</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * e.g. 1g.10gb.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Profile</em>' attribute.
	 * @see #setProfile(String)
	 * @model
	 * @generated
	 */
	String getProfile();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Slice#getProfile <em>Profile</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Profile</em>' attribute.
	 * @see #getProfile()
	 * @generated
	 */
	void setProfile(String value);

	/**
	 * Returns the value of the '<em><b>Uuid</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * MIG-...; null when unknown.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Uuid</em>' attribute.
	 * @see #setUuid(String)
	 * @model
	 * @generated
	 */
	String getUuid();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Slice#getUuid <em>Uuid</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Uuid</em>' attribute.
	 * @see #getUuid()
	 * @generated
	 */
	void setUuid(String value);

	/**
	 * Returns the value of the '<em><b>Accelerator</b></em>' container reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Accelerator#getSlices <em>Slices</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Accelerator</em>' container reference.
	 * @see #setAccelerator(Accelerator)
	 * @see podium.model.fleet.Accelerator#getSlices
	 * @model opposite="slices" resolveProxies="false"
	 * @generated
	 */
	Accelerator getAccelerator();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Slice#getAccelerator <em>Accelerator</em>}' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Accelerator</em>' container reference.
	 * @see #getAccelerator()
	 * @generated
	 */
	void setAccelerator(Accelerator value);

	/**
	 * Returns the value of the '<em><b>Tasks</b></em>' reference list.
	 * The list contents are of type {@link podium.model.fleet.Task}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Task#getSlices <em>Slices</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Tasks</em>' reference list.
	 * @see podium.model.fleet.Task#getSlices
	 * @model opposite="slices" resolveProxies="false"
	 * @generated
	 */
	EList<Task> getTasks();

} // Slice
