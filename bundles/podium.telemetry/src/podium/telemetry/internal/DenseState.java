// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.util.Arrays;

/** What the next value of a dense block leans on: writer and reader keep one each, in step. */
final class DenseState {
    private static final int WHOLE = 2;
    private static final int MEAN = 4;

    /** Bits of the last values that differ from each other, the newest first. */
    private final long[] recent = new long[Tokens.HITS + 1];

    private int scale;
    private int other;
    private long steps;
    /** The scale that the last value was counted in; -1: none. */
    private int counted;

    DenseState() {
        clear();
    }

    void clear() {
        Arrays.fill(recent, 0);
        scale = WHOLE;
        other = MEAN;
        counted = -1;
    }

    double last() {
        return Double.longBitsToDouble(recent[0]);
    }

    long lastBits() {
        return recent[0];
    }

    int scale() {
        return scale;
    }

    /** The scale of before the last one. */
    int other() {
        return other;
    }

    /** Counts in the scale of before. */
    void back() {
        scaled(other);
    }

    /** Counts in another scale from now on. */
    void scaled(int to) {
        other = scale;
        scale = to;
    }

    /** Which of the values before the last one it is, from 1 on; 0: none. */
    int place(double value) {
        long bits = Double.doubleToRawLongBits(value);
        for (int i = 1; i < recent.length; i++) {
            if (recent[i] == bits) {
                return i;
            }
        }
        return 0;
    }

    /** The last value in steps of the scale, as far as it can be told in them. */
    long steps() {
        if (counted != scale) {
            steps = ScaleCandidates.of(last(), scale);
            counted = scale;
        }
        return steps;
    }

    /** A new value came. */
    void took(double value) {
        move(Tokens.HITS);
        recent[0] = Double.doubleToRawLongBits(value);
        counted = -1;
    }

    /** A new value came that is so many steps of the scale. */
    void took(double value, long of) {
        took(value);
        steps = of;
        counted = scale;
    }

    /** A value of before came, from 1 on. */
    void tookAgain(int place) {
        long value = recent[place];
        move(place);
        recent[0] = value;
        counted = -1;
    }

    private void move(int count) {
        for (int i = count; i > 0; i--) {
            recent[i] = recent[i - 1];
        }
    }
}
