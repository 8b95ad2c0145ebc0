// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

import podium.core.texts.Texts;

/**
 * A rule of a workload that reacts to a lost pod without counting failures.
 *
 * @param outcome of any loss
 * @param why as in {@link PodLossEffect}
 */
public record UncountedLossRule(PodLossOutcome outcome, String why) implements PodLossRule {
    /** That of objects which make pods anew for ever. */
    public static final UncountedLossRule REPLACES = new UncountedLossRule(PodLossOutcome.REPLACED, "");

    /**
     * That of a Job without completions of which a pod has succeeded: it makes no more pods, and is complete when none runs (kubernetes
     * pkg/controller/job/job_controller.go, manageJob and syncJob).
     */
    public static final UncountedLossRule UNREPLACED =
            new UncountedLossRule(PodLossOutcome.MAY_END, Texts.of("UncountedLossRule.itSaysNoNumber"));

    @Override
    public PodLossEffect after(PodLoss loss, int pods) {
        return new PodLossEffect(outcome, why);
    }
}
