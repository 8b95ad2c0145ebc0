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

import podium.model.fleet.Accelerator;
import podium.model.fleet.Health;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.Vendor;

import podium.model.value.DeviceTaints;
import podium.model.value.Labels;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Accelerator</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getIndex <em>Index</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getUuid <em>Uuid</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getModel <em>Model</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getVendor <em>Vendor</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getMemoryBytes <em>Memory Bytes</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getPciBusId <em>Pci Bus Id</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getNumaNode <em>Numa Node</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getHealth <em>Health</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getHealthReason <em>Health Reason</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getTaints <em>Taints</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getBatchJob <em>Batch Job</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getReadings <em>Readings</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getNode <em>Node</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getSlices <em>Slices</em>}</li>
 *   <li>{@link podium.model.fleet.impl.AcceleratorImpl#getTasks <em>Tasks</em>}</li>
 * </ul>
 *
 * @generated
 */
public class AcceleratorImpl extends MinimalEObjectImpl.Container implements Accelerator {
	/**
	 * The default value of the '{@link #getIndex() <em>Index</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getIndex()
	 * @generated
	 * @ordered
	 */
	protected static final int INDEX_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getIndex() <em>Index</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getIndex()
	 * @generated
	 * @ordered
	 */
	protected int index = INDEX_EDEFAULT;

	/**
	 * The default value of the '{@link #getUuid() <em>Uuid</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getUuid()
	 * @generated
	 * @ordered
	 */
	protected static final String UUID_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getUuid() <em>Uuid</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getUuid()
	 * @generated
	 * @ordered
	 */
	protected String uuid = UUID_EDEFAULT;

	/**
	 * The default value of the '{@link #getModel() <em>Model</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getModel()
	 * @generated
	 * @ordered
	 */
	protected static final String MODEL_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getModel() <em>Model</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getModel()
	 * @generated
	 * @ordered
	 */
	protected String model = MODEL_EDEFAULT;

	/**
	 * The default value of the '{@link #getVendor() <em>Vendor</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getVendor()
	 * @generated
	 * @ordered
	 */
	protected static final Vendor VENDOR_EDEFAULT = Vendor.UNKNOWN;

	/**
	 * The cached value of the '{@link #getVendor() <em>Vendor</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getVendor()
	 * @generated
	 * @ordered
	 */
	protected Vendor vendor = VENDOR_EDEFAULT;

	/**
	 * The default value of the '{@link #getMemoryBytes() <em>Memory Bytes</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMemoryBytes()
	 * @generated
	 * @ordered
	 */
	protected static final Long MEMORY_BYTES_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getMemoryBytes() <em>Memory Bytes</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMemoryBytes()
	 * @generated
	 * @ordered
	 */
	protected Long memoryBytes = MEMORY_BYTES_EDEFAULT;

	/**
	 * The default value of the '{@link #getPciBusId() <em>Pci Bus Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPciBusId()
	 * @generated
	 * @ordered
	 */
	protected static final String PCI_BUS_ID_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getPciBusId() <em>Pci Bus Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPciBusId()
	 * @generated
	 * @ordered
	 */
	protected String pciBusId = PCI_BUS_ID_EDEFAULT;

	/**
	 * The default value of the '{@link #getNumaNode() <em>Numa Node</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getNumaNode()
	 * @generated
	 * @ordered
	 */
	protected static final Integer NUMA_NODE_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getNumaNode() <em>Numa Node</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getNumaNode()
	 * @generated
	 * @ordered
	 */
	protected Integer numaNode = NUMA_NODE_EDEFAULT;

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
	 * The default value of the '{@link #getHealthReason() <em>Health Reason</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getHealthReason()
	 * @generated
	 * @ordered
	 */
	protected static final String HEALTH_REASON_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getHealthReason() <em>Health Reason</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getHealthReason()
	 * @generated
	 * @ordered
	 */
	protected String healthReason = HEALTH_REASON_EDEFAULT;

	/**
	 * The default value of the '{@link #getTaints() <em>Taints</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getTaints()
	 * @generated
	 * @ordered
	 */
	protected static final DeviceTaints TAINTS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getTaints() <em>Taints</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getTaints()
	 * @generated
	 * @ordered
	 */
	protected DeviceTaints taints = TAINTS_EDEFAULT;

	/**
	 * The default value of the '{@link #getBatchJob() <em>Batch Job</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getBatchJob()
	 * @generated
	 * @ordered
	 */
	protected static final String BATCH_JOB_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getBatchJob() <em>Batch Job</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getBatchJob()
	 * @generated
	 * @ordered
	 */
	protected String batchJob = BATCH_JOB_EDEFAULT;

	/**
	 * The default value of the '{@link #getReadings() <em>Readings</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getReadings()
	 * @generated
	 * @ordered
	 */
	protected static final Labels READINGS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getReadings() <em>Readings</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getReadings()
	 * @generated
	 * @ordered
	 */
	protected Labels readings = READINGS_EDEFAULT;

	/**
	 * The cached value of the '{@link #getSlices() <em>Slices</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSlices()
	 * @generated
	 * @ordered
	 */
	protected EList<Slice> slices;

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
	protected AcceleratorImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return FleetPackageImpl.Literals.ACCELERATOR;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getIndex() {
		return index;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setIndex(int newIndex) {
		int oldIndex = index;
		index = newIndex;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__INDEX, oldIndex, index));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getUuid() {
		return uuid;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setUuid(String newUuid) {
		String oldUuid = uuid;
		uuid = newUuid;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__UUID, oldUuid, uuid));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getModel() {
		return model;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setModel(String newModel) {
		String oldModel = model;
		model = newModel;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__MODEL, oldModel, model));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Vendor getVendor() {
		return vendor;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setVendor(Vendor newVendor) {
		Vendor oldVendor = vendor;
		vendor = newVendor == null ? VENDOR_EDEFAULT : newVendor;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__VENDOR, oldVendor, vendor));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Long getMemoryBytes() {
		return memoryBytes;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setMemoryBytes(Long newMemoryBytes) {
		Long oldMemoryBytes = memoryBytes;
		memoryBytes = newMemoryBytes;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__MEMORY_BYTES, oldMemoryBytes, memoryBytes));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getPciBusId() {
		return pciBusId;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setPciBusId(String newPciBusId) {
		String oldPciBusId = pciBusId;
		pciBusId = newPciBusId;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__PCI_BUS_ID, oldPciBusId, pciBusId));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Integer getNumaNode() {
		return numaNode;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setNumaNode(Integer newNumaNode) {
		Integer oldNumaNode = numaNode;
		numaNode = newNumaNode;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__NUMA_NODE, oldNumaNode, numaNode));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__HEALTH, oldHealth, health));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getHealthReason() {
		return healthReason;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setHealthReason(String newHealthReason) {
		String oldHealthReason = healthReason;
		healthReason = newHealthReason;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__HEALTH_REASON, oldHealthReason, healthReason));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public DeviceTaints getTaints() {
		return taints;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setTaints(DeviceTaints newTaints) {
		DeviceTaints oldTaints = taints;
		taints = newTaints;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__TAINTS, oldTaints, taints));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getBatchJob() {
		return batchJob;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setBatchJob(String newBatchJob) {
		String oldBatchJob = batchJob;
		batchJob = newBatchJob;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__BATCH_JOB, oldBatchJob, batchJob));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Labels getReadings() {
		return readings;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setReadings(Labels newReadings) {
		Labels oldReadings = readings;
		readings = newReadings;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__READINGS, oldReadings, readings));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Node getNode() {
		if (eContainerFeatureID() != FleetPackageImpl.ACCELERATOR__NODE) return null;
		return (Node)eInternalContainer();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetNode(Node newNode, NotificationChain msgs) {
		msgs = eBasicSetContainer((InternalEObject)newNode, FleetPackageImpl.ACCELERATOR__NODE, msgs);
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setNode(Node newNode) {
		if (newNode != eInternalContainer() || (eContainerFeatureID() != FleetPackageImpl.ACCELERATOR__NODE && newNode != null)) {
			if (EcoreUtil.isAncestor(this, newNode))
				throw new IllegalArgumentException("Recursive containment not allowed for " + toString());
			NotificationChain msgs = null;
			if (eInternalContainer() != null)
				msgs = eBasicRemoveFromContainer(msgs);
			if (newNode != null)
				msgs = ((InternalEObject)newNode).eInverseAdd(this, FleetPackageImpl.NODE__ACCELERATORS, Node.class, msgs);
			msgs = basicSetNode(newNode, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.ACCELERATOR__NODE, newNode, newNode));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Slice> getSlices() {
		if (slices == null) {
			slices = new EObjectContainmentWithInverseEList<Slice>(Slice.class, this, FleetPackageImpl.ACCELERATOR__SLICES, FleetPackageImpl.SLICE__ACCELERATOR);
		}
		return slices;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Task> getTasks() {
		if (tasks == null) {
			tasks = new EObjectWithInverseEList.ManyInverse<Task>(Task.class, this, FleetPackageImpl.ACCELERATOR__TASKS, FleetPackageImpl.TASK__ACCELERATORS);
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
			case FleetPackageImpl.ACCELERATOR__NODE:
				if (eInternalContainer() != null)
					msgs = eBasicRemoveFromContainer(msgs);
				return basicSetNode((Node)otherEnd, msgs);
			case FleetPackageImpl.ACCELERATOR__SLICES:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getSlices()).basicAdd(otherEnd, msgs);
			case FleetPackageImpl.ACCELERATOR__TASKS:
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
			case FleetPackageImpl.ACCELERATOR__NODE:
				return basicSetNode(null, msgs);
			case FleetPackageImpl.ACCELERATOR__SLICES:
				return ((InternalEList<?>)getSlices()).basicRemove(otherEnd, msgs);
			case FleetPackageImpl.ACCELERATOR__TASKS:
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
			case FleetPackageImpl.ACCELERATOR__NODE:
				return eInternalContainer().eInverseRemove(this, FleetPackageImpl.NODE__ACCELERATORS, Node.class, msgs);
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
			case FleetPackageImpl.ACCELERATOR__INDEX:
				return getIndex();
			case FleetPackageImpl.ACCELERATOR__UUID:
				return getUuid();
			case FleetPackageImpl.ACCELERATOR__MODEL:
				return getModel();
			case FleetPackageImpl.ACCELERATOR__VENDOR:
				return getVendor();
			case FleetPackageImpl.ACCELERATOR__MEMORY_BYTES:
				return getMemoryBytes();
			case FleetPackageImpl.ACCELERATOR__PCI_BUS_ID:
				return getPciBusId();
			case FleetPackageImpl.ACCELERATOR__NUMA_NODE:
				return getNumaNode();
			case FleetPackageImpl.ACCELERATOR__HEALTH:
				return getHealth();
			case FleetPackageImpl.ACCELERATOR__HEALTH_REASON:
				return getHealthReason();
			case FleetPackageImpl.ACCELERATOR__TAINTS:
				return getTaints();
			case FleetPackageImpl.ACCELERATOR__BATCH_JOB:
				return getBatchJob();
			case FleetPackageImpl.ACCELERATOR__READINGS:
				return getReadings();
			case FleetPackageImpl.ACCELERATOR__NODE:
				return getNode();
			case FleetPackageImpl.ACCELERATOR__SLICES:
				return getSlices();
			case FleetPackageImpl.ACCELERATOR__TASKS:
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
			case FleetPackageImpl.ACCELERATOR__INDEX:
				setIndex((Integer)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__UUID:
				setUuid((String)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__MODEL:
				setModel((String)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__VENDOR:
				setVendor((Vendor)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__MEMORY_BYTES:
				setMemoryBytes((Long)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__PCI_BUS_ID:
				setPciBusId((String)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__NUMA_NODE:
				setNumaNode((Integer)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__HEALTH:
				setHealth((Health)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__HEALTH_REASON:
				setHealthReason((String)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__TAINTS:
				setTaints((DeviceTaints)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__BATCH_JOB:
				setBatchJob((String)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__READINGS:
				setReadings((Labels)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__NODE:
				setNode((Node)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__SLICES:
				getSlices().clear();
				getSlices().addAll((Collection<? extends Slice>)newValue);
				return;
			case FleetPackageImpl.ACCELERATOR__TASKS:
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
			case FleetPackageImpl.ACCELERATOR__INDEX:
				setIndex(INDEX_EDEFAULT);
				return;
			case FleetPackageImpl.ACCELERATOR__UUID:
				setUuid(UUID_EDEFAULT);
				return;
			case FleetPackageImpl.ACCELERATOR__MODEL:
				setModel(MODEL_EDEFAULT);
				return;
			case FleetPackageImpl.ACCELERATOR__VENDOR:
				setVendor(VENDOR_EDEFAULT);
				return;
			case FleetPackageImpl.ACCELERATOR__MEMORY_BYTES:
				setMemoryBytes(MEMORY_BYTES_EDEFAULT);
				return;
			case FleetPackageImpl.ACCELERATOR__PCI_BUS_ID:
				setPciBusId(PCI_BUS_ID_EDEFAULT);
				return;
			case FleetPackageImpl.ACCELERATOR__NUMA_NODE:
				setNumaNode(NUMA_NODE_EDEFAULT);
				return;
			case FleetPackageImpl.ACCELERATOR__HEALTH:
				setHealth(HEALTH_EDEFAULT);
				return;
			case FleetPackageImpl.ACCELERATOR__HEALTH_REASON:
				setHealthReason(HEALTH_REASON_EDEFAULT);
				return;
			case FleetPackageImpl.ACCELERATOR__TAINTS:
				setTaints(TAINTS_EDEFAULT);
				return;
			case FleetPackageImpl.ACCELERATOR__BATCH_JOB:
				setBatchJob(BATCH_JOB_EDEFAULT);
				return;
			case FleetPackageImpl.ACCELERATOR__READINGS:
				setReadings(READINGS_EDEFAULT);
				return;
			case FleetPackageImpl.ACCELERATOR__NODE:
				setNode((Node)null);
				return;
			case FleetPackageImpl.ACCELERATOR__SLICES:
				getSlices().clear();
				return;
			case FleetPackageImpl.ACCELERATOR__TASKS:
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
			case FleetPackageImpl.ACCELERATOR__INDEX:
				return index != INDEX_EDEFAULT;
			case FleetPackageImpl.ACCELERATOR__UUID:
				return UUID_EDEFAULT == null ? uuid != null : !UUID_EDEFAULT.equals(uuid);
			case FleetPackageImpl.ACCELERATOR__MODEL:
				return MODEL_EDEFAULT == null ? model != null : !MODEL_EDEFAULT.equals(model);
			case FleetPackageImpl.ACCELERATOR__VENDOR:
				return vendor != VENDOR_EDEFAULT;
			case FleetPackageImpl.ACCELERATOR__MEMORY_BYTES:
				return MEMORY_BYTES_EDEFAULT == null ? memoryBytes != null : !MEMORY_BYTES_EDEFAULT.equals(memoryBytes);
			case FleetPackageImpl.ACCELERATOR__PCI_BUS_ID:
				return PCI_BUS_ID_EDEFAULT == null ? pciBusId != null : !PCI_BUS_ID_EDEFAULT.equals(pciBusId);
			case FleetPackageImpl.ACCELERATOR__NUMA_NODE:
				return NUMA_NODE_EDEFAULT == null ? numaNode != null : !NUMA_NODE_EDEFAULT.equals(numaNode);
			case FleetPackageImpl.ACCELERATOR__HEALTH:
				return health != HEALTH_EDEFAULT;
			case FleetPackageImpl.ACCELERATOR__HEALTH_REASON:
				return HEALTH_REASON_EDEFAULT == null ? healthReason != null : !HEALTH_REASON_EDEFAULT.equals(healthReason);
			case FleetPackageImpl.ACCELERATOR__TAINTS:
				return TAINTS_EDEFAULT == null ? taints != null : !TAINTS_EDEFAULT.equals(taints);
			case FleetPackageImpl.ACCELERATOR__BATCH_JOB:
				return BATCH_JOB_EDEFAULT == null ? batchJob != null : !BATCH_JOB_EDEFAULT.equals(batchJob);
			case FleetPackageImpl.ACCELERATOR__READINGS:
				return READINGS_EDEFAULT == null ? readings != null : !READINGS_EDEFAULT.equals(readings);
			case FleetPackageImpl.ACCELERATOR__NODE:
				return getNode() != null;
			case FleetPackageImpl.ACCELERATOR__SLICES:
				return slices != null && !slices.isEmpty();
			case FleetPackageImpl.ACCELERATOR__TASKS:
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
		result.append(" (index: ");
		result.append(index);
		result.append(", uuid: ");
		result.append(uuid);
		result.append(", model: ");
		result.append(model);
		result.append(", vendor: ");
		result.append(vendor);
		result.append(", memoryBytes: ");
		result.append(memoryBytes);
		result.append(", pciBusId: ");
		result.append(pciBusId);
		result.append(", numaNode: ");
		result.append(numaNode);
		result.append(", health: ");
		result.append(health);
		result.append(", healthReason: ");
		result.append(healthReason);
		result.append(", taints: ");
		result.append(taints);
		result.append(", batchJob: ");
		result.append(batchJob);
		result.append(", readings: ");
		result.append(readings);
		result.append(')');
		return result.toString();
	}

} //AcceleratorImpl
