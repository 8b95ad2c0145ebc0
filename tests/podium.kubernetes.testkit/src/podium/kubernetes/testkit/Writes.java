// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;

/** Writes that tests send. */
public final class Writes {
    private Writes() {}

    /** Takes the node n1 out of scheduling. */
    public static ApiWrite cordon() {
        return new ApiWrite(
                ApiWrite.Verb.MERGE_PATCH,
                ObjectRef.node("n1"),
                "",
                "{\"spec\":{\"unschedulable\":true}}",
                Optional.empty(),
                Optional.empty(),
                "Cordon n1");
    }
}
