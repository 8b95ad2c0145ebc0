// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be reached at all: the empirical entropy of the values of a set of series under a few models, in bytes a sample.
 * A coder of that kind must also learn its odds, which is not counted: with as many distinct numbers as here, that is a
 * good deal more.
 */
final class TelemetryBounds {
    private static final int RUNS = 6;

    private TelemetryBounds() {}

    /** Counts of symbols, each under what is known before it. */
    private static final class Model {
        private final Map<Object, Map<Long, long[]>> counts = new HashMap<>();

        void saw(Object context, long symbol) {
            counts.computeIfAbsent(context, none -> new HashMap<>()).computeIfAbsent(symbol, none -> new long[1])[0]++;
        }

        double bytes() {
            double bits = 0;
            for (Map<Long, long[]> of : counts.values()) {
                double all = of.values().stream().mapToLong(count -> count[0]).sum();
                for (long[] count : of.values()) {
                    bits -= count[0] * Math.log(count[0] / all) / Math.log(2);
                }
            }
            return bits / 8;
        }
    }

    /** The bounds of a set, as a line. */
    static String of(List<TelemetrySeries> all) {
        Model values = new Model();
        Model deltas = new Model();
        Model afterDelta = new Model();
        Model changed = new Model();
        Model changes = new Model();
        long samples = 0;
        for (TelemetrySeries series : all) {
            long before = 0;
            long delta = 0;
            int run = 0;
            for (double value : series.values()) {
                long now = Double.doubleToRawLongBits(value);
                long next = now - before;
                values.saw("", now);
                deltas.saw("", next);
                afterDelta.saw(delta == 0, next);
                changed.saw(Math.min(run, RUNS) * 2 + (delta == 0 ? 0 : 1), next == 0 ? 0 : 1);
                if (next != 0) {
                    changes.saw("", next);
                }
                run = (next == 0) == (delta == 0) ? run + 1 : 0;
                delta = next;
                before = now;
                samples++;
            }
        }
        return String.format(
                "entropy, odds known beforehand: values %.2f, deltas %.2f, deltas after one or none %.2f,"
                        + " whether it changes by run %.2f + changes %.2f",
                values.bytes() / samples,
                deltas.bytes() / samples,
                afterDelta.bytes() / samples,
                changed.bytes() / samples,
                changes.bytes() / samples);
    }
}
