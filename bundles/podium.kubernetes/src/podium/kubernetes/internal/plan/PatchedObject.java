// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import podium.core.api.ApiWrite;
import podium.core.json.JsonPatch;
import podium.core.json.MergePatch;
import podium.kubernetes.internal.json.Trees;

/** What a patch would make of the object that it was made from. */
public final class PatchedObject {
    private PatchedObject() {}

    /**
     * A changed copy.
     *
     * @throws PatchMisfit when it is a JSON patch for another object than this one is now
     */
    public static ObjectNode of(JsonNode object, ApiWrite patch) throws IOException {
        JsonNode body = Trees.read(patch.body());
        JsonNode changed =
                switch (patch.verb()) {
                    case JSON_PATCH -> JsonPatch.apply(object, body).orElseThrow(() -> new PatchMisfit(patch));
                    case MERGE_PATCH -> MergePatch.apply(object, body);
                    default -> throw new IllegalArgumentException(patch.toString());
                };
        if (changed instanceof ObjectNode result) {
            return result;
        }
        throw new IllegalArgumentException(patch.toString());
    }
}
