// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.api.KueueNames;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.model.value.TaskSpec;
import podium.placement.Reason;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/** Node selector and required node affinity, each with the reason in words (scheduler plugin nodeaffinity). */
public final class NodeAffinityRule {
    /** The well-known label a pin names. */
    public static final String HOSTNAME = "kubernetes.io/hostname";

    private NodeAffinityRule() {}

    public static Optional<Reason> selectorReason(TaskSpec spec, Labels node) {
        List<Reason> first = new ArrayList<>(1);
        spec.nodeSelector().forEach((key, value) -> {
            if (first.isEmpty() && !node.is(key, value)) {
                first.add(asked(Texts.of("NodeAffinityRule.nodeSelectorAsksFor", key, value), node, key));
            }
        });
        return first.stream().findFirst();
    }

    /** True for an entry of the selector that another pin takes the place of. */
    public static boolean isPin(TaskProbe probe, String key) {
        return HOSTNAME.equals(key) || probe.pins.contains(key);
    }

    /** Where it is pinned to, in words, when nothing else of its selector keeps it off a node; empty: something else does, or nothing. */
    public static Optional<String> onlyPinDiffers(TaskProbe probe, Labels node) {
        List<String> pins = new ArrayList<>(1);
        boolean[] pinOnly = {true};
        probe.spec.nodeSelector().forEach((key, value) -> {
            if (HOSTNAME.equals(key) && !node.is(key, value)) {
                pins.addFirst(value);
            } else if (!node.is(key, value)) {
                pinOnly[0] &= isPin(probe, key);
                pins.add(CleanText.domain(key.substring(key.lastIndexOf('/') + 1), value));
            }
        });
        return pinOnly[0] && !pins.isEmpty() ? Optional.of(String.join(", ", pins)) : Optional.empty();
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
    static Reason anew(String host) {
        return new Reason(
                Texts.of("NodeAffinityRule.kueuesAssignmentIsGivenUp", host),
                Texts.of("NodeAffinityRule.kueueAssignedItTo", host),
                Reason.Kind.HELD);
    }

    /** What has to happen where Kueue admitted its pod to other nodes: the labels of those are in the pod alone. */
    static Optional<Reason> elsewhere(TaskProbe probe, Labels node) {
        List<Reason> first = new ArrayList<>(1);
        probe.task.flatMap(task -> Optional.ofNullable(task.getSpec())).ifPresent(spec -> spec.nodeSelector()
                .forEach((key, value) -> {
                    if (first.isEmpty()
                            && !node.is(key, value)
                            && !probe.spec.nodeSelector().is(key, value)) {
                        first.add(new Reason(
                                Texts.of("NodeAffinityRule.kueuesAdmissionIsGivenUp", key, value),
                                Texts.of("NodeAffinityRule.kueueAdmittedItTo", key, value),
                                Reason.Kind.HELD));
                    }
                }));
        return first.stream().findFirst();
    }

    /** What has to happen where it is pinned elsewhere. */
    static Reason replaced(String pin) {
        return new Reason(
                Texts.of("NodeAffinityRule.itsPinIsReplaced", pin),
                Texts.of("NodeAffinityRule.itIsPinnedTo", pin),
                Reason.Kind.HELD);
    }

    public static Optional<Reason> affinityReason(TaskSpec spec, String name, Labels node) {
        List<NodeTerm> terms = spec.requiredNodes();
        if (terms.isEmpty() || terms.stream().anyMatch(term -> term.matches(name, node))) {
            return Optional.empty();
        }
        if (terms.size() > 1) {
            return Optional.of(labels(Texts.of("NodeAffinityRule.noneOfItsTerms", terms.size())));
        }
        NodeTerm term = terms.getFirst();
        for (Requirement requirement : term.labels()) {
            if (!requirement.matches(node)) {
                return Optional.of(asked(
                        Texts.of("NodeAffinityRule.nodeAffinityAsksFor", words(requirement)), node, requirement.key()));
            }
        }
        return Optional.of(labels(Texts.of(
                "NodeAffinityRule.nodeAffinityAsksFor",
                term.fields().stream().map(NodeAffinityRule::words).collect(Collectors.joining(", ")))));
    }

    static String words(Requirement requirement) {
        return requirement.key() + " " + requirement.operator()
                + (requirement.values().isEmpty() ? "" : " " + requirement.values());
    }

    private static Reason labels(String words) {
        return Reason.ofLabels(words, words);
    }

    /** @param asked of a label, in words */
    private static Reason asked(String asked, Labels node, String key) {
        return Reason.ofLabels(
                node.get(key)
                        .map(value -> Texts.of("NodeAffinityRule.theNodeHas", asked, value))
                        .orElse(Texts.of("NodeAffinityRule.theNodeHasNo", asked)),
                asked);
    }
}
