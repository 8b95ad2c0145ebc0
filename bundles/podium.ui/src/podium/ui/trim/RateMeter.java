// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

/** How many of something came in each second, over the last whole seconds. UI thread. */
final class RateMeter {
    private static final int SECONDS = 5;
    private final long[] counts = new long[SECONDS + 1];
    private long second;

    /** So many came at this time, in epoch milliseconds. */
    void add(long count, long at) {
        turn(at / 1000);
        counts[(int) (second % counts.length)] += count;
    }

    /** Mean of the last five whole seconds. */
    double perSecond(long at) {
        turn(at / 1000);
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += i == second % counts.length ? 0 : counts[i];
        }
        return (double) sum / SECONDS;
    }

    private void turn(long now) {
        for (long i = Math.max(second + 1, now - counts.length + 1); i <= now; i++) {
            counts[(int) (i % counts.length)] = 0;
        }
        second = Math.max(second, now);
    }
}
