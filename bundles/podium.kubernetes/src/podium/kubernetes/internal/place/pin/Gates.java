// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Scheduling gates of a pod (KEP-3521). */
public final class Gates {
    /** The gate of manual placement: the only one Podium ever removes. */
    public static final String OURS = "podium.placement/manual";

    private Gates() {}

    /** Whether a pod, or a template of pods, has our gate. */
    public static boolean isHeld(JsonNode pod) {
        return index(pod).isPresent();
    }

    /** Index of our gate in spec.schedulingGates; empty: it is not there. */
    public static OptionalInt index(JsonNode pod) {
        JsonNode gates = pod.path("spec").path("schedulingGates");
        for (int i = 0; i < gates.size(); i++) {
            if (OURS.equals(gates.path(i).path("name").asText())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** True when a template anywhere in a spec has our gate. */
    public static boolean within(JsonNode spec) {
        for (JsonNode gates : spec.findValues("schedulingGates")) {
            for (JsonNode gate : gates) {
                if (OURS.equals(gate.path("name").asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Takes our gate out of a pod spec. */
    public static void lift(JsonNode spec) {
        if (spec instanceof ObjectNode pod && pod.path("schedulingGates") instanceof ArrayNode gates) {
            for (int i = gates.size() - 1; i >= 0; i--) {
                if (OURS.equals(gates.path(i).path("name").asText())) {
                    gates.remove(i);
                }
            }
            if (gates.isEmpty()) {
                pod.remove("schedulingGates");
            }
        }
    }

    /** Names of the gates that others hold it by. */
    public static List<String> foreign(JsonNode pod) {
        List<String> names = new ArrayList<>();
        pod.path("spec").path("schedulingGates").forEach(gate -> {
            String name = gate.path("name").asText();
            if (!OURS.equals(name)) {
                names.add(name);
            }
        });
        return names;
    }
}
