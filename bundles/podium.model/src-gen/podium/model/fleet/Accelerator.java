/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;

import org.eclipse.emf.common.util.EList;

import org.eclipse.emf.ecore.EObject;

import podium.model.value.DeviceTaints;
import podium.model.value.Labels;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Accelerator</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * One device: a GPU, TPU, Gaudi, Neuron core.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.Accelerator#getIndex <em>Index</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getUuid <em>Uuid</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getModel <em>Model</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getVendor <em>Vendor</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getMemoryBytes <em>Memory Bytes</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getPciBusId <em>Pci Bus Id</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getNumaNode <em>Numa Node</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getHealth <em>Health</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getHealthReason <em>Health Reason</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getTaints <em>Taints</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getBatchJob <em>Batch Job</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getReadings <em>Readings</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getNode <em>Node</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getSlices <em>Slices</em>}</li>
 *   <li>{@link podium.model.fleet.Accelerator#getTasks <em>Tasks</em>}</li>
 * </ul>
 *
 * @model
 * @generated
 */
public interface Accelerator extends EObject {
	/**
	 * Returns the value of the '<em><b>Index</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Index on its node, from 0.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Index</em>' attribute.
	 * @see #setIndex(int)
	 * @model
	 * @generated
	 */
	int getIndex();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getIndex <em>Index</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Index</em>' attribute.
	 * @see #getIndex()
	 * @generated
	 */
	void setIndex(int value);

	/**
	 * Returns the value of the '<em><b>Uuid</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Vendor's identifier, GPU-... for NVIDIA; null until a source tells.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Uuid</em>' attribute.
	 * @see #setUuid(String)
	 * @model
	 * @generated
	 */
	String getUuid();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getUuid <em>Uuid</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Uuid</em>' attribute.
	 * @see #getUuid()
	 * @generated
	 */
	void setUuid(String value);

	/**
	 * Returns the value of the '<em><b>Model</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Product name, e.g. NVIDIA-H100-80GB-HBM3.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Model</em>' attribute.
	 * @see #setModel(String)
	 * @model
	 * @generated
	 */
	String getModel();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getModel <em>Model</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Model</em>' attribute.
	 * @see #getModel()
	 * @generated
	 */
	void setModel(String value);

	/**
	 * Returns the value of the '<em><b>Vendor</b></em>' attribute.
	 * The literals are from the enumeration {@link podium.model.fleet.Vendor}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Vendor</em>' attribute.
	 * @see podium.model.fleet.Vendor
	 * @see #setVendor(Vendor)
	 * @model
	 * @generated
	 */
	Vendor getVendor();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getVendor <em>Vendor</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Vendor</em>' attribute.
	 * @see podium.model.fleet.Vendor
	 * @see #getVendor()
	 * @generated
	 */
	void setVendor(Vendor value);

	/**
	 * Returns the value of the '<em><b>Memory Bytes</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Bytes; null when unknown.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Memory Bytes</em>' attribute.
	 * @see #setMemoryBytes(Long)
	 * @model
	 * @generated
	 */
	Long getMemoryBytes();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getMemoryBytes <em>Memory Bytes</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Memory Bytes</em>' attribute.
	 * @see #getMemoryBytes()
	 * @generated
	 */
	void setMemoryBytes(Long value);

	/**
	 * Returns the value of the '<em><b>Pci Bus Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Pci Bus Id</em>' attribute.
	 * @see #setPciBusId(String)
	 * @model
	 * @generated
	 */
	String getPciBusId();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getPciBusId <em>Pci Bus Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Pci Bus Id</em>' attribute.
	 * @see #getPciBusId()
	 * @generated
	 */
	void setPciBusId(String value);

	/**
	 * Returns the value of the '<em><b>Numa Node</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Numa Node</em>' attribute.
	 * @see #setNumaNode(Integer)
	 * @model
	 * @generated
	 */
	Integer getNumaNode();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getNumaNode <em>Numa Node</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Numa Node</em>' attribute.
	 * @see #getNumaNode()
	 * @generated
	 */
	void setNumaNode(Integer value);

	/**
	 * Returns the value of the '<em><b>Health</b></em>' attribute.
	 * The literals are from the enumeration {@link podium.model.fleet.Health}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Health</em>' attribute.
	 * @see podium.model.fleet.Health
	 * @see #setHealth(Health)
	 * @model
	 * @generated
	 */
	Health getHealth();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getHealth <em>Health</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Health</em>' attribute.
	 * @see podium.model.fleet.Health
	 * @see #getHealth()
	 * @generated
	 */
	void setHealth(Health value);

	/**
	 * Returns the value of the '<em><b>Health Reason</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Health Reason</em>' attribute.
	 * @see #setHealthReason(String)
	 * @model
	 * @generated
	 */
	String getHealthReason();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getHealthReason <em>Health Reason</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Health Reason</em>' attribute.
	 * @see #getHealthReason()
	 * @generated
	 */
	void setHealthReason(String value);

	/**
	 * Returns the value of the '<em><b>Taints</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Taints of the device itself (KEP-5055), of its driver and of rules; null when it has none.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Taints</em>' attribute.
	 * @see #setTaints(DeviceTaints)
	 * @model dataType="podium.model.fleet.DeviceTaints"
	 * @generated
	 */
	DeviceTaints getTaints();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getTaints <em>Taints</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Taints</em>' attribute.
	 * @see #getTaints()
	 * @generated
	 */
	void setTaints(DeviceTaints value);

	/**
	 * Returns the value of the '<em><b>Batch Job</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Job of a batch system outside of Kubernetes that an exporter says holds it, as Slurm's number; null when none is told of.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Batch Job</em>' attribute.
	 * @see #setBatchJob(String)
	 * @model
	 * @generated
	 */
	String getBatchJob();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getBatchJob <em>Batch Job</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Batch Job</em>' attribute.
	 * @see #getBatchJob()
	 * @generated
	 */
	void setBatchJob(String value);

	/**
	 * Returns the value of the '<em><b>Readings</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * In a snapshot only: name of each metric and what it was when the snapshot was saved; null in a fleet that lives.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Readings</em>' attribute.
	 * @see #setReadings(Labels)
	 * @model dataType="podium.model.fleet.Labels"
	 * @generated
	 */
	Labels getReadings();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getReadings <em>Readings</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Readings</em>' attribute.
	 * @see #getReadings()
	 * @generated
	 */
	void setReadings(Labels value);

	/**
	 * Returns the value of the '<em><b>Node</b></em>' container reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Node#getAccelerators <em>Accelerators</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Node</em>' container reference.
	 * @see #setNode(Node)
	 * @see podium.model.fleet.Node#getAccelerators
	 * @model opposite="accelerators" resolveProxies="false"
	 * @generated
	 */
	Node getNode();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Accelerator#getNode <em>Node</em>}' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Node</em>' container reference.
	 * @see #getNode()
	 * @generated
	 */
	void setNode(Node value);

	/**
	 * Returns the value of the '<em><b>Slices</b></em>' containment reference list.
	 * The list contents are of type {@link podium.model.fleet.Slice}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Slice#getAccelerator <em>Accelerator</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Slices</em>' containment reference list.
	 * @see podium.model.fleet.Slice#getAccelerator
	 * @model opposite="accelerator" containment="true"
	 * @generated
	 */
	EList<Slice> getSlices();

	/**
	 * Returns the value of the '<em><b>Tasks</b></em>' reference list.
	 * The list contents are of type {@link podium.model.fleet.Task}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Task#getAccelerators <em>Accelerators</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Tasks known to hold this device.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Tasks</em>' reference list.
	 * @see podium.model.fleet.Task#getAccelerators
	 * @model opposite="accelerators" resolveProxies="false"
	 * @generated
	 */
	EList<Task> getTasks();

} // Accelerator
