// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.core.text.Counted;
import podium.placement.Reason;
import podium.placement.Verdict;
import podium.placement.texts.Texts;

/** Why many nodes do not fit, counted by rule, the most frequent first. */
public final class ReasonSummary {
    private static final int MOST = 4;

    private ReasonSummary() {}

    public static List<Reason> of(Iterable<Verdict> verdicts) {
        Map<Reason, Integer> counts = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            if (!verdict.fit().takes() && !verdict.why().isEmpty()) {
                counts.merge(rule(verdict.why()), 1, Integer::sum);
            }
        }
        List<Map.Entry<Reason, Integer>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<Reason, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().words()));
        return sorted.stream()
                .limit(MOST)
                .map(entry -> counted(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Reason counted(Reason rule, int nodes) {
        String words = Texts.of("ReasonSummary.onNodes", Counted.of(nodes, "node"), rule.words());
        return new Reason(words, words, rule.kind());
    }

    /** The first reason without the numbers of its node, and a cordon, which is seldom the first and never without meaning. */
    private static Reason rule(List<Reason> reasons) {
        Reason first = reasons.getFirst();
        boolean cordoned = reasons.stream().skip(1).anyMatch(reason -> reason.kind() == Reason.Kind.CORDON);
        String words = cordoned ? Texts.of("ReasonSummary.andCordoned", first.rule()) : first.rule();
        return new Reason(words, words, first.kind());
    }
}
