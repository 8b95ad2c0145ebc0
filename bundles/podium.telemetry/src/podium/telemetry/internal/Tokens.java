// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.util.Arrays;

/**
 * The words in which a dense block tells its samples. A number is told by a token for its size and by the bits below, which
 * are kept as they are.
 */
final class Tokens {
    /** So many samples as the one before: 2^b of them and what the next b bits say. */
    static final int RUN = 0;

    static final int RUNS = 12;

    /** One of the values before the last one; of a gap: that often the usual one, from twice on. */
    static final int HIT = RUN + RUNS;

    static final int HITS = 4;

    /** The next value is the double above what its steps give. */
    static final int ABOVE = HIT + HITS;

    /** The next value is the double below what its steps give. */
    static final int BELOW = ABOVE + 1;

    /** The scale is another one now, which the next 7 bits tell. */
    static final int SCALE = BELOW + 1;

    /** The scale is the one of before. */
    static final int BACK = SCALE + 1;

    /** A value without a scale: XOR with the last one, by its trailing zeros, its length and its bits. */
    static final int RAW = BACK + 1;

    /** So many steps up or down; 0 first, then by exponent, the bit below the highest, and sign. */
    static final int STEP = RAW + 1;

    /** Bits of the largest number of steps. */
    private static final int EXPONENTS = 54;

    static final int COUNT = STEP + 1 + 4 * EXPONENTS;

    /** Odds before anything came: after a run comes none. */
    static final TokenFrequencies AFTER_RUN = new TokenFrequencies(weights(true));

    static final TokenFrequencies AFTER_VALUE = new TokenFrequencies(weights(false));

    private Tokens() {}

    private static int[] weights(boolean afterRun) {
        int[] weights = new int[COUNT];
        Arrays.fill(weights, 1);
        Arrays.fill(weights, RUN, HIT, afterRun ? 1 : 7);
        Arrays.fill(weights, HIT, STEP, 7);
        Arrays.fill(weights, STEP, STEP + 80, 4);
        return weights;
    }

    /** The token for a number of steps. */
    static int step(long steps) {
        if (steps == 0) {
            return STEP;
        }
        long size = Math.abs(steps);
        int exponent = 63 - Long.numberOfLeadingZeros(size);
        int second = exponent == 0 ? 0 : (int) (size >>> exponent - 1) & 1;
        return STEP + 1 + 4 * exponent + 2 * second + (steps < 0 ? 1 : 0);
    }

    /** How many bits below say the rest of a number of steps. */
    static int rest(int token) {
        return token == STEP ? 0 : Math.max(0, ((token - STEP - 1) >> 2) - 1);
    }

    /** The number of steps of a token and the bits below. */
    static long steps(int token, long rest) {
        if (token == STEP) {
            return 0;
        }
        int code = token - STEP - 1;
        int exponent = code >> 2;
        long size = exponent == 0 ? 1 : (2L | code >> 1 & 1) << exponent - 1 | rest;
        return (code & 1) == 0 ? size : -size;
    }
}
