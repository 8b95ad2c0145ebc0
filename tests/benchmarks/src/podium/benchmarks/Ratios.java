// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.util.List;
import java.util.Map;

/** Whether figures may be divided by each other: one that failed has none, and a ratio to it would be an invention. */
final class Ratios {
    private Ratios() {}

    /** True when a contestant has no figure; says which, in the place of the ratio. */
    static boolean missing(String goal, Map<String, Double> figures) {
        List<String> without = without(figures);
        if (!without.isEmpty()) {
            System.out.println(goal + "  no ratio: " + String.join(", ", without) + " failed");
        }
        return !without.isEmpty();
    }

    /** Those without a figure. */
    static List<String> without(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .filter(entry -> !(entry.getValue() > 0) || entry.getValue().isInfinite())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
