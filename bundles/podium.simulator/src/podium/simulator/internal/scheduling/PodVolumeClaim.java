// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.json.Json;

/**
 * A volume claim that a pod mounts.
 *
 * @param name the claim's name, in the pod's namespace
 * @param ephemeral whether it is made for the pod and goes with it
 */
public record PodVolumeClaim(String name, boolean ephemeral) {

    static List<PodVolumeClaim> parse(String pod, JsonNode spec) {
        List<PodVolumeClaim> claims = new ArrayList<>();
        for (JsonNode volume : spec.path("volumes")) {
            if (volume.has("persistentVolumeClaim")) {
                claims.add(new PodVolumeClaim(Json.text(volume, "persistentVolumeClaim", "claimName"), false));
            } else if (volume.has("ephemeral")) {
                claims.add(new PodVolumeClaim(pod + "-" + Json.text(volume, "name"), true));
            }
        }
        return List.copyOf(claims);
    }
}
