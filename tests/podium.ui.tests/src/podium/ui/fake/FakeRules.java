// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.io.IOException;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.operation.plan.Plan;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.RuleDecision;
import podium.operation.rule.RuleService;

/** Rules that are kept in memory, or cannot be. */
public final class FakeRules implements RuleService {
    /** What is kept. */
    public OperatorRules kept = OperatorRules.NONE;

    /** Whether keeping fails. */
    public boolean full;

    /** Why nothing is changed now. */
    public Optional<String> frozen = Optional.empty();

    /** Why the kept ones cannot be read. */
    public Optional<String> problem = Optional.empty();

    @Override
    public OperatorRules rules() {
        return kept;
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
        if (full) {
            throw new IOException("No space left on device");
        }
        kept = rules;
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public Optional<String> frozen(ClusterId cluster) {
        return problem.or(() -> frozen);
    }

    @Override
    public Optional<String> protection(ClusterId cluster, String node) {
        return kept.nodes().stream().anyMatch(one -> one.covers(cluster.value(), node))
                ? Optional.of(node + " is protected")
                : Optional.empty();
    }

    @Override
    public RuleDecision judge(Plan plan) {
        return RuleDecision.FREE;
    }

    @Override
    public Optional<String> whyNotNode(ClusterId cluster, String node) {
        return frozen.or(() -> protection(cluster, node));
    }

    @Override
    public Optional<String> whyNotNamespace(ClusterId cluster, String namespace) {
        return kept.namespaces().stream().anyMatch(one -> one.covers(cluster.value(), namespace))
                ? Optional.of(namespace + " is protected")
                : Optional.empty();
    }
}
