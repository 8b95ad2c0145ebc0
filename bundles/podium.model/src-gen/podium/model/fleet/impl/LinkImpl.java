/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet.impl;

import org.eclipse.emf.common.notify.Notification;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import podium.model.fleet.Health;
import podium.model.fleet.Link;
import podium.model.fleet.LinkKind;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Link</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.impl.LinkImpl#getKind <em>Kind</em>}</li>
 *   <li>{@link podium.model.fleet.impl.LinkImpl#getBytesPerSecond <em>Bytes Per Second</em>}</li>
 *   <li>{@link podium.model.fleet.impl.LinkImpl#getHealth <em>Health</em>}</li>
 *   <li>{@link podium.model.fleet.impl.LinkImpl#getFrom <em>From</em>}</li>
 *   <li>{@link podium.model.fleet.impl.LinkImpl#getTo <em>To</em>}</li>
 * </ul>
 *
 * @generated
 */
public class LinkImpl extends MinimalEObjectImpl.Container implements Link {
	/**
	 * The default value of the '{@link #getKind() <em>Kind</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getKind()
	 * @generated
	 * @ordered
	 */
	protected static final LinkKind KIND_EDEFAULT = LinkKind.NVLINK;

	/**
	 * The cached value of the '{@link #getKind() <em>Kind</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getKind()
	 * @generated
	 * @ordered
	 */
	protected LinkKind kind = KIND_EDEFAULT;

	/**
	 * The default value of the '{@link #getBytesPerSecond() <em>Bytes Per Second</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getBytesPerSecond()
	 * @generated
	 * @ordered
	 */
	protected static final Double BYTES_PER_SECOND_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getBytesPerSecond() <em>Bytes Per Second</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getBytesPerSecond()
	 * @generated
	 * @ordered
	 */
	protected Double bytesPerSecond = BYTES_PER_SECOND_EDEFAULT;

	/**
	 * The default value of the '{@link #getHealth() <em>Health</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getHealth()
	 * @generated
	 * @ordered
	 */
	protected static final Health HEALTH_EDEFAULT = Health.UNKNOWN;

	/**
	 * The cached value of the '{@link #getHealth() <em>Health</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getHealth()
	 * @generated
	 * @ordered
	 */
	protected Health health = HEALTH_EDEFAULT;

	/**
	 * The cached value of the '{@link #getFrom() <em>From</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFrom()
	 * @generated
	 * @ordered
	 */
	protected EObject from;

	/**
	 * The cached value of the '{@link #getTo() <em>To</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getTo()
	 * @generated
	 * @ordered
	 */
	protected EObject to;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected LinkImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return FleetPackageImpl.Literals.LINK;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public LinkKind getKind() {
		return kind;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setKind(LinkKind newKind) {
		LinkKind oldKind = kind;
		kind = newKind == null ? KIND_EDEFAULT : newKind;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.LINK__KIND, oldKind, kind));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Double getBytesPerSecond() {
		return bytesPerSecond;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setBytesPerSecond(Double newBytesPerSecond) {
		Double oldBytesPerSecond = bytesPerSecond;
		bytesPerSecond = newBytesPerSecond;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.LINK__BYTES_PER_SECOND, oldBytesPerSecond, bytesPerSecond));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Health getHealth() {
		return health;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setHealth(Health newHealth) {
		Health oldHealth = health;
		health = newHealth == null ? HEALTH_EDEFAULT : newHealth;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.LINK__HEALTH, oldHealth, health));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EObject getFrom() {
		return from;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setFrom(EObject newFrom) {
		EObject oldFrom = from;
		from = newFrom;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.LINK__FROM, oldFrom, from));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EObject getTo() {
		return to;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setTo(EObject newTo) {
		EObject oldTo = to;
		to = newTo;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.LINK__TO, oldTo, to));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Object eGet(int featureID, boolean resolve, boolean coreType) {
		switch (featureID) {
			case FleetPackageImpl.LINK__KIND:
				return getKind();
			case FleetPackageImpl.LINK__BYTES_PER_SECOND:
				return getBytesPerSecond();
			case FleetPackageImpl.LINK__HEALTH:
				return getHealth();
			case FleetPackageImpl.LINK__FROM:
				return getFrom();
			case FleetPackageImpl.LINK__TO:
				return getTo();
		}
		return super.eGet(featureID, resolve, coreType);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void eSet(int featureID, Object newValue) {
		switch (featureID) {
			case FleetPackageImpl.LINK__KIND:
				setKind((LinkKind)newValue);
				return;
			case FleetPackageImpl.LINK__BYTES_PER_SECOND:
				setBytesPerSecond((Double)newValue);
				return;
			case FleetPackageImpl.LINK__HEALTH:
				setHealth((Health)newValue);
				return;
			case FleetPackageImpl.LINK__FROM:
				setFrom((EObject)newValue);
				return;
			case FleetPackageImpl.LINK__TO:
				setTo((EObject)newValue);
				return;
		}
		super.eSet(featureID, newValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void eUnset(int featureID) {
		switch (featureID) {
			case FleetPackageImpl.LINK__KIND:
				setKind(KIND_EDEFAULT);
				return;
			case FleetPackageImpl.LINK__BYTES_PER_SECOND:
				setBytesPerSecond(BYTES_PER_SECOND_EDEFAULT);
				return;
			case FleetPackageImpl.LINK__HEALTH:
				setHealth(HEALTH_EDEFAULT);
				return;
			case FleetPackageImpl.LINK__FROM:
				setFrom((EObject)null);
				return;
			case FleetPackageImpl.LINK__TO:
				setTo((EObject)null);
				return;
		}
		super.eUnset(featureID);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean eIsSet(int featureID) {
		switch (featureID) {
			case FleetPackageImpl.LINK__KIND:
				return kind != KIND_EDEFAULT;
			case FleetPackageImpl.LINK__BYTES_PER_SECOND:
				return BYTES_PER_SECOND_EDEFAULT == null ? bytesPerSecond != null : !BYTES_PER_SECOND_EDEFAULT.equals(bytesPerSecond);
			case FleetPackageImpl.LINK__HEALTH:
				return health != HEALTH_EDEFAULT;
			case FleetPackageImpl.LINK__FROM:
				return from != null;
			case FleetPackageImpl.LINK__TO:
				return to != null;
		}
		return super.eIsSet(featureID);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String toString() {
		if (eIsProxy()) return super.toString();

		StringBuilder result = new StringBuilder(super.toString());
		result.append(" (kind: ");
		result.append(kind);
		result.append(", bytesPerSecond: ");
		result.append(bytesPerSecond);
		result.append(", health: ");
		result.append(health);
		result.append(')');
		return result.toString();
	}

} //LinkImpl
