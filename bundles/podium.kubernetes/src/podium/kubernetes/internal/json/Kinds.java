// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import podium.core.change.Change;

/** The kinds the mirror follows: nodes and pods, every workload kind that holds GPUs, queues, budgets, devices. */
public final class Kinds {
    private static final List<String> V1 = List.of("v1");
    /** KEP-4671; v1alpha1 has no PodGroup, only Workload. */
    private static final List<String> NATIVE = List.of("v1beta1", "v1alpha3", "v1alpha2", "v1alpha1");

    private static final String DRA = "resource.k8s.io";
    private static final List<String> DRA_VERSIONS = List.of("v1", "v1beta2", "v1beta1");
    /** Stable in 1.37, beta in 1.36 and alpha before, off unless asked for (KEP-5055). */
    private static final List<String> TAINT_VERSIONS = List.of("v1beta2", "v1alpha3", "v1");

    private static final String VOLCANO = "scheduling.volcano.sh";
    private static final List<String> KUEUE = List.of("v1beta2", "v1beta1");

    /** All of them, the ones an operator waits for first. */
    public static final List<Kind> ALL = List.of(
            new Kind(
                    "",
                    V1,
                    "nodes",
                    "Node",
                    false,
                    true,
                    shared -> new JsonTreeDecoder(NodeDecoder::of, NodeDecoder::farewell)),
            new Kind("", V1, "pods", "Pod", true, true, shared -> new PodDecoder(shared.specs())),
            plain("", V1, "namespaces", "Namespace", VolumeDecoder::namespace),
            namespaced("", V1, "persistentvolumeclaims", "PersistentVolumeClaim", VolumeDecoder::claim),
            plain("", V1, "persistentvolumes", "PersistentVolume", VolumeDecoder::volume),
            plain("storage.k8s.io", V1, "storageclasses", "StorageClass", VolumeDecoder::storageClass),
            namespaced("", V1, "resourcequotas", "ResourceQuota", QueueDecoder::quota),
            plain("scheduling.k8s.io", V1, "priorityclasses", "PriorityClass", BudgetDecoder::priority),
            namespaced("policy", V1, "poddisruptionbudgets", "PodDisruptionBudget", BudgetDecoder::of),
            new Kind(DRA, DRA_VERSIONS, "resourceslices", "ResourceSlice", false, false, shared -> slices()),
            plain(DRA, DRA_VERSIONS, "deviceclasses", "DeviceClass", ClaimDecoder::deviceClass),
            new Kind(
                    DRA,
                    DRA_VERSIONS,
                    "resourceclaims",
                    "ResourceClaim",
                    true,
                    false,
                    shared -> new JsonTreeDecoder(new ClaimDecoder()::claim)),
            new Kind(
                    DRA,
                    DRA_VERSIONS,
                    "resourceclaimtemplates",
                    "ResourceClaimTemplate",
                    true,
                    false,
                    shared -> new JsonTreeDecoder(new ClaimDecoder()::template)),
            plain(DRA, TAINT_VERSIONS, "devicetaintrules", "DeviceTaintRule", ClaimDecoder::taintRule),
            plain("kueue.x-k8s.io", KUEUE, "clusterqueues", "ClusterQueue", QueueDecoder::clusterQueue),
            namespaced("kueue.x-k8s.io", KUEUE, "localqueues", "LocalQueue", QueueDecoder::localQueue),
            plain(
                    "kueue.x-k8s.io",
                    List.of("v1beta2", "v1beta1", "v1alpha1"),
                    "cohorts",
                    "Cohort",
                    QuotaDecoder::cohort),
            plain("kueue.x-k8s.io", KUEUE, "resourceflavors", "ResourceFlavor", QuotaDecoder::flavor),
            plain(VOLCANO, List.of("v1beta1"), "queues", "Queue", QueueDecoder::volcano),
            plain("scheduling.run.ai", List.of("v2", "v1"), "queues", "Queue", QueueDecoder::kai),
            namespaced("kueue.x-k8s.io", KUEUE, "workloads", "Workload", Kinds::kueueWorkload),
            namespaced(VOLCANO, List.of("v1beta1"), "podgroups", "PodGroup", Kinds::volcanoPodGroup),
            gang("scheduling.run.ai", List.of("v2alpha2"), "podgroups", "PodGroup", GangDecoder::kai),
            gang("scheduling.x-k8s.io", List.of("v1alpha1"), "podgroups", "PodGroup", GangDecoder::coscheduling),
            gang("scheduling.k8s.io", NATIVE, "podgroups", "PodGroup", GangDecoder::podGroup),
            gang("scheduling.k8s.io", NATIVE, "workloads", "Workload", GangDecoder::workload),
            workload("apps", V1, "deployments", "Deployment", WorkloadShape::replicas),
            workload("apps", V1, "replicasets", "ReplicaSet", WorkloadShape::replicas),
            workload("apps", V1, "statefulsets", "StatefulSet", WorkloadShape::replicas),
            workload("apps", V1, "daemonsets", "DaemonSet", WorkloadShape::daemonSet),
            workload("batch", V1, "jobs", "Job", WorkloadShape::job),
            workload("jobset.x-k8s.io", List.of("v1", "v1alpha2"), "jobsets", "JobSet", WorkloadShape::jobSet),
            workload(
                    "trainer.kubeflow.org",
                    List.of("v1", "v1alpha1"),
                    "trainjobs",
                    "TrainJob",
                    WorkloadShape::trainJob),
            workload("kubeflow.org", V1, "pytorchjobs", "PyTorchJob", WorkloadShape::kubeflow),
            workload("kubeflow.org", V1, "tfjobs", "TFJob", WorkloadShape::kubeflow),
            workload("kubeflow.org", V1, "jaxjobs", "JAXJob", WorkloadShape::kubeflow),
            workload("kubeflow.org", V1, "xgboostjobs", "XGBoostJob", WorkloadShape::kubeflow),
            workload("kubeflow.org", V1, "paddlejobs", "PaddleJob", WorkloadShape::kubeflow),
            workload("kubeflow.org", List.of("v2beta1", "v1"), "mpijobs", "MPIJob", WorkloadShape::kubeflow),
            workload("kubeflow.org", List.of("v1", "v1beta1"), "notebooks", "Notebook", WorkloadShape::notebook),
            workload("kubeflow.org", List.of("v1beta1"), "experiments", "Experiment", WorkloadShape::owner),
            workload("kubeflow.org", List.of("v1beta1"), "trials", "Trial", WorkloadShape::owner),
            workload("ray.io", V1, "rayclusters", "RayCluster", WorkloadShape::rayCluster),
            workload("ray.io", V1, "rayjobs", "RayJob", WorkloadShape::rayJob),
            workload("ray.io", V1, "rayservices", "RayService", WorkloadShape::rayService),
            workload(
                    "leaderworkerset.x-k8s.io",
                    V1,
                    "leaderworkersets",
                    "LeaderWorkerSet",
                    WorkloadShape::leaderWorkerSet),
            workload("batch.volcano.sh", List.of("v1alpha1"), "jobs", "Job", WorkloadShape::volcanoJob),
            workload(
                    "serving.kserve.io",
                    List.of("v1beta1"),
                    "inferenceservices",
                    "InferenceService",
                    WorkloadShape::inferenceService),
            workload(
                    "serving.kserve.io",
                    List.of("v1alpha2", "v1alpha1"),
                    "llminferenceservices",
                    "LLMInferenceService",
                    WorkloadShape::llmInferenceService),
            workload("serving.knative.dev", V1, "services", "Service", WorkloadShape::owner),
            workload("serving.knative.dev", V1, "configurations", "Configuration", WorkloadShape::owner),
            workload("serving.knative.dev", V1, "revisions", "Revision", WorkloadShape::owner),
            workload("flow.volcano.sh", List.of("v1alpha1"), "jobflows", "JobFlow", WorkloadShape::owner),
            workload("argoproj.io", List.of("v1alpha1"), "workflows", "Workflow", WorkloadShape::owner),
            workload("workload.codeflare.dev", List.of("v1beta2"), "appwrappers", "AppWrapper", WorkloadShape::owner));

