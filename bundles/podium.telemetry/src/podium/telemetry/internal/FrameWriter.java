// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

/**
 * Writes runs of up to {@link #MOST} samples as frames: which samples differ from the one before, then the differences of
 * those, all in as many bits as the largest needs. A frame in which nothing changed takes two bits. {@link FrameReader}
 * tells the layout. It keeps nothing between two frames but room to work in; one thread at a time.
 */
final class FrameWriter {
    /** Samples in a frame. */
    static final int MOST = 16;

    static final int SCALE_BITS = 4;
    static final int WIDTH_BITS = 7;
    static final int SHIFT_BITS = 6;
    static final int GAP_BITS = 32;

    private final long[] work = new long[MOST];
    private final long[] slips = new long[MOST];
    private final int[] gaps = new int[MOST];
    private final double[] values = new double[MOST];
    private FrameState state = new FrameState();
    private BitBuffer bits = new BitBuffer();

    /** Room for the samples of the next frame: milliseconds from the sample before to each. */
    int[] gaps() {
        return gaps;
    }

    /** Room for the samples of the next frame. */
    double[] values() {
        return values;
    }

    /**
     * Writes a frame of what was put into {@link #gaps()} and {@link #values()}; only the last of its run may have fewer
     * than {@link #MOST} samples. The gap of the first sample of a run is not looked at.
     *
     * @param of what the frames of its run before left, in step with them
     */
    void write(FrameState of, BitBuffer into, int count) {
        state = of;
        bits = into;
        writeGaps(count);
        writeValues(count);
    }

    /** Writes a frame in which every gap is the usual one and every value the last one. */
    static void writeSame(BitBuffer into) {
        into.write(0b11, 2);
    }

    private void writeGaps(int count) {
        if (state.first) {
            state.first = false;
            gaps[0] = count > 1 ? gaps[1] : 0;
        }
        int odd = odd(count);
        if (odd == 0) {
            bits.write(1, 1);
            return;
        }
        bits.write(0, 1);
        int usual = usual(count);
        boolean fresh = usual != state.gap;
        bits.write(fresh ? 1 : 0, 1);
        if (fresh) {
            bits.write(usual, GAP_BITS);
            state.gap = usual;
            odd = odd(count);
        }
        mask(odd, count);
        if (odd == 0) {
            return;
        }
        boolean multiples = state.gap > 0;
        for (int rest = odd; rest != 0 && multiples; rest &= rest - 1) {
            multiples = gaps[Integer.numberOfTrailingZeros(rest)] % state.gap == 0;
        }
        bits.write(multiples ? 1 : 0, 1);
        int size = 0;
        for (int rest = odd; rest != 0; rest &= rest - 1) {
            int gap = gaps[Integer.numberOfTrailingZeros(rest)];
            work[size++] = multiples ? gap / state.gap : zigzag((long) gap - state.gap);
        }
        int width = width(size);
        bits.write(width, WIDTH_BITS);
        bits.write(work, size, width);
    }

    private int odd(int count) {
        int odd = 0;
        for (int i = 0; i < count; i++) {
            odd |= gaps[i] == state.gap ? 0 : 1 << i;
        }
        return odd;
    }

    /** The gap that most samples of the frame have; the one of before unless another is more frequent. */
    private int usual(int count) {
        int best = state.gap;
        int most = 0;
        for (int i = -1; i < count; i++) {
            int candidate = i < 0 ? state.gap : gaps[i];
            int same = 0;
            for (int j = 0; j < count; j++) {
                same += gaps[j] == candidate ? 1 : 0;
            }
            if (same > most + (i < 0 ? 0 : 1)) {
                most = same;
                best = candidate;
            }
        }
        return best;
    }

    private void writeValues(int count) {
        int changed = 0;
        long before = state.bits;
        for (int i = 0; i < count; i++) {
            long now = Double.doubleToRawLongBits(values[i]);
            changed |= now == before ? 0 : 1 << i;
            before = now;
        }
        if (changed == 0) {
            bits.write(1, 1);
            return;
        }
        bits.write(0, 1);
        mask(changed, count);
        scale(changed);
        if (state.scale == ValueScales.NONE) {
            raw(changed);
        } else {
            steps(changed);
        }
        state.bits = before;
    }

