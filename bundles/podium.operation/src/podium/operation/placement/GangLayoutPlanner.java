// SPDX-License-Identifier: Apache-2.0
package podium.operation.placement;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.plan.PlacementCompiler.Result;
import podium.placement.GangLayoutService;

/** Turns what an operator does with the layout of a gang into plans. Called in the realm; the answers come on any thread. */
public interface GangLayoutPlanner {
    /** Pins each task to its node and releases all of them together, or none. */
    CompletableFuture<Result> commit(Job job, Map<Task, Node> proposal);

    /** What is judged of that plan now, asked for together with it; of a planner that judges nothing it holds for ever. */
    default PlacementOutlook outlook(Job job, Map<Task, Node> proposal) {
        return PlacementOutlook.NOTHING;
    }

    /** Holds a job for its layout: its pods are made anew and wait at the gate {@link GangLayoutService#GATE}. */
    CompletableFuture<Result> hold(Job job);

    /** Lets a held job go: its pods are made anew without gate and pin, and the scheduler decides. */
    CompletableFuture<Result> free(Job job);

    /** Who else may be stopped when its pods are let go, judged now; in the realm. */
    default PlacementOutlook freed(Job job) {
        return PlacementOutlook.NOTHING;
    }
}
