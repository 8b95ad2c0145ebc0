// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The last lines of a log, so many and no more: the oldest fall out. Each line has a number, from 0, that it keeps. Any thread.
 */
public final class LogRing {
    private final @Nullable LogLine[] lines;
    private final long mostCharacters;
    private long first;
    private long next;
    private long characters;

    /**
     * An empty ring.
     *
     * @param most lines
     * @param mostCharacters of all lines together; one line is kept however long it is
     */
    public LogRing(int most, long mostCharacters) {
        this.lines = new @Nullable LogLine[most];
        this.mostCharacters = mostCharacters;
    }

    /** Adds lines at the end. */
    public synchronized void append(List<LogLine> more) {
        for (LogLine line : more) {
            if (next - first == lines.length) {
                drop();
            }
            lines[(int) (next % lines.length)] = line;
            next++;
            characters += line.text().length();
            while (characters > mostCharacters && next - first > 1) {
                drop();
            }
        }
    }

    private void drop() {
        int at = (int) (first % lines.length);
        LogLine line = lines[at];
        characters -= line == null ? 0 : line.text().length();
        lines[at] = null;
        first++;
    }

    /** Number of the oldest line that is still there; as many have fallen out. */
    public synchronized long first() {
        return first;
    }

    /** Number that the next line will have. */
    public synchronized long next() {
        return next;
    }

    /** A line; null: it has fallen out or is not there yet. */
    public synchronized @Nullable LogLine get(long number) {
        return number < first || number >= next ? null : lines[(int) (number % lines.length)];
    }

    /** Up to so many lines from a number on, the first at place {@code from - number} of what is asked for. */
    public synchronized int copy(long number, @Nullable LogLine[] into) {
        int count = (int) Math.clamp(next - number, 0, into.length);
        for (int i = 0; i < count; i++) {
            into[i] = number + i < first ? null : lines[(int) ((number + i) % lines.length)];
        }
        return count;
    }
}
