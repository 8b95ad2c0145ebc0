// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

import java.util.List;

/** What one object says of lost pods, or of what it owns and has failed. */
public sealed interface LossRule permits JobRule, FixedRule {
    /**
     * What becomes of the object.
     *
     * @param pods how many are lost at once
     */
    Aftermath after(Loss loss, int pods);

    /**
     * What becomes of the topmost of a chain of owners: each is asked only when the one below it fails.
     *
     * @param chain the rule of what controls the pods, then those of its owners upward
     * @param complete false when something above the chain is not known
     */
    static Aftermath of(List<LossRule> chain, boolean complete, Loss loss, int pods) {
        Aftermath at = Aftermath.REPLACED;
        for (int i = 0; i < chain.size(); i++) {
            Aftermath next = chain.get(i).after(loss, pods);
            at = i == 0 ? next : above(at, next);
            if (at.survives()) {
                return at;
            }
        }
        return complete && !chain.isEmpty()
                ? at
                : new Aftermath(Outcome.MAY_END, "what its owner makes of it is not known").after(at);
    }

    /** What may fail below ends what is above it only perhaps. */
    private static Aftermath above(Aftermath below, Aftermath above) {
        boolean perhaps = below.outcome() == Outcome.MAY_END && above.outcome() == Outcome.ENDS;
        return (perhaps ? new Aftermath(Outcome.MAY_END, above.why()) : above).after(below);
    }
}
