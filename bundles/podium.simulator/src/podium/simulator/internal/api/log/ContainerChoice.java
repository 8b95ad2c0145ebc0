// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;

/**
 * Which container of a pod is meant, and the refusals of an API server (pkg/registry/core/pod/strategy.go: LogLocation,
 * streamLocation).
 */
public final class ContainerChoice {
    private ContainerChoice() {}

    /** The container of that name; with an empty name the only one. */
    public static JsonNode of(ObjectNode pod, String wanted) {
        JsonNode containers = Json.at(pod, "spec", "containers");
        JsonNode first = Json.at(pod, "spec", "initContainers");
        if (wanted.isEmpty()) {
            if (containers.size() == 1) {
                return containers.path(0);
            }
            throw ApiException.badRequest("a container name must be specified for pod " + Json.name(pod)
                    + ", choose one of: " + names(first, containers));
        }
        for (JsonNode group : List.of(containers, first, Json.at(pod, "spec", "ephemeralContainers"))) {
            for (JsonNode container : group) {
                if (Json.text(container, "name").equals(wanted)) {
                    return container;
                }
            }
        }
        throw ApiException.badRequest("container " + wanted + " is not valid for pod " + Json.name(pod));
    }

    private static String names(JsonNode first, JsonNode containers) {
        List<String> names = new ArrayList<>();
        first.forEach(container -> names.add(Json.text(container, "name")));
        containers.forEach(container -> names.add(Json.text(container, "name")));
        return "[" + String.join(" ", names) + "]";
    }
}
