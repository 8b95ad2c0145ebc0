// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.ObjectKey;

/** Owner references between objects. */
public final class OwnerReferences {

    private OwnerReferences() {}

    /** Names the owner as the object's controller. */
    public static void control(ObjectNode object, ObjectNode owner) {
        Json.array(Json.with(object, "metadata"), "ownerReferences")
                .addObject()
                .put("apiVersion", Json.text(owner, "apiVersion"))
                .put("kind", Json.text(owner, "kind"))
                .put("name", Json.name(owner))
                .put("uid", Json.uid(owner))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }

    /** Where the controlling owner is, if it is of that kind. */
    public static Optional<ObjectKey> controller(ObjectNode object, String kind) {
        Optional<JsonNode> owner = Json.controller(object);
        return owner.filter(reference -> Json.text(reference, "kind").equals(kind))
                .map(reference -> new ObjectKey(Json.namespace(object), Json.text(reference, "name")));
    }
}
