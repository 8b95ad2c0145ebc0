/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;

import java.time.Instant;

import org.eclipse.emf.common.util.EList;

import podium.model.value.Conditions;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taints;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Node</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A machine.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.Node#getUid <em>Uid</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getResourceVersion <em>Resource Version</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getLabels <em>Labels</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getTaints <em>Taints</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getCapacity <em>Capacity</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getAllocatable <em>Allocatable</em>}</li>
 *   <li>{@link podium.model.fleet.Node#isUnschedulable <em>Unschedulable</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getReadiness <em>Readiness</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getConditions <em>Conditions</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getCreated <em>Created</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getKubeletVersion <em>Kubelet Version</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getAddress <em>Address</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getCluster <em>Cluster</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getDomain <em>Domain</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getAccelerators <em>Accelerators</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getNics <em>Nics</em>}</li>
 *   <li>{@link podium.model.fleet.Node#getTasks <em>Tasks</em>}</li>
 * </ul>
 *
 * @model
 * @generated
 */
public interface Node extends Named {
	/**
	 * Returns the value of the '<em><b>Uid</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Uid</em>' attribute.
	 * @see #setUid(String)
	 * @model
	 * @generated
	 */
	String getUid();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Node#getUid <em>Uid</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Uid</em>' attribute.
	 * @see #getUid()
	 * @generated
	 */
	void setUid(String value);

	/**
	 * Returns the value of the '<em><b>Resource Version</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * metadata.resourceVersion of what is shown: the precondition of a write that is planned from it. Changes more often than anything on screen.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Resource Version</em>' attribute.
	 * @see #setResourceVersion(String)
	 * @model
	 * @generated
	 */
	String getResourceVersion();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Node#getResourceVersion <em>Resource Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Resource Version</em>' attribute.
	 * @see #getResourceVersion()
	 * @generated
	 */
	void setResourceVersion(String value);

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
	 * Sets the value of the '{@link podium.model.fleet.Node#getLabels <em>Labels</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Labels</em>' attribute.
	 * @see #getLabels()
	 * @generated
	 */
	void setLabels(Labels value);

	/**
	 * Returns the value of the '<em><b>Taints</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Taints</em>' attribute.
	 * @see #setTaints(Taints)
	 * @model dataType="podium.model.fleet.Taints"
	 * @generated
	 */
	Taints getTaints();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Node#getTaints <em>Taints</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Taints</em>' attribute.
	 * @see #getTaints()
	 * @generated
	 */
	void setTaints(Taints value);

	/**
	 * Returns the value of the '<em><b>Capacity</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Capacity</em>' attribute.
	 * @see #setCapacity(Resources)
	 * @model dataType="podium.model.fleet.Resources"
	 * @generated
	 */
	Resources getCapacity();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Node#getCapacity <em>Capacity</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Capacity</em>' attribute.
	 * @see #getCapacity()
	 * @generated
	 */
	void setCapacity(Resources value);

	/**
	 * Returns the value of the '<em><b>Allocatable</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Allocatable</em>' attribute.
	 * @see #setAllocatable(Resources)
	 * @model dataType="podium.model.fleet.Resources"
	 * @generated
	 */
	Resources getAllocatable();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Node#getAllocatable <em>Allocatable</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Allocatable</em>' attribute.
	 * @see #getAllocatable()
	 * @generated
	 */
	void setAllocatable(Resources value);

	/**
	 * Returns the value of the '<em><b>Unschedulable</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * spec.unschedulable: cordoned.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Unschedulable</em>' attribute.
	 * @see #setUnschedulable(boolean)
	 * @model
	 * @generated
	 */
	boolean isUnschedulable();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Node#isUnschedulable <em>Unschedulable</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Unschedulable</em>' attribute.
	 * @see #isUnschedulable()
	 * @generated
	 */
	void setUnschedulable(boolean value);

	/**
	 * Returns the value of the '<em><b>Readiness</b></em>' attribute.
	 * The literals are from the enumeration {@link podium.model.fleet.Readiness}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Readiness</em>' attribute.
	 * @see podium.model.fleet.Readiness
	 * @see #setReadiness(Readiness)
	 * @model
	 * @generated
	 */
	Readiness getReadiness();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Node#getReadiness <em>Readiness</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Readiness</em>' attribute.
	 * @see podium.model.fleet.Readiness
	 * @see #getReadiness()
	 * @generated
	 */
	void setReadiness(Readiness value);

	/**
	 * Returns the value of the '<em><b>Conditions</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Conditions</em>' attribute.
	 * @see #setConditions(Conditions)
	 * @model dataType="podium.model.fleet.Conditions"
	 * @generated
	 */
	Conditions getConditions();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Node#getConditions <em>Conditions</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Conditions</em>' attribute.
	 * @see #getConditions()
	 * @generated
	 */
	void setConditions(Conditions value);

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
	 * Sets the value of the '{@link podium.model.fleet.Node#getCreated <em>Created</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Created</em>' attribute.
	 * @see #getCreated()
	 * @generated
	 */
	void setCreated(Instant value);

	/**
	 * Returns the value of the '<em><b>Kubelet Version</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Kubelet Version</em>' attribute.
	 * @see #setKubeletVersion(String)
	 * @model
	 * @generated
	 */
	String getKubeletVersion();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Node#getKubeletVersion <em>Kubelet Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Kubelet Version</em>' attribute.
	 * @see #getKubeletVersion()
	 * @generated
	 */
	void setKubeletVersion(String value);

	/**
	 * Returns the value of the '<em><b>Address</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * InternalIP.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Address</em>' attribute.
	 * @see #setAddress(String)
	 * @model
	 * @generated
	 */
	String getAddress();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Node#getAddress <em>Address</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Address</em>' attribute.
	 * @see #getAddress()
	 * @generated
	 */
	void setAddress(String value);

	/**
	 * Returns the value of the '<em><b>Cluster</b></em>' container reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Cluster#getNodes <em>Nodes</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Cluster</em>' container reference.
	 * @see #setCluster(Cluster)
	 * @see podium.model.fleet.Cluster#getNodes
	 * @model opposite="nodes" resolveProxies="false"
	 * @generated
	 */
	Cluster getCluster();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Node#getCluster <em>Cluster</em>}' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Cluster</em>' container reference.
	 * @see #getCluster()
	 * @generated
	 */
	void setCluster(Cluster value);

	/**
	 * Returns the value of the '<em><b>Domain</b></em>' reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Domain#getNodes <em>Nodes</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Nearest domain; null when the cluster has none.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Domain</em>' reference.
	 * @see #setDomain(Domain)
	 * @see podium.model.fleet.Domain#getNodes
	 * @model opposite="nodes" resolveProxies="false"
	 * @generated
	 */
	Domain getDomain();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Node#getDomain <em>Domain</em>}' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Domain</em>' reference.
	 * @see #getDomain()
	 * @generated
	 */
	void setDomain(Domain value);

	/**
	 * Returns the value of the '<em><b>Accelerators</b></em>' containment reference list.
	 * The list contents are of type {@link podium.model.fleet.Accelerator}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Accelerator#getNode <em>Node</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Accelerators</em>' containment reference list.
	 * @see podium.model.fleet.Accelerator#getNode
	 * @model opposite="node" containment="true"
	 * @generated
	 */
	EList<Accelerator> getAccelerators();

	/**
	 * Returns the value of the '<em><b>Nics</b></em>' containment reference list.
	 * The list contents are of type {@link podium.model.fleet.Nic}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Nics</em>' containment reference list.
	 * @model containment="true"
	 * @generated
	 */
	EList<Nic> getNics();

	/**
	 * Returns the value of the '<em><b>Tasks</b></em>' reference list.
	 * The list contents are of type {@link podium.model.fleet.Task}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Task#getNode <em>Node</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Pods bound here, finished ones included until they are deleted.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Tasks</em>' reference list.
	 * @see podium.model.fleet.Task#getNode
	 * @model opposite="node" resolveProxies="false"
	 * @generated
	 */
	EList<Task> getTasks();

} // Node
