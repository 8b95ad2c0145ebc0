// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.life;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.Filters;
import podium.simulator.internal.scheduling.Filters.Reason;
import podium.simulator.internal.scheduling.NodeState;
import podium.simulator.internal.scheduling.PodView;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.store.ResourceTypes;

/**
 * Makes room for a pod by pushing out pods of lower priority: on the node where the most important victim is least
 * important, then where there are fewest. Source: kubernetes, plugin defaultpreemption.
 */
final class Preemption {

    /**
     * A node and who would have to leave it.
     *
     * @param node the node
     * @param victims lower in priority than the pod, the least that make it fit
     */
    record Candidate(NodeState node, List<PodView> victims) {

        private int highest() {
            return victims.stream().mapToInt(PodView::priority).max().orElse(Integer.MIN_VALUE);
        }

        private long sum() {
            return victims.stream().mapToLong(PodView::priority).sum();
        }
    }

    private static final Comparator<Candidate> CHEAPEST = Comparator.comparingInt(Candidate::highest)
            .thenComparingLong(Candidate::sum)
            .thenComparingInt(candidate -> candidate.victims().size())
            .thenComparing(candidate -> candidate.node().name());

    private final Cluster cluster;
    private final SchedulerCache cache;

    Preemption(Cluster cluster, SchedulerCache cache) {
        this.cluster = cluster;
        this.cache = cache;
    }

    /** The cheapest node to clear, if any can be. */
    Optional<Candidate> find(PodView pod) {
        List<Candidate> candidates = new ArrayList<>();
        for (NodeState node : cache.nodes()) {
            boolean lower = node.pods().stream().anyMatch(other -> other.priority() < pod.priority());
            if (lower) {
                victims(pod, node).ifPresent(victims -> candidates.add(new Candidate(node, victims)));
            }
        }
        return candidates.stream().min(CHEAPEST);
    }

    private Optional<List<PodView>> victims(PodView pod, NodeState node) {
        List<PodView> lower = new ArrayList<>(node.pods());
        lower.removeIf(other -> other.priority() >= pod.priority());
        lower.forEach(node::remove);
        List<PodView> victims = new ArrayList<>(lower);
        boolean fits = fits(pod, node);
        if (fits) {
            lower.sort(Comparator.comparingInt((PodView other) -> -other.priority()));
            for (PodView spared : lower) {
                node.add(spared);
                if (fits(pod, node)) {
                    victims.remove(spared);
                } else {
                    node.remove(spared);
                }
            }
        }
        victims.forEach(node::add);
        if (!fits) {
            return Optional.empty();
        }
        return victims.isEmpty() ? Optional.empty() : Optional.of(victims);
    }

    private boolean fits(PodView pod, NodeState node) {
        List<Reason> reasons = Filters.against(pod, node, cache.relations(pod));
        return reasons.isEmpty();
    }

    /** Deletes the victims and notes on the pod where it hopes to go. */
    void carryOut(PodView pod, Candidate candidate) {
        for (PodView victim : candidate.victims()) {
            cluster.modify(ResourceTypes.POD, victim.key(), object -> {
                Conditions.set(
                        object,
                        "DisruptionTarget",
                        "True",
                        "PreemptionByScheduler",
                        "default-scheduler: preempting to accommodate a higher priority pod",
                        cluster.timestamp());
            });
            Optional<ObjectNode> object = cluster.get(ResourceTypes.POD, victim.key());
            object.ifPresent(found -> {
                String by = "Preempted by pod " + pod.uid() + " on node "
                        + candidate.node().name();
                cluster.events().normal(found, "default-scheduler", "Preempted", by);
                cluster.delete(ResourceTypes.POD, victim.key());
            });
        }
        cluster.modify(ResourceTypes.POD, pod.key(), object -> Json.with(object, "status")
                .put("nominatedNodeName", candidate.node().name()));
    }
}
