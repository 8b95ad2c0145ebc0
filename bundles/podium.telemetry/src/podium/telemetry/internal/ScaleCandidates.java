// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The scales of a dense block, the likeliest first: decimals, whole numbers of a unit, and means of up to sixty of those, as
 * exporters and queries print them. What a device hands out in pages of 2 MiB, read thirty times a minute, has its mean on
 * every fourth sixtieth of a MiB.
 */
final class ScaleCandidates {
    private static final double MIB = 1L << 20;
    /** Beyond this, whole doubles are not exact any more. */
    private static final long MOST = 1L << 52;

    /** Three roundings and a bit: how wrong a value in steps may be. */
    private static final double WRONG = 0x1p-50;

    private static final int MEAN_OF = 60;
    private static final double[] DECIMALS = {10, 30, 100, 60, 1e3, 300, 1e4, 1e5, 1e6, 1e9};
    private static final Step[] ALL = all();

    /** A value is (steps * stride + offset) * unit / parts. */
    private record Step(double unit, double parts, double perValue, int stride, int offset) {
        Step(double unit, double parts) {
            this(unit, parts, 1, 0);
        }

        Step(double unit, double parts, int stride, int offset) {
            this(unit, parts, parts / unit, stride, offset);
        }

        long of(double value) {
            long whole = (long) Math.rint(value * perValue);
            return stride == 1 ? whole : Math.floorDiv(whole - offset + stride / 2, stride);
        }

        double value(long steps) {
            return (steps * stride + offset) * unit / parts;
        }

        /** False where the value is further from all steps than arithmetic could leave it: told without a division. */
        boolean near(double value) {
            double exact = value * perValue;
            double whole = Math.rint(exact);
            return !(Math.abs(exact - whole) > Math.abs(whole) * WRONG);
        }
    }

    private ScaleCandidates() {}

    private static Step[] all() {
        List<Step> all = new ArrayList<>();
        all.add(new Step(MIB, 1));
        all.add(new Step(1e6, 1));
        all.add(new Step(1, 1));
        for (int offset = 0; offset < 4; offset++) {
            all.add(new Step(MIB, MEAN_OF, 4, offset));
        }
        for (double parts : DECIMALS) {
            all.add(new Step(1, parts));
        }
        all.add(new Step(MIB, MEAN_OF));
        for (int parts = 3; parts < MEAN_OF; parts++) {
            if (parts != 10 && parts != 30) {
                all.add(new Step(1, parts));
            }
        }
        return all.toArray(Step[]::new);
    }

    /** Steps nearest to the value; 0 where there are more than a double counts. */
    static long of(double value, int scale) {
        long steps = ALL[scale].of(value);
        return steps >= -MOST && steps <= MOST ? steps : 0;
    }

    /** The value of so many steps, or the double so far above or below it. */
    static double value(long steps, int scale, int slip) {
        double value = ALL[scale].value(steps);
        return slip == 0 ? value : Double.longBitsToDouble(Double.doubleToRawLongBits(value) + slip);
    }

    /** How far the bits of the value are from those of its steps: -1 to 1 where the scale is of use. */
    static long slip(double value, long steps, int scale) {
        return Double.doubleToRawLongBits(value) - Double.doubleToRawLongBits(ALL[scale].value(steps));
    }

    static boolean fits(double value, int scale) {
        if (!ALL[scale].near(value)) {
            return false;
        }
        long slip = slip(value, of(value, scale), scale);
        return slip >= -1 && slip <= 1;
    }

    /** The first scale that fits the value; -1: none. */
    static int find(double value) {
        for (int scale = 0; scale < ALL.length; scale++) {
            if (fits(value, scale)) {
                return scale;
            }
        }
        return -1;
    }
}