    private void mask(int mask, int count) {
        boolean all = Integer.bitCount(mask) == count;
        bits.write(all ? 1 : 0, 1);
        if (!all) {
            bits.write(mask, count);
        }
    }

    private void scale(int changed) {
        int scale = state.scale;
        boolean poor = scale == ValueScales.NONE || !fits(changed, scale);
        if (poor) {
            scale = ValueScales.choose(values, changed);
            if (scale != ValueScales.NONE) {
                measure(changed, scale);
            }
        }
        boolean same = scale == state.scale;
        bits.write(same ? 1 : 0, 1);
        if (!same) {
            bits.write(scale, SCALE_BITS);
            state.scaled(scale);
        }
    }

    /** Counts the changed values in steps, with their slips. */
    private void measure(int changed, int scale) {
        int size = 0;
        for (int rest = changed; rest != 0; rest &= rest - 1) {
            double value = values[Integer.numberOfTrailingZeros(rest)];
            long steps = ValueScales.steps(value, scale);
            work[size] = steps;
            slips[size++] = ValueScales.slip(value, steps, scale);
        }
    }

    /** As {@link #measure}; false as soon as a value does not fit the scale. */
    private boolean fits(int changed, int scale) {
        int size = 0;
        for (int rest = changed; rest != 0; rest &= rest - 1) {
            double value = values[Integer.numberOfTrailingZeros(rest)];
            long steps = ValueScales.steps(value, scale);
            long slip = ValueScales.slip(value, steps, scale);
            if (slip < -1 || slip > 1) {
                return false;
            }
            work[size] = steps;
            slips[size++] = slip;
        }
        return true;
    }

    private void steps(int changed) {
        int size = Integer.bitCount(changed);
        boolean odd = false;
        int packed = 0;
        long steps = state.steps;
        for (int i = 0; i < size; i++) {
            odd |= slips[i] != 0;
            if (slips[i] >= -1 && slips[i] <= 1) {
                long next = work[i];
                work[packed++] = zigzag(next - steps);
                steps = next;
            }
        }
        state.steps = steps;
        bits.write(odd ? 1 : 0, 1);
        if (odd) {
            oddities(changed);
        }
        pack(packed, width(packed));
    }

    /** A code each: 0 exact, 10 and a sign: one bit off, 11 and the bits: no whole number of steps. */
    private void oddities(int changed) {
        int at = 0;
        long codes = 0;
        int length = 0;
        for (int rest = changed; rest != 0; rest &= rest - 1) {
            long slip = slips[at++];
            if (slip == 0) {
                codes <<= 1;
                length++;
            } else if (slip == 1 || slip == -1) {
                codes = codes << 3 | (slip == 1 ? 0b101 : 0b100);
                length += 3;
            } else {
                bits.write(codes << 2 | 0b11, length + 2);
                bits.write(Double.doubleToRawLongBits(values[Integer.numberOfTrailingZeros(rest)]), 64);
                codes = 0;
                length = 0;
            }
        }
        if (length > 0) {
            bits.write(codes, length);
        }
    }

    /** XOR with the value before, in the window of bits that any of them uses. */
    private void raw(int changed) {
        int size = 0;
        long all = 0;
        long before = state.bits;
        for (int rest = changed; rest != 0; rest &= rest - 1) {
            long now = Double.doubleToRawLongBits(values[Integer.numberOfTrailingZeros(rest)]);
            work[size] = now ^ before;
            all |= work[size++];
            before = now;
        }
        int shift = Long.numberOfTrailingZeros(all);
        bits.write(shift, SHIFT_BITS);
        for (int i = 0; i < size; i++) {
            work[i] >>>= shift;
        }
        pack(size, width(size));
    }

    private int width(int size) {
        long all = 0;
        for (int i = 0; i < size; i++) {
            all |= work[i];
        }
        return 64 - Long.numberOfLeadingZeros(all);
    }

    /** One bit where the width of before will do: as wide as is needed, or so little wider that it costs less than to say so. */
    private void pack(int size, int needed) {
        int waste = (state.width - needed) * size;
        boolean same = state.width >= needed && waste <= WIDTH_BITS;
        bits.write(same ? 1 : 0, 1);
        if (!same) {
            bits.write(needed, WIDTH_BITS);
            state.width = needed;
        }
        bits.write(work, size, state.width);
    }

    private static long zigzag(long number) {
        return (number << 1) ^ (number >> 63);
    }
}
