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

import org.eclipse.emf.ecore.util.EObjectContainmentWithInverseEList;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;

import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Purpose;
import podium.model.fleet.Queue;
import podium.model.fleet.Task;

import podium.model.value.Labels;
import podium.model.value.TaskGroups;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Job</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getName <em>Name</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getNamespace <em>Namespace</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getUid <em>Uid</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getKind <em>Kind</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getApiVersion <em>Api Version</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getWork <em>Work</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getLabels <em>Labels</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getState <em>State</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getReason <em>Reason</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getQueueName <em>Queue Name</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getPriority <em>Priority</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getPriorityClass <em>Priority Class</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getCreated <em>Created</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getStarted <em>Started</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getFinished <em>Finished</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getRestarts <em>Restarts</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getWantedTasks <em>Wanted Tasks</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#isSuspended <em>Suspended</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getMinimum <em>Minimum</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getSpec <em>Spec</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getGroups <em>Groups</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getPurpose <em>Purpose</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getManagers <em>Managers</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getCluster <em>Cluster</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getQueue <em>Queue</em>}</li>
 *   <li>{@link podium.model.fleet.impl.JobImpl#getTasks <em>Tasks</em>}</li>
 * </ul>
 *
 * @generated
 */
public class JobImpl extends MinimalEObjectImpl.Container implements Job {
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
	 * The default value of the '{@link #getApiVersion() <em>Api Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getApiVersion()
	 * @generated
	 * @ordered
	 */
	protected static final String API_VERSION_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getApiVersion() <em>Api Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getApiVersion()
	 * @generated
	 * @ordered
	 */
	protected String apiVersion = API_VERSION_EDEFAULT;

	/**
	 * The default value of the '{@link #getWork() <em>Work</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getWork()
	 * @generated
	 * @ordered
	 */
	protected static final WorkKind WORK_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getWork() <em>Work</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getWork()
	 * @generated
	 * @ordered
	 */
	protected WorkKind work = WORK_EDEFAULT;

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
	 * The default value of the '{@link #getState() <em>State</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getState()
	 * @generated
	 * @ordered
	 */
	protected static final JobState STATE_EDEFAULT = JobState.UNKNOWN;

	/**
	 * The cached value of the '{@link #getState() <em>State</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getState()
	 * @generated
	 * @ordered
	 */
	protected JobState state = STATE_EDEFAULT;

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
	 * The default value of the '{@link #getQueueName() <em>Queue Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getQueueName()
	 * @generated
	 * @ordered
	 */
	protected static final String QUEUE_NAME_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getQueueName() <em>Queue Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getQueueName()
	 * @generated
	 * @ordered
	 */
	protected String queueName = QUEUE_NAME_EDEFAULT;

	/**
	 * The default value of the '{@link #getPriority() <em>Priority</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPriority()
	 * @generated
	 * @ordered
	 */
	protected static final int PRIORITY_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getPriority() <em>Priority</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPriority()
	 * @generated
	 * @ordered
	 */
	protected int priority = PRIORITY_EDEFAULT;

	/**
	 * The default value of the '{@link #getPriorityClass() <em>Priority Class</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPriorityClass()
	 * @generated
	 * @ordered
	 */
	protected static final String PRIORITY_CLASS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getPriorityClass() <em>Priority Class</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPriorityClass()
	 * @generated
	 * @ordered
	 */
	protected String priorityClass = PRIORITY_CLASS_EDEFAULT;

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
	 * The default value of the '{@link #getFinished() <em>Finished</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFinished()
	 * @generated
	 * @ordered
	 */
	protected static final Instant FINISHED_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getFinished() <em>Finished</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFinished()
	 * @generated
	 * @ordered
	 */
	protected Instant finished = FINISHED_EDEFAULT;

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
	 * The default value of the '{@link #getWantedTasks() <em>Wanted Tasks</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getWantedTasks()
	 * @generated
	 * @ordered
	 */
	protected static final int WANTED_TASKS_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getWantedTasks() <em>Wanted Tasks</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getWantedTasks()
	 * @generated
	 * @ordered
	 */
	protected int wantedTasks = WANTED_TASKS_EDEFAULT;

	/**
	 * The default value of the '{@link #isSuspended() <em>Suspended</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isSuspended()
	 * @generated
	 * @ordered
	 */
	protected static final boolean SUSPENDED_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isSuspended() <em>Suspended</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isSuspended()
	 * @generated
	 * @ordered
	 */
	protected boolean suspended = SUSPENDED_EDEFAULT;

	/**
	 * The default value of the '{@link #getMinimum() <em>Minimum</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMinimum()
	 * @generated
	 * @ordered
	 */
	protected static final Integer MINIMUM_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getMinimum() <em>Minimum</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getMinimum()
	 * @generated
	 * @ordered
	 */
	protected Integer minimum = MINIMUM_EDEFAULT;

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
	 * The default value of the '{@link #getGroups() <em>Groups</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getGroups()
	 * @generated
	 * @ordered
	 */
	protected static final TaskGroups GROUPS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getGroups() <em>Groups</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getGroups()
	 * @generated
	 * @ordered
	 */
	protected TaskGroups groups = GROUPS_EDEFAULT;

	/**
	 * The default value of the '{@link #getPurpose() <em>Purpose</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPurpose()
	 * @generated
	 * @ordered
	 */
	protected static final Purpose PURPOSE_EDEFAULT = Purpose.UNKNOWN;

	/**
	 * The cached value of the '{@link #getPurpose() <em>Purpose</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPurpose()
	 * @generated
	 * @ordered
	 */
	protected Purpose purpose = PURPOSE_EDEFAULT;

	/**
	 * The default value of the '{@link #getManagers() <em>Managers</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getManagers()
	 * @generated
	 * @ordered
	 */
	protected static final Labels MANAGERS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getManagers() <em>Managers</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getManagers()
	 * @generated
	 * @ordered
	 */
	protected Labels managers = MANAGERS_EDEFAULT;

	/**
	 * The cached value of the '{@link #getQueue() <em>Queue</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getQueue()
	 * @generated
	 * @ordered
	 */
	protected Queue queue;

	/**
	 * The cached value of the '{@link #getTasks() <em>Tasks</em>}' containment reference list.
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
	protected JobImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return FleetPackageImpl.Literals.JOB;
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__NAME, oldName, name));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__NAMESPACE, oldNamespace, namespace));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__UID, oldUid, uid));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__KIND, oldKind, kind));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getApiVersion() {
		return apiVersion;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setApiVersion(String newApiVersion) {
		String oldApiVersion = apiVersion;
		apiVersion = newApiVersion;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__API_VERSION, oldApiVersion, apiVersion));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public WorkKind getWork() {
		return work;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setWork(WorkKind newWork) {
		WorkKind oldWork = work;
		work = newWork;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__WORK, oldWork, work));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__LABELS, oldLabels, labels));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public JobState getState() {
		return state;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setState(JobState newState) {
		JobState oldState = state;
		state = newState == null ? STATE_EDEFAULT : newState;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__STATE, oldState, state));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__REASON, oldReason, reason));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getQueueName() {
		return queueName;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setQueueName(String newQueueName) {
		String oldQueueName = queueName;
		queueName = newQueueName;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__QUEUE_NAME, oldQueueName, queueName));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getPriority() {
		return priority;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setPriority(int newPriority) {
		int oldPriority = priority;
		priority = newPriority;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__PRIORITY, oldPriority, priority));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getPriorityClass() {
		return priorityClass;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setPriorityClass(String newPriorityClass) {
		String oldPriorityClass = priorityClass;
		priorityClass = newPriorityClass;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__PRIORITY_CLASS, oldPriorityClass, priorityClass));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__CREATED, oldCreated, created));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__STARTED, oldStarted, started));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Instant getFinished() {
		return finished;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setFinished(Instant newFinished) {
		Instant oldFinished = finished;
		finished = newFinished;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__FINISHED, oldFinished, finished));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__RESTARTS, oldRestarts, restarts));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getWantedTasks() {
		return wantedTasks;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setWantedTasks(int newWantedTasks) {
		int oldWantedTasks = wantedTasks;
		wantedTasks = newWantedTasks;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__WANTED_TASKS, oldWantedTasks, wantedTasks));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isSuspended() {
		return suspended;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setSuspended(boolean newSuspended) {
		boolean oldSuspended = suspended;
		suspended = newSuspended;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__SUSPENDED, oldSuspended, suspended));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Integer getMinimum() {
		return minimum;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setMinimum(Integer newMinimum) {
		Integer oldMinimum = minimum;
		minimum = newMinimum;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__MINIMUM, oldMinimum, minimum));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__SPEC, oldSpec, spec));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public TaskGroups getGroups() {
		return groups;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setGroups(TaskGroups newGroups) {
		TaskGroups oldGroups = groups;
		groups = newGroups;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__GROUPS, oldGroups, groups));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Purpose getPurpose() {
		return purpose;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setPurpose(Purpose newPurpose) {
		Purpose oldPurpose = purpose;
		purpose = newPurpose == null ? PURPOSE_EDEFAULT : newPurpose;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__PURPOSE, oldPurpose, purpose));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Labels getManagers() {
		return managers;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setManagers(Labels newManagers) {
		Labels oldManagers = managers;
		managers = newManagers;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__MANAGERS, oldManagers, managers));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Cluster getCluster() {
		if (eContainerFeatureID() != FleetPackageImpl.JOB__CLUSTER) return null;
		return (Cluster)eInternalContainer();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetCluster(Cluster newCluster, NotificationChain msgs) {
		msgs = eBasicSetContainer((InternalEObject)newCluster, FleetPackageImpl.JOB__CLUSTER, msgs);
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setCluster(Cluster newCluster) {
		if (newCluster != eInternalContainer() || (eContainerFeatureID() != FleetPackageImpl.JOB__CLUSTER && newCluster != null)) {
			if (EcoreUtil.isAncestor(this, newCluster))
				throw new IllegalArgumentException("Recursive containment not allowed for " + toString());
			NotificationChain msgs = null;
			if (eInternalContainer() != null)
				msgs = eBasicRemoveFromContainer(msgs);
			if (newCluster != null)
				msgs = ((InternalEObject)newCluster).eInverseAdd(this, FleetPackageImpl.CLUSTER__JOBS, Cluster.class, msgs);
			msgs = basicSetCluster(newCluster, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__CLUSTER, newCluster, newCluster));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Queue getQueue() {
		return queue;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetQueue(Queue newQueue, NotificationChain msgs) {
		Queue oldQueue = queue;
		queue = newQueue;
		if (eNotificationRequired()) {
			ENotificationImpl notification = new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__QUEUE, oldQueue, newQueue);
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
	public void setQueue(Queue newQueue) {
		if (newQueue != queue) {
			NotificationChain msgs = null;
			if (queue != null)
				msgs = ((InternalEObject)queue).eInverseRemove(this, FleetPackageImpl.QUEUE__JOBS, Queue.class, msgs);
			if (newQueue != null)
				msgs = ((InternalEObject)newQueue).eInverseAdd(this, FleetPackageImpl.QUEUE__JOBS, Queue.class, msgs);
			msgs = basicSetQueue(newQueue, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.JOB__QUEUE, newQueue, newQueue));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Task> getTasks() {
		if (tasks == null) {
			tasks = new EObjectContainmentWithInverseEList<Task>(Task.class, this, FleetPackageImpl.JOB__TASKS, FleetPackageImpl.TASK__JOB);
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
			case FleetPackageImpl.JOB__CLUSTER:
				if (eInternalContainer() != null)
					msgs = eBasicRemoveFromContainer(msgs);
				return basicSetCluster((Cluster)otherEnd, msgs);
			case FleetPackageImpl.JOB__QUEUE:
				if (queue != null)
					msgs = ((InternalEObject)queue).eInverseRemove(this, FleetPackageImpl.QUEUE__JOBS, Queue.class, msgs);
				return basicSetQueue((Queue)otherEnd, msgs);
			case FleetPackageImpl.JOB__TASKS:
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
			case FleetPackageImpl.JOB__CLUSTER:
				return basicSetCluster(null, msgs);
			case FleetPackageImpl.JOB__QUEUE:
				return basicSetQueue(null, msgs);
			case FleetPackageImpl.JOB__TASKS:
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
			case FleetPackageImpl.JOB__CLUSTER:
				return eInternalContainer().eInverseRemove(this, FleetPackageImpl.CLUSTER__JOBS, Cluster.class, msgs);
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
			case FleetPackageImpl.JOB__NAME:
				return getName();
			case FleetPackageImpl.JOB__NAMESPACE:
				return getNamespace();
			case FleetPackageImpl.JOB__UID:
				return getUid();
			case FleetPackageImpl.JOB__KIND:
				return getKind();
			case FleetPackageImpl.JOB__API_VERSION:
				return getApiVersion();
			case FleetPackageImpl.JOB__WORK:
				return getWork();
			case FleetPackageImpl.JOB__LABELS:
				return getLabels();
			case FleetPackageImpl.JOB__STATE:
				return getState();
			case FleetPackageImpl.JOB__REASON:
				return getReason();
			case FleetPackageImpl.JOB__QUEUE_NAME:
				return getQueueName();
			case FleetPackageImpl.JOB__PRIORITY:
				return getPriority();
			case FleetPackageImpl.JOB__PRIORITY_CLASS:
				return getPriorityClass();
			case FleetPackageImpl.JOB__CREATED:
				return getCreated();
			case FleetPackageImpl.JOB__STARTED:
				return getStarted();
			case FleetPackageImpl.JOB__FINISHED:
				return getFinished();
			case FleetPackageImpl.JOB__RESTARTS:
				return getRestarts();
			case FleetPackageImpl.JOB__WANTED_TASKS:
				return getWantedTasks();
			case FleetPackageImpl.JOB__SUSPENDED:
				return isSuspended();
			case FleetPackageImpl.JOB__MINIMUM:
				return getMinimum();
			case FleetPackageImpl.JOB__SPEC:
				return getSpec();
			case FleetPackageImpl.JOB__GROUPS:
				return getGroups();
			case FleetPackageImpl.JOB__PURPOSE:
				return getPurpose();
			case FleetPackageImpl.JOB__MANAGERS:
				return getManagers();
			case FleetPackageImpl.JOB__CLUSTER:
				return getCluster();
			case FleetPackageImpl.JOB__QUEUE:
				return getQueue();
			case FleetPackageImpl.JOB__TASKS:
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
			case FleetPackageImpl.JOB__NAME:
				setName((String)newValue);
				return;
			case FleetPackageImpl.JOB__NAMESPACE:
				setNamespace((String)newValue);
				return;
			case FleetPackageImpl.JOB__UID:
				setUid((String)newValue);
				return;
			case FleetPackageImpl.JOB__KIND:
				setKind((String)newValue);
				return;
			case FleetPackageImpl.JOB__API_VERSION:
				setApiVersion((String)newValue);
				return;
			case FleetPackageImpl.JOB__WORK:
				setWork((WorkKind)newValue);
				return;
			case FleetPackageImpl.JOB__LABELS:
				setLabels((Labels)newValue);
				return;
			case FleetPackageImpl.JOB__STATE:
				setState((JobState)newValue);
				return;
			case FleetPackageImpl.JOB__REASON:
				setReason((String)newValue);
				return;
			case FleetPackageImpl.JOB__QUEUE_NAME:
				setQueueName((String)newValue);
				return;
			case FleetPackageImpl.JOB__PRIORITY:
				setPriority((Integer)newValue);
				return;
			case FleetPackageImpl.JOB__PRIORITY_CLASS:
				setPriorityClass((String)newValue);
				return;
			case FleetPackageImpl.JOB__CREATED:
				setCreated((Instant)newValue);
				return;
			case FleetPackageImpl.JOB__STARTED:
				setStarted((Instant)newValue);
				return;
			case FleetPackageImpl.JOB__FINISHED:
				setFinished((Instant)newValue);
				return;
			case FleetPackageImpl.JOB__RESTARTS:
				setRestarts((Integer)newValue);
				return;
			case FleetPackageImpl.JOB__WANTED_TASKS:
				setWantedTasks((Integer)newValue);
				return;
			case FleetPackageImpl.JOB__SUSPENDED:
				setSuspended((Boolean)newValue);
				return;
			case FleetPackageImpl.JOB__MINIMUM:
				setMinimum((Integer)newValue);
				return;
			case FleetPackageImpl.JOB__SPEC:
				setSpec((TaskSpec)newValue);
				return;
			case FleetPackageImpl.JOB__GROUPS:
				setGroups((TaskGroups)newValue);
				return;
			case FleetPackageImpl.JOB__PURPOSE:
				setPurpose((Purpose)newValue);
				return;
			case FleetPackageImpl.JOB__MANAGERS:
				setManagers((Labels)newValue);
				return;
			case FleetPackageImpl.JOB__CLUSTER:
				setCluster((Cluster)newValue);
				return;
			case FleetPackageImpl.JOB__QUEUE:
				setQueue((Queue)newValue);
				return;
			case FleetPackageImpl.JOB__TASKS:
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
			case FleetPackageImpl.JOB__NAME:
				setName(NAME_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__NAMESPACE:
				setNamespace(NAMESPACE_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__UID:
				setUid(UID_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__KIND:
				setKind(KIND_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__API_VERSION:
				setApiVersion(API_VERSION_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__WORK:
				setWork(WORK_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__LABELS:
				setLabels(LABELS_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__STATE:
				setState(STATE_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__REASON:
				setReason(REASON_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__QUEUE_NAME:
				setQueueName(QUEUE_NAME_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__PRIORITY:
				setPriority(PRIORITY_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__PRIORITY_CLASS:
				setPriorityClass(PRIORITY_CLASS_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__CREATED:
				setCreated(CREATED_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__STARTED:
				setStarted(STARTED_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__FINISHED:
				setFinished(FINISHED_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__RESTARTS:
				setRestarts(RESTARTS_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__WANTED_TASKS:
				setWantedTasks(WANTED_TASKS_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__SUSPENDED:
				setSuspended(SUSPENDED_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__MINIMUM:
				setMinimum(MINIMUM_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__SPEC:
				setSpec(SPEC_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__GROUPS:
				setGroups(GROUPS_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__PURPOSE:
				setPurpose(PURPOSE_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__MANAGERS:
				setManagers(MANAGERS_EDEFAULT);
				return;
			case FleetPackageImpl.JOB__CLUSTER:
				setCluster((Cluster)null);
				return;
			case FleetPackageImpl.JOB__QUEUE:
				setQueue((Queue)null);
				return;
			case FleetPackageImpl.JOB__TASKS:
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
			case FleetPackageImpl.JOB__NAME:
				return NAME_EDEFAULT == null ? name != null : !NAME_EDEFAULT.equals(name);
			case FleetPackageImpl.JOB__NAMESPACE:
				return NAMESPACE_EDEFAULT == null ? namespace != null : !NAMESPACE_EDEFAULT.equals(namespace);
			case FleetPackageImpl.JOB__UID:
				return UID_EDEFAULT == null ? uid != null : !UID_EDEFAULT.equals(uid);
			case FleetPackageImpl.JOB__KIND:
				return KIND_EDEFAULT == null ? kind != null : !KIND_EDEFAULT.equals(kind);
			case FleetPackageImpl.JOB__API_VERSION:
				return API_VERSION_EDEFAULT == null ? apiVersion != null : !API_VERSION_EDEFAULT.equals(apiVersion);
			case FleetPackageImpl.JOB__WORK:
				return WORK_EDEFAULT == null ? work != null : !WORK_EDEFAULT.equals(work);
			case FleetPackageImpl.JOB__LABELS:
				return LABELS_EDEFAULT == null ? labels != null : !LABELS_EDEFAULT.equals(labels);
			case FleetPackageImpl.JOB__STATE:
				return state != STATE_EDEFAULT;
			case FleetPackageImpl.JOB__REASON:
				return REASON_EDEFAULT == null ? reason != null : !REASON_EDEFAULT.equals(reason);
			case FleetPackageImpl.JOB__QUEUE_NAME:
				return QUEUE_NAME_EDEFAULT == null ? queueName != null : !QUEUE_NAME_EDEFAULT.equals(queueName);
			case FleetPackageImpl.JOB__PRIORITY:
				return priority != PRIORITY_EDEFAULT;
			case FleetPackageImpl.JOB__PRIORITY_CLASS:
				return PRIORITY_CLASS_EDEFAULT == null ? priorityClass != null : !PRIORITY_CLASS_EDEFAULT.equals(priorityClass);
			case FleetPackageImpl.JOB__CREATED:
				return CREATED_EDEFAULT == null ? created != null : !CREATED_EDEFAULT.equals(created);
			case FleetPackageImpl.JOB__STARTED:
				return STARTED_EDEFAULT == null ? started != null : !STARTED_EDEFAULT.equals(started);
			case FleetPackageImpl.JOB__FINISHED:
				return FINISHED_EDEFAULT == null ? finished != null : !FINISHED_EDEFAULT.equals(finished);
			case FleetPackageImpl.JOB__RESTARTS:
				return restarts != RESTARTS_EDEFAULT;
			case FleetPackageImpl.JOB__WANTED_TASKS:
				return wantedTasks != WANTED_TASKS_EDEFAULT;
			case FleetPackageImpl.JOB__SUSPENDED:
				return suspended != SUSPENDED_EDEFAULT;
			case FleetPackageImpl.JOB__MINIMUM:
				return MINIMUM_EDEFAULT == null ? minimum != null : !MINIMUM_EDEFAULT.equals(minimum);
			case FleetPackageImpl.JOB__SPEC:
				return SPEC_EDEFAULT == null ? spec != null : !SPEC_EDEFAULT.equals(spec);
			case FleetPackageImpl.JOB__GROUPS:
				return GROUPS_EDEFAULT == null ? groups != null : !GROUPS_EDEFAULT.equals(groups);
			case FleetPackageImpl.JOB__PURPOSE:
				return purpose != PURPOSE_EDEFAULT;
			case FleetPackageImpl.JOB__MANAGERS:
				return MANAGERS_EDEFAULT == null ? managers != null : !MANAGERS_EDEFAULT.equals(managers);
			case FleetPackageImpl.JOB__CLUSTER:
				return getCluster() != null;
			case FleetPackageImpl.JOB__QUEUE:
				return queue != null;
			case FleetPackageImpl.JOB__TASKS:
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
		result.append(", namespace: ");
		result.append(namespace);
		result.append(", uid: ");
		result.append(uid);
		result.append(", kind: ");
		result.append(kind);
		result.append(", apiVersion: ");
		result.append(apiVersion);
		result.append(", work: ");
		result.append(work);
		result.append(", labels: ");
		result.append(labels);
		result.append(", state: ");
		result.append(state);
		result.append(", reason: ");
		result.append(reason);
		result.append(", queueName: ");
		result.append(queueName);
		result.append(", priority: ");
		result.append(priority);
		result.append(", priorityClass: ");
		result.append(priorityClass);
		result.append(", created: ");
		result.append(created);
		result.append(", started: ");
		result.append(started);
		result.append(", finished: ");
		result.append(finished);
		result.append(", restarts: ");
		result.append(restarts);
		result.append(", wantedTasks: ");
		result.append(wantedTasks);
		result.append(", suspended: ");
		result.append(suspended);
		result.append(", minimum: ");
		result.append(minimum);
		result.append(", spec: ");
		result.append(spec);
		result.append(", groups: ");
		result.append(groups);
		result.append(", purpose: ");
		result.append(purpose);
		result.append(", managers: ");
		result.append(managers);
		result.append(')');
		return result.toString();
	}

} //JobImpl
