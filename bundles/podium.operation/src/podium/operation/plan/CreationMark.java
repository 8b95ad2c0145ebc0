// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A mark on what an operation creates, as an annotation: whether an object of that name is the one that was sent is then certain,
 * also when the answer was lost and defaults and webhooks have changed the rest.
 */
public final class CreationMark {
    /** Key of the annotation; its value is made up for one operation. */
    public static final String KEY = "podium.operations/created";

    private CreationMark() {}

    /** The mark of an object; empty: it has none. */
    public static Optional<String> of(JsonNode object) {
        String mark = object.path("metadata").path("annotations").path(KEY).asText();
        return mark.isEmpty() ? Optional.empty() : Optional.of(mark);
    }
}
