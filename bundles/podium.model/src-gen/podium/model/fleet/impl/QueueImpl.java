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

import org.eclipse.emf.ecore.util.EObjectWithInverseEList;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;

import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Queue;

import podium.model.value.Resources;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Queue</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.impl.QueueImpl#getName <em>Name</em>}</li>
 *   <li>{@link podium.model.fleet.impl.QueueImpl#getNamespace <em>Namespace</em>}</li>
 *   <li>{@link podium.model.fleet.impl.QueueImpl#getUid <em>Uid</em>}</li>
 *   <li>{@link podium.model.fleet.impl.QueueImpl#getKind <em>Kind</em>}</li>
 *   <li>{@link podium.model.fleet.impl.QueueImpl#getCohort <em>Cohort</em>}</li>
 *   <li>{@link podium.model.fleet.impl.QueueImpl#getQuota <em>Quota</em>}</li>
 *   <li>{@link podium.model.fleet.impl.QueueImpl#getUsed <em>Used</em>}</li>
 *   <li>{@link podium.model.fleet.impl.QueueImpl#getPending <em>Pending</em>}</li>
 *   <li>{@link podium.model.fleet.impl.QueueImpl#getAdmitted <em>Admitted</em>}</li>
 *   <li>{@link podium.model.fleet.impl.QueueImpl#isActive <em>Active</em>}</li>
 *   <li>{@link podium.model.fleet.impl.QueueImpl#getCluster <em>Cluster</em>}</li>
 *   <li>{@link podium.model.fleet.impl.QueueImpl#getJobs <em>Jobs</em>}</li>
 * </ul>
 *
 * @generated
 */
public class QueueImpl extends MinimalEObjectImpl.Container implements Queue {
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
	 * The default value of the '{@link #getNamespace() <em>Namespace</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getNamespace()
	 * @generated
	 * @ordered
	 */
	protected static final String NAMESPACE_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getNamespace() <em>Namespace</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getNamespace()
	 * @generated
	 * @ordered
	 */
	protected String namespace = NAMESPACE_EDEFAULT;

	/**
	 * The default value of the '{@link #getUid() <em>Uid</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getUid()
	 * @generated
	 * @ordered
	 */
	protected static final String UID_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getUid() <em>Uid</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getUid()
	 * @generated
	 * @ordered
	 */
	protected String uid = UID_EDEFAULT;

	/**
	 * The default value of the '{@link #getKind() <em>Kind</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getKind()
	 * @generated
	 * @ordered
	 */
	protected static final String KIND_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getKind() <em>Kind</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getKind()
	 * @generated
	 * @ordered
	 */
	protected String kind = KIND_EDEFAULT;

	/**
	 * The default value of the '{@link #getCohort() <em>Cohort</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getCohort()
	 * @generated
	 * @ordered
	 */
	protected static final String COHORT_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getCohort() <em>Cohort</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getCohort()
	 * @generated
	 * @ordered
	 */
	protected String cohort = COHORT_EDEFAULT;

	/**
	 * The default value of the '{@link #getQuota() <em>Quota</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getQuota()
	 * @generated
	 * @ordered
	 */
	protected static final Resources QUOTA_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getQuota() <em>Quota</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getQuota()
	 * @generated
	 * @ordered
	 */
	protected Resources quota = QUOTA_EDEFAULT;

	/**
	 * The default value of the '{@link #getUsed() <em>Used</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getUsed()
	 * @generated
	 * @ordered
	 */
	protected static final Resources USED_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getUsed() <em>Used</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getUsed()
	 * @generated
	 * @ordered
	 */
	protected Resources used = USED_EDEFAULT;

	/**
	 * The default value of the '{@link #getPending() <em>Pending</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPending()
	 * @generated
	 * @ordered
	 */
	protected static final int PENDING_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getPending() <em>Pending</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPending()
	 * @generated
	 * @ordered
	 */
	protected int pending = PENDING_EDEFAULT;

	/**
	 * The default value of the '{@link #getAdmitted() <em>Admitted</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAdmitted()
	 * @generated
	 * @ordered
	 */
	protected static final int ADMITTED_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getAdmitted() <em>Admitted</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAdmitted()
	 * @generated
	 * @ordered
	 */
	protected int admitted = ADMITTED_EDEFAULT;

	/**
	 * The default value of the '{@link #isActive() <em>Active</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isActive()
	 * @generated
	 * @ordered
	 */
	protected static final boolean ACTIVE_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isActive() <em>Active</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isActive()
	 * @generated
	 * @ordered
	 */
	protected boolean active = ACTIVE_EDEFAULT;

	/**
	 * The cached value of the '{@link #getJobs() <em>Jobs</em>}' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getJobs()
	 * @generated
	 * @ordered
	 */
	protected EList<Job> jobs;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected QueueImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return FleetPackageImpl.Literals.QUEUE;
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.QUEUE__NAME, oldName, name));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getNamespace() {
		return namespace;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setNamespace(String newNamespace) {
		String oldNamespace = namespace;
		namespace = newNamespace;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.QUEUE__NAMESPACE, oldNamespace, namespace));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getUid() {
		return uid;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setUid(String newUid) {
		String oldUid = uid;
		uid = newUid;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.QUEUE__UID, oldUid, uid));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getKind() {
		return kind;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setKind(String newKind) {
		String oldKind = kind;
		kind = newKind;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.QUEUE__KIND, oldKind, kind));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getCohort() {
		return cohort;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setCohort(String newCohort) {
		String oldCohort = cohort;
		cohort = newCohort;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.QUEUE__COHORT, oldCohort, cohort));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Resources getQuota() {
		return quota;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setQuota(Resources newQuota) {
		Resources oldQuota = quota;
		quota = newQuota;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.QUEUE__QUOTA, oldQuota, quota));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Resources getUsed() {
		return used;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setUsed(Resources newUsed) {
		Resources oldUsed = used;
		used = newUsed;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.QUEUE__USED, oldUsed, used));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getPending() {
		return pending;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setPending(int newPending) {
		int oldPending = pending;
		pending = newPending;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.QUEUE__PENDING, oldPending, pending));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getAdmitted() {
		return admitted;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setAdmitted(int newAdmitted) {
		int oldAdmitted = admitted;
		admitted = newAdmitted;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.QUEUE__ADMITTED, oldAdmitted, admitted));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isActive() {
		return active;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setActive(boolean newActive) {
		boolean oldActive = active;
		active = newActive;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.QUEUE__ACTIVE, oldActive, active));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Cluster getCluster() {
		if (eContainerFeatureID() != FleetPackageImpl.QUEUE__CLUSTER) return null;
		return (Cluster)eInternalContainer();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetCluster(Cluster newCluster, NotificationChain msgs) {
		msgs = eBasicSetContainer((InternalEObject)newCluster, FleetPackageImpl.QUEUE__CLUSTER, msgs);
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setCluster(Cluster newCluster) {
		if (newCluster != eInternalContainer() || (eContainerFeatureID() != FleetPackageImpl.QUEUE__CLUSTER && newCluster != null)) {
			if (EcoreUtil.isAncestor(this, newCluster))
				throw new IllegalArgumentException("Recursive containment not allowed for " + toString());
			NotificationChain msgs = null;
			if (eInternalContainer() != null)
				msgs = eBasicRemoveFromContainer(msgs);
			if (newCluster != null)
				msgs = ((InternalEObject)newCluster).eInverseAdd(this, FleetPackageImpl.CLUSTER__QUEUES, Cluster.class, msgs);
			msgs = basicSetCluster(newCluster, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.QUEUE__CLUSTER, newCluster, newCluster));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Job> getJobs() {
		if (jobs == null) {
			jobs = new EObjectWithInverseEList<Job>(Job.class, this, FleetPackageImpl.QUEUE__JOBS, FleetPackageImpl.JOB__QUEUE);
		}
		return jobs;
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
			case FleetPackageImpl.QUEUE__CLUSTER:
				if (eInternalContainer() != null)
					msgs = eBasicRemoveFromContainer(msgs);
				return basicSetCluster((Cluster)otherEnd, msgs);
			case FleetPackageImpl.QUEUE__JOBS:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getJobs()).basicAdd(otherEnd, msgs);
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
			case FleetPackageImpl.QUEUE__CLUSTER:
				return basicSetCluster(null, msgs);
			case FleetPackageImpl.QUEUE__JOBS:
				return ((InternalEList<?>)getJobs()).basicRemove(otherEnd, msgs);
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
			case FleetPackageImpl.QUEUE__CLUSTER:
				return eInternalContainer().eInverseRemove(this, FleetPackageImpl.CLUSTER__QUEUES, Cluster.class, msgs);
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
			case FleetPackageImpl.QUEUE__NAME:
				return getName();
			case FleetPackageImpl.QUEUE__NAMESPACE:
				return getNamespace();
			case FleetPackageImpl.QUEUE__UID:
				return getUid();
			case FleetPackageImpl.QUEUE__KIND:
				return getKind();
			case FleetPackageImpl.QUEUE__COHORT:
				return getCohort();
			case FleetPackageImpl.QUEUE__QUOTA:
				return getQuota();
			case FleetPackageImpl.QUEUE__USED:
				return getUsed();
			case FleetPackageImpl.QUEUE__PENDING:
				return getPending();
			case FleetPackageImpl.QUEUE__ADMITTED:
				return getAdmitted();
			case FleetPackageImpl.QUEUE__ACTIVE:
				return isActive();
			case FleetPackageImpl.QUEUE__CLUSTER:
				return getCluster();
			case FleetPackageImpl.QUEUE__JOBS:
				return getJobs();
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
			case FleetPackageImpl.QUEUE__NAME:
				setName((String)newValue);
				return;
			case FleetPackageImpl.QUEUE__NAMESPACE:
				setNamespace((String)newValue);
				return;
			case FleetPackageImpl.QUEUE__UID:
				setUid((String)newValue);
				return;
			case FleetPackageImpl.QUEUE__KIND:
				setKind((String)newValue);
				return;
			case FleetPackageImpl.QUEUE__COHORT:
				setCohort((String)newValue);
				return;
			case FleetPackageImpl.QUEUE__QUOTA:
				setQuota((Resources)newValue);
				return;
			case FleetPackageImpl.QUEUE__USED:
				setUsed((Resources)newValue);
				return;
			case FleetPackageImpl.QUEUE__PENDING:
				setPending((Integer)newValue);
				return;
			case FleetPackageImpl.QUEUE__ADMITTED:
				setAdmitted((Integer)newValue);
				return;
			case FleetPackageImpl.QUEUE__ACTIVE:
				setActive((Boolean)newValue);
				return;
			case FleetPackageImpl.QUEUE__CLUSTER:
				setCluster((Cluster)newValue);
				return;
			case FleetPackageImpl.QUEUE__JOBS:
				getJobs().clear();
				getJobs().addAll((Collection<? extends Job>)newValue);
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
			case FleetPackageImpl.QUEUE__NAME:
				setName(NAME_EDEFAULT);
				return;
			case FleetPackageImpl.QUEUE__NAMESPACE:
				setNamespace(NAMESPACE_EDEFAULT);
				return;
			case FleetPackageImpl.QUEUE__UID:
				setUid(UID_EDEFAULT);
				return;
			case FleetPackageImpl.QUEUE__KIND:
				setKind(KIND_EDEFAULT);
				return;
			case FleetPackageImpl.QUEUE__COHORT:
				setCohort(COHORT_EDEFAULT);
				return;
			case FleetPackageImpl.QUEUE__QUOTA:
				setQuota(QUOTA_EDEFAULT);
				return;
			case FleetPackageImpl.QUEUE__USED:
				setUsed(USED_EDEFAULT);
				return;
			case FleetPackageImpl.QUEUE__PENDING:
				setPending(PENDING_EDEFAULT);
				return;
			case FleetPackageImpl.QUEUE__ADMITTED:
				setAdmitted(ADMITTED_EDEFAULT);
				return;
			case FleetPackageImpl.QUEUE__ACTIVE:
				setActive(ACTIVE_EDEFAULT);
				return;
			case FleetPackageImpl.QUEUE__CLUSTER:
				setCluster((Cluster)null);
				return;
			case FleetPackageImpl.QUEUE__JOBS:
				getJobs().clear();
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
			case FleetPackageImpl.QUEUE__NAME:
				return NAME_EDEFAULT == null ? name != null : !NAME_EDEFAULT.equals(name);
			case FleetPackageImpl.QUEUE__NAMESPACE:
				return NAMESPACE_EDEFAULT == null ? namespace != null : !NAMESPACE_EDEFAULT.equals(namespace);
			case FleetPackageImpl.QUEUE__UID:
				return UID_EDEFAULT == null ? uid != null : !UID_EDEFAULT.equals(uid);
			case FleetPackageImpl.QUEUE__KIND:
				return KIND_EDEFAULT == null ? kind != null : !KIND_EDEFAULT.equals(kind);
			case FleetPackageImpl.QUEUE__COHORT:
				return COHORT_EDEFAULT == null ? cohort != null : !COHORT_EDEFAULT.equals(cohort);
			case FleetPackageImpl.QUEUE__QUOTA:
				return QUOTA_EDEFAULT == null ? quota != null : !QUOTA_EDEFAULT.equals(quota);
			case FleetPackageImpl.QUEUE__USED:
				return USED_EDEFAULT == null ? used != null : !USED_EDEFAULT.equals(used);
			case FleetPackageImpl.QUEUE__PENDING:
				return pending != PENDING_EDEFAULT;
			case FleetPackageImpl.QUEUE__ADMITTED:
				return admitted != ADMITTED_EDEFAULT;
			case FleetPackageImpl.QUEUE__ACTIVE:
				return active != ACTIVE_EDEFAULT;
			case FleetPackageImpl.QUEUE__CLUSTER:
				return getCluster() != null;
			case FleetPackageImpl.QUEUE__JOBS:
				return jobs != null && !jobs.isEmpty();
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
		result.append(", namespace: ");
		result.append(namespace);
		result.append(", uid: ");
		result.append(uid);
		result.append(", kind: ");
		result.append(kind);
		result.append(", cohort: ");
		result.append(cohort);
		result.append(", quota: ");
		result.append(quota);
		result.append(", used: ");
		result.append(used);
		result.append(", pending: ");
		result.append(pending);
		result.append(", admitted: ");
		result.append(admitted);
		result.append(", active: ");
		result.append(active);
		result.append(')');
		return result.toString();
	}

} //QueueImpl
