// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.io.IOException;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.operation.plan.Plan;
import podium.operation.rule.RuleService;
import podium.operation.rule.Rules;
import podium.operation.rule.Ruling;

/** Rules that are kept in memory, or cannot be. */
public final class FakeRules implements RuleService {
    /** What is kept. */
    public Rules kept = Rules.NONE;

    /** Whether keeping fails. */
    public boolean full;

    /** Why the kept ones cannot be read. */
    public Optional<String> problem = Optional.empty();

    @Override
    public Rules rules() {
        return kept;
    }

    @Override
    public Object state() {
        return rules();
    }

    @Override
    public boolean isEmpty() {
        return rules().equals(Rules.NONE) && problem().isEmpty();
    }

    @Override
    public void keep(Rules rules) throws IOException {
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
    public Ruling judge(Plan plan) {
        return Ruling.FREE;
    }

    @Override
    public Optional<String> whyNotNode(ClusterId cluster, String node) {
        return kept.nodes().stream().anyMatch(one -> one.covers(cluster.value(), node))
                ? Optional.of(node + " is protected")
                : Optional.empty();
    }

    @Override
    public Optional<String> whyNotNamespace(ClusterId cluster, String namespace) {
        return kept.namespaces().stream().anyMatch(one -> one.covers(cluster.value(), namespace))
                ? Optional.of(namespace + " is protected")
                : Optional.empty();
    }
}
