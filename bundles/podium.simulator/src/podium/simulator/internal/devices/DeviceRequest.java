// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.Taint;
import podium.simulator.internal.scheduling.Toleration;

/**
 * One request of a claim, or one of the alternatives of it.
 *
 * @param name its name; of an alternative {@code REQUEST/ALTERNATIVE}
 * @param deviceClass the class it asks for
 * @param selectors what it asks of a device beyond its class
 * @param all whether it wants all devices that match
 * @param count how many it wants otherwise
 * @param admin whether it takes devices that others have
 * @param tolerations taints it bears
 */
record DeviceRequest(
        String name,
        String deviceClass,
        List<String> selectors,
        boolean all,
        int count,
        boolean admin,
        List<Toleration> tolerations) {

    /** The alternatives of each request of a claim; a request without any is its own only one. */
    static List<List<DeviceRequest>> parse(JsonNode claim) {
        List<List<DeviceRequest>> requests = new ArrayList<>();
        for (JsonNode request : Json.at(claim, "spec", "devices", "requests")) {
            String name = Json.text(request, "name");
            List<DeviceRequest> alternatives = new ArrayList<>();
            for (JsonNode alternative : request.path("firstAvailable")) {
                alternatives.add(of(name + "/" + Json.text(alternative, "name"), alternative));
            }
            if (alternatives.isEmpty()) {
                alternatives.add(of(name, request.path("exactly")));
            }
            requests.add(alternatives);
        }
        return requests;
    }

    private static DeviceRequest of(String name, JsonNode asked) {
        return new DeviceRequest(
                name,
                Json.text(asked, "deviceClassName"),
                expressions(asked.path("selectors")),
                Json.text(asked, "allocationMode").equals("All"),
                Json.number(asked, 1, "count"),
                Json.flag(asked, "adminAccess"),
                Toleration.parse(asked.path("tolerations")));
    }

    /** The expressions of selectors. */
    static List<String> expressions(JsonNode selectors) {
        List<String> expressions = new ArrayList<>();
        selectors.forEach(selector -> expressions.add(Json.text(selector, "cel", "expression")));
        return expressions;
    }

    /** Whether it may have a device in spite of the device's taints; those without effect are for people only. */
    boolean bears(PoolDevice device) {
        for (Taint taint : device.taints()) {
            if (!taint.effect().equals("None") && tolerations.stream().noneMatch(each -> each.tolerates(taint))) {
                return false;
            }
        }
        return true;
    }

    /** The request of which this is an alternative, or this one's own name. */
    String whole() {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }
}
