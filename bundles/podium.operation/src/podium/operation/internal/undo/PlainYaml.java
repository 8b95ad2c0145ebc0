// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import podium.core.json.Json;
import podium.core.json.YamlText;

/** What of an object a plan shows, as YAML. */
final class PlainYaml {
    private PlainYaml() {}

    /** The parts of an object at these places; what lies in a list is shown with its list. */
    static String parts(JsonNode object, Collection<JsonPointer> places) {
        ObjectNode shown = Json.object();
        places.forEach(place -> copy(object, shown, place));
        return YamlText.of(shown);
    }

    private static void copy(JsonNode from, ObjectNode to, JsonPointer place) {
        String name = place.getMatchingProperty();
        JsonNode value = from.path(name);
        if (place.matches() || value.isMissingNode()) {
            return;
        }
        if (value.isObject() && place.tail() != null && !place.tail().matches()) {
            JsonNode there = to.path(name);
            ObjectNode below = there instanceof ObjectNode object ? object : Json.object();
            copy(value, below, place.tail());
            if (!below.isEmpty()) {
                to.set(name, below);
            }
        } else {
            to.set(name, value);
        }
    }

    /** An object without what only the server keeps in it. */
    static String whole(JsonNode object) {
        if (!(object.deepCopy() instanceof ObjectNode copy)) {
            return "";
        }
        copy.remove("status");
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("managedFields", "uid", "resourceVersion", "creationTimestamp", "generation"));
        }
        return YamlText.of(copy);
    }
}
