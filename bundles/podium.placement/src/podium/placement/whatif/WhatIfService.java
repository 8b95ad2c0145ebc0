// SPDX-License-Identifier: Apache-2.0
package podium.placement.whatif;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import podium.model.fleet.Cluster;

/** Answers what would be if. Nothing is sent to a cluster, nothing in the model changes. */
public interface WhatIfService {
    /**
     * Supposes all of these at once.
     *
     * <p>Called in the realm, which it holds for as long as copying what the answer needs takes; the answer is worked out
     * on another thread and comes on any.
     */
    CompletableFuture<WhatIfResult> ask(Cluster cluster, List<Hypothesis> hypotheses);
}
