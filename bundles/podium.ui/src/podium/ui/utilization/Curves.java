// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import java.util.Arrays;
import java.util.List;
import podium.core.metrics.Curve;

/** Curves of several devices as one. Pure; any thread. */
final class Curves {
    /** Of fewer devices a tenth is none. */
    static final int LEAST_SPREAD = 10;

    private Curves() {}

    /**
     * The least, the largest and the mean of all in each bucket; a bucket nobody has a sample for stays unknown. Every
     * device that has samples counts once, however many it has.
     *
     * @param curves of the same start, step and size; at least one
     */
    static Curve together(List<Curve> curves) {
        Curve first = curves.getFirst();
        int size = first.size();
        double[] min = filled(size);
        double[] max = filled(size);
        double[] average = filled(size);
        int[] count = new int[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            int devices = 0;
            for (Curve curve : curves) {
                if (i < curve.size() && curve.count()[i] > 0) {
                    min[i] = devices == 0 ? curve.min()[i] : Math.min(min[i], curve.min()[i]);
                    max[i] = devices == 0 ? curve.max()[i] : Math.max(max[i], curve.max()[i]);
                    sum += curve.average()[i];
                    count[i] += curve.count()[i];
                    devices++;
                }
            }
            if (devices > 0) {
                average[i] = sum / devices;
            }
        }
        return new Curve(first.start(), first.step(), min, max, average, count);
    }

    /**
     * Where the middle of the devices lies: the means that a tenth of them is below, and above, in each bucket; NaN where fewer than
     * {@link #LEAST_SPREAD} have samples.
     *
     * @param curves of the same start, step and size; at least one
     */
    static Spread spread(List<Curve> curves) {
        int size = curves.getFirst().size();
        double[] low = filled(size);
        double[] high = filled(size);
        for (int i = 0; i < size; i++) {
            int bucket = i;
            double[] means = curves.stream()
                    .filter(curve -> bucket < curve.size() && curve.count()[bucket] > 0)
                    .mapToDouble(curve -> curve.average()[bucket])
                    .sorted()
                    .toArray();
            if (means.length >= LEAST_SPREAD) {
                low[i] = means[(means.length - 1) / 10];
                high[i] = means[means.length - 1 - (means.length - 1) / 10];
            }
        }
        return new Spread(low, high);
    }

    /** Values by bucket; NaN where not known. */
    record Spread(double[] low, double[] high) {
        static final Spread NONE = new Spread(new double[0], new double[0]);

        boolean isKnown(int bucket) {
            return bucket < low.length && !Double.isNaN(low[bucket]);
        }
    }

    /** A curve whose empty buckets are those of another one, of the same start and step. */
    static Curve filled(Curve curve, Curve other) {
        int size = curve.size();
        double[] min = curve.min().clone();
        double[] max = curve.max().clone();
        double[] average = curve.average().clone();
        int[] count = curve.count().clone();
        for (int i = 0; i < Math.min(size, other.size()); i++) {
            if (count[i] == 0 && other.count()[i] > 0) {
                min[i] = other.min()[i];
                max[i] = other.max()[i];
                average[i] = other.average()[i];
                count[i] = other.count()[i];
            }
        }
        return new Curve(curve.start(), curve.step(), min, max, average, count);
    }

    /** True when one of the first buckets has samples: a source may come a little late. */
    static boolean reachesBack(Curve curve) {
        return Arrays.stream(curve.count()).limit(2).anyMatch(count -> count > 0);
    }

    /** The largest value of a curve; NaN when it has none. */
    static double largest(Curve curve) {
        return Arrays.stream(curve.max())
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    /** The last known mean; NaN when there is none. */
    static double last(Curve curve) {
        for (int i = curve.size() - 1; i >= 0; i--) {
            if (curve.count()[i] > 0) {
                return curve.average()[i];
            }
        }
        return Double.NaN;
    }

    private static double[] filled(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
