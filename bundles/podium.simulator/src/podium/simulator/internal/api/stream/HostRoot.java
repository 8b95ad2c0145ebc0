// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import podium.simulator.internal.json.Json;

/** The root of the node where a pod has it among its files. */
public final class HostRoot {
    private HostRoot() {}

    /** Whether a pod has it. */
    public static boolean has(JsonNode pod) {
        return at(pod).isPresent();
    }

    /** Where it lies in the pod; empty: it has it not. */
    static Optional<String> at(JsonNode pod) {
        for (JsonNode volume : pod.at("/spec/volumes")) {
            if (volume.at("/hostPath/path").asText().equals("/")) {
                for (JsonNode container : pod.at("/spec/containers")) {
                    for (JsonNode mount : container.path("volumeMounts")) {
                        if (mount.path("name")
                                .asText()
                                .equals(volume.path("name").asText())) {
                            return Optional.of(Json.text(mount, "mountPath"));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }
}
