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
public record Ruling(List<String> forbidden, Optional<String> typed, Optional<String> approval) {
    /** No rule applies. */
    public static final Ruling FREE = new Ruling(List.of(), Optional.empty());

    public Ruling {
        forbidden = List.copyOf(forbidden);
    }

    /** One that asks for no approval. */
    public Ruling(List<String> forbidden, Optional<String> typed) {
        this(forbidden, typed, Optional.empty());
    }
}
