// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.mismatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of comparing allocations with readings.
 *
 * @param mismatches those that do not fit, the longest first
 * @param measured how many devices have an activity that is young enough to be judged by
 * @param watched how many are held and idle now, and have not been for long enough to be told of
 * @param next when the first of those would be told of, if it stays so; empty: none is watched
 */
public record AllocationComparison(List<Mismatch> mismatches, int measured, int watched, Optional<Instant> next) {
    public AllocationComparison {
        mismatches = List.copyOf(mismatches);
    }
}
