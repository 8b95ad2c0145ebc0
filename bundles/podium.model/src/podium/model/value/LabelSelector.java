// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.ArrayList;
import java.util.List;

/** A label selector (matchLabels and matchExpressions, all of which must hold). The empty selector matches everything. */
public record LabelSelector(Labels matchLabels, List<Requirement> expressions) {
    /** What a selector that is not there selects (LabelSelectorAsSelector of apimachinery). */
    public static final LabelSelector NOTHING =
            new LabelSelector(Labels.none(), List.of(new Requirement("", "Never", List.of())));

    public LabelSelector {
        expressions = List.copyOf(expressions);
    }

    /** True when it asks for nothing and so matches everything. */
    public boolean isEmpty() {
        return matchLabels.isEmpty() && expressions.isEmpty();
    }

    public boolean matches(Labels labels) {
        return labels.containsAll(matchLabels)
                && expressions.stream().allMatch(expression -> expression.matches(labels));
    }

    /** Lines {@code key\toperator\tvalue...}; matchLabels as operator {@code =}. */
    public String text() {
        List<String> lines = new ArrayList<>();
        matchLabels.forEach((key, value) -> lines.add(Escapes.escape(key) + "\t=\t" + Escapes.escape(value)));
        for (Requirement expression : expressions) {
            StringBuilder line = new StringBuilder(Escapes.escape(expression.key()))
                    .append('\t')
                    .append(expression.operator());
            expression.values().forEach(value -> line.append('\t').append(Escapes.escape(value)));
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    /** Reads what {@link #text()} wrote. */
    public static LabelSelector parse(String text) {
        List<String> labels = new ArrayList<>();
        List<Requirement> expressions = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 3 && parts[1].equals("=")) {
                labels.add(Escapes.unescape(parts[0]));
                labels.add(Escapes.unescape(parts[2]));
            } else if (parts.length >= 2) {
                List<String> values = new ArrayList<>();
                for (int i = 2; i < parts.length; i++) {
                    values.add(Escapes.unescape(parts[i]));
                }
                expressions.add(new Requirement(Escapes.unescape(parts[0]), parts[1], values));
            }
        }
        return new LabelSelector(Labels.of(labels.toArray(String[]::new)), expressions);
    }
}
