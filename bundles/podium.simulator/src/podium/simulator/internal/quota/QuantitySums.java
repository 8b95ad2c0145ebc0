// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.quota;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import podium.simulator.internal.scheduling.Quantity;

/** Sums of quantities, written as Kubernetes writes them. Source: apimachinery, pkg/api/resource/quantity.go, CanonicalizeBytes. */
final class QuantitySums {

    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    private static final String[] DECIMAL = {"", "k", "M", "G", "T", "P", "E"};
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final BigDecimal KILO = BigDecimal.valueOf(1000);

    private QuantitySums() {}

    static BigDecimal of(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : Quantity.parse(text);
    }

    /** In the form of a resource: memory and the like in powers of 1024 where they are whole, all else in powers of 1000. */
    static String text(String resource, BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        if (value.stripTrailingZeros().scale() > 0) {
            return value.movePointRight(3).stripTrailingZeros().toPlainString() + "m";
        }
        boolean bytes = resource.contains("memory") || resource.contains("storage") || resource.contains("hugepages");
        BigDecimal step = bytes && value.remainder(KIBI).signum() == 0 ? KIBI : KILO;
        String[] units = step.equals(KIBI) ? BINARY : DECIMAL;
        int unit = 0;
        BigDecimal rest = value;
        while (unit < units.length - 1 && rest.remainder(step).signum() == 0) {
            rest = rest.divide(step);
            unit++;
        }
        return rest.stripTrailingZeros().toPlainString() + units[unit];
    }

    /** {@code cpu=1,memory=2Gi}, by name. */
    static String list(Map<String, BigDecimal> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + text(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(","));
    }
}
