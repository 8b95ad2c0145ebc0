// SPDX-License-Identifier: Apache-2.0
package podium.placement.whatif;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** Answers what would be if. Nothing is sent to a cluster, nothing in the model changes. */
public interface WhatIfService {
    /**
     * Supposes all of these at once.
     *
     * <p>Called in the realm, which it holds for as long as copying what the answer needs takes; the answer is worked out
     * on another thread and comes on any.
     */
    CompletableFuture<WhatIfResult> ask(Cluster cluster, List<Hypothesis> hypotheses);

    /**
     * Which pods that wait a node would take, one after the other, for each of what it might offer. In the realm.
     *
     * @param gone pods of the node that have ended by then
     * @param waiting asked in this order
     */
    default List<List<Task>> served(Node node, List<NodeOffer> offers, List<Task> gone, List<Task> waiting) {
        return offers.stream().map(_ -> List.<Task>of()).toList();
    }
}
