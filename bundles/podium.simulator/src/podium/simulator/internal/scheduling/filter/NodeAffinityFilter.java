// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.NodeTerm;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.PodPlacementSpec;
import podium.simulator.internal.scheduling.SchedulerCache;

/** Node selector and required node affinity. Source: plugin nodeaffinity. */
final class NodeAffinityFilter implements FilterPlugin {

    private static final FilterStatus MISMATCH =
            FilterStatus.lasting("node(s) didn't match Pod's node affinity/selector");
    private static final String CONFLICT = "pod affinity terms conflict";

    @Override
    public PodFilter prepare(PodInfo pod, SchedulerCache cluster) {
        PodPlacementSpec rules = pod.rules();
        if (rules.nodeSelector().isEmpty() && !rules.requiresNodes()) {
            return PodFilter.NOTHING;
        }
        Optional<Set<String>> named = named(rules.nodeTerms());
        if (named.isPresent() && named.get().isEmpty()) {
            return PodFilter.nowhere(CONFLICT);
        }
        return new PodFilter() {
            @Override
            public FilterStatus against(NodeInfo node) {
                return rules.selects(node) ? FilterStatus.NONE : MISMATCH;
            }

            @Override
            public Optional<Set<String>> onlyNodes() {
                return named;
            }
        };
    }

    /** The nodes the pod names, where every term of its required affinity names some. */
    private static Optional<Set<String>> named(List<NodeTerm> terms) {
        Set<String> names = new HashSet<>();
        for (NodeTerm term : terms) {
            Optional<Set<String>> named = term.names();
            if (named.isEmpty()) {
                return Optional.empty();
            }
            names.addAll(named.get());
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
