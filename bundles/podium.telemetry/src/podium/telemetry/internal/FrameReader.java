// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import podium.telemetry.internal.SampleChunk.Taker;

/**
 * Reads what {@link FrameWriter} wrote. A frame is:
 *
 * <pre>
 * 1                                        all gaps are the usual one
 * 0 (0 | 1 gap:32) mask [multiple? numbers] the usual gap is (not) another one now; which differ, and by how much
 * 1                                        no value changed
 * 0 mask (1 | 0 scale:4)                   which changed; the scale is (not) another one now
 *   (slips width numbers | shift numbers)  with a scale: steps; without: XOR of the bits
 * mask    = 1 | 0 bits                     all, or a bit a sample
 * slips   = 0 | 1 (0 | 10 sign | 11 bits:64) for each changed value
 * </pre>
 *
 * One use, one thread.
 */
final class FrameReader {
    private final BitBuffer.Reader bits;
    private final FrameState state = new FrameState();
    private final int[] gaps = new int[FrameWriter.MOST];
    private final long[] slips = new long[FrameWriter.MOST];

    FrameReader(BitBuffer bits) {
        this.bits = bits.reader();
    }

    /**
     * Reads a run of frames.
     *
     * @param count samples in it
     * @param firstTime time of its first sample
     */
    void read(int count, long firstTime, Taker taker) {
        double[] values = new double[FrameWriter.MOST];
        long time = firstTime;
        for (int done = 0; done < count; done += FrameWriter.MOST) {
            int size = Math.min(FrameWriter.MOST, count - done);
            gaps(size);
            values(values, size);
            for (int i = 0; i < size; i++) {
                time += done + i == 0 ? 0 : gaps[i];
                taker.take(time, values[i]);
            }
        }
    }

    /** Reads a run of frames into arrays: its values, and milliseconds from the sample before to each. */
    void read(int count, int[] between, double[] values) {
        double[] frame = new double[FrameWriter.MOST];
        for (int done = 0; done < count; done += FrameWriter.MOST) {
            int size = Math.min(FrameWriter.MOST, count - done);
            gaps(size);
            values(frame, size);
            System.arraycopy(gaps, 0, between, done, size);
            System.arraycopy(frame, 0, values, done, size);
        }
    }

    private void gaps(int count) {
        int odd = 0;
        if (!bits.bit()) {
            if (bits.bit()) {
                state.gap = (int) bits.read(FrameWriter.GAP_BITS);
            }
            odd = mask(count);
        }
        for (int i = 0; i < count; i++) {
            gaps[i] = state.gap;
        }
        if (odd != 0) {
            boolean multiples = bits.bit();
            int width = (int) bits.read(FrameWriter.WIDTH_BITS);
            for (int rest = odd; rest != 0; rest &= rest - 1) {
                long number = number(width);
                gaps[Integer.numberOfTrailingZeros(rest)] =
                        (int) (multiples ? number * state.gap : state.gap + signed(number));
            }
        }
    }

    private int mask(int count) {
        return bits.bit() ? (1 << count) - 1 : (int) bits.read(count);
    }

    private void values(double[] values, int count) {
        double value = Double.longBitsToDouble(state.bits);
        if (bits.bit()) {
            for (int i = 0; i < count; i++) {
                values[i] = value;
            }
            return;
        }
        int changed = mask(count);
        if (!bits.bit()) {
            state.scaled((int) bits.read(FrameWriter.SCALE_BITS));
        }
        if (state.scale == ValueScales.NONE) {
            raw(values, changed);
        } else {
            steps(values, changed);
        }
        for (int i = 0; i < count; i++) {
            if ((changed & 1 << i) == 0) {
                values[i] = value;
            }
            value = values[i];
        }
        state.bits = Double.doubleToRawLongBits(value);
    }

    private void steps(double[] values, int changed) {
        int whole = bits.bit() ? slips(values, changed) : changed;
        boolean odd = whole != changed;
        int width = width();
        for (int rest = changed; rest != 0; rest &= rest - 1) {
            int at = Integer.numberOfTrailingZeros(rest);
            if (!odd || (whole & 1 << at) != 0) {
                state.steps += signed(number(width));
                values[at] = ValueScales.value(state.steps, state.scale, slips[at]);
                slips[at] = 0;
            }
        }
    }

    /** Reads the slips; those that are no whole number of steps are put in their place and taken out of the mask. */
    private int slips(double[] values, int changed) {
        int whole = changed;
        for (int rest = changed; rest != 0; rest &= rest - 1) {
            int at = Integer.numberOfTrailingZeros(rest);
            if (!bits.bit()) {
                continue;
            }
            if (bits.bit()) {
                values[at] = Double.longBitsToDouble(bits.read(64));
                whole &= ~(1 << at);
            } else {
                slips[at] = bits.bit() ? 1 : -1;
            }
        }
        return whole;
    }

    private void raw(double[] values, int changed) {
        int shift = (int) bits.read(FrameWriter.SHIFT_BITS);
        int width = width();
        long before = state.bits;
        for (int rest = changed; rest != 0; rest &= rest - 1) {
            before ^= number(width) << shift;
            values[Integer.numberOfTrailingZeros(rest)] = Double.longBitsToDouble(before);
        }
    }

    private int width() {
        if (!bits.bit()) {
            state.width = (int) bits.read(FrameWriter.WIDTH_BITS);
        }
        return state.width;
    }

    private long number(int width) {
        return width == 0 ? 0 : bits.read(width);
    }

    private static long signed(long zigzag) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }
}
