/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet.impl;

import java.time.Instant;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;

import org.eclipse.emf.ecore.impl.EFactoryImpl;

import org.eclipse.emf.ecore.plugin.EcorePlugin;

import podium.model.fleet.*;

import podium.model.value.Conditions;
import podium.model.value.ControllerRef;
import podium.model.value.DeviceIds;
import podium.model.value.DeviceTaints;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taints;
import podium.model.value.TaskGroups;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;

/**
 * <!-- begin-user-doc -->
 * An implementation of the model <b>Factory</b>.
 * <!-- end-user-doc -->
 * @generated
 */
public class FleetFactoryImpl extends EFactoryImpl implements FleetFactory {
	/**
	 * The singleton instance of the factory.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public static final FleetFactoryImpl eINSTANCE = init();

	/**
	 * Creates the default factory implementation.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public static FleetFactoryImpl init() {
		try {
			FleetFactoryImpl theFleetFactory = (FleetFactoryImpl)EPackage.Registry.INSTANCE.getEFactory(FleetPackageImpl.eNS_URI);
			if (theFleetFactory != null) {
				return theFleetFactory;
			}
		}
		catch (Exception exception) {
			EcorePlugin.INSTANCE.log(exception);
		}
		return new FleetFactoryImpl();
	}

	/**
	 * Creates an instance of the factory.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public FleetFactoryImpl() {
		super();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public EObject create(EClass eClass) {
		switch (eClass.getClassifierID()) {
			case FleetPackageImpl.FLEET: return createFleet();
			case FleetPackageImpl.CLUSTER: return createCluster();
			case FleetPackageImpl.DOMAIN: return createDomain();
			case FleetPackageImpl.NODE: return createNode();
			case FleetPackageImpl.ACCELERATOR: return createAccelerator();
			case FleetPackageImpl.SLICE: return createSlice();
			case FleetPackageImpl.NIC: return createNic();
			case FleetPackageImpl.LINK: return createLink();
			case FleetPackageImpl.JOB: return createJob();
			case FleetPackageImpl.TASK: return createTask();
			case FleetPackageImpl.QUEUE: return createQueue();
			case FleetPackageImpl.DISRUPTION_BUDGET: return createDisruptionBudget();
			default:
				throw new IllegalArgumentException("The class '" + eClass.getName() + "' is not a valid classifier");
		}
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Object createFromString(EDataType eDataType, String initialValue) {
		switch (eDataType.getClassifierID()) {
			case FleetPackageImpl.CONNECTION_STATE:
				return createConnectionStateFromString(eDataType, initialValue);
			case FleetPackageImpl.PROTECTION:
				return createProtectionFromString(eDataType, initialValue);
			case FleetPackageImpl.READINESS:
				return createReadinessFromString(eDataType, initialValue);
			case FleetPackageImpl.HEALTH:
				return createHealthFromString(eDataType, initialValue);
			case FleetPackageImpl.VENDOR:
				return createVendorFromString(eDataType, initialValue);
			case FleetPackageImpl.LINK_KIND:
				return createLinkKindFromString(eDataType, initialValue);
			case FleetPackageImpl.JOB_STATE:
				return createJobStateFromString(eDataType, initialValue);
			case FleetPackageImpl.PURPOSE:
				return createPurposeFromString(eDataType, initialValue);
			case FleetPackageImpl.TASK_PHASE:
				return createTaskPhaseFromString(eDataType, initialValue);
			case FleetPackageImpl.INSTANT:
				return createInstantFromString(eDataType, initialValue);
			case FleetPackageImpl.LABELS:
				return createLabelsFromString(eDataType, initialValue);
			case FleetPackageImpl.LABEL_SELECTOR:
				return createLabelSelectorFromString(eDataType, initialValue);
			case FleetPackageImpl.RESOURCES:
				return createResourcesFromString(eDataType, initialValue);
			case FleetPackageImpl.TAINTS:
				return createTaintsFromString(eDataType, initialValue);
			case FleetPackageImpl.TASK_SPEC:
				return createTaskSpecFromString(eDataType, initialValue);
			case FleetPackageImpl.TASK_GROUPS:
				return createTaskGroupsFromString(eDataType, initialValue);
			case FleetPackageImpl.WORK_KIND:
				return createWorkKindFromString(eDataType, initialValue);
			case FleetPackageImpl.CONTROLLER_REF:
				return createControllerRefFromString(eDataType, initialValue);
			case FleetPackageImpl.CONDITIONS:
				return createConditionsFromString(eDataType, initialValue);
			case FleetPackageImpl.DEVICE_IDS:
				return createDeviceIdsFromString(eDataType, initialValue);
			case FleetPackageImpl.DEVICE_TAINTS:
				return createDeviceTaintsFromString(eDataType, initialValue);
			default:
				throw new IllegalArgumentException("The datatype '" + eDataType.getName() + "' is not a valid classifier");
		}
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public String convertToString(EDataType eDataType, Object instanceValue) {
		switch (eDataType.getClassifierID()) {
			case FleetPackageImpl.CONNECTION_STATE:
				return convertConnectionStateToString(eDataType, instanceValue);
			case FleetPackageImpl.PROTECTION:
				return convertProtectionToString(eDataType, instanceValue);
			case FleetPackageImpl.READINESS:
				return convertReadinessToString(eDataType, instanceValue);
			case FleetPackageImpl.HEALTH:
				return convertHealthToString(eDataType, instanceValue);
			case FleetPackageImpl.VENDOR:
				return convertVendorToString(eDataType, instanceValue);
			case FleetPackageImpl.LINK_KIND:
				return convertLinkKindToString(eDataType, instanceValue);
			case FleetPackageImpl.JOB_STATE:
				return convertJobStateToString(eDataType, instanceValue);
			case FleetPackageImpl.PURPOSE:
				return convertPurposeToString(eDataType, instanceValue);
			case FleetPackageImpl.TASK_PHASE:
				return convertTaskPhaseToString(eDataType, instanceValue);
			case FleetPackageImpl.INSTANT:
				return convertInstantToString(eDataType, instanceValue);
			case FleetPackageImpl.LABELS:
				return convertLabelsToString(eDataType, instanceValue);
			case FleetPackageImpl.LABEL_SELECTOR:
				return convertLabelSelectorToString(eDataType, instanceValue);
			case FleetPackageImpl.RESOURCES:
				return convertResourcesToString(eDataType, instanceValue);
			case FleetPackageImpl.TAINTS:
				return convertTaintsToString(eDataType, instanceValue);
			case FleetPackageImpl.TASK_SPEC:
				return convertTaskSpecToString(eDataType, instanceValue);
			case FleetPackageImpl.TASK_GROUPS:
				return convertTaskGroupsToString(eDataType, instanceValue);
			case FleetPackageImpl.WORK_KIND:
				return convertWorkKindToString(eDataType, instanceValue);
			case FleetPackageImpl.CONTROLLER_REF:
				return convertControllerRefToString(eDataType, instanceValue);
			case FleetPackageImpl.CONDITIONS:
				return convertConditionsToString(eDataType, instanceValue);
			case FleetPackageImpl.DEVICE_IDS:
				return convertDeviceIdsToString(eDataType, instanceValue);
			case FleetPackageImpl.DEVICE_TAINTS:
				return convertDeviceTaintsToString(eDataType, instanceValue);
			default:
				throw new IllegalArgumentException("The datatype '" + eDataType.getName() + "' is not a valid classifier");
		}
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Fleet createFleet() {
		FleetImpl fleet = new FleetImpl();
		return fleet;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Cluster createCluster() {
		ClusterImpl cluster = new ClusterImpl();
		return cluster;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Domain createDomain() {
		DomainImpl domain = new DomainImpl();
		return domain;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Node createNode() {
		NodeImpl node = new NodeImpl();
		return node;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Accelerator createAccelerator() {
		AcceleratorImpl accelerator = new AcceleratorImpl();
		return accelerator;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Slice createSlice() {
		SliceImpl slice = new SliceImpl();
		return slice;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Nic createNic() {
		NicImpl nic = new NicImpl();
		return nic;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Link createLink() {
		LinkImpl link = new LinkImpl();
		return link;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Job createJob() {
		JobImpl job = new JobImpl();
		return job;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Task createTask() {
		TaskImpl task = new TaskImpl();
		return task;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public Queue createQueue() {
		QueueImpl queue = new QueueImpl();
		return queue;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	@Override
	public DisruptionBudget createDisruptionBudget() {
		DisruptionBudgetImpl disruptionBudget = new DisruptionBudgetImpl();
		return disruptionBudget;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public ConnectionState createConnectionStateFromString(EDataType eDataType, String initialValue) {
		ConnectionState result = ConnectionState.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertConnectionStateToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Protection createProtectionFromString(EDataType eDataType, String initialValue) {
		Protection result = Protection.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertProtectionToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Readiness createReadinessFromString(EDataType eDataType, String initialValue) {
		Readiness result = Readiness.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertReadinessToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Health createHealthFromString(EDataType eDataType, String initialValue) {
		Health result = Health.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertHealthToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Vendor createVendorFromString(EDataType eDataType, String initialValue) {
		Vendor result = Vendor.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertVendorToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public LinkKind createLinkKindFromString(EDataType eDataType, String initialValue) {
		LinkKind result = LinkKind.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertLinkKindToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public JobState createJobStateFromString(EDataType eDataType, String initialValue) {
		JobState result = JobState.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertJobStateToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Purpose createPurposeFromString(EDataType eDataType, String initialValue) {
		Purpose result = Purpose.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertPurposeToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public TaskPhase createTaskPhaseFromString(EDataType eDataType, String initialValue) {
		TaskPhase result = TaskPhase.get(initialValue);
		if (result == null) throw new IllegalArgumentException("The value '" + initialValue + "' is not a valid enumerator of '" + eDataType.getName() + "'");
		return result;
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertTaskPhaseToString(EDataType eDataType, Object instanceValue) {
		return instanceValue == null ? null : instanceValue.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Instant createInstant(final String it) {
		return it == null ? null : java.time.Instant.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Instant createInstantFromString(EDataType eDataType, String initialValue) {
		return createInstant(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertInstant(final Instant it) {
		return it == null ? null : it.toString();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertInstantToString(EDataType eDataType, Object instanceValue) {
		return convertInstant((Instant)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Labels createLabels(final String it) {
		return it == null ? null : podium.model.value.Labels.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Labels createLabelsFromString(EDataType eDataType, String initialValue) {
		return createLabels(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertLabels(final Labels it) {
		return it == null ? null : it.text();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertLabelsToString(EDataType eDataType, Object instanceValue) {
		return convertLabels((Labels)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public LabelSelector createLabelSelector(final String it) {
		return it == null ? null : podium.model.value.LabelSelector.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public LabelSelector createLabelSelectorFromString(EDataType eDataType, String initialValue) {
		return createLabelSelector(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertLabelSelector(final LabelSelector it) {
		return it == null ? null : it.text();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertLabelSelectorToString(EDataType eDataType, Object instanceValue) {
		return convertLabelSelector((LabelSelector)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Resources createResources(final String it) {
		return it == null ? null : podium.model.value.Resources.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Resources createResourcesFromString(EDataType eDataType, String initialValue) {
		return createResources(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertResources(final Resources it) {
		return it == null ? null : it.text();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertResourcesToString(EDataType eDataType, Object instanceValue) {
		return convertResources((Resources)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Taints createTaints(final String it) {
		return it == null ? null : podium.model.value.Taints.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Taints createTaintsFromString(EDataType eDataType, String initialValue) {
		return createTaints(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertTaints(final Taints it) {
		return it == null ? null : it.text();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertTaintsToString(EDataType eDataType, Object instanceValue) {
		return convertTaints((Taints)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public TaskSpec createTaskSpec(final String it) {
		return it == null ? null : podium.model.value.TaskSpec.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public TaskSpec createTaskSpecFromString(EDataType eDataType, String initialValue) {
		return createTaskSpec(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertTaskSpec(final TaskSpec it) {
		return it == null ? null : it.text();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertTaskSpecToString(EDataType eDataType, Object instanceValue) {
		return convertTaskSpec((TaskSpec)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public TaskGroups createTaskGroups(final String it) {
		return it == null ? null : podium.model.value.TaskGroups.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public TaskGroups createTaskGroupsFromString(EDataType eDataType, String initialValue) {
		return createTaskGroups(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertTaskGroups(final TaskGroups it) {
		return it == null ? null : it.text();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertTaskGroupsToString(EDataType eDataType, Object instanceValue) {
		return convertTaskGroups((TaskGroups)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public WorkKind createWorkKind(final String it) {
		return it == null ? null : podium.model.value.WorkKind.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public WorkKind createWorkKindFromString(EDataType eDataType, String initialValue) {
		return createWorkKind(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertWorkKind(final WorkKind it) {
		return it == null ? null : it.text();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertWorkKindToString(EDataType eDataType, Object instanceValue) {
		return convertWorkKind((WorkKind)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public ControllerRef createControllerRef(final String it) {
		return it == null ? null : podium.model.value.ControllerRef.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public ControllerRef createControllerRefFromString(EDataType eDataType, String initialValue) {
		return createControllerRef(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertControllerRef(final ControllerRef it) {
		return it == null ? null : it.text();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertControllerRefToString(EDataType eDataType, Object instanceValue) {
		return convertControllerRef((ControllerRef)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Conditions createConditions(final String it) {
		return it == null ? null : podium.model.value.Conditions.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public Conditions createConditionsFromString(EDataType eDataType, String initialValue) {
		return createConditions(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertConditions(final Conditions it) {
		return it == null ? null : it.text();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertConditionsToString(EDataType eDataType, Object instanceValue) {
		return convertConditions((Conditions)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public DeviceIds createDeviceIds(final String it) {
		return it == null ? null : podium.model.value.DeviceIds.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public DeviceIds createDeviceIdsFromString(EDataType eDataType, String initialValue) {
		return createDeviceIds(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertDeviceIds(final DeviceIds it) {
		return it == null ? null : it.text();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertDeviceIdsToString(EDataType eDataType, Object instanceValue) {
		return convertDeviceIds((DeviceIds)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public DeviceTaints createDeviceTaints(final String it) {
		return it == null ? null : podium.model.value.DeviceTaints.parse(it);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public DeviceTaints createDeviceTaintsFromString(EDataType eDataType, String initialValue) {
		return createDeviceTaints(initialValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertDeviceTaints(final DeviceTaints it) {
		return it == null ? null : it.text();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public String convertDeviceTaintsToString(EDataType eDataType, Object instanceValue) {
		return convertDeviceTaints((DeviceTaints)instanceValue);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public FleetPackageImpl getFleetPackage() {
		return (FleetPackageImpl)getEPackage();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @deprecated
	 * @generated
	 */
	@Deprecated
	public static FleetPackageImpl getPackage() {
		return FleetPackageImpl.eINSTANCE;
	}

} //FleetFactoryImpl
