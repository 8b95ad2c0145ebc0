// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a field of a scenario file may hold. Each says what it wants where it is given something else. */
enum ScenarioFieldType {
    TEXT("a text"),
    WHOLE("a whole number of 0 or more"),
    SIGNED("a whole number"),
    AMOUNT("a number of 0 or more"),
    SHARE("a share from 0 to 1"),
    FLAG("true or false"),
    DURATION("a duration such as 3d7h, 25m or 40s"),
    MAP("a map of names to values"),
    LIST("a list");

    private final String wanted;

    ScenarioFieldType(String wanted) {
        this.wanted = wanted;
    }

    /** What is wanted, where the value is something else; empty where it will do. */
    Optional<String> objection(JsonNode value) {
        return allows(value) ? Optional.empty() : Optional.of(wanted);
    }

    private boolean allows(JsonNode value) {
        return switch (this) {
            case TEXT -> value.isValueNode() && !value.isNull();
            case WHOLE -> value.canConvertToExactIntegral() && value.asLong() >= 0;
            case SIGNED -> value.canConvertToExactIntegral();
            case AMOUNT -> value.isNumber() && value.asDouble() >= 0;
            case SHARE -> value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1;
            case FLAG -> value.isBoolean();
            case DURATION -> duration(value);
            case MAP -> value.isObject();
            case LIST -> value.isArray();
        };
    }

    private static boolean duration(JsonNode value) {
        try {
            YamlFiles.duration(value.asText());
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
