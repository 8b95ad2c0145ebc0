// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import podium.telemetry.internal.SampleChunk.Taker;

/**
 * Reads what {@link DenseWriter} wrote. A block is the place of its tokens, the bits that are kept as they are, and the
 * tokens as one number with its overflow. Of gaps it tells the usual one and, unless all are that, runs of it and the
 * others; of values see {@link Tokens}. Odds of values are kept apart after a run and after a value. One use, one thread.
 */
final class DenseReader {
    static final int GAP_BITS = 6;
    static final int SCALE_BITS = 7;
    static final int PLACE_BITS = 6;

    /** The number is kept from 2^31 on and below 2^63. */
    static final long LEAST = 1L << 31;

    static final int MOST_BITS = 63;

    private final int[] words;
    private final DenseState state = new DenseState();
    private final TokenFrequencies afterRun = new TokenFrequencies(Tokens.AFTER_RUN, true);
    private final TokenFrequencies afterValue = new TokenFrequencies(Tokens.AFTER_VALUE, true);
    private long number;
    private int next;
    private int bit = 32;

    DenseReader(int[] words) {
        this.words = words;
        int at = words[0];
        number = (long) words[at] << 32 | words[at + 1] & 0xffff_ffffL;
        next = at + 2;
    }

    /**
     * Reads the block.
     *
     * @param count samples in it
     * @param firstTime time of its first sample
     */
    void read(int count, long firstTime, Taker taker) {
        int length = (int) bits(GAP_BITS);
        int usual = length == 0 ? 0 : (int) bits(length);
        boolean steady = bits(1) == 1;
        int[] gaps = steady ? new int[0] : gaps(count, usual);
        long time = firstTime;
        TokenFrequencies now = afterRun;
        for (int at = 0; at < count; ) {
            int token = token(now);
            boolean same = token < Tokens.HIT;
            int run = same ? length(token) : 1;
            if (!same) {
                value(token, now);
            }
            now = same ? afterRun : afterValue;
            double value = state.last();
            for (int end = at + run; at < end; at++) {
                time += at == 0 ? 0 : steady ? usual : gaps[at];
                taker.take(time, value);
            }
        }
    }

    private int[] gaps(int count, int usual) {
        TokenFrequencies odds = new TokenFrequencies(Tokens.AFTER_VALUE, true);
        int[] gaps = new int[count];
        for (int at = 1; at < count; ) {
            int token = token(odds);
            if (token < Tokens.HIT) {
                for (int end = at + length(token); at < end; at++) {
                    gaps[at] = usual;
                }
            } else if (token < Tokens.HIT + Tokens.HITS) {
                gaps[at++] = usual * (token - Tokens.HIT + 2);
            } else {
                gaps[at++] = (int) (usual + steps(token));
            }
        }
        return gaps;
    }

    private void value(int first, TokenFrequencies of) {
        int token = first;
        int slip = 0;
        while (token >= Tokens.ABOVE && token < Tokens.RAW) {
            switch (token) {
                case Tokens.ABOVE -> slip = 1;
                case Tokens.BELOW -> slip = -1;
                case Tokens.SCALE -> state.scaled((int) bits(SCALE_BITS));
                default -> state.back();
            }
            token = token(of);
        }
        if (token < Tokens.ABOVE) {
            state.tookAgain(token - Tokens.HIT + 1);
        } else if (token == Tokens.RAW) {
            int zeros = (int) bits(PLACE_BITS);
            int length = (int) bits(PLACE_BITS) + 1;
            state.took(Double.longBitsToDouble(state.lastBits() ^ bits(length) << zeros));
        } else {
            long steps = state.steps() + steps(token);
            state.took(ScaleCandidates.value(steps, state.scale(), slip), steps);
        }
    }

    private long steps(int token) {
        int rest = Tokens.rest(token);
        return Tokens.steps(token, rest == 0 ? 0 : bits(rest));
    }

    private int length(int token) {
        int exponent = token - Tokens.RUN;
        return 1 << exponent | (exponent == 0 ? 0 : (int) bits(exponent));
    }

    private int token(TokenFrequencies odds) {
        int place = (int) number & TokenFrequencies.TOTAL - 1;
        int token = odds.token(place);
        number = odds.share(token) * (number >>> TokenFrequencies.BITS) + place - odds.start(token);
        if (number < LEAST) {
            number = number << 32 | words[next++] & 0xffff_ffffL;
        }
        odds.saw(token);
        return token;
    }

    /** The next 1 to 64 bits that are kept as they are; after the last of them comes what can be read over. */
    private long bits(int count) {
        if (count > 32) {
            return bits(count - 32) << 32 | bits(32);
        }
        int word = bit >>> 5;
        long two = (long) words[word] << 32 | words[word + 1] & 0xffff_ffffL;
        two <<= bit & 31;
        bit += count;
        return two >>> 64 - count;
    }
}