    private Kinds() {}

    /**
     * The kind of that name.
     *
     * @param group empty for core
     */
    public static Optional<Kind> of(String group, String kind) {
        return ALL.stream()
                .filter(one -> one.group().equals(group) && one.kind().equals(kind))
                .findFirst();
    }

    private static ObjectDecoder slices() {
        OfferedDeviceDecoder offers = new OfferedDeviceDecoder();
        return new JsonTreeDecoder(slice -> ResourceSliceDecoder.whole(slice, offers), ResourceSliceDecoder::farewell);
    }

    private static Kind plain(
            String group, List<String> versions, String resource, String kind, Function<JsonTree, List<Change>> meaning) {
        return new Kind(group, versions, resource, kind, false, false, shared -> new JsonTreeDecoder(meaning));
    }

    private static Kind namespaced(
            String group, List<String> versions, String resource, String kind, Function<JsonTree, List<Change>> meaning) {
        return new Kind(group, versions, resource, kind, true, false, shared -> new JsonTreeDecoder(meaning));
    }

    private static List<Change> kueueWorkload(JsonTree workload) {
        List<Change> changes = new ArrayList<>(
                GangDecoder.named(GangDecoder.kueue(workload), "kueue.x-k8s.io/" + KUEUE.getFirst(), "Workload"));
        changes.add(QuotaDecoder.workload(workload));
        return changes;
    }

    private static List<Change> volcanoPodGroup(JsonTree group) {
        List<Change> changes =
                new ArrayList<>(GangDecoder.named(GangDecoder.volcano(group), VOLCANO + "/v1beta1", "PodGroup"));
        changes.add(QuotaDecoder.podGroup(group));
        return changes;
    }

    private static Kind gang(
            String group,
            List<String> versions,
            String resource,
            String kind,
            Function<JsonTree, Change.GangSeen> meaning) {
        String apiVersion = group + "/" + versions.getFirst();
        return namespaced(
                group, versions, resource, kind, gang -> GangDecoder.named(meaning.apply(gang), apiVersion, kind));
    }

    private static Kind workload(
            String group, List<String> versions, String resource, String kind, WorkloadShape.Reader shape) {
        String apiVersion = group + "/" + versions.getFirst();
        return new Kind(
                group,
                versions,
                resource,
                kind,
                true,
                false,
                shared -> RetryDecoder.with(group, kind, new WorkloadDecoder(apiVersion, kind, shape, shared.specs())));
    }
}
