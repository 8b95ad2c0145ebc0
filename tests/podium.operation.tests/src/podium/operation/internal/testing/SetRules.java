// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.testing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.operation.plan.Plan;
import podium.operation.rule.Glob;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.ProtectionRule;
import podium.operation.rule.RuleDecision;
import podium.operation.rule.RuleService;

/** Rules that are set by the test. */
public final class SetRules implements RuleService {
    public OperatorRules now = OperatorRules.NONE;
    public Optional<String> frozen = Optional.empty();
    public Optional<String> problem = Optional.empty();

    @Override
    public OperatorRules rules() {
        return now;
    }

    @Override
    public Object state() {
        return rules();
    }

    @Override
    public boolean isEmpty() {
        return rules().equals(OperatorRules.NONE) && problem().isEmpty();
    }

    @Override
    public void keep(OperatorRules rules) throws IOException {
        throw new IOException();
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public Optional<String> frozen(ClusterId cluster) {
        return frozen;
    }

    @Override
    public Optional<String> protection(ClusterId cluster, String node) {
        return why(now.nodes(), cluster, node, "Node");
    }

    @Override
    public RuleDecision judge(Plan plan) {
        return RuleDecision.FREE;
    }

    @Override
    public Optional<String> whyNotNode(ClusterId cluster, String node) {
        return why(now.nodes(), cluster, node, "Node");
    }

    @Override
    public Optional<String> whyNotNamespace(ClusterId cluster, String namespace) {
        return why(now.namespaces(), cluster, namespace, "Namespace");
    }

    private Optional<String> why(List<ProtectionRule> all, ClusterId cluster, String name, String what) {
        return frozen.or(() -> all.stream().anyMatch(one -> one.covers(cluster.value(), name))
                ? Optional.of(what + " " + name + " is protected.")
                : Optional.empty());
    }

    /** Rules that protect a node and a namespace of every cluster. */
    public static OperatorRules protecting(String node, String namespace) {
        return new OperatorRules(
                List.of(new ProtectionRule(new Glob("*"), new Glob(node))),
                List.of(new ProtectionRule(new Glob("*"), new Glob(namespace))),
                List.of(),
                List.of());
    }
}
