// SPDX-License-Identifier: Apache-2.0
package podium.testkit;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The line in which a benchmark compares figures: one that failed has none, and a ratio to it would be an invention. */
public final class Ratios {
    private Ratios() {}

    /**
     * What is said of a goal: its ratios, or who has no figure in their place.
     *
     * @param figures of all who are compared, by name; zero, negative, infinite or not a number: that one failed
     * @param ratios in words; asked for only where all have a figure
     */
    public static String line(String goal, Map<String, Double> figures, Supplier<String> ratios) {
        List<String> failed = failed(figures);
        return goal + "  " + (failed.isEmpty() ? ratios.get() : "no ratio: " + String.join(", ", failed) + " failed");
    }

    /** Those without a figure, by name. */
    public static List<String> failed(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .filter(entry -> !(entry.getValue() > 0) || entry.getValue().isInfinite())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
