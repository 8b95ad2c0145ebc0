// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import podium.core.change.Change;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.JsonTreeDecoder;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.ObjectDecoder;
import podium.kubernetes.internal.json.WorkKinds;
import podium.kubernetes.internal.json.WorkloadReader;

/** The kinds the mirror follows: nodes and pods, every workload kind that is known, queues, budgets, devices. */
public final class Kinds {
    private static final List<String> V1 = List.of("v1");
    /** KEP-4671; v1alpha1 has no PodGroup, only Workload. */
    private static final List<String> NATIVE = List.of("v1beta1", "v1alpha3", "v1alpha2", "v1alpha1");

    private static final String DRA = "resource.k8s.io";
    private static final List<String> DRA_VERSIONS = List.of("v1", "v1beta2", "v1beta1", "v1alpha3", "v1alpha2");
    /** Stable in 1.37, beta in 1.36 and alpha before, off unless asked for (KEP-5055). */
    private static final List<String> TAINT_VERSIONS = List.of("v1beta2", "v1alpha3", "v1");

    private static final String VOLCANO = "scheduling.volcano.sh";
    private static final List<String> KUEUE = List.of("v1beta2", "v1beta1");

    /** Those that are no workloads, the ones an operator waits for first. */
    private static List<Kind> others(WorkKinds kinds) {
        return List.of(
                new Kind(
                        "",
                        V1,
                        "nodes",
                        "Node",
                        false,
                        true,
                        shared -> new JsonTreeDecoder(NodeDecoder::of, NodeDecoder::farewell)),
                new Kind("", V1, "pods", "Pod", true, true, shared -> new PodDecoder(shared.specs(), kinds)),
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
                namespaced("kueue.x-k8s.io", KUEUE, "workloads", "Workload", one -> kueueWorkload(one, kinds)),
                namespaced(VOLCANO, List.of("v1beta1"), "podgroups", "PodGroup", one -> volcanoPodGroup(one, kinds)),
                namespaced("scheduling.run.ai", List.of("v2alpha2"), "podgroups", "PodGroup", one -> kai(one, kinds)),
                gang(
                        "scheduling.x-k8s.io",
                        List.of("v1alpha1"),
                        "podgroups",
                        "PodGroup",
                        GangDecoder::coscheduling,
                        kinds),
                namespaced("scheduling.k8s.io", NATIVE, "podgroups", "PodGroup", one -> podGroup(one, kinds)),
                gang("scheduling.k8s.io", NATIVE, "workloads", "Workload", GangDecoder::workload, kinds));
    }

    private Kinds() {}

    /** All of them, workloads last. */
    public static List<Kind> with(List<? extends WorkloadReader> workloads, WorkKinds kinds) {
        List<Kind> all = new ArrayList<>(others(kinds));
        workloads.stream()
                .filter(WorkloadReader::isMirrored)
                .map(one -> workload(one, kinds))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static ObjectDecoder slices() {
        OfferedDeviceDecoder offers = new OfferedDeviceDecoder();
        return new JsonTreeDecoder(slice -> ResourceSliceDecoder.whole(slice, offers), ResourceSliceDecoder::farewell);
    }

    private static Kind plain(
            String group,
            List<String> versions,
            String resource,
            String kind,
            Function<JsonTree, List<Change>> meaning) {
        return new Kind(group, versions, resource, kind, false, false, shared -> new JsonTreeDecoder(meaning));
    }

    private static Kind namespaced(
            String group,
            List<String> versions,
            String resource,
            String kind,
            Function<JsonTree, List<Change>> meaning) {
        return new Kind(group, versions, resource, kind, true, false, shared -> new JsonTreeDecoder(meaning));
    }

    private static List<Change> kueueWorkload(JsonTree workload, WorkKinds kinds) {
        List<Change> changes = new ArrayList<>(GangDecoder.named(
                GangDecoder.kueue(workload, kinds), "kueue.x-k8s.io/" + KUEUE.getFirst(), "Workload", kinds));
        changes.add(QuotaDecoder.workload(workload));
        return changes;
    }

    private static List<Change> volcanoPodGroup(JsonTree group, WorkKinds kinds) {
        List<Change> changes =
                new ArrayList<>(GangDecoder.named(GangDecoder.volcano(group), VOLCANO + "/v1beta1", "PodGroup", kinds));
        changes.add(QuotaDecoder.podGroup(group));
        return changes;
    }

    private static List<Change> kai(JsonTree group, WorkKinds kinds) {
        List<Change> changes = new ArrayList<>(
                GangDecoder.named(GangDecoder.kai(group), "scheduling.run.ai/v2alpha2", "PodGroup", kinds));
        changes.add(QuotaDecoder.podGroup(group, GroupTerms.kai(group.at("spec"))));
        return changes;
    }

    private static List<Change> podGroup(JsonTree group, WorkKinds kinds) {
        List<Change> changes = new ArrayList<>(GangDecoder.named(
                GangDecoder.podGroup(group), "scheduling.k8s.io/" + NATIVE.getFirst(), "PodGroup", kinds));
        changes.add(QuotaDecoder.podGroup(group, GroupTerms.ofKubernetes(group.at("spec"))));
        return changes;
    }

    private static Kind gang(
            String group,
            List<String> versions,
            String resource,
            String kind,
            Function<JsonTree, Change.GangSeen> meaning,
            WorkKinds kinds) {
        String apiVersion = group + "/" + versions.getFirst();
        return namespaced(
                group,
                versions,
                resource,
                kind,
                gang -> GangDecoder.named(meaning.apply(gang), apiVersion, kind, kinds));
    }

    /** The collection of a kind of workload. */
    public static Kind workload(WorkloadReader kind, WorkKinds kinds) {
        KindName name = kind.name();
        return new Kind(
                name.group(),
                name.versions(),
                name.resource(),
                name.kind(),
                true,
                false,
                shared -> RetryDecoder.with(kind, kinds, new WorkloadDecoder(kind, kinds, shared.specs())));
    }
}
