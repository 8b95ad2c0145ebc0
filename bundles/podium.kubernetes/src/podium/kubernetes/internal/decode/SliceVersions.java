// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.kubernetes.internal.json.JsonTree;

/**
 * Brings a ResourceSlice of v1alpha2 (Kubernetes 1.30, NodeResourceModel with namedResources) into the form of today; v1alpha3
 * and later have that form, but for devices that lie in {@code basic} and capacities that are bare quantities.
 */
final class SliceVersions {
    private SliceVersions() {}

    static JsonTree current(JsonTree slice) {
        String driver = slice.text("driverName");
        if (driver.isEmpty()) {
            return slice;
        }
        String node = slice.text("nodeName");
        List<JsonTree> devices = new ArrayList<>();
        slice.at("namedResources", "instances").elements().forEach(instance -> devices.add(device(instance)));
        return JsonTree.of(Map.of(
                "metadata",
                slice.at("metadata"),
                "spec",
                JsonTree.of(Map.of(
                        "driver",
                        JsonTree.ofText(driver),
                        "nodeName",
                        JsonTree.ofText(node),
                        "pool",
                        JsonTree.of(Map.of("name", JsonTree.ofText(node), "resourceSliceCount", JsonTree.ofText("1"))),
                        "devices",
                        JsonTree.list(devices)))));
    }

    private static JsonTree device(JsonTree instance) {
        Map<String, JsonTree> attributes = new LinkedHashMap<>();
        Map<String, JsonTree> capacity = new LinkedHashMap<>();
        for (JsonTree attribute : instance.at("attributes").elements()) {
            JsonTree quantity = attribute.at("quantity");
            if (quantity.exists()) {
                capacity.put(attribute.text("name"), JsonTree.of(Map.of("value", quantity)));
            } else {
                attributes.put(attribute.text("name"), attribute);
            }
        }
        return JsonTree.of(Map.of(
                "name", instance.at("name"), "attributes", JsonTree.of(attributes), "capacity", JsonTree.of(capacity)));
    }
}
