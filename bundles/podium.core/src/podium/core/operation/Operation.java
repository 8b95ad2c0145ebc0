// SPDX-License-Identifier: Apache-2.0
package podium.core.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Snapshot of an operation; a new one is published at each change.
 *
 * @param done steps or evictions done
 * @param total of {@code done}
 * @param status what it does or waits for now, in words
 * @param outcome how it ended; empty while it runs
 */
public record Operation(
        String id,
        Plan plan,
        OperationState state,
        Instant started,
        Optional<Instant> ended,
        int done,
        int total,
        String status,
        Optional<String> outcome,
        List<LogLine> log) {

    /** A line of the log. */
    public record LogLine(Instant at, String text, boolean problem) {}

    public boolean canUndo() {
        return state == OperationState.DONE && plan.canUndo();
    }
}
