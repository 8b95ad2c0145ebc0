// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Some lines of a log in a row, their text as UTF-8 in one array: half of what objects would take, and a search goes through it without
 * making any. Lines are only added, and what was added does not change, so a {@link LogPiece} of it is read while others come. Guarded
 * by the ring that it belongs to.
 */
final class LogChunk {
    private static final int LINES = 4096;
    private static final int BYTES = 512 << 10;
    private static final LogLine.Kind[] KINDS = LogLine.Kind.values();

    private static final int[] PLAIN = {};

    private final long first;
    private byte[] text = new byte[4 << 10];
    private int[] ends = new int[64];
    private byte[] traits = new byte[64];
    private int[] sources = new int[64];
    private long[] times = new long[64];
    private int[] styles = PLAIN;
    private int[] styleEnds = new int[64];
    private int count;

    /** @param first number of its first line */
    LogChunk(long first) {
        this.first = first;
    }

    long first() {
        return first;
    }

    /** The number after its last line. */
    long next() {
        return first + count;
    }

    /** Whether a line with so many bytes is to go into the next one. */
    boolean isFull(int more) {
        return count == LINES || count > 0 && end() + more > BYTES;
    }

    /** How many bytes the text of a line has. */
    int bytes(long number) {
        int line = (int) (number - first);
        return ends[line] - LogPiece.start(ends, line);
    }

    /** @param bytes the text of the line */
    void add(LogLine line, byte[] bytes) {
        int[] own = line.styles();
        int trait = line.kind().ordinal() | LogPiece.traits(line.text(), bytes.length);
        add(bytes, 0, bytes.length, (byte) trait, line.source(), line.time(), own == null ? PLAIN : own);
    }

    /** Adds a line of another one. */
    void copy(LogChunk from, long number) {
        int line = (int) (number - from.first);
        int start = LogPiece.start(from.ends, line);
        int[] own = from.styles(line);
        add(from.text, start, from.ends[line] - start, from.traits[line], from.sources[line], from.times[line], own);
    }

    private void add(byte[] bytes, int start, int length, byte trait, int source, long time, int[] own) {
        int from = LogPiece.start(ends, count);
        room(from + length + 1);
        System.arraycopy(bytes, start, text, from, length);
        ends[count] = from + length;
        text[ends[count]] = LogPiece.BETWEEN;
        traits[count] = trait;
        sources[count] = source;
        times[count] = time;
        int styled = count == 0 ? 0 : styleEnds[count - 1];
        if (styled + own.length > styles.length) {
            styles = Arrays.copyOf(styles, 2 * styles.length + own.length);
        }
        System.arraycopy(own, 0, styles, styled, own.length);
        styleEnds[count] = styled + own.length;
        count++;
    }

    private int[] styles(int line) {
        int from = line == 0 ? 0 : styleEnds[line - 1];
        return from == styleEnds[line] ? PLAIN : Arrays.copyOfRange(styles, from, styleEnds[line]);
    }

    private int end() {
        return count == 0 ? 0 : ends[count - 1];
    }

    private void room(int bytes) {
        if (bytes > text.length) {
            text = Arrays.copyOf(text, Math.max(bytes, 2 * text.length));
        }
        if (count == ends.length) {
            resize(2 * count);
        }
    }

    private void resize(int lines) {
        ends = Arrays.copyOf(ends, lines);
        traits = Arrays.copyOf(traits, lines);
        sources = Arrays.copyOf(sources, lines);
        times = Arrays.copyOf(times, lines);
        styleEnds = Arrays.copyOf(styleEnds, lines);
    }

    /** Nothing is added any more: gives back what it does not need. */
    void seal() {
        text = Arrays.copyOf(text, end() + 1);
        styles = Arrays.copyOf(styles, count == 0 ? 0 : styleEnds[count - 1]);
        resize(count);
    }

    /** As many of its lines as are before a number, to be gone on with differently. */
    LogChunk upTo(long number) {
        LogChunk part = new LogChunk(first);
        part.count = (int) (number - first);
        part.text = text.clone();
        part.ends = ends.clone();
        part.traits = traits.clone();
        part.sources = sources.clone();
        part.times = times.clone();
        part.styles = styles.clone();
        part.styleEnds = styleEnds.clone();
        return part;
    }

    /** Whether a container wrote a line at a time that is known. */
    boolean isWritten(long number) {
        int line = (int) (number - first);
        return times[line] != 0 && (traits[line] & LogPiece.KIND) == LogLine.Kind.WRITTEN.ordinal();
    }

    long time(long number) {
        return times[(int) (number - first)];
    }

    LogLine get(long number) {
        int line = (int) (number - first);
        int from = LogPiece.start(ends, line);
        String words = new String(text, from, ends[line] - from, StandardCharsets.UTF_8);
        int[] own = styles(line);
        return new LogLine(
                sources[line], times[line], words, own.length == 0 ? null : own, KINDS[traits[line] & LogPiece.KIND]);
    }

    /** Its lines from a number on. */
    LogPiece from(long number) {
        return new LogPiece(first, (int) (number - first), count, text, ends, traits);
    }
}
