/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;

import org.eclipse.emf.common.util.EList;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Fleet</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * All clusters one operator has open.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.Fleet#getClusters <em>Clusters</em>}</li>
 * </ul>
 *
 * @model
 * @generated
 */
public interface Fleet extends Named {
	/**
	 * Returns the value of the '<em><b>Clusters</b></em>' containment reference list.
	 * The list contents are of type {@link podium.model.fleet.Cluster}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Cluster#getFleet <em>Fleet</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Clusters</em>' containment reference list.
	 * @see podium.model.fleet.Cluster#getFleet
	 * @model opposite="fleet" containment="true"
	 * @generated
	 */
	EList<Cluster> getClusters();

} // Fleet
