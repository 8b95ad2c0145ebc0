// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import com.fasterxml.jackson.databind.JsonNode;
import podium.core.port.ObjectRef;

/** Jobs under Kueue: pinned before they are admitted, never changed behind its back. */
final class Queued {
    private static final String QUEUE = "kueue.x-k8s.io/queue-name";

    private Queued() {}

    static boolean isQueued(JsonNode object) {
        return object.path("metadata").path("labels").has(QUEUE);
    }

    static Refusal admitted(ObjectRef ref) {
        return new Refusal(
                ref.name()
                        + " was admitted by Kueue. Changing its template now makes Kueue stop it and forget its"
                        + " admission.",
                "Set spec.active=false on its Workload, place it while it is suspended, then set it to true again.");
    }
}
