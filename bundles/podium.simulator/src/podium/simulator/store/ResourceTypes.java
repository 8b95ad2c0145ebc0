// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import java.util.List;

/** The kinds that are served from the start. */
public final class ResourceTypes {

    public static final ResourceType NAMESPACE = cluster("", "v1", "namespaces", "Namespace", "ns");
    public static final ResourceType NODE = cluster("", "v1", "nodes", "Node", "no");
    public static final ResourceType PERSISTENT_VOLUME =
            cluster("", "v1", "persistentvolumes", "PersistentVolume", "pv");
    public static final ResourceType POD = all("", "v1", "pods", "Pod", "po");
    public static final ResourceType SERVICE = all("", "v1", "services", "Service", "svc");
    public static final ResourceType EVENT = space("", "v1", "events", "Event", "ev");
    public static final ResourceType CONFIG_MAP = space("", "v1", "configmaps", "ConfigMap", "cm");
    public static final ResourceType SECRET = space("", "v1", "secrets", "Secret");
    public static final ResourceType SERVICE_ACCOUNT = space("", "v1", "serviceaccounts", "ServiceAccount", "sa");
    public static final ResourceType PERSISTENT_VOLUME_CLAIM =
            space("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", "pvc");
    public static final ResourceType RESOURCE_QUOTA = space("", "v1", "resourcequotas", "ResourceQuota", "quota");
    public static final ResourceType LIMIT_RANGE = space("", "v1", "limitranges", "LimitRange", "limits");
    public static final ResourceType ENDPOINTS =
            new ResourceType("", "v1", "endpoints", "endpoints", "Endpoints", true, List.of("ep"), List.of());
    public static final ResourceType DEPLOYMENT = all("apps", "v1", "deployments", "Deployment", "deploy");
    public static final ResourceType REPLICA_SET = all("apps", "v1", "replicasets", "ReplicaSet", "rs");
    public static final ResourceType STATEFUL_SET = all("apps", "v1", "statefulsets", "StatefulSet", "sts");
    public static final ResourceType DAEMON_SET = all("apps", "v1", "daemonsets", "DaemonSet", "ds");
    public static final ResourceType CONTROLLER_REVISION =
            space("apps", "v1", "controllerrevisions", "ControllerRevision");
    public static final ResourceType JOB = all("batch", "v1", "jobs", "Job");
    public static final ResourceType CRON_JOB = all("batch", "v1", "cronjobs", "CronJob", "cj");
    public static final ResourceType POD_DISRUPTION_BUDGET =
            space("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", "pdb");
    public static final ResourceType PRIORITY_CLASS = new ResourceType(
            "scheduling.k8s.io",
            "v1",
            "priorityclasses",
            "priorityclass",
            "PriorityClass",
            false,
            List.of("pc"),
            List.of());
    public static final ResourceType LEASE = space("coordination.k8s.io", "v1", "leases", "Lease");
    public static final ResourceType RESOURCE_SLICE =
            cluster("resource.k8s.io", "v1", "resourceslices", "ResourceSlice");
    public static final ResourceType RESOURCE_CLAIM = space("resource.k8s.io", "v1", "resourceclaims", "ResourceClaim");
    public static final ResourceType RESOURCE_CLAIM_TEMPLATE =
            space("resource.k8s.io", "v1", "resourceclaimtemplates", "ResourceClaimTemplate");
    public static final ResourceType DEVICE_CLASS = new ResourceType(
            "resource.k8s.io", "v1", "deviceclasses", "deviceclass", "DeviceClass", false, List.of(), List.of());
    public static final ResourceType DEVICE_TAINT_RULE =
            cluster("resource.k8s.io", "v1beta2", "devicetaintrules", "DeviceTaintRule");
    public static final ResourceType ENDPOINT_SLICE =
            space("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice");
    public static final ResourceType STORAGE_CLASS = new ResourceType(
            "storage.k8s.io", "v1", "storageclasses", "storageclass", "StorageClass", false, List.of("sc"), List.of());
    public static final ResourceType RUNTIME_CLASS = new ResourceType(
            "node.k8s.io", "v1", "runtimeclasses", "runtimeclass", "RuntimeClass", false, List.of(), List.of());
    public static final ResourceType ROLE = space("rbac.authorization.k8s.io", "v1", "roles", "Role");
    public static final ResourceType ROLE_BINDING =
            space("rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding");
    public static final ResourceType CLUSTER_ROLE =
            cluster("rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole");
    public static final ResourceType CLUSTER_ROLE_BINDING =
            cluster("rbac.authorization.k8s.io", "v1", "clusterrolebindings", "ClusterRoleBinding");
    public static final ResourceType HORIZONTAL_POD_AUTOSCALER =
            all("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", "hpa");
    public static final ResourceType INGRESS = new ResourceType(
            "networking.k8s.io", "v1", "ingresses", "ingress", "Ingress", true, List.of("ing"), List.of());
    public static final ResourceType INGRESS_CLASS = new ResourceType(
            "networking.k8s.io", "v1", "ingressclasses", "ingressclass", "IngressClass", false, List.of(), List.of());
    public static final ResourceType VOLUME_ATTACHMENT =
            cluster("storage.k8s.io", "v1", "volumeattachments", "VolumeAttachment");
    public static final ResourceType CUSTOM_RESOURCE_DEFINITION = new ResourceType(
            "apiextensions.k8s.io",
            "v1",
            "customresourcedefinitions",
            "customresourcedefinition",
            "CustomResourceDefinition",
            false,
            List.of("crd", "crds"),
            List.of("api-extensions"));

