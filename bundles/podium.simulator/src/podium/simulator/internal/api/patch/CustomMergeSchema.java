// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The structure that the schema of a custom resource declares; metadata is as in every kind. */
public final class CustomMergeSchema implements MergeSchema {

    private final JsonNode schema;
    private final BuiltInMergeSchema core = new BuiltInMergeSchema();

    /** The structure of a kind with this OpenAPI schema. */
    public CustomMergeSchema(JsonNode schema) {
        this.schema = schema;
    }

    @Override
    public ListShape list(List<String> path) {
        if (path.getFirst().equals("metadata")) {
            return core.list(path);
        }
        JsonNode declared = find(path);
        return switch (declared.path("x-kubernetes-list-type").asText("atomic")) {
            case "map" -> {
                List<String> keys = new ArrayList<>();
                declared.path("x-kubernetes-list-map-keys").forEach(key -> keys.add(key.asText("")));
                yield new ListShape(keys);
            }
            case "set" -> ListShape.SET;
            default -> ListShape.ATOMIC;
        };
    }

    @Override
    public boolean atomicMap(List<String> path) {
        return find(path).path("x-kubernetes-map-type").asText("").equals("atomic");
    }

    private JsonNode find(List<String> path) {
        JsonNode current = schema;
        for (String name : path) {
            JsonNode holder = current.path("type").asText("").equals("array") ? current.path("items") : current;
            JsonNode property = holder.path("properties").path(name);
            current = property.isMissingNode() ? holder.path("additionalProperties") : property;
        }
        return current;
    }
}
