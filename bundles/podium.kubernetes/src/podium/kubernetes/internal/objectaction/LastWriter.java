// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import podium.kubernetes.internal.json.Trees;

/** Who wrote a place of an object last, by its managedFields (fieldsV1 of structured-merge-diff: f: a field, k: an element). */
final class LastWriter {
    private LastWriter() {}

    /** Its manager and the time; empty: the server does not tell. */
    static Optional<String> of(JsonNode object, String pointer) {
        String manager = "";
        String latest = "";
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            String time = entry.path("time").asText();
            if (owns(entry.path("fieldsV1"), object, pointer.substring(1).split("/"), 0)
                    && time.compareTo(latest) >= 0) {
                manager = entry.path("manager").asText();
                latest = time;
            }
        }
        return manager.isEmpty() ? Optional.empty() : Optional.of(manager + (latest.isEmpty() ? "" : " at " + latest));
    }

    private static boolean owns(JsonNode fields, JsonNode at, String[] path, int depth) {
        if (fields.isMissingNode()) {
            return false;
        }
        // an empty set is a leaf: what is below it is owned as one
        if (depth == path.length || depth > 0 && fields.isEmpty()) {
            return true;
        }
        String name = path[depth].replace("~1", "/").replace("~0", "~");
        if (!at.isArray()) {
            return owns(fields.path("f:" + name), at.path(name), path, depth + 1);
        }
        JsonNode element = name.matches("\\d{1,9}") ? at.path(Integer.parseInt(name)) : at.path("none");
        return fields.properties().stream()
                .anyMatch(field -> isKey(field.getKey(), element) && owns(field.getValue(), element, path, depth + 1));
    }

    private static boolean isKey(String key, JsonNode element) {
        if (!key.startsWith("k:")) {
            return false;
        }
        try {
            return Trees.read(key.substring(2)).properties().stream()
                    .allMatch(part -> part.getValue().equals(element.path(part.getKey())));
        } catch (IOException e) {
            return false;
        }
    }
}
