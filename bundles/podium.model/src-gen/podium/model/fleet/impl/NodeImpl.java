/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet.impl;

import java.time.Instant;

import java.util.Collection;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.NotificationChain;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.InternalEObject;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.eclipse.emf.ecore.util.EObjectContainmentEList;
import org.eclipse.emf.ecore.util.EObjectContainmentWithInverseEList;
import org.eclipse.emf.ecore.util.EObjectWithInverseEList;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;

import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Nic;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;

import podium.model.value.Conditions;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taints;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Node</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getName <em>Name</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getUid <em>Uid</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getResourceVersion <em>Resource Version</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getLabels <em>Labels</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getTaints <em>Taints</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getCapacity <em>Capacity</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getAllocatable <em>Allocatable</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#isUnschedulable <em>Unschedulable</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getReadiness <em>Readiness</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getConditions <em>Conditions</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getCreated <em>Created</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getKubeletVersion <em>Kubelet Version</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getAddress <em>Address</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getCluster <em>Cluster</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getDomain <em>Domain</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getAccelerators <em>Accelerators</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getNics <em>Nics</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NodeImpl#getTasks <em>Tasks</em>}</li>
 * </ul>
 *
 * @generated
 */
public class NodeImpl extends MinimalEObjectImpl.Container implements Node {
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
	 * The default value of the '{@link #getResourceVersion() <em>Resource Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getResourceVersion()
	 * @generated
	 * @ordered
	 */
	protected static final String RESOURCE_VERSION_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getResourceVersion() <em>Resource Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getResourceVersion()
	 * @generated
	 * @ordered
	 */
	protected String resourceVersion = RESOURCE_VERSION_EDEFAULT;

	/**
	 * The default value of the '{@link #getLabels() <em>Labels</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLabels()
	 * @generated
	 * @ordered
	 */
	protected static final Labels LABELS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getLabels() <em>Labels</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLabels()
	 * @generated
	 * @ordered
	 */
	protected Labels labels = LABELS_EDEFAULT;

	/**
	 * The default value of the '{@link #getTaints() <em>Taints</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getTaints()
	 * @generated
	 * @ordered
	 */
	protected static final Taints TAINTS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getTaints() <em>Taints</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getTaints()
	 * @generated
	 * @ordered
	 */
	protected Taints taints = TAINTS_EDEFAULT;

	/**
	 * The default value of the '{@link #getCapacity() <em>Capacity</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getCapacity()
	 * @generated
	 * @ordered
	 */
	protected static final Resources CAPACITY_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getCapacity() <em>Capacity</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getCapacity()
	 * @generated
	 * @ordered
	 */
	protected Resources capacity = CAPACITY_EDEFAULT;

	/**
	 * The default value of the '{@link #getAllocatable() <em>Allocatable</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAllocatable()
	 * @generated
	 * @ordered
	 */
	protected static final Resources ALLOCATABLE_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getAllocatable() <em>Allocatable</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAllocatable()
	 * @generated
	 * @ordered
	 */
	protected Resources allocatable = ALLOCATABLE_EDEFAULT;

	/**
	 * The default value of the '{@link #isUnschedulable() <em>Unschedulable</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isUnschedulable()
	 * @generated
	 * @ordered
	 */
	protected static final boolean UNSCHEDULABLE_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isUnschedulable() <em>Unschedulable</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isUnschedulable()
	 * @generated
	 * @ordered
	 */
	protected boolean unschedulable = UNSCHEDULABLE_EDEFAULT;

	/**
	 * The default value of the '{@link #getReadiness() <em>Readiness</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getReadiness()
	 * @generated
	 * @ordered
	 */
	protected static final Readiness READINESS_EDEFAULT = Readiness.UNKNOWN;

	/**
	 * The cached value of the '{@link #getReadiness() <em>Readiness</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getReadiness()
	 * @generated
	 * @ordered
	 */
	protected Readiness readiness = READINESS_EDEFAULT;

	/**
	 * The default value of the '{@link #getConditions() <em>Conditions</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getConditions()
	 * @generated
	 * @ordered
	 */
	protected static final Conditions CONDITIONS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getConditions() <em>Conditions</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getConditions()
	 * @generated
	 * @ordered
	 */
	protected Conditions conditions = CONDITIONS_EDEFAULT;

