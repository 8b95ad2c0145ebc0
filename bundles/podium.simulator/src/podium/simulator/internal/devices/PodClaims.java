// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.ObjectKey;

/** The ResourceClaims of a pod: named in its spec, or made from a template and named in its status. */
public final class PodClaims {

    private PodClaims() {}

    /** The name of a claim; empty text where the pod goes without, nothing where it is still to be made. */
    static Optional<String> name(ObjectNode pod, JsonNode named) {
        String direct = Json.text(named, "resourceClaimName");
        if (!direct.isEmpty()) {
            return Optional.of(direct);
        }
        for (JsonNode status : Json.at(pod, "status", "resourceClaimStatuses")) {
            if (Json.text(status, "name").equals(Json.text(named, "name"))) {
                return Optional.of(Json.text(status, "resourceClaimName"));
            }
        }
        return Optional.empty();
    }

    /** All claims that a pod has so far. */
    public static List<ObjectKey> of(ObjectNode pod) {
        List<ObjectKey> keys = new ArrayList<>();
        Json.at(pod, "spec", "resourceClaims").forEach(named -> name(pod, named)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> keys.add(new ObjectKey(Json.namespace(pod), name))));
        return keys;
    }

    /** Whether a claim is reserved for a pod. */
    public static boolean reserved(ObjectNode claim, String podUid) {
        for (JsonNode consumer : Json.at(claim, "status", "reservedFor")) {
            if (Json.text(consumer, "uid").equals(podUid)) {
                return true;
            }
        }
        return false;
    }
}
