/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;

import org.eclipse.emf.ecore.EObject;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Link</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A connection between two endpoints: accelerators, switches, NICs, domains.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.Link#getKind <em>Kind</em>}</li>
 *   <li>{@link podium.model.fleet.Link#getBytesPerSecond <em>Bytes Per Second</em>}</li>
 *   <li>{@link podium.model.fleet.Link#getHealth <em>Health</em>}</li>
 *   <li>{@link podium.model.fleet.Link#getFrom <em>From</em>}</li>
 *   <li>{@link podium.model.fleet.Link#getTo <em>To</em>}</li>
 * </ul>
 *
 * @model
 * @generated
 */
public interface Link extends EObject {
	/**
	 * Returns the value of the '<em><b>Kind</b></em>' attribute.
	 * The literals are from the enumeration {@link podium.model.fleet.LinkKind}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Kind</em>' attribute.
	 * @see podium.model.fleet.LinkKind
	 * @see #setKind(LinkKind)
	 * @model
	 * @generated
	 */
	LinkKind getKind();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Link#getKind <em>Kind</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Kind</em>' attribute.
	 * @see podium.model.fleet.LinkKind
	 * @see #getKind()
	 * @generated
	 */
	void setKind(LinkKind value);

	/**
	 * Returns the value of the '<em><b>Bytes Per Second</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Nominal, one direction; null when unknown.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Bytes Per Second</em>' attribute.
	 * @see #setBytesPerSecond(Double)
	 * @model
	 * @generated
	 */
	Double getBytesPerSecond();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Link#getBytesPerSecond <em>Bytes Per Second</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Bytes Per Second</em>' attribute.
	 * @see #getBytesPerSecond()
	 * @generated
	 */
	void setBytesPerSecond(Double value);

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
	 * Sets the value of the '{@link podium.model.fleet.Link#getHealth <em>Health</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Health</em>' attribute.
	 * @see podium.model.fleet.Health
	 * @see #getHealth()
	 * @generated
	 */
	void setHealth(Health value);

	/**
	 * Returns the value of the '<em><b>From</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>From</em>' reference.
	 * @see #setFrom(EObject)
	 * @model resolveProxies="false"
	 * @generated
	 */
	EObject getFrom();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Link#getFrom <em>From</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>From</em>' reference.
	 * @see #getFrom()
	 * @generated
	 */
	void setFrom(EObject value);

	/**
	 * Returns the value of the '<em><b>To</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>To</em>' reference.
	 * @see #setTo(EObject)
	 * @model resolveProxies="false"
	 * @generated
	 */
	EObject getTo();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Link#getTo <em>To</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>To</em>' reference.
	 * @see #getTo()
	 * @generated
	 */
	void setTo(EObject value);

} // Link
