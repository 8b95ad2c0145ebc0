// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** What a server answered. */
record Answer(String request, int code, HttpHeaders headers, JsonNode body) {

    Answer expect(int wanted) {
        assertEquals(wanted, code, () -> request + " answered " + code + " " + body);
        return this;
    }

    /** The answer as an object of its own, to be changed and sent again. */
    ObjectNode object() {
        return body.deepCopy();
    }

    JsonNode at(String pointer) {
        return body.at(pointer);
    }

    String text(String pointer) {
        return body.at(pointer).asText();
    }

    String message() {
        return text("/message");
    }

    String version() {
        return text("/metadata/resourceVersion");
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        body.path("items").forEach(item -> names.add(item.at("/metadata/name").asText()));
        return names;
    }

    /** The fields of the causes. */
    List<String> causes() {
        List<String> fields = new ArrayList<>();
        body.at("/details/causes")
                .forEach(cause -> fields.add(cause.path("field").asText()));
        return fields;
    }
}
