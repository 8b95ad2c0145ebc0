// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

/**
 * The steps in which measured values are counted. What exporters print are decimals, whole MiB, or means of those over a
 * minute; such a value is a whole number of steps, give or take the last bit that adding up in floating point left wrong.
 */
final class ValueScales {
    /** No scale: the value is kept as its bits. */
    static final int NONE = 15;

    private static final double MIB = 1L << 20;
    private static final double[] UNIT = {MIB, MIB, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    private static final double[] PARTS = {1, 60, 1, 10, 100, 1_000, 60, 300, 10_000, 100_000, 1_000_000};
    private static final double[] PER_VALUE = new double[UNIT.length];
    /** Beyond this, whole doubles are not exact any more. */
    private static final double MOST = 1L << 52;

    /** Three roundings and a bit: how wrong a value in steps may be. */
    private static final double WRONG = 0x1p-50;

    static {
        for (int i = 0; i < UNIT.length; i++) {
            PER_VALUE[i] = PARTS[i] / UNIT[i];
        }
    }

    private ValueScales() {}

    /** Steps nearest to the value; of use only where {@link #slip} says so. */
    static long steps(double value, int scale) {
        return (long) Math.rint(value * PER_VALUE[scale]);
    }

    /** The value of so many steps. */
    static double value(long steps, int scale) {
        return steps * UNIT[scale] / PARTS[scale];
    }

    /** How far the bits of the value are from those of the steps: -1 to 1 where steps and this number give it back. */
    static long slip(double value, long steps, int scale) {
        return Math.abs(steps) > MOST
                ? Long.MAX_VALUE
                : Double.doubleToRawLongBits(value) - Double.doubleToRawLongBits(value(steps, scale));
    }

    /** The value whose bits are so far from those of the steps. */
    static double value(long steps, int scale, long slip) {
        double value = value(steps, scale);
        return slip == 0 ? value : Double.longBitsToDouble(Double.doubleToRawLongBits(value) + slip);
    }

    static boolean fits(double value, int scale) {
        double exact = value * PER_VALUE[scale];
        double whole = Math.rint(exact);
        if (Math.abs(exact - whole) > Math.abs(whole) * WRONG) {
            return false; // further than arithmetic could leave it: told without a division
        }
        long slip = slip(value, steps(value, scale), scale);
        return slip >= -1 && slip <= 1;
    }

    /**
     * The scale for the values at the set bits of a mask: the coarsest that fits most of them, {@link #NONE} when the
     * first of them and more than half of all have none. Fewer tests are made where the first one has none at all.
     */
    static int choose(double[] values, int mask) {
        int best = NONE;
        int all = Integer.bitCount(mask);
        int most = all / 2;
        double first = values[Integer.numberOfTrailingZeros(mask)];
        double last = values[31 - Integer.numberOfLeadingZeros(mask)];
        for (int scale = 0; scale < UNIT.length && most < all; scale++) {
            if (!fits(first, scale) && !fits(last, scale)) {
                continue;
            }
            int fitting = 0;
            for (int rest = mask; rest != 0; rest &= rest - 1) {
                fitting += fits(values[Integer.numberOfTrailingZeros(rest)], scale) ? 1 : 0;
            }
            if (fitting > most) {
                most = fitting;
                best = scale;
            }
        }
        return best;
    }
}