	/**
	 * The default value of the '{@link #getCreated() <em>Created</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getCreated()
	 * @generated
	 * @ordered
	 */
	protected static final Instant CREATED_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getCreated() <em>Created</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getCreated()
	 * @generated
	 * @ordered
	 */
	protected Instant created = CREATED_EDEFAULT;

	/**
	 * The default value of the '{@link #getKubeletVersion() <em>Kubelet Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getKubeletVersion()
	 * @generated
	 * @ordered
	 */
	protected static final String KUBELET_VERSION_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getKubeletVersion() <em>Kubelet Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getKubeletVersion()
	 * @generated
	 * @ordered
	 */
	protected String kubeletVersion = KUBELET_VERSION_EDEFAULT;

	/**
	 * The default value of the '{@link #getAddress() <em>Address</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAddress()
	 * @generated
	 * @ordered
	 */
	protected static final String ADDRESS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getAddress() <em>Address</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAddress()
	 * @generated
	 * @ordered
	 */
	protected String address = ADDRESS_EDEFAULT;

	/**
	 * The cached value of the '{@link #getDomain() <em>Domain</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDomain()
	 * @generated
	 * @ordered
	 */
	protected Domain domain;

	/**
	 * The cached value of the '{@link #getAccelerators() <em>Accelerators</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAccelerators()
	 * @generated
	 * @ordered
	 */
	protected EList<Accelerator> accelerators;

	/**
	 * The cached value of the '{@link #getNics() <em>Nics</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getNics()
	 * @generated
	 * @ordered
	 */
	protected EList<Nic> nics;

