// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

/**
 * What becomes of a job after a loss.
 *
 * @param why what decides it, as a clause that can stand after "because" or in brackets; empty: nothing to say
 */
public record Aftermath(Outcome outcome, String why) {
    /** Nothing but new pods. */
    public static final Aftermath REPLACED = new Aftermath(Outcome.REPLACED, "");

    /** True when the job certainly lives on. */
    public boolean survives() {
        return outcome == Outcome.REPLACED || outcome == Outcome.RESTARTS;
    }

    /** The same outcome, told with what a higher object makes of it. */
    Aftermath after(Aftermath below) {
        return new Aftermath(outcome, below.why.isEmpty() ? why : below.why + "; " + why);
    }
}
