// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.change.SchedulingObject.ClusterQueue;
import podium.core.change.SchedulingObject.Granted;
import podium.core.change.SchedulingObject.ResourceFlavor;
import podium.core.fleet.SchedulingObjects;
import podium.core.text.CleanText;
import podium.model.fleet.Node;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.model.value.Taint;
import podium.model.value.TaskSpec;
import podium.placement.Reason;
import podium.placement.internal.index.PodSelectors;
import podium.placement.internal.rule.NodeAffinityRule;
import podium.placement.texts.Texts;

/** Which flavors of a ClusterQueue a task can get, and which nodes they are (kueue flavorassigner.go, checkFlavorForPodSets). */
final class KueueFlavors {
    private final SchedulingObjects facts;
    private final ClusterQueue queue;
    private final Map<String, Optional<ResourceFlavor>> known = new HashMap<>();

    KueueFlavors(SchedulingObjects facts, ClusterQueue queue) {
        this.facts = facts;
        this.queue = queue;
    }

    private Optional<ResourceFlavor> flavor(String name) {
        return known.computeIfAbsent(name, it -> facts.get(ResourceFlavor.class, "", it));
    }

    /** The flavors that grant any of a group of resources, in the order in which they are tried. */
    List<String> of(List<String> group) {
        return queue.quotas().stream()
                .filter(quota -> group.contains(quota.resource()))
                .map(Granted::flavor)
                .distinct()
                .toList();
    }

    /** Whether nodes of these labels are of the flavor. One that is not known is not held against any node. */
    boolean covers(String flavor, Labels node) {
        Optional<ResourceFlavor> found = flavor(flavor);
        return found.isEmpty() || node.containsAll(found.get().nodes());
    }

    /** What nodes of a flavor have; empty: any node is of it, or it is not known. */
    Labels nodes(String flavor) {
        return flavor(flavor).map(ResourceFlavor::nodes).orElse(Labels.none());
    }

    /** The same in words. */
    String words(String flavor) {
        List<String> labels = new ArrayList<>();
        nodes(flavor).forEach((key, value) -> labels.add(CleanText.clean(key + "=" + value)));
        return String.join(", ", labels);
    }

    /**
     * Why a task cannot get a flavor.
     *
     * @param cure what to do, in words
     */
    record Refusal(String words, String cure) {}

    /** Empty: it can. */
    Optional<Refusal> refusal(String flavor, TaskSpec spec) {
        Optional<ResourceFlavor> found = flavor(flavor);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        for (Taint taint : found.get().taints()) {
            boolean hard = "NoSchedule".equals(taint.effect()) || "NoExecute".equals(taint.effect());
            boolean tolerated = spec.tolerations().stream().anyMatch(one -> one.tolerates(taint))
                    || found.get().tolerations().stream().anyMatch(one -> one.tolerates(taint));
            if (hard && !tolerated) {
                String words = CleanText.clean(taint.words());
                return Optional.of(new Refusal(
                        Texts.of("KueueFlavors.taintOfFlavorIs", words, CleanText.clean(flavor)),
                        Texts.of("KueueFlavors.tolerateIt", words)));
            }
        }
        return wants(spec, found.get().nodes(), keys(flavor))
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Texts.of("KueueFlavors.flavorHasOtherNodes", CleanText.clean(flavor)),
                        Texts.of("KueueFlavors.askForItsNodes", words(flavor))));
    }

    /** Why no node of some flavors is one that a task asks for, in words; empty: one is. Kueue does not look at that. */
    Optional<String> mismatch(List<String> some, TaskSpec spec, List<Node> nodes) {
        Optional<Reason> why = Optional.empty();
        for (Node node : nodes) {
            Labels labels = PodSelectors.labels(node);
            if (some.stream().anyMatch(flavor -> covers(flavor, labels))) {
                why = NodeAffinityRule.selectorReason(spec, labels)
                        .or(() -> NodeAffinityRule.affinityReason(spec, node.getName(), labels));
                if (why.isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        return why.map(Reason::rule);
    }

    /** The labels by which the flavors of its group of resources are told apart. */
    private Set<String> keys(String flavor) {
        Set<String> keys = new HashSet<>();
        queue.covered().stream()
                .map(this::of)
                .filter(group -> group.contains(flavor))
                .flatMap(List::stream)
                .forEach(one -> nodes(one).forEach((key, _) -> keys.add(key)));
        return keys;
    }

    /** Only labels that a flavor of the group names are held against the task; terms about other labels match. */
    private static boolean wants(TaskSpec spec, Labels flavor, Set<String> keys) {
        boolean[] selected = {true};
        spec.nodeSelector().forEach((key, value) -> selected[0] &= !keys.contains(key) || flavor.is(key, value));
        if (!selected[0] || spec.requiredNodes().isEmpty()) {
            return selected[0];
        }
        for (NodeTerm term : spec.requiredNodes()) {
            List<Requirement> told = term.labels().stream()
                    .filter(requirement -> keys.contains(requirement.key()))
                    .toList();
            if (told.stream().allMatch(requirement -> requirement.matches(flavor))) {
                return true;
            }
        }
        return false;
    }
}
