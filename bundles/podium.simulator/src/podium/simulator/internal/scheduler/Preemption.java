// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.internal.scheduling.filter.FilterStatus;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/**
 * Who has to leave so that a pod of higher priority fits: on the node where it breaks fewest budgets, then where the most
 * important victim is least important, then where there are fewest, then where they began last. Source: kubernetes,
 * pkg/scheduler/framework/preemption and plugin defaultpreemption.
 */
public final class Preemption {

    /** So many nodes that could be cleared are enough to choose from, or a tenth of them all. */
    private static final int ENOUGH = 100;

    private static final FilterStatus NO_VICTIMS = FilterStatus.lasting("No preemption victims found for incoming pod");
    /**
     * What the plugin dynamicresources, which is asked before, says of a pod without claims and of one with. It knows nothing of
     * a pod that was refused everywhere before it was heard, and then nobody after it is asked.
     */
    private static final String NO_CLAIMS = "no new claims to deallocate, preemption: ";

    private static final String CLAIMS = "still not schedulable, preemption: ";

    private static final String UNHEARD = "not found";
    private static final String NOT_HELPFUL = "Preemption is not helpful for scheduling";

    /**
     * A node and who would have to leave it.
     *
     * @param node the node
     * @param victims lower in priority than the pod, the least that make it fit, most important first
     * @param violations how many of them a disruption budget protects
     */
    public record Candidate(NodeInfo node, List<PodInfo> victims, int violations) {

        private int highest() {
            return victims.getFirst().priority();
        }

        private long sum() {
            return victims.stream()
                    .mapToLong(victim -> victim.priority() + 1L + Integer.MAX_VALUE)
                    .sum();
        }
    }

    /**
     * What came of it.
     *
     * @param candidate the cheapest node to clear, if any can be
     * @param message what the pod is told, empty where a node is cleared
     * @param eligible whether the pod may push anybody out now
     */
    public record Outcome(Optional<Candidate> candidate, String message, boolean eligible) {}

    private final SchedulerCache cache;
    private final ObjectStore objects;

    public Preemption(SchedulerCache cache) {
        this.cache = cache;
        objects = cache.objects();
    }

    /** Looks for the cheapest node to clear for a pod for which no node was found. */
    public Outcome find(PodInfo pod, NodeSearch.Result failed) {
        String before = failed.rules().claims() ? CLAIMS : NO_CLAIMS;
        if (!failed.rules().heard()) {
            return new Outcome(Optional.empty(), UNHEARD, false);
        }
        Optional<String> refused = refused(pod, failed);
        if (refused.isPresent()) {
            return new Outcome(Optional.empty(), before + refused.get(), false);
        }
        List<NodeInfo> curable = failed.verdict().curable();
        FitError verdict = new FitError(cache.nodes().size());
        verdict.add(NOT_HELPFUL, cache.nodes().size() - curable.size());
        DisruptionBudgets budgets = new DisruptionBudgets(objects);
        List<Candidate> candidates = new ArrayList<>();
        int enough = Math.max(ENOUGH, curable.size() / 10);
        for (NodeInfo node : curable) {
            PreemptionTrial trial = new PreemptionTrial(pod, node, failed.rules(), budgets, this::started);
            trial.candidate().ifPresentOrElse(candidates::add, () -> verdict.add(node, trial.refusal()));
            if (candidates.size() >= enough && candidates.stream().anyMatch(found -> found.violations() == 0)) {
                break;
            }
        }
        return candidates.stream()
                .min(cheapest())
                .map(found -> new Outcome(Optional.of(found), "", true))
                .orElseGet(() -> new Outcome(Optional.empty(), before + verdict.message(""), true));
    }

    private Comparator<Candidate> cheapest() {
        return Comparator.comparingInt(Candidate::violations)
                .thenComparingInt(Candidate::highest)
                .thenComparingLong(Candidate::sum)
                .thenComparingInt(candidate -> candidate.victims().size())
                .thenComparing(this::earliest, Comparator.reverseOrder())
                .thenComparing(candidate -> candidate.node().name());
    }

    /** When the first of the most important victims began. */
    private String earliest(Candidate candidate) {
        return candidate.victims().stream()
                .filter(victim -> victim.priority() == candidate.highest())
                .map(this::started)
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private String started(PodInfo pod) {
        return object(pod).map(found -> Json.text(found, "status", "startTime")).orElse("");
    }

    private Optional<ObjectNode> object(PodInfo pod) {
        return objects.get(ResourceTypes.POD, pod.namespace(), pod.name());
    }

    /** Why a pod may push nobody out: by its own word, or because those that it pushed out are still leaving. */
    private Optional<String> refused(PodInfo pod, NodeSearch.Result failed) {
        if (!pod.mayPreempt()) {
            return Optional.of("not eligible due to preemptionPolicy=Never.");
        }
        return cache.nominations()
                .of(pod.uid())
                .flatMap(cache::node)
                .filter(failed.verdict().curable()::contains)
                .filter(node -> node.pods().stream()
                        .anyMatch(other -> other.priority() < pod.priority() && other.terminating() && pushed(other)))
                .map(node -> "not eligible due to a terminating pod on the nominated node.");
    }

    private boolean pushed(PodInfo pod) {
        for (var condition :
                object(pod).map(found -> Json.at(found, "status", "conditions")).orElse(Json.array())) {
            if (Json.text(condition, "reason").equals("PreemptionByScheduler")) {
                return true;
            }
        }
        return false;
    }

    /** The refusal of a node where nobody is less important than the pod. */
    static FilterStatus noVictims() {
        return NO_VICTIMS;
    }
}
