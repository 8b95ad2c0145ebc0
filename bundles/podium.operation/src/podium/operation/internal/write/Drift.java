// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.core.json.JsonPatch;
import podium.operation.plan.FieldWriter;
import podium.operation.texts.Texts;

/** What of a write is no longer in its object: field by field, and who put something else there. */
public final class Drift {
    private Drift() {}

    /**
     * A field that does not hold any more what was written.
     *
     * @param ours what was written; missing: the field was removed
     * @param now what is there
     * @param by who wrote it last; empty: the server does not tell
     */
    public record Field(JsonPointer pointer, JsonNode ours, JsonNode now, Optional<FieldWriter> by) {
        /** "spec.replicas is 20 now, not 9: by kubectl, at 2026-03-01 12:03:04". */
        public String words() {
            String pointer = this.pointer.toString();
            String place = Json.place(pointer);
            if (ours.equals(now)) {
                return Texts.of(
                        "Drift.wasSetToAgain",
                        place,
                        PatchedFields.shown(pointer, now),
                        by.map(FieldWriter::words).orElse(Texts.of("Drift.byWhomIsNotSaid")));
            }
            return Texts.of(
                    "Drift.isNowNot",
                    place,
                    PatchedFields.shown(pointer, now),
                    PatchedFields.shown(pointer, ours),
                    by.map(FieldWriter::words).orElse(Texts.of("Drift.whoChangedItIsNotSaid")));
        }
    }

    /** The fields of a patch that an object does not hold. */
    public static List<Field> of(ApiWrite patch, JsonNode object) {
        List<Field> fields = new ArrayList<>();
        JsonNode body = Json.read(patch.body());
        switch (patch.verb()) {
            case JSON_PATCH -> ofOperations(body, object, fields);
            case MERGE_PATCH, STRATEGIC_PATCH -> leaves(JsonPointer.empty(), body, object, fields);
            case CREATE, DELETE, EVICT -> fields.clear();
        }
        return fields;
    }

    private static void ofOperations(JsonNode patch, JsonNode object, List<Field> into) {
        JsonNode tested = MissingNode.getInstance();
        for (JsonNode operation : patch) {
            if (!JsonPatch.holds(object, operation, tested)) {
                JsonPointer path = JsonPointer.compile(operation.path("path").asText());
                into.add(field(path, operation.path("value"), object));
            }
            tested = "test".equals(operation.path("op").asText()) ? operation : tested;
        }
    }

    private static void leaves(JsonPointer at, JsonNode wanted, JsonNode object, List<Field> into) {
        if (wanted.isObject() && !wanted.isEmpty()) {
            wanted.properties()
                    .forEach(field -> leaves(at.appendProperty(field.getKey()), field.getValue(), object, into));
        } else if (!at.toString().equals("/metadata/uid")
                && !at.toString().equals("/metadata/resourceVersion")
                && !JsonPatch.contains(object.at(at), wanted)) {
            into.add(field(at, wanted, object));
        }
    }

    private static Field field(JsonPointer pointer, JsonNode ours, JsonNode object) {
        return new Field(pointer, ours, object.at(pointer), FieldWriter.lastOf(object, pointer));
    }
}
