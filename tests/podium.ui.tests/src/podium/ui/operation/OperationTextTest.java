// SPDX-License-Identifier: Apache-2.0
package podium.ui.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.model.fleet.JobState;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.StepProgress;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeOperations;
import podium.ui.fake.FakePlacement;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.StateIcon;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

class OperationTextTest {
    private final FakeFleet made = new FakeFleet();
    private final Plan plan =
            FakePlacement.example(made.job(made.cluster("lab", 1), "train", "Job", JobState.RUNNING, 1, 1));

    private Operation in(OperationState state) {
        return Examples.operation("7", plan, state, 1, 3, Optional.empty());
    }

    @Test
    void anOperationOfASimulatedFleetIsToldFromOneOfARealClusterOfThatName() {
        assertEquals("lab", OperationColumns.cluster(in(OperationState.DONE)));
        Plan simulated = new Plan(
                ClusterId.ofSimulated("lab"), "drain", "Drain", List.of(), List.of(), List.of(), List.of(), List.of());
        Operation ended = Examples.operation("8", simulated, OperationState.DONE, 1, 3, Optional.empty());
        assertEquals("lab (simulated)", OperationColumns.cluster(ended));
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, PAUSE ABORT",
        "PAUSED, RESUME ABORT",
        "PREPARED, ABORT",
        "INTERRUPTED, RESUME ABORT",
        "DONE, UNDO",
        "FAILED, ''",
        "ABORTED, ''",
        "UNDOING, ''",
        "UNDONE, ''"
    })
    void onlyWhatMakesSenseCanBeDone(OperationState state, String actions) {
        List<String> possible = List.of(OperationAction.values()).stream()
                .filter(action -> action.whyNot(in(state)).isEmpty())
                .map(Enum::name)
                .toList();
        assertEquals(actions, String.join(" ", possible));
    }

    @Test
    void howItWentIsOnTheScreenHoweverNarrowTheTableIs() {
        List<Column<Operation, ?>> columns = OperationColumns.all(InstantSource.system());
        assertEquals("status", columns.get(OperationColumns.OUTCOME).id());
        int end = columns.stream()
                .limit(OperationColumns.OUTCOME + 1)
                .mapToInt(Column::width)
                .sum();
        assertTrue(end < 600, "ends at " + end + " of the 740 pixels there are in a window of 1280");
        assertEquals(Form.SENTENCE, columns.get(1).form(), "what is done to what stands first, and is not cut");
    }

    @ParameterizedTest
    @EnumSource(OperationAction.class)
    void everyActReachesTheService(OperationAction action) {
        FakeOperations operations = new FakeOperations();
        action.run(operations, in(OperationState.RUNNING));
        assertEquals(List.of(action.name().toLowerCase() + " 7"), operations.asked);
    }

    @Test
    void whatStillCarriesItsMarkIsOfferedToBeFreed() {
        Operation plain = in(OperationState.DONE);
        Operation marked = new Operation(
                plain.id(),
                plain.plan(),
                plain.state(),
                plain.started(),
                plain.ended(),
                1,
                1,
                "",
                plain.outcome(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(ObjectRef.node("n1")),
                Optional.empty());
        OperationAction action = OperationAction.RESUME;
        assertEquals("Resume", action.words(Optional.of(plain)));
        assertNotEquals(Optional.empty(), action.whyNot(plain));
        assertEquals("Remove Marks", action.words(Optional.of(marked)));
        assertEquals(Optional.empty(), action.whyNot(marked));
        FakeOperations operations = new FakeOperations();
        action.run(operations, marked);
        assertEquals(List.of("unmark 7"), operations.asked);
    }

    @Test
    void theStepsOfWhatWasAbortedShowWhatStands() {
        Operation plain = Examples.operation(
                "7",
                new Plan(
                        plan.cluster(),
                        "drain",
                        "Drain",
                        List.of(
                                new Step.Barrier(List.of(), "Cordon n1"),
                                new Step.Barrier(List.of(), "Evict 7 pods"),
                                new Step.Barrier(List.of(), "Look")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                OperationState.ABORTED,
                5,
                9,
                Optional.of("Aborted"));
        Operation aborted = new Operation(
                plain.id(),
                plain.plan(),
                plain.state(),
                plain.started(),
                plain.ended(),
                5,
                9,
                "",
                plain.outcome(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(new StepProgress(1, 1, 1, 0), new StepProgress(7, 5, 0, 0), new StepProgress(1, 1, 0, 1)),
                List.of(),
                Optional.empty());
        List<StepLine> lines = StepLine.of(aborted).all().stream()
                .filter(row -> row.key().startsWith("s"))
                .map(row -> row.item())
                .toList();
        assertEquals(
                List.of("Cordon n1 (undone)", "Evict 7 pods: 5 of 7", "Look (left as it is)"),
                lines.stream().map(StepLine::words).toList());
        assertEquals(
                List.of(Icon.UNDO, Icon.WARNING, Icon.WARNING),
                lines.stream().map(line -> line.mark().orElseThrow().icon()).toList());
    }

    @Test
    void abortingAnInterruptedOneIsARollBack() {
        assertEquals("Roll Back", OperationAction.ABORT.words(Optional.of(in(OperationState.INTERRUPTED))));
        assertEquals("Abort", OperationAction.ABORT.words(Optional.of(in(OperationState.RUNNING))));
        assertEquals("Abort", OperationAction.ABORT.words(Optional.empty()));
    }

    @Test
    void aPlanWithoutUndoSaysItCannotBeTakenBack() {
        Plan oneWay = new Plan(plan.cluster(), "drain", "t", plan.steps(), List.of(), List.of(), List.of(), List.of());
        Operation done = Examples.operation("1", oneWay, OperationState.DONE, 3, 3, Optional.empty());
        assertTrue(OperationAction.UNDO.whyNot(done).orElse("").contains("cannot be undone"));
    }

    @Test
    void progressIsThePartThatIsDone() {
        assertEquals(Formats.percent(1 / 3.0), OperationColumns.progress(in(OperationState.RUNNING)));
        assertEquals(
                "",
                OperationColumns.progress(
                        Examples.operation("1", plan, OperationState.PREPARED, 0, 0, Optional.empty())));
    }

    @Test
    void theTableTellsStateTitleAndOutcome() {
        var columns = OperationColumns.all(InstantSource.fixed(FakeFleet.NOW));
        Operation failed =
                Examples.operation("1", plan, OperationState.FAILED, 1, 3, Optional.of("Conflict: changed meanwhile"));
        assertEquals("failed", columns.get(0).text(failed));
        assertEquals("Place train on rack a2", columns.get(1).text(failed));
        assertEquals("Conflict: changed meanwhile", columns.get(2).text(failed));
        assertEquals("lab", columns.get(3).text(failed));
        assertTrue(columns.get(2).text(in(OperationState.RUNNING)).startsWith("waits for the budget"));
    }

    @Test
    void ofTodayTheTimeIsToldAndOfAnotherDayTheDate() {
        Operation done = in(OperationState.DONE);
        String started = Formats.time(done.started());
        String text = started(done, done.started());
        assertEquals(started.substring(11, 16), text);
        assertEquals(started.substring(0, 10), started(done, done.started().plus(Duration.ofDays(2))));
    }

    private static String started(Operation operation, Instant now) {
        return OperationColumns.all(InstantSource.fixed(now)).stream()
                .filter(column -> column.id().equals("started"))
                .findFirst()
                .orElseThrow()
                .text(operation);
    }

    /** "Done in 436 ms." stood first, last and below the table. */
    @Test
    void theOutcomeIsToldOnceWithItsTime() {
        Operation plain = in(OperationState.DONE);
        String outcome = plain.log().getLast().text();
        List<StepLine> lines =
                StepLine.of(Examples.operation("7", plan, OperationState.DONE, 3, 3, Optional.of(outcome)))
                        .all()
                        .stream()
                        .map(row -> row.item())
                        .toList();
        assertEquals(
                1, lines.stream().filter(line -> line.words().equals(outcome)).count());
        assertEquals(outcome, lines.getFirst().words());
        assertFalse(lines.getFirst().when().isEmpty());
    }

    @Test
    void stepsShowWhatIsDoneAndWhatRuns() {
        var rows = StepLine.of(in(OperationState.RUNNING)).all();
        assertEquals(Icon.DONE, rows.get(1).item().mark().orElseThrow().icon());
        assertEquals(Icon.RUNNING, rows.get(2).item().mark().orElseThrow().icon());
        assertEquals(Icon.FREE, rows.get(3).item().mark().orElseThrow().icon());
    }

    @Test
    void theWritesOfOneStepAreCountedOneByOne() {
        Step.Write write = (Step.Write) plan.steps().getFirst();
        Plan two = new Plan(
                plan.cluster(),
                "place",
                "t",
                List.of(new Step.Barrier(List.of(write, write), "both"), write),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Operation half = Examples.operation("1", two, OperationState.RUNNING, 1, 3, Optional.empty());
        assertEquals(
                Icon.RUNNING,
                StepLine.of(half).all().get(1).item().mark().orElseThrow().icon());
        Operation both = Examples.operation("1", two, OperationState.RUNNING, 2, 3, Optional.empty());
        assertEquals(
                Icon.DONE,
                StepLine.of(both).all().get(1).item().mark().orElseThrow().icon());
        assertEquals(
                Icon.RUNNING,
                StepLine.of(both).all().get(2).item().mark().orElseThrow().icon());
    }

    @Test
    void aFailedStepIsTheOneAfterTheDoneOnes() {
        var rows = StepLine.of(in(OperationState.FAILED)).all();
        assertEquals(Icon.FAILED, rows.get(2).item().mark().orElseThrow().icon());
    }

    @Test
    void whatCannotBeTakenBackIsSaidAndProblemsOfTheLogAreMarked() {
        var rows = StepLine.of(in(OperationState.RUNNING)).all();
        assertTrue(rows.stream().anyMatch(row -> row.item().words().contains("last checkpoint is lost")));
        var problem = rows.getLast().item();
        assertTrue(problem.words().startsWith("429"));
        assertTrue(problem.mark().isPresent());
        assertFalse(problem.when().isEmpty());
    }

    @Test
    void whatCannotBeTakenBackIsNoFaultOnceItIsDone() {
        for (OperationState state : List.of(OperationState.RUNNING, OperationState.FAILED, OperationState.DONE)) {
            StateIcon mark = StepLine.of(in(state)).all().stream()
                    .flatMap(row -> row.item().mark().stream())
                    .filter(icon -> icon.icon() == Icon.IRREVERSIBLE)
                    .findFirst()
                    .orElseThrow();
            assertEquals(state == OperationState.DONE ? Name.MUTED : Name.CRITICAL, mark.tone());
        }
    }

    @Test
    void rowKeysAreDifferent() {
        var rows = StepLine.of(in(OperationState.RUNNING)).all();
        assertEquals(rows.size(), rows.stream().map(row -> row.key()).distinct().count());
    }
}
