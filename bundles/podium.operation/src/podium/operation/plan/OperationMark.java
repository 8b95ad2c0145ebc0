// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A running operation's mark on an object that it changes, as an annotation: another Podium sees it and keeps away. One that is
 * over its time counts for nothing: its Podium ended in the middle.
 *
 * @param holder who runs it, as USER@HOST
 * @param operation its id
 * @param title what it does
 * @param since when the operation began; empty: it is not told
 * @param until when the mark ends at the latest; a running operation renews it
 */
public record OperationMark(String holder, String operation, String title, Optional<Instant> since, Instant until) {
    /** Key of the annotation. */
    public static final String KEY = "podium.operations/claim";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST = 200;

    /** One that does not tell when its operation began. */
    public OperationMark(String holder, String operation, String title, Instant until) {
        this(holder, operation, title, Optional.empty(), until);
    }

    /** The mark on an object; empty: it has none that can be understood. Never throws: others write annotations too. */
    public static Optional<OperationMark> of(JsonNode object) {
        JsonNode annotation = object.path("metadata").path("annotations").path(KEY);
        try {
            JsonNode claim = MAPPER.readTree(annotation.asText());
            if (claim == null || !claim.path("operation").isTextual()) {
                return Optional.empty();
            }
            return Optional.of(new OperationMark(
                    text(claim, "holder"),
                    text(claim, "operation"),
                    text(claim, "title"),
                    claim.path("since").isTextual()
                            ? Optional.of(Instant.parse(claim.path("since").asText()))
                            : Optional.empty(),
                    Instant.parse(claim.path("until").asText())));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As {@link #of(JsonNode)}, from the object's JSON text. */
    public static Optional<OperationMark> of(String object) {
        try {
            return of(MAPPER.readTree(object));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode claim, String field) {
        String text = claim.path(field).asText();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** The value of the annotation. */
    public String value() {
        ObjectNode value = MAPPER.createObjectNode()
                .put("holder", holder)
                .put("operation", operation)
                .put("title", title);
        since.ifPresent(at -> value.put("since", at.toString()));
        return value.put("until", until.toString()).toString();
    }

    /** True while it counts. */
    public boolean isValid(Instant now) {
        return now.isBefore(until);
    }
}
