// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * Points in the order of their times, each time once. An answer has up to two million of them: they are kept as plain numbers. One
 * thread.
 */
final class PointList {
    private static final int FIRST = 64;

    private long[] times;
    private double[] values;
    private int count;

    PointList() {
        this(FIRST);
    }

    private PointList(int room) {
        times = new long[room];
        values = new double[room];
    }

    /**
     * Adds a point behind the others.
     *
     * @param time epoch milliseconds
     * @return false when it is not later than the last one, and so is left out
     */
    boolean add(long time, double value) {
        if (count > 0 && time <= times[count - 1]) {
            return false;
        }
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        times[count] = time;
        values[count++] = value;
        return true;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Both together: where both have a point at a time, what the operator makes of them. */
    PointList with(PointList other, DoubleBinaryOperator how) {
        PointList both = new PointList(Math.max(FIRST, count + other.count));
        int own = 0;
        int theirs = 0;
        while (own < count || theirs < other.count) {
            boolean here = theirs == other.count || own < count && times[own] <= other.times[theirs];
            boolean there = own == count || theirs < other.count && other.times[theirs] <= times[own];
            if (here && there) {
                both.add(times[own], how.applyAsDouble(values[own++], other.values[theirs++]));
            } else if (here) {
                both.add(times[own], values[own++]);
            } else {
                both.add(other.times[theirs], other.values[theirs++]);
            }
        }
        return both;
    }

    long[] times() {
        return Arrays.copyOf(times, count);
    }

    /** Each divided by that. */
    double[] values(int divisor) {
        double[] divided = Arrays.copyOf(values, count);
        for (int i = 0; i < count; i++) {
            divided[i] /= divisor;
        }
        return divided;
    }
}
