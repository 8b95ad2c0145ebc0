/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;


/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Nic</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A network interface of a node.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.Nic#getModel <em>Model</em>}</li>
 *   <li>{@link podium.model.fleet.Nic#getPciBusId <em>Pci Bus Id</em>}</li>
 *   <li>{@link podium.model.fleet.Nic#getNumaNode <em>Numa Node</em>}</li>
 *   <li>{@link podium.model.fleet.Nic#getHealth <em>Health</em>}</li>
 * </ul>
 *
 * @model
 * @generated
 */
public interface Nic extends Named {
	/**
	 * Returns the value of the '<em><b>Model</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Model</em>' attribute.
	 * @see #setModel(String)
	 * @model
	 * @generated
	 */
	String getModel();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Nic#getModel <em>Model</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Model</em>' attribute.
	 * @see #getModel()
	 * @generated
	 */
	void setModel(String value);

	/**
	 * Returns the value of the '<em><b>Pci Bus Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Pci Bus Id</em>' attribute.
	 * @see #setPciBusId(String)
	 * @model
	 * @generated
	 */
	String getPciBusId();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Nic#getPciBusId <em>Pci Bus Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Pci Bus Id</em>' attribute.
	 * @see #getPciBusId()
	 * @generated
	 */
	void setPciBusId(String value);

	/**
	 * Returns the value of the '<em><b>Numa Node</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Numa Node</em>' attribute.
	 * @see #setNumaNode(Integer)
	 * @model
	 * @generated
	 */
	Integer getNumaNode();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Nic#getNumaNode <em>Numa Node</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Numa Node</em>' attribute.
	 * @see #getNumaNode()
	 * @generated
	 */
	void setNumaNode(Integer value);

	/**
	 * Returns the value of the '<em><b>Health</b></em>' attribute.
	 * The literals are from the enumeration {@link podium.model.fleet.Health}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Health</em>' attribute.
	 * @see podium.model.fleet.Health
	 * @see #setHealth(Health)
	 * @model
	 * @generated
	 */
	Health getHealth();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Nic#getHealth <em>Health</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Health</em>' attribute.
	 * @see podium.model.fleet.Health
	 * @see #getHealth()
	 * @generated
	 */
	void setHealth(Health value);

} // Nic
