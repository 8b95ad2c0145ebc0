// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether an object on a server is what was wanted. */
public final class ObjectMatch {
    private ObjectMatch() {}

    /** True when the object has at least what is wanted; servers add defaults. */
    public static boolean contains(JsonNode found, JsonNode wanted) {
        if (wanted.isObject()) {
            return wanted.properties().stream()
                    .allMatch(field -> contains(found.path(field.getKey()), field.getValue()));
        }
        if (wanted.isArray()) {
            if (found.size() < wanted.size()) {
                return false;
            }
            for (int i = 0; i < wanted.size(); i++) {
                if (!contains(found.path(i), wanted.path(i))) {
                    return false;
                }
            }
            return true;
        }
        return found.equals(wanted) || found.asText().equals(wanted.asText());
    }
}
