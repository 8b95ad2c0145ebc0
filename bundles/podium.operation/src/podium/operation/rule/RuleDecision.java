// SPDX-License-Identifier: Apache-2.0
package podium.operation.rule;

import java.util.List;
import java.util.Optional;

/**
 * What the rules say of a plan.
 *
 * @param forbidden why it must not be done, a sentence each; empty: it may
 * @param typed what the operator must type before it; empty: nothing
 * @param approval why a second person must approve it; empty: nobody must
 */
public record RuleDecision(List<String> forbidden, Optional<String> typed, Optional<String> approval) {
    /** No rule applies. */
    public static final RuleDecision FREE = new RuleDecision(List.of(), Optional.empty());

    public RuleDecision {
        forbidden = List.copyOf(forbidden);
    }

    /** One that asks for no approval. */
    public RuleDecision(List<String> forbidden, Optional<String> typed) {
        this(forbidden, typed, Optional.empty());
    }
}
