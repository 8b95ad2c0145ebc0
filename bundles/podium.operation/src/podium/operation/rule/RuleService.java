// SPDX-License-Identifier: Apache-2.0
package podium.operation.rule;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.operation.plan.Plan;
import podium.operation.texts.Texts;
import podium.placement.Prohibitions;

/** The operator's rules, kept over restarts. Operations are held to them before anything is recorded. Any thread. */
public interface RuleService extends Prohibitions {
    /** The rules of now. */
    OperatorRules rules();

    /**
     * Keeps other rules from now on. Blocks.
     *
     * @throws IOException when they cannot be written; then those of before hold
     */
    void keep(OperatorRules rules) throws IOException;

    /** Why the kept rules cannot be read, in words; then nothing may be changed. Empty: they can. */
    Optional<String> problem();

    /** Why nothing in a cluster is changed now, whatever it is: a freeze window, or rules that cannot be read. Empty: neither. */
    Optional<String> frozen(ClusterId cluster);

    /** Which rule protects a node at any time; empty: none does. */
    Optional<String> protection(ClusterId cluster, String node);

    /** What the rules say of a plan now. */
    RuleDecision judge(Plan plan);

    /** Where nothing is protected. */
    static RuleService none() {
        return new RuleService() {
            @Override
            public OperatorRules rules() {
                return OperatorRules.NONE;
            }

            @Override
            public Object state() {
                return OperatorRules.NONE;
            }

            @Override
            public boolean isEmpty() {
                return true;
            }

            @Override
            public void keep(OperatorRules rules) throws IOException {
                throw new IOException(Texts.of("RuleService.noRulesAreKept"));
            }

            @Override
            public Optional<String> problem() {
                return Optional.empty();
            }

            @Override
            public Optional<String> frozen(ClusterId cluster) {
                return Optional.empty();
            }

            @Override
            public Optional<String> protection(ClusterId cluster, String node) {
                return Optional.empty();
            }

            @Override
            public RuleDecision judge(Plan plan) {
                return new RuleDecision(List.of(), Optional.empty());
            }

            @Override
            public Optional<String> whyNotNode(ClusterId cluster, String node) {
                return Optional.empty();
            }

            @Override
            public Optional<String> whyNotNamespace(ClusterId cluster, String namespace) {
                return Optional.empty();
            }
        };
    }
}
