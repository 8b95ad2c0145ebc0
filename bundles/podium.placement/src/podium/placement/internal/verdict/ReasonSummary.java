// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import podium.core.text.Counted;
import podium.model.fleet.Node;
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
            if (isAgainst(verdict)) {
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

    /** The same; a rule that keeps off no others than these nodes is left out, since that is said of them otherwise. */
    public static List<Reason> of(Map<Node, Verdict> verdicts, Set<Node> told) {
        Set<Reason> rest = verdicts.entrySet().stream()
                .filter(entry -> !told.contains(entry.getKey()) && isAgainst(entry.getValue()))
                .map(entry -> rule(entry.getValue().why()))
                .collect(Collectors.toSet());
        return of(verdicts.values().stream()
                .filter(verdict -> isAgainst(verdict) && rest.contains(rule(verdict.why())))
                .toList());
    }

    private static boolean isAgainst(Verdict verdict) {
        return !verdict.fit().takes() && !verdict.why().isEmpty();
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
