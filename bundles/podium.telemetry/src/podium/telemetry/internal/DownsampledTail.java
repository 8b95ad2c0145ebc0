// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.util.Arrays;

/**
 * What is left of samples that are too old to keep: least, greatest, sum and count in buckets of equal length. When all
 * buckets are in use, two become one and the length doubles, so it covers any span in the same memory.
 */
final class DownsampledTail {
    private static final long FIRST_STEP = 60_000;

    private final double[] min;
    private final double[] max;
    private final double[] sum;
    private final int[] count;
    private long start;
    private long step = FIRST_STEP;
    private boolean used;

    DownsampledTail(int buckets) {
        min = new double[buckets];
        max = new double[buckets];
        sum = new double[buckets];
        count = new int[buckets];
    }

    static int bytes(int buckets) {
        return 120 + 28 * buckets;
    }

    int bytes() {
        return bytes(count.length);
    }

    /** Takes a sample; samples come in order of time. */
    void add(long time, double value) {
        add(time, value, value, value, 1);
    }

    /** Takes several samples of about one time as one. */
    void add(long time, double least, double greatest, double total, int samples) {
        if (!used) {
            used = true;
            start = Math.floorDiv(time, step) * step;
        }
        while (time - start >= step * count.length) {
            halve();
        }
        int at = (int) Math.max(0, (time - start) / step);
        boolean first = count[at] == 0;
        min[at] = first ? least : Math.min(min[at], least);
        max[at] = first ? greatest : Math.max(max[at], greatest);
        sum[at] = first ? total : sum[at] + total;
        count[at] += samples;
    }

    /** Gives each bucket with samples, by its middle, in order. */
    void forEach(DayRecord.CoarseTaker taker) {
        for (int i = 0; i < count.length; i++) {
            if (count[i] > 0) {
                taker.take(start + i * step + step / 2, min[i], max[i], sum[i], count[i]);
            }
        }
    }

    /** Puts each bucket where its middle lies. */
    void addTo(CurveBuilder curve) {
        forEach(curve::add);
    }

    private void halve() {
        long wider = 2 * step;
        long newStart = Math.floorDiv(start, wider) * wider;
        int shift = (int) ((start - newStart) / step);
        int buckets = count.length;
        double[] oldMin = min.clone();
        double[] oldMax = max.clone();
        double[] oldSum = sum.clone();
        int[] oldCount = count.clone();
        Arrays.fill(count, 0);
        for (int i = 0; i < buckets; i++) {
            int to = (i + shift) / 2;
            if (oldCount[i] > 0) {
                boolean first = count[to] == 0;
                min[to] = first ? oldMin[i] : Math.min(min[to], oldMin[i]);
                max[to] = first ? oldMax[i] : Math.max(max[to], oldMax[i]);
                sum[to] = first ? oldSum[i] : sum[to] + oldSum[i];
                count[to] += oldCount[i];
            }
        }
        start = newStart;
        step = wider;
    }
}
