// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.io.IOException;
import java.util.List;
import podium.core.api.ApiEvent;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;

/** The events that a cluster keeps about an object. */
final class ObjectEvents {
    private ObjectEvents() {}

    /**
     * Newest first. Events of what lies in no namespace are kept in "default", and name a node by its name: kubelets do not know its
     * uid. Blocks.
     */
    static List<ApiEvent> read(ObjectReader reader, ObjectRef ref, String uid) throws IOException {
        String selector = ref.resource().equals("nodes") || uid.isEmpty()
                ? "involvedObject.kind=" + ref.kind() + ",involvedObject.name=" + ref.name()
                : "involvedObject.uid=" + uid;
        return ApiEvent.of(reader.list(new ObjectRef("", "v1", "events", "Event", ref.namespace(), ""), "", selector));
    }
}
