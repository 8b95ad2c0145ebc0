// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.json.Json;

/**
 * A topology spread constraint of a pod.
 *
 * @param maxSkew how many more matching pods the fullest domain may have than the emptiest
 * @param topologyKey the label that makes the domains
 * @param hard whether it must hold ({@code DoNotSchedule}) or is wished for
 * @param selector which pods are counted
 */
public record Spread(int maxSkew, String topologyKey, boolean hard, Selector selector) {

    public static List<Spread> parse(JsonNode constraints) {
        List<Spread> parsed = new ArrayList<>(constraints.size());
        for (JsonNode constraint : constraints) {
            parsed.add(new Spread(
                    Json.number(constraint, 1, "maxSkew"),
                    Json.text(constraint, "topologyKey"),
                    !Json.text(constraint, "whenUnsatisfiable").equals("ScheduleAnyway"),
                    Selector.parse(constraint.path("labelSelector"))));
        }
        return List.copyOf(parsed);
    }
}
