// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.telemetry;

/**
 * A variable-length code for numbers that are mostly near zero: a prefix of ones tells the width, then the number in
 * zigzag order. As many ones as there are widths mean: no code for this number, it follows in another way.
 *
 * @param widths bits after 0, 1, 2 ... leading ones; the first is 0 bits: the number zero
 */
record Steps(int[] widths) {
    /** Writes the number, or the escape. False: the escape was written. */
    boolean write(Bits bits, long number) {
        long zigzag = (number << 1) ^ (number >> 63);
        int ones = 0;
        while (ones < widths.length && !fits(zigzag, widths[ones])) {
            ones++;
        }
        if (ones == widths.length) {
            escape(bits);
            return false;
        }
        bits.write(((1L << ones) - 1) << 1, ones + 1);
        if (widths[ones] > 0) {
            bits.write(zigzag, widths[ones]);
        }
        return true;
    }

    void escape(Bits bits) {
        bits.write((1L << widths.length) - 1, widths.length);
    }

    /** Reads the prefix; {@link #escaped} tells whether a number follows. */
    int prefix(Bits.Reader reader) {
        return reader.ones(widths.length);
    }

    boolean escaped(int prefix) {
        return prefix == widths.length;
    }

    long read(Bits.Reader reader, int prefix) {
        int width = widths[prefix];
        long zigzag = width == 0 ? 0 : reader.read(width);
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    private static boolean fits(long zigzag, int width) {
        return width == 0 ? zigzag == 0 : zigzag >>> width == 0;
    }
}
