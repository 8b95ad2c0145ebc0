// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;

/** A rule that has read one pod. Good for one attempt. */
@FunctionalInterface
public interface PodFilter {

    /** Has nothing against any node. */
    PodFilter NOTHING = node -> FilterStatus.NONE;

    /** What it has against a node. */
    FilterStatus against(NodeInfo node);

    /** Why no node at all will do, found before any is looked at. */
    default Optional<String> everywhere() {
        return Optional.empty();
    }

    /** The only nodes that are worth a look, by name. */
    default Optional<Set<String>> onlyNodes() {
        return Optional.empty();
    }

    /**
     * Takes note that a pod came to a node or left it, while a preemption is tried out.
     *
     * @param by 1 or -1
     */
    default void changed(PodInfo other, NodeInfo node, int by) {}

    /** Refuses all nodes. */
    static PodFilter nowhere(String reason) {
        return new PodFilter() {
            @Override
            public FilterStatus against(NodeInfo node) {
                return FilterStatus.lasting(reason);
            }

            @Override
            public Optional<String> everywhere() {
                return Optional.of(reason);
            }
        };
    }
}
