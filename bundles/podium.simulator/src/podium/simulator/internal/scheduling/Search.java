// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.scheduling.Filters.Reason;

/**
 * Looks for the best node for one pod. In a big cluster it stops once it has seen a hundred that fit, and starts the
 * next search where it stopped, as the real scheduler does with a small percentageOfNodesToScore. Source: kubernetes,
 * {@code numFeasibleNodesToFind}.
 */
public final class Search {

    private static final int SMALL = 100;
    private static final Reason NOT_NAMED = new Reason("node(s) didn't satisfy plugin(s) [NodeAffinity]", false);

    /**
     * What a search found.
     *
     * @param node the best node, if any fits
     * @param verdict why the others do not
     */
    public record Result(Optional<NodeState> node, Verdict verdict) {}

    private final SchedulerCache cache;
    private int start;

    public Search(SchedulerCache cache) {
        this.cache = cache;
    }

    public Result run(PodView pod) {
        List<NodeState> all = cache.nodes();
        List<NodeState> nodes = pod.rules().namedNodes().map(this::named).orElse(all);
        PodRelations relations = cache.relations(pod);
        Verdict verdict = new Verdict(all.size());
        verdict.add(NOT_NAMED, all.size() - nodes.size());
        int enough = enough(nodes.size());
        int found = 0;
        int seen = 0;
        Optional<NodeState> best = Optional.empty();
        double bestScore = 0;
        while (seen < nodes.size() && found < enough) {
            NodeState node = nodes.get((start + seen++) % nodes.size());
            List<Reason> reasons = Filters.against(pod, node, relations);
            if (reasons.isEmpty()) {
                found++;
                double score = Scores.of(pod, node, relations);
                if (best.isEmpty() || score > bestScore) {
                    best = Optional.of(node);
                    bestScore = score;
                }
            } else {
                verdict.add(reasons);
            }
        }
        if (nodes == all) {
            start = nodes.size() <= SMALL ? 0 : (start + seen) % nodes.size();
        }
        return new Result(best, verdict);
    }

    /** The nodes a pod names, as the scheduler's prefilter narrows them: a daemon's pod looks at one node, not at all. */
    private List<NodeState> named(Set<String> names) {
        return names.stream().flatMap(name -> cache.node(name).stream()).toList();
    }

    private static int enough(int nodes) {
        return Math.min(nodes, SMALL);
    }
}
