// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.core.json.JsonPatch;
import podium.core.json.MergePatch;

/**
 * What an object, read again, says of a write whose answer is not known: it happened, it did not, or the object is not the
 * one it was written for.
 */
public enum WriteEffect {
    APPLIED,
    NOT_APPLIED,
    /** Another object of that name, or none, where this very one was expected. */
    OTHER_OBJECT;

    public static WriteEffect of(ApiWrite write, Optional<JsonNode> found) {
        return switch (write.verb()) {
            case CREATE ->
                found.isEmpty()
                        ? NOT_APPLIED
                        : !Json.terminating(found.get()) && CreationMarker.isMade(found.get(), write)
                                ? APPLIED
                                : OTHER_OBJECT;
            case DELETE, EVICT ->
                found.isEmpty() || isOther(write, found.get()) || Json.terminating(found.get()) ? APPLIED : NOT_APPLIED;
            case MERGE_PATCH, JSON_PATCH, STRATEGIC_PATCH -> ofPatch(write, found);
        };
    }

    private static WriteEffect ofPatch(ApiWrite write, Optional<JsonNode> found) {
        if (found.isEmpty() || isOther(write, found.get())) {
            return OTHER_OBJECT;
        }
        JsonNode patch = Json.read(write.body());
        boolean applied = write.verb() == ApiWrite.Verb.JSON_PATCH
                ? JsonPatch.applied(found.get(), patch)
                : MergePatch.applied(found.get(), withoutPreconditions(patch));
        return applied ? APPLIED : NOT_APPLIED;
    }

    /** True when the object has another uid than the write names. */
    public static boolean isOther(ApiWrite write, JsonNode found) {
        return write.uid().isPresent() && !write.uid().get().equals(Json.uid(found));
    }

    private static JsonNode withoutPreconditions(JsonNode patch) {
        JsonNode copy = patch.deepCopy();
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("uid");
            metadata.remove("resourceVersion");
        }
        return copy;
    }
}
