/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;

import java.time.Instant;

import org.eclipse.emf.common.util.EList;

import podium.model.value.ControllerRef;
import podium.model.value.DeviceIds;
import podium.model.value.Labels;
import podium.model.value.TaskSpec;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Task</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * One pod of a job.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.Task#getNamespace <em>Namespace</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getUid <em>Uid</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getLabels <em>Labels</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getPhase <em>Phase</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getReason <em>Reason</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getMessage <em>Message</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getRank <em>Rank</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getSpec <em>Spec</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getController <em>Controller</em>}</li>
 *   <li>{@link podium.model.fleet.Task#isReady <em>Ready</em>}</li>
 *   <li>{@link podium.model.fleet.Task#isMirror <em>Mirror</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getRestarts <em>Restarts</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getCreated <em>Created</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getStarted <em>Started</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getFailed <em>Failed</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getDeletion <em>Deletion</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getRefused <em>Refused</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getDeviceIds <em>Device Ids</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getJob <em>Job</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getNode <em>Node</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getAccelerators <em>Accelerators</em>}</li>
 *   <li>{@link podium.model.fleet.Task#getSlices <em>Slices</em>}</li>
 * </ul>
 *
 * @model
 * @generated
 */
public interface Task extends Named {
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
	 * Sets the value of the '{@link podium.model.fleet.Task#getNamespace <em>Namespace</em>}' attribute.
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
	 * Sets the value of the '{@link podium.model.fleet.Task#getUid <em>Uid</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Uid</em>' attribute.
	 * @see #getUid()
	 * @generated
	 */
	void setUid(String value);

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
	 * Sets the value of the '{@link podium.model.fleet.Task#getLabels <em>Labels</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Labels</em>' attribute.
	 * @see #getLabels()
	 * @generated
	 */
	void setLabels(Labels value);

	/**
	 * Returns the value of the '<em><b>Phase</b></em>' attribute.
	 * The literals are from the enumeration {@link podium.model.fleet.TaskPhase}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Phase</em>' attribute.
	 * @see podium.model.fleet.TaskPhase
	 * @see #setPhase(TaskPhase)
	 * @model
	 * @generated
	 */
	TaskPhase getPhase();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getPhase <em>Phase</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Phase</em>' attribute.
	 * @see podium.model.fleet.TaskPhase
	 * @see #getPhase()
	 * @generated
	 */
	void setPhase(TaskPhase value);

	/**
	 * Returns the value of the '<em><b>Reason</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Reason</em>' attribute.
	 * @see #setReason(String)
	 * @model
	 * @generated
	 */
	String getReason();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getReason <em>Reason</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Reason</em>' attribute.
	 * @see #getReason()
	 * @generated
	 */
	void setReason(String value);

	/**
	 * Returns the value of the '<em><b>Message</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Message</em>' attribute.
	 * @see #setMessage(String)
	 * @model
	 * @generated
	 */
	String getMessage();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getMessage <em>Message</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Message</em>' attribute.
	 * @see #getMessage()
	 * @generated
	 */
	void setMessage(String value);

	/**
	 * Returns the value of the '<em><b>Rank</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Rank in its gang; null when it has none.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Rank</em>' attribute.
	 * @see #setRank(Integer)
	 * @model
	 * @generated
	 */
	Integer getRank();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getRank <em>Rank</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Rank</em>' attribute.
	 * @see #getRank()
	 * @generated
	 */
	void setRank(Integer value);

	/**
	 * Returns the value of the '<em><b>Spec</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Spec</em>' attribute.
	 * @see #setSpec(TaskSpec)
	 * @model dataType="podium.model.fleet.TaskSpec"
	 * @generated
	 */
	TaskSpec getSpec();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getSpec <em>Spec</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Spec</em>' attribute.
	 * @see #getSpec()
	 * @generated
	 */
	void setSpec(TaskSpec value);

	/**
	 * Returns the value of the '<em><b>Controller</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Owner with controller=true; null: a bare pod.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Controller</em>' attribute.
	 * @see #setController(ControllerRef)
	 * @model dataType="podium.model.fleet.ControllerRef"
	 * @generated
	 */
	ControllerRef getController();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getController <em>Controller</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Controller</em>' attribute.
	 * @see #getController()
	 * @generated
	 */
	void setController(ControllerRef value);

	/**
	 * Returns the value of the '<em><b>Ready</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Ready</em>' attribute.
	 * @see #setReady(boolean)
	 * @model
	 * @generated
	 */
	boolean isReady();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#isReady <em>Ready</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Ready</em>' attribute.
	 * @see #isReady()
	 * @generated
	 */
	void setReady(boolean value);

	/**
	 * Returns the value of the '<em><b>Mirror</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * A static pod's mirror.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Mirror</em>' attribute.
	 * @see #setMirror(boolean)
	 * @model
	 * @generated
	 */
	boolean isMirror();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#isMirror <em>Mirror</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Mirror</em>' attribute.
	 * @see #isMirror()
	 * @generated
	 */
	void setMirror(boolean value);

	/**
	 * Returns the value of the '<em><b>Restarts</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Restarts</em>' attribute.
	 * @see #setRestarts(int)
	 * @model
	 * @generated
	 */
	int getRestarts();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getRestarts <em>Restarts</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Restarts</em>' attribute.
	 * @see #getRestarts()
	 * @generated
	 */
	void setRestarts(int value);

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
	 * Sets the value of the '{@link podium.model.fleet.Task#getCreated <em>Created</em>}' attribute.
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
	 * Sets the value of the '{@link podium.model.fleet.Task#getStarted <em>Started</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Started</em>' attribute.
	 * @see #getStarted()
	 * @generated
	 */
	void setStarted(Instant value);

	/**
	 * Returns the value of the '<em><b>Failed</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * When a container of it last ended in failure; null: none has, or it is not told.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Failed</em>' attribute.
	 * @see #setFailed(Instant)
	 * @model dataType="podium.model.fleet.Instant"
	 * @generated
	 */
	Instant getFailed();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getFailed <em>Failed</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Failed</em>' attribute.
	 * @see #getFailed()
	 * @generated
	 */
	void setFailed(Instant value);

	/**
	 * Returns the value of the '<em><b>Deletion</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * deletionTimestamp; null: not being deleted.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Deletion</em>' attribute.
	 * @see #setDeletion(Instant)
	 * @model dataType="podium.model.fleet.Instant"
	 * @generated
	 */
	Instant getDeletion();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getDeletion <em>Deletion</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Deletion</em>' attribute.
	 * @see #getDeletion()
	 * @generated
	 */
	void setDeletion(Instant value);

	/**
	 * Returns the value of the '<em><b>Refused</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * When its scheduler last wrote why it has no node; null: it has one, or that is not told.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Refused</em>' attribute.
	 * @see #setRefused(Instant)
	 * @model dataType="podium.model.fleet.Instant"
	 * @generated
	 */
	Instant getRefused();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getRefused <em>Refused</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Refused</em>' attribute.
	 * @see #getRefused()
	 * @generated
	 */
	void setRefused(Instant value);

	/**
	 * Returns the value of the '<em><b>Device Ids</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Device identifiers the kubelet allocated (KEP-4680); empty when unknown.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Device Ids</em>' attribute.
	 * @see #setDeviceIds(DeviceIds)
	 * @model dataType="podium.model.fleet.DeviceIds"
	 * @generated
	 */
	DeviceIds getDeviceIds();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getDeviceIds <em>Device Ids</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Device Ids</em>' attribute.
	 * @see #getDeviceIds()
	 * @generated
	 */
	void setDeviceIds(DeviceIds value);

	/**
	 * Returns the value of the '<em><b>Job</b></em>' container reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Job#getTasks <em>Tasks</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Job</em>' container reference.
	 * @see #setJob(Job)
	 * @see podium.model.fleet.Job#getTasks
	 * @model opposite="tasks" resolveProxies="false"
	 * @generated
	 */
	Job getJob();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getJob <em>Job</em>}' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Job</em>' container reference.
	 * @see #getJob()
	 * @generated
	 */
	void setJob(Job value);

	/**
	 * Returns the value of the '<em><b>Node</b></em>' reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Node#getTasks <em>Tasks</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Node</em>' reference.
	 * @see #setNode(Node)
	 * @see podium.model.fleet.Node#getTasks
	 * @model opposite="tasks" resolveProxies="false"
	 * @generated
	 */
	Node getNode();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Task#getNode <em>Node</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Node</em>' reference.
	 * @see #getNode()
	 * @generated
	 */
	void setNode(Node value);

	/**
	 * Returns the value of the '<em><b>Accelerators</b></em>' reference list.
	 * The list contents are of type {@link podium.model.fleet.Accelerator}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Accelerator#getTasks <em>Tasks</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Accelerators</em>' reference list.
	 * @see podium.model.fleet.Accelerator#getTasks
	 * @model opposite="tasks" resolveProxies="false"
	 * @generated
	 */
	EList<Accelerator> getAccelerators();

	/**
	 * Returns the value of the '<em><b>Slices</b></em>' reference list.
	 * The list contents are of type {@link podium.model.fleet.Slice}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Slice#getTasks <em>Tasks</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Slices</em>' reference list.
	 * @see podium.model.fleet.Slice#getTasks
	 * @model opposite="tasks" resolveProxies="false"
	 * @generated
	 */
	EList<Slice> getSlices();

} // Task
