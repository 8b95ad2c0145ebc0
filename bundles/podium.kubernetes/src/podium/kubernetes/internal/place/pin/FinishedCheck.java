// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import podium.core.api.ObjectRef;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;

/** Refuses to place what has finished. */
public final class FinishedCheck {
    private FinishedCheck() {}

    /** Refuses when one of the conditions holds. */
    public static void check(ResolvedRequest asked, String... conditions) throws Refusal {
        for (String condition : conditions) {
            if (ObjectReads.holds(asked.job(), condition)) {
                throw refusal(asked);
            }
        }
    }

    public static Refusal refusal(ResolvedRequest asked) {
        return refusal(asked.ref());
    }

    public static Refusal refusal(ObjectRef job) {
        return new Refusal(
                Texts.of("FinishedCheck.hasFinished", job.name()), Texts.of("FinishedCheck.createItAgainToRun"), true);
    }
}
