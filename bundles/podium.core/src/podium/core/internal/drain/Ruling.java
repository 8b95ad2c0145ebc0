// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.drain;

import podium.core.drain.Fate;

/**
 * What the rules that look at one pod alone say.
 *
 * @param consentMissing true when the operator's consent is all that is missing
 */
record Ruling(Fate fate, String reason, boolean consentMissing) {
    /** True when a drain asks for this pod's eviction; finished pods are evicted too, so that the node is empty. */
    boolean isVictim() {
        return fate == Fate.EVICT || fate == Fate.FINISHED;
    }
}
