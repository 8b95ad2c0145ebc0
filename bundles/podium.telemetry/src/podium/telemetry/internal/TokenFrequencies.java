// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.util.Arrays;

/**
 * How likely each token is, learned from those that came before: writer and reader keep one each, in step. The odds are
 * reckoned anew after 8, 16, 32 ... tokens, later every 256, so that a token costs a look-up. One use at a time.
 */
final class TokenFrequencies {
    /** The odds of all tokens together, as a power of two. */
    static final int BITS = 12;

    static final int TOTAL = 1 << BITS;

    private static final int WEIGHT = 24;
    private static final int SOON = 8;
    private static final int LATE = 256;
    /** Binary places of the share of a weight of one: all weights together stay an int. */
    private static final int PLACES = 18;

    private static final int SLOT_BITS = 4;
    private static final int SLOTS = TOTAL >> SLOT_BITS;

    private final TokenFrequencies prior;
    private final int[] weights;
    private final int[] shares;
    private final int[] starts;
    /** A token at or before the one that every {@code 1 << SLOT_BITS}th number falls to; empty where nothing is read. */
    private final byte[] slots;

    private int sum;
    private int likeliest;
    private int seen;
    private int next;

    /**
     * Odds to begin with; they are not to be changed.
     *
     * @param weights of the tokens, at most 256, each at least 1
     */
    TokenFrequencies(int[] weights) {
        prior = this;
        this.weights = weights.clone();
        shares = new int[weights.length];
        starts = new int[weights.length + 1];
        slots = new byte[SLOTS + 1];
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            likeliest = weights[i] > weights[likeliest] ? i : likeliest;
        }
        reckon();
    }

    /**
     * @param prior before any token came
     * @param reading whether {@link #token} is asked
     */
    TokenFrequencies(TokenFrequencies prior, boolean reading) {
        this.prior = prior;
        weights = new int[prior.weights.length];
        shares = new int[prior.shares.length];
        starts = new int[prior.starts.length];
        slots = new byte[reading ? SLOTS + 1 : 0];
        reset();
    }

    /** Forgets what came. */
    void reset() {
        System.arraycopy(prior.weights, 0, weights, 0, weights.length);
        System.arraycopy(prior.starts, 0, starts, 0, starts.length);
        System.arraycopy(prior.slots, 0, slots, 0, slots.length);
        sum = prior.sum;
        likeliest = prior.likeliest;
        seen = 0;
        next = SOON;
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
        int token = slots[number >>> SLOT_BITS] & 0xff;
        while (starts[token + 1] <= number) {
            token++;
        }
        return token;
    }

    /** A token came. */
    void saw(int token) {
        int weight = weights[token] + WEIGHT;
        weights[token] = weight;
        likeliest = weight > weights[likeliest] ? token : likeliest;
        sum += WEIGHT;
        seen++;
        if (seen == next) {
            next = seen + Math.min(seen, LATE);
            reckon();
        }
    }

    private void reckon() {
        int each = (TOTAL - weights.length << PLACES) / sum;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = 1 + (weights[i] * each >>> PLACES);
        }
        int at = 0;
        for (int i = 0; i < shares.length; i++) {
            starts[i] = at;
            at += shares[i];
        }
        int left = TOTAL - at;
        for (int i = likeliest + 1; i < shares.length; i++) {
            starts[i] += left;
        }
        starts[shares.length] = TOTAL;
        if (slots.length > 0) {
            fill();
        }
    }

    private void fill() {
        Arrays.fill(slots, (byte) 0);
        for (int i = 1; i < shares.length; i++) {
            slots[starts[i] + (1 << SLOT_BITS) - 1 >>> SLOT_BITS] = (byte) i;
        }
        int token = 0;
        for (int i = 0; i < slots.length; i++) {
            token = Math.max(token, slots[i] & 0xff);
            slots[i] = (byte) token;
        }
    }
}
