// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The samples of a series that are too few for a frame. What does not change takes no room: values are kept from the
 * first that differs from the last of the frame before, gaps from the first that is not the usual one. Guarded by its
 * series.
 */
final class PendingSamples {
    private static final int VALUES = 16 + 8 * FrameWriter.MOST;
    private static final int GAPS = 16 + 4 * FrameWriter.MOST;

    private double @Nullable [] values;
    private int @Nullable [] gaps;
    private int count;
    private long firstTime;

    /**
     * Takes a sample.
     *
     * @param gap milliseconds since the sample before
     * @param state what the frame before left
     * @return bytes of room that was taken for it
     */
    int add(long time, int gap, double value, FrameState state) {
        if (count == 0) {
            firstTime = time;
        }
        int taken = 0;
        double[] kept = values;
        if (kept != null) {
            kept[count] = value;
        } else if (Double.doubleToRawLongBits(value) != state.bits) {
            taken = varies(value, state);
        }
        int[] between = gaps;
        if (between != null) {
            between[count] = gap;
        } else if (gap != state.gap) {
            taken += wavers(gap, state);
        }
        count++;
        return taken;
    }

    private int varies(double value, FrameState state) {
        double[] kept = new double[FrameWriter.MOST];
        Arrays.fill(kept, 0, count, Double.longBitsToDouble(state.bits));
        kept[count] = value;
        values = kept;
        return VALUES;
    }

    private int wavers(int gap, FrameState state) {
        int[] between = new int[FrameWriter.MOST];
        Arrays.fill(between, 0, count, state.gap);
        between[count] = gap;
        gaps = between;
        return GAPS;
    }

    boolean full() {
        return count == FrameWriter.MOST;
    }

    int count() {
        return count;
    }

    long firstTime() {
        return firstTime;
    }

    int bytes() {
        return 40 + (values == null ? 0 : VALUES) + (gaps == null ? 0 : GAPS);
    }

    /** True when all gaps are the usual one. */
    boolean steady() {
        return gaps == null;
    }

    /** True when all values are the last one of the frame before. */
    boolean constant() {
        return values == null;
    }

    /** Puts them into the writer as its next frame. */
    void into(FrameWriter writer, FrameState state) {
        double[] kept = values;
        if (kept == null) {
            Arrays.fill(writer.values(), 0, count, Double.longBitsToDouble(state.bits));
        } else {
            System.arraycopy(kept, 0, writer.values(), 0, count);
        }
        int[] between = gaps;
        if (between == null) {
            Arrays.fill(writer.gaps(), 0, count, state.gap);
        } else {
            System.arraycopy(between, 0, writer.gaps(), 0, count);
        }
    }

    /** Forgets them. Room for values is kept only where the last frame had need of it. */
    void clear() {
        double[] kept = values;
        if (kept != null && Double.doubleToRawLongBits(kept[0]) == Double.doubleToRawLongBits(kept[count - 1])) {
            values = null;
        }
        gaps = null;
        count = 0;
    }

    PendingSamples copy() {
        PendingSamples copy = new PendingSamples();
        copy.values = values == null ? null : values.clone();
        copy.gaps = gaps == null ? null : gaps.clone();
        copy.count = count;
        copy.firstTime = firstTime;
        return copy;
    }

    void forEach(FrameState state, SampleChunk.Taker taker) {
        double[] kept = values;
        int[] between = gaps;
        double value = Double.longBitsToDouble(state.bits);
        long time = firstTime;
        for (int i = 0; i < count; i++) {
            time += i == 0 ? 0 : between == null ? state.gap : between[i];
            taker.take(time, kept == null ? value : kept[i]);
        }
    }
}
