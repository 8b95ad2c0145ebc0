// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.operation.FieldConflict;
import podium.operation.secret.Redaction;
import podium.operation.texts.Texts;

/** The tests of a JSON patch that an object does not pass: what was there when it was planned, and is not any more. */
public final class FailedPatchTests {
    private FailedPatchTests() {}

    /** Each as a conflict whose base and wish are what was there. */
    public static List<FieldConflict> of(ApiWrite write, JsonNode theirs) {
        List<FieldConflict> failed = new ArrayList<>();
        if (write.verb() == ApiWrite.Verb.JSON_PATCH) {
            for (JsonNode operation : Json.read(write.body())) {
                String path = operation.path("path").asText();
                JsonNode wanted = operation.path("value");
                JsonNode now = theirs.at(JsonPointer.compile(path));
                boolean holds = wanted.isNull() ? now.isMissingNode() || now.isNull() : now.equals(wanted);
                if (operation.path("op").asText().equals("test") && !holds) {
                    failed.add(new FieldConflict(
                            write.target().displayName(),
                            path,
                            shown(path, wanted),
                            shown(path, wanted),
                            shown(path, now)));
                }
            }
        }
        return failed;
    }

    /** In words; empty: all of them hold. */
    static Optional<String> words(ApiWrite write, JsonNode theirs) {
        List<String> words = of(write, theirs).stream()
                .map(one ->
                        Texts.of("FailedPatchTests.isAndWasWhen", Json.place(one.field()), one.theirs(), one.base()))
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
    }

    /** What was tested may hold much more than what was changed, variables among it. */
    private static String shown(String path, JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "(none)" : Redaction.field(path, Json.write(value));
    }
}
