// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.json.Json;

/**
 * Devices that must be alike: the same value of an attribute.
 *
 * @param attribute its full name
 * @param requests the requests it speaks of; all where it names none
 */
record Constraint(String attribute, List<String> requests) {

    static List<Constraint> parse(JsonNode claim) {
        List<Constraint> constraints = new ArrayList<>();
        Json.at(claim, "spec", "devices", "constraints")
                .forEach(each -> constraints.add(
                        new Constraint(Json.text(each, "matchAttribute"), Json.list(each.path("requests")))));
        return constraints;
    }

    private boolean concerns(Request request) {
        return requests.isEmpty() || requests.contains(request.name()) || requests.contains(request.whole());
    }

    /** Whether a device may be added to those that were chosen for the same claim. */
    boolean allows(Request request, Device device, List<Choice> chosen) {
        if (!concerns(request)) {
            return true;
        }
        Optional<Object> value = device.attribute(attribute);
        if (value.isEmpty()) {
            return false;
        }
        for (Choice other : chosen) {
            if (concerns(other.request())
                    && !other.device().attribute(attribute).equals(value)) {
                return false;
            }
        }
        return true;
    }
}
