// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import podium.core.api.KueueNames;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.place.pin.ResolvedRequest;

/** Pods that Kueue holds at its gate until it admits them: none runs anywhere before that, and when is not known. */
final class QueuedPods {
    private QueuedPods() {}

    /** Whether an owner has pods, and all of them wait there. */
    static boolean wait(ResolvedRequest asked, String selector) throws IOException {
        if (selector.isEmpty() || !KueueGuard.isQueued(asked.job())) {
            return false;
        }
        List<JsonNode> pods = asked.objects().pods(asked.ref().namespace(), selector);
        return !pods.isEmpty()
                && pods.stream().allMatch(pod -> pod.path("spec")
                        .path("schedulingGates")
                        .findValuesAsText("name")
                        .contains(KueueNames.ADMISSION));
    }
}
