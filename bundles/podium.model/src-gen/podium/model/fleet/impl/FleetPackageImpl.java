/**
 * SPDX-License-Identifier: Apache-2.0
 */
package podium.model.fleet.impl;

import java.time.Instant;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EFactory;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;

import org.eclipse.emf.ecore.impl.EPackageImpl;

import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Domain;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Link;
import podium.model.fleet.LinkKind;
import podium.model.fleet.Named;
import podium.model.fleet.Nic;
import podium.model.fleet.Node;
import podium.model.fleet.Protection;
import podium.model.fleet.Purpose;
import podium.model.fleet.Queue;
import podium.model.fleet.Readiness;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.fleet.Vendor;

import podium.model.value.ClusterFacts;
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
 * The <b>Package</b> for the model.
 * It contains accessors for the meta objects to represent
 * <ul>
 *   <li>each class,</li>
 *   <li>each feature of each class,</li>
 *   <li>each enum,</li>
 *   <li>and each data type</li>
 * </ul>
 * <!-- end-user-doc -->
 * @see podium.model.fleet.FleetFactory
 * @model kind="package"
 * @generated
 */
public class FleetPackageImpl extends EPackageImpl {
	/**
	 * The package name.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public static final String eNAME = "fleet";

	/**
	 * The package namespace URI.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public static final String eNS_URI = "urn:podium:fleet:1";

	/**
	 * The package namespace name.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public static final String eNS_PREFIX = "fleet";

	/**
	 * The singleton instance of the package.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public static final FleetPackageImpl eINSTANCE = podium.model.fleet.impl.FleetPackageImpl.init();

	/**
	 * The meta object id for the '{@link podium.model.fleet.Named <em>Named</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.Named
	 * @see podium.model.fleet.impl.FleetPackageImpl#getNamed()
	 * @generated
	 */
	public static final int NAMED = 0;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NAMED__NAME = 0;

	/**
	 * The number of structural features of the '<em>Named</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NAMED_FEATURE_COUNT = 1;

	/**
	 * The meta object id for the '{@link podium.model.fleet.impl.FleetImpl <em>Fleet</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.impl.FleetImpl
	 * @see podium.model.fleet.impl.FleetPackageImpl#getFleet()
	 * @generated
	 */
	public static final int FLEET = 1;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int FLEET__NAME = NAMED__NAME;

	/**
	 * The feature id for the '<em><b>Clusters</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int FLEET__CLUSTERS = NAMED_FEATURE_COUNT + 0;

	/**
	 * The number of structural features of the '<em>Fleet</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int FLEET_FEATURE_COUNT = NAMED_FEATURE_COUNT + 1;

	/**
	 * The meta object id for the '{@link podium.model.fleet.impl.ClusterImpl <em>Cluster</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.impl.ClusterImpl
	 * @see podium.model.fleet.impl.FleetPackageImpl#getCluster()
	 * @generated
	 */
	public static final int CLUSTER = 2;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__NAME = NAMED__NAME;

	/**
	 * The feature id for the '<em><b>Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__ID = NAMED_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Server</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__SERVER = NAMED_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Context</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__CONTEXT = NAMED_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Version</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__VERSION = NAMED_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Connection</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__CONNECTION = NAMED_FEATURE_COUNT + 4;

	/**
	 * The feature id for the '<em><b>Connection Since</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__CONNECTION_SINCE = NAMED_FEATURE_COUNT + 5;

	/**
	 * The feature id for the '<em><b>Connection Message</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__CONNECTION_MESSAGE = NAMED_FEATURE_COUNT + 6;

	/**
	 * The feature id for the '<em><b>Connection Advice</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__CONNECTION_ADVICE = NAMED_FEATURE_COUNT + 7;

	/**
	 * The feature id for the '<em><b>Last Contact</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__LAST_CONTACT = NAMED_FEATURE_COUNT + 8;

	/**
	 * The feature id for the '<em><b>Simulated</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__SIMULATED = NAMED_FEATURE_COUNT + 9;

	/**
	 * The feature id for the '<em><b>Protection</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__PROTECTION = NAMED_FEATURE_COUNT + 10;

	/**
	 * The feature id for the '<em><b>Production</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__PRODUCTION = NAMED_FEATURE_COUNT + 11;

	/**
	 * The feature id for the '<em><b>Color</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__COLOR = NAMED_FEATURE_COUNT + 12;

	/**
	 * The feature id for the '<em><b>Facts</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__FACTS = NAMED_FEATURE_COUNT + 13;

	/**
	 * The feature id for the '<em><b>Fleet</b></em>' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__FLEET = NAMED_FEATURE_COUNT + 14;

	/**
	 * The feature id for the '<em><b>Domains</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__DOMAINS = NAMED_FEATURE_COUNT + 15;

	/**
	 * The feature id for the '<em><b>Nodes</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__NODES = NAMED_FEATURE_COUNT + 16;

	/**
	 * The feature id for the '<em><b>Jobs</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__JOBS = NAMED_FEATURE_COUNT + 17;

	/**
	 * The feature id for the '<em><b>Queues</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__QUEUES = NAMED_FEATURE_COUNT + 18;

	/**
	 * The feature id for the '<em><b>Budgets</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__BUDGETS = NAMED_FEATURE_COUNT + 19;

	/**
	 * The feature id for the '<em><b>Links</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER__LINKS = NAMED_FEATURE_COUNT + 20;

	/**
	 * The number of structural features of the '<em>Cluster</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int CLUSTER_FEATURE_COUNT = NAMED_FEATURE_COUNT + 21;

	/**
	 * The meta object id for the '{@link podium.model.fleet.impl.DomainImpl <em>Domain</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.impl.DomainImpl
	 * @see podium.model.fleet.impl.FleetPackageImpl#getDomain()
	 * @generated
	 */
	public static final int DOMAIN = 3;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DOMAIN__NAME = NAMED__NAME;

	/**
	 * The feature id for the '<em><b>Level</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DOMAIN__LEVEL = NAMED_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Label Key</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DOMAIN__LABEL_KEY = NAMED_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Cluster</b></em>' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DOMAIN__CLUSTER = NAMED_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Parent</b></em>' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DOMAIN__PARENT = NAMED_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Domains</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DOMAIN__DOMAINS = NAMED_FEATURE_COUNT + 4;

	/**
	 * The feature id for the '<em><b>Nodes</b></em>' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DOMAIN__NODES = NAMED_FEATURE_COUNT + 5;

	/**
	 * The number of structural features of the '<em>Domain</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DOMAIN_FEATURE_COUNT = NAMED_FEATURE_COUNT + 6;

	/**
	 * The meta object id for the '{@link podium.model.fleet.impl.NodeImpl <em>Node</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.impl.NodeImpl
	 * @see podium.model.fleet.impl.FleetPackageImpl#getNode()
	 * @generated
	 */
	public static final int NODE = 4;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__NAME = NAMED__NAME;

	/**
	 * The feature id for the '<em><b>Uid</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__UID = NAMED_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Resource Version</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__RESOURCE_VERSION = NAMED_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Labels</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__LABELS = NAMED_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Taints</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__TAINTS = NAMED_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Capacity</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__CAPACITY = NAMED_FEATURE_COUNT + 4;

	/**
	 * The feature id for the '<em><b>Allocatable</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__ALLOCATABLE = NAMED_FEATURE_COUNT + 5;

	/**
	 * The feature id for the '<em><b>Unschedulable</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__UNSCHEDULABLE = NAMED_FEATURE_COUNT + 6;

	/**
	 * The feature id for the '<em><b>Readiness</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__READINESS = NAMED_FEATURE_COUNT + 7;

	/**
	 * The feature id for the '<em><b>Conditions</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__CONDITIONS = NAMED_FEATURE_COUNT + 8;

	/**
	 * The feature id for the '<em><b>Created</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__CREATED = NAMED_FEATURE_COUNT + 9;

	/**
	 * The feature id for the '<em><b>Kubelet Version</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__KUBELET_VERSION = NAMED_FEATURE_COUNT + 10;

	/**
	 * The feature id for the '<em><b>Address</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__ADDRESS = NAMED_FEATURE_COUNT + 11;

	/**
	 * The feature id for the '<em><b>Cluster</b></em>' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__CLUSTER = NAMED_FEATURE_COUNT + 12;

	/**
	 * The feature id for the '<em><b>Domain</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__DOMAIN = NAMED_FEATURE_COUNT + 13;

	/**
	 * The feature id for the '<em><b>Accelerators</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__ACCELERATORS = NAMED_FEATURE_COUNT + 14;

	/**
	 * The feature id for the '<em><b>Nics</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__NICS = NAMED_FEATURE_COUNT + 15;

	/**
	 * The feature id for the '<em><b>Tasks</b></em>' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE__TASKS = NAMED_FEATURE_COUNT + 16;

	/**
	 * The number of structural features of the '<em>Node</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NODE_FEATURE_COUNT = NAMED_FEATURE_COUNT + 17;

	/**
	 * The meta object id for the '{@link podium.model.fleet.impl.AcceleratorImpl <em>Accelerator</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.impl.AcceleratorImpl
	 * @see podium.model.fleet.impl.FleetPackageImpl#getAccelerator()
	 * @generated
	 */
	public static final int ACCELERATOR = 5;

	/**
	 * The feature id for the '<em><b>Index</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__INDEX = 0;

	/**
	 * The feature id for the '<em><b>Uuid</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__UUID = 1;

	/**
	 * The feature id for the '<em><b>Model</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__MODEL = 2;

	/**
	 * The feature id for the '<em><b>Vendor</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__VENDOR = 3;

	/**
	 * The feature id for the '<em><b>Memory Bytes</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__MEMORY_BYTES = 4;

	/**
	 * The feature id for the '<em><b>Pci Bus Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__PCI_BUS_ID = 5;

	/**
	 * The feature id for the '<em><b>Numa Node</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__NUMA_NODE = 6;

	/**
	 * The feature id for the '<em><b>Health</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__HEALTH = 7;

	/**
	 * The feature id for the '<em><b>Health Reason</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__HEALTH_REASON = 8;

	/**
	 * The feature id for the '<em><b>Taints</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__TAINTS = 9;

	/**
	 * The feature id for the '<em><b>Batch Job</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__BATCH_JOB = 10;

	/**
	 * The feature id for the '<em><b>Readings</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__READINGS = 11;

	/**
	 * The feature id for the '<em><b>Node</b></em>' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__NODE = 12;

	/**
	 * The feature id for the '<em><b>Slices</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__SLICES = 13;

	/**
	 * The feature id for the '<em><b>Tasks</b></em>' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR__TASKS = 14;

	/**
	 * The number of structural features of the '<em>Accelerator</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int ACCELERATOR_FEATURE_COUNT = 15;

	/**
	 * The meta object id for the '{@link podium.model.fleet.impl.SliceImpl <em>Slice</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.impl.SliceImpl
	 * @see podium.model.fleet.impl.FleetPackageImpl#getSlice()
	 * @generated
	 */
	public static final int SLICE = 6;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int SLICE__NAME = NAMED__NAME;

	/**
	 * The feature id for the '<em><b>Index</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int SLICE__INDEX = NAMED_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Profile</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int SLICE__PROFILE = NAMED_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Uuid</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int SLICE__UUID = NAMED_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Accelerator</b></em>' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int SLICE__ACCELERATOR = NAMED_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Tasks</b></em>' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int SLICE__TASKS = NAMED_FEATURE_COUNT + 4;

	/**
	 * The number of structural features of the '<em>Slice</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int SLICE_FEATURE_COUNT = NAMED_FEATURE_COUNT + 5;

	/**
	 * The meta object id for the '{@link podium.model.fleet.impl.NicImpl <em>Nic</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.impl.NicImpl
	 * @see podium.model.fleet.impl.FleetPackageImpl#getNic()
	 * @generated
	 */
	public static final int NIC = 7;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NIC__NAME = NAMED__NAME;

	/**
	 * The feature id for the '<em><b>Model</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NIC__MODEL = NAMED_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Pci Bus Id</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NIC__PCI_BUS_ID = NAMED_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Numa Node</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NIC__NUMA_NODE = NAMED_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Health</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NIC__HEALTH = NAMED_FEATURE_COUNT + 3;

	/**
	 * The number of structural features of the '<em>Nic</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int NIC_FEATURE_COUNT = NAMED_FEATURE_COUNT + 4;

	/**
	 * The meta object id for the '{@link podium.model.fleet.impl.LinkImpl <em>Link</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.impl.LinkImpl
	 * @see podium.model.fleet.impl.FleetPackageImpl#getLink()
	 * @generated
	 */
	public static final int LINK = 8;

	/**
	 * The feature id for the '<em><b>Kind</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int LINK__KIND = 0;

	/**
	 * The feature id for the '<em><b>Bytes Per Second</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int LINK__BYTES_PER_SECOND = 1;

	/**
	 * The feature id for the '<em><b>Health</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int LINK__HEALTH = 2;

	/**
	 * The feature id for the '<em><b>From</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int LINK__FROM = 3;

	/**
	 * The feature id for the '<em><b>To</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int LINK__TO = 4;

	/**
	 * The number of structural features of the '<em>Link</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int LINK_FEATURE_COUNT = 5;

	/**
	 * The meta object id for the '{@link podium.model.fleet.impl.JobImpl <em>Job</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.impl.JobImpl
	 * @see podium.model.fleet.impl.FleetPackageImpl#getJob()
	 * @generated
	 */
	public static final int JOB = 9;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__NAME = NAMED__NAME;

	/**
	 * The feature id for the '<em><b>Namespace</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__NAMESPACE = NAMED_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Uid</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__UID = NAMED_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Kind</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__KIND = NAMED_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Api Version</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__API_VERSION = NAMED_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Work</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__WORK = NAMED_FEATURE_COUNT + 4;

	/**
	 * The feature id for the '<em><b>Labels</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__LABELS = NAMED_FEATURE_COUNT + 5;

	/**
	 * The feature id for the '<em><b>State</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__STATE = NAMED_FEATURE_COUNT + 6;

	/**
	 * The feature id for the '<em><b>Reason</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__REASON = NAMED_FEATURE_COUNT + 7;

	/**
	 * The feature id for the '<em><b>Queue Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__QUEUE_NAME = NAMED_FEATURE_COUNT + 8;

	/**
	 * The feature id for the '<em><b>Priority</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__PRIORITY = NAMED_FEATURE_COUNT + 9;

	/**
	 * The feature id for the '<em><b>Priority Class</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__PRIORITY_CLASS = NAMED_FEATURE_COUNT + 10;

	/**
	 * The feature id for the '<em><b>Created</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__CREATED = NAMED_FEATURE_COUNT + 11;

	/**
	 * The feature id for the '<em><b>Started</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__STARTED = NAMED_FEATURE_COUNT + 12;

	/**
	 * The feature id for the '<em><b>Finished</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__FINISHED = NAMED_FEATURE_COUNT + 13;

	/**
	 * The feature id for the '<em><b>Restarts</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__RESTARTS = NAMED_FEATURE_COUNT + 14;

	/**
	 * The feature id for the '<em><b>Wanted Tasks</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__WANTED_TASKS = NAMED_FEATURE_COUNT + 15;

	/**
	 * The feature id for the '<em><b>Suspended</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__SUSPENDED = NAMED_FEATURE_COUNT + 16;

	/**
	 * The feature id for the '<em><b>Minimum</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__MINIMUM = NAMED_FEATURE_COUNT + 17;

	/**
	 * The feature id for the '<em><b>Spec</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__SPEC = NAMED_FEATURE_COUNT + 18;

	/**
	 * The feature id for the '<em><b>Groups</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__GROUPS = NAMED_FEATURE_COUNT + 19;

	/**
	 * The feature id for the '<em><b>Purpose</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__PURPOSE = NAMED_FEATURE_COUNT + 20;

	/**
	 * The feature id for the '<em><b>Managers</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__MANAGERS = NAMED_FEATURE_COUNT + 21;

	/**
	 * The feature id for the '<em><b>Cluster</b></em>' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__CLUSTER = NAMED_FEATURE_COUNT + 22;

	/**
	 * The feature id for the '<em><b>Queue</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__QUEUE = NAMED_FEATURE_COUNT + 23;

	/**
	 * The feature id for the '<em><b>Tasks</b></em>' containment reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB__TASKS = NAMED_FEATURE_COUNT + 24;

	/**
	 * The number of structural features of the '<em>Job</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int JOB_FEATURE_COUNT = NAMED_FEATURE_COUNT + 25;

	/**
	 * The meta object id for the '{@link podium.model.fleet.impl.TaskImpl <em>Task</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.impl.TaskImpl
	 * @see podium.model.fleet.impl.FleetPackageImpl#getTask()
	 * @generated
	 */
	public static final int TASK = 10;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__NAME = NAMED__NAME;

	/**
	 * The feature id for the '<em><b>Namespace</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__NAMESPACE = NAMED_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Uid</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__UID = NAMED_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Labels</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__LABELS = NAMED_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Phase</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__PHASE = NAMED_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Reason</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__REASON = NAMED_FEATURE_COUNT + 4;

	/**
	 * The feature id for the '<em><b>Message</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__MESSAGE = NAMED_FEATURE_COUNT + 5;

	/**
	 * The feature id for the '<em><b>Rank</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__RANK = NAMED_FEATURE_COUNT + 6;

	/**
	 * The feature id for the '<em><b>Spec</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__SPEC = NAMED_FEATURE_COUNT + 7;

	/**
	 * The feature id for the '<em><b>Controller</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__CONTROLLER = NAMED_FEATURE_COUNT + 8;

	/**
	 * The feature id for the '<em><b>Ready</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__READY = NAMED_FEATURE_COUNT + 9;

	/**
	 * The feature id for the '<em><b>Mirror</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__MIRROR = NAMED_FEATURE_COUNT + 10;

	/**
	 * The feature id for the '<em><b>Restarts</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__RESTARTS = NAMED_FEATURE_COUNT + 11;

	/**
	 * The feature id for the '<em><b>Created</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__CREATED = NAMED_FEATURE_COUNT + 12;

	/**
	 * The feature id for the '<em><b>Started</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__STARTED = NAMED_FEATURE_COUNT + 13;

	/**
	 * The feature id for the '<em><b>Failed</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__FAILED = NAMED_FEATURE_COUNT + 14;

	/**
	 * The feature id for the '<em><b>Deletion</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__DELETION = NAMED_FEATURE_COUNT + 15;

	/**
	 * The feature id for the '<em><b>Refused</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__REFUSED = NAMED_FEATURE_COUNT + 16;

	/**
	 * The feature id for the '<em><b>Device Ids</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__DEVICE_IDS = NAMED_FEATURE_COUNT + 17;

	/**
	 * The feature id for the '<em><b>Job</b></em>' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__JOB = NAMED_FEATURE_COUNT + 18;

	/**
	 * The feature id for the '<em><b>Node</b></em>' reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__NODE = NAMED_FEATURE_COUNT + 19;

	/**
	 * The feature id for the '<em><b>Accelerators</b></em>' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__ACCELERATORS = NAMED_FEATURE_COUNT + 20;

	/**
	 * The feature id for the '<em><b>Slices</b></em>' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK__SLICES = NAMED_FEATURE_COUNT + 21;

	/**
	 * The number of structural features of the '<em>Task</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int TASK_FEATURE_COUNT = NAMED_FEATURE_COUNT + 22;

	/**
	 * The meta object id for the '{@link podium.model.fleet.impl.QueueImpl <em>Queue</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.impl.QueueImpl
	 * @see podium.model.fleet.impl.FleetPackageImpl#getQueue()
	 * @generated
	 */
	public static final int QUEUE = 11;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE__NAME = NAMED__NAME;

