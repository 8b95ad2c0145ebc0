// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.internal.json.Json;

/**
 * One expression over labels (or over a node's fields).
 *
 * @param key the label
 * @param operator what is asked of it
 * @param values what it is compared with; empty for the operators that compare with nothing
 */
public record Requirement(String key, Operator operator, List<String> values) {

    /** The operators of node selectors; label selectors know the first four. */
    public enum Operator {
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST,
        GT,
        LT;

        public static Operator parse(String text) {
            return switch (text) {
                case "In" -> IN;
                case "NotIn" -> NOT_IN;
                case "Exists" -> EXISTS;
                case "DoesNotExist" -> DOES_NOT_EXIST;
                case "Gt" -> GT;
                case "Lt" -> LT;
                default -> throw new IllegalArgumentException("not an operator: " + text);
            };
        }
    }

    /** Reads an array of {@code {key, operator, values}}. */
    public static List<Requirement> parse(JsonNode expressions) {
        List<Requirement> requirements = new ArrayList<>(expressions.size());
        for (JsonNode expression : expressions) {
            requirements.add(new Requirement(
                    Json.text(expression, "key"),
                    Operator.parse(Json.text(expression, "operator")),
                    Json.list(expression.path("values"))));
        }
        return List.copyOf(requirements);
    }

    public boolean matches(Map<String, String> labels) {
        return matches(labels.get(key));
    }

    private boolean matches(@Nullable String value) {
        return switch (operator) {
            case IN -> value != null && values.contains(value);
            case NOT_IN -> value == null || !values.contains(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
            case GT -> value != null && compare(value) > 0;
            case LT -> value != null && compare(value) < 0;
        };
    }

    private int compare(String value) {
        try {
            return Long.compare(Long.parseLong(value), Long.parseLong(values.getFirst()));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
