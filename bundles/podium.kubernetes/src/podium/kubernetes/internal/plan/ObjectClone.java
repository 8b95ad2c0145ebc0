// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An object as its author would create it again: without what the server and its controllers added. The name stays. */
public final class ObjectClone {
    private static final List<String> SERVER_FIELDS = List.of(
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "managedFields",
            "selfLink",
            "finalizers");

    private ObjectClone() {}

    /** A copy; the object stays as it is. */
    public static ObjectNode of(JsonNode object) {
        ObjectNode clone = object.deepCopy();
        clone.remove("status");
        clone.withObject("/metadata").remove(SERVER_FIELDS);
        return clone;
    }
}