	/**
	 * The feature id for the '<em><b>Namespace</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE__NAMESPACE = NAMED_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Uid</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE__UID = NAMED_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Kind</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE__KIND = NAMED_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Cohort</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE__COHORT = NAMED_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Quota</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE__QUOTA = NAMED_FEATURE_COUNT + 4;

	/**
	 * The feature id for the '<em><b>Used</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE__USED = NAMED_FEATURE_COUNT + 5;

	/**
	 * The feature id for the '<em><b>Pending</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE__PENDING = NAMED_FEATURE_COUNT + 6;

	/**
	 * The feature id for the '<em><b>Admitted</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE__ADMITTED = NAMED_FEATURE_COUNT + 7;

	/**
	 * The feature id for the '<em><b>Active</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE__ACTIVE = NAMED_FEATURE_COUNT + 8;

	/**
	 * The feature id for the '<em><b>Cluster</b></em>' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE__CLUSTER = NAMED_FEATURE_COUNT + 9;

	/**
	 * The feature id for the '<em><b>Jobs</b></em>' reference list.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE__JOBS = NAMED_FEATURE_COUNT + 10;

	/**
	 * The number of structural features of the '<em>Queue</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int QUEUE_FEATURE_COUNT = NAMED_FEATURE_COUNT + 11;

	/**
	 * The meta object id for the '{@link podium.model.fleet.impl.DisruptionBudgetImpl <em>Disruption Budget</em>}' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.impl.DisruptionBudgetImpl
	 * @see podium.model.fleet.impl.FleetPackageImpl#getDisruptionBudget()
	 * @generated
	 */
	public static final int DISRUPTION_BUDGET = 12;

	/**
	 * The feature id for the '<em><b>Name</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET__NAME = NAMED__NAME;

	/**
	 * The feature id for the '<em><b>Namespace</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET__NAMESPACE = NAMED_FEATURE_COUNT + 0;

	/**
	 * The feature id for the '<em><b>Uid</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET__UID = NAMED_FEATURE_COUNT + 1;

	/**
	 * The feature id for the '<em><b>Selector</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET__SELECTOR = NAMED_FEATURE_COUNT + 2;

	/**
	 * The feature id for the '<em><b>Disruptions Allowed</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET__DISRUPTIONS_ALLOWED = NAMED_FEATURE_COUNT + 3;

	/**
	 * The feature id for the '<em><b>Current Healthy</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET__CURRENT_HEALTHY = NAMED_FEATURE_COUNT + 4;

	/**
	 * The feature id for the '<em><b>Desired Healthy</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET__DESIRED_HEALTHY = NAMED_FEATURE_COUNT + 5;

	/**
	 * The feature id for the '<em><b>Expected Pods</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET__EXPECTED_PODS = NAMED_FEATURE_COUNT + 6;

	/**
	 * The feature id for the '<em><b>Generation</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET__GENERATION = NAMED_FEATURE_COUNT + 7;

	/**
	 * The feature id for the '<em><b>Observed Generation</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET__OBSERVED_GENERATION = NAMED_FEATURE_COUNT + 8;

	/**
	 * The feature id for the '<em><b>Always Allow Unhealthy</b></em>' attribute.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET__ALWAYS_ALLOW_UNHEALTHY = NAMED_FEATURE_COUNT + 9;

	/**
	 * The feature id for the '<em><b>Cluster</b></em>' container reference.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET__CLUSTER = NAMED_FEATURE_COUNT + 10;

	/**
	 * The number of structural features of the '<em>Disruption Budget</em>' class.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 * @ordered
	 */
	public static final int DISRUPTION_BUDGET_FEATURE_COUNT = NAMED_FEATURE_COUNT + 11;

	/**
	 * The meta object id for the '{@link podium.model.fleet.ConnectionState <em>Connection State</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.ConnectionState
	 * @see podium.model.fleet.impl.FleetPackageImpl#getConnectionState()
	 * @generated
	 */
	public static final int CONNECTION_STATE = 13;

	/**
	 * The meta object id for the '{@link podium.model.fleet.Protection <em>Protection</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.Protection
	 * @see podium.model.fleet.impl.FleetPackageImpl#getProtection()
	 * @generated
	 */
	public static final int PROTECTION = 14;

	/**
	 * The meta object id for the '{@link podium.model.fleet.Readiness <em>Readiness</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.Readiness
	 * @see podium.model.fleet.impl.FleetPackageImpl#getReadiness()
	 * @generated
	 */
	public static final int READINESS = 15;

	/**
	 * The meta object id for the '{@link podium.model.fleet.Health <em>Health</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.Health
	 * @see podium.model.fleet.impl.FleetPackageImpl#getHealth()
	 * @generated
	 */
	public static final int HEALTH = 16;

	/**
	 * The meta object id for the '{@link podium.model.fleet.Vendor <em>Vendor</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.Vendor
	 * @see podium.model.fleet.impl.FleetPackageImpl#getVendor()
	 * @generated
	 */
	public static final int VENDOR = 17;

	/**
	 * The meta object id for the '{@link podium.model.fleet.LinkKind <em>Link Kind</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.LinkKind
	 * @see podium.model.fleet.impl.FleetPackageImpl#getLinkKind()
	 * @generated
	 */
	public static final int LINK_KIND = 18;

	/**
	 * The meta object id for the '{@link podium.model.fleet.JobState <em>Job State</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.JobState
	 * @see podium.model.fleet.impl.FleetPackageImpl#getJobState()
	 * @generated
	 */
	public static final int JOB_STATE = 19;

	/**
	 * The meta object id for the '{@link podium.model.fleet.Purpose <em>Purpose</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.Purpose
	 * @see podium.model.fleet.impl.FleetPackageImpl#getPurpose()
	 * @generated
	 */
	public static final int PURPOSE = 20;

	/**
	 * The meta object id for the '{@link podium.model.fleet.TaskPhase <em>Task Phase</em>}' enum.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.fleet.TaskPhase
	 * @see podium.model.fleet.impl.FleetPackageImpl#getTaskPhase()
	 * @generated
	 */
	public static final int TASK_PHASE = 21;

	/**
	 * The meta object id for the '<em>Instant</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see java.time.Instant
	 * @see podium.model.fleet.impl.FleetPackageImpl#getInstant()
	 * @generated
	 */
	public static final int INSTANT = 22;

	/**
	 * The meta object id for the '<em>Labels</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.value.Labels
	 * @see podium.model.fleet.impl.FleetPackageImpl#getLabels()
	 * @generated
	 */
	public static final int LABELS = 23;

	/**
	 * The meta object id for the '<em>Label Selector</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.value.LabelSelector
	 * @see podium.model.fleet.impl.FleetPackageImpl#getLabelSelector()
	 * @generated
	 */
	public static final int LABEL_SELECTOR = 24;

	/**
	 * The meta object id for the '<em>Resources</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.value.Resources
	 * @see podium.model.fleet.impl.FleetPackageImpl#getResources()
	 * @generated
	 */
	public static final int RESOURCES = 25;

	/**
	 * The meta object id for the '<em>Taints</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.value.Taints
	 * @see podium.model.fleet.impl.FleetPackageImpl#getTaints()
	 * @generated
	 */
	public static final int TAINTS = 26;

	/**
	 * The meta object id for the '<em>Task Spec</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.value.TaskSpec
	 * @see podium.model.fleet.impl.FleetPackageImpl#getTaskSpec()
	 * @generated
	 */
	public static final int TASK_SPEC = 27;

	/**
	 * The meta object id for the '<em>Task Groups</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.value.TaskGroups
	 * @see podium.model.fleet.impl.FleetPackageImpl#getTaskGroups()
	 * @generated
	 */
	public static final int TASK_GROUPS = 28;

	/**
	 * The meta object id for the '<em>Work Kind</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.value.WorkKind
	 * @see podium.model.fleet.impl.FleetPackageImpl#getWorkKind()
	 * @generated
	 */
	public static final int WORK_KIND = 29;

	/**
	 * The meta object id for the '<em>Controller Ref</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.value.ControllerRef
	 * @see podium.model.fleet.impl.FleetPackageImpl#getControllerRef()
	 * @generated
	 */
	public static final int CONTROLLER_REF = 30;

	/**
	 * The meta object id for the '<em>Conditions</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.value.Conditions
	 * @see podium.model.fleet.impl.FleetPackageImpl#getConditions()
	 * @generated
	 */
	public static final int CONDITIONS = 31;

	/**
	 * The meta object id for the '<em>Device Ids</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.value.DeviceIds
	 * @see podium.model.fleet.impl.FleetPackageImpl#getDeviceIds()
	 * @generated
	 */
	public static final int DEVICE_IDS = 32;

	/**
	 * The meta object id for the '<em>Device Taints</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.value.DeviceTaints
	 * @see podium.model.fleet.impl.FleetPackageImpl#getDeviceTaints()
	 * @generated
	 */
	public static final int DEVICE_TAINTS = 33;

	/**
	 * The meta object id for the '<em>Cluster Facts</em>' data type.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see podium.model.value.ClusterFacts
	 * @see podium.model.fleet.impl.FleetPackageImpl#getClusterFacts()
	 * @generated
	 */
	public static final int CLUSTER_FACTS = 34;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass namedEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass fleetEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass clusterEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass domainEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass nodeEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass acceleratorEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass sliceEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass nicEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass linkEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass jobEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass taskEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass queueEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EClass disruptionBudgetEClass = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EEnum connectionStateEEnum = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EEnum protectionEEnum = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EEnum readinessEEnum = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EEnum healthEEnum = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EEnum vendorEEnum = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EEnum linkKindEEnum = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EEnum jobStateEEnum = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EEnum purposeEEnum = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EEnum taskPhaseEEnum = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType instantEDataType = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType labelsEDataType = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType labelSelectorEDataType = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType resourcesEDataType = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType taintsEDataType = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType taskSpecEDataType = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType taskGroupsEDataType = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType workKindEDataType = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType controllerRefEDataType = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType conditionsEDataType = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType deviceIdsEDataType = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType deviceTaintsEDataType = null;

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private EDataType clusterFactsEDataType = null;

	/**
	 * Creates an instance of the model <b>Package</b>, registered with
	 * {@link org.eclipse.emf.ecore.EPackage.Registry EPackage.Registry} by the package
	 * package URI value.
	 * <p>Note: the correct way to create the package is via the static
	 * factory method {@link #init init()}, which also performs
	 * initialization of the package, or returns the registered package,
	 * if one already exists.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see org.eclipse.emf.ecore.EPackage.Registry
	 * @see podium.model.fleet.impl.FleetPackageImpl#eNS_URI
	 * @see #init()
	 * @generated
	 */
	private FleetPackageImpl() {
		super(eNS_URI, ((EFactory)FleetFactory.INSTANCE));
	}
	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private static boolean isInited = false;

	/**
	 * Creates, registers, and initializes the <b>Package</b> for this model, and for any others upon which it depends.
	 *
	 * <p>This method is used to initialize {@link FleetPackageImpl#eINSTANCE} when that field is accessed.
	 * Clients should not invoke it directly. Instead, they should simply access that field to obtain the package.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @see #eNS_URI
	 * @see #createPackageContents()
	 * @see #initializePackageContents()
	 * @generated
	 */
	public static FleetPackageImpl init() {
		if (isInited) return (FleetPackageImpl)EPackage.Registry.INSTANCE.getEPackage(FleetPackageImpl.eNS_URI);

		// Obtain or create and register package
		Object registeredFleetPackage = EPackage.Registry.INSTANCE.get(eNS_URI);
		FleetPackageImpl theFleetPackage = registeredFleetPackage instanceof FleetPackageImpl ? (FleetPackageImpl)registeredFleetPackage : new FleetPackageImpl();

		isInited = true;

		// Create package meta-data objects
		theFleetPackage.createPackageContents();

		// Initialize created meta-data
		theFleetPackage.initializePackageContents();

		// Mark meta-data to indicate it can't be changed
		theFleetPackage.freeze();

		// Update the registry and return the package
		EPackage.Registry.INSTANCE.put(FleetPackageImpl.eNS_URI, theFleetPackage);
		return theFleetPackage;
	}


