// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import podium.simulator.internal.json.Json;

/**
 * A label selector: all its requirements must hold. One without requirements matches everything.
 *
 * @param requirements what is asked of the labels
 */
public record LabelSelector(List<Requirement> requirements) {

    private static final LabelSelector NOTHING =
            new LabelSelector(List.of(new Requirement("", Requirement.Operator.EXISTS, List.of())));

    /** Reads {@code {matchLabels, matchExpressions}}. */
    public static LabelSelector parse(JsonNode selector) {
        List<Requirement> requirements = new ArrayList<>(Requirement.parse(selector.path("matchExpressions")));
        Json.texts(selector.path("matchLabels"))
                .forEach((key, value) ->
                        requirements.add(new Requirement(key, Requirement.Operator.IN, List.of(value))));
        return new LabelSelector(List.copyOf(requirements));
    }

    /** Reads a selector; one that is not there matches nothing. */
    public static LabelSelector orNothing(JsonNode selector) {
        return selector.isObject() ? parse(selector) : NOTHING;
    }

    /** Whether it asks for nothing and so matches everything. */
    public boolean matchesAll() {
        return requirements.isEmpty();
    }

    /** Whether it is the one that matches nothing. */
    boolean matchesNothing() {
        return this == NOTHING;
    }

    public boolean matches(Map<String, String> labels) {
        for (Requirement requirement : requirements) {
            if (!requirement.matches(labels)) {
                return false;
            }
        }
        return true;
    }
}
