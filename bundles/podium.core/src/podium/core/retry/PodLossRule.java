// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

import java.util.List;
import podium.core.texts.Texts;

/** What one object says of lost pods, or of what it owns and has failed. */
public sealed interface PodLossRule permits JobBackoffRule, UncountedLossRule {
    /**
     * What becomes of the object.
     *
     * @param pods how many are lost at once
     */
    PodLossEffect after(PodLoss loss, int pods);

    /**
     * What becomes of the topmost of a chain of owners: each is asked only when the one below it fails.
     *
     * @param chain the rule of what controls the pods, then those of its owners upward
     * @param complete false when something above the chain is not known
     */
    static PodLossEffect of(List<PodLossRule> chain, boolean complete, PodLoss loss, int pods) {
        PodLossEffect at = PodLossEffect.REPLACED;
        for (int i = 0; i < chain.size(); i++) {
            PodLossEffect next = chain.get(i).after(loss, pods);
            at = i == 0 ? next : above(at, next);
            if (at.survives()) {
                return at;
            }
        }
        return complete && !chain.isEmpty()
                ? at
                : new PodLossEffect(PodLossOutcome.MAY_END, Texts.of("PodLossRule.whatItsOwnerMakes")).after(at);
    }

    /** What may fail below ends what is above it only perhaps. */
    private static PodLossEffect above(PodLossEffect below, PodLossEffect above) {
        boolean perhaps = below.outcome() == PodLossOutcome.MAY_END && above.outcome() == PodLossOutcome.ENDS;
        return (perhaps ? new PodLossEffect(PodLossOutcome.MAY_END, above.why()) : above).after(below);
    }
}
