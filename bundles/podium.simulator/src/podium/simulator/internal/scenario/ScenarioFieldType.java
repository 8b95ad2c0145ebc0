// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import podium.simulator.texts.Texts;

/** What a field of a scenario file may hold. Each says what it wants where it is given something else. */
enum ScenarioFieldType {
    TEXT(Texts.of("ScenarioFieldType.aText")),
    WHOLE(Texts.of("ScenarioFieldType.aWholeNumberOf")),
    SIGNED(Texts.of("ScenarioFieldType.aWholeNumber")),
    AMOUNT(Texts.of("ScenarioFieldType.aNumberOfOr")),
    SHARE(Texts.of("ScenarioFieldType.aShareFromTo")),
    FLAG(Texts.of("ScenarioFieldType.trueOrFalse")),
    DURATION(Texts.of("ScenarioFieldType.aDurationSuchAs")),
    MAP(Texts.of("ScenarioFieldType.aMapOfNames")),
    LIST(Texts.of("ScenarioFieldType.aList"));

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