	/**
	 * Returns the meta object for class '{@link podium.model.fleet.Named <em>Named</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Named</em>'.
	 * @see podium.model.fleet.Named
	 * @generated
	 */
	public EClass getNamed() {
		return namedEClass;
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Named#getName <em>Name</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Name</em>'.
	 * @see podium.model.fleet.Named#getName()
	 * @see #getNamed()
	 * @generated
	 */
	public EAttribute getNamed_Name() {
		return (EAttribute)namedEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for class '{@link podium.model.fleet.Fleet <em>Fleet</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Fleet</em>'.
	 * @see podium.model.fleet.Fleet
	 * @generated
	 */
	public EClass getFleet() {
		return fleetEClass;
	}

	/**
	 * Returns the meta object for the containment reference list '{@link podium.model.fleet.Fleet#getClusters <em>Clusters</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Clusters</em>'.
	 * @see podium.model.fleet.Fleet#getClusters()
	 * @see #getFleet()
	 * @generated
	 */
	public EReference getFleet_Clusters() {
		return (EReference)fleetEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for class '{@link podium.model.fleet.Cluster <em>Cluster</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Cluster</em>'.
	 * @see podium.model.fleet.Cluster
	 * @generated
	 */
	public EClass getCluster() {
		return clusterEClass;
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#getId <em>Id</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Id</em>'.
	 * @see podium.model.fleet.Cluster#getId()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_Id() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#getServer <em>Server</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Server</em>'.
	 * @see podium.model.fleet.Cluster#getServer()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_Server() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(1);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#getContext <em>Context</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Context</em>'.
	 * @see podium.model.fleet.Cluster#getContext()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_Context() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(2);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#getVersion <em>Version</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Version</em>'.
	 * @see podium.model.fleet.Cluster#getVersion()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_Version() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(3);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#getConnection <em>Connection</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Connection</em>'.
	 * @see podium.model.fleet.Cluster#getConnection()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_Connection() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(4);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#getConnectionSince <em>Connection Since</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Connection Since</em>'.
	 * @see podium.model.fleet.Cluster#getConnectionSince()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_ConnectionSince() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(5);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#getConnectionMessage <em>Connection Message</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Connection Message</em>'.
	 * @see podium.model.fleet.Cluster#getConnectionMessage()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_ConnectionMessage() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(6);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#getConnectionAdvice <em>Connection Advice</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Connection Advice</em>'.
	 * @see podium.model.fleet.Cluster#getConnectionAdvice()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_ConnectionAdvice() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(7);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#getLastContact <em>Last Contact</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Last Contact</em>'.
	 * @see podium.model.fleet.Cluster#getLastContact()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_LastContact() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(8);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#isSimulated <em>Simulated</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Simulated</em>'.
	 * @see podium.model.fleet.Cluster#isSimulated()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_Simulated() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(9);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#getProtection <em>Protection</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Protection</em>'.
	 * @see podium.model.fleet.Cluster#getProtection()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_Protection() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(10);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#isProduction <em>Production</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Production</em>'.
	 * @see podium.model.fleet.Cluster#isProduction()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_Production() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(11);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#getColor <em>Color</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Color</em>'.
	 * @see podium.model.fleet.Cluster#getColor()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_Color() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(12);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Cluster#getFacts <em>Facts</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Facts</em>'.
	 * @see podium.model.fleet.Cluster#getFacts()
	 * @see #getCluster()
	 * @generated
	 */
	public EAttribute getCluster_Facts() {
		return (EAttribute)clusterEClass.getEStructuralFeatures().get(13);
	}

	/**
	 * Returns the meta object for the container reference '{@link podium.model.fleet.Cluster#getFleet <em>Fleet</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the container reference '<em>Fleet</em>'.
	 * @see podium.model.fleet.Cluster#getFleet()
	 * @see #getCluster()
	 * @generated
	 */
	public EReference getCluster_Fleet() {
		return (EReference)clusterEClass.getEStructuralFeatures().get(14);
	}

	/**
	 * Returns the meta object for the containment reference list '{@link podium.model.fleet.Cluster#getDomains <em>Domains</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Domains</em>'.
	 * @see podium.model.fleet.Cluster#getDomains()
	 * @see #getCluster()
	 * @generated
	 */
	public EReference getCluster_Domains() {
		return (EReference)clusterEClass.getEStructuralFeatures().get(15);
	}

	/**
	 * Returns the meta object for the containment reference list '{@link podium.model.fleet.Cluster#getNodes <em>Nodes</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Nodes</em>'.
	 * @see podium.model.fleet.Cluster#getNodes()
	 * @see #getCluster()
	 * @generated
	 */
	public EReference getCluster_Nodes() {
		return (EReference)clusterEClass.getEStructuralFeatures().get(16);
	}

	/**
	 * Returns the meta object for the containment reference list '{@link podium.model.fleet.Cluster#getJobs <em>Jobs</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Jobs</em>'.
	 * @see podium.model.fleet.Cluster#getJobs()
	 * @see #getCluster()
	 * @generated
	 */
	public EReference getCluster_Jobs() {
		return (EReference)clusterEClass.getEStructuralFeatures().get(17);
	}

	/**
	 * Returns the meta object for the containment reference list '{@link podium.model.fleet.Cluster#getQueues <em>Queues</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Queues</em>'.
	 * @see podium.model.fleet.Cluster#getQueues()
	 * @see #getCluster()
	 * @generated
	 */
	public EReference getCluster_Queues() {
		return (EReference)clusterEClass.getEStructuralFeatures().get(18);
	}

	/**
	 * Returns the meta object for the containment reference list '{@link podium.model.fleet.Cluster#getBudgets <em>Budgets</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Budgets</em>'.
	 * @see podium.model.fleet.Cluster#getBudgets()
	 * @see #getCluster()
	 * @generated
	 */
	public EReference getCluster_Budgets() {
		return (EReference)clusterEClass.getEStructuralFeatures().get(19);
	}

	/**
	 * Returns the meta object for the containment reference list '{@link podium.model.fleet.Cluster#getLinks <em>Links</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Links</em>'.
	 * @see podium.model.fleet.Cluster#getLinks()
	 * @see #getCluster()
	 * @generated
	 */
	public EReference getCluster_Links() {
		return (EReference)clusterEClass.getEStructuralFeatures().get(20);
	}

	/**
	 * Returns the meta object for class '{@link podium.model.fleet.Domain <em>Domain</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Domain</em>'.
	 * @see podium.model.fleet.Domain
	 * @generated
	 */
	public EClass getDomain() {
		return domainEClass;
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Domain#getLevel <em>Level</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Level</em>'.
	 * @see podium.model.fleet.Domain#getLevel()
	 * @see #getDomain()
	 * @generated
	 */
	public EAttribute getDomain_Level() {
		return (EAttribute)domainEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Domain#getLabelKey <em>Label Key</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Label Key</em>'.
	 * @see podium.model.fleet.Domain#getLabelKey()
	 * @see #getDomain()
	 * @generated
	 */
	public EAttribute getDomain_LabelKey() {
		return (EAttribute)domainEClass.getEStructuralFeatures().get(1);
	}

	/**
	 * Returns the meta object for the container reference '{@link podium.model.fleet.Domain#getCluster <em>Cluster</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the container reference '<em>Cluster</em>'.
	 * @see podium.model.fleet.Domain#getCluster()
	 * @see #getDomain()
	 * @generated
	 */
	public EReference getDomain_Cluster() {
		return (EReference)domainEClass.getEStructuralFeatures().get(2);
	}

	/**
	 * Returns the meta object for the container reference '{@link podium.model.fleet.Domain#getParent <em>Parent</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the container reference '<em>Parent</em>'.
	 * @see podium.model.fleet.Domain#getParent()
	 * @see #getDomain()
	 * @generated
	 */
	public EReference getDomain_Parent() {
		return (EReference)domainEClass.getEStructuralFeatures().get(3);
	}

	/**
	 * Returns the meta object for the containment reference list '{@link podium.model.fleet.Domain#getDomains <em>Domains</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Domains</em>'.
	 * @see podium.model.fleet.Domain#getDomains()
	 * @see #getDomain()
	 * @generated
	 */
	public EReference getDomain_Domains() {
		return (EReference)domainEClass.getEStructuralFeatures().get(4);
	}

	/**
	 * Returns the meta object for the reference list '{@link podium.model.fleet.Domain#getNodes <em>Nodes</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference list '<em>Nodes</em>'.
	 * @see podium.model.fleet.Domain#getNodes()
	 * @see #getDomain()
	 * @generated
	 */
	public EReference getDomain_Nodes() {
		return (EReference)domainEClass.getEStructuralFeatures().get(5);
	}

	/**
	 * Returns the meta object for class '{@link podium.model.fleet.Node <em>Node</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Node</em>'.
	 * @see podium.model.fleet.Node
	 * @generated
	 */
	public EClass getNode() {
		return nodeEClass;
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Node#getUid <em>Uid</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Uid</em>'.
	 * @see podium.model.fleet.Node#getUid()
	 * @see #getNode()
	 * @generated
	 */
	public EAttribute getNode_Uid() {
		return (EAttribute)nodeEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Node#getResourceVersion <em>Resource Version</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Resource Version</em>'.
	 * @see podium.model.fleet.Node#getResourceVersion()
	 * @see #getNode()
	 * @generated
	 */
	public EAttribute getNode_ResourceVersion() {
		return (EAttribute)nodeEClass.getEStructuralFeatures().get(1);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Node#getLabels <em>Labels</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Labels</em>'.
	 * @see podium.model.fleet.Node#getLabels()
	 * @see #getNode()
	 * @generated
	 */
	public EAttribute getNode_Labels() {
		return (EAttribute)nodeEClass.getEStructuralFeatures().get(2);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Node#getTaints <em>Taints</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Taints</em>'.
	 * @see podium.model.fleet.Node#getTaints()
	 * @see #getNode()
	 * @generated
	 */
	public EAttribute getNode_Taints() {
		return (EAttribute)nodeEClass.getEStructuralFeatures().get(3);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Node#getCapacity <em>Capacity</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Capacity</em>'.
	 * @see podium.model.fleet.Node#getCapacity()
	 * @see #getNode()
	 * @generated
	 */
	public EAttribute getNode_Capacity() {
		return (EAttribute)nodeEClass.getEStructuralFeatures().get(4);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Node#getAllocatable <em>Allocatable</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Allocatable</em>'.
	 * @see podium.model.fleet.Node#getAllocatable()
	 * @see #getNode()
	 * @generated
	 */
	public EAttribute getNode_Allocatable() {
		return (EAttribute)nodeEClass.getEStructuralFeatures().get(5);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Node#isUnschedulable <em>Unschedulable</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Unschedulable</em>'.
	 * @see podium.model.fleet.Node#isUnschedulable()
	 * @see #getNode()
	 * @generated
	 */
	public EAttribute getNode_Unschedulable() {
		return (EAttribute)nodeEClass.getEStructuralFeatures().get(6);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Node#getReadiness <em>Readiness</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Readiness</em>'.
	 * @see podium.model.fleet.Node#getReadiness()
	 * @see #getNode()
	 * @generated
	 */
	public EAttribute getNode_Readiness() {
		return (EAttribute)nodeEClass.getEStructuralFeatures().get(7);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Node#getConditions <em>Conditions</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Conditions</em>'.
	 * @see podium.model.fleet.Node#getConditions()
	 * @see #getNode()
	 * @generated
	 */
	public EAttribute getNode_Conditions() {
		return (EAttribute)nodeEClass.getEStructuralFeatures().get(8);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Node#getCreated <em>Created</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Created</em>'.
	 * @see podium.model.fleet.Node#getCreated()
	 * @see #getNode()
	 * @generated
	 */
	public EAttribute getNode_Created() {
		return (EAttribute)nodeEClass.getEStructuralFeatures().get(9);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Node#getKubeletVersion <em>Kubelet Version</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Kubelet Version</em>'.
	 * @see podium.model.fleet.Node#getKubeletVersion()
	 * @see #getNode()
	 * @generated
	 */
	public EAttribute getNode_KubeletVersion() {
		return (EAttribute)nodeEClass.getEStructuralFeatures().get(10);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Node#getAddress <em>Address</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Address</em>'.
	 * @see podium.model.fleet.Node#getAddress()
	 * @see #getNode()
	 * @generated
	 */
	public EAttribute getNode_Address() {
		return (EAttribute)nodeEClass.getEStructuralFeatures().get(11);
	}

	/**
	 * Returns the meta object for the container reference '{@link podium.model.fleet.Node#getCluster <em>Cluster</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the container reference '<em>Cluster</em>'.
	 * @see podium.model.fleet.Node#getCluster()
	 * @see #getNode()
	 * @generated
	 */
	public EReference getNode_Cluster() {
		return (EReference)nodeEClass.getEStructuralFeatures().get(12);
	}

	/**
	 * Returns the meta object for the reference '{@link podium.model.fleet.Node#getDomain <em>Domain</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference '<em>Domain</em>'.
	 * @see podium.model.fleet.Node#getDomain()
	 * @see #getNode()
	 * @generated
	 */
	public EReference getNode_Domain() {
		return (EReference)nodeEClass.getEStructuralFeatures().get(13);
	}

	/**
	 * Returns the meta object for the containment reference list '{@link podium.model.fleet.Node#getAccelerators <em>Accelerators</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Accelerators</em>'.
	 * @see podium.model.fleet.Node#getAccelerators()
	 * @see #getNode()
	 * @generated
	 */
	public EReference getNode_Accelerators() {
		return (EReference)nodeEClass.getEStructuralFeatures().get(14);
	}

	/**
	 * Returns the meta object for the containment reference list '{@link podium.model.fleet.Node#getNics <em>Nics</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Nics</em>'.
	 * @see podium.model.fleet.Node#getNics()
	 * @see #getNode()
	 * @generated
	 */
	public EReference getNode_Nics() {
		return (EReference)nodeEClass.getEStructuralFeatures().get(15);
	}

	/**
	 * Returns the meta object for the reference list '{@link podium.model.fleet.Node#getTasks <em>Tasks</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference list '<em>Tasks</em>'.
	 * @see podium.model.fleet.Node#getTasks()
	 * @see #getNode()
	 * @generated
	 */
	public EReference getNode_Tasks() {
		return (EReference)nodeEClass.getEStructuralFeatures().get(16);
	}

	/**
	 * Returns the meta object for class '{@link podium.model.fleet.Accelerator <em>Accelerator</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Accelerator</em>'.
	 * @see podium.model.fleet.Accelerator
	 * @generated
	 */
	public EClass getAccelerator() {
		return acceleratorEClass;
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Accelerator#getIndex <em>Index</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Index</em>'.
	 * @see podium.model.fleet.Accelerator#getIndex()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EAttribute getAccelerator_Index() {
		return (EAttribute)acceleratorEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Accelerator#getUuid <em>Uuid</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Uuid</em>'.
	 * @see podium.model.fleet.Accelerator#getUuid()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EAttribute getAccelerator_Uuid() {
		return (EAttribute)acceleratorEClass.getEStructuralFeatures().get(1);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Accelerator#getModel <em>Model</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Model</em>'.
	 * @see podium.model.fleet.Accelerator#getModel()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EAttribute getAccelerator_Model() {
		return (EAttribute)acceleratorEClass.getEStructuralFeatures().get(2);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Accelerator#getVendor <em>Vendor</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Vendor</em>'.
	 * @see podium.model.fleet.Accelerator#getVendor()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EAttribute getAccelerator_Vendor() {
		return (EAttribute)acceleratorEClass.getEStructuralFeatures().get(3);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Accelerator#getMemoryBytes <em>Memory Bytes</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Memory Bytes</em>'.
	 * @see podium.model.fleet.Accelerator#getMemoryBytes()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EAttribute getAccelerator_MemoryBytes() {
		return (EAttribute)acceleratorEClass.getEStructuralFeatures().get(4);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Accelerator#getPciBusId <em>Pci Bus Id</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Pci Bus Id</em>'.
	 * @see podium.model.fleet.Accelerator#getPciBusId()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EAttribute getAccelerator_PciBusId() {
		return (EAttribute)acceleratorEClass.getEStructuralFeatures().get(5);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Accelerator#getNumaNode <em>Numa Node</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Numa Node</em>'.
	 * @see podium.model.fleet.Accelerator#getNumaNode()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EAttribute getAccelerator_NumaNode() {
		return (EAttribute)acceleratorEClass.getEStructuralFeatures().get(6);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Accelerator#getHealth <em>Health</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Health</em>'.
	 * @see podium.model.fleet.Accelerator#getHealth()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EAttribute getAccelerator_Health() {
		return (EAttribute)acceleratorEClass.getEStructuralFeatures().get(7);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Accelerator#getHealthReason <em>Health Reason</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Health Reason</em>'.
	 * @see podium.model.fleet.Accelerator#getHealthReason()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EAttribute getAccelerator_HealthReason() {
		return (EAttribute)acceleratorEClass.getEStructuralFeatures().get(8);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Accelerator#getTaints <em>Taints</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Taints</em>'.
	 * @see podium.model.fleet.Accelerator#getTaints()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EAttribute getAccelerator_Taints() {
		return (EAttribute)acceleratorEClass.getEStructuralFeatures().get(9);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Accelerator#getBatchJob <em>Batch Job</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Batch Job</em>'.
	 * @see podium.model.fleet.Accelerator#getBatchJob()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EAttribute getAccelerator_BatchJob() {
		return (EAttribute)acceleratorEClass.getEStructuralFeatures().get(10);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Accelerator#getReadings <em>Readings</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Readings</em>'.
	 * @see podium.model.fleet.Accelerator#getReadings()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EAttribute getAccelerator_Readings() {
		return (EAttribute)acceleratorEClass.getEStructuralFeatures().get(11);
	}

	/**
	 * Returns the meta object for the container reference '{@link podium.model.fleet.Accelerator#getNode <em>Node</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the container reference '<em>Node</em>'.
	 * @see podium.model.fleet.Accelerator#getNode()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EReference getAccelerator_Node() {
		return (EReference)acceleratorEClass.getEStructuralFeatures().get(12);
	}

	/**
	 * Returns the meta object for the containment reference list '{@link podium.model.fleet.Accelerator#getSlices <em>Slices</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Slices</em>'.
	 * @see podium.model.fleet.Accelerator#getSlices()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EReference getAccelerator_Slices() {
		return (EReference)acceleratorEClass.getEStructuralFeatures().get(13);
	}

	/**
	 * Returns the meta object for the reference list '{@link podium.model.fleet.Accelerator#getTasks <em>Tasks</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference list '<em>Tasks</em>'.
	 * @see podium.model.fleet.Accelerator#getTasks()
	 * @see #getAccelerator()
	 * @generated
	 */
	public EReference getAccelerator_Tasks() {
		return (EReference)acceleratorEClass.getEStructuralFeatures().get(14);
	}

	/**
	 * Returns the meta object for class '{@link podium.model.fleet.Slice <em>Slice</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Slice</em>'.
	 * @see podium.model.fleet.Slice
	 * @generated
	 */
	public EClass getSlice() {
		return sliceEClass;
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Slice#getIndex <em>Index</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Index</em>'.
	 * @see podium.model.fleet.Slice#getIndex()
	 * @see #getSlice()
	 * @generated
	 */
	public EAttribute getSlice_Index() {
		return (EAttribute)sliceEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Slice#getProfile <em>Profile</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Profile</em>'.
	 * @see podium.model.fleet.Slice#getProfile()
	 * @see #getSlice()
	 * @generated
	 */
	public EAttribute getSlice_Profile() {
		return (EAttribute)sliceEClass.getEStructuralFeatures().get(1);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Slice#getUuid <em>Uuid</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Uuid</em>'.
	 * @see podium.model.fleet.Slice#getUuid()
	 * @see #getSlice()
	 * @generated
	 */
	public EAttribute getSlice_Uuid() {
		return (EAttribute)sliceEClass.getEStructuralFeatures().get(2);
	}

	/**
	 * Returns the meta object for the container reference '{@link podium.model.fleet.Slice#getAccelerator <em>Accelerator</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the container reference '<em>Accelerator</em>'.
	 * @see podium.model.fleet.Slice#getAccelerator()
	 * @see #getSlice()
	 * @generated
	 */
	public EReference getSlice_Accelerator() {
		return (EReference)sliceEClass.getEStructuralFeatures().get(3);
	}

	/**
	 * Returns the meta object for the reference list '{@link podium.model.fleet.Slice#getTasks <em>Tasks</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference list '<em>Tasks</em>'.
	 * @see podium.model.fleet.Slice#getTasks()
	 * @see #getSlice()
	 * @generated
	 */
	public EReference getSlice_Tasks() {
		return (EReference)sliceEClass.getEStructuralFeatures().get(4);
	}

	/**
	 * Returns the meta object for class '{@link podium.model.fleet.Nic <em>Nic</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Nic</em>'.
	 * @see podium.model.fleet.Nic
	 * @generated
	 */
	public EClass getNic() {
		return nicEClass;
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Nic#getModel <em>Model</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Model</em>'.
	 * @see podium.model.fleet.Nic#getModel()
	 * @see #getNic()
	 * @generated
	 */
	public EAttribute getNic_Model() {
		return (EAttribute)nicEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Nic#getPciBusId <em>Pci Bus Id</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Pci Bus Id</em>'.
	 * @see podium.model.fleet.Nic#getPciBusId()
	 * @see #getNic()
	 * @generated
	 */
	public EAttribute getNic_PciBusId() {
		return (EAttribute)nicEClass.getEStructuralFeatures().get(1);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Nic#getNumaNode <em>Numa Node</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Numa Node</em>'.
	 * @see podium.model.fleet.Nic#getNumaNode()
	 * @see #getNic()
	 * @generated
	 */
	public EAttribute getNic_NumaNode() {
		return (EAttribute)nicEClass.getEStructuralFeatures().get(2);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Nic#getHealth <em>Health</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Health</em>'.
	 * @see podium.model.fleet.Nic#getHealth()
	 * @see #getNic()
	 * @generated
	 */
	public EAttribute getNic_Health() {
		return (EAttribute)nicEClass.getEStructuralFeatures().get(3);
	}

	/**
	 * Returns the meta object for class '{@link podium.model.fleet.Link <em>Link</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Link</em>'.
	 * @see podium.model.fleet.Link
	 * @generated
	 */
	public EClass getLink() {
		return linkEClass;
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Link#getKind <em>Kind</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Kind</em>'.
	 * @see podium.model.fleet.Link#getKind()
	 * @see #getLink()
	 * @generated
	 */
	public EAttribute getLink_Kind() {
		return (EAttribute)linkEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Link#getBytesPerSecond <em>Bytes Per Second</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Bytes Per Second</em>'.
	 * @see podium.model.fleet.Link#getBytesPerSecond()
	 * @see #getLink()
	 * @generated
	 */
	public EAttribute getLink_BytesPerSecond() {
		return (EAttribute)linkEClass.getEStructuralFeatures().get(1);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Link#getHealth <em>Health</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Health</em>'.
	 * @see podium.model.fleet.Link#getHealth()
	 * @see #getLink()
	 * @generated
	 */
	public EAttribute getLink_Health() {
		return (EAttribute)linkEClass.getEStructuralFeatures().get(2);
	}

	/**
	 * Returns the meta object for the reference '{@link podium.model.fleet.Link#getFrom <em>From</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference '<em>From</em>'.
	 * @see podium.model.fleet.Link#getFrom()
	 * @see #getLink()
	 * @generated
	 */
	public EReference getLink_From() {
		return (EReference)linkEClass.getEStructuralFeatures().get(3);
	}

	/**
	 * Returns the meta object for the reference '{@link podium.model.fleet.Link#getTo <em>To</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference '<em>To</em>'.
	 * @see podium.model.fleet.Link#getTo()
	 * @see #getLink()
	 * @generated
	 */
	public EReference getLink_To() {
		return (EReference)linkEClass.getEStructuralFeatures().get(4);
	}

	/**
	 * Returns the meta object for class '{@link podium.model.fleet.Job <em>Job</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Job</em>'.
	 * @see podium.model.fleet.Job
	 * @generated
	 */
	public EClass getJob() {
		return jobEClass;
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getNamespace <em>Namespace</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Namespace</em>'.
	 * @see podium.model.fleet.Job#getNamespace()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Namespace() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getUid <em>Uid</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Uid</em>'.
	 * @see podium.model.fleet.Job#getUid()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Uid() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(1);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getKind <em>Kind</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Kind</em>'.
	 * @see podium.model.fleet.Job#getKind()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Kind() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(2);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getApiVersion <em>Api Version</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Api Version</em>'.
	 * @see podium.model.fleet.Job#getApiVersion()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_ApiVersion() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(3);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getWork <em>Work</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Work</em>'.
	 * @see podium.model.fleet.Job#getWork()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Work() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(4);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getLabels <em>Labels</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Labels</em>'.
	 * @see podium.model.fleet.Job#getLabels()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Labels() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(5);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getState <em>State</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>State</em>'.
	 * @see podium.model.fleet.Job#getState()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_State() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(6);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getReason <em>Reason</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Reason</em>'.
	 * @see podium.model.fleet.Job#getReason()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Reason() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(7);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getQueueName <em>Queue Name</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Queue Name</em>'.
	 * @see podium.model.fleet.Job#getQueueName()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_QueueName() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(8);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getPriority <em>Priority</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Priority</em>'.
	 * @see podium.model.fleet.Job#getPriority()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Priority() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(9);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getPriorityClass <em>Priority Class</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Priority Class</em>'.
	 * @see podium.model.fleet.Job#getPriorityClass()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_PriorityClass() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(10);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getCreated <em>Created</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Created</em>'.
	 * @see podium.model.fleet.Job#getCreated()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Created() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(11);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getStarted <em>Started</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Started</em>'.
	 * @see podium.model.fleet.Job#getStarted()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Started() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(12);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getFinished <em>Finished</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Finished</em>'.
	 * @see podium.model.fleet.Job#getFinished()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Finished() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(13);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getRestarts <em>Restarts</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Restarts</em>'.
	 * @see podium.model.fleet.Job#getRestarts()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Restarts() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(14);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getWantedTasks <em>Wanted Tasks</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Wanted Tasks</em>'.
	 * @see podium.model.fleet.Job#getWantedTasks()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_WantedTasks() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(15);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#isSuspended <em>Suspended</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Suspended</em>'.
	 * @see podium.model.fleet.Job#isSuspended()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Suspended() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(16);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getMinimum <em>Minimum</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Minimum</em>'.
	 * @see podium.model.fleet.Job#getMinimum()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Minimum() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(17);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getSpec <em>Spec</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Spec</em>'.
	 * @see podium.model.fleet.Job#getSpec()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Spec() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(18);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getGroups <em>Groups</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Groups</em>'.
	 * @see podium.model.fleet.Job#getGroups()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Groups() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(19);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getPurpose <em>Purpose</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Purpose</em>'.
	 * @see podium.model.fleet.Job#getPurpose()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Purpose() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(20);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Job#getManagers <em>Managers</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Managers</em>'.
	 * @see podium.model.fleet.Job#getManagers()
	 * @see #getJob()
	 * @generated
	 */
	public EAttribute getJob_Managers() {
		return (EAttribute)jobEClass.getEStructuralFeatures().get(21);
	}

	/**
	 * Returns the meta object for the container reference '{@link podium.model.fleet.Job#getCluster <em>Cluster</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the container reference '<em>Cluster</em>'.
	 * @see podium.model.fleet.Job#getCluster()
	 * @see #getJob()
	 * @generated
	 */
	public EReference getJob_Cluster() {
		return (EReference)jobEClass.getEStructuralFeatures().get(22);
	}

	/**
	 * Returns the meta object for the reference '{@link podium.model.fleet.Job#getQueue <em>Queue</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference '<em>Queue</em>'.
	 * @see podium.model.fleet.Job#getQueue()
	 * @see #getJob()
	 * @generated
	 */
	public EReference getJob_Queue() {
		return (EReference)jobEClass.getEStructuralFeatures().get(23);
	}

	/**
	 * Returns the meta object for the containment reference list '{@link podium.model.fleet.Job#getTasks <em>Tasks</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the containment reference list '<em>Tasks</em>'.
	 * @see podium.model.fleet.Job#getTasks()
	 * @see #getJob()
	 * @generated
	 */
	public EReference getJob_Tasks() {
		return (EReference)jobEClass.getEStructuralFeatures().get(24);
	}

	/**
	 * Returns the meta object for class '{@link podium.model.fleet.Task <em>Task</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Task</em>'.
	 * @see podium.model.fleet.Task
	 * @generated
	 */
	public EClass getTask() {
		return taskEClass;
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getNamespace <em>Namespace</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Namespace</em>'.
	 * @see podium.model.fleet.Task#getNamespace()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Namespace() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getUid <em>Uid</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Uid</em>'.
	 * @see podium.model.fleet.Task#getUid()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Uid() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(1);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getLabels <em>Labels</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Labels</em>'.
	 * @see podium.model.fleet.Task#getLabels()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Labels() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(2);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getPhase <em>Phase</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Phase</em>'.
	 * @see podium.model.fleet.Task#getPhase()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Phase() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(3);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getReason <em>Reason</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Reason</em>'.
	 * @see podium.model.fleet.Task#getReason()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Reason() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(4);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getMessage <em>Message</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Message</em>'.
	 * @see podium.model.fleet.Task#getMessage()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Message() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(5);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getRank <em>Rank</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Rank</em>'.
	 * @see podium.model.fleet.Task#getRank()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Rank() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(6);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getSpec <em>Spec</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Spec</em>'.
	 * @see podium.model.fleet.Task#getSpec()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Spec() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(7);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getController <em>Controller</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Controller</em>'.
	 * @see podium.model.fleet.Task#getController()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Controller() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(8);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#isReady <em>Ready</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Ready</em>'.
	 * @see podium.model.fleet.Task#isReady()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Ready() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(9);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#isMirror <em>Mirror</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Mirror</em>'.
	 * @see podium.model.fleet.Task#isMirror()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Mirror() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(10);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getRestarts <em>Restarts</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Restarts</em>'.
	 * @see podium.model.fleet.Task#getRestarts()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Restarts() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(11);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getCreated <em>Created</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Created</em>'.
	 * @see podium.model.fleet.Task#getCreated()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Created() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(12);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getStarted <em>Started</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Started</em>'.
	 * @see podium.model.fleet.Task#getStarted()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Started() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(13);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getFailed <em>Failed</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Failed</em>'.
	 * @see podium.model.fleet.Task#getFailed()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Failed() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(14);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getDeletion <em>Deletion</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Deletion</em>'.
	 * @see podium.model.fleet.Task#getDeletion()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Deletion() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(15);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getRefused <em>Refused</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Refused</em>'.
	 * @see podium.model.fleet.Task#getRefused()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_Refused() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(16);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Task#getDeviceIds <em>Device Ids</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Device Ids</em>'.
	 * @see podium.model.fleet.Task#getDeviceIds()
	 * @see #getTask()
	 * @generated
	 */
	public EAttribute getTask_DeviceIds() {
		return (EAttribute)taskEClass.getEStructuralFeatures().get(17);
	}

	/**
	 * Returns the meta object for the container reference '{@link podium.model.fleet.Task#getJob <em>Job</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the container reference '<em>Job</em>'.
	 * @see podium.model.fleet.Task#getJob()
	 * @see #getTask()
	 * @generated
	 */
	public EReference getTask_Job() {
		return (EReference)taskEClass.getEStructuralFeatures().get(18);
	}

	/**
	 * Returns the meta object for the reference '{@link podium.model.fleet.Task#getNode <em>Node</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference '<em>Node</em>'.
	 * @see podium.model.fleet.Task#getNode()
	 * @see #getTask()
	 * @generated
	 */
	public EReference getTask_Node() {
		return (EReference)taskEClass.getEStructuralFeatures().get(19);
	}

	/**
	 * Returns the meta object for the reference list '{@link podium.model.fleet.Task#getAccelerators <em>Accelerators</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference list '<em>Accelerators</em>'.
	 * @see podium.model.fleet.Task#getAccelerators()
	 * @see #getTask()
	 * @generated
	 */
	public EReference getTask_Accelerators() {
		return (EReference)taskEClass.getEStructuralFeatures().get(20);
	}

	/**
	 * Returns the meta object for the reference list '{@link podium.model.fleet.Task#getSlices <em>Slices</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference list '<em>Slices</em>'.
	 * @see podium.model.fleet.Task#getSlices()
	 * @see #getTask()
	 * @generated
	 */
	public EReference getTask_Slices() {
		return (EReference)taskEClass.getEStructuralFeatures().get(21);
	}

	/**
	 * Returns the meta object for class '{@link podium.model.fleet.Queue <em>Queue</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Queue</em>'.
	 * @see podium.model.fleet.Queue
	 * @generated
	 */
	public EClass getQueue() {
		return queueEClass;
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Queue#getNamespace <em>Namespace</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Namespace</em>'.
	 * @see podium.model.fleet.Queue#getNamespace()
	 * @see #getQueue()
	 * @generated
	 */
	public EAttribute getQueue_Namespace() {
		return (EAttribute)queueEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Queue#getUid <em>Uid</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Uid</em>'.
	 * @see podium.model.fleet.Queue#getUid()
	 * @see #getQueue()
	 * @generated
	 */
	public EAttribute getQueue_Uid() {
		return (EAttribute)queueEClass.getEStructuralFeatures().get(1);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Queue#getKind <em>Kind</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Kind</em>'.
	 * @see podium.model.fleet.Queue#getKind()
	 * @see #getQueue()
	 * @generated
	 */
	public EAttribute getQueue_Kind() {
		return (EAttribute)queueEClass.getEStructuralFeatures().get(2);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Queue#getCohort <em>Cohort</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Cohort</em>'.
	 * @see podium.model.fleet.Queue#getCohort()
	 * @see #getQueue()
	 * @generated
	 */
	public EAttribute getQueue_Cohort() {
		return (EAttribute)queueEClass.getEStructuralFeatures().get(3);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Queue#getQuota <em>Quota</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Quota</em>'.
	 * @see podium.model.fleet.Queue#getQuota()
	 * @see #getQueue()
	 * @generated
	 */
	public EAttribute getQueue_Quota() {
		return (EAttribute)queueEClass.getEStructuralFeatures().get(4);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Queue#getUsed <em>Used</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Used</em>'.
	 * @see podium.model.fleet.Queue#getUsed()
	 * @see #getQueue()
	 * @generated
	 */
	public EAttribute getQueue_Used() {
		return (EAttribute)queueEClass.getEStructuralFeatures().get(5);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Queue#getPending <em>Pending</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Pending</em>'.
	 * @see podium.model.fleet.Queue#getPending()
	 * @see #getQueue()
	 * @generated
	 */
	public EAttribute getQueue_Pending() {
		return (EAttribute)queueEClass.getEStructuralFeatures().get(6);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Queue#getAdmitted <em>Admitted</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Admitted</em>'.
	 * @see podium.model.fleet.Queue#getAdmitted()
	 * @see #getQueue()
	 * @generated
	 */
	public EAttribute getQueue_Admitted() {
		return (EAttribute)queueEClass.getEStructuralFeatures().get(7);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.Queue#isActive <em>Active</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Active</em>'.
	 * @see podium.model.fleet.Queue#isActive()
	 * @see #getQueue()
	 * @generated
	 */
	public EAttribute getQueue_Active() {
		return (EAttribute)queueEClass.getEStructuralFeatures().get(8);
	}

	/**
	 * Returns the meta object for the container reference '{@link podium.model.fleet.Queue#getCluster <em>Cluster</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the container reference '<em>Cluster</em>'.
	 * @see podium.model.fleet.Queue#getCluster()
	 * @see #getQueue()
	 * @generated
	 */
	public EReference getQueue_Cluster() {
		return (EReference)queueEClass.getEStructuralFeatures().get(9);
	}

	/**
	 * Returns the meta object for the reference list '{@link podium.model.fleet.Queue#getJobs <em>Jobs</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the reference list '<em>Jobs</em>'.
	 * @see podium.model.fleet.Queue#getJobs()
	 * @see #getQueue()
	 * @generated
	 */
	public EReference getQueue_Jobs() {
		return (EReference)queueEClass.getEStructuralFeatures().get(10);
	}

	/**
	 * Returns the meta object for class '{@link podium.model.fleet.DisruptionBudget <em>Disruption Budget</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for class '<em>Disruption Budget</em>'.
	 * @see podium.model.fleet.DisruptionBudget
	 * @generated
	 */
	public EClass getDisruptionBudget() {
		return disruptionBudgetEClass;
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.DisruptionBudget#getNamespace <em>Namespace</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Namespace</em>'.
	 * @see podium.model.fleet.DisruptionBudget#getNamespace()
	 * @see #getDisruptionBudget()
	 * @generated
	 */
	public EAttribute getDisruptionBudget_Namespace() {
		return (EAttribute)disruptionBudgetEClass.getEStructuralFeatures().get(0);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.DisruptionBudget#getUid <em>Uid</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Uid</em>'.
	 * @see podium.model.fleet.DisruptionBudget#getUid()
	 * @see #getDisruptionBudget()
	 * @generated
	 */
	public EAttribute getDisruptionBudget_Uid() {
		return (EAttribute)disruptionBudgetEClass.getEStructuralFeatures().get(1);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.DisruptionBudget#getSelector <em>Selector</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Selector</em>'.
	 * @see podium.model.fleet.DisruptionBudget#getSelector()
	 * @see #getDisruptionBudget()
	 * @generated
	 */
	public EAttribute getDisruptionBudget_Selector() {
		return (EAttribute)disruptionBudgetEClass.getEStructuralFeatures().get(2);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.DisruptionBudget#getDisruptionsAllowed <em>Disruptions Allowed</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Disruptions Allowed</em>'.
	 * @see podium.model.fleet.DisruptionBudget#getDisruptionsAllowed()
	 * @see #getDisruptionBudget()
	 * @generated
	 */
	public EAttribute getDisruptionBudget_DisruptionsAllowed() {
		return (EAttribute)disruptionBudgetEClass.getEStructuralFeatures().get(3);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.DisruptionBudget#getCurrentHealthy <em>Current Healthy</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Current Healthy</em>'.
	 * @see podium.model.fleet.DisruptionBudget#getCurrentHealthy()
	 * @see #getDisruptionBudget()
	 * @generated
	 */
	public EAttribute getDisruptionBudget_CurrentHealthy() {
		return (EAttribute)disruptionBudgetEClass.getEStructuralFeatures().get(4);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.DisruptionBudget#getDesiredHealthy <em>Desired Healthy</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Desired Healthy</em>'.
	 * @see podium.model.fleet.DisruptionBudget#getDesiredHealthy()
	 * @see #getDisruptionBudget()
	 * @generated
	 */
	public EAttribute getDisruptionBudget_DesiredHealthy() {
		return (EAttribute)disruptionBudgetEClass.getEStructuralFeatures().get(5);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.DisruptionBudget#getExpectedPods <em>Expected Pods</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Expected Pods</em>'.
	 * @see podium.model.fleet.DisruptionBudget#getExpectedPods()
	 * @see #getDisruptionBudget()
	 * @generated
	 */
	public EAttribute getDisruptionBudget_ExpectedPods() {
		return (EAttribute)disruptionBudgetEClass.getEStructuralFeatures().get(6);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.DisruptionBudget#getGeneration <em>Generation</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Generation</em>'.
	 * @see podium.model.fleet.DisruptionBudget#getGeneration()
	 * @see #getDisruptionBudget()
	 * @generated
	 */
	public EAttribute getDisruptionBudget_Generation() {
		return (EAttribute)disruptionBudgetEClass.getEStructuralFeatures().get(7);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.DisruptionBudget#getObservedGeneration <em>Observed Generation</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Observed Generation</em>'.
	 * @see podium.model.fleet.DisruptionBudget#getObservedGeneration()
	 * @see #getDisruptionBudget()
	 * @generated
	 */
	public EAttribute getDisruptionBudget_ObservedGeneration() {
		return (EAttribute)disruptionBudgetEClass.getEStructuralFeatures().get(8);
	}

	/**
	 * Returns the meta object for the attribute '{@link podium.model.fleet.DisruptionBudget#isAlwaysAllowUnhealthy <em>Always Allow Unhealthy</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the attribute '<em>Always Allow Unhealthy</em>'.
	 * @see podium.model.fleet.DisruptionBudget#isAlwaysAllowUnhealthy()
	 * @see #getDisruptionBudget()
	 * @generated
	 */
	public EAttribute getDisruptionBudget_AlwaysAllowUnhealthy() {
		return (EAttribute)disruptionBudgetEClass.getEStructuralFeatures().get(9);
	}

	/**
	 * Returns the meta object for the container reference '{@link podium.model.fleet.DisruptionBudget#getCluster <em>Cluster</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for the container reference '<em>Cluster</em>'.
	 * @see podium.model.fleet.DisruptionBudget#getCluster()
	 * @see #getDisruptionBudget()
	 * @generated
	 */
	public EReference getDisruptionBudget_Cluster() {
		return (EReference)disruptionBudgetEClass.getEStructuralFeatures().get(10);
	}

	/**
	 * Returns the meta object for enum '{@link podium.model.fleet.ConnectionState <em>Connection State</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Connection State</em>'.
	 * @see podium.model.fleet.ConnectionState
	 * @generated
	 */
	public EEnum getConnectionState() {
		return connectionStateEEnum;
	}

	/**
	 * Returns the meta object for enum '{@link podium.model.fleet.Protection <em>Protection</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Protection</em>'.
	 * @see podium.model.fleet.Protection
	 * @generated
	 */
	public EEnum getProtection() {
		return protectionEEnum;
	}

	/**
	 * Returns the meta object for enum '{@link podium.model.fleet.Readiness <em>Readiness</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Readiness</em>'.
	 * @see podium.model.fleet.Readiness
	 * @generated
	 */
	public EEnum getReadiness() {
		return readinessEEnum;
	}

	/**
	 * Returns the meta object for enum '{@link podium.model.fleet.Health <em>Health</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Health</em>'.
	 * @see podium.model.fleet.Health
	 * @generated
	 */
	public EEnum getHealth() {
		return healthEEnum;
	}

	/**
	 * Returns the meta object for enum '{@link podium.model.fleet.Vendor <em>Vendor</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Vendor</em>'.
	 * @see podium.model.fleet.Vendor
	 * @generated
	 */
	public EEnum getVendor() {
		return vendorEEnum;
	}

	/**
	 * Returns the meta object for enum '{@link podium.model.fleet.LinkKind <em>Link Kind</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Link Kind</em>'.
	 * @see podium.model.fleet.LinkKind
	 * @generated
	 */
	public EEnum getLinkKind() {
		return linkKindEEnum;
	}

	/**
	 * Returns the meta object for enum '{@link podium.model.fleet.JobState <em>Job State</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Job State</em>'.
	 * @see podium.model.fleet.JobState
	 * @generated
	 */
	public EEnum getJobState() {
		return jobStateEEnum;
	}

	/**
	 * Returns the meta object for enum '{@link podium.model.fleet.Purpose <em>Purpose</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Purpose</em>'.
	 * @see podium.model.fleet.Purpose
	 * @generated
	 */
	public EEnum getPurpose() {
		return purposeEEnum;
	}

	/**
	 * Returns the meta object for enum '{@link podium.model.fleet.TaskPhase <em>Task Phase</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for enum '<em>Task Phase</em>'.
	 * @see podium.model.fleet.TaskPhase
	 * @generated
	 */
	public EEnum getTaskPhase() {
		return taskPhaseEEnum;
	}

	/**
	 * Returns the meta object for data type '{@link java.time.Instant <em>Instant</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Instant</em>'.
	 * @see java.time.Instant
	 * @model instanceClass="java.time.Instant"
	 * @generated
	 */
	public EDataType getInstant() {
		return instantEDataType;
	}

	/**
	 * Returns the meta object for data type '{@link podium.model.value.Labels <em>Labels</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Labels</em>'.
	 * @see podium.model.value.Labels
	 * @model instanceClass="podium.model.value.Labels"
	 * @generated
	 */
	public EDataType getLabels() {
		return labelsEDataType;
	}

	/**
	 * Returns the meta object for data type '{@link podium.model.value.LabelSelector <em>Label Selector</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Label Selector</em>'.
	 * @see podium.model.value.LabelSelector
	 * @model instanceClass="podium.model.value.LabelSelector"
	 * @generated
	 */
	public EDataType getLabelSelector() {
		return labelSelectorEDataType;
	}

	/**
	 * Returns the meta object for data type '{@link podium.model.value.Resources <em>Resources</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Resources</em>'.
	 * @see podium.model.value.Resources
	 * @model instanceClass="podium.model.value.Resources"
	 * @generated
	 */
	public EDataType getResources() {
		return resourcesEDataType;
	}

	/**
	 * Returns the meta object for data type '{@link podium.model.value.Taints <em>Taints</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Taints</em>'.
	 * @see podium.model.value.Taints
	 * @model instanceClass="podium.model.value.Taints"
	 * @generated
	 */
	public EDataType getTaints() {
		return taintsEDataType;
	}

	/**
	 * Returns the meta object for data type '{@link podium.model.value.TaskSpec <em>Task Spec</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Task Spec</em>'.
	 * @see podium.model.value.TaskSpec
	 * @model instanceClass="podium.model.value.TaskSpec"
	 * @generated
	 */
	public EDataType getTaskSpec() {
		return taskSpecEDataType;
	}

	/**
	 * Returns the meta object for data type '{@link podium.model.value.TaskGroups <em>Task Groups</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Task Groups</em>'.
	 * @see podium.model.value.TaskGroups
	 * @model instanceClass="podium.model.value.TaskGroups"
	 * @generated
	 */
	public EDataType getTaskGroups() {
		return taskGroupsEDataType;
	}

	/**
	 * Returns the meta object for data type '{@link podium.model.value.WorkKind <em>Work Kind</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Work Kind</em>'.
	 * @see podium.model.value.WorkKind
	 * @model instanceClass="podium.model.value.WorkKind"
	 * @generated
	 */
	public EDataType getWorkKind() {
		return workKindEDataType;
	}

	/**
	 * Returns the meta object for data type '{@link podium.model.value.ControllerRef <em>Controller Ref</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Controller Ref</em>'.
	 * @see podium.model.value.ControllerRef
	 * @model instanceClass="podium.model.value.ControllerRef"
	 * @generated
	 */
	public EDataType getControllerRef() {
		return controllerRefEDataType;
	}

	/**
	 * Returns the meta object for data type '{@link podium.model.value.Conditions <em>Conditions</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Conditions</em>'.
	 * @see podium.model.value.Conditions
	 * @model instanceClass="podium.model.value.Conditions"
	 * @generated
	 */
	public EDataType getConditions() {
		return conditionsEDataType;
	}

	/**
	 * Returns the meta object for data type '{@link podium.model.value.DeviceIds <em>Device Ids</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Device Ids</em>'.
	 * @see podium.model.value.DeviceIds
	 * @model instanceClass="podium.model.value.DeviceIds"
	 * @generated
	 */
	public EDataType getDeviceIds() {
		return deviceIdsEDataType;
	}

	/**
	 * Returns the meta object for data type '{@link podium.model.value.DeviceTaints <em>Device Taints</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Device Taints</em>'.
	 * @see podium.model.value.DeviceTaints
	 * @model instanceClass="podium.model.value.DeviceTaints"
	 * @generated
	 */
	public EDataType getDeviceTaints() {
		return deviceTaintsEDataType;
	}

	/**
	 * Returns the meta object for data type '{@link podium.model.value.ClusterFacts <em>Cluster Facts</em>}'.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the meta object for data type '<em>Cluster Facts</em>'.
	 * @see podium.model.value.ClusterFacts
	 * @model instanceClass="podium.model.value.ClusterFacts" serializeable="false"
	 * @generated
	 */
	public EDataType getClusterFacts() {
		return clusterFactsEDataType;
	}

	/**
	 * Returns the factory that creates the instances of the model.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @return the factory that creates the instances of the model.
	 * @generated
	 */
	public FleetFactory getFleetFactory() {
		return (FleetFactory)getEFactoryInstance();
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private boolean isCreated = false;

	/**
	 * Creates the meta-model objects for the package.  This method is
	 * guarded to have no affect on any invocation but its first.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public void createPackageContents() {
		if (isCreated) return;
		isCreated = true;

		// Create classes and their features
		namedEClass = createEClass(NAMED);
		createEAttribute(namedEClass, NAMED__NAME);

		fleetEClass = createEClass(FLEET);
		createEReference(fleetEClass, FLEET__CLUSTERS);

		clusterEClass = createEClass(CLUSTER);
		createEAttribute(clusterEClass, CLUSTER__ID);
		createEAttribute(clusterEClass, CLUSTER__SERVER);
		createEAttribute(clusterEClass, CLUSTER__CONTEXT);
		createEAttribute(clusterEClass, CLUSTER__VERSION);
		createEAttribute(clusterEClass, CLUSTER__CONNECTION);
		createEAttribute(clusterEClass, CLUSTER__CONNECTION_SINCE);
		createEAttribute(clusterEClass, CLUSTER__CONNECTION_MESSAGE);
		createEAttribute(clusterEClass, CLUSTER__CONNECTION_ADVICE);
		createEAttribute(clusterEClass, CLUSTER__LAST_CONTACT);
		createEAttribute(clusterEClass, CLUSTER__SIMULATED);
		createEAttribute(clusterEClass, CLUSTER__PROTECTION);
		createEAttribute(clusterEClass, CLUSTER__PRODUCTION);
		createEAttribute(clusterEClass, CLUSTER__COLOR);
		createEAttribute(clusterEClass, CLUSTER__FACTS);
		createEReference(clusterEClass, CLUSTER__FLEET);
		createEReference(clusterEClass, CLUSTER__DOMAINS);
		createEReference(clusterEClass, CLUSTER__NODES);
		createEReference(clusterEClass, CLUSTER__JOBS);
		createEReference(clusterEClass, CLUSTER__QUEUES);
		createEReference(clusterEClass, CLUSTER__BUDGETS);
		createEReference(clusterEClass, CLUSTER__LINKS);

		domainEClass = createEClass(DOMAIN);
		createEAttribute(domainEClass, DOMAIN__LEVEL);
		createEAttribute(domainEClass, DOMAIN__LABEL_KEY);
		createEReference(domainEClass, DOMAIN__CLUSTER);
		createEReference(domainEClass, DOMAIN__PARENT);
		createEReference(domainEClass, DOMAIN__DOMAINS);
		createEReference(domainEClass, DOMAIN__NODES);

		nodeEClass = createEClass(NODE);
		createEAttribute(nodeEClass, NODE__UID);
		createEAttribute(nodeEClass, NODE__RESOURCE_VERSION);
		createEAttribute(nodeEClass, NODE__LABELS);
		createEAttribute(nodeEClass, NODE__TAINTS);
		createEAttribute(nodeEClass, NODE__CAPACITY);
		createEAttribute(nodeEClass, NODE__ALLOCATABLE);
		createEAttribute(nodeEClass, NODE__UNSCHEDULABLE);
		createEAttribute(nodeEClass, NODE__READINESS);
		createEAttribute(nodeEClass, NODE__CONDITIONS);
		createEAttribute(nodeEClass, NODE__CREATED);
		createEAttribute(nodeEClass, NODE__KUBELET_VERSION);
		createEAttribute(nodeEClass, NODE__ADDRESS);
		createEReference(nodeEClass, NODE__CLUSTER);
		createEReference(nodeEClass, NODE__DOMAIN);
		createEReference(nodeEClass, NODE__ACCELERATORS);
		createEReference(nodeEClass, NODE__NICS);
		createEReference(nodeEClass, NODE__TASKS);

		acceleratorEClass = createEClass(ACCELERATOR);
		createEAttribute(acceleratorEClass, ACCELERATOR__INDEX);
		createEAttribute(acceleratorEClass, ACCELERATOR__UUID);
		createEAttribute(acceleratorEClass, ACCELERATOR__MODEL);
		createEAttribute(acceleratorEClass, ACCELERATOR__VENDOR);
		createEAttribute(acceleratorEClass, ACCELERATOR__MEMORY_BYTES);
		createEAttribute(acceleratorEClass, ACCELERATOR__PCI_BUS_ID);
		createEAttribute(acceleratorEClass, ACCELERATOR__NUMA_NODE);
		createEAttribute(acceleratorEClass, ACCELERATOR__HEALTH);
		createEAttribute(acceleratorEClass, ACCELERATOR__HEALTH_REASON);
		createEAttribute(acceleratorEClass, ACCELERATOR__TAINTS);
		createEAttribute(acceleratorEClass, ACCELERATOR__BATCH_JOB);
		createEAttribute(acceleratorEClass, ACCELERATOR__READINGS);
		createEReference(acceleratorEClass, ACCELERATOR__NODE);
		createEReference(acceleratorEClass, ACCELERATOR__SLICES);
		createEReference(acceleratorEClass, ACCELERATOR__TASKS);

		sliceEClass = createEClass(SLICE);
		createEAttribute(sliceEClass, SLICE__INDEX);
		createEAttribute(sliceEClass, SLICE__PROFILE);
		createEAttribute(sliceEClass, SLICE__UUID);
		createEReference(sliceEClass, SLICE__ACCELERATOR);
		createEReference(sliceEClass, SLICE__TASKS);

		nicEClass = createEClass(NIC);
		createEAttribute(nicEClass, NIC__MODEL);
		createEAttribute(nicEClass, NIC__PCI_BUS_ID);
		createEAttribute(nicEClass, NIC__NUMA_NODE);
		createEAttribute(nicEClass, NIC__HEALTH);

		linkEClass = createEClass(LINK);
		createEAttribute(linkEClass, LINK__KIND);
		createEAttribute(linkEClass, LINK__BYTES_PER_SECOND);
		createEAttribute(linkEClass, LINK__HEALTH);
		createEReference(linkEClass, LINK__FROM);
		createEReference(linkEClass, LINK__TO);

		jobEClass = createEClass(JOB);
		createEAttribute(jobEClass, JOB__NAMESPACE);
		createEAttribute(jobEClass, JOB__UID);
		createEAttribute(jobEClass, JOB__KIND);
		createEAttribute(jobEClass, JOB__API_VERSION);
		createEAttribute(jobEClass, JOB__WORK);
		createEAttribute(jobEClass, JOB__LABELS);
		createEAttribute(jobEClass, JOB__STATE);
		createEAttribute(jobEClass, JOB__REASON);
		createEAttribute(jobEClass, JOB__QUEUE_NAME);
		createEAttribute(jobEClass, JOB__PRIORITY);
		createEAttribute(jobEClass, JOB__PRIORITY_CLASS);
		createEAttribute(jobEClass, JOB__CREATED);
		createEAttribute(jobEClass, JOB__STARTED);
		createEAttribute(jobEClass, JOB__FINISHED);
		createEAttribute(jobEClass, JOB__RESTARTS);
		createEAttribute(jobEClass, JOB__WANTED_TASKS);
		createEAttribute(jobEClass, JOB__SUSPENDED);
		createEAttribute(jobEClass, JOB__MINIMUM);
		createEAttribute(jobEClass, JOB__SPEC);
		createEAttribute(jobEClass, JOB__GROUPS);
		createEAttribute(jobEClass, JOB__PURPOSE);
		createEAttribute(jobEClass, JOB__MANAGERS);
		createEReference(jobEClass, JOB__CLUSTER);
		createEReference(jobEClass, JOB__QUEUE);
		createEReference(jobEClass, JOB__TASKS);

		taskEClass = createEClass(TASK);
		createEAttribute(taskEClass, TASK__NAMESPACE);
		createEAttribute(taskEClass, TASK__UID);
		createEAttribute(taskEClass, TASK__LABELS);
		createEAttribute(taskEClass, TASK__PHASE);
		createEAttribute(taskEClass, TASK__REASON);
		createEAttribute(taskEClass, TASK__MESSAGE);
		createEAttribute(taskEClass, TASK__RANK);
		createEAttribute(taskEClass, TASK__SPEC);
		createEAttribute(taskEClass, TASK__CONTROLLER);
		createEAttribute(taskEClass, TASK__READY);
		createEAttribute(taskEClass, TASK__MIRROR);
		createEAttribute(taskEClass, TASK__RESTARTS);
		createEAttribute(taskEClass, TASK__CREATED);
		createEAttribute(taskEClass, TASK__STARTED);
		createEAttribute(taskEClass, TASK__FAILED);
		createEAttribute(taskEClass, TASK__DELETION);
		createEAttribute(taskEClass, TASK__REFUSED);
		createEAttribute(taskEClass, TASK__DEVICE_IDS);
		createEReference(taskEClass, TASK__JOB);
		createEReference(taskEClass, TASK__NODE);
		createEReference(taskEClass, TASK__ACCELERATORS);
		createEReference(taskEClass, TASK__SLICES);

		queueEClass = createEClass(QUEUE);
		createEAttribute(queueEClass, QUEUE__NAMESPACE);
		createEAttribute(queueEClass, QUEUE__UID);
		createEAttribute(queueEClass, QUEUE__KIND);
		createEAttribute(queueEClass, QUEUE__COHORT);
		createEAttribute(queueEClass, QUEUE__QUOTA);
		createEAttribute(queueEClass, QUEUE__USED);
		createEAttribute(queueEClass, QUEUE__PENDING);
		createEAttribute(queueEClass, QUEUE__ADMITTED);
		createEAttribute(queueEClass, QUEUE__ACTIVE);
		createEReference(queueEClass, QUEUE__CLUSTER);
		createEReference(queueEClass, QUEUE__JOBS);

		disruptionBudgetEClass = createEClass(DISRUPTION_BUDGET);
		createEAttribute(disruptionBudgetEClass, DISRUPTION_BUDGET__NAMESPACE);
		createEAttribute(disruptionBudgetEClass, DISRUPTION_BUDGET__UID);
		createEAttribute(disruptionBudgetEClass, DISRUPTION_BUDGET__SELECTOR);
		createEAttribute(disruptionBudgetEClass, DISRUPTION_BUDGET__DISRUPTIONS_ALLOWED);
		createEAttribute(disruptionBudgetEClass, DISRUPTION_BUDGET__CURRENT_HEALTHY);
		createEAttribute(disruptionBudgetEClass, DISRUPTION_BUDGET__DESIRED_HEALTHY);
		createEAttribute(disruptionBudgetEClass, DISRUPTION_BUDGET__EXPECTED_PODS);
		createEAttribute(disruptionBudgetEClass, DISRUPTION_BUDGET__GENERATION);
		createEAttribute(disruptionBudgetEClass, DISRUPTION_BUDGET__OBSERVED_GENERATION);
		createEAttribute(disruptionBudgetEClass, DISRUPTION_BUDGET__ALWAYS_ALLOW_UNHEALTHY);
		createEReference(disruptionBudgetEClass, DISRUPTION_BUDGET__CLUSTER);

		// Create enums
		connectionStateEEnum = createEEnum(CONNECTION_STATE);
		protectionEEnum = createEEnum(PROTECTION);
		readinessEEnum = createEEnum(READINESS);
		healthEEnum = createEEnum(HEALTH);
		vendorEEnum = createEEnum(VENDOR);
		linkKindEEnum = createEEnum(LINK_KIND);
		jobStateEEnum = createEEnum(JOB_STATE);
		purposeEEnum = createEEnum(PURPOSE);
		taskPhaseEEnum = createEEnum(TASK_PHASE);

		// Create data types
		instantEDataType = createEDataType(INSTANT);
		labelsEDataType = createEDataType(LABELS);
		labelSelectorEDataType = createEDataType(LABEL_SELECTOR);
		resourcesEDataType = createEDataType(RESOURCES);
		taintsEDataType = createEDataType(TAINTS);
		taskSpecEDataType = createEDataType(TASK_SPEC);
		taskGroupsEDataType = createEDataType(TASK_GROUPS);
		workKindEDataType = createEDataType(WORK_KIND);
		controllerRefEDataType = createEDataType(CONTROLLER_REF);
		conditionsEDataType = createEDataType(CONDITIONS);
		deviceIdsEDataType = createEDataType(DEVICE_IDS);
		deviceTaintsEDataType = createEDataType(DEVICE_TAINTS);
		clusterFactsEDataType = createEDataType(CLUSTER_FACTS);
	}

	/**
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	private boolean isInitialized = false;

	/**
	 * Complete the initialization of the package and its meta-model.  This
	 * method is guarded to have no affect on any invocation but its first.
	 * <!-- begin-user-doc -->
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public void initializePackageContents() {
		if (isInitialized) return;
		isInitialized = true;

		// Initialize package
		setName(eNAME);
		setNsPrefix(eNS_PREFIX);
		setNsURI(eNS_URI);

		// Create type parameters

		// Set bounds for type parameters

		// Add supertypes to classes
		fleetEClass.getESuperTypes().add(this.getNamed());
		clusterEClass.getESuperTypes().add(this.getNamed());
		domainEClass.getESuperTypes().add(this.getNamed());
		nodeEClass.getESuperTypes().add(this.getNamed());
		sliceEClass.getESuperTypes().add(this.getNamed());
		nicEClass.getESuperTypes().add(this.getNamed());
		jobEClass.getESuperTypes().add(this.getNamed());
		taskEClass.getESuperTypes().add(this.getNamed());
		queueEClass.getESuperTypes().add(this.getNamed());
		disruptionBudgetEClass.getESuperTypes().add(this.getNamed());

		// Initialize classes and features; add operations and parameters
		initEClass(namedEClass, Named.class, "Named", IS_ABSTRACT, IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEAttribute(getNamed_Name(), ecorePackage.getEString(), "name", null, 0, 1, Named.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		initEClass(fleetEClass, Fleet.class, "Fleet", !IS_ABSTRACT, !IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEReference(getFleet_Clusters(), this.getCluster(), this.getCluster_Fleet(), "clusters", null, 0, -1, Fleet.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		initEClass(clusterEClass, Cluster.class, "Cluster", !IS_ABSTRACT, !IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEAttribute(getCluster_Id(), ecorePackage.getEString(), "id", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_Server(), ecorePackage.getEString(), "server", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_Context(), ecorePackage.getEString(), "context", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_Version(), ecorePackage.getEString(), "version", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_Connection(), this.getConnectionState(), "connection", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_ConnectionSince(), this.getInstant(), "connectionSince", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_ConnectionMessage(), ecorePackage.getEString(), "connectionMessage", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_ConnectionAdvice(), ecorePackage.getEString(), "connectionAdvice", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_LastContact(), this.getInstant(), "lastContact", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_Simulated(), ecorePackage.getEBoolean(), "simulated", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_Protection(), this.getProtection(), "protection", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_Production(), ecorePackage.getEBoolean(), "production", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_Color(), ecorePackage.getEString(), "color", null, 0, 1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getCluster_Facts(), this.getClusterFacts(), "facts", null, 0, 1, Cluster.class, IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getCluster_Fleet(), this.getFleet(), this.getFleet_Clusters(), "fleet", null, 0, 1, Cluster.class, IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getCluster_Domains(), this.getDomain(), this.getDomain_Cluster(), "domains", null, 0, -1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getCluster_Nodes(), this.getNode(), this.getNode_Cluster(), "nodes", null, 0, -1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getCluster_Jobs(), this.getJob(), this.getJob_Cluster(), "jobs", null, 0, -1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getCluster_Queues(), this.getQueue(), this.getQueue_Cluster(), "queues", null, 0, -1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getCluster_Budgets(), this.getDisruptionBudget(), this.getDisruptionBudget_Cluster(), "budgets", null, 0, -1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getCluster_Links(), this.getLink(), null, "links", null, 0, -1, Cluster.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		initEClass(domainEClass, Domain.class, "Domain", !IS_ABSTRACT, !IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEAttribute(getDomain_Level(), ecorePackage.getEString(), "level", null, 0, 1, Domain.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getDomain_LabelKey(), ecorePackage.getEString(), "labelKey", null, 0, 1, Domain.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getDomain_Cluster(), this.getCluster(), this.getCluster_Domains(), "cluster", null, 0, 1, Domain.class, IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getDomain_Parent(), this.getDomain(), this.getDomain_Domains(), "parent", null, 0, 1, Domain.class, IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getDomain_Domains(), this.getDomain(), this.getDomain_Parent(), "domains", null, 0, -1, Domain.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getDomain_Nodes(), this.getNode(), this.getNode_Domain(), "nodes", null, 0, -1, Domain.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		initEClass(nodeEClass, Node.class, "Node", !IS_ABSTRACT, !IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEAttribute(getNode_Uid(), ecorePackage.getEString(), "uid", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNode_ResourceVersion(), ecorePackage.getEString(), "resourceVersion", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNode_Labels(), this.getLabels(), "labels", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNode_Taints(), this.getTaints(), "taints", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNode_Capacity(), this.getResources(), "capacity", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNode_Allocatable(), this.getResources(), "allocatable", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNode_Unschedulable(), ecorePackage.getEBoolean(), "unschedulable", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNode_Readiness(), this.getReadiness(), "readiness", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNode_Conditions(), this.getConditions(), "conditions", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNode_Created(), this.getInstant(), "created", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNode_KubeletVersion(), ecorePackage.getEString(), "kubeletVersion", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNode_Address(), ecorePackage.getEString(), "address", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getNode_Cluster(), this.getCluster(), this.getCluster_Nodes(), "cluster", null, 0, 1, Node.class, IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getNode_Domain(), this.getDomain(), this.getDomain_Nodes(), "domain", null, 0, 1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getNode_Accelerators(), this.getAccelerator(), this.getAccelerator_Node(), "accelerators", null, 0, -1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getNode_Nics(), this.getNic(), null, "nics", null, 0, -1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getNode_Tasks(), this.getTask(), this.getTask_Node(), "tasks", null, 0, -1, Node.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		initEClass(acceleratorEClass, Accelerator.class, "Accelerator", !IS_ABSTRACT, !IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEAttribute(getAccelerator_Index(), ecorePackage.getEInt(), "index", null, 0, 1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getAccelerator_Uuid(), ecorePackage.getEString(), "uuid", null, 0, 1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getAccelerator_Model(), ecorePackage.getEString(), "model", null, 0, 1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getAccelerator_Vendor(), this.getVendor(), "vendor", null, 0, 1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getAccelerator_MemoryBytes(), ecorePackage.getELongObject(), "memoryBytes", null, 0, 1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getAccelerator_PciBusId(), ecorePackage.getEString(), "pciBusId", null, 0, 1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getAccelerator_NumaNode(), ecorePackage.getEIntegerObject(), "numaNode", null, 0, 1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getAccelerator_Health(), this.getHealth(), "health", null, 0, 1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getAccelerator_HealthReason(), ecorePackage.getEString(), "healthReason", null, 0, 1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getAccelerator_Taints(), this.getDeviceTaints(), "taints", null, 0, 1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getAccelerator_BatchJob(), ecorePackage.getEString(), "batchJob", null, 0, 1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getAccelerator_Readings(), this.getLabels(), "readings", null, 0, 1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getAccelerator_Node(), this.getNode(), this.getNode_Accelerators(), "node", null, 0, 1, Accelerator.class, IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getAccelerator_Slices(), this.getSlice(), this.getSlice_Accelerator(), "slices", null, 0, -1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getAccelerator_Tasks(), this.getTask(), this.getTask_Accelerators(), "tasks", null, 0, -1, Accelerator.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		initEClass(sliceEClass, Slice.class, "Slice", !IS_ABSTRACT, !IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEAttribute(getSlice_Index(), ecorePackage.getEInt(), "index", null, 0, 1, Slice.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getSlice_Profile(), ecorePackage.getEString(), "profile", null, 0, 1, Slice.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getSlice_Uuid(), ecorePackage.getEString(), "uuid", null, 0, 1, Slice.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getSlice_Accelerator(), this.getAccelerator(), this.getAccelerator_Slices(), "accelerator", null, 0, 1, Slice.class, IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getSlice_Tasks(), this.getTask(), this.getTask_Slices(), "tasks", null, 0, -1, Slice.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		initEClass(nicEClass, Nic.class, "Nic", !IS_ABSTRACT, !IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEAttribute(getNic_Model(), ecorePackage.getEString(), "model", null, 0, 1, Nic.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNic_PciBusId(), ecorePackage.getEString(), "pciBusId", null, 0, 1, Nic.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNic_NumaNode(), ecorePackage.getEIntegerObject(), "numaNode", null, 0, 1, Nic.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getNic_Health(), this.getHealth(), "health", null, 0, 1, Nic.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		initEClass(linkEClass, Link.class, "Link", !IS_ABSTRACT, !IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEAttribute(getLink_Kind(), this.getLinkKind(), "kind", null, 0, 1, Link.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getLink_BytesPerSecond(), ecorePackage.getEDoubleObject(), "bytesPerSecond", null, 0, 1, Link.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getLink_Health(), this.getHealth(), "health", null, 0, 1, Link.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getLink_From(), ecorePackage.getEObject(), null, "from", null, 0, 1, Link.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getLink_To(), ecorePackage.getEObject(), null, "to", null, 0, 1, Link.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		initEClass(jobEClass, Job.class, "Job", !IS_ABSTRACT, !IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEAttribute(getJob_Namespace(), ecorePackage.getEString(), "namespace", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Uid(), ecorePackage.getEString(), "uid", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Kind(), ecorePackage.getEString(), "kind", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_ApiVersion(), ecorePackage.getEString(), "apiVersion", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Work(), this.getWorkKind(), "work", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Labels(), this.getLabels(), "labels", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_State(), this.getJobState(), "state", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Reason(), ecorePackage.getEString(), "reason", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_QueueName(), ecorePackage.getEString(), "queueName", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Priority(), ecorePackage.getEInt(), "priority", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_PriorityClass(), ecorePackage.getEString(), "priorityClass", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Created(), this.getInstant(), "created", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Started(), this.getInstant(), "started", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Finished(), this.getInstant(), "finished", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Restarts(), ecorePackage.getEInt(), "restarts", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_WantedTasks(), ecorePackage.getEInt(), "wantedTasks", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Suspended(), ecorePackage.getEBoolean(), "suspended", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Minimum(), ecorePackage.getEIntegerObject(), "minimum", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Spec(), this.getTaskSpec(), "spec", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Groups(), this.getTaskGroups(), "groups", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Purpose(), this.getPurpose(), "purpose", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getJob_Managers(), this.getLabels(), "managers", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getJob_Cluster(), this.getCluster(), this.getCluster_Jobs(), "cluster", null, 0, 1, Job.class, IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getJob_Queue(), this.getQueue(), this.getQueue_Jobs(), "queue", null, 0, 1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getJob_Tasks(), this.getTask(), this.getTask_Job(), "tasks", null, 0, -1, Job.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		initEClass(taskEClass, Task.class, "Task", !IS_ABSTRACT, !IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEAttribute(getTask_Namespace(), ecorePackage.getEString(), "namespace", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Uid(), ecorePackage.getEString(), "uid", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Labels(), this.getLabels(), "labels", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Phase(), this.getTaskPhase(), "phase", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Reason(), ecorePackage.getEString(), "reason", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Message(), ecorePackage.getEString(), "message", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Rank(), ecorePackage.getEIntegerObject(), "rank", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Spec(), this.getTaskSpec(), "spec", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Controller(), this.getControllerRef(), "controller", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Ready(), ecorePackage.getEBoolean(), "ready", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Mirror(), ecorePackage.getEBoolean(), "mirror", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Restarts(), ecorePackage.getEInt(), "restarts", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Created(), this.getInstant(), "created", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Started(), this.getInstant(), "started", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Failed(), this.getInstant(), "failed", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Deletion(), this.getInstant(), "deletion", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_Refused(), this.getInstant(), "refused", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getTask_DeviceIds(), this.getDeviceIds(), "deviceIds", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getTask_Job(), this.getJob(), this.getJob_Tasks(), "job", null, 0, 1, Task.class, IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getTask_Node(), this.getNode(), this.getNode_Tasks(), "node", null, 0, 1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getTask_Accelerators(), this.getAccelerator(), this.getAccelerator_Tasks(), "accelerators", null, 0, -1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getTask_Slices(), this.getSlice(), this.getSlice_Tasks(), "slices", null, 0, -1, Task.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		initEClass(queueEClass, Queue.class, "Queue", !IS_ABSTRACT, !IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEAttribute(getQueue_Namespace(), ecorePackage.getEString(), "namespace", null, 0, 1, Queue.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getQueue_Uid(), ecorePackage.getEString(), "uid", null, 0, 1, Queue.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getQueue_Kind(), ecorePackage.getEString(), "kind", null, 0, 1, Queue.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getQueue_Cohort(), ecorePackage.getEString(), "cohort", null, 0, 1, Queue.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getQueue_Quota(), this.getResources(), "quota", null, 0, 1, Queue.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getQueue_Used(), this.getResources(), "used", null, 0, 1, Queue.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getQueue_Pending(), ecorePackage.getEInt(), "pending", null, 0, 1, Queue.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getQueue_Admitted(), ecorePackage.getEInt(), "admitted", null, 0, 1, Queue.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getQueue_Active(), ecorePackage.getEBoolean(), "active", null, 0, 1, Queue.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getQueue_Cluster(), this.getCluster(), this.getCluster_Queues(), "cluster", null, 0, 1, Queue.class, IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getQueue_Jobs(), this.getJob(), this.getJob_Queue(), "jobs", null, 0, -1, Queue.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		initEClass(disruptionBudgetEClass, DisruptionBudget.class, "DisruptionBudget", !IS_ABSTRACT, !IS_INTERFACE, IS_GENERATED_INSTANCE_CLASS);
		initEAttribute(getDisruptionBudget_Namespace(), ecorePackage.getEString(), "namespace", null, 0, 1, DisruptionBudget.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getDisruptionBudget_Uid(), ecorePackage.getEString(), "uid", null, 0, 1, DisruptionBudget.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getDisruptionBudget_Selector(), this.getLabelSelector(), "selector", null, 0, 1, DisruptionBudget.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getDisruptionBudget_DisruptionsAllowed(), ecorePackage.getEInt(), "disruptionsAllowed", null, 0, 1, DisruptionBudget.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getDisruptionBudget_CurrentHealthy(), ecorePackage.getEInt(), "currentHealthy", null, 0, 1, DisruptionBudget.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getDisruptionBudget_DesiredHealthy(), ecorePackage.getEInt(), "desiredHealthy", null, 0, 1, DisruptionBudget.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getDisruptionBudget_ExpectedPods(), ecorePackage.getEInt(), "expectedPods", null, 0, 1, DisruptionBudget.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getDisruptionBudget_Generation(), ecorePackage.getELong(), "generation", null, 0, 1, DisruptionBudget.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getDisruptionBudget_ObservedGeneration(), ecorePackage.getELong(), "observedGeneration", null, 0, 1, DisruptionBudget.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEAttribute(getDisruptionBudget_AlwaysAllowUnhealthy(), ecorePackage.getEBoolean(), "alwaysAllowUnhealthy", null, 0, 1, DisruptionBudget.class, !IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_UNSETTABLE, !IS_ID, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);
		initEReference(getDisruptionBudget_Cluster(), this.getCluster(), this.getCluster_Budgets(), "cluster", null, 0, 1, DisruptionBudget.class, IS_TRANSIENT, !IS_VOLATILE, IS_CHANGEABLE, !IS_COMPOSITE, !IS_RESOLVE_PROXIES, !IS_UNSETTABLE, IS_UNIQUE, !IS_DERIVED, IS_ORDERED);

		// Initialize enums and add enum literals
		initEEnum(connectionStateEEnum, ConnectionState.class, "ConnectionState");
		addEEnumLiteral(connectionStateEEnum, ConnectionState.CONNECTING);
		addEEnumLiteral(connectionStateEEnum, ConnectionState.LIVE);
		addEEnumLiteral(connectionStateEEnum, ConnectionState.STALE);
		addEEnumLiteral(connectionStateEEnum, ConnectionState.WAITING_FOR_CONSENT);
		addEEnumLiteral(connectionStateEEnum, ConnectionState.REFUSED);
		addEEnumLiteral(connectionStateEEnum, ConnectionState.FAILED);
		addEEnumLiteral(connectionStateEEnum, ConnectionState.CLOSED);

		initEEnum(protectionEEnum, Protection.class, "Protection");
		addEEnumLiteral(protectionEEnum, Protection.VERIFIED);
		addEEnumLiteral(protectionEEnum, Protection.UNVERIFIED);
		addEEnumLiteral(protectionEEnum, Protection.PLAIN);

		initEEnum(readinessEEnum, Readiness.class, "Readiness");
		addEEnumLiteral(readinessEEnum, Readiness.UNKNOWN);
		addEEnumLiteral(readinessEEnum, Readiness.READY);
		addEEnumLiteral(readinessEEnum, Readiness.NOT_READY);

		initEEnum(healthEEnum, Health.class, "Health");
		addEEnumLiteral(healthEEnum, Health.UNKNOWN);
		addEEnumLiteral(healthEEnum, Health.HEALTHY);
		addEEnumLiteral(healthEEnum, Health.DEGRADED);
		addEEnumLiteral(healthEEnum, Health.FAILED);

		initEEnum(vendorEEnum, Vendor.class, "Vendor");
		addEEnumLiteral(vendorEEnum, Vendor.UNKNOWN);
		addEEnumLiteral(vendorEEnum, Vendor.NVIDIA);
		addEEnumLiteral(vendorEEnum, Vendor.AMD);
		addEEnumLiteral(vendorEEnum, Vendor.INTEL);
		addEEnumLiteral(vendorEEnum, Vendor.HABANA);
		addEEnumLiteral(vendorEEnum, Vendor.GOOGLE);
		addEEnumLiteral(vendorEEnum, Vendor.AWS);
		addEEnumLiteral(vendorEEnum, Vendor.ASCEND);
		addEEnumLiteral(vendorEEnum, Vendor.MOORE_THREADS);
		addEEnumLiteral(vendorEEnum, Vendor.CAMBRICON);
		addEEnumLiteral(vendorEEnum, Vendor.HYGON);
		addEEnumLiteral(vendorEEnum, Vendor.METAX);
		addEEnumLiteral(vendorEEnum, Vendor.ILUVATAR);
		addEEnumLiteral(vendorEEnum, Vendor.ENFLAME);
		addEEnumLiteral(vendorEEnum, Vendor.KUNLUNXIN);
		addEEnumLiteral(vendorEEnum, Vendor.BIREN);
		addEEnumLiteral(vendorEEnum, Vendor.VASTAI);
		addEEnumLiteral(vendorEEnum, Vendor.QUALCOMM);
		addEEnumLiteral(vendorEEnum, Vendor.FURIOSA);
		addEEnumLiteral(vendorEEnum, Vendor.REBELLIONS);
		addEEnumLiteral(vendorEEnum, Vendor.TENSTORRENT);
		addEEnumLiteral(vendorEEnum, Vendor.ALIBABA);
		addEEnumLiteral(vendorEEnum, Vendor.GRAPHCORE);

		initEEnum(linkKindEEnum, LinkKind.class, "LinkKind");
		addEEnumLiteral(linkKindEEnum, LinkKind.NVLINK);
		addEEnumLiteral(linkKindEEnum, LinkKind.XGMI);
		addEEnumLiteral(linkKindEEnum, LinkKind.PCIE);
		addEEnumLiteral(linkKindEEnum, LinkKind.NETWORK);

		initEEnum(jobStateEEnum, JobState.class, "JobState");
		addEEnumLiteral(jobStateEEnum, JobState.UNKNOWN);
		addEEnumLiteral(jobStateEEnum, JobState.SUSPENDED);
		addEEnumLiteral(jobStateEEnum, JobState.HELD);
		addEEnumLiteral(jobStateEEnum, JobState.WAITING);
		addEEnumLiteral(jobStateEEnum, JobState.STARTING);
		addEEnumLiteral(jobStateEEnum, JobState.RUNNING);
		addEEnumLiteral(jobStateEEnum, JobState.STOPPING);
		addEEnumLiteral(jobStateEEnum, JobState.SUCCEEDED);
		addEEnumLiteral(jobStateEEnum, JobState.FAILED);
		addEEnumLiteral(jobStateEEnum, JobState.FAILING);
		addEEnumLiteral(jobStateEEnum, JobState.SCHEDULED);

		initEEnum(purposeEEnum, Purpose.class, "Purpose");
		addEEnumLiteral(purposeEEnum, Purpose.UNKNOWN);
		addEEnumLiteral(purposeEEnum, Purpose.TRAINING);
		addEEnumLiteral(purposeEEnum, Purpose.FINE_TUNING);
		addEEnumLiteral(purposeEEnum, Purpose.INFERENCE);
		addEEnumLiteral(purposeEEnum, Purpose.BATCH);
		addEEnumLiteral(purposeEEnum, Purpose.NOTEBOOK);

		initEEnum(taskPhaseEEnum, TaskPhase.class, "TaskPhase");
		addEEnumLiteral(taskPhaseEEnum, TaskPhase.UNKNOWN);
		addEEnumLiteral(taskPhaseEEnum, TaskPhase.GATED);
		addEEnumLiteral(taskPhaseEEnum, TaskPhase.PENDING);
		addEEnumLiteral(taskPhaseEEnum, TaskPhase.STARTING);
		addEEnumLiteral(taskPhaseEEnum, TaskPhase.RUNNING);
		addEEnumLiteral(taskPhaseEEnum, TaskPhase.TERMINATING);
		addEEnumLiteral(taskPhaseEEnum, TaskPhase.SUCCEEDED);
		addEEnumLiteral(taskPhaseEEnum, TaskPhase.FAILED);

		// Initialize data types
		initEDataType(instantEDataType, Instant.class, "Instant", IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);
		initEDataType(labelsEDataType, Labels.class, "Labels", IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);
		initEDataType(labelSelectorEDataType, LabelSelector.class, "LabelSelector", IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);
		initEDataType(resourcesEDataType, Resources.class, "Resources", IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);
		initEDataType(taintsEDataType, Taints.class, "Taints", IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);
		initEDataType(taskSpecEDataType, TaskSpec.class, "TaskSpec", IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);
		initEDataType(taskGroupsEDataType, TaskGroups.class, "TaskGroups", IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);
		initEDataType(workKindEDataType, WorkKind.class, "WorkKind", IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);
		initEDataType(controllerRefEDataType, ControllerRef.class, "ControllerRef", IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);
		initEDataType(conditionsEDataType, Conditions.class, "Conditions", IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);
		initEDataType(deviceIdsEDataType, DeviceIds.class, "DeviceIds", IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);
		initEDataType(deviceTaintsEDataType, DeviceTaints.class, "DeviceTaints", IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);
		initEDataType(clusterFactsEDataType, ClusterFacts.class, "ClusterFacts", !IS_SERIALIZABLE, !IS_GENERATED_INSTANCE_CLASS);

		// Create resource
		createResource(eNS_URI);
	}

	/**
	 * <!-- begin-user-doc -->
	 * Defines literals for the meta objects that represent
	 * <ul>
	 *   <li>each class,</li>
	 *   <li>each feature of each class,</li>
	 *   <li>each enum,</li>
	 *   <li>and each data type</li>
	 * </ul>
	 * <!-- end-user-doc -->
	 * @generated
	 */
	public interface Literals {
		/**
		 * The meta object literal for the '{@link podium.model.fleet.Named <em>Named</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.Named
		 * @see podium.model.fleet.impl.FleetPackageImpl#getNamed()
		 * @generated
		 */
		public static final EClass NAMED = eINSTANCE.getNamed();

		/**
		 * The meta object literal for the '<em><b>Name</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NAMED__NAME = eINSTANCE.getNamed_Name();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.impl.FleetImpl <em>Fleet</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.impl.FleetImpl
		 * @see podium.model.fleet.impl.FleetPackageImpl#getFleet()
		 * @generated
		 */
		public static final EClass FLEET = eINSTANCE.getFleet();

		/**
		 * The meta object literal for the '<em><b>Clusters</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference FLEET__CLUSTERS = eINSTANCE.getFleet_Clusters();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.impl.ClusterImpl <em>Cluster</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.impl.ClusterImpl
		 * @see podium.model.fleet.impl.FleetPackageImpl#getCluster()
		 * @generated
		 */
		public static final EClass CLUSTER = eINSTANCE.getCluster();

		/**
		 * The meta object literal for the '<em><b>Id</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__ID = eINSTANCE.getCluster_Id();

		/**
		 * The meta object literal for the '<em><b>Server</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__SERVER = eINSTANCE.getCluster_Server();

		/**
		 * The meta object literal for the '<em><b>Context</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__CONTEXT = eINSTANCE.getCluster_Context();

		/**
		 * The meta object literal for the '<em><b>Version</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__VERSION = eINSTANCE.getCluster_Version();

		/**
		 * The meta object literal for the '<em><b>Connection</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__CONNECTION = eINSTANCE.getCluster_Connection();

		/**
		 * The meta object literal for the '<em><b>Connection Since</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__CONNECTION_SINCE = eINSTANCE.getCluster_ConnectionSince();

		/**
		 * The meta object literal for the '<em><b>Connection Message</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__CONNECTION_MESSAGE = eINSTANCE.getCluster_ConnectionMessage();

		/**
		 * The meta object literal for the '<em><b>Connection Advice</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__CONNECTION_ADVICE = eINSTANCE.getCluster_ConnectionAdvice();

		/**
		 * The meta object literal for the '<em><b>Last Contact</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__LAST_CONTACT = eINSTANCE.getCluster_LastContact();

		/**
		 * The meta object literal for the '<em><b>Simulated</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__SIMULATED = eINSTANCE.getCluster_Simulated();

		/**
		 * The meta object literal for the '<em><b>Protection</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__PROTECTION = eINSTANCE.getCluster_Protection();

		/**
		 * The meta object literal for the '<em><b>Production</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__PRODUCTION = eINSTANCE.getCluster_Production();

		/**
		 * The meta object literal for the '<em><b>Color</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__COLOR = eINSTANCE.getCluster_Color();

		/**
		 * The meta object literal for the '<em><b>Facts</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute CLUSTER__FACTS = eINSTANCE.getCluster_Facts();

		/**
		 * The meta object literal for the '<em><b>Fleet</b></em>' container reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference CLUSTER__FLEET = eINSTANCE.getCluster_Fleet();

		/**
		 * The meta object literal for the '<em><b>Domains</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference CLUSTER__DOMAINS = eINSTANCE.getCluster_Domains();

		/**
		 * The meta object literal for the '<em><b>Nodes</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference CLUSTER__NODES = eINSTANCE.getCluster_Nodes();

		/**
		 * The meta object literal for the '<em><b>Jobs</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference CLUSTER__JOBS = eINSTANCE.getCluster_Jobs();

		/**
		 * The meta object literal for the '<em><b>Queues</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference CLUSTER__QUEUES = eINSTANCE.getCluster_Queues();

		/**
		 * The meta object literal for the '<em><b>Budgets</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference CLUSTER__BUDGETS = eINSTANCE.getCluster_Budgets();

		/**
		 * The meta object literal for the '<em><b>Links</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference CLUSTER__LINKS = eINSTANCE.getCluster_Links();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.impl.DomainImpl <em>Domain</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.impl.DomainImpl
		 * @see podium.model.fleet.impl.FleetPackageImpl#getDomain()
		 * @generated
		 */
		public static final EClass DOMAIN = eINSTANCE.getDomain();

		/**
		 * The meta object literal for the '<em><b>Level</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute DOMAIN__LEVEL = eINSTANCE.getDomain_Level();

		/**
		 * The meta object literal for the '<em><b>Label Key</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute DOMAIN__LABEL_KEY = eINSTANCE.getDomain_LabelKey();

		/**
		 * The meta object literal for the '<em><b>Cluster</b></em>' container reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference DOMAIN__CLUSTER = eINSTANCE.getDomain_Cluster();

		/**
		 * The meta object literal for the '<em><b>Parent</b></em>' container reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference DOMAIN__PARENT = eINSTANCE.getDomain_Parent();

		/**
		 * The meta object literal for the '<em><b>Domains</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference DOMAIN__DOMAINS = eINSTANCE.getDomain_Domains();

		/**
		 * The meta object literal for the '<em><b>Nodes</b></em>' reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference DOMAIN__NODES = eINSTANCE.getDomain_Nodes();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.impl.NodeImpl <em>Node</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.impl.NodeImpl
		 * @see podium.model.fleet.impl.FleetPackageImpl#getNode()
		 * @generated
		 */
		public static final EClass NODE = eINSTANCE.getNode();

		/**
		 * The meta object literal for the '<em><b>Uid</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NODE__UID = eINSTANCE.getNode_Uid();

		/**
		 * The meta object literal for the '<em><b>Resource Version</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NODE__RESOURCE_VERSION = eINSTANCE.getNode_ResourceVersion();

		/**
		 * The meta object literal for the '<em><b>Labels</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NODE__LABELS = eINSTANCE.getNode_Labels();

		/**
		 * The meta object literal for the '<em><b>Taints</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NODE__TAINTS = eINSTANCE.getNode_Taints();

		/**
		 * The meta object literal for the '<em><b>Capacity</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NODE__CAPACITY = eINSTANCE.getNode_Capacity();

		/**
		 * The meta object literal for the '<em><b>Allocatable</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NODE__ALLOCATABLE = eINSTANCE.getNode_Allocatable();

		/**
		 * The meta object literal for the '<em><b>Unschedulable</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NODE__UNSCHEDULABLE = eINSTANCE.getNode_Unschedulable();

		/**
		 * The meta object literal for the '<em><b>Readiness</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NODE__READINESS = eINSTANCE.getNode_Readiness();

		/**
		 * The meta object literal for the '<em><b>Conditions</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NODE__CONDITIONS = eINSTANCE.getNode_Conditions();

		/**
		 * The meta object literal for the '<em><b>Created</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NODE__CREATED = eINSTANCE.getNode_Created();

		/**
		 * The meta object literal for the '<em><b>Kubelet Version</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NODE__KUBELET_VERSION = eINSTANCE.getNode_KubeletVersion();

		/**
		 * The meta object literal for the '<em><b>Address</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NODE__ADDRESS = eINSTANCE.getNode_Address();

		/**
		 * The meta object literal for the '<em><b>Cluster</b></em>' container reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference NODE__CLUSTER = eINSTANCE.getNode_Cluster();

		/**
		 * The meta object literal for the '<em><b>Domain</b></em>' reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference NODE__DOMAIN = eINSTANCE.getNode_Domain();

		/**
		 * The meta object literal for the '<em><b>Accelerators</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference NODE__ACCELERATORS = eINSTANCE.getNode_Accelerators();

		/**
		 * The meta object literal for the '<em><b>Nics</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference NODE__NICS = eINSTANCE.getNode_Nics();

		/**
		 * The meta object literal for the '<em><b>Tasks</b></em>' reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference NODE__TASKS = eINSTANCE.getNode_Tasks();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.impl.AcceleratorImpl <em>Accelerator</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.impl.AcceleratorImpl
		 * @see podium.model.fleet.impl.FleetPackageImpl#getAccelerator()
		 * @generated
		 */
		public static final EClass ACCELERATOR = eINSTANCE.getAccelerator();

		/**
		 * The meta object literal for the '<em><b>Index</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute ACCELERATOR__INDEX = eINSTANCE.getAccelerator_Index();

		/**
		 * The meta object literal for the '<em><b>Uuid</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute ACCELERATOR__UUID = eINSTANCE.getAccelerator_Uuid();

		/**
		 * The meta object literal for the '<em><b>Model</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute ACCELERATOR__MODEL = eINSTANCE.getAccelerator_Model();

		/**
		 * The meta object literal for the '<em><b>Vendor</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute ACCELERATOR__VENDOR = eINSTANCE.getAccelerator_Vendor();

		/**
		 * The meta object literal for the '<em><b>Memory Bytes</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute ACCELERATOR__MEMORY_BYTES = eINSTANCE.getAccelerator_MemoryBytes();

		/**
		 * The meta object literal for the '<em><b>Pci Bus Id</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute ACCELERATOR__PCI_BUS_ID = eINSTANCE.getAccelerator_PciBusId();

		/**
		 * The meta object literal for the '<em><b>Numa Node</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute ACCELERATOR__NUMA_NODE = eINSTANCE.getAccelerator_NumaNode();

		/**
		 * The meta object literal for the '<em><b>Health</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute ACCELERATOR__HEALTH = eINSTANCE.getAccelerator_Health();

		/**
		 * The meta object literal for the '<em><b>Health Reason</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute ACCELERATOR__HEALTH_REASON = eINSTANCE.getAccelerator_HealthReason();

		/**
		 * The meta object literal for the '<em><b>Taints</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute ACCELERATOR__TAINTS = eINSTANCE.getAccelerator_Taints();

		/**
		 * The meta object literal for the '<em><b>Batch Job</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute ACCELERATOR__BATCH_JOB = eINSTANCE.getAccelerator_BatchJob();

		/**
		 * The meta object literal for the '<em><b>Readings</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute ACCELERATOR__READINGS = eINSTANCE.getAccelerator_Readings();

		/**
		 * The meta object literal for the '<em><b>Node</b></em>' container reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference ACCELERATOR__NODE = eINSTANCE.getAccelerator_Node();

		/**
		 * The meta object literal for the '<em><b>Slices</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference ACCELERATOR__SLICES = eINSTANCE.getAccelerator_Slices();

		/**
		 * The meta object literal for the '<em><b>Tasks</b></em>' reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference ACCELERATOR__TASKS = eINSTANCE.getAccelerator_Tasks();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.impl.SliceImpl <em>Slice</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.impl.SliceImpl
		 * @see podium.model.fleet.impl.FleetPackageImpl#getSlice()
		 * @generated
		 */
		public static final EClass SLICE = eINSTANCE.getSlice();

		/**
		 * The meta object literal for the '<em><b>Index</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute SLICE__INDEX = eINSTANCE.getSlice_Index();

		/**
		 * The meta object literal for the '<em><b>Profile</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute SLICE__PROFILE = eINSTANCE.getSlice_Profile();

		/**
		 * The meta object literal for the '<em><b>Uuid</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute SLICE__UUID = eINSTANCE.getSlice_Uuid();

		/**
		 * The meta object literal for the '<em><b>Accelerator</b></em>' container reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference SLICE__ACCELERATOR = eINSTANCE.getSlice_Accelerator();

		/**
		 * The meta object literal for the '<em><b>Tasks</b></em>' reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference SLICE__TASKS = eINSTANCE.getSlice_Tasks();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.impl.NicImpl <em>Nic</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.impl.NicImpl
		 * @see podium.model.fleet.impl.FleetPackageImpl#getNic()
		 * @generated
		 */
		public static final EClass NIC = eINSTANCE.getNic();

		/**
		 * The meta object literal for the '<em><b>Model</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NIC__MODEL = eINSTANCE.getNic_Model();

		/**
		 * The meta object literal for the '<em><b>Pci Bus Id</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NIC__PCI_BUS_ID = eINSTANCE.getNic_PciBusId();

		/**
		 * The meta object literal for the '<em><b>Numa Node</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NIC__NUMA_NODE = eINSTANCE.getNic_NumaNode();

		/**
		 * The meta object literal for the '<em><b>Health</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute NIC__HEALTH = eINSTANCE.getNic_Health();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.impl.LinkImpl <em>Link</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.impl.LinkImpl
		 * @see podium.model.fleet.impl.FleetPackageImpl#getLink()
		 * @generated
		 */
		public static final EClass LINK = eINSTANCE.getLink();

		/**
		 * The meta object literal for the '<em><b>Kind</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute LINK__KIND = eINSTANCE.getLink_Kind();

		/**
		 * The meta object literal for the '<em><b>Bytes Per Second</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute LINK__BYTES_PER_SECOND = eINSTANCE.getLink_BytesPerSecond();

		/**
		 * The meta object literal for the '<em><b>Health</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute LINK__HEALTH = eINSTANCE.getLink_Health();

		/**
		 * The meta object literal for the '<em><b>From</b></em>' reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference LINK__FROM = eINSTANCE.getLink_From();

		/**
		 * The meta object literal for the '<em><b>To</b></em>' reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference LINK__TO = eINSTANCE.getLink_To();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.impl.JobImpl <em>Job</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.impl.JobImpl
		 * @see podium.model.fleet.impl.FleetPackageImpl#getJob()
		 * @generated
		 */
		public static final EClass JOB = eINSTANCE.getJob();

		/**
		 * The meta object literal for the '<em><b>Namespace</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__NAMESPACE = eINSTANCE.getJob_Namespace();

		/**
		 * The meta object literal for the '<em><b>Uid</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__UID = eINSTANCE.getJob_Uid();

		/**
		 * The meta object literal for the '<em><b>Kind</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__KIND = eINSTANCE.getJob_Kind();

		/**
		 * The meta object literal for the '<em><b>Api Version</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__API_VERSION = eINSTANCE.getJob_ApiVersion();

		/**
		 * The meta object literal for the '<em><b>Work</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__WORK = eINSTANCE.getJob_Work();

		/**
		 * The meta object literal for the '<em><b>Labels</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__LABELS = eINSTANCE.getJob_Labels();

		/**
		 * The meta object literal for the '<em><b>State</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__STATE = eINSTANCE.getJob_State();

		/**
		 * The meta object literal for the '<em><b>Reason</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__REASON = eINSTANCE.getJob_Reason();

		/**
		 * The meta object literal for the '<em><b>Queue Name</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__QUEUE_NAME = eINSTANCE.getJob_QueueName();

		/**
		 * The meta object literal for the '<em><b>Priority</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__PRIORITY = eINSTANCE.getJob_Priority();

		/**
		 * The meta object literal for the '<em><b>Priority Class</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__PRIORITY_CLASS = eINSTANCE.getJob_PriorityClass();

		/**
		 * The meta object literal for the '<em><b>Created</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__CREATED = eINSTANCE.getJob_Created();

		/**
		 * The meta object literal for the '<em><b>Started</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__STARTED = eINSTANCE.getJob_Started();

		/**
		 * The meta object literal for the '<em><b>Finished</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__FINISHED = eINSTANCE.getJob_Finished();

		/**
		 * The meta object literal for the '<em><b>Restarts</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__RESTARTS = eINSTANCE.getJob_Restarts();

		/**
		 * The meta object literal for the '<em><b>Wanted Tasks</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__WANTED_TASKS = eINSTANCE.getJob_WantedTasks();

		/**
		 * The meta object literal for the '<em><b>Suspended</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__SUSPENDED = eINSTANCE.getJob_Suspended();

		/**
		 * The meta object literal for the '<em><b>Minimum</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__MINIMUM = eINSTANCE.getJob_Minimum();

		/**
		 * The meta object literal for the '<em><b>Spec</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__SPEC = eINSTANCE.getJob_Spec();

		/**
		 * The meta object literal for the '<em><b>Groups</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__GROUPS = eINSTANCE.getJob_Groups();

		/**
		 * The meta object literal for the '<em><b>Purpose</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__PURPOSE = eINSTANCE.getJob_Purpose();

		/**
		 * The meta object literal for the '<em><b>Managers</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute JOB__MANAGERS = eINSTANCE.getJob_Managers();

		/**
		 * The meta object literal for the '<em><b>Cluster</b></em>' container reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference JOB__CLUSTER = eINSTANCE.getJob_Cluster();

		/**
		 * The meta object literal for the '<em><b>Queue</b></em>' reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference JOB__QUEUE = eINSTANCE.getJob_Queue();

		/**
		 * The meta object literal for the '<em><b>Tasks</b></em>' containment reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference JOB__TASKS = eINSTANCE.getJob_Tasks();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.impl.TaskImpl <em>Task</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.impl.TaskImpl
		 * @see podium.model.fleet.impl.FleetPackageImpl#getTask()
		 * @generated
		 */
		public static final EClass TASK = eINSTANCE.getTask();

		/**
		 * The meta object literal for the '<em><b>Namespace</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__NAMESPACE = eINSTANCE.getTask_Namespace();

		/**
		 * The meta object literal for the '<em><b>Uid</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__UID = eINSTANCE.getTask_Uid();

		/**
		 * The meta object literal for the '<em><b>Labels</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__LABELS = eINSTANCE.getTask_Labels();

		/**
		 * The meta object literal for the '<em><b>Phase</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__PHASE = eINSTANCE.getTask_Phase();

		/**
		 * The meta object literal for the '<em><b>Reason</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__REASON = eINSTANCE.getTask_Reason();

		/**
		 * The meta object literal for the '<em><b>Message</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__MESSAGE = eINSTANCE.getTask_Message();

		/**
		 * The meta object literal for the '<em><b>Rank</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__RANK = eINSTANCE.getTask_Rank();

		/**
		 * The meta object literal for the '<em><b>Spec</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__SPEC = eINSTANCE.getTask_Spec();

		/**
		 * The meta object literal for the '<em><b>Controller</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__CONTROLLER = eINSTANCE.getTask_Controller();

		/**
		 * The meta object literal for the '<em><b>Ready</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__READY = eINSTANCE.getTask_Ready();

		/**
		 * The meta object literal for the '<em><b>Mirror</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__MIRROR = eINSTANCE.getTask_Mirror();

		/**
		 * The meta object literal for the '<em><b>Restarts</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__RESTARTS = eINSTANCE.getTask_Restarts();

		/**
		 * The meta object literal for the '<em><b>Created</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__CREATED = eINSTANCE.getTask_Created();

		/**
		 * The meta object literal for the '<em><b>Started</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__STARTED = eINSTANCE.getTask_Started();

		/**
		 * The meta object literal for the '<em><b>Failed</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__FAILED = eINSTANCE.getTask_Failed();

		/**
		 * The meta object literal for the '<em><b>Deletion</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__DELETION = eINSTANCE.getTask_Deletion();

		/**
		 * The meta object literal for the '<em><b>Refused</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__REFUSED = eINSTANCE.getTask_Refused();

		/**
		 * The meta object literal for the '<em><b>Device Ids</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute TASK__DEVICE_IDS = eINSTANCE.getTask_DeviceIds();

		/**
		 * The meta object literal for the '<em><b>Job</b></em>' container reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference TASK__JOB = eINSTANCE.getTask_Job();

		/**
		 * The meta object literal for the '<em><b>Node</b></em>' reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference TASK__NODE = eINSTANCE.getTask_Node();

		/**
		 * The meta object literal for the '<em><b>Accelerators</b></em>' reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference TASK__ACCELERATORS = eINSTANCE.getTask_Accelerators();

		/**
		 * The meta object literal for the '<em><b>Slices</b></em>' reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference TASK__SLICES = eINSTANCE.getTask_Slices();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.impl.QueueImpl <em>Queue</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.impl.QueueImpl
		 * @see podium.model.fleet.impl.FleetPackageImpl#getQueue()
		 * @generated
		 */
		public static final EClass QUEUE = eINSTANCE.getQueue();

		/**
		 * The meta object literal for the '<em><b>Namespace</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute QUEUE__NAMESPACE = eINSTANCE.getQueue_Namespace();

		/**
		 * The meta object literal for the '<em><b>Uid</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute QUEUE__UID = eINSTANCE.getQueue_Uid();

		/**
		 * The meta object literal for the '<em><b>Kind</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute QUEUE__KIND = eINSTANCE.getQueue_Kind();

		/**
		 * The meta object literal for the '<em><b>Cohort</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute QUEUE__COHORT = eINSTANCE.getQueue_Cohort();

		/**
		 * The meta object literal for the '<em><b>Quota</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute QUEUE__QUOTA = eINSTANCE.getQueue_Quota();

		/**
		 * The meta object literal for the '<em><b>Used</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute QUEUE__USED = eINSTANCE.getQueue_Used();

		/**
		 * The meta object literal for the '<em><b>Pending</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute QUEUE__PENDING = eINSTANCE.getQueue_Pending();

		/**
		 * The meta object literal for the '<em><b>Admitted</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute QUEUE__ADMITTED = eINSTANCE.getQueue_Admitted();

		/**
		 * The meta object literal for the '<em><b>Active</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute QUEUE__ACTIVE = eINSTANCE.getQueue_Active();

		/**
		 * The meta object literal for the '<em><b>Cluster</b></em>' container reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference QUEUE__CLUSTER = eINSTANCE.getQueue_Cluster();

		/**
		 * The meta object literal for the '<em><b>Jobs</b></em>' reference list feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference QUEUE__JOBS = eINSTANCE.getQueue_Jobs();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.impl.DisruptionBudgetImpl <em>Disruption Budget</em>}' class.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.impl.DisruptionBudgetImpl
		 * @see podium.model.fleet.impl.FleetPackageImpl#getDisruptionBudget()
		 * @generated
		 */
		public static final EClass DISRUPTION_BUDGET = eINSTANCE.getDisruptionBudget();

		/**
		 * The meta object literal for the '<em><b>Namespace</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute DISRUPTION_BUDGET__NAMESPACE = eINSTANCE.getDisruptionBudget_Namespace();

		/**
		 * The meta object literal for the '<em><b>Uid</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute DISRUPTION_BUDGET__UID = eINSTANCE.getDisruptionBudget_Uid();

		/**
		 * The meta object literal for the '<em><b>Selector</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute DISRUPTION_BUDGET__SELECTOR = eINSTANCE.getDisruptionBudget_Selector();

		/**
		 * The meta object literal for the '<em><b>Disruptions Allowed</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute DISRUPTION_BUDGET__DISRUPTIONS_ALLOWED = eINSTANCE.getDisruptionBudget_DisruptionsAllowed();

		/**
		 * The meta object literal for the '<em><b>Current Healthy</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute DISRUPTION_BUDGET__CURRENT_HEALTHY = eINSTANCE.getDisruptionBudget_CurrentHealthy();

		/**
		 * The meta object literal for the '<em><b>Desired Healthy</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute DISRUPTION_BUDGET__DESIRED_HEALTHY = eINSTANCE.getDisruptionBudget_DesiredHealthy();

		/**
		 * The meta object literal for the '<em><b>Expected Pods</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute DISRUPTION_BUDGET__EXPECTED_PODS = eINSTANCE.getDisruptionBudget_ExpectedPods();

		/**
		 * The meta object literal for the '<em><b>Generation</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute DISRUPTION_BUDGET__GENERATION = eINSTANCE.getDisruptionBudget_Generation();

		/**
		 * The meta object literal for the '<em><b>Observed Generation</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute DISRUPTION_BUDGET__OBSERVED_GENERATION = eINSTANCE.getDisruptionBudget_ObservedGeneration();

		/**
		 * The meta object literal for the '<em><b>Always Allow Unhealthy</b></em>' attribute feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EAttribute DISRUPTION_BUDGET__ALWAYS_ALLOW_UNHEALTHY = eINSTANCE.getDisruptionBudget_AlwaysAllowUnhealthy();

		/**
		 * The meta object literal for the '<em><b>Cluster</b></em>' container reference feature.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @generated
		 */
		public static final EReference DISRUPTION_BUDGET__CLUSTER = eINSTANCE.getDisruptionBudget_Cluster();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.ConnectionState <em>Connection State</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.ConnectionState
		 * @see podium.model.fleet.impl.FleetPackageImpl#getConnectionState()
		 * @generated
		 */
		public static final EEnum CONNECTION_STATE = eINSTANCE.getConnectionState();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.Protection <em>Protection</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.Protection
		 * @see podium.model.fleet.impl.FleetPackageImpl#getProtection()
		 * @generated
		 */
		public static final EEnum PROTECTION = eINSTANCE.getProtection();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.Readiness <em>Readiness</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.Readiness
		 * @see podium.model.fleet.impl.FleetPackageImpl#getReadiness()
		 * @generated
		 */
		public static final EEnum READINESS = eINSTANCE.getReadiness();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.Health <em>Health</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.Health
		 * @see podium.model.fleet.impl.FleetPackageImpl#getHealth()
		 * @generated
		 */
		public static final EEnum HEALTH = eINSTANCE.getHealth();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.Vendor <em>Vendor</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.Vendor
		 * @see podium.model.fleet.impl.FleetPackageImpl#getVendor()
		 * @generated
		 */
		public static final EEnum VENDOR = eINSTANCE.getVendor();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.LinkKind <em>Link Kind</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.LinkKind
		 * @see podium.model.fleet.impl.FleetPackageImpl#getLinkKind()
		 * @generated
		 */
		public static final EEnum LINK_KIND = eINSTANCE.getLinkKind();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.JobState <em>Job State</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.JobState
		 * @see podium.model.fleet.impl.FleetPackageImpl#getJobState()
		 * @generated
		 */
		public static final EEnum JOB_STATE = eINSTANCE.getJobState();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.Purpose <em>Purpose</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.Purpose
		 * @see podium.model.fleet.impl.FleetPackageImpl#getPurpose()
		 * @generated
		 */
		public static final EEnum PURPOSE = eINSTANCE.getPurpose();

		/**
		 * The meta object literal for the '{@link podium.model.fleet.TaskPhase <em>Task Phase</em>}' enum.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.fleet.TaskPhase
		 * @see podium.model.fleet.impl.FleetPackageImpl#getTaskPhase()
		 * @generated
		 */
		public static final EEnum TASK_PHASE = eINSTANCE.getTaskPhase();

		/**
		 * The meta object literal for the '<em>Instant</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see java.time.Instant
		 * @see podium.model.fleet.impl.FleetPackageImpl#getInstant()
		 * @generated
		 */
		public static final EDataType INSTANT = eINSTANCE.getInstant();

		/**
		 * The meta object literal for the '<em>Labels</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.value.Labels
		 * @see podium.model.fleet.impl.FleetPackageImpl#getLabels()
		 * @generated
		 */
		public static final EDataType LABELS = eINSTANCE.getLabels();

		/**
		 * The meta object literal for the '<em>Label Selector</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.value.LabelSelector
		 * @see podium.model.fleet.impl.FleetPackageImpl#getLabelSelector()
		 * @generated
		 */
		public static final EDataType LABEL_SELECTOR = eINSTANCE.getLabelSelector();

		/**
		 * The meta object literal for the '<em>Resources</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.value.Resources
		 * @see podium.model.fleet.impl.FleetPackageImpl#getResources()
		 * @generated
		 */
		public static final EDataType RESOURCES = eINSTANCE.getResources();

		/**
		 * The meta object literal for the '<em>Taints</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.value.Taints
		 * @see podium.model.fleet.impl.FleetPackageImpl#getTaints()
		 * @generated
		 */
		public static final EDataType TAINTS = eINSTANCE.getTaints();

		/**
		 * The meta object literal for the '<em>Task Spec</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.value.TaskSpec
		 * @see podium.model.fleet.impl.FleetPackageImpl#getTaskSpec()
		 * @generated
		 */
		public static final EDataType TASK_SPEC = eINSTANCE.getTaskSpec();

		/**
		 * The meta object literal for the '<em>Task Groups</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.value.TaskGroups
		 * @see podium.model.fleet.impl.FleetPackageImpl#getTaskGroups()
		 * @generated
		 */
		public static final EDataType TASK_GROUPS = eINSTANCE.getTaskGroups();

		/**
		 * The meta object literal for the '<em>Work Kind</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.value.WorkKind
		 * @see podium.model.fleet.impl.FleetPackageImpl#getWorkKind()
		 * @generated
		 */
		public static final EDataType WORK_KIND = eINSTANCE.getWorkKind();

		/**
		 * The meta object literal for the '<em>Controller Ref</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.value.ControllerRef
		 * @see podium.model.fleet.impl.FleetPackageImpl#getControllerRef()
		 * @generated
		 */
		public static final EDataType CONTROLLER_REF = eINSTANCE.getControllerRef();

		/**
		 * The meta object literal for the '<em>Conditions</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.value.Conditions
		 * @see podium.model.fleet.impl.FleetPackageImpl#getConditions()
		 * @generated
		 */
		public static final EDataType CONDITIONS = eINSTANCE.getConditions();

		/**
		 * The meta object literal for the '<em>Device Ids</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.value.DeviceIds
		 * @see podium.model.fleet.impl.FleetPackageImpl#getDeviceIds()
		 * @generated
		 */
		public static final EDataType DEVICE_IDS = eINSTANCE.getDeviceIds();

		/**
		 * The meta object literal for the '<em>Device Taints</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.value.DeviceTaints
		 * @see podium.model.fleet.impl.FleetPackageImpl#getDeviceTaints()
		 * @generated
		 */
		public static final EDataType DEVICE_TAINTS = eINSTANCE.getDeviceTaints();

		/**
		 * The meta object literal for the '<em>Cluster Facts</em>' data type.
		 * <!-- begin-user-doc -->
		 * <!-- end-user-doc -->
		 * @see podium.model.value.ClusterFacts
		 * @see podium.model.fleet.impl.FleetPackageImpl#getClusterFacts()
		 * @generated
		 */
		public static final EDataType CLUSTER_FACTS = eINSTANCE.getClusterFacts();

	}

} //FleetPackageImpl
