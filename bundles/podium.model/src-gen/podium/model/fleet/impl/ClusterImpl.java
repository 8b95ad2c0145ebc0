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

import org.eclipse.emf.ecore.util.EObjectContainmentEList;
import org.eclipse.emf.ecore.util.EObjectContainmentWithInverseEList;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.util.InternalEList;

import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Domain;
import podium.model.fleet.Fleet;
import podium.model.fleet.Job;
import podium.model.fleet.Link;
import podium.model.fleet.Node;
import podium.model.fleet.Protection;
import podium.model.fleet.Queue;

import podium.model.value.ClusterFacts;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Cluster</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getName <em>Name</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getId <em>Id</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getServer <em>Server</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getContext <em>Context</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getVersion <em>Version</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getConnection <em>Connection</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getConnectionSince <em>Connection Since</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getConnectionMessage <em>Connection Message</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getConnectionAdvice <em>Connection Advice</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getLastContact <em>Last Contact</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#isSimulated <em>Simulated</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getProtection <em>Protection</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#isProduction <em>Production</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getColor <em>Color</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getFacts <em>Facts</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getFleet <em>Fleet</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getDomains <em>Domains</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getNodes <em>Nodes</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getJobs <em>Jobs</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getQueues <em>Queues</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getBudgets <em>Budgets</em>}</li>
 *   <li>{@link podium.model.fleet.impl.ClusterImpl#getLinks <em>Links</em>}</li>
 * </ul>
 *
 * @generated
 */
public class ClusterImpl extends MinimalEObjectImpl.Container implements Cluster {
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
	 * The default value of the '{@link #getId() <em>Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getId()
	 * @generated
	 * @ordered
	 */
	protected static final String ID_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getId() <em>Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getId()
	 * @generated
	 * @ordered
	 */
	protected String id = ID_EDEFAULT;

	/**
	 * The default value of the '{@link #getServer() <em>Server</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getServer()
	 * @generated
	 * @ordered
	 */
	protected static final String SERVER_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getServer() <em>Server</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getServer()
	 * @generated
	 * @ordered
	 */
	protected String server = SERVER_EDEFAULT;

	/**
	 * The default value of the '{@link #getContext() <em>Context</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getContext()
	 * @generated
	 * @ordered
	 */
	protected static final String CONTEXT_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getContext() <em>Context</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getContext()
	 * @generated
	 * @ordered
	 */
	protected String context = CONTEXT_EDEFAULT;

	/**
	 * The default value of the '{@link #getVersion() <em>Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getVersion()
	 * @generated
	 * @ordered
	 */
	protected static final String VERSION_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getVersion() <em>Version</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getVersion()
	 * @generated
	 * @ordered
	 */
	protected String version = VERSION_EDEFAULT;

	/**
	 * The default value of the '{@link #getConnection() <em>Connection</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getConnection()
	 * @generated
	 * @ordered
	 */
	protected static final ConnectionState CONNECTION_EDEFAULT = ConnectionState.CONNECTING;

	/**
	 * The cached value of the '{@link #getConnection() <em>Connection</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getConnection()
	 * @generated
	 * @ordered
	 */
	protected ConnectionState connection = CONNECTION_EDEFAULT;

	/**
	 * The default value of the '{@link #getConnectionSince() <em>Connection Since</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getConnectionSince()
	 * @generated
	 * @ordered
	 */
	protected static final Instant CONNECTION_SINCE_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getConnectionSince() <em>Connection Since</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getConnectionSince()
	 * @generated
	 * @ordered
	 */
	protected Instant connectionSince = CONNECTION_SINCE_EDEFAULT;

	/**
	 * The default value of the '{@link #getConnectionMessage() <em>Connection Message</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getConnectionMessage()
	 * @generated
	 * @ordered
	 */
	protected static final String CONNECTION_MESSAGE_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getConnectionMessage() <em>Connection Message</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getConnectionMessage()
	 * @generated
	 * @ordered
	 */
	protected String connectionMessage = CONNECTION_MESSAGE_EDEFAULT;

	/**
	 * The default value of the '{@link #getConnectionAdvice() <em>Connection Advice</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getConnectionAdvice()
	 * @generated
	 * @ordered
	 */
	protected static final String CONNECTION_ADVICE_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getConnectionAdvice() <em>Connection Advice</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getConnectionAdvice()
	 * @generated
	 * @ordered
	 */
	protected String connectionAdvice = CONNECTION_ADVICE_EDEFAULT;

	/**
	 * The default value of the '{@link #getLastContact() <em>Last Contact</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLastContact()
	 * @generated
	 * @ordered
	 */
	protected static final Instant LAST_CONTACT_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getLastContact() <em>Last Contact</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLastContact()
	 * @generated
	 * @ordered
	 */
	protected Instant lastContact = LAST_CONTACT_EDEFAULT;

	/**
	 * The default value of the '{@link #isSimulated() <em>Simulated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isSimulated()
	 * @generated
	 * @ordered
	 */
	protected static final boolean SIMULATED_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isSimulated() <em>Simulated</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isSimulated()
	 * @generated
	 * @ordered
	 */
	protected boolean simulated = SIMULATED_EDEFAULT;

	/**
	 * The default value of the '{@link #getProtection() <em>Protection</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getProtection()
	 * @generated
	 * @ordered
	 */
	protected static final Protection PROTECTION_EDEFAULT = Protection.VERIFIED;

	/**
	 * The cached value of the '{@link #getProtection() <em>Protection</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getProtection()
	 * @generated
	 * @ordered
	 */
	protected Protection protection = PROTECTION_EDEFAULT;

	/**
	 * The default value of the '{@link #isProduction() <em>Production</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isProduction()
	 * @generated
	 * @ordered
	 */
	protected static final boolean PRODUCTION_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isProduction() <em>Production</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isProduction()
	 * @generated
	 * @ordered
	 */
	protected boolean production = PRODUCTION_EDEFAULT;

	/**
	 * The default value of the '{@link #getColor() <em>Color</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getColor()
	 * @generated
	 * @ordered
	 */
	protected static final String COLOR_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getColor() <em>Color</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getColor()
	 * @generated
	 * @ordered
	 */
	protected String color = COLOR_EDEFAULT;

	/**
	 * The default value of the '{@link #getFacts() <em>Facts</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFacts()
	 * @generated
	 * @ordered
	 */
	protected static final ClusterFacts FACTS_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getFacts() <em>Facts</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getFacts()
	 * @generated
	 * @ordered
	 */
	protected ClusterFacts facts = FACTS_EDEFAULT;

	/**
	 * The cached value of the '{@link #getDomains() <em>Domains</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDomains()
	 * @generated
	 * @ordered
	 */
	protected EList<Domain> domains;

	/**
	 * The cached value of the '{@link #getNodes() <em>Nodes</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getNodes()
	 * @generated
	 * @ordered
	 */
	protected EList<Node> nodes;

	/**
	 * The cached value of the '{@link #getJobs() <em>Jobs</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getJobs()
	 * @generated
	 * @ordered
	 */
	protected EList<Job> jobs;

	/**
	 * The cached value of the '{@link #getQueues() <em>Queues</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getQueues()
	 * @generated
	 * @ordered
	 */
	protected EList<Queue> queues;

	/**
	 * The cached value of the '{@link #getBudgets() <em>Budgets</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getBudgets()
	 * @generated
	 * @ordered
	 */
	protected EList<DisruptionBudget> budgets;

	/**
	 * The cached value of the '{@link #getLinks() <em>Links</em>}' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getLinks()
	 * @generated
	 * @ordered
	 */
	protected EList<Link> links;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected ClusterImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return FleetPackageImpl.Literals.CLUSTER;
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__NAME, oldName, name));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getId() {
		return id;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setId(String newId) {
		String oldId = id;
		id = newId;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__ID, oldId, id));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getServer() {
		return server;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setServer(String newServer) {
		String oldServer = server;
		server = newServer;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__SERVER, oldServer, server));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getContext() {
		return context;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setContext(String newContext) {
		String oldContext = context;
		context = newContext;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__CONTEXT, oldContext, context));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getVersion() {
		return version;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setVersion(String newVersion) {
		String oldVersion = version;
		version = newVersion;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__VERSION, oldVersion, version));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public ConnectionState getConnection() {
		return connection;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setConnection(ConnectionState newConnection) {
		ConnectionState oldConnection = connection;
		connection = newConnection == null ? CONNECTION_EDEFAULT : newConnection;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__CONNECTION, oldConnection, connection));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Instant getConnectionSince() {
		return connectionSince;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setConnectionSince(Instant newConnectionSince) {
		Instant oldConnectionSince = connectionSince;
		connectionSince = newConnectionSince;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__CONNECTION_SINCE, oldConnectionSince, connectionSince));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getConnectionMessage() {
		return connectionMessage;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setConnectionMessage(String newConnectionMessage) {
		String oldConnectionMessage = connectionMessage;
		connectionMessage = newConnectionMessage;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__CONNECTION_MESSAGE, oldConnectionMessage, connectionMessage));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getConnectionAdvice() {
		return connectionAdvice;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setConnectionAdvice(String newConnectionAdvice) {
		String oldConnectionAdvice = connectionAdvice;
		connectionAdvice = newConnectionAdvice;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__CONNECTION_ADVICE, oldConnectionAdvice, connectionAdvice));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Instant getLastContact() {
		return lastContact;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setLastContact(Instant newLastContact) {
		Instant oldLastContact = lastContact;
		lastContact = newLastContact;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__LAST_CONTACT, oldLastContact, lastContact));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isSimulated() {
		return simulated;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setSimulated(boolean newSimulated) {
		boolean oldSimulated = simulated;
		simulated = newSimulated;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__SIMULATED, oldSimulated, simulated));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Protection getProtection() {
		return protection;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setProtection(Protection newProtection) {
		Protection oldProtection = protection;
		protection = newProtection == null ? PROTECTION_EDEFAULT : newProtection;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__PROTECTION, oldProtection, protection));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isProduction() {
		return production;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setProduction(boolean newProduction) {
		boolean oldProduction = production;
		production = newProduction;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__PRODUCTION, oldProduction, production));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getColor() {
		return color;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setColor(String newColor) {
		String oldColor = color;
		color = newColor;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__COLOR, oldColor, color));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public ClusterFacts getFacts() {
		return facts;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setFacts(ClusterFacts newFacts) {
		ClusterFacts oldFacts = facts;
		facts = newFacts;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__FACTS, oldFacts, facts));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Fleet getFleet() {
		if (eContainerFeatureID() != FleetPackageImpl.CLUSTER__FLEET) return null;
		return (Fleet)eInternalContainer();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetFleet(Fleet newFleet, NotificationChain msgs) {
		msgs = eBasicSetContainer((InternalEObject)newFleet, FleetPackageImpl.CLUSTER__FLEET, msgs);
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setFleet(Fleet newFleet) {
		if (newFleet != eInternalContainer() || (eContainerFeatureID() != FleetPackageImpl.CLUSTER__FLEET && newFleet != null)) {
			if (EcoreUtil.isAncestor(this, newFleet))
				throw new IllegalArgumentException("Recursive containment not allowed for " + toString());
			NotificationChain msgs = null;
			if (eInternalContainer() != null)
				msgs = eBasicRemoveFromContainer(msgs);
			if (newFleet != null)
				msgs = ((InternalEObject)newFleet).eInverseAdd(this, FleetPackageImpl.FLEET__CLUSTERS, Fleet.class, msgs);
			msgs = basicSetFleet(newFleet, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.CLUSTER__FLEET, newFleet, newFleet));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Domain> getDomains() {
		if (domains == null) {
			domains = new EObjectContainmentWithInverseEList<Domain>(Domain.class, this, FleetPackageImpl.CLUSTER__DOMAINS, FleetPackageImpl.DOMAIN__CLUSTER);
		}
		return domains;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Node> getNodes() {
		if (nodes == null) {
			nodes = new EObjectContainmentWithInverseEList<Node>(Node.class, this, FleetPackageImpl.CLUSTER__NODES, FleetPackageImpl.NODE__CLUSTER);
		}
		return nodes;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Job> getJobs() {
		if (jobs == null) {
			jobs = new EObjectContainmentWithInverseEList<Job>(Job.class, this, FleetPackageImpl.CLUSTER__JOBS, FleetPackageImpl.JOB__CLUSTER);
		}
		return jobs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Queue> getQueues() {
		if (queues == null) {
			queues = new EObjectContainmentWithInverseEList<Queue>(Queue.class, this, FleetPackageImpl.CLUSTER__QUEUES, FleetPackageImpl.QUEUE__CLUSTER);
		}
		return queues;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<DisruptionBudget> getBudgets() {
		if (budgets == null) {
			budgets = new EObjectContainmentWithInverseEList<DisruptionBudget>(DisruptionBudget.class, this, FleetPackageImpl.CLUSTER__BUDGETS, FleetPackageImpl.DISRUPTION_BUDGET__CLUSTER);
		}
		return budgets;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EList<Link> getLinks() {
		if (links == null) {
			links = new EObjectContainmentEList<Link>(Link.class, this, FleetPackageImpl.CLUSTER__LINKS);
		}
		return links;
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
			case FleetPackageImpl.CLUSTER__FLEET:
				if (eInternalContainer() != null)
					msgs = eBasicRemoveFromContainer(msgs);
				return basicSetFleet((Fleet)otherEnd, msgs);
			case FleetPackageImpl.CLUSTER__DOMAINS:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getDomains()).basicAdd(otherEnd, msgs);
			case FleetPackageImpl.CLUSTER__NODES:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getNodes()).basicAdd(otherEnd, msgs);
			case FleetPackageImpl.CLUSTER__JOBS:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getJobs()).basicAdd(otherEnd, msgs);
			case FleetPackageImpl.CLUSTER__QUEUES:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getQueues()).basicAdd(otherEnd, msgs);
			case FleetPackageImpl.CLUSTER__BUDGETS:
				return ((InternalEList<InternalEObject>)(InternalEList<?>)getBudgets()).basicAdd(otherEnd, msgs);
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
			case FleetPackageImpl.CLUSTER__FLEET:
				return basicSetFleet(null, msgs);
			case FleetPackageImpl.CLUSTER__DOMAINS:
				return ((InternalEList<?>)getDomains()).basicRemove(otherEnd, msgs);
			case FleetPackageImpl.CLUSTER__NODES:
				return ((InternalEList<?>)getNodes()).basicRemove(otherEnd, msgs);
			case FleetPackageImpl.CLUSTER__JOBS:
				return ((InternalEList<?>)getJobs()).basicRemove(otherEnd, msgs);
			case FleetPackageImpl.CLUSTER__QUEUES:
				return ((InternalEList<?>)getQueues()).basicRemove(otherEnd, msgs);
			case FleetPackageImpl.CLUSTER__BUDGETS:
				return ((InternalEList<?>)getBudgets()).basicRemove(otherEnd, msgs);
			case FleetPackageImpl.CLUSTER__LINKS:
				return ((InternalEList<?>)getLinks()).basicRemove(otherEnd, msgs);
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
			case FleetPackageImpl.CLUSTER__FLEET:
				return eInternalContainer().eInverseRemove(this, FleetPackageImpl.FLEET__CLUSTERS, Fleet.class, msgs);
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
			case FleetPackageImpl.CLUSTER__NAME:
				return getName();
			case FleetPackageImpl.CLUSTER__ID:
				return getId();
			case FleetPackageImpl.CLUSTER__SERVER:
				return getServer();
			case FleetPackageImpl.CLUSTER__CONTEXT:
				return getContext();
			case FleetPackageImpl.CLUSTER__VERSION:
				return getVersion();
			case FleetPackageImpl.CLUSTER__CONNECTION:
				return getConnection();
			case FleetPackageImpl.CLUSTER__CONNECTION_SINCE:
				return getConnectionSince();
			case FleetPackageImpl.CLUSTER__CONNECTION_MESSAGE:
				return getConnectionMessage();
			case FleetPackageImpl.CLUSTER__CONNECTION_ADVICE:
				return getConnectionAdvice();
			case FleetPackageImpl.CLUSTER__LAST_CONTACT:
				return getLastContact();
			case FleetPackageImpl.CLUSTER__SIMULATED:
				return isSimulated();
			case FleetPackageImpl.CLUSTER__PROTECTION:
				return getProtection();
			case FleetPackageImpl.CLUSTER__PRODUCTION:
				return isProduction();
			case FleetPackageImpl.CLUSTER__COLOR:
				return getColor();
			case FleetPackageImpl.CLUSTER__FACTS:
				return getFacts();
			case FleetPackageImpl.CLUSTER__FLEET:
				return getFleet();
			case FleetPackageImpl.CLUSTER__DOMAINS:
				return getDomains();
			case FleetPackageImpl.CLUSTER__NODES:
				return getNodes();
			case FleetPackageImpl.CLUSTER__JOBS:
				return getJobs();
			case FleetPackageImpl.CLUSTER__QUEUES:
				return getQueues();
			case FleetPackageImpl.CLUSTER__BUDGETS:
				return getBudgets();
			case FleetPackageImpl.CLUSTER__LINKS:
				return getLinks();
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
			case FleetPackageImpl.CLUSTER__NAME:
				setName((String)newValue);
				return;
			case FleetPackageImpl.CLUSTER__ID:
				setId((String)newValue);
				return;
			case FleetPackageImpl.CLUSTER__SERVER:
				setServer((String)newValue);
				return;
			case FleetPackageImpl.CLUSTER__CONTEXT:
				setContext((String)newValue);
				return;
			case FleetPackageImpl.CLUSTER__VERSION:
				setVersion((String)newValue);
				return;
			case FleetPackageImpl.CLUSTER__CONNECTION:
				setConnection((ConnectionState)newValue);
				return;
			case FleetPackageImpl.CLUSTER__CONNECTION_SINCE:
				setConnectionSince((Instant)newValue);
				return;
			case FleetPackageImpl.CLUSTER__CONNECTION_MESSAGE:
				setConnectionMessage((String)newValue);
				return;
			case FleetPackageImpl.CLUSTER__CONNECTION_ADVICE:
				setConnectionAdvice((String)newValue);
				return;
			case FleetPackageImpl.CLUSTER__LAST_CONTACT:
				setLastContact((Instant)newValue);
				return;
			case FleetPackageImpl.CLUSTER__SIMULATED:
				setSimulated((Boolean)newValue);
				return;
			case FleetPackageImpl.CLUSTER__PROTECTION:
				setProtection((Protection)newValue);
				return;
			case FleetPackageImpl.CLUSTER__PRODUCTION:
				setProduction((Boolean)newValue);
				return;
			case FleetPackageImpl.CLUSTER__COLOR:
				setColor((String)newValue);
				return;
			case FleetPackageImpl.CLUSTER__FACTS:
				setFacts((ClusterFacts)newValue);
				return;
			case FleetPackageImpl.CLUSTER__FLEET:
				setFleet((Fleet)newValue);
				return;
			case FleetPackageImpl.CLUSTER__DOMAINS:
				getDomains().clear();
				getDomains().addAll((Collection<? extends Domain>)newValue);
				return;
			case FleetPackageImpl.CLUSTER__NODES:
				getNodes().clear();
				getNodes().addAll((Collection<? extends Node>)newValue);
				return;
			case FleetPackageImpl.CLUSTER__JOBS:
				getJobs().clear();
				getJobs().addAll((Collection<? extends Job>)newValue);
				return;
			case FleetPackageImpl.CLUSTER__QUEUES:
				getQueues().clear();
				getQueues().addAll((Collection<? extends Queue>)newValue);
				return;
			case FleetPackageImpl.CLUSTER__BUDGETS:
				getBudgets().clear();
				getBudgets().addAll((Collection<? extends DisruptionBudget>)newValue);
				return;
			case FleetPackageImpl.CLUSTER__LINKS:
				getLinks().clear();
				getLinks().addAll((Collection<? extends Link>)newValue);
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
			case FleetPackageImpl.CLUSTER__NAME:
				setName(NAME_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__ID:
				setId(ID_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__SERVER:
				setServer(SERVER_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__CONTEXT:
				setContext(CONTEXT_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__VERSION:
				setVersion(VERSION_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__CONNECTION:
				setConnection(CONNECTION_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__CONNECTION_SINCE:
				setConnectionSince(CONNECTION_SINCE_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__CONNECTION_MESSAGE:
				setConnectionMessage(CONNECTION_MESSAGE_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__CONNECTION_ADVICE:
				setConnectionAdvice(CONNECTION_ADVICE_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__LAST_CONTACT:
				setLastContact(LAST_CONTACT_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__SIMULATED:
				setSimulated(SIMULATED_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__PROTECTION:
				setProtection(PROTECTION_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__PRODUCTION:
				setProduction(PRODUCTION_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__COLOR:
				setColor(COLOR_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__FACTS:
				setFacts(FACTS_EDEFAULT);
				return;
			case FleetPackageImpl.CLUSTER__FLEET:
				setFleet((Fleet)null);
				return;
			case FleetPackageImpl.CLUSTER__DOMAINS:
				getDomains().clear();
				return;
			case FleetPackageImpl.CLUSTER__NODES:
				getNodes().clear();
				return;
			case FleetPackageImpl.CLUSTER__JOBS:
				getJobs().clear();
				return;
			case FleetPackageImpl.CLUSTER__QUEUES:
				getQueues().clear();
				return;
			case FleetPackageImpl.CLUSTER__BUDGETS:
				getBudgets().clear();
				return;
			case FleetPackageImpl.CLUSTER__LINKS:
				getLinks().clear();
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
			case FleetPackageImpl.CLUSTER__NAME:
				return NAME_EDEFAULT == null ? name != null : !NAME_EDEFAULT.equals(name);
			case FleetPackageImpl.CLUSTER__ID:
				return ID_EDEFAULT == null ? id != null : !ID_EDEFAULT.equals(id);
			case FleetPackageImpl.CLUSTER__SERVER:
				return SERVER_EDEFAULT == null ? server != null : !SERVER_EDEFAULT.equals(server);
			case FleetPackageImpl.CLUSTER__CONTEXT:
				return CONTEXT_EDEFAULT == null ? context != null : !CONTEXT_EDEFAULT.equals(context);
			case FleetPackageImpl.CLUSTER__VERSION:
				return VERSION_EDEFAULT == null ? version != null : !VERSION_EDEFAULT.equals(version);
			case FleetPackageImpl.CLUSTER__CONNECTION:
				return connection != CONNECTION_EDEFAULT;
			case FleetPackageImpl.CLUSTER__CONNECTION_SINCE:
				return CONNECTION_SINCE_EDEFAULT == null ? connectionSince != null : !CONNECTION_SINCE_EDEFAULT.equals(connectionSince);
			case FleetPackageImpl.CLUSTER__CONNECTION_MESSAGE:
				return CONNECTION_MESSAGE_EDEFAULT == null ? connectionMessage != null : !CONNECTION_MESSAGE_EDEFAULT.equals(connectionMessage);
			case FleetPackageImpl.CLUSTER__CONNECTION_ADVICE:
				return CONNECTION_ADVICE_EDEFAULT == null ? connectionAdvice != null : !CONNECTION_ADVICE_EDEFAULT.equals(connectionAdvice);
			case FleetPackageImpl.CLUSTER__LAST_CONTACT:
				return LAST_CONTACT_EDEFAULT == null ? lastContact != null : !LAST_CONTACT_EDEFAULT.equals(lastContact);
			case FleetPackageImpl.CLUSTER__SIMULATED:
				return simulated != SIMULATED_EDEFAULT;
			case FleetPackageImpl.CLUSTER__PROTECTION:
				return protection != PROTECTION_EDEFAULT;
			case FleetPackageImpl.CLUSTER__PRODUCTION:
				return production != PRODUCTION_EDEFAULT;
			case FleetPackageImpl.CLUSTER__COLOR:
				return COLOR_EDEFAULT == null ? color != null : !COLOR_EDEFAULT.equals(color);
			case FleetPackageImpl.CLUSTER__FACTS:
				return FACTS_EDEFAULT == null ? facts != null : !FACTS_EDEFAULT.equals(facts);
			case FleetPackageImpl.CLUSTER__FLEET:
				return getFleet() != null;
			case FleetPackageImpl.CLUSTER__DOMAINS:
				return domains != null && !domains.isEmpty();
			case FleetPackageImpl.CLUSTER__NODES:
				return nodes != null && !nodes.isEmpty();
			case FleetPackageImpl.CLUSTER__JOBS:
				return jobs != null && !jobs.isEmpty();
			case FleetPackageImpl.CLUSTER__QUEUES:
				return queues != null && !queues.isEmpty();
			case FleetPackageImpl.CLUSTER__BUDGETS:
				return budgets != null && !budgets.isEmpty();
			case FleetPackageImpl.CLUSTER__LINKS:
				return links != null && !links.isEmpty();
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
		result.append(", id: ");
		result.append(id);
		result.append(", server: ");
		result.append(server);
		result.append(", context: ");
		result.append(context);
		result.append(", version: ");
		result.append(version);
		result.append(", connection: ");
		result.append(connection);
		result.append(", connectionSince: ");
		result.append(connectionSince);
		result.append(", connectionMessage: ");
		result.append(connectionMessage);
		result.append(", connectionAdvice: ");
		result.append(connectionAdvice);
		result.append(", lastContact: ");
		result.append(lastContact);
		result.append(", simulated: ");
		result.append(simulated);
		result.append(", protection: ");
		result.append(protection);
		result.append(", production: ");
		result.append(production);
		result.append(", color: ");
		result.append(color);
		result.append(", facts: ");
		result.append(facts);
		result.append(')');
		return result.toString();
	}

} //ClusterImpl
