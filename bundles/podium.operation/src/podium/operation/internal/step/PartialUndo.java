// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.operation.internal.write.Drift;
import podium.operation.internal.write.InversePatch;
import podium.operation.internal.write.WrittenFields;
import podium.operation.texts.Texts;

/**
 * The part of a JSON patch that takes back what nobody else has changed: somebody lifts our cordon or makes it theirs, and our note on
 * the node stays behind.
 */
final class PartialUndo {
    private PartialUndo() {}

    /** That part; empty: there is none, or it does not fit. */
    static Optional<ApiWrite> of(ApiWrite undo, JsonNode now, List<Drift.Field> theirs) {
        if (undo.verb() != ApiWrite.Verb.JSON_PATCH || theirs.isEmpty()) {
            return Optional.empty();
        }
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        Json.read(undo.body()).forEach(operation -> {
            if (!isTheirs(operation, theirs)) {
                rest.add(operation);
            }
        });
        ApiWrite part = new ApiWrite(
                undo.verb(),
                undo.target(),
                undo.subresource(),
                Json.write(rest),
                undo.uid(),
                undo.resourceVersion(),
                Texts.of("PartialUndo.onlyWhatIsOurs", undo.words()));
        boolean changes = rest.valueStream().anyMatch(operation -> !isTest(operation));
        return changes && InversePatch.apply(part, now).isPresent() ? Optional.of(part) : Optional.empty();
    }

    /** Whether what others changed is as the undo wants it, so that nothing of it stands. */
    static boolean isWanted(ApiWrite undo, JsonNode now, List<Drift.Field> theirs) {
        return Json.read(undo.body())
                .valueStream()
                .filter(operation -> !isTest(operation) && isTheirs(operation, theirs))
                .allMatch(operation -> {
                    JsonNode value =
                            now.at(JsonPointer.compile(operation.path("path").asText()));
                    return operation.path("op").asText().equals("remove")
                            ? value.isMissingNode()
                            : value.equals(operation.path("value"));
                });
    }

    private static boolean isTest(JsonNode operation) {
        return operation.path("op").asText().equals("test");
    }

    private static boolean isTheirs(JsonNode operation, List<Drift.Field> theirs) {
        String path = operation.path("path").asText();
        return theirs.stream()
                .map(field -> field.pointer().toString())
                .anyMatch(place -> WrittenFields.isWithin(place, path) || WrittenFields.isWithin(path, place));
    }
}
