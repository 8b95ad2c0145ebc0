// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.json.Json;

/**
 * A taint of a node.
 *
 * @param key the taint's key
 * @param value its value, often empty
 * @param effect {@code NoSchedule}, {@code PreferNoSchedule} or {@code NoExecute}
 */
public record Taint(String key, String value, String effect) {

    public static final String UNSCHEDULABLE = "node.kubernetes.io/unschedulable";
    public static final String NOT_READY = "node.kubernetes.io/not-ready";
    public static final String UNREACHABLE = "node.kubernetes.io/unreachable";

    public static List<Taint> parse(JsonNode taints) {
        List<Taint> parsed = new ArrayList<>(taints.size());
        taints.forEach(taint ->
                parsed.add(new Taint(Json.text(taint, "key"), Json.text(taint, "value"), Json.text(taint, "effect"))));
        return List.copyOf(parsed);
    }

    /** Whether it keeps new pods away. */
    public boolean hard() {
        return !effect.equals("PreferNoSchedule");
    }
}
