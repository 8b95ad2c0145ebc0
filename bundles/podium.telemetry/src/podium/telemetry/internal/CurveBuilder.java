// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.util.Arrays;
import podium.core.metrics.Curve;

/** Sums samples into the buckets of a curve: minimum, mean and maximum of each. */
final class CurveBuilder {
    private final long from;
    private final long to;
    private final long step;
    private final double[] min;
    private final double[] max;
    private final double[] sum;
    private final int[] count;
    /** The bucket of the last sample, and its span. */
    private int bucket;

    private long first;
    private long end;

    /** Buckets of equal length over [from, to), at most so many. */
    CurveBuilder(long from, long to, int buckets) {
        this.from = from;
        this.to = to;
        long span = Math.max(0, to - from);
        int most = Math.max(1, buckets);
        this.step = Math.max(1, (span + most - 1) / most);
        first = from;
        end = Math.min(from + step, to);
        int size = (int) ((span + step - 1) / step);
        min = new double[size];
        max = new double[size];
        sum = new double[size];
        count = new int[size];
        Arrays.fill(min, Double.NaN);
        Arrays.fill(max, Double.NaN);
    }

    boolean covers(long first, long last) {
        return first < to && last >= from;
    }

    long step() {
        return step;
    }

    /** Where its buckets begin, less whole steps. */
    long phase() {
        return Math.floorMod(from, step);
    }

    /** Whether a block lies in whole buckets, with so many samples in each on average. */
    boolean holds(SampleChunk block, int samples) {
        boolean whole = (to - from) % step == 0 || block.lastTime() < to;
        return whole && (bucketAfter(block.lastTime()) - bucket(block.firstTime())) / step * samples <= block.count();
    }

    /** The samples of a block in buckets that fall together with those of this curve, as many as it takes. */
    CurveBuilder summary(SampleChunk block) {
        long start = bucket(block.firstTime());
        long end = bucketAfter(block.lastTime());
        CurveBuilder summary = new CurveBuilder(start, end, (int) ((end - start) / step));
        block.forEach(summary::add);
        return summary;
    }

    /** Adds its buckets to those of a curve that they fall together with. */
    void addTo(CurveBuilder curve) {
        for (int i = 0; i < count.length; i++) {
            if (count[i] > 0) {
                curve.add(from + i * step, min[i], max[i], sum[i], count[i]);
            }
        }
    }

    private long bucket(long time) {
        return from + Math.floorDiv(time - from, step) * step;
    }

    private long bucketAfter(long time) {
        return bucket(time) + step;
    }

    void add(long time, double value) {
        add(time, value, value, value, 1);
    }

    void add(long time, double least, double greatest, double total, int samples) {
        if (time < first || time >= end) {
            if (time < from || time >= to) {
                return;
            }
            bucket = (int) ((time - from) / step);
            first = from + bucket * step;
            end = Math.min(first + step, to);
        }
        int at = bucket;
        min[at] = count[at] == 0 ? least : Math.min(min[at], least);
        max[at] = count[at] == 0 ? greatest : Math.max(max[at], greatest);
        sum[at] += total;
        count[at] += samples;
    }

    Curve build() {
        double[] average = new double[sum.length];
        for (int i = 0; i < sum.length; i++) {
            average[i] = count[i] == 0 ? Double.NaN : sum[i] / count[i];
        }
        return new Curve(from, step, min, max, average, count);
    }
}
