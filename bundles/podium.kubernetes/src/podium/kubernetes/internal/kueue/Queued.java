// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kueue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Stop;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.plan.Objects;
import podium.kubernetes.internal.plan.Refusal;

/** Jobs under Kueue: pinned before they are admitted, or taken back from it first; never changed behind its back. */
public final class Queued {
    private static final String QUEUE = "kueue.x-k8s.io/queue-name";
    private static final String PREBUILT = "kueue.x-k8s.io/prebuilt-workload-name";

    private Queued() {}

    public static boolean isQueued(JsonNode object) {
        return object.path("metadata").path("labels").has(QUEUE);
    }

    /** The way to stop what Kueue has admitted. */
    public static Stop stop(Asked asked, Suspension suspension) throws IOException, Refusal {
        JsonNode job = asked.job();
        if (job.path("metadata").path("labels").has(PREBUILT)) {
            throw new Refusal(
                    asked.ref().name() + " runs under a Workload that was made for it beforehand, which does not follow"
                            + " its template.",
                    "Place it where that Workload is made.");
        }
        Workloads.Found its =
                Workloads.of(asked.objects(), asked.ref(), Objects.uid(job)).orElseThrow(() -> admitted(asked.ref()));
        return new Deactivation(asked.ref(), suspension, its);
    }

    public static Refusal admitted(ObjectRef ref) {
        return new Refusal(
                ref.name()
                        + " was admitted by Kueue. Changing its template now makes Kueue stop it and forget its"
                        + " admission.",
                "Set spec.active=false on its Workload, place it while it is suspended, then set it to true again.");
    }
}
