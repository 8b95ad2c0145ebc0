// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.operation.FieldConflict;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.ui.fake.Examples;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.PartScreen;
import podium.ui.fake.UiFixture;
import podium.ui.flow.ContinuationFlow;
import podium.ui.operation.OperationColumns;
import podium.ui.toolkit.Formats;

class OperationsPartTest {
    private final PartScreen seen = new PartScreen();
    private final UiFixture stage = seen.stage;

    @AfterEach
    void close() {
        seen.close();
    }

    private OperationsPart operations() {
        OperationsPart part = new OperationsPart(
                seen.shell,
                stage.operations,
                file -> List.of(),
                stage.undo,
                new ContinuationFlow(
                        stage.operations, seen.dialogs, stage.services.background(), stage.fleet, stage.drains),
                seen.dialogs,
                stage.services);
        seen.show();
        return part;
    }

    @Test
    void theOperationThatSomebodyGoesToIsTheOneThatIsSelected() {
        Job job = seen.lab().getJobs().getFirst();
        for (String id : List.of("1", "2", "3")) {
            stage.operations.publish(
                    Examples.operation(id, FakePlacement.example(job), OperationState.RUNNING, 0, 1, Optional.empty()));
        }
        operations().revealOperation("2");
        seen.pressTool("Pause");
        assertEquals(List.of("pause 2"), stage.operations.asked);
    }

    @Test
    void whatIsWrongWithTheJournalStandsAboveTheOperations() {
        stage.operations.findings = List.of("Another Podium is using this journal.");
        operations();
        assertTrue(seen.words().contains("Another Podium is using this journal."));
    }

    @Test
    void aConflictCanBeLookedAtOnceItsFieldsAreKnown() {
        Cluster cluster = seen.lab();
        FieldConflict field = new FieldConflict("Node n1", "/spec/color", "1", "2", "3");
        Operation plain = Examples.operation(
                "7",
                FakePlacement.example(cluster.getJobs().getFirst()),
                OperationState.FAILED,
                0,
                1,
                Optional.of("Conflict"));
        operations();
        stage.operations.publish(plain);
        seen.until("it is shown", () -> seen.tool("Conflict\u2026").isPresent());
        assertFalse(seen.tool("Conflict\u2026").orElseThrow().isEnabled());
        stage.operations.publish(new Operation(
                plain.id(),
                plain.plan(),
                plain.state(),
                plain.started(),
                plain.ended(),
                0,
                1,
                "",
                plain.outcome(),
                plain.log(),
                List.of(field),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty()));
        seen.until(
                "it can be looked at",
                () -> seen.tool("Conflict\u2026").orElseThrow().isEnabled());
    }

    @Test
    void operationsSayWhenNothingWasDoneYet() {
        operations();
        assertTrue(seen.words().contains("There are no operations in the journal."));
    }

    @Test
    void aRunningOperationCanBePaused() {
        Cluster cluster = seen.lab();
        stage.operations.publish(Examples.operation(
                "4",
                FakePlacement.example(cluster.getJobs().getFirst()),
                OperationState.RUNNING,
                1,
                3,
                Optional.empty()));
        operations();
        assertTrue(seen.tool("Pause").orElseThrow().isEnabled());
        assertFalse(seen.tool("Undo").orElseThrow().isEnabled());
        seen.pressTool("Pause");
        assertEquals(List.of("pause 4"), stage.operations.asked);
    }

    /** It was offered to whom the toolbar refused it, and the plan then. */
    @Test
    void whatTheOperatorMayNotUndoIsNotOfferedToBeUndone() {
        Cluster cluster = seen.lab();
        Job job = cluster.getJobs().getFirst();
        Operation done =
                Examples.operation("4", FakePlacement.example(job), OperationState.DONE, 1, 1, Optional.empty());
        stage.operations.publish(done);
        operations();
        assertTrue(seen.tool("Undo").orElseThrow().isEnabled());
        String right = "patch jobs in " + job.getNamespace();
        stage.access.refused.add(right);
        stage.operations.publish(done);
        seen.until("it is grey", () -> !seen.tool("Undo").orElseThrow().isEnabled());
        String tip = seen.tool("Undo").orElseThrow().getToolTipText();
        assertTrue(tip.contains("you may not " + right), tip);
        stage.undo.undo(done);
        assertTrue(seen.dialogs.shown.getLast().endsWith("you may not " + right), seen.dialogs.shown::toString);
    }

