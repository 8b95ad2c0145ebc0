// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.plan.ObjectReads;

/** The object that a schedule creates when a run is started by hand, as its controller would create it. */
final class ScheduledRun {
    private ScheduledRun() {}

    /** Its metadata say that the schedule controls it. */
    static void controlled(ObjectNode metadata, ObjectRef ref, JsonNode owner) {
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", ref.apiVersion())
                .put("kind", ref.kind())
                .put("name", ref.name())
                .put("uid", ObjectReads.uid(owner))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }
}
