// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** Kubernetes quantities (apimachinery, api/resource) as exact numbers. */
public final class QuantityText {
    private static final String DECIMAL = "num kMGTPE";
    private static final String BINARY = "KMGTPE";
    /** Digits a quantity keeps below the point; what is smaller is rounded away from 0. */
    private static final int SCALE = 9;
    /** Beyond, a number is no quantity that a machine could have, and would only cost memory. */
    private static final int LONGEST = 64;

    private QuantityText() {}

    /** The number; empty when the text is no quantity. */
    public static Optional<BigDecimal> parse(String text) {
        int split = text.length();
        while (split > 0 && !Character.isDigit(text.charAt(split - 1)) && text.charAt(split - 1) != '.') {
            split--;
        }
        if (split == 0 || text.length() > LONGEST) {
            return Optional.empty();
        }
        String number = text.substring(0, split);
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        boolean plain = exponent < 0 ? digits(number) : digits(number.substring(0, exponent));
        try {
            if (!plain || exponent >= 0 && Math.abs(Integer.parseInt(number.substring(exponent + 1))) > LONGEST) {
                return Optional.empty();
            }
            BigDecimal factor = factor(text.substring(split));
            return factor.signum() == 0
                    ? Optional.empty()
                    : Optional.of(rounded(new BigDecimal(number).multiply(factor)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean digits(String number) {
        return number.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");
    }

    private static BigDecimal rounded(BigDecimal exact) {
        BigDecimal value = exact.scale() > SCALE ? exact.setScale(SCALE, RoundingMode.UP) : exact;
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** 0: no suffix that is known. */
    private static BigDecimal factor(String suffix) {
        if (suffix.length() == 2 && suffix.charAt(1) == 'i') {
            int power = BINARY.indexOf(suffix.charAt(0)) + 1;
            return power == 0 ? BigDecimal.ZERO : new BigDecimal(BigInteger.ONE.shiftLeft(10 * power));
        }
        if (suffix.isEmpty()) {
            return BigDecimal.ONE;
        }
        int at = suffix.length() == 1 && suffix.charAt(0) != ' ' ? DECIMAL.indexOf(suffix) : -1;
        return at < 0 ? BigDecimal.ZERO : BigDecimal.ONE.scaleByPowerOfTen(3 * (at - DECIMAL.indexOf(' ')));
    }

    /** The quantity as a person writes it: 80Gi, 16, 0.5. */
    public static String words(BigDecimal value) {
        if (value.signum() > 0 && value.stripTrailingZeros().scale() <= 0) {
            BigInteger whole = value.toBigIntegerExact();
            int power = Math.min(whole.getLowestSetBit() / 10, BINARY.length());
            if (power > 0) {
                return whole.shiftRight(10 * power) + BINARY.substring(power - 1, power) + "i";
            }
        }
        return value.stripTrailingZeros().toPlainString();
    }
}
