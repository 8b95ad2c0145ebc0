// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import podium.operation.rule.ApprovalScope;
import podium.operation.rule.Approver;
import podium.operation.rule.FreezeWindow;
import podium.operation.rule.Glob;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.ProtectionRule;

/** Rules as an operator types them, one a line; an empty line is none. Any thread. */
record RuleText(String nodes, String namespaces, String freezes, String typed, String approvals, String approvers) {
    /** What was understood, and what was not, a sentence each. */
    record Read(OperatorRules rules, List<String> problems) {}

    static RuleText of(OperatorRules rules) {
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
        OperatorRules rules = new OperatorRules(
                all(nodes, ProtectionRule::parse, problems),
                all(namespaces, ProtectionRule::parse, problems),
                all(freezes, FreezeWindow::parse, problems),
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
