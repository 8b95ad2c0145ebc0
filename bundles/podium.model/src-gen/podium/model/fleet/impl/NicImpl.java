/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet.impl;

import org.eclipse.emf.common.notify.Notification;

import org.eclipse.emf.ecore.EClass;

import org.eclipse.emf.ecore.impl.ENotificationImpl;
import org.eclipse.emf.ecore.impl.MinimalEObjectImpl;

import podium.model.fleet.Health;
import podium.model.fleet.Nic;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model object '<em><b>Nic</b></em>'.
 * <!-- end-user-doc -->
 * <p>
 * The following features are implemented:
 * </p>
 * <ul>
 *   <li>{@link podium.model.fleet.impl.NicImpl#getName <em>Name</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NicImpl#getModel <em>Model</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NicImpl#getPciBusId <em>Pci Bus Id</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NicImpl#getNumaNode <em>Numa Node</em>}</li>
 *   <li>{@link podium.model.fleet.impl.NicImpl#getHealth <em>Health</em>}</li>
 * </ul>
 *
 * @generated
 */
public class NicImpl extends MinimalEObjectImpl.Container implements Nic {
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
	 * The default value of the '{@link #getModel() <em>Model</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getModel()
	 * @generated
	 * @ordered
	 */
	protected static final String MODEL_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getModel() <em>Model</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getModel()
	 * @generated
	 * @ordered
	 */
	protected String model = MODEL_EDEFAULT;

	/**
	 * The default value of the '{@link #getPciBusId() <em>Pci Bus Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPciBusId()
	 * @generated
	 * @ordered
	 */
	protected static final String PCI_BUS_ID_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getPciBusId() <em>Pci Bus Id</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getPciBusId()
	 * @generated
	 * @ordered
	 */
	protected String pciBusId = PCI_BUS_ID_EDEFAULT;

	/**
	 * The default value of the '{@link #getNumaNode() <em>Numa Node</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getNumaNode()
	 * @generated
	 * @ordered
	 */
	protected static final Integer NUMA_NODE_EDEFAULT = null;

	/**
	 * The cached value of the '{@link #getNumaNode() <em>Numa Node</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getNumaNode()
	 * @generated
	 * @ordered
	 */
	protected Integer numaNode = NUMA_NODE_EDEFAULT;

	/**
	 * The default value of the '{@link #getHealth() <em>Health</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getHealth()
	 * @generated
	 * @ordered
	 */
	protected static final Health HEALTH_EDEFAULT = Health.UNKNOWN;

	/**
	 * The cached value of the '{@link #getHealth() <em>Health</em>}' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #getHealth()
	 * @generated
	 * @ordered
	 */
	protected Health health = HEALTH_EDEFAULT;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	protected NicImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	protected EClass eStaticClass() {
		return FleetPackageImpl.Literals.NIC;
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
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NIC__NAME, oldName, name));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getModel() {
		return model;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setModel(String newModel) {
		String oldModel = model;
		model = newModel;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NIC__MODEL, oldModel, model));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String getPciBusId() {
		return pciBusId;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setPciBusId(String newPciBusId) {
		String oldPciBusId = pciBusId;
		pciBusId = newPciBusId;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NIC__PCI_BUS_ID, oldPciBusId, pciBusId));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Integer getNumaNode() {
		return numaNode;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setNumaNode(Integer newNumaNode) {
		Integer oldNumaNode = numaNode;
		numaNode = newNumaNode;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NIC__NUMA_NODE, oldNumaNode, numaNode));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Health getHealth() {
		return health;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public void setHealth(Health newHealth) {
		Health oldHealth = health;
		health = newHealth == null ? HEALTH_EDEFAULT : newHealth;
		if (eNotificationRequired())
			eNotify(new ENotificationImpl(this, Notification.SET, FleetPackageImpl.NIC__HEALTH, oldHealth, health));
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Object eGet(int featureID, boolean resolve, boolean coreType) {
		switch (featureID) {
			case FleetPackageImpl.NIC__NAME:
				return getName();
			case FleetPackageImpl.NIC__MODEL:
				return getModel();
			case FleetPackageImpl.NIC__PCI_BUS_ID:
				return getPciBusId();
			case FleetPackageImpl.NIC__NUMA_NODE:
				return getNumaNode();
			case FleetPackageImpl.NIC__HEALTH:
				return getHealth();
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
			case FleetPackageImpl.NIC__NAME:
				setName((String)newValue);
				return;
			case FleetPackageImpl.NIC__MODEL:
				setModel((String)newValue);
				return;
			case FleetPackageImpl.NIC__PCI_BUS_ID:
				setPciBusId((String)newValue);
				return;
			case FleetPackageImpl.NIC__NUMA_NODE:
				setNumaNode((Integer)newValue);
				return;
			case FleetPackageImpl.NIC__HEALTH:
				setHealth((Health)newValue);
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
			case FleetPackageImpl.NIC__NAME:
				setName(NAME_EDEFAULT);
				return;
			case FleetPackageImpl.NIC__MODEL:
				setModel(MODEL_EDEFAULT);
				return;
			case FleetPackageImpl.NIC__PCI_BUS_ID:
				setPciBusId(PCI_BUS_ID_EDEFAULT);
				return;
			case FleetPackageImpl.NIC__NUMA_NODE:
				setNumaNode(NUMA_NODE_EDEFAULT);
				return;
			case FleetPackageImpl.NIC__HEALTH:
				setHealth(HEALTH_EDEFAULT);
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
			case FleetPackageImpl.NIC__NAME:
				return NAME_EDEFAULT == null ? name != null : !NAME_EDEFAULT.equals(name);
			case FleetPackageImpl.NIC__MODEL:
				return MODEL_EDEFAULT == null ? model != null : !MODEL_EDEFAULT.equals(model);
			case FleetPackageImpl.NIC__PCI_BUS_ID:
				return PCI_BUS_ID_EDEFAULT == null ? pciBusId != null : !PCI_BUS_ID_EDEFAULT.equals(pciBusId);
			case FleetPackageImpl.NIC__NUMA_NODE:
				return NUMA_NODE_EDEFAULT == null ? numaNode != null : !NUMA_NODE_EDEFAULT.equals(numaNode);
			case FleetPackageImpl.NIC__HEALTH:
				return health != HEALTH_EDEFAULT;
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
		result.append(", model: ");
		result.append(model);
		result.append(", pciBusId: ");
		result.append(pciBusId);
		result.append(", numaNode: ");
		result.append(numaNode);
		result.append(", health: ");
		result.append(health);
		result.append(')');
		return result.toString();
	}

} //NicImpl
