// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import podium.core.api.ApiWrite;

/**
 * The deletion of an object as it was read. It is held to that version, and remembers what stood there: when only the status or the
 * like has changed since, it goes to the newer version; when somebody else has changed the object, it is not deleted.
 */
public final class Deletion {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Deletion() {}

    /**
     * The step that deletes an object.
     *
     * @param delete how it is deleted
     * @param undo what would make it again
     * @param object as it was read, JSON
     */
    public static Step.Write of(ApiWrite delete, Optional<ApiWrite> undo, String object) {
        try {
            JsonNode read = MAPPER.readTree(object);
            ApiWrite held = new ApiWrite(
                    delete.verb(),
                    delete.target(),
                    delete.subresource(),
                    delete.body(),
                    text(read, "uid"),
                    text(read, "resourceVersion"),
                    delete.words());
            return new Step.Write(
                    held,
                    undo,
                    Optional.of(MAPPER.writeValueAsString(kept(read))),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no object: " + e.getOriginalMessage(), e);
        }
    }

    /** Without what is never compared. */
    private static JsonNode kept(JsonNode object) {
        if (object.deepCopy() instanceof ObjectNode copy) {
            copy.remove("status");
            copy.withObject("/metadata").remove("managedFields");
            return copy;
        }
        return object;
    }

    private static Optional<String> text(JsonNode object, String field) {
        return Optional.of(object.path("metadata").path(field).asText()).filter(text -> !text.isEmpty());
    }
}
