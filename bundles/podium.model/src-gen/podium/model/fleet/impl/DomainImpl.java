/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet.impl;

import java.util.Collection;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.NotificationChain;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.InternalEObject;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.eclipse.emf.ecore.util.EObjectContainmentWithInverseEList;
import org.eclipse.emf.ecore.util.EObjectWithInverseEList;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;

import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Domain</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.impl.DomainImpl#getName <em>Name</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DomainImpl#getLevel <em>Level</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DomainImpl#getLabelKey <em>Label Key</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DomainImpl#getCluster <em>Cluster</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DomainImpl#getParent <em>Parent</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DomainImpl#getDomains <em>Domains</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DomainImpl#getNodes <em>Nodes</em>}</li>
 * </ul>
 *
 * @generated
 */
public class DomainImpl extends MinimalEObjectImpl.Container implements Domain {
	/**
	 * The default value of the '{@link #getName() <em>Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getName()
	 * @generated
	 * @ordered
	 */
	protected static final String NAME_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getName() <em>Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getName()
	 * @generated
	 * @ordered
	 */
	protected String name = NAME_EDEFAULT;

	/**
	 * The default value of the '{@link #getLevel() <em>Level</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLevel()
	 * @generated
	 * @ordered
	 */
	protected static final String LEVEL_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getLevel() <em>Level</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLevel()
	 * @generated
	 * @ordered
	 */
	protected String level = LEVEL_EDEFAULT;

	/**
	 * The default value of the '{@link #getLabelKey() <em>Label Key</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLabelKey()
	 * @generated
	 * @ordered
	 */
	protected static final String LABEL_KEY_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getLabelKey() <em>Label Key</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLabelKey()
	 * @generated
	 * @ordered
	 */
	protected String labelKey = LABEL_KEY_EDEFAULT;

	/**
	 * The cached value of the '{@link #getDomains() <em>Domains</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDomains()
	 * @generated
	 * @ordered
	 */
	protected EList<Domain> domains;

