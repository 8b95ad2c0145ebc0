// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.operation.rule.Glob;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.ProtectionRule;
import podium.operation.rule.RuleService;
import podium.ui.texts.Texts;

/** What the operator's own rules keep from being changed, in words: beside the lock, and on the nodes. In the realm. */
public final class RuleLabels {
    private RuleLabels() {}

    /** A word for the lock: what of the selection, or the whole cluster, is not changed now. Empty: no rule stands against it. */
    public static Optional<String> word(RuleService rules, Cluster cluster, List<EObject> selection) {
        if (rules.isEmpty()) {
            return Optional.empty();
        } else if (rules.problem().isPresent()) {
            return Optional.of(Texts.of("RuleLabels.rulesUnreadable"));
        } else if (rules.frozen(ClusterId.of(cluster)).isPresent()) {
            return Optional.of(Texts.of("RuleLabels.frozen"));
        }
        boolean kept = selection.stream()
                .anyMatch(thing ->
                        thing instanceof Node node && protection(rules, node).isPresent());
        return kept ? Optional.of(Texts.of("RuleLabels.protected")) : Optional.empty();
    }

    /** Sentences on what is not changed in a cluster, one a line; empty: no rule is about it. */
    public static Optional<String> sentences(RuleService rules, Cluster cluster) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        ClusterId id = ClusterId.of(cluster);
        OperatorRules all = rules.rules();
        String words = Stream.of(
                        rules.frozen(id),
                        listed(all.nodes(), id).map(names -> Texts.of("RuleLabels.protectedNodes", names)),
                        listed(all.namespaces(), id).map(names -> Texts.of("RuleLabels.protectedNamespaces", names)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /** Which rule protects a node; empty: none, or it is in no cluster any more. */
    public static Optional<String> protection(RuleService rules, Node node) {
        return rules.isEmpty() || node.getCluster() == null || node.getName() == null
                ? Optional.empty()
                : rules.protection(ClusterId.of(node.getCluster()), node.getName());
    }

    private static Optional<String> listed(List<ProtectionRule> all, ClusterId cluster) {
        String names = all.stream()
                .filter(rule -> cluster.names().stream().anyMatch(rule.cluster()::matches))
                .map(ProtectionRule::name)
                .map(Glob::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names + ".");
    }
}
