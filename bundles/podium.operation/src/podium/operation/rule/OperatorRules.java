// SPDX-License-Identifier: Apache-2.0
package podium.operation.rule;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import podium.operation.texts.Texts;

/**
 * What the operator has set for all clusters.
 *
 * @param nodes that are not changed from here
 * @param namespaces whose objects are not changed from here
 * @param freezes when nothing is changed
 * @param typed clusters in which the name must be typed before what cannot be undone
 * @param approvals where a second person must approve
 * @param approvers who may
 */
public record OperatorRules(
        List<ProtectionRule> nodes,
        List<ProtectionRule> namespaces,
        List<FreezeWindow> freezes,
        List<Glob> typed,
        List<ApprovalScope> approvals,
        List<Approver> approvers) {
    /** No rule. */
    public static final OperatorRules NONE = new OperatorRules(List.of(), List.of(), List.of(), List.of());

    public OperatorRules {
        nodes = List.copyOf(nodes);
        namespaces = List.copyOf(namespaces);
        freezes = List.copyOf(freezes);
        typed = List.copyOf(typed);
        approvals = List.copyOf(approvals);
        approvers = List.copyOf(approvers);
    }

    /** Each rule in a line, with what it is about. */
    public List<String> lines() {
        return Stream.of(
                        nodes.stream().map(one -> Texts.of("OperatorRules.protectedNodes", one)),
                        namespaces.stream().map(one -> Texts.of("OperatorRules.protectedNamespaces", one)),
                        freezes.stream().map(one -> Texts.of("OperatorRules.freezeWindow", one)),
                        typed.stream().map(one -> Texts.of("OperatorRules.namesTypedIn", one)),
                        approvals.stream().map(one -> Texts.of("OperatorRules.approvalIn", one)),
                        approvers.stream().map(one -> Texts.of("OperatorRules.approver", one)))
                .flatMap(Function.identity())
                .toList();
    }

    /** Rules that ask for no approval. */
    public OperatorRules(
            List<ProtectionRule> nodes, List<ProtectionRule> namespaces, List<FreezeWindow> freezes, List<Glob> typed) {
        this(nodes, namespaces, freezes, typed, List.of(), List.of());
    }
}
