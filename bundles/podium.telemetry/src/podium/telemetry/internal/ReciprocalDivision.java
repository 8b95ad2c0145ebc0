// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

/**
 * Divides by the shares of {@link TokenFrequencies} without a division, which would take most of the time of packing: by the high half of
 * a product with the reciprocal, rounded up (Granlund and Montgomery, Division by Invariant Integers using Multiplication,
 * 1994).
 */
final class ReciprocalDivision {
    private static final int BITS = 63;
    private static final long[] RECIPROCALS = reciprocals();

    private ReciprocalDivision() {}

    /**
     * The whole part of number / share.
     *
     * @param number 0 to 2^63 - 1
     * @param share 1 to {@link TokenFrequencies#TOTAL}
     */
    static long of(long number, int share) {
        return share == 1 ? number : Math.unsignedMultiplyHigh(number, RECIPROCALS[share]) >>> places(share) - 1;
    }

    /** The least power of two that is not below the share. */
    private static int places(int share) {
        return 32 - Integer.numberOfLeadingZeros(share - 1);
    }

    private static long[] reciprocals() {
        long[] all = new long[TokenFrequencies.TOTAL + 1];
        for (int share = 2; share < all.length; share++) {
            all[share] = reciprocal(share);
        }
        return all;
    }

    /** 2^(63 + places) / share, rounded up: by long division, for it is a number of 128 bits. */
    private static long reciprocal(int share) {
        long high = 1L << places(share) + BITS - Long.SIZE;
        long quotient = 0;
        long rest = high % share;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            rest <<= 1;
            quotient = quotient << 1 | (rest >= share ? 1 : 0);
            rest -= rest >= share ? share : 0;
        }
        return rest == 0 ? quotient : quotient + 1;
    }
}
