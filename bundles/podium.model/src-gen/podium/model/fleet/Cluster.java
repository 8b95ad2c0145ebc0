/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet;

import java.time.Instant;

import org.eclipse.emf.common.util.EList;

import podium.model.value.ClusterFacts;

/**
 * <!-- begin-user-doc -->
 * A representation of the model object '<em><b>Cluster</b></em>'.
 * <!-- end-user-doc -->
 *
 * <!-- begin-model-doc -->
 * One Kubernetes API endpoint, from one kubeconfig context.
 * <!-- end-model-doc -->
 *
 * <p>
 * The following features are supported:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.Cluster#getId <em>Id</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getServer <em>Server</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getContext <em>Context</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getVersion <em>Version</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getConnection <em>Connection</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getConnectionSince <em>Connection Since</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getConnectionMessage <em>Connection Message</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getConnectionAdvice <em>Connection Advice</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getLastContact <em>Last Contact</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#isSimulated <em>Simulated</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getProtection <em>Protection</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#isProduction <em>Production</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getColor <em>Color</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getFacts <em>Facts</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getFleet <em>Fleet</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getDomains <em>Domains</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getNodes <em>Nodes</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getJobs <em>Jobs</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getQueues <em>Queues</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getBudgets <em>Budgets</em>}</li>
 *   <li>{@link podium.model.fleet.Cluster#getLinks <em>Links</em>}</li>
 * </ul>
 *
 * @model
 * @generated
 */
public interface Cluster extends Named {
	/**
	 * Returns the value of the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What it is known by within the console, whatever it is shown as; null in a fleet that no console made.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Id</em>' attribute.
	 * @see #setId(String)
	 * @model
	 * @generated
	 */
	String getId();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getId <em>Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Id</em>' attribute.
	 * @see #getId()
	 * @generated
	 */
	void setId(String value);

	/**
	 * Returns the value of the '<em><b>Server</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Address of the API server.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Server</em>' attribute.
	 * @see #setServer(String)
	 * @model
	 * @generated
	 */
	String getServer();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getServer <em>Server</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Server</em>' attribute.
	 * @see #getServer()
	 * @generated
	 */
	void setServer(String value);

	/**
	 * Returns the value of the '<em><b>Context</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Context of the kubeconfig.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Context</em>' attribute.
	 * @see #setContext(String)
	 * @model
	 * @generated
	 */
	String getContext();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getContext <em>Context</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Context</em>' attribute.
	 * @see #getContext()
	 * @generated
	 */
	void setContext(String value);

	/**
	 * Returns the value of the '<em><b>Version</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * gitVersion of the server; null until known.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Version</em>' attribute.
	 * @see #setVersion(String)
	 * @model
	 * @generated
	 */
	String getVersion();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getVersion <em>Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Version</em>' attribute.
	 * @see #getVersion()
	 * @generated
	 */
	void setVersion(String value);

	/**
	 * Returns the value of the '<em><b>Connection</b></em>' attribute.
	 * The literals are from the enumeration {@link podium.model.fleet.ConnectionState}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Connection</em>' attribute.
	 * @see podium.model.fleet.ConnectionState
	 * @see #setConnection(ConnectionState)
	 * @model
	 * @generated
	 */
	ConnectionState getConnection();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getConnection <em>Connection</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Connection</em>' attribute.
	 * @see podium.model.fleet.ConnectionState
	 * @see #getConnection()
	 * @generated
	 */
	void setConnection(ConnectionState value);

	/**
	 * Returns the value of the '<em><b>Connection Since</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Connection Since</em>' attribute.
	 * @see #setConnectionSince(Instant)
	 * @model dataType="podium.model.fleet.Instant"
	 * @generated
	 */
	Instant getConnectionSince();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getConnectionSince <em>Connection Since</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Connection Since</em>' attribute.
	 * @see #getConnectionSince()
	 * @generated
	 */
	void setConnectionSince(Instant value);

	/**
	 * Returns the value of the '<em><b>Connection Message</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What happened, in words; null when live.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Connection Message</em>' attribute.
	 * @see #setConnectionMessage(String)
	 * @model
	 * @generated
	 */
	String getConnectionMessage();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getConnectionMessage <em>Connection Message</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Connection Message</em>' attribute.
	 * @see #getConnectionMessage()
	 * @generated
	 */
	void setConnectionMessage(String value);

	/**
	 * Returns the value of the '<em><b>Connection Advice</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What to do about it; null when nothing.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Connection Advice</em>' attribute.
	 * @see #setConnectionAdvice(String)
	 * @model
	 * @generated
	 */
	String getConnectionAdvice();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getConnectionAdvice <em>Connection Advice</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Connection Advice</em>' attribute.
	 * @see #getConnectionAdvice()
	 * @generated
	 */
	void setConnectionAdvice(String value);

	/**
	 * Returns the value of the '<em><b>Last Contact</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * When the last byte came from the server.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Last Contact</em>' attribute.
	 * @see #setLastContact(Instant)
	 * @model dataType="podium.model.fleet.Instant"
	 * @generated
	 */
	Instant getLastContact();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getLastContact <em>Last Contact</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Last Contact</em>' attribute.
	 * @see #getLastContact()
	 * @generated
	 */
	void setLastContact(Instant value);

