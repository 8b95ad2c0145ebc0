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
record MatchAttributeConstraint(String attribute, List<String> requests) {

    static List<MatchAttributeConstraint> parse(JsonNode claim) {
        List<MatchAttributeConstraint> constraints = new ArrayList<>();
        Json.at(claim, "spec", "devices", "constraints")
                .forEach(each -> constraints.add(new MatchAttributeConstraint(
                        Json.text(each, "matchAttribute"), Json.list(each.path("requests")))));
        return constraints;
    }

    private boolean concerns(DeviceRequest request) {
        return requests.isEmpty() || requests.contains(request.name()) || requests.contains(request.whole());
    }

    /** Whether a device may be added to those that were chosen for the same claim. */
    boolean allows(DeviceRequest request, PoolDevice device, List<AllocatedDevice> chosen) {
        if (!concerns(request)) {
            return true;
        }
        Optional<Object> value = device.attribute(attribute);
        if (value.isEmpty()) {
            return false;
        }
        for (AllocatedDevice other : chosen) {
            if (concerns(other.request())
                    && !other.device().attribute(attribute).equals(value)) {
                return false;
            }
        }
        return true;
    }
}
