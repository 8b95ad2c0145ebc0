// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import podium.operation.rule.ApprovalScope;
import podium.operation.rule.Approver;
import podium.operation.rule.Freeze;
import podium.operation.rule.Glob;
import podium.operation.rule.Protection;
import podium.operation.rule.Rules;

/** Rules as an operator types them, one a line; an empty line is none. Any thread. */
record RuleText(String nodes, String namespaces, String freezes, String typed, String approvals, String approvers) {
    /** What was understood, and what was not, a sentence each. */
    record Read(Rules rules, List<String> problems) {}

    static RuleText of(Rules rules) {
        return new RuleText(
                lines(rules.nodes()),
                lines(rules.namespaces()),
                lines(rules.freezes()),
                lines(rules.typed()),
                lines(rules.approvals()),
                lines(rules.approvers()));
    }

    private static String lines(List<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    Read read() {
        List<String> problems = new ArrayList<>();
        Rules rules = new Rules(
                all(nodes, Protection::parse, problems),
                all(namespaces, Protection::parse, problems),
                all(freezes, Freeze::parse, problems),
                all(typed, Glob::new, problems),
                all(approvals, ApprovalScope::parse, problems),
                all(approvers, Approver::parse, problems));
        return new Read(rules, List.copyOf(problems));
    }

    private static <T> List<T> all(String text, Function<String, T> read, List<String> problems) {
        List<T> all = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            try {
                if (!line.isEmpty()) {
                    all.add(read.apply(line));
                }
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return all;
    }
}