    /** What is refused after the press is selected here, and who wanted it looked for the first operation to begin anew. */
    @Test
    void anUndoThatFailedIsPlannedAgainFromItsOwnRow() {
        Cluster cluster = seen.lab();
        Plan plan = FakePlacement.example(cluster.getJobs().getFirst());
        stage.operations.publish(Examples.operation("4", plan, OperationState.DONE, 1, 1, Optional.empty()));
        Plan undo = new Plan(
                plan.cluster(),
                "undo",
                "Undo: " + plan.title(),
                plan.undo(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        stage.operations.publish(
                Examples.operation("5", undo, OperationState.FAILED, 0, 1, Optional.of("train-0 runs by now")));
        operations();
        assertTrue(seen.tool("Plan Again").orElseThrow().isEnabled());
        seen.pressTool("Plan Again");
        seen.until("it is shown", () -> !seen.dialogs.shown.isEmpty());
        assertEquals(List.of("review Undo: " + plan.title()), seen.dialogs.shown);
    }

    @Test
    void theOneLeftInTheMiddleIsSelectedFirst() {
        seen.dialogs.confirms = true;
        seen.lab();
        Examples.operations(stage);
        operations();
        assertTrue(seen.tool("Resume").orElseThrow().isEnabled());
        seen.pressTool("Resume");
        seen.until("it is shown first", () -> !seen.dialogs.shown.isEmpty());
        seen.until("it is done once confirmed", () -> stage.operations.asked.equals(List.of("resume 3")));
    }

    @Test
    void anInterruptedOperationOffersToRollBack() {
        seen.dialogs.confirms = true;
        Cluster cluster = seen.lab();
        operations();
        stage.operations.publish(Examples.operation(
                "9",
                FakePlacement.example(cluster.getJobs().getFirst()),
                OperationState.INTERRUPTED,
                1,
                3,
                Optional.empty()));
        seen.until("it is offered", () -> seen.tool("Roll Back").isPresent());
        assertTrue(seen.tool("Resume").orElseThrow().isEnabled());
        seen.pressTool("Roll Back");
        seen.until("it is shown first", () -> !seen.dialogs.shown.isEmpty());
        seen.until("it is done once confirmed", () -> stage.operations.asked.equals(List.of("abort 9")));
    }

    /** "pod\u2026-admin" stood beside a column with room. */
    @Test
    void whoDidItHasRoomForAName() {
        GC gc = new GC(seen.shell);
        try {
            OperationColumns.all(InstantSource.system()).stream()
                    .filter(column -> column.id().equals("by"))
                    .forEach(column -> assertTrue(column.width() >= gc.textExtent("podium-admin").x + 12));
        } finally {
            gc.dispose();
        }
    }

    @Test
    void whatTheTableShowsWholeIsNotSaidBelowItToo() {
        Cluster cluster = seen.lab();
        operations();
        stage.operations.publish(Examples.operation(
                "12",
                FakePlacement.example(cluster.getJobs().getFirst()),
                OperationState.DONE,
                3,
                3,
                Optional.of("Done in 2 s.")));
        seen.until(
                "it is in the table",
                () -> seen.tool("Undo").filter(ToolItem::isEnabled).isPresent());
        seen.until("and only there", () -> seen.all(StyledText.class).stream().noneMatch(StyledText::getVisible));
    }

    @Test
    void whatHappenedIsReadToItsEndHoweverLongItIs() {
        Cluster cluster = seen.lab();
        String end = "and this is the end of what the webhook said";
        String outcome = "Refused: " + "because of a rule that goes on and on, ".repeat(20) + end;
        operations();
        stage.operations.publish(Examples.operation(
                "11",
                FakePlacement.example(cluster.getJobs().getFirst()),
                OperationState.FAILED,
                0,
                1,
                Optional.of(outcome)));
        seen.until("all of it is there", () -> seen.all(StyledText.class).stream()
                .anyMatch(text -> text.getText().endsWith(end) && text.getWordWrap()));
    }

    @Test
    void noNewOperationIsSelectedWhileThePointerIsOverTheButtons() {
        Cluster cluster = seen.lab();
        stage.operations.publish(running("4", cluster, 1));
        seen.shell.setSize(1900, 500);
        operations();
        ToolBar pause = seen.tool("Pause").orElseThrow().getParent();
        pause.notifyListeners(SWT.MouseMove, new Event());
        stage.operations.publish(running("5", cluster, 1));
        stage.operations.publish(running("4", cluster, 2));
        seen.until("what is shown is of now", () -> seen.cells().contains(Formats.percent(2 / 3.0)));
        seen.pressTool("Pause");
        assertEquals(List.of("pause 4"), stage.operations.asked);
        stage.operations.publish(running("5", cluster, 1));
        pause.notifyListeners(SWT.MouseExit, new Event());
        seen.until(
                "it is the first",
                () -> seen.cells().indexOf(Formats.percent(1 / 3.0))
                        < seen.cells().indexOf(Formats.percent(2 / 3.0)));
        seen.pressTool("Pause");
        assertEquals(List.of("pause 4", "pause 5"), stage.operations.asked);
    }

    private static Operation running(String id, Cluster cluster, int done) {
        return Examples.operation(
                id,
                FakePlacement.example(cluster.getJobs().getFirst()),
                OperationState.RUNNING,
                done,
                3,
                Optional.empty());
    }
}
