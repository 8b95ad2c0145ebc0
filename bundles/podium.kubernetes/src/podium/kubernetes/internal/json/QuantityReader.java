// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.dra.QuantityText;
import podium.core.fleet.AcceleratorKind;
import podium.model.value.Resources;

/** Kubernetes quantities (apimachinery, api/resource) as whole numbers, rounded up as the scheduler does. */
public final class QuantityReader {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    /** More devices no machine has, and a thousand times as many can still be added up and counted in whole numbers. */
    private static final long MOST_DEVICES = 1 << 20;

    private static final long OVERFLOW = (Long.MAX_VALUE - 9) / 10;

    /** Exponents of three digits and more: no machine has so much, or so little that it is not nothing. */
    private static final Pattern BEYOND = Pattern.compile("[0-9.]+[eE]([+-]?)[1-9][0-9]{2,}");

    private QuantityReader() {}

    /** Amount in the unit of {@link Resources}: millicores for cpu, whole units for the rest; empty when it is no quantity. */
    public static OptionalLong amount(String resource, String text) {
        OptionalLong read = read(resource, text);
        return read.isPresent()
                        && read.getAsLong() > MOST_DEVICES
                        && AcceleratorKind.of(resource).isPresent()
                ? OptionalLong.of(MOST_DEVICES)
                : read;
    }

    private static OptionalLong read(String resource, String text) {
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
        Matcher beyond = BEYOND.matcher(text);
        if (beyond.matches()) {
            return OptionalLong.of("-".equals(beyond.group(1)) ? 0 : Long.MAX_VALUE);
        }
        return QuantityText.parse(text)
                .map(value -> milli ? value.movePointRight(3) : value)
                .map(value -> value.setScale(0, RoundingMode.UP).min(MOST).max(MOST.negate()))
                .map(value -> OptionalLong.of(value.longValue()))
                .orElseGet(OptionalLong::empty);
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
    public static long clamp(String number) {
        try {
            double value = Double.parseDouble(number);
            return Double.isNaN(value) ? 0 : (long) value;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
