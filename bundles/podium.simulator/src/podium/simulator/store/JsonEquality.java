// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** Compares JSON by value: 1 is 1 whether it was read as an int, a long or a big integer, and 1.0 too. */
public final class JsonEquality {

    private static final Comparator<JsonNode> BY_VALUE = JsonEquality::compare;

    private JsonEquality() {}

    /** Whether both say the same, whatever the order of fields. */
    public static boolean value(JsonNode one, JsonNode other) {
        return one.equals(BY_VALUE, other);
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
