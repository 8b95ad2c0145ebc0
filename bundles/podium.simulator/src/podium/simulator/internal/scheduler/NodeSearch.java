// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.internal.scheduling.filter.FilterPlugin;
import podium.simulator.internal.scheduling.filter.FilterPlugins;
import podium.simulator.internal.scheduling.filter.FilterStatus;
import podium.simulator.internal.scheduling.score.ScorePlugins;

/**
 * Looks for the best node for one pod. In a big cluster it stops once it has seen a hundred that fit, and starts the
 * next search where it stopped, as the real scheduler does with a small percentageOfNodesToScore. Source: kubernetes,
 * {@code numFeasibleNodesToFind}.
 */
public final class NodeSearch {

    private static final int SMALL = 100;

    /**
     * What a search found.
     *
     * @param node the best node, if any fits
     * @param verdict why the others do not
     * @param rules what was asked of each
     */
    public record Result(Optional<NodeInfo> node, FitError verdict, FilterPlugins rules) {}

    private final SchedulerCache cache;
    private final List<FilterPlugin> further;
    private int start;

    /** @param further rules that are asked after the default ones */
    public NodeSearch(SchedulerCache cache, List<FilterPlugin> further) {
        this.cache = cache;
        this.further = List.copyOf(further);
    }

    /** Looks at the node that the pod waits for, and if that does not fit at all that may. */
    public Result run(PodInfo pod) {
        FilterPlugins rules = new FilterPlugins(pod, cache, further);
        FitError verdict = new FitError(cache.nodes().size());
        Optional<String> everywhere = rules.everywhere();
        if (everywhere.isPresent()) {
            verdict.everywhere(everywhere.get());
            return new Result(Optional.empty(), verdict, rules);
        }
        Optional<NodeInfo> hoped = cache.nominations().of(pod.uid()).flatMap(cache::node);
        if (hoped.isPresent() && rules.against(hoped.get()).none()) {
            return new Result(hoped, verdict, rules);
        }
        return new Result(ScorePlugins.best(pod, fitting(rules, verdict), cache), verdict, rules);
    }

    private List<NodeInfo> fitting(FilterPlugins rules, FitError verdict) {
        List<NodeInfo> all = cache.nodes();
        Optional<Set<String>> only = rules.onlyNodes();
        List<NodeInfo> nodes = only.map(this::named).orElse(all);
        if (only.isPresent()) {
            verdict.add("node(s) didn't satisfy plugin(s) [NodeAffinity]", all.size() - nodes.size());
        }
        List<NodeInfo> fitting = new ArrayList<>();
        int seen = 0;
        while (seen < nodes.size() && fitting.size() < SMALL) {
            NodeInfo node = nodes.get((start + seen++) % nodes.size());
            FilterStatus refusal = rules.against(node);
            if (refusal.none()) {
                fitting.add(node);
            } else {
                verdict.add(node, refusal);
            }
        }
        if (only.isEmpty()) {
            start = nodes.size() <= SMALL ? 0 : (start + seen) % nodes.size();
        }
        return fitting;
    }

    /** The nodes a pod names, as the scheduler's prefilter narrows them: a daemon's pod looks at one node, not at all. */
    private List<NodeInfo> named(Set<String> names) {
        return names.stream()
                .sorted()
                .flatMap(name -> cache.node(name).stream())
                .toList();
    }
}
