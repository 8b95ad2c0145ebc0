// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import podium.operation.drain.Fate;

/**
 * What the rules that look at one pod alone say.
 *
 * @param consentMissing true when the operator's consent is all that is missing
 * @param replaced false when nothing makes it anew
 */
record DrainFilterResult(Fate fate, String reason, boolean consentMissing, boolean replaced) {
    DrainFilterResult(Fate fate, String reason, boolean consentMissing) {
        this(fate, reason, consentMissing, true);
    }

    /** True when a drain asks for this pod's eviction; finished pods are evicted too, so that the node is empty. */
    boolean isVictim() {
        return fate == Fate.EVICT || fate == Fate.FINISHED;
    }
}
