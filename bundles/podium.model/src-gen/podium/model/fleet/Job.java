/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;

import java.time.Instant;

import org.eclipse.emf.common.util.EList;

import podium.model.value.Labels;
import podium.model.value.TaskGroups;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Job</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * What a person submitted: a Job, Deployment, JobSet ... or a bare pod.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.Job#getNamespace <em>Namespace</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getUid <em>Uid</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getKind <em>Kind</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getApiVersion <em>Api Version</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getWork <em>Work</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getLabels <em>Labels</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getState <em>State</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getReason <em>Reason</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getQueueName <em>Queue Name</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getPriority <em>Priority</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getPriorityClass <em>Priority Class</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getCreated <em>Created</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getStarted <em>Started</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getFinished <em>Finished</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getRestarts <em>Restarts</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getWantedTasks <em>Wanted Tasks</em>}</li>
 *   <li>{@link podium.model.fleet.Job#isSuspended <em>Suspended</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getMinimum <em>Minimum</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getSpec <em>Spec</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getGroups <em>Groups</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getPurpose <em>Purpose</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getManagers <em>Managers</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getCluster <em>Cluster</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getQueue <em>Queue</em>}</li>
 *   <li>{@link podium.model.fleet.Job#getTasks <em>Tasks</em>}</li>
 * </ul>
 *
 * @model
 * @generated
 */
public interface Job extends Named {
	/**
	 * Returns the value of the '<em><b>Namespace</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Namespace</em>' attribute.
	 * @see #setNamespace(String)
	 * @model
	 * @generated
	 */
	String getNamespace();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getNamespace <em>Namespace</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Namespace</em>' attribute.
	 * @see #getNamespace()
	 * @generated
	 */
	void setNamespace(String value);

	/**
	 * Returns the value of the '<em><b>Uid</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * metadata.uid; the precondition of every write.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Uid</em>' attribute.
	 * @see #setUid(String)
	 * @model
	 * @generated
	 */
	String getUid();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getUid <em>Uid</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Uid</em>' attribute.
	 * @see #getUid()
	 * @generated
	 */
	void setUid(String value);

	/**
	 * Returns the value of the '<em><b>Kind</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Kubernetes kind.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Kind</em>' attribute.
	 * @see #setKind(String)
	 * @model
	 * @generated
	 */
	String getKind();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getKind <em>Kind</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Kind</em>' attribute.
	 * @see #getKind()
	 * @generated
	 */
	void setKind(String value);

	/**
	 * Returns the value of the '<em><b>Api Version</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Api Version</em>' attribute.
	 * @see #setApiVersion(String)
	 * @model
	 * @generated
	 */
	String getApiVersion();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getApiVersion <em>Api Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Api Version</em>' attribute.
	 * @see #getApiVersion()
	 * @generated
	 */
	void setApiVersion(String value);

	/**
	 * Returns the value of the '<em><b>Work</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What has to be known of its kind; null: nothing is.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Work</em>' attribute.
	 * @see #setWork(WorkKind)
	 * @model dataType="podium.model.fleet.WorkKind"
	 * @generated
	 */
	WorkKind getWork();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getWork <em>Work</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Work</em>' attribute.
	 * @see #getWork()
	 * @generated
	 */
	void setWork(WorkKind value);

	/**
	 * Returns the value of the '<em><b>Labels</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Labels</em>' attribute.
	 * @see #setLabels(Labels)
	 * @model dataType="podium.model.fleet.Labels"
	 * @generated
	 */
	Labels getLabels();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getLabels <em>Labels</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Labels</em>' attribute.
	 * @see #getLabels()
	 * @generated
	 */
	void setLabels(Labels value);

	/**
	 * Returns the value of the '<em><b>State</b></em>' attribute.
	 * The literals are from the enumeration {@link podium.model.fleet.JobState}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>State</em>' attribute.
	 * @see podium.model.fleet.JobState
	 * @see #setState(JobState)
	 * @model
	 * @generated
	 */
	JobState getState();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getState <em>State</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>State</em>' attribute.
	 * @see podium.model.fleet.JobState
	 * @see #getState()
	 * @generated
	 */
	void setState(JobState value);

	/**
	 * Returns the value of the '<em><b>Reason</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Why it waits or failed, in words; null when nothing to say.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Reason</em>' attribute.
	 * @see #setReason(String)
	 * @model
	 * @generated
	 */
	String getReason();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getReason <em>Reason</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Reason</em>' attribute.
	 * @see #getReason()
	 * @generated
	 */
	void setReason(String value);

	/**
	 * Returns the value of the '<em><b>Queue Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Queue Name</em>' attribute.
	 * @see #setQueueName(String)
	 * @model
	 * @generated
	 */
	String getQueueName();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getQueueName <em>Queue Name</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Queue Name</em>' attribute.
	 * @see #getQueueName()
	 * @generated
	 */
	void setQueueName(String value);

	/**
	 * Returns the value of the '<em><b>Priority</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Priority</em>' attribute.
	 * @see #setPriority(int)
	 * @model
	 * @generated
	 */
	int getPriority();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getPriority <em>Priority</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Priority</em>' attribute.
	 * @see #getPriority()
	 * @generated
	 */
	void setPriority(int value);

	/**
	 * Returns the value of the '<em><b>Priority Class</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Priority Class</em>' attribute.
	 * @see #setPriorityClass(String)
	 * @model
	 * @generated
	 */
	String getPriorityClass();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getPriorityClass <em>Priority Class</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Priority Class</em>' attribute.
	 * @see #getPriorityClass()
	 * @generated
	 */
	void setPriorityClass(String value);

	/**
	 * Returns the value of the '<em><b>Created</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Created</em>' attribute.
	 * @see #setCreated(Instant)
	 * @model dataType="podium.model.fleet.Instant"
	 * @generated
	 */
	Instant getCreated();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getCreated <em>Created</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Created</em>' attribute.
	 * @see #getCreated()
	 * @generated
	 */
	void setCreated(Instant value);

	/**
	 * Returns the value of the '<em><b>Started</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Started</em>' attribute.
	 * @see #setStarted(Instant)
	 * @model dataType="podium.model.fleet.Instant"
	 * @generated
	 */
	Instant getStarted();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getStarted <em>Started</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Started</em>' attribute.
	 * @see #getStarted()
	 * @generated
	 */
	void setStarted(Instant value);

	/**
	 * Returns the value of the '<em><b>Finished</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Finished</em>' attribute.
	 * @see #setFinished(Instant)
	 * @model dataType="podium.model.fleet.Instant"
	 * @generated
	 */
	Instant getFinished();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getFinished <em>Finished</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Finished</em>' attribute.
	 * @see #getFinished()
	 * @generated
	 */
	void setFinished(Instant value);

	/**
	 * Returns the value of the '<em><b>Restarts</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * How often all of it was started anew after a failure, where its kind counts that.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Restarts</em>' attribute.
	 * @see #setRestarts(int)
	 * @model
	 * @generated
	 */
	int getRestarts();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getRestarts <em>Restarts</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Restarts</em>' attribute.
	 * @see #getRestarts()
	 * @generated
	 */
	void setRestarts(int value);

	/**
	 * Returns the value of the '<em><b>Wanted Tasks</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Pods it wants now (parallelism, replicas).
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Wanted Tasks</em>' attribute.
	 * @see #setWantedTasks(int)
	 * @model
	 * @generated
	 */
	int getWantedTasks();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getWantedTasks <em>Wanted Tasks</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Wanted Tasks</em>' attribute.
	 * @see #getWantedTasks()
	 * @generated
	 */
	void setWantedTasks(int value);

	/**
	 * Returns the value of the '<em><b>Suspended</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * spec.suspend.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Suspended</em>' attribute.
	 * @see #setSuspended(boolean)
	 * @model
	 * @generated
	 */
	boolean isSuspended();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#isSuspended <em>Suspended</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Suspended</em>' attribute.
	 * @see #isSuspended()
	 * @generated
	 */
	void setSuspended(boolean value);

	/**
	 * Returns the value of the '<em><b>Minimum</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Least tasks that make sense together; null: not a gang.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Minimum</em>' attribute.
	 * @see #setMinimum(Integer)
	 * @model
	 * @generated
	 */
	Integer getMinimum();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getMinimum <em>Minimum</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Minimum</em>' attribute.
	 * @see #getMinimum()
	 * @generated
	 */
	void setMinimum(Integer value);

	/**
	 * Returns the value of the '<em><b>Spec</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Pod template, of unlike groups that which asks for most devices; null when unknown.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Spec</em>' attribute.
	 * @see #setSpec(TaskSpec)
	 * @model dataType="podium.model.fleet.TaskSpec"
	 * @generated
	 */
	TaskSpec getSpec();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getSpec <em>Spec</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Spec</em>' attribute.
	 * @see #getSpec()
	 * @generated
	 */
	void setSpec(TaskSpec value);

	/**
	 * Returns the value of the '<em><b>Groups</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Its groups of tasks with a template each; null when all are of one.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Groups</em>' attribute.
	 * @see #setGroups(TaskGroups)
	 * @model dataType="podium.model.fleet.TaskGroups"
	 * @generated
	 */
	TaskGroups getGroups();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getGroups <em>Groups</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Groups</em>' attribute.
	 * @see #getGroups()
	 * @generated
	 */
	void setGroups(TaskGroups value);

	/**
	 * Returns the value of the '<em><b>Purpose</b></em>' attribute.
	 * The literals are from the enumeration {@link podium.model.fleet.Purpose}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What it is for, by the rules of the operator and those of Podium.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Purpose</em>' attribute.
	 * @see podium.model.fleet.Purpose
	 * @see #setPurpose(Purpose)
	 * @model
	 * @generated
	 */
	Purpose getPurpose();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getPurpose <em>Purpose</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Purpose</em>' attribute.
	 * @see podium.model.fleet.Purpose
	 * @see #getPurpose()
	 * @generated
	 */
	void setPurpose(Purpose value);

	/**
	 * Returns the value of the '<em><b>Managers</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Who else writes it: field managers and GitOps marks.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Managers</em>' attribute.
	 * @see #setManagers(Labels)
	 * @model dataType="podium.model.fleet.Labels"
	 * @generated
	 */
	Labels getManagers();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getManagers <em>Managers</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Managers</em>' attribute.
	 * @see #getManagers()
	 * @generated
	 */
	void setManagers(Labels value);

	/**
	 * Returns the value of the '<em><b>Cluster</b></em>' container reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Cluster#getJobs <em>Jobs</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Cluster</em>' container reference.
	 * @see #setCluster(Cluster)
	 * @see podium.model.fleet.Cluster#getJobs
	 * @model opposite="jobs" resolveProxies="false"
	 * @generated
	 */
	Cluster getCluster();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getCluster <em>Cluster</em>}' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Cluster</em>' container reference.
	 * @see #getCluster()
	 * @generated
	 */
	void setCluster(Cluster value);

	/**
	 * Returns the value of the '<em><b>Queue</b></em>' reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Queue#getJobs <em>Jobs</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Queue</em>' reference.
	 * @see #setQueue(Queue)
	 * @see podium.model.fleet.Queue#getJobs
	 * @model opposite="jobs" resolveProxies="false"
	 * @generated
	 */
	Queue getQueue();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Job#getQueue <em>Queue</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Queue</em>' reference.
	 * @see #getQueue()
	 * @generated
	 */
	void setQueue(Queue value);

	/**
	 * Returns the value of the '<em><b>Tasks</b></em>' containment reference list.
	 * The list contents are of type {@link podium.model.fleet.Task}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Task#getJob <em>Job</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Tasks</em>' containment reference list.
	 * @see podium.model.fleet.Task#getJob
	 * @model opposite="job" containment="true"
	 * @generated
	 */
	EList<Task> getTasks();

} // Job
