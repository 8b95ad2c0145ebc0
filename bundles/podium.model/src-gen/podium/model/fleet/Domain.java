/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;

import org.eclipse.emf.common.util.EList;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Domain</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A level of the network between cluster and node: zone, block, rack, NVLink domain.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.Domain#getLevel <em>Level</em>}</li>
 *   <li>{@link podium.model.fleet.Domain#getLabelKey <em>Label Key</em>}</li>
 *   <li>{@link podium.model.fleet.Domain#getCluster <em>Cluster</em>}</li>
 *   <li>{@link podium.model.fleet.Domain#getParent <em>Parent</em>}</li>
 *   <li>{@link podium.model.fleet.Domain#getDomains <em>Domains</em>}</li>
 *   <li>{@link podium.model.fleet.Domain#getNodes <em>Nodes</em>}</li>
 * </ul>
 *
 * @model
 * @generated
 */
public interface Domain extends Named {
	/**
	 * Returns the value of the '<em><b>Level</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Word for the level: zone, block, rack, nvlink ...
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Level</em>' attribute.
	 * @see #setLevel(String)
	 * @model
	 * @generated
	 */
	String getLevel();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Domain#getLevel <em>Level</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Level</em>' attribute.
	 * @see #getLevel()
	 * @generated
	 */
	void setLevel(String value);

	/**
	 * Returns the value of the '<em><b>Label Key</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Node label the level is read from.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Label Key</em>' attribute.
	 * @see #setLabelKey(String)
	 * @model
	 * @generated
	 */
	String getLabelKey();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Domain#getLabelKey <em>Label Key</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Label Key</em>' attribute.
	 * @see #getLabelKey()
	 * @generated
	 */
	void setLabelKey(String value);

	/**
	 * Returns the value of the '<em><b>Cluster</b></em>' container reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Cluster#getDomains <em>Domains</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Cluster</em>' container reference.
	 * @see #setCluster(Cluster)
	 * @see podium.model.fleet.Cluster#getDomains
	 * @model opposite="domains" resolveProxies="false"
	 * @generated
	 */
	Cluster getCluster();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Domain#getCluster <em>Cluster</em>}' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Cluster</em>' container reference.
	 * @see #getCluster()
	 * @generated
	 */
	void setCluster(Cluster value);

	/**
	 * Returns the value of the '<em><b>Parent</b></em>' container reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Domain#getDomains <em>Domains</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Parent</em>' container reference.
	 * @see #setParent(Domain)
	 * @see podium.model.fleet.Domain#getDomains
	 * @model opposite="domains" resolveProxies="false"
	 * @generated
	 */
	Domain getParent();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Domain#getParent <em>Parent</em>}' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Parent</em>' container reference.
	 * @see #getParent()
	 * @generated
	 */
	void setParent(Domain value);

	/**
	 * Returns the value of the '<em><b>Domains</b></em>' containment reference list.
	 * The list contents are of type {@link podium.model.fleet.Domain}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Domain#getParent <em>Parent</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Domains</em>' containment reference list.
	 * @see podium.model.fleet.Domain#getParent
	 * @model opposite="parent" containment="true"
	 * @generated
	 */
	EList<Domain> getDomains();

	/**
	 * Returns the value of the '<em><b>Nodes</b></em>' reference list.
	 * The list contents are of type {@link podium.model.fleet.Node}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Node#getDomain <em>Domain</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Nodes</em>' reference list.
	 * @see podium.model.fleet.Node#getDomain
	 * @model opposite="domain" resolveProxies="false"
	 * @generated
	 */
	EList<Node> getNodes();

} // Domain
