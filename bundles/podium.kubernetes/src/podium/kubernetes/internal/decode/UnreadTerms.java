// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import podium.kubernetes.internal.json.JsonTree;

/**
 * What a pod or its workload says about where it may run that only its own scheduler reads, in words as they stand after "depends
 * on". Annotations: Kueue's page on topology aware scheduling; KAI docs/topology; volcano.sh/apis topology/v1alpha1 labels.go and
 * Volcano's design of NUMA awareness; HAMi's guide, page configure; Koordinator apis/extension; YuniKorn's page on gang scheduling;
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
            "nvidia.com/use-gputype",
            "nvidia.com/nouse-gputype",
            "nvidia.com/use-gpuuuid",
            "nvidia.com/nouse-gpuuuid",
            "nvidia.com/vgpu-mode",
            "scheduling.koordinator.sh/resource-spec",
            "scheduling.koordinator.sh/gpu-partition-spec",
            "scheduling.koordinator.sh/network-topology-spec",
            "yunikorn.apache.org/task-groups");
    /** Of a workload: its pods get rules that are read once they are there. */
    private static final Set<String> OF_WORKLOADS = Set.of(
            "alpha.jobset.sigs.k8s.io/exclusive-topology",
            "leaderworkerset.sigs.k8s.io/exclusive-topology",
            "leaderworkerset.sigs.k8s.io/subgroup-exclusive-topology");

    private UnreadTerms() {}

    /** True for an annotation of a pod that says where it may run. */
    static boolean is(String annotation) {
        return ANNOTATIONS.contains(annotation);
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
        annotations(pod.at("metadata", "annotations"), ANNOTATIONS, unread);
        features(spec, unread);
        return unread;
    }

    /** Of a workload: what holds for all its pods. */
    static List<String> ofWorkload(JsonTree metadata) {
        List<String> unread = new ArrayList<>();
        annotations(metadata.at("annotations"), ANNOTATIONS, unread);
        annotations(metadata.at("annotations"), OF_WORKLOADS, unread);
        return unread;
    }

    private static void annotations(JsonTree annotations, Set<String> which, List<String> unread) {
        annotations.fields((key, value) -> {
            if (which.contains(key)) {
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
        return "the feature " + feature + " that the node has to declare";
    }
}
