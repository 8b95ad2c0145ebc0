// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import podium.model.value.Resources;

/** Kubernetes quantities (apimachinery, api/resource) as whole numbers, rounded up as the scheduler does. */
final class QuantityReader {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final long OVERFLOW = (Long.MAX_VALUE - 9) / 10;
    private static final int LARGEST_EXPONENT = 40;

    private QuantityReader() {}

    /** Amount in the unit of {@link Resources}: millicores for cpu, whole units for the rest; empty when it is no quantity. */
    static OptionalLong amount(String resource, String text) {
        boolean milli = Resources.CPU.equals(resource);
        long plain = digits(text);
        if (plain >= 0) {
            return OptionalLong.of(milli ? plain * 1000 : plain);
        }
        if (milli && text.endsWith("m")) {
            long cores = digits(text.substring(0, text.length() - 1));
            if (cores >= 0) {
                return OptionalLong.of(cores);
            }
        }
        return exact(text.strip(), milli);
    }

    private static long digits(String text) {
        int length = text.length();
        if (length == 0 || length > 15) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    private static OptionalLong exact(String text, boolean milli) {
        int split = text.length();
        while (split > 0 && !numeric(text.charAt(split - 1))) {
            split--;
        }
        try {
            String number = text.substring(0, split);
            String suffix = text.substring(split);
            int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
            if (exponent >= 0 && Math.abs(Long.parseLong(number.substring(exponent + 1))) > LARGEST_EXPONENT) {
                return number.charAt(exponent + 1) == '-' ? OptionalLong.of(0) : OptionalLong.of(Long.MAX_VALUE);
            }
            BigDecimal value = new BigDecimal(number).multiply(factor(suffix));
            if (milli) {
                value = value.movePointRight(3);
            }
            value = value.setScale(0, RoundingMode.UP);
            return OptionalLong.of(value.min(MOST).max(MOST.negate()).longValue());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean numeric(char c) {
        return c >= '0' && c <= '9' || c == '.';
    }

    private static BigDecimal factor(String suffix) {
        return switch (suffix) {
            case "" -> BigDecimal.ONE;
            case "n" -> BigDecimal.ONE.movePointLeft(9);
            case "u" -> BigDecimal.ONE.movePointLeft(6);
            case "m" -> BigDecimal.ONE.movePointLeft(3);
            case "k" -> BigDecimal.valueOf(1_000L);
            case "M" -> BigDecimal.valueOf(1_000_000L);
            case "G" -> BigDecimal.valueOf(1_000_000_000L);
            case "T" -> BigDecimal.valueOf(1_000_000_000_000L);
            case "P" -> BigDecimal.valueOf(1_000_000_000_000_000L);
            case "E" -> BigDecimal.valueOf(1_000_000_000_000_000_000L);
            case "Ki" -> BigDecimal.valueOf(1L << 10);
            case "Mi" -> BigDecimal.valueOf(1L << 20);
            case "Gi" -> BigDecimal.valueOf(1L << 30);
            case "Ti" -> BigDecimal.valueOf(1L << 40);
            case "Pi" -> BigDecimal.valueOf(1L << 50);
            case "Ei" -> BigDecimal.valueOf(1L << 60);
            default -> throw new NumberFormatException("unknown suffix " + suffix);
        };
    }

    /** The JSON number in [from, to) as a long: clamped to the range, cut off below the point. */
    static long whole(byte[] data, int from, int to) {
        boolean negative = data[from] == '-';
        long value = 0;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            int digit = data[i] - '0';
            if (digit < 0 || digit > 9) {
                return clamp(new String(data, from, to - from, StandardCharsets.ISO_8859_1));
            }
            if (value > OVERFLOW) {
                return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
            }
            value = 10 * value + digit;
        }
        return negative ? -value : value;
    }

    /** A JSON number that is not plain digits, as a long: cut off below the point, clamped to the range. */
    static long clamp(String number) {
        try {
            double value = Double.parseDouble(number);
            return Double.isNaN(value) ? 0 : (long) value;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