    private ResourceTypes() {}

    /** All of them, in the order in which discovery names them. */
    public static List<ResourceType> builtIn() {
        return List.of(
                CONFIG_MAP,
                ENDPOINTS,
                EVENT,
                LIMIT_RANGE,
                NAMESPACE,
                NODE,
                PERSISTENT_VOLUME_CLAIM,
                PERSISTENT_VOLUME,
                POD,
                RESOURCE_QUOTA,
                SECRET,
                SERVICE_ACCOUNT,
                SERVICE,
                CUSTOM_RESOURCE_DEFINITION,
                CONTROLLER_REVISION,
                DAEMON_SET,
                DEPLOYMENT,
                REPLICA_SET,
                STATEFUL_SET,
                HORIZONTAL_POD_AUTOSCALER,
                CRON_JOB,
                JOB,
                LEASE,
                ENDPOINT_SLICE,
                INGRESS_CLASS,
                INGRESS,
                RUNTIME_CLASS,
                POD_DISRUPTION_BUDGET,
                CLUSTER_ROLE_BINDING,
                CLUSTER_ROLE,
                ROLE_BINDING,
                ROLE,
                DEVICE_CLASS,
                RESOURCE_CLAIM,
                RESOURCE_CLAIM_TEMPLATE,
                RESOURCE_SLICE,
                DEVICE_TAINT_RULE,
                PRIORITY_CLASS,
                STORAGE_CLASS,
                VOLUME_ATTACHMENT);
    }

    private static ResourceType cluster(
            String group, String version, String plural, String kind, String... shortNames) {
        return of(group, version, plural, kind, false, List.of(), shortNames);
    }

    private static ResourceType space(String group, String version, String plural, String kind, String... shortNames) {
        return of(group, version, plural, kind, true, List.of(), shortNames);
    }

    private static ResourceType all(String group, String version, String plural, String kind, String... shortNames) {
        return of(group, version, plural, kind, true, List.of("all"), shortNames);
    }

    private static ResourceType of(
            String group,
            String version,
            String plural,
            String kind,
            boolean namespaced,
            List<String> categories,
            String... shortNames) {
        String singular = plural.substring(0, plural.length() - 1);
        return new ResourceType(group, version, plural, singular, kind, namespaced, List.of(shortNames), categories);
    }
}
