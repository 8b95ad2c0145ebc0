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

    private static final int MOST_DECIMALS = 6;
    private static final int RAW = 7;
    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
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
    private int decimals = RAW;
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
        int now = decimals(value, decimals == RAW ? 0 : decimals);
        long next = now == RAW ? 0 : Math.round(value * POWERS[now]);
        if (now == RAW || now != decimals) {
            VALUE.escape(bits);
        } else if (VALUE.write(bits, next - scaled)) {
            scaled = next;
            return;
        }
        bits.write(now, 3);
        bits.write(now == RAW ? Double.doubleToRawLongBits(value) : next, 64);
        decimals = now;
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
        int digits = RAW;
        long number = 0;
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                int prefix = TIME.prefix(reader);
                step += TIME.escaped(prefix) ? reader.read(64) : TIME.read(reader, prefix);
                time += step;
            }
            int prefix = VALUE.prefix(reader);
            if (VALUE.escaped(prefix)) {
                digits = (int) reader.read(3);
                number = reader.read(64);
            } else {
                number += VALUE.read(reader, prefix);
            }
            taker.take(time, digits == RAW ? Double.longBitsToDouble(number) : number / POWERS[digits]);
        }
    }

    /** Fewest decimals, at least so many, with which the value is exactly a decimal number; RAW: it is none. */
    private static int decimals(double value, int least) {
        for (int digits = least; digits <= MOST_DECIMALS; digits++) {
            double shifted = value * POWERS[digits];
            if (Math.abs(shifted) > MOST) {
                return RAW;
            }
            double back = Math.round(shifted) / POWERS[digits];
            if (Double.doubleToRawLongBits(back) == Double.doubleToRawLongBits(value)) {
                return digits;
            }
        }
        return RAW;
    }
}
