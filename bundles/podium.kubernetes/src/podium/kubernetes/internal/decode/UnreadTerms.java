// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.texts.Texts;
import podium.model.value.Labels;

/**
 * What a pod or its workload says about where it may run that only its own scheduler reads, in words as they stand after "depends
 * on". Annotations: Kueue's page on topology aware scheduling; KAI docs/topology; volcano.sh/apis topology/v1alpha1 labels.go and
 * Volcano's design of NUMA awareness; HAMi's guide, page configure, and pkg/device of Project-HAMi/HAMi for each maker; Koordinator
 * apis/extension; YuniKorn's page on gang scheduling; sub-slices of TPU7x in Google's guide of GKE; labels and annotations of pods in
 * the guide of Ascend/mind-cluster (sp-block, ra-block, tor-affinity, npu-310-strategy);
 * JobSet and LeaderWorkerSet api, exclusive-topology. What a node must declare: KEP-5328,
 * k8s.io/component-helpers/nodedeclaredfeatures/features.
 */
final class UnreadTerms {
    private static final int LONGEST = 80;

    private static final Set<String> ANNOTATIONS = Set.of(
            "kueue.x-k8s.io/podset-required-topology",
            "kueue.x-k8s.io/podset-slice-required-topology",
            "kueue.x-k8s.io/podset-slice-required-topology-constraints",
            "kueue.x-k8s.io/podset-group-name",
            "kai.scheduler/topology-required-placement",
            "volcano.sh/network-topology-highest-tier",
            "volcano.sh/network-topology-highest-tier-allowed",
            "volcano.sh/numa-topology-policy",
            "nvidia.com/vgpu-mode",
            "sp-block",
            "ra-block",
            "huawei.com/affinity-config",
            "cloud.google.com/gke-tpu-slice-topology",
            "scheduling.koordinator.sh/device-joint-allocate",
            "scheduling.koordinator.sh/resource-spec",
            "scheduling.koordinator.sh/gpu-partition-spec",
            "scheduling.koordinator.sh/network-topology-spec",
            "yunikorn.apache.org/task-groups");
    /** Which devices HAMi may give and which not, of any maker: hami.io/use-xpu-uuid, aws.amazon.com/nouse-gpuuuid. */
    private static final Pattern CHOICE =
            Pattern.compile("hami\\.io/(no-)?use-.+-uuid|[a-z.-]+/(no)?use-(gpuuuid|[a-z]+type|biren)");

    /** Labels that do, by their values. */
    private static final Map<String, Set<String>> LABELS =
            Map.of("npu-310-strategy", Set.of("card"), "tor-affinity", Set.of("large-model-schema", "normal-schema"));

    /** Of a workload: its pods get rules that are read once they are there. */
    private static final Set<String> OF_WORKLOADS = Set.of(
            "alpha.jobset.sigs.k8s.io/exclusive-topology",
            "leaderworkerset.sigs.k8s.io/exclusive-topology",
            "leaderworkerset.sigs.k8s.io/subgroup-exclusive-topology");

    private UnreadTerms() {}

    /** True for an annotation of a pod that says where it may run. */
    static boolean is(String annotation) {
        return ANNOTATIONS.contains(annotation)
                || annotation.indexOf("use-") > 0 && CHOICE.matcher(annotation).matches();
    }

    /** What labels of a pod say, in words. */
    static List<String> of(Labels labels) {
        List<String> unread = new ArrayList<>();
        LABELS.forEach((key, values) ->
                labels.get(key).filter(values::contains).ifPresent(value -> unread.add("label " + key + "=" + value)));
        return unread;
    }

    /** An annotation in words that need no escapes in JSON. */
    static String words(String annotation, String value) {
        StringBuilder words =
                new StringBuilder("annotation ").append(annotation).append('=');
        int end = words.length() + LONGEST;
        for (int i = 0; i < value.length() && words.length() < end; i++) {
            char c = value.charAt(i);
            words.append(c < ' ' || c > '~' || c == '"' || c == '\\' ? '?' : c);
        }
        return words.toString();
    }

    /** Of a pod, a pod template, or a pod as the mirror keeps it. */
    static List<String> of(JsonTree pod) {
        JsonTree spec = pod.at("spec");
        List<String> unread = new ArrayList<>(spec.at("unread").texts());
        annotations(pod.at("metadata", "annotations"), UnreadTerms::is, unread);
        unread.addAll(of(pod.at("metadata", "labels").labels()));
        features(spec, unread);
        return unread;
    }

    /** Of a workload: what holds for all its pods. */
    static List<String> ofWorkload(JsonTree metadata) {
        List<String> unread = new ArrayList<>();
        annotations(metadata.at("annotations"), UnreadTerms::is, unread);
        annotations(metadata.at("annotations"), OF_WORKLOADS::contains, unread);
        return unread;
    }

    private static void annotations(JsonTree annotations, Predicate<String> which, List<String> unread) {
        annotations.fields((key, value) -> {
            if (which.test(key)) {
                unread.add(words(key, value.text()));
            }
        });
    }

    private static void features(JsonTree spec, List<String> unread) {
        if (spec.flag("hostNetwork") && "false".equals(spec.text("hostUsers"))) {
            unread.add(declared("UserNamespacesHostNetworkSupport"));
        }
        boolean all = List.of("containers", "initContainers").stream()
                .flatMap(kind -> spec.at(kind).elements().stream())
                .flatMap(container -> container.at("restartPolicyRules").elements().stream())
                .anyMatch(rule -> "RestartAllContainers".equals(rule.text("action")));
        if (all) {
            unread.add(declared("RestartAllContainersOnContainerExits"));
        }
    }

    private static String declared(String feature) {
        return Texts.of("UnreadTerms.theFeatureThatTheNode", feature);
    }
}
