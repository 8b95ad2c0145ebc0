// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import podium.kubernetes.internal.plan.Objects;
import podium.kubernetes.internal.plan.Refusal;

/** What has ended is not placed. */
public final class Finished {
    private Finished() {}

    /** Refuses when one of the conditions holds. */
    public static void check(Asked asked, String... conditions) throws Refusal {
        for (String condition : conditions) {
            if (Objects.holds(asked.job(), condition)) {
                throw refusal(asked);
            }
        }
    }

    public static Refusal refusal(Asked asked) {
        return new Refusal(asked.ref().name() + " has finished.", "Create it again to run it once more.");
    }
}
