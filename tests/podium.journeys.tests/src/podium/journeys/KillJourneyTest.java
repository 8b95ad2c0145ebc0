// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AllKinds;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Plan;
import podium.placement.Subject;
import podium.placement.Target;

/** The longest operation there is, a job that restarts elsewhere, ended after each of its steps on a living cluster. */
class KillJourneyTest {
    private static final ObjectRef JOB = AllKinds.job("team", "busy");

    /** Where it does not run yet. */
    private String to = "";

    private Plan plan(Lab lab) throws Exception {
        lab.create(
                JOB,
                "{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"metadata\":{\"name\":\"busy\",\"namespace\":\"team\"},"
                        + "\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"simulator.podium/duration\":\"24h\"}},\"spec\":"
                        + "{\"restartPolicy\":\"Never\",\"containers\":[{\"name\":\"main\",\"image\":\"example/train:1\"}]}}}}");
        Task running = lab.tasks("busy", 1, task -> task.getPhase() == TaskPhase.RUNNING)
                .getFirst();
        to = lab.inRealm(() -> running.getNode().getName().equals("n4") ? "n3" : "n4");
        Subject subject = new Subject(lab.job("busy"), List.of());
        Target target = new Target.OnNode(lab.node(to));
        PlacementCompiler.Result result =
                lab.inRealm(() -> lab.planner.plan(subject, target)).get(60, TimeUnit.SECONDS);
        return assertInstanceOf(PlacementCompiler.Result.Compiled.class, result).plan();
    }

    private static Operation interrupted(Lab lab, Plan plan, int steps) throws Exception {
        String id = lab.engine.submit(plan);
        lab.until(id, operation -> operation.done() >= steps && operation.state() != OperationState.PREPARED);
        lab.restart();
        return lab.engine.operation(id).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void goingOnAfterEachStepEndsOnTheNode(int steps, @TempDir Path directory) throws Exception {
        try (Lab lab = new Lab(Ground.Kind.SIMULATED.open(directory), directory)) {
            Operation found = interrupted(lab, plan(lab), steps);
            if (!found.state().ended()) {
                assertEquals(OperationState.INTERRUPTED, found.state());
                lab.engine.resume(found.id());
            }
            Operation done =
                    lab.until(found.id(), operation -> operation.state().ended());
            assertEquals(OperationState.DONE, done.state(), done::toString);
            lab.tasks(
                    "busy",
                    1,
                    task -> task.getPhase() == TaskPhase.RUNNING
                            && task.getNode().getName().equals(to));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void rollingBackAfterEachStepLeavesTheJobRunningUnpinned(int steps, @TempDir Path directory) throws Exception {
        try (Lab lab = new Lab(Ground.Kind.SIMULATED.open(directory), directory)) {
            Operation found = interrupted(lab, plan(lab), steps);
            if (found.state() == OperationState.DONE) {
                return;
            }
            lab.engine.abort(found.id());
            Operation back =
                    lab.until(found.id(), operation -> operation.state().ended());
            assertEquals(OperationState.ABORTED, back.state(), back::toString);
            assertEquals("false", Trees.text(lab.read(JOB), "/spec/suspend"));
            assertEquals("", Trees.text(lab.read(JOB), "/spec/template/spec/nodeSelector/kubernetes.io~1hostname"));
        }
    }
}
