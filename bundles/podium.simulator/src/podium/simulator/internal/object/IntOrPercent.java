// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.object;

import com.fasterxml.jackson.databind.JsonNode;

/** A number that may be a share, such as {@code 25%} of the replicas. Source: apimachinery, pkg/util/intstr. */
public final class IntOrPercent {

    private IntOrPercent() {}

    /** The value, rounded up where it is a share. */
    public static int up(JsonNode value, String otherwise, int total) {
        return resolve(value, otherwise, total, true);
    }

    /** The value, rounded down where it is a share. */
    public static int down(JsonNode value, String otherwise, int total) {
        return resolve(value, otherwise, total, false);
    }

    private static int resolve(JsonNode value, String otherwise, int total, boolean up) {
        if (value.isNumber()) {
            return value.asInt();
        }
        String text = value.isTextual() ? value.asText() : otherwise;
        if (!text.endsWith("%")) {
            return Integer.parseInt(text);
        }
        int share = Integer.parseInt(text.substring(0, text.length() - 1)) * total;
        return up ? Math.ceilDiv(share, 100) : Math.floorDiv(share, 100);
    }
}
