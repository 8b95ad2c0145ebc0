// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Kubernetes quantities: {@code 500m}, {@code 64Gi}, {@code 1e3}. Source: apimachinery, pkg/api/resource/quantity.go. */
public final class Quantity {

    private static final String BINARY = "KMGTPE";

    private Quantity() {}

    /** The value in whole units, rounded up as Kubernetes does. */
    public static long value(String text) {
        return parse(text).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** The value in thousandths, rounded up. */
    public static long milli(String text) {
        return parse(text).movePointRight(3).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** The exact value. */
    public static BigDecimal parse(String text) {
        int end = text.length();
        char last = text.charAt(end - 1);
        if (last == 'i') {
            int power = BINARY.indexOf(text.charAt(end - 2)) + 1;
            if (power < 1) {
                throw new NumberFormatException(text);
            }
            return new BigDecimal(text.substring(0, end - 2)).multiply(BigDecimal.valueOf(1L << (10 * power)));
        }
        int exponent =
                switch (last) {
                    case 'n' -> -9;
                    case 'u' -> -6;
                    case 'm' -> -3;
                    case 'k' -> 3;
                    case 'M' -> 6;
                    case 'G' -> 9;
                    case 'T' -> 12;
                    case 'P' -> 15;
                    case 'E' -> 18;
                    default -> 0;
                };
        String digits = exponent == 0 ? text : text.substring(0, end - 1);
        return new BigDecimal(digits).scaleByPowerOfTen(exponent);
    }
}
