// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.link;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import podium.gpu.internal.cuda.Cuda.Context;
import podium.gpu.internal.cuda.Cuda.Memory;

/** Times copies from one memory to another. */
final class CopyBenchmark {
    /** Large enough that what a copy costs to start is lost in it, small enough for any device. */
    static final long BYTES = 64L << 20;

    private static final int ROUNDS = 5;
    /** A round is at least about this long: events tell half microseconds. */
    private static final double ROUND = 0.02;

    private static final int MOST_COPIES = 32;
    private static final int SMALL = 4;
    private static final int SMALL_COPIES = 64;

    private final BooleanSupplier cancelled;

    CopyBenchmark(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /**
     * What a link does.
     *
     * @param bytesPerSecond the median of the rounds
     * @param latency seconds of a copy of four bytes, the median of the rounds
     */
    record Speed(double bytesPerSecond, double latency) {}

    /** The measurement was cancelled. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The first copy wakes clocks and links and tells how many make a round; it does not count. */
    Speed measure(Context context, Memory from, Memory to) {
        context.copy(from, to, BYTES, 1);
        double once = Math.max(1e-6, context.copy(from, to, BYTES, 1));
        int copies = (int) Math.clamp(Math.ceil(ROUND / once), 1, MOST_COPIES);
        double seconds = median(context, from, to, BYTES, copies);
        context.copy(from, to, SMALL, SMALL_COPIES);
        double small = median(context, from, to, SMALL, SMALL_COPIES);
        return new Speed(BYTES / seconds, small);
    }

    private double median(Context context, Memory from, Memory to, long bytes, int copies) {
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            if (cancelled.getAsBoolean()) {
                throw new Cancelled();
            }
            rounds[round] = context.copy(from, to, bytes, copies) / copies;
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }
}
