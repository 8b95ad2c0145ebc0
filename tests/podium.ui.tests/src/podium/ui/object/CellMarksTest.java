// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import podium.model.fleet.TaskPhase;
import podium.ui.label.StateLabels;

class CellMarksTest {
    /** Both had a green tick. */
    @Test
    void whatRunsAndWhatIsCompletedHaveTheSignsThatTheyHaveInJobs() {
        assertEquals(
                StateLabels.of(TaskPhase.RUNNING).mark(),
                CellMarks.of("Status", "Running").orElseThrow());
        assertEquals(
                StateLabels.of(TaskPhase.SUCCEEDED).mark(),
                CellMarks.of("Status", "Completed").orElseThrow());
        assertNotEquals(CellMarks.of("Status", "Running"), CellMarks.of("Status", "Completed"));
    }
}
