// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The last lines of a log, so many and no more: the oldest fall out. Each line has a number, from 0, that it keeps. Any thread.
 */
public final class LogRing {
    private final List<LogChunk> chunks = new ArrayList<>();
    private final int most;
    private final long mostBytes;
    private long first;
    private long next;
    private long bytes;

    /**
     * An empty ring.
     *
     * @param most lines
     * @param mostBytes of the text of all lines together, as UTF-8; one line is kept however long it is
     */
    public LogRing(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
        chunks.add(new LogChunk(0));
    }

    /** Adds lines at the end, each by itself: who reads meanwhile does not wait for all of them. */
    public void append(List<LogLine> more) {
        for (LogLine line : more) {
            add(line, line.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private synchronized void add(LogLine line, byte[] text) {
        LogChunk last = chunks.getLast();
        if (last.isFull(text.length)) {
            last.seal();
            last = new LogChunk(next);
            chunks.add(last);
        }
        last.add(line, text);
        next++;
        bytes += text.length;
        while (next - first > most || bytes > mostBytes && next - first > 1) {
            drop();
        }
    }

    private void drop() {
        LogChunk oldest = chunks.getFirst();
        bytes -= oldest.bytes(first);
        first++;
        if (oldest.next() == first && chunks.size() > 1) {
            chunks.removeFirst();
        }
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
        return number < first || number >= next ? null : chunk(number).get(number);
    }

    /** Some lines in a row, of which the first has this number, or a greater one where that has fallen out; null: there are none yet. */
    synchronized @Nullable LogPiece piece(long number) {
        long from = Math.max(first, number);
        return from >= next ? null : chunk(from).from(from);
    }

    private LogChunk chunk(long number) {
        int low = 0;
        int high = chunks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chunks.get(middle).first() <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return chunks.get(low);
    }
}
