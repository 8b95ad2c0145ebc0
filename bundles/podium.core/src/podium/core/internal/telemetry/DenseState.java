// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.telemetry;

import java.util.Arrays;

/** What the next value of a dense block leans on: writer and reader keep one each, in step. */
final class DenseState {
    private static final int WHOLE = 2;
    private static final int MEAN = 4;

    /** The last values that differ from each other, the newest first. */
    private final double[] recent = new double[Tokens.HITS + 1];

    private int scale;
    private int other;

    DenseState() {
        clear();
    }

    void clear() {
        Arrays.fill(recent, 0);
        scale = WHOLE;
        other = MEAN;
    }

    double last() {
        return recent[0];
    }

    long lastBits() {
        return Double.doubleToRawLongBits(recent[0]);
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
            if (Double.doubleToRawLongBits(recent[i]) == bits) {
                return i;
            }
        }
        return 0;
    }

    /** A value of before, from 1 on. */
    double at(int place) {
        return recent[place];
    }

    /**
     * A value came.
     *
     * @param place where it was; 0: it is new
     */
    void took(double value, int place) {
        System.arraycopy(recent, 0, recent, 1, place == 0 ? Tokens.HITS : place);
        recent[0] = value;
    }
}
