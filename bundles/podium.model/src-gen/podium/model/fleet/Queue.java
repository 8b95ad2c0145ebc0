/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;

import org.eclipse.emf.common.util.EList;

import podium.model.value.Resources;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Queue</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * Kueue ClusterQueue or LocalQueue, Volcano or KAI Queue, or a namespace with a quota.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.Queue#getNamespace <em>Namespace</em>}</li>
 *   <li>{@link podium.model.fleet.Queue#getUid <em>Uid</em>}</li>
 *   <li>{@link podium.model.fleet.Queue#getKind <em>Kind</em>}</li>
 *   <li>{@link podium.model.fleet.Queue#getCohort <em>Cohort</em>}</li>
 *   <li>{@link podium.model.fleet.Queue#getQuota <em>Quota</em>}</li>
 *   <li>{@link podium.model.fleet.Queue#getUsed <em>Used</em>}</li>
 *   <li>{@link podium.model.fleet.Queue#getPending <em>Pending</em>}</li>
 *   <li>{@link podium.model.fleet.Queue#getAdmitted <em>Admitted</em>}</li>
 *   <li>{@link podium.model.fleet.Queue#isActive <em>Active</em>}</li>
 *   <li>{@link podium.model.fleet.Queue#getCluster <em>Cluster</em>}</li>
 *   <li>{@link podium.model.fleet.Queue#getJobs <em>Jobs</em>}</li>
 * </ul>
 *
 * @model
 * @generated
 */
public interface Queue extends Named {
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
	 * Sets the value of the '{@link podium.model.fleet.Queue#getNamespace <em>Namespace</em>}' attribute.
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
	 * Sets the value of the '{@link podium.model.fleet.Queue#getUid <em>Uid</em>}' attribute.
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
	 * @return the value of the '<em>Kind</em>' attribute.
	 * @see #setKind(String)
	 * @model
	 * @generated
	 */
	String getKind();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Queue#getKind <em>Kind</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Kind</em>' attribute.
	 * @see #getKind()
	 * @generated
	 */
	void setKind(String value);

	/**
	 * Returns the value of the '<em><b>Cohort</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Cohort</em>' attribute.
	 * @see #setCohort(String)
	 * @model
	 * @generated
	 */
	String getCohort();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Queue#getCohort <em>Cohort</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Cohort</em>' attribute.
	 * @see #getCohort()
	 * @generated
	 */
	void setCohort(String value);

	/**
	 * Returns the value of the '<em><b>Quota</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Quota</em>' attribute.
	 * @see #setQuota(Resources)
	 * @model dataType="podium.model.fleet.Resources"
	 * @generated
	 */
	Resources getQuota();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Queue#getQuota <em>Quota</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Quota</em>' attribute.
	 * @see #getQuota()
	 * @generated
	 */
	void setQuota(Resources value);

	/**
	 * Returns the value of the '<em><b>Used</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Used</em>' attribute.
	 * @see #setUsed(Resources)
	 * @model dataType="podium.model.fleet.Resources"
	 * @generated
	 */
	Resources getUsed();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Queue#getUsed <em>Used</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Used</em>' attribute.
	 * @see #getUsed()
	 * @generated
	 */
	void setUsed(Resources value);

	/**
	 * Returns the value of the '<em><b>Pending</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Pending</em>' attribute.
	 * @see #setPending(int)
	 * @model
	 * @generated
	 */
	int getPending();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Queue#getPending <em>Pending</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Pending</em>' attribute.
	 * @see #getPending()
	 * @generated
	 */
	void setPending(int value);

	/**
	 * Returns the value of the '<em><b>Admitted</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Admitted</em>' attribute.
	 * @see #setAdmitted(int)
	 * @model
	 * @generated
	 */
	int getAdmitted();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Queue#getAdmitted <em>Admitted</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Admitted</em>' attribute.
	 * @see #getAdmitted()
	 * @generated
	 */
	void setAdmitted(int value);

	/**
	 * Returns the value of the '<em><b>Active</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Active</em>' attribute.
	 * @see #setActive(boolean)
	 * @model
	 * @generated
	 */
	boolean isActive();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Queue#isActive <em>Active</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Active</em>' attribute.
	 * @see #isActive()
	 * @generated
	 */
	void setActive(boolean value);

	/**
	 * Returns the value of the '<em><b>Cluster</b></em>' container reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Cluster#getQueues <em>Queues</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Cluster</em>' container reference.
	 * @see #setCluster(Cluster)
	 * @see podium.model.fleet.Cluster#getQueues
	 * @model opposite="queues" resolveProxies="false"
	 * @generated
	 */
	Cluster getCluster();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Queue#getCluster <em>Cluster</em>}' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Cluster</em>' container reference.
	 * @see #getCluster()
	 * @generated
	 */
	void setCluster(Cluster value);

	/**
	 * Returns the value of the '<em><b>Jobs</b></em>' reference list.
	 * The list contents are of type {@link podium.model.fleet.Job}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Job#getQueue <em>Queue</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Jobs</em>' reference list.
	 * @see podium.model.fleet.Job#getQueue
	 * @model opposite="queue" resolveProxies="false"
	 * @generated
	 */
	EList<Job> getJobs();

} // Queue
