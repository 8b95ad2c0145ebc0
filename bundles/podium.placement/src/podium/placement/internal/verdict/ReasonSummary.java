// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.placement.Verdict;
import podium.placement.texts.Texts;

/** Why many nodes do not fit, counted by rule, the most frequent first. */
public final class ReasonSummary {
    private static final int MOST = 4;

    private ReasonSummary() {}

    public static List<String> of(Iterable<Verdict> verdicts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            if (!verdict.fit().takes() && !verdict.reasons().isEmpty()) {
                counts.merge(rule(verdict.reasons()), 1, Integer::sum);
            }
        }
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return sorted.stream()
                .limit(MOST)
                .map(entry -> "on " + nodes(entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    public static String nodes(int count) {
        return count == 1 ? Texts.of("ReasonSummary.node") : Texts.of("ReasonSummary.nodes", count);
    }

    /** The first reason, and a cordon, which is seldom the first and never without meaning. */
    private static String rule(List<String> reasons) {
        String first = rule(reasons.getFirst());
        boolean cordoned = reasons.stream().skip(1).anyMatch(reason -> reason.startsWith("cordoned"));
        return cordoned ? Texts.of("ReasonSummary.andCordoned", first) : first;
    }

    /** A reason without the numbers of the node it was said of. */
    private static String rule(String reason) {
        int devices = reason.contains("asks for ") ? reason.indexOf("; the node ") : -1;
        if (devices >= 0) {
            String had = reason.substring(devices + "; the node ".length());
            return reason.substring(0, devices)
                    + (had.startsWith("has none")
                            ? Texts.of("ReasonSummary.noneThere")
                            : had.startsWith("can")
                                    ? Texts.of("ReasonSummary.notAll")
                                    : Texts.of("ReasonSummary.notEnoughFree"));
        }
        int at = reason.indexOf(", ");
        if (!reason.startsWith("needs ") || at < 0) {
            return at < 0 || !reason.startsWith("node") ? reason : reason.substring(0, at);
        }
        String what = reason.substring(0, at);
        int broken = reason.lastIndexOf(" (");
        return reason.contains(" free")
                ? Texts.of("ReasonSummary.notEnoughFree2", what)
                : Texts.of("ReasonSummary.hasFewerInAll", what, broken > at ? reason.substring(broken) : "");
    }
}
