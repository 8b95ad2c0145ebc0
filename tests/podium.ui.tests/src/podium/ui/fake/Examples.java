// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.List;
import java.util.Optional;
import podium.model.fleet.Cluster;
import podium.operation.Operation;
import podium.operation.Operation.LogLine;
import podium.operation.OperationState;
import podium.operation.drain.DrainRequest;
import podium.operation.plan.Plan;

/** Operations in every state, over the first cluster of a stage. */
public final class Examples {
    private Examples() {}

    /** Publishes one operation that runs, one that is done, one that failed, one that was interrupted. */
    public static void operations(UiFixture stage) {
        Cluster cluster = stage.made.fleet().getClusters().getFirst();
        Plan place = FakePlacement.example(cluster.getJobs().getFirst());
        Plan drain = stage.drains.plan(stage.drains.preview(new DrainRequest(
                List.of(cluster.getNodes().getFirst()), false, true, Optional.empty(), Optional.empty())));
        Plan cordon = stage.drains.cordon(List.of(cluster.getNodes().get(1)));
        stage.operations.publish(operation("1", cordon, OperationState.DONE, 1, 1, Optional.of("Cordoned a1-n2.")));
        stage.operations.publish(operation(
                "2",
                place,
                OperationState.FAILED,
                1,
                3,
                Optional.of("Conflict: the Job was changed by argocd meanwhile; nothing was left half done.")));
        stage.operations.publish(operation("3", place, OperationState.INTERRUPTED, 2, 3, Optional.empty()));
        stage.operations.publish(operation("4", drain, OperationState.RUNNING, 3, 8, Optional.empty()));
    }

    /** An operation with two lines of log. */
    public static Operation operation(
            String id, Plan plan, OperationState state, int done, int total, Optional<String> outcome) {
        return new Operation(
                id,
                plan,
                state,
                FakeFleet.NOW.minusSeconds(95),
                state.ended() ? Optional.of(FakeFleet.NOW.minusSeconds(20)) : Optional.empty(),
                done,
                total,
                "waits for the budget rerank-pdb: 0 disruptions allowed",
                outcome,
                List.of(
                        new LogLine(FakeFleet.NOW.minusSeconds(94), "journal flushed, first write sent", false),
                        new LogLine(
                                FakeFleet.NOW.minusSeconds(90), "429: budget rerank-pdb refuses, again in 10 s", true)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
