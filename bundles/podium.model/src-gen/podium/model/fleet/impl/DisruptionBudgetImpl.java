/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet.impl;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.NotificationChain;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.InternalEObject;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import org.eclipse.emf.ecore.util.EcoreUtil;

import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;

import podium.model.value.LabelSelector;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Disruption Budget</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.impl.DisruptionBudgetImpl#getName <em>Name</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DisruptionBudgetImpl#getNamespace <em>Namespace</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DisruptionBudgetImpl#getUid <em>Uid</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DisruptionBudgetImpl#getSelector <em>Selector</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DisruptionBudgetImpl#getDisruptionsAllowed <em>Disruptions Allowed</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DisruptionBudgetImpl#getCurrentHealthy <em>Current Healthy</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DisruptionBudgetImpl#getDesiredHealthy <em>Desired Healthy</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DisruptionBudgetImpl#getExpectedPods <em>Expected Pods</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DisruptionBudgetImpl#getGeneration <em>Generation</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DisruptionBudgetImpl#getObservedGeneration <em>Observed Generation</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DisruptionBudgetImpl#isAlwaysAllowUnhealthy <em>Always Allow Unhealthy</em>}</li>
 *   <li>{@link podium.model.fleet.impl.DisruptionBudgetImpl#getCluster <em>Cluster</em>}</li>
 * </ul>
 *
 * @generated
 */
public class DisruptionBudgetImpl extends MinimalEObjectImpl.Container implements DisruptionBudget {
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
	 * The default value of the '{@link #getSelector() <em>Selector</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSelector()
	 * @generated
	 * @ordered
	 */
	protected static final LabelSelector SELECTOR_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getSelector() <em>Selector</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getSelector()
	 * @generated
	 * @ordered
	 */
	protected LabelSelector selector = SELECTOR_EDEFAULT;

	/**
	 * The default value of the '{@link #getDisruptionsAllowed() <em>Disruptions Allowed</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDisruptionsAllowed()
	 * @generated
	 * @ordered
	 */
	protected static final int DISRUPTIONS_ALLOWED_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getDisruptionsAllowed() <em>Disruptions Allowed</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDisruptionsAllowed()
	 * @generated
	 * @ordered
	 */
	protected int disruptionsAllowed = DISRUPTIONS_ALLOWED_EDEFAULT;

	/**
	 * The default value of the '{@link #getCurrentHealthy() <em>Current Healthy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getCurrentHealthy()
	 * @generated
	 * @ordered
	 */
	protected static final int CURRENT_HEALTHY_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getCurrentHealthy() <em>Current Healthy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getCurrentHealthy()
	 * @generated
	 * @ordered
	 */
	protected int currentHealthy = CURRENT_HEALTHY_EDEFAULT;

	/**
	 * The default value of the '{@link #getDesiredHealthy() <em>Desired Healthy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDesiredHealthy()
	 * @generated
	 * @ordered
	 */
	protected static final int DESIRED_HEALTHY_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getDesiredHealthy() <em>Desired Healthy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getDesiredHealthy()
	 * @generated
	 * @ordered
	 */
	protected int desiredHealthy = DESIRED_HEALTHY_EDEFAULT;

	/**
	 * The default value of the '{@link #getExpectedPods() <em>Expected Pods</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getExpectedPods()
	 * @generated
	 * @ordered
	 */
	protected static final int EXPECTED_PODS_EDEFAULT = 0;

	/**
	 * The cached value of the '{@link #getExpectedPods() <em>Expected Pods</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getExpectedPods()
	 * @generated
	 * @ordered
	 */
	protected int expectedPods = EXPECTED_PODS_EDEFAULT;

	/**
	 * The default value of the '{@link #getGeneration() <em>Generation</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getGeneration()
	 * @generated
	 * @ordered
	 */
	protected static final long GENERATION_EDEFAULT = 0L;

	/**
	 * The cached value of the '{@link #getGeneration() <em>Generation</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getGeneration()
	 * @generated
	 * @ordered
	 */
	protected long generation = GENERATION_EDEFAULT;

	/**
	 * The default value of the '{@link #getObservedGeneration() <em>Observed Generation</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getObservedGeneration()
	 * @generated
	 * @ordered
	 */
	protected static final long OBSERVED_GENERATION_EDEFAULT = 0L;

	/**
	 * The cached value of the '{@link #getObservedGeneration() <em>Observed Generation</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getObservedGeneration()
	 * @generated
	 * @ordered
	 */
	protected long observedGeneration = OBSERVED_GENERATION_EDEFAULT;

	/**
	 * The default value of the '{@link #isAlwaysAllowUnhealthy() <em>Always Allow Unhealthy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isAlwaysAllowUnhealthy()
	 * @generated
	 * @ordered
	 */
	protected static final boolean ALWAYS_ALLOW_UNHEALTHY_EDEFAULT = false;

	/**
	 * The cached value of the '{@link #isAlwaysAllowUnhealthy() <em>Always Allow Unhealthy</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #isAlwaysAllowUnhealthy()
	 * @generated
	 * @ordered
	 */
	protected boolean alwaysAllowUnhealthy = ALWAYS_ALLOW_UNHEALTHY_EDEFAULT;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected DisruptionBudgetImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return FleetPackageImpl.Literals.DISRUPTION_BUDGET;
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DISRUPTION_BUDGET__NAME, oldName, name));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DISRUPTION_BUDGET__NAMESPACE, oldNamespace, namespace));
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DISRUPTION_BUDGET__UID, oldUid, uid));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public LabelSelector getSelector() {
		return selector;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setSelector(LabelSelector newSelector) {
		LabelSelector oldSelector = selector;
		selector = newSelector;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DISRUPTION_BUDGET__SELECTOR, oldSelector, selector));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getDisruptionsAllowed() {
		return disruptionsAllowed;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setDisruptionsAllowed(int newDisruptionsAllowed) {
		int oldDisruptionsAllowed = disruptionsAllowed;
		disruptionsAllowed = newDisruptionsAllowed;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DISRUPTION_BUDGET__DISRUPTIONS_ALLOWED, oldDisruptionsAllowed, disruptionsAllowed));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getCurrentHealthy() {
		return currentHealthy;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setCurrentHealthy(int newCurrentHealthy) {
		int oldCurrentHealthy = currentHealthy;
		currentHealthy = newCurrentHealthy;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DISRUPTION_BUDGET__CURRENT_HEALTHY, oldCurrentHealthy, currentHealthy));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getDesiredHealthy() {
		return desiredHealthy;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setDesiredHealthy(int newDesiredHealthy) {
		int oldDesiredHealthy = desiredHealthy;
		desiredHealthy = newDesiredHealthy;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DISRUPTION_BUDGET__DESIRED_HEALTHY, oldDesiredHealthy, desiredHealthy));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public int getExpectedPods() {
		return expectedPods;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setExpectedPods(int newExpectedPods) {
		int oldExpectedPods = expectedPods;
		expectedPods = newExpectedPods;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DISRUPTION_BUDGET__EXPECTED_PODS, oldExpectedPods, expectedPods));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public long getGeneration() {
		return generation;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setGeneration(long newGeneration) {
		long oldGeneration = generation;
		generation = newGeneration;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DISRUPTION_BUDGET__GENERATION, oldGeneration, generation));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public long getObservedGeneration() {
		return observedGeneration;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setObservedGeneration(long newObservedGeneration) {
		long oldObservedGeneration = observedGeneration;
		observedGeneration = newObservedGeneration;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DISRUPTION_BUDGET__OBSERVED_GENERATION, oldObservedGeneration, observedGeneration));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public boolean isAlwaysAllowUnhealthy() {
		return alwaysAllowUnhealthy;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setAlwaysAllowUnhealthy(boolean newAlwaysAllowUnhealthy) {
		boolean oldAlwaysAllowUnhealthy = alwaysAllowUnhealthy;
		alwaysAllowUnhealthy = newAlwaysAllowUnhealthy;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DISRUPTION_BUDGET__ALWAYS_ALLOW_UNHEALTHY, oldAlwaysAllowUnhealthy, alwaysAllowUnhealthy));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Cluster getCluster() {
		if (eContainerFeatureID() != FleetPackageImpl.DISRUPTION_BUDGET__CLUSTER) return null;
		return (Cluster)eInternalContainer();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public NotificationChain basicSetCluster(Cluster newCluster, NotificationChain msgs) {
		msgs = eBasicSetContainer((InternalEObject)newCluster, FleetPackageImpl.DISRUPTION_BUDGET__CLUSTER, msgs);
		return msgs;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setCluster(Cluster newCluster) {
		if (newCluster != eInternalContainer() || (eContainerFeatureID() != FleetPackageImpl.DISRUPTION_BUDGET__CLUSTER && newCluster != null)) {
			if (EcoreUtil.isAncestor(this, newCluster))
				throw new IllegalArgumentException("Recursive containment not allowed for " + toString());
			NotificationChain msgs = null;
			if (eInternalContainer() != null)
				msgs = eBasicRemoveFromContainer(msgs);
			if (newCluster != null)
				msgs = ((InternalEObject)newCluster).eInverseAdd(this, FleetPackageImpl.CLUSTER__BUDGETS, Cluster.class, msgs);
			msgs = basicSetCluster(newCluster, msgs);
			if (msgs != null) msgs.dispatch();
		}
		else if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.DISRUPTION_BUDGET__CLUSTER, newCluster, newCluster));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public NotificationChain eInverseAdd(InternalEObject otherEnd, int featureID, NotificationChain msgs) {
		switch (featureID) {
			case FleetPackageImpl.DISRUPTION_BUDGET__CLUSTER:
				if (eInternalContainer() != null)
					msgs = eBasicRemoveFromContainer(msgs);
				return basicSetCluster((Cluster)otherEnd, msgs);
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
			case FleetPackageImpl.DISRUPTION_BUDGET__CLUSTER:
				return basicSetCluster(null, msgs);
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
			case FleetPackageImpl.DISRUPTION_BUDGET__CLUSTER:
				return eInternalContainer().eInverseRemove(this, FleetPackageImpl.CLUSTER__BUDGETS, Cluster.class, msgs);
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
			case FleetPackageImpl.DISRUPTION_BUDGET__NAME:
				return getName();
			case FleetPackageImpl.DISRUPTION_BUDGET__NAMESPACE:
				return getNamespace();
			case FleetPackageImpl.DISRUPTION_BUDGET__UID:
				return getUid();
			case FleetPackageImpl.DISRUPTION_BUDGET__SELECTOR:
				return getSelector();
			case FleetPackageImpl.DISRUPTION_BUDGET__DISRUPTIONS_ALLOWED:
				return getDisruptionsAllowed();
			case FleetPackageImpl.DISRUPTION_BUDGET__CURRENT_HEALTHY:
				return getCurrentHealthy();
			case FleetPackageImpl.DISRUPTION_BUDGET__DESIRED_HEALTHY:
				return getDesiredHealthy();
			case FleetPackageImpl.DISRUPTION_BUDGET__EXPECTED_PODS:
				return getExpectedPods();
			case FleetPackageImpl.DISRUPTION_BUDGET__GENERATION:
				return getGeneration();
			case FleetPackageImpl.DISRUPTION_BUDGET__OBSERVED_GENERATION:
				return getObservedGeneration();
			case FleetPackageImpl.DISRUPTION_BUDGET__ALWAYS_ALLOW_UNHEALTHY:
				return isAlwaysAllowUnhealthy();
			case FleetPackageImpl.DISRUPTION_BUDGET__CLUSTER:
				return getCluster();
		}
		return super.eGet(featureID, resolve, coreType);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void eSet(int featureID, Object newValue) {
		switch (featureID) {
			case FleetPackageImpl.DISRUPTION_BUDGET__NAME:
				setName((String)newValue);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__NAMESPACE:
				setNamespace((String)newValue);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__UID:
				setUid((String)newValue);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__SELECTOR:
				setSelector((LabelSelector)newValue);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__DISRUPTIONS_ALLOWED:
				setDisruptionsAllowed((Integer)newValue);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__CURRENT_HEALTHY:
				setCurrentHealthy((Integer)newValue);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__DESIRED_HEALTHY:
				setDesiredHealthy((Integer)newValue);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__EXPECTED_PODS:
				setExpectedPods((Integer)newValue);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__GENERATION:
				setGeneration((Long)newValue);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__OBSERVED_GENERATION:
				setObservedGeneration((Long)newValue);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__ALWAYS_ALLOW_UNHEALTHY:
				setAlwaysAllowUnhealthy((Boolean)newValue);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__CLUSTER:
				setCluster((Cluster)newValue);
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
			case FleetPackageImpl.DISRUPTION_BUDGET__NAME:
				setName(NAME_EDEFAULT);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__NAMESPACE:
				setNamespace(NAMESPACE_EDEFAULT);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__UID:
				setUid(UID_EDEFAULT);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__SELECTOR:
				setSelector(SELECTOR_EDEFAULT);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__DISRUPTIONS_ALLOWED:
				setDisruptionsAllowed(DISRUPTIONS_ALLOWED_EDEFAULT);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__CURRENT_HEALTHY:
				setCurrentHealthy(CURRENT_HEALTHY_EDEFAULT);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__DESIRED_HEALTHY:
				setDesiredHealthy(DESIRED_HEALTHY_EDEFAULT);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__EXPECTED_PODS:
				setExpectedPods(EXPECTED_PODS_EDEFAULT);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__GENERATION:
				setGeneration(GENERATION_EDEFAULT);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__OBSERVED_GENERATION:
				setObservedGeneration(OBSERVED_GENERATION_EDEFAULT);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__ALWAYS_ALLOW_UNHEALTHY:
				setAlwaysAllowUnhealthy(ALWAYS_ALLOW_UNHEALTHY_EDEFAULT);
				return;
			case FleetPackageImpl.DISRUPTION_BUDGET__CLUSTER:
				setCluster((Cluster)null);
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
			case FleetPackageImpl.DISRUPTION_BUDGET__NAME:
				return NAME_EDEFAULT == null ? name != null : !NAME_EDEFAULT.equals(name);
			case FleetPackageImpl.DISRUPTION_BUDGET__NAMESPACE:
				return NAMESPACE_EDEFAULT == null ? namespace != null : !NAMESPACE_EDEFAULT.equals(namespace);
			case FleetPackageImpl.DISRUPTION_BUDGET__UID:
				return UID_EDEFAULT == null ? uid != null : !UID_EDEFAULT.equals(uid);
			case FleetPackageImpl.DISRUPTION_BUDGET__SELECTOR:
				return SELECTOR_EDEFAULT == null ? selector != null : !SELECTOR_EDEFAULT.equals(selector);
			case FleetPackageImpl.DISRUPTION_BUDGET__DISRUPTIONS_ALLOWED:
				return disruptionsAllowed != DISRUPTIONS_ALLOWED_EDEFAULT;
			case FleetPackageImpl.DISRUPTION_BUDGET__CURRENT_HEALTHY:
				return currentHealthy != CURRENT_HEALTHY_EDEFAULT;
			case FleetPackageImpl.DISRUPTION_BUDGET__DESIRED_HEALTHY:
				return desiredHealthy != DESIRED_HEALTHY_EDEFAULT;
			case FleetPackageImpl.DISRUPTION_BUDGET__EXPECTED_PODS:
				return expectedPods != EXPECTED_PODS_EDEFAULT;
			case FleetPackageImpl.DISRUPTION_BUDGET__GENERATION:
				return generation != GENERATION_EDEFAULT;
			case FleetPackageImpl.DISRUPTION_BUDGET__OBSERVED_GENERATION:
				return observedGeneration != OBSERVED_GENERATION_EDEFAULT;
			case FleetPackageImpl.DISRUPTION_BUDGET__ALWAYS_ALLOW_UNHEALTHY:
				return alwaysAllowUnhealthy != ALWAYS_ALLOW_UNHEALTHY_EDEFAULT;
			case FleetPackageImpl.DISRUPTION_BUDGET__CLUSTER:
				return getCluster() != null;
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
		result.append(", selector: ");
		result.append(selector);
		result.append(", disruptionsAllowed: ");
		result.append(disruptionsAllowed);
		result.append(", currentHealthy: ");
		result.append(currentHealthy);
		result.append(", desiredHealthy: ");
		result.append(desiredHealthy);
		result.append(", expectedPods: ");
		result.append(expectedPods);
		result.append(", generation: ");
		result.append(generation);
		result.append(", observedGeneration: ");
		result.append(observedGeneration);
		result.append(", alwaysAllowUnhealthy: ");
		result.append(alwaysAllowUnhealthy);
		result.append(')');
		return result.toString();
	}

} //DisruptionBudgetImpl
