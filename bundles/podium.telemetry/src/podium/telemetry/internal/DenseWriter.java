// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

/**
 * Writes a run of samples as small as is known how: runs, values of before, or steps of a scale, as tokens in as many bits as
 * they are unlikely (rANS: Duda, arXiv 1311.2540). {@link DenseReader} tells the layout. It keeps nothing between two runs
 * but room to work in; one thread at a time.
 */
public final class DenseWriter {
    /** Samples in a run. */
    public static final int MOST = 1_024;

    /** Tokens a sample may take: of its gap and of its value, each with those that go before. */
    private static final int TOKENS = 8;

    private static final int RAW_FOR = 8;

    private final TokenFrequencies ofGaps = new TokenFrequencies(Tokens.AFTER_VALUE, false);
    private final TokenFrequencies afterRun = new TokenFrequencies(Tokens.AFTER_RUN, false);
    private final TokenFrequencies afterValue = new TokenFrequencies(Tokens.AFTER_VALUE, false);
    private final DenseState state = new DenseState();
    private final int[] tokens = new int[TOKENS * MOST];
    private final int[] gaps = new int[MOST];
    private final double[] values = new double[MOST];
    private final int[] words = new int[TOKENS * MOST + 2];
    private final BitBuffer rest = new BitBuffer();
    private int written;
    private int raw;

    /** Room for the samples: milliseconds from the sample before to each; that of the first is not looked at. */
    public int[] gaps() {
        return gaps;
    }

    /** Room for the samples. */
    public double[] values() {
        return values;
    }

    /** Writes what was put into {@link #gaps()} and {@link #values()}; at least one sample. */
    public int[] write(int count) {
        rest.clear();
        written = 0;
        writeGaps(count);
        writeValues(count);
        return pack();
    }

    private void writeGaps(int count) {
        int usual = usual(count);
        rest.write(32 - Integer.numberOfLeadingZeros(usual), DenseReader.GAP_BITS);
        if (usual > 0) {
            rest.write(usual, 32 - Integer.numberOfLeadingZeros(usual));
        }
        boolean steady = run(1, count, usual) == count;
        rest.write(steady ? 1 : 0, 1);
        if (steady) {
            return;
        }
        ofGaps.reset();
        for (int at = 1; at < count; ) {
            int end = run(at, count, usual);
            if (end > at) {
                writeRun(ofGaps, end - at);
                at = end;
                continue;
            }
            int gap = gaps[at++];
            int times = usual == 0 || gap % usual != 0 ? 0 : gap / usual;
            if (times >= 2 && times < 2 + Tokens.HITS) {
                write(ofGaps, Tokens.HIT + times - 2);
            } else {
                writeSteps(ofGaps, (long) gap - usual);
            }
        }
    }

    private int run(int from, int count, int usual) {
        int end = from;
        while (end < count && gaps[end] == usual) {
            end++;
        }
        return end;
    }

    /** A gap that more than half of the samples have, where there is one; else one of them (Boyer and Moore). */
    private int usual(int count) {
        int candidate = 0;
        int votes = 0;
        for (int i = 1; i < count; i++) {
            if (votes == 0) {
                candidate = gaps[i];
            }
            votes += gaps[i] == candidate ? 1 : -1;
        }
        return candidate;
    }

    private void writeValues(int count) {
        state.clear();
        raw = 0;
        afterRun.reset();
        afterValue.reset();
        TokenFrequencies now = afterRun;
        for (int at = 0; at < count; ) {
            int end = same(at, count);
            if (end > at) {
                writeRun(now, end - at);
                now = afterRun;
                at = end;
            } else {
                writeValue(now, values[at++]);
                now = afterValue;
            }
        }
    }

    private int same(int from, int count) {
        long bits = state.lastBits();
        int end = from;
        while (end < count && Double.doubleToRawLongBits(values[end]) == bits) {
            end++;
        }
        return end;
    }

    private void writeRun(TokenFrequencies of, int length) {
        int exponent = 31 - Integer.numberOfLeadingZeros(length);
        write(of, Tokens.RUN + exponent);
        if (exponent > 0) {
            rest.write(length, exponent);
        }
    }

    private void writeValue(TokenFrequencies of, double value) {
        int place = state.place(value);
        if (place > 0) {
            write(of, Tokens.HIT + place - 1);
            state.tookAgain(place);
            return;
        }
        long steps = ScaleCandidates.of(value, state.scale());
        long slip = ScaleCandidates.slip(value, steps, state.scale());
        if (slip < -1 || slip > 1) {
            if (!scale(of, value)) {
                writeRaw(of, Double.doubleToRawLongBits(value) ^ state.lastBits());
                state.took(value);
                return;
            }
            steps = ScaleCandidates.of(value, state.scale());
            slip = ScaleCandidates.slip(value, steps, state.scale());
        }
        raw = 0;
        if (slip != 0) {
            write(of, slip > 0 ? Tokens.ABOVE : Tokens.BELOW);
        }
        writeSteps(of, steps - state.steps());
        state.took(value, steps);
    }

    /** Finds another scale that fits; false where none does. After one that has none, it is not tried with all at once. */
    private boolean scale(TokenFrequencies of, double value) {
        if (ScaleCandidates.fits(value, state.other())) {
            write(of, Tokens.BACK);
            state.back();
            return true;
        }
        int found = raw % RAW_FOR == 0 ? ScaleCandidates.find(value) : -1;
        if (found < 0) {
            raw++;
            return false;
        }
        write(of, Tokens.SCALE);
        rest.write(found, DenseReader.SCALE_BITS);
        state.scaled(found);
        return true;
    }

    private void writeSteps(TokenFrequencies of, long steps) {
        int token = Tokens.step(steps);
        write(of, token);
        if (Tokens.rest(token) > 0) {
            rest.write(Math.abs(steps), Tokens.rest(token));
        }
    }

    private void writeRaw(TokenFrequencies of, long changed) {
        int zeros = Long.numberOfTrailingZeros(changed);
        int length = 64 - Long.numberOfLeadingZeros(changed) - zeros;
        write(of, Tokens.RAW);
        rest.write(zeros, DenseReader.PLACE_BITS);
        rest.write(length - 1, DenseReader.PLACE_BITS);
        rest.write(changed >>> zeros, length);
    }

    private void write(TokenFrequencies of, int token) {
        tokens[written++] = of.start(token) << TokenFrequencies.BITS + 1 | of.share(token);
        of.saw(token);
    }

    /** The tokens, from the last to the first, become one number; what overflows is what the reader takes in. */
    private int[] pack() {
        int at = words.length;
        long number = DenseReader.LEAST;
        for (int i = written - 1; i >= 0; i--) {
            int start = tokens[i] >>> TokenFrequencies.BITS + 1;
            int share = tokens[i] & (1 << TokenFrequencies.BITS + 1) - 1;
            if (number >= (long) share << DenseReader.MOST_BITS - TokenFrequencies.BITS) {
                words[--at] = (int) number;
                number >>>= 32;
            }
            long whole = ReciprocalDivision.of(number, share);
            number = (whole << TokenFrequencies.BITS) + (number - whole * share) + start;
        }
        words[--at] = (int) number;
        words[--at] = (int) (number >>> 32);
        int ints = (rest.length() + 31) >>> 5;
        int[] packed = new int[1 + ints + words.length - at];
        packed[0] = 1 + ints;
        rest.copy(packed, 1, ints);
        System.arraycopy(words, at, packed, 1 + ints, words.length - at);
        return packed;
    }
}
