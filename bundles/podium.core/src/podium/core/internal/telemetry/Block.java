// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.telemetry;

/**
 * A run of samples of one series, compressed without loss as they come. Times: change of the interval (Gorilla, VLDB
 * 2015). Values: what exporters print are decimal numbers, so the difference of the numbers scaled to whole ones is
 * written, which is short where XOR of doubles is not; a number that has no short decimal form is written as it is.
 */
final class Block {
    /** Samples in a full block. */
    static final int CAPACITY = 240;

    private static final double MIB = 1L << 20;
    /** What a value is multiplied by to become whole: six decimals at most, or a number of MiB. */
    private static final double[] SCALES = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 1 / MIB};

    private static final int MIB_SCALE = 7;
    private static final int RAW = 8;
    private static final int SCALE_BITS = 4;
    /** Beyond this, whole doubles are not exact any more. */
    private static final double MOST = 1L << 52;

    private static final Steps TIME = new Steps(new int[] {0, 5, 9, 16});
    private static final Steps VALUE = new Steps(new int[] {0, 3, 6, 9, 12, 16, 24});

    /** Takes the samples of a block in order. */
    interface Taker {
        void take(long time, double value);
    }

    private final Bits bits = new Bits();
    private long firstTime;
    private long lastTime;
    private long interval;
    private int scale = RAW;
    private long scaled;
    private int count;

    boolean full() {
        return count == CAPACITY;
    }

    int count() {
        return count;
    }

    long firstTime() {
        return firstTime;
    }

    long lastTime() {
        return lastTime;
    }

    int bytes() {
        return 48 + 24 + bits.bytes();
    }

    void seal() {
        bits.trim();
    }

    void append(long time, double value) {
        if (count == 0) {
            firstTime = time;
        } else {
            appendTime(time - lastTime);
        }
        lastTime = time;
        count++;
        int now = scale(value);
        if (now == RAW) {
            VALUE.escape(bits);
            bits.write(RAW, SCALE_BITS);
            bits.write(Double.doubleToRawLongBits(value), 64);
            return;
        }
        long next = Math.round(value * SCALES[now]);
        if (now != scale) {
            VALUE.escape(bits);
        }
        if (now != scale || !VALUE.write(bits, next - scaled)) {
            bits.write(now, SCALE_BITS);
            bits.write(next, 64);
        }
        scale = now;
        scaled = next;
    }

    private void appendTime(long now) {
        if (!TIME.write(bits, now - interval)) {
            bits.write(now - interval, 64);
        }
        interval = now;
    }

    void forEach(Taker taker) {
        Bits.Reader reader = bits.reader();
        long time = firstTime;
        long step = 0;
        int at = RAW;
        long number = 0;
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                int prefix = TIME.prefix(reader);
                step += TIME.escaped(prefix) ? reader.read(64) : TIME.read(reader, prefix);
                time += step;
            }
            int prefix = VALUE.prefix(reader);
            if (VALUE.escaped(prefix)) {
                int written = (int) reader.read(SCALE_BITS);
                long word = reader.read(64);
                if (written == RAW) {
                    taker.take(time, Double.longBitsToDouble(word));
                    continue;
                }
                at = written;
                number = word;
            } else {
                number += VALUE.read(reader, prefix);
            }
            taker.take(time, number / SCALES[at]);
        }
    }

    /** The scale in which the value is a whole number, that of the last one if it will do; RAW: it has none. */
    private int scale(double value) {
        if (scale != RAW && exact(value, scale)) {
            return scale;
        }
        if (Math.abs(value) >= MIB && exact(value, MIB_SCALE)) {
            return MIB_SCALE;
        }
        for (int decimals = scale < MIB_SCALE ? scale : 0; decimals < MIB_SCALE; decimals++) {
            if (exact(value, decimals)) {
                return decimals;
            }
        }
        return RAW;
    }

    private static boolean exact(double value, int scale) {
        double shifted = value * SCALES[scale];
        return Math.abs(shifted) <= MOST
                && Double.doubleToRawLongBits(Math.round(shifted) / SCALES[scale]) == Double.doubleToRawLongBits(value);
    }
}
