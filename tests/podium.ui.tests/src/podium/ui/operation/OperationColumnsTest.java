// SPDX-License-Identifier: Apache-2.0
package podium.ui.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.JobState;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.ui.fake.Examples;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.PartScreen;
import podium.ui.label.StateLabels;

class OperationColumnsTest {
    private final PartScreen seen = new PartScreen();

    @AfterEach
    void close() {
        seen.close();
    }

    private Operation operation(OperationState state) {
        return Examples.operation(
                "1",
                FakePlacement.example(seen.stage.made.job(
                        seen.stage.made.cluster("c" + state, 1), "train", "Job", JobState.RUNNING, 1, 8)),
                state,
                1,
                3,
                Optional.empty());
    }

    @Test
    void whatNobodyUndidIsNotCalledUndone() {
        Operation undone = operation(OperationState.UNDONE);
        assertEquals("undone", StateLabels.of(undone).word());
        Operation over = new Operation(
                "2",
                undone.plan(),
                undone.state(),
                undone.started(),
                undone.ended(),
                1,
                1,
                "",
                Optional.of("Done in 1 s."),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of("It was deleted since."));
        assertEquals("done", StateLabels.of(over).word());
        assertEquals(Optional.of("It was deleted since."), OperationAction.UNDO.whyNot(over));
    }

    /** It counted on while Podium was dead, and while it waited for the operator. */
    @Test
    void whatWasInterruptedLastedAsLongAsItRan() {
        Operation interrupted = operation(OperationState.INTERRUPTED);
        Operation running = operation(OperationState.RUNNING);
        List<String> lasted = List.of(
                OperationColumns.lasted(interrupted, () -> interrupted.started().plus(Duration.ofHours(3))),
                OperationColumns.lasted(interrupted, () -> interrupted.started().plus(Duration.ofHours(5))));
        assertEquals(lasted.getFirst(), lasted.getLast());
        Operation untouched = new Operation(
                "2",
                interrupted.plan(),
                interrupted.state(),
                interrupted.started(),
                Optional.empty(),
                0,
                3,
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        assertEquals(
                OperationColumns.lasted(untouched, untouched::started),
                OperationColumns.lasted(untouched, () -> untouched.started().plus(Duration.ofHours(3))),
                "killed before it did anything");
        assertNotEquals(lasted.getFirst(), OperationColumns.lasted(running, () -> running.started()
                .plus(Duration.ofHours(3))));
    }
}
