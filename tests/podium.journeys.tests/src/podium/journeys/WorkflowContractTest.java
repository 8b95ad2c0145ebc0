// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.model.fleet.Task;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;

/**
 * The contract of owners for an Argo Workflow, whose pods come step by step: a pin takes the steps to come, and those that run stay
 * where they are. Killed after any step of the plan, it ends pinned or as it was.
 */
class WorkflowContractTest {
    private static final OwnerCase WORKFLOW = new OwnerCase(
            "workflow-steps",
            CustomKind.WORKFLOW::ref,
            List.of(CustomKind.WORKFLOW),
            store -> List.of(Operators.workflow(store)),
            2);

    /** One that has not started: its job is there, its pods are not. */
    private static OwnerBench held(Path directory) throws Exception {
        OwnerBench bench = new OwnerBench(WORKFLOW, directory).begin("NAME", OwnerBench.NAME);
        bench.lab.awaitModel("the workflow is there", cluster -> cluster.getJobs().stream()
                .anyMatch(job -> OwnerBench.NAME.equals(job.getName())));
        return bench;
    }

    private static void start(OwnerBench bench) {
        bench.store.modify(
                CustomKind.WORKFLOW.type(), "team", OwnerBench.NAME, fresh -> ((ObjectNode) fresh.path("spec"))
                        .remove("suspend"));
    }

    @Test
    void allStepsToComeRunOnTheNodeAndItCanBeTakenBack(@TempDir Path directory) throws Exception {
        try (OwnerBench bench = held(directory)) {
            String before = bench.spec();
            String to = bench.lab.emptiest();
            Plan plan = bench.plan(to);
            assertTrue(plan.canUndo());
            bench.lab.undo(bench.lab.done(plan));
            assertEquals(before, bench.spec());
            bench.lab.done(bench.plan(to));
            start(bench);
            bench.running(to);
        }
    }

    @Test
    void stepsThatRunStayWhereTheyAre(@TempDir Path directory) throws Exception {
        try (OwnerBench bench = held(directory)) {
            start(bench);
            Map<String, String> where = places(bench.running(""));
            String to = bench.lab.emptiest();
            Plan plan = bench.plan(to);
            assertTrue(
                    plan.effects().contains("Steps that run stay where they are until they end; none is stopped."),
                    plan.effects()::toString);
            Operation done = bench.lab.done(plan);
            assertEquals(where, places(bench.running("")));
            bench.lab.undo(done);
            assertEquals(where, places(bench.running("")));
        }
    }

    private static Map<String, String> places(List<Task> tasks) {
        Map<String, String> places = new TreeMap<>();
        tasks.forEach(task -> places.put(task.getName(), task.getNode().getName()));
        return places;
    }

    @Test
    void killedAfterAnyStepItEndsPinnedOrAsItWas(@TempDir Path directory) throws Exception {
        try (OwnerBench bench = held(directory)) {
            String before = bench.spec();
            String to = bench.lab.emptiest();
            int steps = bench.plan(to).steps().size();
            for (int after = 0; after <= steps; after++) {
                Operation found = bench.killedAfter(Math.min(after, steps - 1), bench.plan(to));
                boolean back = after % 2 == 0 && !found.state().ended();
                if (back) {
                    bench.lab.engine.abort(found.id());
                } else if (!found.state().ended()) {
                    bench.lab.engine.resume(found.id());
                }
                Operation ended = bench.lab.until(
                        found.id(), operation -> operation.state().ended());
                if (ended.state() == OperationState.DONE) {
                    bench.lab.undo(ended);
                } else {
                    assertEquals(OperationState.ABORTED, ended.state(), ended::toString);
                }
                assertEquals(before, bench.spec());
            }
        }
    }
}
