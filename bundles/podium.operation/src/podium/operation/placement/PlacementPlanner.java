// SPDX-License-Identifier: Apache-2.0
package podium.operation.placement;

import java.util.concurrent.CompletableFuture;
import podium.operation.plan.PlacementCompiler;
import podium.placement.Subject;
import podium.placement.Target;

/** Turns "this there" into a plan. Called in the realm; the answer comes on any thread. */
public interface PlacementPlanner {
    /**
     * The plan that brings a subject to a target, or why there is none. Ends with a
     * {@link java.util.concurrent.CompletionException} when the cluster does not answer; its message says so in words.
     */
    CompletableFuture<PlacementCompiler.Result> plan(Subject subject, Target target);

    /** What is judged of that plan now, asked for together with it; of a planner that judges nothing it holds for ever. */
    default PlacementOutlook outlook(Subject subject, Target target) {
        return PlacementOutlook.NOTHING;
    }
}
