// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiFunction;
import podium.simulator.texts.Texts;

/** What a field of a scenario file may hold. Each says what it wants where it is given something else. */
enum ScenarioFieldType {
    TEXT((path, shown) -> Texts.of("ScenarioFieldType.mustBeText", path, shown)),
    WHOLE((path, shown) -> Texts.of("ScenarioFieldType.mustBeWholeOfZeroOrMore", path, shown)),
    SIGNED((path, shown) -> Texts.of("ScenarioFieldType.mustBeWhole", path, shown)),
    AMOUNT((path, shown) -> Texts.of("ScenarioFieldType.mustBeZeroOrMore", path, shown)),
    SHARE((path, shown) -> Texts.of("ScenarioFieldType.mustBeShare", path, shown)),
    FLAG((path, shown) -> Texts.of("ScenarioFieldType.mustBeTrueOrFalse", path, shown)),
    DURATION((path, shown) -> Texts.of("ScenarioFieldType.mustBeDuration", path, shown)),
    MAP((path, shown) -> Texts.of("ScenarioFieldType.mustBeMapOfNames", path, shown)),
    LIST((path, shown) -> Texts.of("ScenarioFieldType.mustBeList", path, shown));

    private final BiFunction<String, JsonNode, String> objection;

    ScenarioFieldType(BiFunction<String, JsonNode, String> objection) {
        this.objection = objection;
    }

    /** What is wanted at a place where something else is. */
    String objection(String path, JsonNode shown) {
        return objection.apply(path, shown);
    }

    boolean allows(JsonNode value) {
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
