// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Which row a press is meant for. Rows that move by themselves may bring another one under the pointer: who presses before that can have
 * been seen means the row that was there, and who presses the other button where the pointer rests since a press means the row of that
 * one. UI thread.
 */
final class PressTarget {
    /** From rows that move to a hand that answers them nobody is faster. */
    private static final long UNSEEN = Duration.ofMillis(600).toNanos();

    private final LongSupplier clock;
    private final Deque<Past> past = new ArrayDeque<>();
    private List<String> now = List.of();
    private Optional<String> pressed = Optional.empty();
    private boolean moved;

    /**
     * The rows on the screen until some moment.
     *
     * @param rows their keys, top to bottom
     */
    private record Past(long until, List<String> rows) {}

    /** @param clock nanoseconds */
    PressTarget(LongSupplier clock) {
        this.clock = clock;
    }

    /** Rows moved by themselves: their keys on the screen, top to bottom. */
    void moved(List<String> before, List<String> after) {
        if (!before.equals(after)) {
            past.add(new Past(clock.getAsLong(), before));
            now = after;
            moved = true;
        }
    }

    /** The operator moved them, and knows it. */
    void forget() {
        past.clear();
        pressed = Optional.empty();
    }

    /** A press was for a row. */
    void pressed(Optional<String> row) {
        pressed = row;
        moved = false;
    }

    /** The row of the press since which the pointer rests, where others have moved since then. */
    Optional<String> pressedBefore(List<String> rows) {
        return moved && rows.equals(now) ? pressed.filter(rows::contains) : Optional.empty();
    }

    /**
     * The row that a press on a line of the screen is for, where another one is there now.
     *
     * @param rows the keys on the screen: others than after the last move were scrolled to
     * @param out when the pointer set out for it; nanoseconds
     */
    Optional<String> of(int line, List<String> rows, long out) {
        long at = clock.getAsLong();
        past.removeIf(it -> out - it.until() > UNSEEN);
        if (past.isEmpty() || !rows.equals(now)) {
            return Optional.empty();
        }
        List<String> seen = past.getFirst().rows();
        if (line < 0
                || line >= seen.size()
                || line < rows.size() && rows.get(line).equals(seen.get(line))) {
            return Optional.empty();
        }
        // the second press of a double click is for the same row
        past.clear();
        past.add(new Past(at, seen));
        return Optional.of(seen.get(line));
    }
}