	/**
	 * The cached value of the '{@link #getNodes() <em>Nodes</em>}' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getNodes()
	 * @generated
	 * @ordered
	 */
	protected EList<Node> nodes;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected DomainImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return FleetPackageImpl.Literals.DOMAIN;
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
	public void setName(String newName) {
		String oldName = name;
		name = newName;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DOMAIN__NAME, oldName, name));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getLevel() {
		return level;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setLevel(String newLevel) {
		String oldLevel = level;
		level = newLevel;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DOMAIN__LEVEL, oldLevel, level));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getLabelKey() {
		return labelKey;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setLabelKey(String newLabelKey) {
		String oldLabelKey = labelKey;
		labelKey = newLabelKey;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DOMAIN__LABEL_KEY, oldLabelKey, labelKey));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Cluster getCluster() {
		if (eContainerFeatureID() != FleetPackageImpl.DOMAIN__CLUSTER) return null;
		return (Cluster)eInternalContainer();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetCluster(Cluster newCluster, NotificationChain msgs) {
		msgs = eBasicSetContainer((InternalEObject)newCluster, FleetPackageImpl.DOMAIN__CLUSTER, msgs);
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setCluster(Cluster newCluster) {
		if (newCluster != eInternalContainer() || (eContainerFeatureID() != FleetPackageImpl.DOMAIN__CLUSTER && newCluster != null)) {
			if (EcoreUtil.isAncestor(this, newCluster))
				throw new IllegalArgumentException("Recursive containment not allowed for " + toString());
			NotificationChain msgs = null;
			if (eInternalContainer() != null)
				msgs = eBasicRemoveFromContainer(msgs);
			if (newCluster != null)
				msgs = ((InternalEObject)newCluster).eInverseAdd(this, FleetPackageImpl.CLUSTER__DOMAINS, Cluster.class, msgs);
			msgs = basicSetCluster(newCluster, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DOMAIN__CLUSTER, newCluster, newCluster));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Domain getParent() {
		if (eContainerFeatureID() != FleetPackageImpl.DOMAIN__PARENT) return null;
		return (Domain)eInternalContainer();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetParent(Domain newParent, NotificationChain msgs) {
		msgs = eBasicSetContainer((InternalEObject)newParent, FleetPackageImpl.DOMAIN__PARENT, msgs);
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setParent(Domain newParent) {
		if (newParent != eInternalContainer() || (eContainerFeatureID() != FleetPackageImpl.DOMAIN__PARENT && newParent != null)) {
			if (EcoreUtil.isAncestor(this, newParent))
				throw new IllegalArgumentException("Recursive containment not allowed for " + toString());
			NotificationChain msgs = null;
			if (eInternalContainer() != null)
				msgs = eBasicRemoveFromContainer(msgs);
			if (newParent != null)
				msgs = ((InternalEObject)newParent).eInverseAdd(this, FleetPackageImpl.DOMAIN__DOMAINS, Domain.class, msgs);
			msgs = basicSetParent(newParent, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DOMAIN__PARENT, newParent, newParent));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Domain> getDomains() {
		if (domains == null) {
			domains = new EObjectContainmentWithInverseEList<Domain>(Domain.class, this, FleetPackageImpl.DOMAIN__DOMAINS, FleetPackageImpl.DOMAIN__PARENT);
		}
		return domains;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Node> getNodes() {
		if (nodes == null) {
			nodes = new EObjectWithInverseEList<Node>(Node.class, this, FleetPackageImpl.DOMAIN__NODES, FleetPackageImpl.NODE__DOMAIN);
		}
		return nodes;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@SuppressWarnings("unchecked")
	@Override
	public NotificationChain eInverseAdd(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case FleetPackageImpl.DOMAIN__CLUSTER:
				if (eInternalContainer() != null)
					msgs = eBasicRemoveFromContainer(msgs);
				return basicSetCluster((Cluster)otherEnd, msgs);
			case FleetPackageImpl.DOMAIN__PARENT:
				if (eInternalContainer() != null)
					msgs = eBasicRemoveFromContainer(msgs);
				return basicSetParent((Domain)otherEnd, msgs);
			case FleetPackageImpl.DOMAIN__DOMAINS:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getDomains()).basicAdd(otherEnd, msgs);
			case FleetPackageImpl.DOMAIN__NODES:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getNodes()).basicAdd(otherEnd, msgs);
		}
		return super.eInverseAdd(otherEnd, featureID, msgs);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseRemove(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case FleetPackageImpl.DOMAIN__CLUSTER:
				return basicSetCluster(null, msgs);
			case FleetPackageImpl.DOMAIN__PARENT:
				return basicSetParent(null, msgs);
			case FleetPackageImpl.DOMAIN__DOMAINS:
				return ((InternalEList<?>)getDomains()).basicRemove(otherEnd, msgs);
			case FleetPackageImpl.DOMAIN__NODES:
				return ((InternalEList<?>)getNodes()).basicRemove(otherEnd, msgs);
		}
		return super.eInverseRemove(otherEnd, featureID, msgs);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eBasicRemoveFromContainerFeature(NotificationChain msgs) {
		switch (eContainerFeatureID()) {
			case FleetPackageImpl.DOMAIN__CLUSTER:
				return eInternalContainer().eInverseRemove(this, FleetPackageImpl.CLUSTER__DOMAINS, Cluster.class, msgs);
			case FleetPackageImpl.DOMAIN__PARENT:
				return eInternalContainer().eInverseRemove(this, FleetPackageImpl.DOMAIN__DOMAINS, Domain.class, msgs);
		}
		return super.eBasicRemoveFromContainerFeature(msgs);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Object eGet(int featureID, boolean resolve, boolean coreType) {
		switch (featureID) {
			case FleetPackageImpl.DOMAIN__NAME:
				return getName();
			case FleetPackageImpl.DOMAIN__LEVEL:
				return getLevel();
			case FleetPackageImpl.DOMAIN__LABEL_KEY:
				return getLabelKey();
			case FleetPackageImpl.DOMAIN__CLUSTER:
				return getCluster();
			case FleetPackageImpl.DOMAIN__PARENT:
				return getParent();
			case FleetPackageImpl.DOMAIN__DOMAINS:
				return getDomains();
			case FleetPackageImpl.DOMAIN__NODES:
				return getNodes();
		}
		return super.eGet(featureID, resolve, coreType);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@SuppressWarnings("unchecked")
	@Override
	public void eSet(int featureID, Object newValue) {
		switch (featureID) {
			case FleetPackageImpl.DOMAIN__NAME:
				setName((String)newValue);
				return;
			case FleetPackageImpl.DOMAIN__LEVEL:
				setLevel((String)newValue);
				return;
			case FleetPackageImpl.DOMAIN__LABEL_KEY:
				setLabelKey((String)newValue);
				return;
			case FleetPackageImpl.DOMAIN__CLUSTER:
				setCluster((Cluster)newValue);
				return;
			case FleetPackageImpl.DOMAIN__PARENT:
				setParent((Domain)newValue);
				return;
			case FleetPackageImpl.DOMAIN__DOMAINS:
				getDomains().clear();
				getDomains().addAll((Collection<? extends Domain>)newValue);
				return;
			case FleetPackageImpl.DOMAIN__NODES:
				getNodes().clear();
				getNodes().addAll((Collection<? extends Node>)newValue);
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
			case FleetPackageImpl.DOMAIN__NAME:
				setName(NAME_EDEFAULT);
				return;
			case FleetPackageImpl.DOMAIN__LEVEL:
				setLevel(LEVEL_EDEFAULT);
				return;
			case FleetPackageImpl.DOMAIN__LABEL_KEY:
				setLabelKey(LABEL_KEY_EDEFAULT);
				return;
			case FleetPackageImpl.DOMAIN__CLUSTER:
				setCluster((Cluster)null);
				return;
			case FleetPackageImpl.DOMAIN__PARENT:
				setParent((Domain)null);
				return;
			case FleetPackageImpl.DOMAIN__DOMAINS:
				getDomains().clear();
				return;
			case FleetPackageImpl.DOMAIN__NODES:
				getNodes().clear();
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
			case FleetPackageImpl.DOMAIN__NAME:
				return NAME_EDEFAULT == null ? name != null : !NAME_EDEFAULT.equals(name);
			case FleetPackageImpl.DOMAIN__LEVEL:
				return LEVEL_EDEFAULT == null ? level != null : !LEVEL_EDEFAULT.equals(level);
			case FleetPackageImpl.DOMAIN__LABEL_KEY:
				return LABEL_KEY_EDEFAULT == null ? labelKey != null : !LABEL_KEY_EDEFAULT.equals(labelKey);
			case FleetPackageImpl.DOMAIN__CLUSTER:
				return getCluster() != null;
			case FleetPackageImpl.DOMAIN__PARENT:
				return getParent() != null;
			case FleetPackageImpl.DOMAIN__DOMAINS:
				return domains != null && !domains.isEmpty();
			case FleetPackageImpl.DOMAIN__NODES:
				return nodes != null && !nodes.isEmpty();
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
		result.append(" (name: ");
		result.append(name);
		result.append(", level: ");
		result.append(level);
		result.append(", labelKey: ");
		result.append(labelKey);
		result.append(')');
		return result.toString();
	}

} //DomainImpl
