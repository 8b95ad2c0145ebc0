// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The last lines of a log in the order of time, so many and no more: the oldest fall out. Each line has a number, from 0, that it keeps
 * until an earlier one comes after it and is put before it. Any thread.
 */
public final class LogRing {
    /**
     * Lines that came late were put where their time is.
     *
     * @param before the numbers, ascending, that the lines they were put before had until then
     */
    public record Move(long[] before) {
        /** The lowest number that another line has now. */
        long from() {
            return before[0];
        }

        /** The number that a line has now. */
        public long of(long number) {
            return number + Arrays.stream(before).takeWhile(it -> it <= number).count();
        }
    }

    private final List<LogChunk> chunks = new ArrayList<>();
    private final List<Consumer<Move>> listeners = new CopyOnWriteArrayList<>();
    /** Who holds it is the only one to add lines; who reads does not wait for it. */
    private final ReentrantLock writing = new ReentrantLock();

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

    /** Who remembers numbers is told when lines move, on the thread that adds some. */
    public void onMove(Consumer<Move> listener) {
        listeners.add(listener);
    }

    /**
     * Adds lines that are in order: at the end, each by itself, so that who reads meanwhile does not wait for all of them, or before
     * the later ones that are there. What Podium says, and what has no time, has no place of its own.
     */
    public void append(List<LogLine> more) {
        writing.lock();
        try {
            long from = more.stream()
                    .filter(line -> line.kind() == LogLine.Kind.WRITTEN && line.time() != 0)
                    .findFirst()
                    .map(line -> after(line.time()))
                    .orElse(next);
            if (from == next) {
                more.forEach(line -> add(line, bytes(line)));
            } else {
                insert(from, more);
            }
        } finally {
            writing.unlock();
        }
    }

    private static byte[] bytes(LogLine line) {
        return line.text().getBytes(StandardCharsets.UTF_8);
    }

    /** The first of the lines at the end that were written later; else the number that the next line will have. */
    private long after(long time) {
        long after = next;
        long written = Long.MAX_VALUE;
        for (long number = next - 1; number >= first && written > time; number--) {
            LogChunk chunk = chunk(number);
            if (chunk.isWritten(number)) {
                written = chunk.time(number);
                after = written > time ? number : after;
            }
        }
        return after;
    }

    private void insert(long from, List<LogLine> more) {
        int cut = chunks.indexOf(chunk(from));
        List<LogChunk> merged = new ArrayList<>(List.of(chunks.get(cut).upTo(from)));
        long[] before = new long[more.size()];
        long added = 0;
        long kept = from;
        for (int i = 0; i <= more.size(); i++) {
            long until = i == more.size() ? Long.MAX_VALUE : more.get(i).time();
            for (; kept < next && chunk(kept).time(kept) <= until; kept++) {
                LogChunk chunk = chunk(kept);
                room(merged, chunk.bytes(kept)).copy(chunk, kept);
            }
            if (i < more.size()) {
                byte[] text = bytes(more.get(i));
                room(merged, text.length).add(more.get(i), text);
                added += text.length;
                before[i] = kept;
            }
        }
        synchronized (this) {
            chunks.subList(cut, chunks.size()).clear();
            chunks.addAll(merged);
            next += more.size();
            bytes += added;
            dropOldest();
        }
        listeners.forEach(listener -> listener.accept(new Move(before)));
    }

    private synchronized void add(LogLine line, byte[] text) {
        room(chunks, text.length).add(line, text);
        next++;
        bytes += text.length;
        dropOldest();
    }

    /** The chunk for a next line with so many bytes. */
    private static LogChunk room(List<LogChunk> in, int more) {
        LogChunk last = in.getLast();
        if (last.isFull(more)) {
            last.seal();
            last = new LogChunk(last.next());
            in.add(last);
        }
        return last;
    }

    private void dropOldest() {
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