	/**
	 * Returns the value of the '<em><b>Simulated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Simulated</em>' attribute.
	 * @see #setSimulated(boolean)
	 * @model
	 * @generated
	 */
	boolean isSimulated();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#isSimulated <em>Simulated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Simulated</em>' attribute.
	 * @see #isSimulated()
	 * @generated
	 */
	void setSimulated(boolean value);

	/**
	 * Returns the value of the '<em><b>Protection</b></em>' attribute.
	 * The literals are from the enumeration {@link podium.model.fleet.Protection}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What keeps others on the way from reading and changing what is sent.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Protection</em>' attribute.
	 * @see podium.model.fleet.Protection
	 * @see #setProtection(Protection)
	 * @model
	 * @generated
	 */
	Protection getProtection();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getProtection <em>Protection</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Protection</em>' attribute.
	 * @see podium.model.fleet.Protection
	 * @see #getProtection()
	 * @generated
	 */
	void setProtection(Protection value);

	/**
	 * Returns the value of the '<em><b>Production</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Whether its operator marked it as production.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Production</em>' attribute.
	 * @see #setProduction(boolean)
	 * @model
	 * @generated
	 */
	boolean isProduction();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#isProduction <em>Production</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Production</em>' attribute.
	 * @see #isProduction()
	 * @generated
	 */
	void setProduction(boolean value);

	/**
	 * Returns the value of the '<em><b>Color</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Name of the colour that its operator gave it; null: none.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Color</em>' attribute.
	 * @see #setColor(String)
	 * @model
	 * @generated
	 */
	String getColor();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getColor <em>Color</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Color</em>' attribute.
	 * @see #getColor()
	 * @generated
	 */
	void setColor(String value);

	/**
	 * Returns the value of the '<em><b>Facts</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * What is known of the cluster besides; null where nobody follows it, as in a snapshot. Not saved.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Facts</em>' attribute.
	 * @see #setFacts(ClusterFacts)
	 * @model dataType="podium.model.fleet.ClusterFacts" transient="true"
	 * @generated
	 */
	ClusterFacts getFacts();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getFacts <em>Facts</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Facts</em>' attribute.
	 * @see #getFacts()
	 * @generated
	 */
	void setFacts(ClusterFacts value);

	/**
	 * Returns the value of the '<em><b>Fleet</b></em>' container reference.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Fleet#getClusters <em>Clusters</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Fleet</em>' container reference.
	 * @see #setFleet(Fleet)
	 * @see podium.model.fleet.Fleet#getClusters
	 * @model opposite="clusters" resolveProxies="false"
	 * @generated
	 */
	Fleet getFleet();

	/**
	 * Sets the value of the '{@link podium.model.fleet.Cluster#getFleet <em>Fleet</em>}' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @param value the new value of the '<em>Fleet</em>' container reference.
	 * @see #getFleet()
	 * @generated
	 */
	void setFleet(Fleet value);

	/**
	 * Returns the value of the '<em><b>Domains</b></em>' containment reference list.
	 * The list contents are of type {@link podium.model.fleet.Domain}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Domain#getCluster <em>Cluster</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * <!-- begin-model-doc -->
	 * Top-level domains.
	 * <!-- end-model-doc -->
	 * @return the value of the '<em>Domains</em>' containment reference list.
	 * @see podium.model.fleet.Domain#getCluster
	 * @model opposite="cluster" containment="true"
	 * @generated
	 */
	EList<Domain> getDomains();

	/**
	 * Returns the value of the '<em><b>Nodes</b></em>' containment reference list.
	 * The list contents are of type {@link podium.model.fleet.Node}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Node#getCluster <em>Cluster</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Nodes</em>' containment reference list.
	 * @see podium.model.fleet.Node#getCluster
	 * @model opposite="cluster" containment="true"
	 * @generated
	 */
	EList<Node> getNodes();

	/**
	 * Returns the value of the '<em><b>Jobs</b></em>' containment reference list.
	 * The list contents are of type {@link podium.model.fleet.Job}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Job#getCluster <em>Cluster</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Jobs</em>' containment reference list.
	 * @see podium.model.fleet.Job#getCluster
	 * @model opposite="cluster" containment="true"
	 * @generated
	 */
	EList<Job> getJobs();

	/**
	 * Returns the value of the '<em><b>Queues</b></em>' containment reference list.
	 * The list contents are of type {@link podium.model.fleet.Queue}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.Queue#getCluster <em>Cluster</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Queues</em>' containment reference list.
	 * @see podium.model.fleet.Queue#getCluster
	 * @model opposite="cluster" containment="true"
	 * @generated
	 */
	EList<Queue> getQueues();

	/**
	 * Returns the value of the '<em><b>Budgets</b></em>' containment reference list.
	 * The list contents are of type {@link podium.model.fleet.DisruptionBudget}.
	 * It is bidirectional and its opposite is '{@link podium.model.fleet.DisruptionBudget#getCluster <em>Cluster</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Budgets</em>' containment reference list.
	 * @see podium.model.fleet.DisruptionBudget#getCluster
	 * @model opposite="cluster" containment="true"
	 * @generated
	 */
	EList<DisruptionBudget> getBudgets();

	/**
	 * Returns the value of the '<em><b>Links</b></em>' containment reference list.
	 * The list contents are of type {@link podium.model.fleet.Link}.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the value of the '<em>Links</em>' containment reference list.
	 * @model containment="true"
	 * @generated
	 */
	EList<Link> getLinks();

} // Cluster