	/**
	 * The cached value of the '{@link #getTasks() <em>Tasks</em>}' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getTasks()
	 * @generated
	 * @ordered
	 */
	protected EList<Task> tasks;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected NodeImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return FleetPackageImpl.Literals.NODE;
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__NAME, oldName, name));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__UID, oldUid, uid));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getResourceVersion() {
		return resourceVersion;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setResourceVersion(String newResourceVersion) {
		String oldResourceVersion = resourceVersion;
		resourceVersion = newResourceVersion;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__RESOURCE_VERSION, oldResourceVersion, resourceVersion));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Labels getLabels() {
		return labels;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setLabels(Labels newLabels) {
		Labels oldLabels = labels;
		labels = newLabels;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__LABELS, oldLabels, labels));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Taints getTaints() {
		return taints;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setTaints(Taints newTaints) {
		Taints oldTaints = taints;
		taints = newTaints;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__TAINTS, oldTaints, taints));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Resources getCapacity() {
		return capacity;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setCapacity(Resources newCapacity) {
		Resources oldCapacity = capacity;
		capacity = newCapacity;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__CAPACITY, oldCapacity, capacity));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Resources getAllocatable() {
		return allocatable;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setAllocatable(Resources newAllocatable) {
		Resources oldAllocatable = allocatable;
		allocatable = newAllocatable;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__ALLOCATABLE, oldAllocatable, allocatable));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isUnschedulable() {
		return unschedulable;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setUnschedulable(boolean newUnschedulable) {
		boolean oldUnschedulable = unschedulable;
		unschedulable = newUnschedulable;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__UNSCHEDULABLE, oldUnschedulable, unschedulable));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Readiness getReadiness() {
		return readiness;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setReadiness(Readiness newReadiness) {
		Readiness oldReadiness = readiness;
		readiness = newReadiness == null ? READINESS_EDEFAULT : newReadiness;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__READINESS, oldReadiness, readiness));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Conditions getConditions() {
		return conditions;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setConditions(Conditions newConditions) {
		Conditions oldConditions = conditions;
		conditions = newConditions;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__CONDITIONS, oldConditions, conditions));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Instant getCreated() {
		return created;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setCreated(Instant newCreated) {
		Instant oldCreated = created;
		created = newCreated;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__CREATED, oldCreated, created));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getKubeletVersion() {
		return kubeletVersion;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setKubeletVersion(String newKubeletVersion) {
		String oldKubeletVersion = kubeletVersion;
		kubeletVersion = newKubeletVersion;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__KUBELET_VERSION, oldKubeletVersion, kubeletVersion));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getAddress() {
		return address;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setAddress(String newAddress) {
		String oldAddress = address;
		address = newAddress;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__ADDRESS, oldAddress, address));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Cluster getCluster() {
		if (eContainerFeatureID() != FleetPackageImpl.NODE__CLUSTER) return null;
		return (Cluster)eInternalContainer();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetCluster(Cluster newCluster, NotificationChain msgs) {
		msgs = eBasicSetContainer((InternalEObject)newCluster, FleetPackageImpl.NODE__CLUSTER, msgs);
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setCluster(Cluster newCluster) {
		if (newCluster != eInternalContainer() || (eContainerFeatureID() != FleetPackageImpl.NODE__CLUSTER && newCluster != null)) {
			if (EcoreUtil.isAncestor(this, newCluster))
				throw new IllegalArgumentException("Recursive containment not allowed for " + toString());
			NotificationChain msgs = null;
			if (eInternalContainer() != null)
				msgs = eBasicRemoveFromContainer(msgs);
			if (newCluster != null)
				msgs = ((InternalEObject)newCluster).eInverseAdd(this, FleetPackageImpl.CLUSTER__NODES, Cluster.class, msgs);
			msgs = basicSetCluster(newCluster, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__CLUSTER, newCluster, newCluster));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Domain getDomain() {
		return domain;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetDomain(Domain newDomain, NotificationChain msgs) {
		Domain oldDomain = domain;
		domain = newDomain;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__DOMAIN, oldDomain, newDomain);
			if (msgs == null) msgs = notification; else msgs.add(notification);
		}
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setDomain(Domain newDomain) {
		if (newDomain != domain) {
			NotificationChain msgs = null;
			if (domain != null)
				msgs = ((InternalEObject)domain).eInverseRemove(this, FleetPackageImpl.DOMAIN__NODES, Domain.class, msgs);
			if (newDomain != null)
				msgs = ((InternalEObject)newDomain).eInverseAdd(this, FleetPackageImpl.DOMAIN__NODES, Domain.class, msgs);
			msgs = basicSetDomain(newDomain, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NODE__DOMAIN, newDomain, newDomain));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Accelerator> getAccelerators() {
		if (accelerators == null) {
			accelerators = new EObjectContainmentWithInverseEList<Accelerator>(Accelerator.class, this, FleetPackageImpl.NODE__ACCELERATORS, FleetPackageImpl.ACCELERATOR__NODE);
		}
		return accelerators;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Nic> getNics() {
		if (nics == null) {
			nics = new EObjectContainmentEList<Nic>(Nic.class, this, FleetPackageImpl.NODE__NICS);
		}
		return nics;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Task> getTasks() {
		if (tasks == null) {
			tasks = new EObjectWithInverseEList<Task>(Task.class, this, FleetPackageImpl.NODE__TASKS, FleetPackageImpl.TASK__NODE);
		}
		return tasks;
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
			case FleetPackageImpl.NODE__CLUSTER:
				if (eInternalContainer() != null)
					msgs = eBasicRemoveFromContainer(msgs);
				return basicSetCluster((Cluster)otherEnd, msgs);
			case FleetPackageImpl.NODE__DOMAIN:
				if (domain != null)
					msgs = ((InternalEObject)domain).eInverseRemove(this, FleetPackageImpl.DOMAIN__NODES, Domain.class, msgs);
				return basicSetDomain((Domain)otherEnd, msgs);
			case FleetPackageImpl.NODE__ACCELERATORS:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getAccelerators()).basicAdd(otherEnd, msgs);
			case FleetPackageImpl.NODE__TASKS:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getTasks()).basicAdd(otherEnd, msgs);
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
			case FleetPackageImpl.NODE__CLUSTER:
				return basicSetCluster(null, msgs);
			case FleetPackageImpl.NODE__DOMAIN:
				return basicSetDomain(null, msgs);
			case FleetPackageImpl.NODE__ACCELERATORS:
				return ((InternalEList<?>)getAccelerators()).basicRemove(otherEnd, msgs);
			case FleetPackageImpl.NODE__NICS:
				return ((InternalEList<?>)getNics()).basicRemove(otherEnd, msgs);
			case FleetPackageImpl.NODE__TASKS:
				return ((InternalEList<?>)getTasks()).basicRemove(otherEnd, msgs);
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
			case FleetPackageImpl.NODE__CLUSTER:
				return eInternalContainer().eInverseRemove(this, FleetPackageImpl.CLUSTER__NODES, Cluster.class, msgs);
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
			case FleetPackageImpl.NODE__NAME:
				return getName();
			case FleetPackageImpl.NODE__UID:
				return getUid();
			case FleetPackageImpl.NODE__RESOURCE_VERSION:
				return getResourceVersion();
			case FleetPackageImpl.NODE__LABELS:
				return getLabels();
			case FleetPackageImpl.NODE__TAINTS:
				return getTaints();
			case FleetPackageImpl.NODE__CAPACITY:
				return getCapacity();
			case FleetPackageImpl.NODE__ALLOCATABLE:
				return getAllocatable();
			case FleetPackageImpl.NODE__UNSCHEDULABLE:
				return isUnschedulable();
			case FleetPackageImpl.NODE__READINESS:
				return getReadiness();
			case FleetPackageImpl.NODE__CONDITIONS:
				return getConditions();
			case FleetPackageImpl.NODE__CREATED:
				return getCreated();
			case FleetPackageImpl.NODE__KUBELET_VERSION:
				return getKubeletVersion();
			case FleetPackageImpl.NODE__ADDRESS:
				return getAddress();
			case FleetPackageImpl.NODE__CLUSTER:
				return getCluster();
			case FleetPackageImpl.NODE__DOMAIN:
				return getDomain();
			case FleetPackageImpl.NODE__ACCELERATORS:
				return getAccelerators();
			case FleetPackageImpl.NODE__NICS:
				return getNics();
			case FleetPackageImpl.NODE__TASKS:
				return getTasks();
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
			case FleetPackageImpl.NODE__NAME:
				setName((String)newValue);
				return;
			case FleetPackageImpl.NODE__UID:
				setUid((String)newValue);
				return;
			case FleetPackageImpl.NODE__RESOURCE_VERSION:
				setResourceVersion((String)newValue);
				return;
			case FleetPackageImpl.NODE__LABELS:
				setLabels((Labels)newValue);
				return;
			case FleetPackageImpl.NODE__TAINTS:
				setTaints((Taints)newValue);
				return;
			case FleetPackageImpl.NODE__CAPACITY:
				setCapacity((Resources)newValue);
				return;
			case FleetPackageImpl.NODE__ALLOCATABLE:
				setAllocatable((Resources)newValue);
				return;
			case FleetPackageImpl.NODE__UNSCHEDULABLE:
				setUnschedulable((Boolean)newValue);
				return;
			case FleetPackageImpl.NODE__READINESS:
				setReadiness((Readiness)newValue);
				return;
			case FleetPackageImpl.NODE__CONDITIONS:
				setConditions((Conditions)newValue);
				return;
			case FleetPackageImpl.NODE__CREATED:
				setCreated((Instant)newValue);
				return;
			case FleetPackageImpl.NODE__KUBELET_VERSION:
				setKubeletVersion((String)newValue);
				return;
			case FleetPackageImpl.NODE__ADDRESS:
				setAddress((String)newValue);
				return;
			case FleetPackageImpl.NODE__CLUSTER:
				setCluster((Cluster)newValue);
				return;
			case FleetPackageImpl.NODE__DOMAIN:
				setDomain((Domain)newValue);
				return;
			case FleetPackageImpl.NODE__ACCELERATORS:
				getAccelerators().clear();
				getAccelerators().addAll((Collection<? extends Accelerator>)newValue);
				return;
			case FleetPackageImpl.NODE__NICS:
				getNics().clear();
				getNics().addAll((Collection<? extends Nic>)newValue);
				return;
			case FleetPackageImpl.NODE__TASKS:
				getTasks().clear();
				getTasks().addAll((Collection<? extends Task>)newValue);
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
			case FleetPackageImpl.NODE__NAME:
				setName(NAME_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__UID:
				setUid(UID_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__RESOURCE_VERSION:
				setResourceVersion(RESOURCE_VERSION_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__LABELS:
				setLabels(LABELS_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__TAINTS:
				setTaints(TAINTS_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__CAPACITY:
				setCapacity(CAPACITY_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__ALLOCATABLE:
				setAllocatable(ALLOCATABLE_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__UNSCHEDULABLE:
				setUnschedulable(UNSCHEDULABLE_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__READINESS:
				setReadiness(READINESS_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__CONDITIONS:
				setConditions(CONDITIONS_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__CREATED:
				setCreated(CREATED_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__KUBELET_VERSION:
				setKubeletVersion(KUBELET_VERSION_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__ADDRESS:
				setAddress(ADDRESS_EDEFAULT);
				return;
			case FleetPackageImpl.NODE__CLUSTER:
				setCluster((Cluster)null);
				return;
			case FleetPackageImpl.NODE__DOMAIN:
				setDomain((Domain)null);
				return;
			case FleetPackageImpl.NODE__ACCELERATORS:
				getAccelerators().clear();
				return;
			case FleetPackageImpl.NODE__NICS:
				getNics().clear();
				return;
			case FleetPackageImpl.NODE__TASKS:
				getTasks().clear();
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
			case FleetPackageImpl.NODE__NAME:
				return NAME_EDEFAULT == null ? name != null : !NAME_EDEFAULT.equals(name);
			case FleetPackageImpl.NODE__UID:
				return UID_EDEFAULT == null ? uid != null : !UID_EDEFAULT.equals(uid);
			case FleetPackageImpl.NODE__RESOURCE_VERSION:
				return RESOURCE_VERSION_EDEFAULT == null ? resourceVersion != null : !RESOURCE_VERSION_EDEFAULT.equals(resourceVersion);
			case FleetPackageImpl.NODE__LABELS:
				return LABELS_EDEFAULT == null ? labels != null : !LABELS_EDEFAULT.equals(labels);
			case FleetPackageImpl.NODE__TAINTS:
				return TAINTS_EDEFAULT == null ? taints != null : !TAINTS_EDEFAULT.equals(taints);
			case FleetPackageImpl.NODE__CAPACITY:
				return CAPACITY_EDEFAULT == null ? capacity != null : !CAPACITY_EDEFAULT.equals(capacity);
			case FleetPackageImpl.NODE__ALLOCATABLE:
				return ALLOCATABLE_EDEFAULT == null ? allocatable != null : !ALLOCATABLE_EDEFAULT.equals(allocatable);
			case FleetPackageImpl.NODE__UNSCHEDULABLE:
				return unschedulable != UNSCHEDULABLE_EDEFAULT;
			case FleetPackageImpl.NODE__READINESS:
				return readiness != READINESS_EDEFAULT;
			case FleetPackageImpl.NODE__CONDITIONS:
				return CONDITIONS_EDEFAULT == null ? conditions != null : !CONDITIONS_EDEFAULT.equals(conditions);
			case FleetPackageImpl.NODE__CREATED:
				return CREATED_EDEFAULT == null ? created != null : !CREATED_EDEFAULT.equals(created);
			case FleetPackageImpl.NODE__KUBELET_VERSION:
				return KUBELET_VERSION_EDEFAULT == null ? kubeletVersion != null : !KUBELET_VERSION_EDEFAULT.equals(kubeletVersion);
			case FleetPackageImpl.NODE__ADDRESS:
				return ADDRESS_EDEFAULT == null ? address != null : !ADDRESS_EDEFAULT.equals(address);
			case FleetPackageImpl.NODE__CLUSTER:
				return getCluster() != null;
			case FleetPackageImpl.NODE__DOMAIN:
				return domain != null;
			case FleetPackageImpl.NODE__ACCELERATORS:
				return accelerators != null && !accelerators.isEmpty();
			case FleetPackageImpl.NODE__NICS:
				return nics != null && !nics.isEmpty();
			case FleetPackageImpl.NODE__TASKS:
				return tasks != null && !tasks.isEmpty();
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
		result.append(", uid: ");
		result.append(uid);
		result.append(", resourceVersion: ");
		result.append(resourceVersion);
		result.append(", labels: ");
		result.append(labels);
		result.append(", taints: ");
		result.append(taints);
		result.append(", capacity: ");
		result.append(capacity);
		result.append(", allocatable: ");
		result.append(allocatable);
		result.append(", unschedulable: ");
		result.append(unschedulable);
		result.append(", readiness: ");
		result.append(readiness);
		result.append(", conditions: ");
		result.append(conditions);
		result.append(", created: ");
		result.append(created);
		result.append(", kubeletVersion: ");
		result.append(kubeletVersion);
		result.append(", address: ");
		result.append(address);
		result.append(')');
		return result.toString();
	}

} //NodeImpl
