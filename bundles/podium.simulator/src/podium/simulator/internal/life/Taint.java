// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.life;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A taint of a node.
 *
 * @param key the taint's key
 * @param value its value, often empty
 * @param effect {@code NoSchedule}, {@code PreferNoSchedule} or {@code NoExecute}
 */
record Taint(String key, String value, String effect) {

    static final String UNSCHEDULABLE = "node.kubernetes.io/unschedulable";
    static final String NOT_READY = "node.kubernetes.io/not-ready";
    static final String UNREACHABLE = "node.kubernetes.io/unreachable";

    static List<Taint> parse(JsonNode taints) {
        List<Taint> parsed = new ArrayList<>(taints.size());
        taints.forEach(taint ->
                parsed.add(new Taint(Json.text(taint, "key"), Json.text(taint, "value"), Json.text(taint, "effect"))));
        return List.copyOf(parsed);
    }

    /** Whether it keeps new pods away. */
    boolean hard() {
        return !effect.equals("PreferNoSchedule");
    }
}
