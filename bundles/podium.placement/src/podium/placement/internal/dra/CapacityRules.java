// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.Capacity;
import podium.core.dra.Capacity.Policy;
import podium.core.dra.Capacity.Range;
import podium.core.dra.NamedValues;

/** What a request takes of a device's capacity, and whether there is so much (KEP-5075, consumable_capacity.go). */
final class CapacityRules {
    private CapacityRules() {}

    /**
     * Whether a device has what is asked of each of its capacities.
     *
     * @param taken what others have of it
     * @param taking what the same pod takes of it already
     */
    static boolean enough(
            NamedValues<BigDecimal> asked,
            NamedValues<Capacity> capacity,
            Map<String, BigDecimal> taken,
            Map<String, BigDecimal> taking) {
        if (!capacity.names().containsAll(asked.names())) {
            return false;
        }
        boolean[] enough = {true};
        capacity.forEach((name, has) -> {
            BigDecimal takes = takes(asked.get(name), has);
            BigDecimal sum = takes.add(taken.getOrDefault(name, BigDecimal.ZERO))
                    .add(taking.getOrDefault(name, BigDecimal.ZERO));
            enough[0] &= allowed(takes, has) && sum.compareTo(has.value()) <= 0;
        });
        return enough[0];
    }

    /** What a request takes of each capacity. */
    static Map<String, BigDecimal> consumed(NamedValues<BigDecimal> asked, NamedValues<Capacity> capacity) {
        Map<String, BigDecimal> consumed = new TreeMap<>();
        capacity.forEach((name, has) -> consumed.put(name, takes(asked.get(name), has)));
        return consumed;
    }

    private static BigDecimal takes(@Nullable BigDecimal asked, Capacity has) {
        if (asked == null) {
            return has.policy().flatMap(Policy::usual).orElse(has.value());
        }
        if (has.policy().isEmpty()) {
            return asked;
        }
        Policy policy = has.policy().get();
        if (policy.range().isPresent() && policy.range().get().least().isPresent()) {
            return rounded(asked, policy.range().get());
        }
        return policy.values().stream()
                .filter(value -> asked.compareTo(value) <= 0)
                .findFirst()
                .orElse(asked);
    }

    private static BigDecimal rounded(BigDecimal asked, Range range) {
        BigDecimal least = range.least().orElseThrow();
        if (asked.compareTo(least) < 0) {
            return least;
        }
        if (range.step().isEmpty()) {
            return asked;
        }
        BigDecimal step = whole(range.step().get());
        BigDecimal steps = whole(asked).subtract(whole(least)).divide(step, 0, RoundingMode.CEILING);
        return whole(least).add(step.multiply(steps));
    }

    private static boolean allowed(BigDecimal takes, Capacity has) {
        if (has.policy().isEmpty()
                || has.policy()
                        .get()
                        .usual()
                        .filter(usual -> usual.compareTo(takes) == 0)
                        .isPresent()) {
            return true;
        }
        Policy policy = has.policy().get();
        if (policy.range().isPresent()) {
            Range range = policy.range().get();
            return range.most().filter(most -> takes.compareTo(most) > 0).isEmpty()
                    && (range.step().isEmpty()
                            || range.least().isEmpty()
                            || whole(takes)
                                            .subtract(whole(range.least().get()))
                                            .remainder(whole(range.step().get()))
                                            .signum()
                                    == 0);
        }
        return policy.values().isEmpty() || policy.values().stream().anyMatch(value -> value.compareTo(takes) == 0);
    }

    private static BigDecimal whole(BigDecimal value) {
        return value.setScale(0, RoundingMode.CEILING);
    }
}
