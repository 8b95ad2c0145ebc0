// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.api.KueueNames;
import podium.model.fleet.Job;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.model.value.TaskSpec;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/** Node selector and required node affinity, each with the reason in words (scheduler plugin nodeaffinity). */
public final class NodeAffinityRule {
    /** The well-known label a pin names. */
    public static final String HOSTNAME = "kubernetes.io/hostname";

    private static final String PIN = "its pin on ";
    private static final String REPLACED = " is replaced";
    private static final String ANEW = "Kueue's assignment to ";
    private static final String BY_TOPOLOGY = " by topology";

    private NodeAffinityRule() {}

    static Optional<String> selectorReason(TaskSpec spec, Labels node) {
        if (node.containsAll(spec.nodeSelector())) {
            return Optional.empty();
        }
        StringBuilder first = new StringBuilder();
        spec.nodeSelector().forEach((key, value) -> {
            if (first.isEmpty() && !node.is(key, value)) {
                first.append("node selector asks for ")
                        .append(key)
                        .append('=')
                        .append(value)
                        .append(has(node, key));
            }
        });
        return Optional.of(first.toString());
    }

    /** True when the only entry of the selector the node does not have is the pin on a host. */
    static boolean onlyPinDiffers(TaskSpec spec, Labels node) {
        boolean[] pinOnly = {spec.nodeSelector().has(HOSTNAME)};
        spec.nodeSelector().forEach((key, value) -> pinOnly[0] &= HOSTNAME.equals(key) || node.is(key, value));
        return pinOnly[0];
    }

    /**
     * The host that Kueue has assigned to a pod by topology. It stands in the pod's node selector like a pin, but not in its job's
     * template (kueue pkg/controller/tas/topology_ungater.go).
     */
    public static Optional<String> assigned(TaskProbe probe) {
        Job job = probe.job;
        if (probe.task.isEmpty() || job.getQueueName() == null) {
            return Optional.empty();
        }
        boolean pinned = job.getSpec() == null
                ? !probe.labels.has(KueueNames.ASSIGNED)
                : job.getSpec().nodeSelector().has(HOSTNAME);
        return pinned ? Optional.empty() : probe.spec.nodeSelector().get(HOSTNAME);
    }

    /** What has to happen where Kueue has assigned another host by topology, which is no pin. */
    static String anew(String host) {
        return ANEW + host + BY_TOPOLOGY + " is given up, and its nodes are assigned again";
    }

    /** What has to happen where it is pinned to another host. */
    static String replaced(String host) {
        return PIN + host + REPLACED;
    }

    /**
     * The host that something is held to as long as nobody places it anew, in words.
     *
     * @param reasons of a verdict on another node
     */
    public static Optional<String> heldElsewhere(List<String> reasons) {
        for (String reason : reasons) {
            if (reason.startsWith(PIN) && reason.endsWith(REPLACED)) {
                return Optional.of(Texts.of(
                        "NodeAffinityRule.itIsPinnedTo",
                        reason.substring(PIN.length(), reason.length() - REPLACED.length())));
            }
            if (reason.startsWith(ANEW)) {
                int end = reason.indexOf(BY_TOPOLOGY);
                return Optional.of(Texts.of(
                        "NodeAffinityRule.kueueAssignedItTo", reason.substring(ANEW.length(), end), BY_TOPOLOGY));
            }
        }
        return Optional.empty();
    }

    static Optional<String> affinityReason(TaskSpec spec, String name, Labels node) {
        List<NodeTerm> terms = spec.requiredNodes();
        if (terms.isEmpty() || terms.stream().anyMatch(term -> term.matches(name, node))) {
            return Optional.empty();
        }
        if (terms.size() > 1) {
            return Optional.of("node affinity: none of its " + terms.size() + " terms matches");
        }
        NodeTerm term = terms.getFirst();
        for (Requirement requirement : term.labels()) {
            if (!requirement.matches(node)) {
                return Optional.of("node affinity asks for " + words(requirement) + has(node, requirement.key()));
            }
        }
        return Optional.of("node affinity asks for "
                + term.fields().stream().map(NodeAffinityRule::words).collect(Collectors.joining(", ")));
    }

    static String words(Requirement requirement) {
        return requirement.key() + " " + requirement.operator()
                + (requirement.values().isEmpty() ? "" : " " + requirement.values());
    }

    private static String has(Labels node, String key) {
        return node.get(key)
                .map(value -> Texts.of("NodeAffinityRule.theNodeHas", value))
                .orElse(Texts.of("NodeAffinityRule.theNodeHasNo"));
    }
}
