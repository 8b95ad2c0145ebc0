// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import podium.simulator.store.ApiException;

/**
 * What the tests of a JSON patch look like byte by byte. A real API server compares the value of a test with the bytes that its own
 * encoder made of the object (measured on 1.36.2; {@code lazyNode.equal} of evanphx/json-patch v4): a text that is escaped otherwise is
 * not equal, though it means the same.
 */
public final class TestedBytes {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

    private TestedBytes() {}

    /**
     * Refuses a patch with a tested text in other bytes than those of Go's encoder.
     *
     * @throws ApiException 422 as for a test that does not hold
     */
    public static void require(byte[] patch) {
        try (JsonParser json = JSON.createParser(patch)) {
            int depth = 0;
            boolean test = false;
            boolean foreign = false;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.START_OBJECT && depth == 2) {
                    test = false;
                    foreign = false;
                } else if (token == JsonToken.VALUE_STRING
                        && depth == 2
                        && json.currentName().equals("op")) {
                    test = json.getText().equals("test");
                } else if (token == JsonToken.VALUE_STRING
                        && (depth > 2 || json.currentName().equals("value"))) {
                    foreign |= !written(json, patch).equals(go(json.getText()));
                } else if (token == JsonToken.END_OBJECT && depth == 1 && test && foreign) {
                    throw ApiException.of(
                            422, "Invalid", "the server rejected our request due to an error in our request");
                }
            }
        } catch (IOException e) {
            throw ApiException.badRequest("couldn't parse the request body: " + e.getMessage());
        }
    }

    private static String written(JsonParser json, byte[] patch) throws IOException {
        json.getText();
        int from = (int) json.currentTokenLocation().getByteOffset();
        int to = (int) json.currentLocation().getByteOffset();
        return new String(patch, from, to - from, StandardCharsets.UTF_8);
    }

    private static String go(String text) {
        StringBuilder written = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> written.append('\\').append(c);
                case '\b' -> written.append("\\b");
                case '\f' -> written.append("\\f");
                case '\n' -> written.append("\\n");
                case '\r' -> written.append("\\r");
                case '\t' -> written.append("\\t");
                default -> {
                    if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) {
                        written.append("\\u%04x".formatted((int) c));
                    } else {
                        written.append(c);
                    }
                }
            }
        }
        return written.append('"').toString();
    }
}
