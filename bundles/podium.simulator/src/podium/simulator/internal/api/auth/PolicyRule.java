// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.simulator.internal.json.Json;

/**
 * A rule of a role; {@code *} stands for all.
 *
 * @param json as the role has it
 */
public record PolicyRule(JsonNode json) {

    private static final String ALL = "*";

    /** Whether a list of it holds a value. */
    boolean has(String list, String value) {
        List<String> values = Json.list(json.path(list));
        return values.contains(ALL) || values.contains(value);
    }

    /** Whether it is for an object of that name. */
    boolean names(String name) {
        JsonNode names = json.path("resourceNames");
        return names.isEmpty() || Json.list(names).contains(name);
    }

    /** Whether it is for a path that is no resource. */
    boolean reaches(String path) {
        return Json.list(json.path("nonResourceURLs")).stream()
                .anyMatch(url -> url.equals(ALL)
                        || url.equals(path)
                        || url.endsWith(ALL) && path.startsWith(url.substring(0, url.length() - 1)));
    }
}
