// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

/**
 * What becomes of a job after one of its pods is lost.
 *
 * @param why what decides it, as a clause that can stand after "because" or in brackets; empty: nothing to say
 */
public record PodLossEffect(PodLossOutcome outcome, String why) {
    /** Nothing but new pods. */
    public static final PodLossEffect REPLACED = new PodLossEffect(PodLossOutcome.REPLACED, "");

    /** True when the job certainly lives on. */
    public boolean survives() {
        return outcome == PodLossOutcome.REPLACED || outcome == PodLossOutcome.RESTARTS;
    }

    /** The same outcome, told with what a higher object makes of it. */
    PodLossEffect after(PodLossEffect below) {
        return new PodLossEffect(outcome, below.why.isEmpty() ? why : below.why + "; " + why);
    }
}
