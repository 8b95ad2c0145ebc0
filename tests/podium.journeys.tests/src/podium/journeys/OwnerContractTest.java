// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.model.fleet.Job;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;

/**
 * What holds for every kind of owner: it is one job with its tasks; a plan passes its dry run and brings all tasks to the node; it can
 * be taken back; and killed after any of its steps, it is ended in one of these two states.
 */
@Execution(ExecutionMode.CONCURRENT)
class OwnerContractTest {
    /** All of them, or the one that the property podium.owner names. */
    static List<OwnerCase> owners() {
        String only = System.getProperty("podium.owner", "");
        return OwnerCase.all().stream()
                .filter(owner -> only.isEmpty() || owner.fixture().equals(only))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("owners")
    void isOneJobIsPlacedAndTakenBack(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            Job job = bench.lab.job(OwnerBench.NAME);
            assertEquals(bench.ref.kind(), bench.lab.inRealm(job::getKind));
            String before = bench.spec();
            String to = bench.lab.elsewhere(OwnerBench.NAME);
            Plan plan = bench.plan(to);
            assertTrue(plan.canUndo());
            Operation done = bench.lab.done(plan);
            bench.running(to);
            bench.lab.undo(done);
            bench.running("");
            assertEquals(before, bench.spec());
        }
    }

    @ParameterizedTest
    @MethodSource("owners")
    void killedAfterAnyStepItGoesOnToTheNode(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            int steps = bench.plan(bench.lab.elsewhere(OwnerBench.NAME)).steps().size();
            for (int after = 0; after < steps; after++) {
                String to = bench.lab.elsewhere(OwnerBench.NAME);
                Operation found = bench.killedAfter(after, bench.plan(to));
                if (!found.state().ended()) {
                    assertEquals(OperationState.INTERRUPTED, found.state());
                    bench.lab.engine.resume(found.id());
                }
                Operation done = bench.lab.until(
                        found.id(), operation -> operation.state().ended());
                assertEquals(OperationState.DONE, done.state(), done::toString);
                bench.running(to);
                bench.lab.undo(done);
                bench.running("");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("owners")
    void killedAfterAnyStepItIsTakenBack(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            String before = bench.spec();
            int steps = bench.plan(bench.lab.elsewhere(OwnerBench.NAME)).steps().size();
            for (int after = 0; after < steps; after++) {
                String to = bench.lab.elsewhere(OwnerBench.NAME);
                Operation found = bench.killedAfter(after, bench.plan(to));
                if (found.state() == OperationState.DONE) {
                    bench.lab.undo(found);
                } else {
                    bench.lab.engine.abort(found.id());
                    Operation back = bench.lab.until(
                            found.id(), operation -> operation.state().ended());
                    assertEquals(OperationState.ABORTED, back.state(), back::toString);
                }
                bench.running("");
                assertEquals(before, bench.spec());
            }
        }
    }
}
