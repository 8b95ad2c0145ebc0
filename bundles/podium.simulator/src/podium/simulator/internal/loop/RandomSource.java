// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.loop;

import java.util.SplittableRandom;

/**
 * Where chance comes from. A value is drawn for a purpose and a subject, never from one shared stream, so that the fate
 * of one pod does not depend on how many others were asked about before it.
 *
 * @param value the seed
 */
public record RandomSource(long value) {

    private static final String ALPHANUMERIC = "bcdfghjklmnpqrstvwxz2456789";

    /** A seed for a part: equal parts give equal seeds. */
    public RandomSource of(String part) {
        long hash = value ^ 0x9E3779B97F4A7C15L;
        for (int i = 0; i < part.length(); i++) {
            hash = mix(hash * 31 + part.charAt(i));
        }
        return new RandomSource(mix(hash));
    }

    /** A seed for a numbered part. */
    public RandomSource of(long part) {
        return new RandomSource(mix(value * 0x9E3779B97F4A7C15L + mix(part)));
    }

    /** A stream of numbers from this seed. */
    public SplittableRandom random() {
        return new SplittableRandom(value);
    }

    /** One number from 0 (inclusive) to 1 (exclusive). */
    public double ratio() {
        return (mix(value) >>> 11) * 0x1.0p-53;
    }

    /** One number within bounds. */
    public double between(double low, double high) {
        return low + ratio() * (high - low);
    }

    /** A suffix as Kubernetes generates them: letters and digits that spell no word. */
    public String suffix(int length) {
        StringBuilder text = new StringBuilder(length);
        long bits = mix(value);
        for (int i = 0; i < length; i++) {
            text.append(ALPHANUMERIC.charAt((int) Long.remainderUnsigned(bits, ALPHANUMERIC.length())));
            bits = mix(bits + i);
        }
        return text.toString();
    }

    private static long mix(long input) {
        long z = input + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
