// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.telemetry;

import java.util.Arrays;

/**
 * How likely each token is, learned from those that came before: writer and reader keep one each, in step. The odds are
 * reckoned anew after 8, 16, 32 ... tokens, later every 256, so that a token costs a look-up. One use at a time.
 */
final class Odds {
    /** The odds of all tokens together, as a power of two. */
    static final int BITS = 12;

    static final int TOTAL = 1 << BITS;

    private static final int WEIGHT = 24;
    private static final int SOON = 8;
    private static final int LATE = 256;

    private final int[] prior;
    private final int[] weights;
    private final int[] starts;
    /** Which token a number below {@link #TOTAL} falls to; empty where nothing is read. */
    private final byte[] slots;

    private int seen;
    private int next;

    /**
     * @param prior weights before any token came, at most 256 of them, each at least 1
     * @param reading whether {@link #token} is asked
     */
    Odds(int[] prior, boolean reading) {
        this.prior = prior;
        weights = new int[prior.length];
        starts = new int[prior.length + 1];
        slots = new byte[reading ? TOTAL : 0];
        reset();
    }

    /** Forgets what came. */
    void reset() {
        System.arraycopy(prior, 0, weights, 0, prior.length);
        seen = 0;
        next = SOON;
        reckon();
    }

    /** Where the share of a token begins: 0 to {@link #TOTAL}, exclusive. */
    int start(int token) {
        return starts[token];
    }

    /** The share of a token; at least 1. */
    int share(int token) {
        return starts[token + 1] - starts[token];
    }

    /** The token in whose share a number lies. */
    int token(int number) {
        return slots[number] & 0xff;
    }

    /** A token came. */
    void saw(int token) {
        weights[token] += WEIGHT;
        seen++;
        if (seen == next) {
            next = seen + Math.min(seen, LATE);
            reckon();
        }
    }

    private void reckon() {
        long sum = 0;
        int likeliest = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            likeliest = weights[i] > weights[likeliest] ? i : likeliest;
        }
        long each = ((long) (TOTAL - weights.length) << 32) / sum;
        int left = TOTAL;
        for (int i = 0; i < weights.length; i++) {
            int share = 1 + (int) (weights[i] * each >>> 32);
            starts[i + 1] = share;
            left -= share;
        }
        starts[likeliest + 1] += left;
        for (int i = 0; i < weights.length; i++) {
            starts[i + 1] += starts[i];
        }
        if (slots.length > 0) {
            fill();
        }
    }

    private void fill() {
        for (int i = 0; i < weights.length; i++) {
            slots[starts[i]] = (byte) i;
            if (share(i) > 1) {
                Arrays.fill(slots, starts[i] + 1, starts[i + 1], (byte) i);
            }
        }
    }
}
