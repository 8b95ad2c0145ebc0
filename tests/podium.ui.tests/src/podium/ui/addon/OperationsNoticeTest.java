// SPDX-License-Identifier: Apache-2.0
package podium.ui.addon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.ui.fake.Examples;

class OperationsNoticeTest {
    private static final Plan PLAN =
            new Plan(new ClusterId("lab"), "drain", "Drain n1", List.of(), List.of(), List.of(), List.of(), List.of());

    private static Operation operation(String id, OperationState state) {
        return Examples.operation(id, PLAN, state, 0, 1, Optional.empty());
    }

    @Test
    void theTabCountsWhatHasNotEnded() {
        assertEquals("Operations", OperationsNotice.label(List.of()));
        assertEquals("Operations", OperationsNotice.label(List.of(operation("1", OperationState.DONE))));
        assertEquals(
                "Operations (3)",
                OperationsNotice.label(List.of(
                        operation("1", OperationState.RUNNING),
                        operation("2", OperationState.INTERRUPTED),
                        operation("3", OperationState.PAUSED),
                        operation("4", OperationState.FAILED))));
    }

    @Test
    void onlyWhatAnEarlierPodiumLeftInTheMiddleIsOffered() {
        assertEquals(Optional.empty(), OperationsNotice.left(List.of(operation("1", OperationState.PAUSED))));
        assertEquals(
                Optional.of(Set.of("2")),
                OperationsNotice.left(
                        List.of(operation("1", OperationState.RUNNING), operation("2", OperationState.INTERRUPTED))));
    }

    @Test
    void whatFailsWhileSomebodyLooksElsewhereIsTold() {
        Operation failed = operation("2", OperationState.FAILED);
        List<Operation> all =
                List.of(operation("1", OperationState.DONE), failed, operation("3", OperationState.RUNNING));
        assertEquals(List.of(failed), OperationsNotice.stopped(all, failed.started()));
        Instant later = failed.ended().orElse(failed.started()).plusSeconds(1);
        assertEquals(List.of(), OperationsNotice.stopped(all, later), "of an earlier session: known");
        assertTrue(OperationsNotice.words(failed).startsWith("Drain n1 failed"));
    }
}
