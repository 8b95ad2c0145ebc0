// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

/**
 * A series at a resolution: bucket i covers [start + i * step, start + (i+1) * step). A bucket without samples has
 * count 0 and NaN in the other arrays.
 *
 * @param start epoch milliseconds
 * @param step milliseconds
 * @param min least value of each bucket, in the unit of the metric; NaN where the bucket is empty
 * @param max greatest value of each bucket, likewise
 * @param average mean of the samples of each bucket, likewise
 * @param count samples in each bucket
 */
public record Curve(long start, long step, double[] min, double[] max, double[] average, int[] count) {
    public int size() {
        return count.length;
    }
}
