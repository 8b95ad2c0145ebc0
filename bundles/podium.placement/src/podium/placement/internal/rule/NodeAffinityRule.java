// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.model.value.TaskSpec;

/** Node selector and required node affinity, each with the reason in words (scheduler plugin nodeaffinity). */
public final class NodeAffinityRule {
    /** The well-known label a pin names. */
    public static final String HOSTNAME = "kubernetes.io/hostname";

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
        return node.get(key).map(value -> ", the node has " + value).orElse(", the node has no such label");
    }
}
