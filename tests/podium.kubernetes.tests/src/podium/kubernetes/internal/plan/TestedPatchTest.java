// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.json.JsonPatch;
import podium.kubernetes.internal.json.Trees;

class TestedPatchTest {
    /** A trial's template has no metadata at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"metadata\":{}}",
                "{\"metadata\":{\"annotations\":{}}}",
                "{\"metadata\":{\"annotations\":{\"other\":\"x\"}}}"
            })
    void allThatIsMissingAroundAValueIsMadeWithIt(String json) throws IOException {
        JsonNode object = Trees.read(json);
        TestedPatch patch = new TestedPatch(object).set("/metadata/annotations/ours", TextNode.valueOf("1"));
        JsonNode changed = JsonPatch.apply(object, patch.there()).orElseThrow();
        assertEquals("1", changed.at("/metadata/annotations/ours").asText());
        JsonNode back = JsonPatch.apply(changed, patch.back()).orElseThrow();
        assertEquals(object.at("/metadata/annotations/other"), back.at("/metadata/annotations/other"));
        assertEquals("", back.at("/metadata/annotations/ours").asText());
    }
}
