// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.List;
import java.util.Optional;

/**
 * One expression of a label selector or of node affinity.
 *
 * @param operator In, NotIn, Exists, DoesNotExist, Gt, Lt
 */
public record Requirement(String key, String operator, List<String> values) {
    public Requirement {
        values = List.copyOf(values);
    }

    /** True when the labels satisfy this expression; an unknown operator satisfies nothing. */
    public boolean matches(Labels labels) {
        return matches(labels.get(key));
    }

    /** True when a value satisfies this expression; empty: the key is absent. */
    public boolean matches(Optional<String> value) {
        return switch (operator) {
            case "In" -> value.isPresent() && values.contains(value.get());
            case "NotIn" -> value.isEmpty() || !values.contains(value.get());
            case "Exists" -> value.isPresent();
            case "DoesNotExist" -> value.isEmpty();
            case "Gt" -> compare(value) > 0;
            case "Lt" -> compare(value) < 0;
            default -> false;
        };
    }

    private int compare(Optional<String> value) {
        try {
            return value.isEmpty() || values.size() != 1
                    ? 0
                    : Long.compare(Long.parseLong(value.get()), Long.parseLong(values.getFirst()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
