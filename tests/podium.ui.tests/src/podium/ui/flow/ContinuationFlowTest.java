// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.UiFixture;
import podium.ui.operation.OperationAction;

class ContinuationFlowTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final UiFixture stage = seen.stage;
    private final FakeDialogs dialogs = new FakeDialogs();
    private final ContinuationFlow flow =
            new ContinuationFlow(stage.operations, dialogs, stage.services.background(), stage.fleet, stage.drains);

    @AfterEach
    void close() {
        seen.close();
    }

    private Operation operation(OperationState state) {
        Operation operation = Examples.operation(
                "7",
                FakePlacement.example(
                        stage.made.job(stage.made.cluster("lab", 8), "train", "Job", JobState.RUNNING, 1, 8)),
                state,
                1,
                3,
                state.ended() ? Optional.of("it failed") : Optional.empty());
        stage.operations.publish(operation);
        return operation;
    }

    @Test
    void whatStoppedInTheMiddleIsShownBeforeItGoesOnOrBack() {
        Operation interrupted = operation(OperationState.INTERRUPTED);
        flow.resume(interrupted);
        seen.until("it is shown", () -> !dialogs.shown.isEmpty());
        assertEquals(List.of(), stage.operations.asked, "nothing before it is confirmed");
        dialogs.confirms = true;
        flow.resume(interrupted);
        seen.until("it goes on", () -> !stage.operations.asked.isEmpty());
        flow.rollBack(interrupted);
        seen.until("it goes back", () -> stage.operations.asked.size() > 1);
        assertEquals(List.of("resume 7", "abort 7"), stage.operations.asked);
        assertEquals(
                List.of(
                        "review Resume: Place train on rack a2",
                        "review Resume: Place train on rack a2",
                        "review Roll back: Place train on rack a2"),
                dialogs.shown);
    }

    @Test
    void aDrainThatGoesOnSaysWhatBecomesOfTheJobsWhosePodsAreStillEvicted() {
        Cluster cluster = stage.made.cluster("lab", 8);
        Job job = stage.made.job(cluster, "train", "Job", JobState.RUNNING, 1, 8);
        Task task = stage.made.task(
                job, 0, TaskPhase.RUNNING, List.of(cluster.getNodes().getFirst()));
        Step.Victim victim =
                new Step.Victim(ObjectRef.pod("research", task.getName()), task.getUid(), Optional.empty());
        Plan drain = drain(cluster, List.of(new Step.EvictAll(List.of(victim), Duration.ofMinutes(5), "Evict 1 pod")));
        Operation interrupted = Examples.operation("8", drain, OperationState.INTERRUPTED, 1, 3, Optional.empty());
        stage.operations.publish(interrupted);
        flow.resume(interrupted);
        seen.until("it is shown", () -> !dialogs.plans.isEmpty());
        Plan shown = dialogs.plans.getFirst();
        assertTrue(shown.effects().contains("The gang loses a rank and starts again."), shown.effects()::toString);
        assertEquals(
                List.of("Lost for good, since no controller recreates them: pod team/shell."), shown.irreversible());
        dialogs.confirmed.orElseThrow().run();
        seen.until("what was added is no change of it", () -> stage.operations.asked.equals(List.of("resume 8")));
    }

    private static Plan drain(Cluster cluster, List<Step> steps) {
        return new Plan(
                ClusterId.of(cluster), "drain", "Drain a1-n1", steps, List.of(), List.of(), List.of(), List.of());
    }

    /** The pods of a console that was killed while it drained end one after the other; each refused the plan anew. */
    @Test
    void podsThatEndByThemselvesWhileItIsLookedAtAreNoReasonToLookAgain() throws Exception {
        Cluster cluster = stage.made.cluster("lab", 8);
        List<Step.Victim> victims = Stream.of("a", "b", "c")
                .map(name -> new Step.Victim(ObjectRef.pod("team", name), name, Optional.empty()))
                .toList();
        for (int left : new int[] {2, 1, 0, 3}) {
            Step evict = new Step.EvictAll(victims.subList(0, left), Duration.ofMinutes(5), "Evict, " + left + " left");
            stage.operations.publish(Examples.operation(
                    "8",
                    drain(cluster, left == 0 ? List.of() : List.of(evict)),
                    OperationState.INTERRUPTED,
                    1,
                    3,
                    Optional.empty()));
            if (left == 2) {
                flow.resume(stage.operations.operation("8").orElseThrow());
                seen.until("it is shown", () -> !dialogs.plans.isEmpty());
            }
            assertEquals(left == 3, !dialogs.checks.call().problems().isEmpty(), left + " left");
        }
    }

    @Test
    void anAbortThatEndsPodsSaysWhatIsLostBeforeItIsDone() {
        Operation running = operation(OperationState.RUNNING);
        stage.operations.lost = List.of("What they did since their last checkpoint is lost: 3.0 GPU-hours.");
        flow.abort(running);
        seen.until("it is shown", () -> !dialogs.shown.isEmpty());
        assertEquals(List.of("review Abort: Place train on rack a2"), dialogs.shown);
        assertEquals(List.of("pause 7"), stage.operations.asked, "nothing more is sent while it is read");
        dialogs.confirms = true;
        flow.abort(running);
        seen.until("it is aborted", () -> stage.operations.asked.contains("abort 7"));
    }

    @Test
    void whatIsShownMustBeLookedAtAgainOnceItWouldDoSomethingElse() throws Exception {
        stage.operations.happens = List.of("Job a/train is deleted; none of its pods runs.");
        flow.rollBack(operation(OperationState.INTERRUPTED));
        seen.until("it is shown", () -> !dialogs.shown.isEmpty());
        assertEquals(List.of(), dialogs.checks.call().problems());
        stage.operations.happens = List.of("Job a/train is deleted; its running pod ends.");
        assertEquals(
                List.of("Something has changed since this was shown: it would do something else now, or lose something"
                        + " else."),
                dialogs.checks.call().problems());
        dialogs.again.orElseThrow().run();
        seen.until("it is shown again", () -> dialogs.shown.size() == 2);
        assertEquals(List.of(), dialogs.checks.call().problems());
    }

    @Test
    void whatChangedBetweenTheLastLookAndTheConfirmationIsRefused() {
        flow.rollBack(operation(OperationState.INTERRUPTED));
        seen.until("it is shown", () -> !dialogs.shown.isEmpty());
        stage.operations.happens = List.of("Job a/train is deleted; its running pod ends.");
        dialogs.confirmed.orElseThrow().run();
        seen.until("it is refused", () -> dialogs.shown.size() == 2);
        assertTrue(
                dialogs.shown.getLast().contains("Something has changed since this was shown"),
                dialogs.shown::toString);
        assertEquals(List.of(), stage.operations.asked);
        dialogs.again.orElseThrow().run();
        seen.until("the new plan is shown", () -> dialogs.shown.size() == 3);
        assertEquals("review Roll back: Place train on rack a2", dialogs.shown.getLast());
    }

    @Test
    void anAbortThatWouldBeRefusedIsShownBeforeItIsDone() {
        stage.operations.barring = List.of("jobs is forbidden");
        flow.abort(operation(OperationState.RUNNING));
        seen.until("it is shown", () -> !dialogs.shown.isEmpty());
        assertEquals(List.of("pause 7"), stage.operations.asked);
    }

    @Test
    void anAbortThatEndsNothingIsDoneAtOnce() {
        flow.abort(operation(OperationState.RUNNING));
        seen.until("it is aborted", () -> stage.operations.asked.contains("abort 7"));
        assertEquals(List.of(), dialogs.shown);
    }

    @Test
    void onlyWhatRunsIsStoppedWithoutAQuestion() {
        assertEquals(true, OperationAction.RESUME.isShownFirst(operation(OperationState.INTERRUPTED)));
        assertEquals(true, OperationAction.ABORT.isShownFirst(operation(OperationState.INTERRUPTED)));
        assertEquals(false, OperationAction.ABORT.isShownFirst(operation(OperationState.RUNNING)));
        assertEquals(false, OperationAction.RESUME.isShownFirst(operation(OperationState.PAUSED)));
    }
}
