// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import podium.simulator.internal.json.Json;

/**
 * A toleration of a pod. Source: component-helpers, {@code Toleration.ToleratesTaint}.
 *
 * @param key empty for any key
 * @param exists whether any value will do
 * @param value the value otherwise
 * @param effect empty for any effect
 * @param seconds how long a {@code NoExecute} taint is borne; empty for ever
 */
public record Toleration(String key, boolean exists, String value, String effect, OptionalLong seconds) {

    public static List<Toleration> parse(JsonNode tolerations) {
        List<Toleration> parsed = new ArrayList<>(tolerations.size());
        for (JsonNode toleration : tolerations) {
            JsonNode seconds = toleration.path("tolerationSeconds");
            parsed.add(new Toleration(
                    Json.text(toleration, "key"),
                    Json.text(toleration, "operator").equals("Exists"),
                    Json.text(toleration, "value"),
                    Json.text(toleration, "effect"),
                    seconds.isNumber() ? OptionalLong.of(seconds.asLong()) : OptionalLong.empty()));
        }
        return List.copyOf(parsed);
    }

    public boolean tolerates(Taint taint) {
        return (effect.isEmpty() || effect.equals(taint.effect()))
                && (key.isEmpty() || key.equals(taint.key()))
                && (exists || value.equals(taint.value()));
    }
}
