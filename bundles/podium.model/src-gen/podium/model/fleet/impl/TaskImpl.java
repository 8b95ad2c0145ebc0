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

import org.eclipse.emf.ecore.util.EObjectWithInverseEList;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;

import podium.model.fleet.Accelerator;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

import podium.model.value.ControllerRef;
import podium.model.value.DeviceIds;
import podium.model.value.Labels;
import podium.model.value.TaskSpec;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Task</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getName <em>Name</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getNamespace <em>Namespace</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getUid <em>Uid</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getLabels <em>Labels</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getPhase <em>Phase</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getReason <em>Reason</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getMessage <em>Message</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getRank <em>Rank</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getSpec <em>Spec</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getController <em>Controller</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#isReady <em>Ready</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#isMirror <em>Mirror</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getRestarts <em>Restarts</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getCreated <em>Created</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getStarted <em>Started</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getFailed <em>Failed</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getDeletion <em>Deletion</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getRefused <em>Refused</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getDeviceIds <em>Device Ids</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getJob <em>Job</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getNode <em>Node</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getAccelerators <em>Accelerators</em>}</li>
 *   <li>{@link podium.model.fleet.impl.TaskImpl#getSlices <em>Slices</em>}</li>
 * </ul>
 *
 * @generated
 */
public class TaskImpl extends MinimalEObjectImpl.Container implements Task {
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
	 * The default value of the '{@link #getPhase() <em>Phase</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPhase()
	 * @generated
	 * @ordered
	 */
	protected static final TaskPhase PHASE_EDEFAULT = TaskPhase.UNKNOWN;

	/**
	 * The cached value of the '{@link #getPhase() <em>Phase</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPhase()
	 * @generated
	 * @ordered
	 */
	protected TaskPhase phase = PHASE_EDEFAULT;

	/**
	 * The default value of the '{@link #getReason() <em>Reason</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getReason()
	 * @generated
	 * @ordered
	 */
	protected static final String REASON_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getReason() <em>Reason</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getReason()
	 * @generated
	 * @ordered
	 */
	protected String reason = REASON_EDEFAULT;

	/**
	 * The default value of the '{@link #getMessage() <em>Message</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMessage()
	 * @generated
	 * @ordered
	 */
	protected static final String MESSAGE_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getMessage() <em>Message</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMessage()
	 * @generated
	 * @ordered
	 */
	protected String message = MESSAGE_EDEFAULT;

	/**
	 * The default value of the '{@link #getRank() <em>Rank</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getRank()
	 * @generated
	 * @ordered
	 */
	protected static final Integer RANK_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getRank() <em>Rank</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getRank()
	 * @generated
	 * @ordered
	 */
	protected Integer rank = RANK_EDEFAULT;

	/**
	 * The default value of the '{@link #getSpec() <em>Spec</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSpec()
	 * @generated
	 * @ordered
	 */
	protected static final TaskSpec SPEC_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getSpec() <em>Spec</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSpec()
	 * @generated
	 * @ordered
	 */
	protected TaskSpec spec = SPEC_EDEFAULT;

	/**
	 * The default value of the '{@link #getController() <em>Controller</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getController()
	 * @generated
	 * @ordered
	 */
	protected static final ControllerRef CONTROLLER_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getController() <em>Controller</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getController()
	 * @generated
	 * @ordered
	 */
	protected ControllerRef controller = CONTROLLER_EDEFAULT;

	/**
	 * The default value of the '{@link #isReady() <em>Ready</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isReady()
	 * @generated
	 * @ordered
	 */
	protected static final boolean READY_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isReady() <em>Ready</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isReady()
	 * @generated
	 * @ordered
	 */
	protected boolean ready = READY_EDEFAULT;

	/**
	 * The default value of the '{@link #isMirror() <em>Mirror</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isMirror()
	 * @generated
	 * @ordered
	 */
	protected static final boolean MIRROR_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isMirror() <em>Mirror</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isMirror()
	 * @generated
	 * @ordered
	 */
	protected boolean mirror = MIRROR_EDEFAULT;

	/**
	 * The default value of the '{@link #getRestarts() <em>Restarts</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getRestarts()
	 * @generated
	 * @ordered
	 */
	protected static final int RESTARTS_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getRestarts() <em>Restarts</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getRestarts()
	 * @generated
	 * @ordered
	 */
	protected int restarts = RESTARTS_EDEFAULT;

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
	 * The default value of the '{@link #getStarted() <em>Started</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getStarted()
	 * @generated
	 * @ordered
	 */
	protected static final Instant STARTED_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getStarted() <em>Started</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getStarted()
	 * @generated
	 * @ordered
	 */
	protected Instant started = STARTED_EDEFAULT;

	/**
	 * The default value of the '{@link #getFailed() <em>Failed</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFailed()
	 * @generated
	 * @ordered
	 */
	protected static final Instant FAILED_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getFailed() <em>Failed</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFailed()
	 * @generated
	 * @ordered
	 */
	protected Instant failed = FAILED_EDEFAULT;

	/**
	 * The default value of the '{@link #getDeletion() <em>Deletion</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDeletion()
	 * @generated
	 * @ordered
	 */
	protected static final Instant DELETION_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getDeletion() <em>Deletion</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDeletion()
	 * @generated
	 * @ordered
	 */
	protected Instant deletion = DELETION_EDEFAULT;

	/**
	 * The default value of the '{@link #getRefused() <em>Refused</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getRefused()
	 * @generated
	 * @ordered
	 */
	protected static final Instant REFUSED_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getRefused() <em>Refused</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getRefused()
	 * @generated
	 * @ordered
	 */
	protected Instant refused = REFUSED_EDEFAULT;

	/**
	 * The default value of the '{@link #getDeviceIds() <em>Device Ids</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDeviceIds()
	 * @generated
	 * @ordered
	 */
	protected static final DeviceIds DEVICE_IDS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getDeviceIds() <em>Device Ids</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDeviceIds()
	 * @generated
	 * @ordered
	 */
	protected DeviceIds deviceIds = DEVICE_IDS_EDEFAULT;

	/**
	 * The cached value of the '{@link #getNode() <em>Node</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getNode()
	 * @generated
	 * @ordered
	 */
	protected Node node;

	/**
	 * The cached value of the '{@link #getAccelerators() <em>Accelerators</em>}' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getAccelerators()
	 * @generated
	 * @ordered
	 */
	protected EList<Accelerator> accelerators;

	/**
	 * The cached value of the '{@link #getSlices() <em>Slices</em>}' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSlices()
	 * @generated
	 * @ordered
	 */
	protected EList<Slice> slices;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected TaskImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return FleetPackageImpl.Literals.TASK;
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__NAME, oldName, name));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__NAMESPACE, oldNamespace, namespace));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__UID, oldUid, uid));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__LABELS, oldLabels, labels));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public TaskPhase getPhase() {
		return phase;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setPhase(TaskPhase newPhase) {
		TaskPhase oldPhase = phase;
		phase = newPhase == null ? PHASE_EDEFAULT : newPhase;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__PHASE, oldPhase, phase));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getReason() {
		return reason;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setReason(String newReason) {
		String oldReason = reason;
		reason = newReason;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__REASON, oldReason, reason));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getMessage() {
		return message;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setMessage(String newMessage) {
		String oldMessage = message;
		message = newMessage;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__MESSAGE, oldMessage, message));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Integer getRank() {
		return rank;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setRank(Integer newRank) {
		Integer oldRank = rank;
		rank = newRank;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__RANK, oldRank, rank));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public TaskSpec getSpec() {
		return spec;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setSpec(TaskSpec newSpec) {
		TaskSpec oldSpec = spec;
		spec = newSpec;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__SPEC, oldSpec, spec));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public ControllerRef getController() {
		return controller;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setController(ControllerRef newController) {
		ControllerRef oldController = controller;
		controller = newController;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__CONTROLLER, oldController, controller));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isReady() {
		return ready;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setReady(boolean newReady) {
		boolean oldReady = ready;
		ready = newReady;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__READY, oldReady, ready));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isMirror() {
		return mirror;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setMirror(boolean newMirror) {
		boolean oldMirror = mirror;
		mirror = newMirror;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__MIRROR, oldMirror, mirror));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getRestarts() {
		return restarts;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setRestarts(int newRestarts) {
		int oldRestarts = restarts;
		restarts = newRestarts;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__RESTARTS, oldRestarts, restarts));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__CREATED, oldCreated, created));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Instant getStarted() {
		return started;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setStarted(Instant newStarted) {
		Instant oldStarted = started;
		started = newStarted;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__STARTED, oldStarted, started));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Instant getFailed() {
		return failed;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setFailed(Instant newFailed) {
		Instant oldFailed = failed;
		failed = newFailed;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__FAILED, oldFailed, failed));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Instant getDeletion() {
		return deletion;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setDeletion(Instant newDeletion) {
		Instant oldDeletion = deletion;
		deletion = newDeletion;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__DELETION, oldDeletion, deletion));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Instant getRefused() {
		return refused;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setRefused(Instant newRefused) {
		Instant oldRefused = refused;
		refused = newRefused;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__REFUSED, oldRefused, refused));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public DeviceIds getDeviceIds() {
		return deviceIds;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setDeviceIds(DeviceIds newDeviceIds) {
		DeviceIds oldDeviceIds = deviceIds;
		deviceIds = newDeviceIds;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__DEVICE_IDS, oldDeviceIds, deviceIds));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Job getJob() {
		if (eContainerFeatureID() != FleetPackageImpl.TASK__JOB) return null;
		return (Job)eInternalContainer();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetJob(Job newJob, NotificationChain msgs) {
		msgs = eBasicSetContainer((InternalEObject)newJob, FleetPackageImpl.TASK__JOB, msgs);
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setJob(Job newJob) {
		if (newJob != eInternalContainer() || (eContainerFeatureID() != FleetPackageImpl.TASK__JOB && newJob != null)) {
			if (EcoreUtil.isAncestor(this, newJob))
				throw new IllegalArgumentException("Recursive containment not allowed for " + toString());
			NotificationChain msgs = null;
			if (eInternalContainer() != null)
				msgs = eBasicRemoveFromContainer(msgs);
			if (newJob != null)
				msgs = ((InternalEObject)newJob).eInverseAdd(this, FleetPackageImpl.JOB__TASKS, Job.class, msgs);
			msgs = basicSetJob(newJob, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__JOB, newJob, newJob));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Node getNode() {
		return node;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetNode(Node newNode, NotificationChain msgs) {
		Node oldNode = node;
		node = newNode;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__NODE, oldNode, newNode);
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
	public void setNode(Node newNode) {
		if (newNode != node) {
			NotificationChain msgs = null;
			if (node != null)
				msgs = ((InternalEObject)node).eInverseRemove(this, FleetPackageImpl.NODE__TASKS, Node.class, msgs);
			if (newNode != null)
				msgs = ((InternalEObject)newNode).eInverseAdd(this, FleetPackageImpl.NODE__TASKS, Node.class, msgs);
			msgs = basicSetNode(newNode, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.TASK__NODE, newNode, newNode));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Accelerator> getAccelerators() {
		if (accelerators == null) {
			accelerators = new EObjectWithInverseEList.ManyInverse<Accelerator>(Accelerator.class, this, FleetPackageImpl.TASK__ACCELERATORS, FleetPackageImpl.ACCELERATOR__TASKS);
		}
		return accelerators;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Slice> getSlices() {
		if (slices == null) {
			slices = new EObjectWithInverseEList.ManyInverse<Slice>(Slice.class, this, FleetPackageImpl.TASK__SLICES, FleetPackageImpl.SLICE__TASKS);
		}
		return slices;
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
			case FleetPackageImpl.TASK__JOB:
				if (eInternalContainer() != null)
					msgs = eBasicRemoveFromContainer(msgs);
				return basicSetJob((Job)otherEnd, msgs);
			case FleetPackageImpl.TASK__NODE:
				if (node != null)
					msgs = ((InternalEObject)node).eInverseRemove(this, FleetPackageImpl.NODE__TASKS, Node.class, msgs);
				return basicSetNode((Node)otherEnd, msgs);
			case FleetPackageImpl.TASK__ACCELERATORS:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getAccelerators()).basicAdd(otherEnd, msgs);
			case FleetPackageImpl.TASK__SLICES:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getSlices()).basicAdd(otherEnd, msgs);
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
			case FleetPackageImpl.TASK__JOB:
				return basicSetJob(null, msgs);
			case FleetPackageImpl.TASK__NODE:
				return basicSetNode(null, msgs);
			case FleetPackageImpl.TASK__ACCELERATORS:
				return ((InternalEList<?>)getAccelerators()).basicRemove(otherEnd, msgs);
			case FleetPackageImpl.TASK__SLICES:
				return ((InternalEList<?>)getSlices()).basicRemove(otherEnd, msgs);
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
			case FleetPackageImpl.TASK__JOB:
				return eInternalContainer().eInverseRemove(this, FleetPackageImpl.JOB__TASKS, Job.class, msgs);
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
			case FleetPackageImpl.TASK__NAME:
				return getName();
			case FleetPackageImpl.TASK__NAMESPACE:
				return getNamespace();
			case FleetPackageImpl.TASK__UID:
				return getUid();
			case FleetPackageImpl.TASK__LABELS:
				return getLabels();
			case FleetPackageImpl.TASK__PHASE:
				return getPhase();
			case FleetPackageImpl.TASK__REASON:
				return getReason();
			case FleetPackageImpl.TASK__MESSAGE:
				return getMessage();
			case FleetPackageImpl.TASK__RANK:
				return getRank();
			case FleetPackageImpl.TASK__SPEC:
				return getSpec();
			case FleetPackageImpl.TASK__CONTROLLER:
				return getController();
			case FleetPackageImpl.TASK__READY:
				return isReady();
			case FleetPackageImpl.TASK__MIRROR:
				return isMirror();
			case FleetPackageImpl.TASK__RESTARTS:
				return getRestarts();
			case FleetPackageImpl.TASK__CREATED:
				return getCreated();
			case FleetPackageImpl.TASK__STARTED:
				return getStarted();
			case FleetPackageImpl.TASK__FAILED:
				return getFailed();
			case FleetPackageImpl.TASK__DELETION:
				return getDeletion();
			case FleetPackageImpl.TASK__REFUSED:
				return getRefused();
			case FleetPackageImpl.TASK__DEVICE_IDS:
				return getDeviceIds();
			case FleetPackageImpl.TASK__JOB:
				return getJob();
			case FleetPackageImpl.TASK__NODE:
				return getNode();
			case FleetPackageImpl.TASK__ACCELERATORS:
				return getAccelerators();
			case FleetPackageImpl.TASK__SLICES:
				return getSlices();
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
			case FleetPackageImpl.TASK__NAME:
				setName((String)newValue);
				return;
			case FleetPackageImpl.TASK__NAMESPACE:
				setNamespace((String)newValue);
				return;
			case FleetPackageImpl.TASK__UID:
				setUid((String)newValue);
				return;
			case FleetPackageImpl.TASK__LABELS:
				setLabels((Labels)newValue);
				return;
			case FleetPackageImpl.TASK__PHASE:
				setPhase((TaskPhase)newValue);
				return;
			case FleetPackageImpl.TASK__REASON:
				setReason((String)newValue);
				return;
			case FleetPackageImpl.TASK__MESSAGE:
				setMessage((String)newValue);
				return;
			case FleetPackageImpl.TASK__RANK:
				setRank((Integer)newValue);
				return;
			case FleetPackageImpl.TASK__SPEC:
				setSpec((TaskSpec)newValue);
				return;
			case FleetPackageImpl.TASK__CONTROLLER:
				setController((ControllerRef)newValue);
				return;
			case FleetPackageImpl.TASK__READY:
				setReady((Boolean)newValue);
				return;
			case FleetPackageImpl.TASK__MIRROR:
				setMirror((Boolean)newValue);
				return;
			case FleetPackageImpl.TASK__RESTARTS:
				setRestarts((Integer)newValue);
				return;
			case FleetPackageImpl.TASK__CREATED:
				setCreated((Instant)newValue);
				return;
			case FleetPackageImpl.TASK__STARTED:
				setStarted((Instant)newValue);
				return;
			case FleetPackageImpl.TASK__FAILED:
				setFailed((Instant)newValue);
				return;
			case FleetPackageImpl.TASK__DELETION:
				setDeletion((Instant)newValue);
				return;
			case FleetPackageImpl.TASK__REFUSED:
				setRefused((Instant)newValue);
				return;
			case FleetPackageImpl.TASK__DEVICE_IDS:
				setDeviceIds((DeviceIds)newValue);
				return;
			case FleetPackageImpl.TASK__JOB:
				setJob((Job)newValue);
				return;
			case FleetPackageImpl.TASK__NODE:
				setNode((Node)newValue);
				return;
			case FleetPackageImpl.TASK__ACCELERATORS:
				getAccelerators().clear();
				getAccelerators().addAll((Collection<? extends Accelerator>)newValue);
				return;
			case FleetPackageImpl.TASK__SLICES:
				getSlices().clear();
				getSlices().addAll((Collection<? extends Slice>)newValue);
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
			case FleetPackageImpl.TASK__NAME:
				setName(NAME_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__NAMESPACE:
				setNamespace(NAMESPACE_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__UID:
				setUid(UID_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__LABELS:
				setLabels(LABELS_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__PHASE:
				setPhase(PHASE_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__REASON:
				setReason(REASON_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__MESSAGE:
				setMessage(MESSAGE_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__RANK:
				setRank(RANK_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__SPEC:
				setSpec(SPEC_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__CONTROLLER:
				setController(CONTROLLER_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__READY:
				setReady(READY_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__MIRROR:
				setMirror(MIRROR_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__RESTARTS:
				setRestarts(RESTARTS_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__CREATED:
				setCreated(CREATED_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__STARTED:
				setStarted(STARTED_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__FAILED:
				setFailed(FAILED_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__DELETION:
				setDeletion(DELETION_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__REFUSED:
				setRefused(REFUSED_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__DEVICE_IDS:
				setDeviceIds(DEVICE_IDS_EDEFAULT);
				return;
			case FleetPackageImpl.TASK__JOB:
				setJob((Job)null);
				return;
			case FleetPackageImpl.TASK__NODE:
				setNode((Node)null);
				return;
			case FleetPackageImpl.TASK__ACCELERATORS:
				getAccelerators().clear();
				return;
			case FleetPackageImpl.TASK__SLICES:
				getSlices().clear();
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
			case FleetPackageImpl.TASK__NAME:
				return NAME_EDEFAULT == null ? name != null : !NAME_EDEFAULT.equals(name);
			case FleetPackageImpl.TASK__NAMESPACE:
				return NAMESPACE_EDEFAULT == null ? namespace != null : !NAMESPACE_EDEFAULT.equals(namespace);
			case FleetPackageImpl.TASK__UID:
				return UID_EDEFAULT == null ? uid != null : !UID_EDEFAULT.equals(uid);
			case FleetPackageImpl.TASK__LABELS:
				return LABELS_EDEFAULT == null ? labels != null : !LABELS_EDEFAULT.equals(labels);
			case FleetPackageImpl.TASK__PHASE:
				return phase != PHASE_EDEFAULT;
			case FleetPackageImpl.TASK__REASON:
				return REASON_EDEFAULT == null ? reason != null : !REASON_EDEFAULT.equals(reason);
			case FleetPackageImpl.TASK__MESSAGE:
				return MESSAGE_EDEFAULT == null ? message != null : !MESSAGE_EDEFAULT.equals(message);
			case FleetPackageImpl.TASK__RANK:
				return RANK_EDEFAULT == null ? rank != null : !RANK_EDEFAULT.equals(rank);
			case FleetPackageImpl.TASK__SPEC:
				return SPEC_EDEFAULT == null ? spec != null : !SPEC_EDEFAULT.equals(spec);
			case FleetPackageImpl.TASK__CONTROLLER:
				return CONTROLLER_EDEFAULT == null ? controller != null : !CONTROLLER_EDEFAULT.equals(controller);
			case FleetPackageImpl.TASK__READY:
				return ready != READY_EDEFAULT;
			case FleetPackageImpl.TASK__MIRROR:
				return mirror != MIRROR_EDEFAULT;
			case FleetPackageImpl.TASK__RESTARTS:
				return restarts != RESTARTS_EDEFAULT;
			case FleetPackageImpl.TASK__CREATED:
				return CREATED_EDEFAULT == null ? created != null : !CREATED_EDEFAULT.equals(created);
			case FleetPackageImpl.TASK__STARTED:
				return STARTED_EDEFAULT == null ? started != null : !STARTED_EDEFAULT.equals(started);
			case FleetPackageImpl.TASK__FAILED:
				return FAILED_EDEFAULT == null ? failed != null : !FAILED_EDEFAULT.equals(failed);
			case FleetPackageImpl.TASK__DELETION:
				return DELETION_EDEFAULT == null ? deletion != null : !DELETION_EDEFAULT.equals(deletion);
			case FleetPackageImpl.TASK__REFUSED:
				return REFUSED_EDEFAULT == null ? refused != null : !REFUSED_EDEFAULT.equals(refused);
			case FleetPackageImpl.TASK__DEVICE_IDS:
				return DEVICE_IDS_EDEFAULT == null ? deviceIds != null : !DEVICE_IDS_EDEFAULT.equals(deviceIds);
			case FleetPackageImpl.TASK__JOB:
				return getJob() != null;
			case FleetPackageImpl.TASK__NODE:
				return node != null;
			case FleetPackageImpl.TASK__ACCELERATORS:
				return accelerators != null && !accelerators.isEmpty();
			case FleetPackageImpl.TASK__SLICES:
				return slices != null && !slices.isEmpty();
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
		result.append(", labels: ");
		result.append(labels);
		result.append(", phase: ");
		result.append(phase);
		result.append(", reason: ");
		result.append(reason);
		result.append(", message: ");
		result.append(message);
		result.append(", rank: ");
		result.append(rank);
		result.append(", spec: ");
		result.append(spec);
		result.append(", controller: ");
		result.append(controller);
		result.append(", ready: ");
		result.append(ready);
		result.append(", mirror: ");
		result.append(mirror);
		result.append(", restarts: ");
		result.append(restarts);
		result.append(", created: ");
		result.append(created);
		result.append(", started: ");
		result.append(started);
		result.append(", failed: ");
		result.append(failed);
		result.append(", deletion: ");
		result.append(deletion);
		result.append(", refused: ");
		result.append(refused);
		result.append(", deviceIds: ");
		result.append(deviceIds);
		result.append(')');
		return result.toString();
	}

} //TaskImpl
