/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;

import podium.model.value.LabelSelector;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Disruption Budget</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * A PodDisruptionBudget.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.DisruptionBudget#getNamespace <em>Namespace</em>}</li>
 *   <li>{@link podium.model.fleet.DisruptionBudget#getUid <em>Uid</em>}</li>
 *   <li>{@link podium.model.fleet.DisruptionBudget#getSelector <em>Selector</em>}</li>
 *   <li>{@link podium.model.fleet.DisruptionBudget#getDisruptionsAllowed <em>Disruptions Allowed</em>}</li>
 *   <li>{@link podium.model.fleet.DisruptionBudget#getCurrentHealthy <em>Current Healthy</em>}</li>
 *   <li>{@link podium.model.fleet.DisruptionBudget#getDesiredHealthy <em>Desired Healthy</em>}</li>
 *   <li>{@link podium.model.fleet.DisruptionBudget#getExpectedPods <em>Expected Pods</em>}</li>
 *   <li>{@link podium.model.fleet.DisruptionBudget#getGeneration <em>Generation</em>}</li>
 *   <li>{@link podium.model.fleet.DisruptionBudget#getObservedGeneration <em>Observed Generation</em>}</li>
 *   <li>{@link podium.model.fleet.DisruptionBudget#isAlwaysAllowUnhealthy <em>Always Allow Unhealthy</em>}</li>
 *   <li>{@link podium.model.fleet.DisruptionBudget#getCluster <em>Cluster</em>}</li>
 * </ul>
 *
 * @model
 * @generated
 */
public interface DisruptionBudget extends Named {
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
	 * Sets the value of the '{@link podium.model.fleet.DisruptionBudget#getNamespace <em>Namespace</em>}' attribute.
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
	 * Sets the value of the '{@link podium.model.fleet.DisruptionBudget#getUid <em>Uid</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Uid</em>' attribute.
	 * @see #getUid()
	 * @generated
	 */
	void setUid(String value);

	/**
	 * Returns the value of the '<em><b>Selector</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Selector</em>' attribute.
	 * @see #setSelector(LabelSelector)
	 * @model dataType="podium.model.fleet.LabelSelector"
	 * @generated
	 */
	LabelSelector getSelector();

	/**
	 * Sets the value of the '{@link podium.model.fleet.DisruptionBudget#getSelector <em>Selector</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Selector</em>' attribute.
	 * @see #getSelector()
	 * @generated
	 */
	void setSelector(LabelSelector value);

	/**
	 * Returns the value of the '<em><b>Disruptions Allowed</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Disruptions Allowed</em>' attribute.
	 * @see #setDisruptionsAllowed(int)
	 * @model
	 * @generated
	 */
	int getDisruptionsAllowed();

	/**
	 * Sets the value of the '{@link podium.model.fleet.DisruptionBudget#getDisruptionsAllowed <em>Disruptions Allowed</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Disruptions Allowed</em>' attribute.
	 * @see #getDisruptionsAllowed()
	 * @generated
	 */
	void setDisruptionsAllowed(int value);

	/**
	 * Returns the value of the '<em><b>Current Healthy</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Current Healthy</em>' attribute.
	 * @see #setCurrentHealthy(int)
	 * @model
	 * @generated
	 */
	int getCurrentHealthy();

	/**
	 * Sets the value of the '{@link podium.model.fleet.DisruptionBudget#getCurrentHealthy <em>Current Healthy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Current Healthy</em>' attribute.
	 * @see #getCurrentHealthy()
	 * @generated
	 */
	void setCurrentHealthy(int value);

	/**
	 * Returns the value of the '<em><b>Desired Healthy</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Desired Healthy</em>' attribute.
	 * @see #setDesiredHealthy(int)
	 * @model
	 * @generated
	 */
	int getDesiredHealthy();

	/**
	 * Sets the value of the '{@link podium.model.fleet.DisruptionBudget#getDesiredHealthy <em>Desired Healthy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Desired Healthy</em>' attribute.
	 * @see #getDesiredHealthy()
	 * @generated
	 */
	void setDesiredHealthy(int value);

	/**
	 * Returns the value of the '<em><b>Expected Pods</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Expected Pods</em>' attribute.
	 * @see #setExpectedPods(int)
	 * @model
	 * @generated
	 */
	int getExpectedPods();

	/**
	 * Sets the value of the '{@link podium.model.fleet.DisruptionBudget#getExpectedPods <em>Expected Pods</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Expected Pods</em>' attribute.
	 * @see #getExpectedPods()
	 * @generated
	 */
	void setExpectedPods(int value);

	/**
	 * Returns the value of the '<em><b>Generation</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Generation</em>' attribute.
	 * @see #setGeneration(long)
	 * @model
	 * @generated
	 */
	long getGeneration();

	/**
	 * Sets the value of the '{@link podium.model.fleet.DisruptionBudget#getGeneration <em>Generation</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Generation</em>' attribute.
	 * @see #getGeneration()
	 * @generated
	 */
	void setGeneration(long value);

	/**
	 * Returns the value of the '<em><b>Observed Generation</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Observed Generation</em>' attribute.
	 * @see #setObservedGeneration(long)
	 * @model
	 * @generated
	 */
	long getObservedGeneration();

	/**
	 * Sets the value of the '{@link podium.model.fleet.DisruptionBudget#getObservedGeneration <em>Observed Generation</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Observed Generation</em>' attribute.
	 * @see #getObservedGeneration()
	 * @generated
	 */
	void setObservedGeneration(long value);

	/**
	 * Returns the value of the '<em><b>Always Allow Unhealthy</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * unhealthyPodEvictionPolicy: AlwaysAllow.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Always Allow Unhealthy</em>' attribute.
	 * @see #setAlwaysAllowUnhealthy(boolean)
	 * @model
	 * @generated
	 */
	boolean isAlwaysAllowUnhealthy();

	/**
	 * Sets the value of the '{@link podium.model.fleet.DisruptionBudget#isAlwaysAllowUnhealthy <em>Always Allow Unhealthy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Always Allow Unhealthy</em>' attribute.
	 * @see #isAlwaysAllowUnhealthy()
	 * @generated
	 */
	void setAlwaysAllowUnhealthy(boolean value);

	/**
	 * Returns the value of the '<em><b>Cluster</b></em>' container reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Cluster#getBudgets <em>Budgets</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Cluster</em>' container reference.
	 * @see #setCluster(Cluster)
	 * @see podium.model.fleet.Cluster#getBudgets
	 * @model opposite="budgets" resolveProxies="false"
	 * @generated
	 */
	Cluster getCluster();

	/**
	 * Sets the value of the '{@link podium.model.fleet.DisruptionBudget#getCluster <em>Cluster</em>}' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Cluster</em>' container reference.
	 * @see #getCluster()
	 * @generated
	 */
	void setCluster(Cluster value);

} // DisruptionBudget
