// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;

/** That something is not stopped because it would not go on. */
public final class StopRefusal {
    private StopRefusal() {}

    /** @param why as in {@link SuspendedKind#whyNotStopped} */
    public static Refusal of(String name, String why) {
        return new Refusal(
                Texts.of("StopRefusal.wouldEndIfItWereStopped", name, why),
                Texts.of("StopRefusal.letItFinishOrSubmit"));
    }
}
