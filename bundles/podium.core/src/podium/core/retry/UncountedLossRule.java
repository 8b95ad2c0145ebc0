// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

/**
 * A rule that does not count pods.
 *
 * @param outcome of any loss
 * @param why as in {@link PodLossEffect}
 */
public record UncountedLossRule(PodLossOutcome outcome, String why) implements PodLossRule {
    /** That of objects which make pods anew for ever. */
    public static final UncountedLossRule REPLACES = new UncountedLossRule(PodLossOutcome.REPLACED, "");

    @Override
    public PodLossEffect after(PodLoss loss, int pods) {
        return new PodLossEffect(outcome, why);
    }
}
