// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.core.change.Change;
import podium.core.change.DeviceReport;
import podium.core.dra.DeviceId;
import podium.kubernetes.internal.json.JsonTree;

/**
 * resource.k8s.io ResourceSlice, v1alpha2 to v1: the accelerators a DRA driver publishes for a node, with their parts. Network
 * devices and compute domains are left out.
 */
final class ResourceSliceDecoder {
    private ResourceSliceDecoder() {}

    /** The accelerators, and last the slice as the scheduler sees it: any device of it can be claimed. */
    static List<Change> whole(JsonTree published, OfferedDeviceDecoder offers) {
        JsonTree slice = SliceVersions.current(published);
        List<Change> changes = new ArrayList<>(of(slice));
        changes.add(new Change.FactSeen(offers.slice(slice)));
        return changes;
    }

    static List<Change> of(JsonTree published) {
        JsonTree slice = SliceVersions.current(published);
        List<Change> changes = new ArrayList<>();
        devices(slice.at("spec")).forEach((node, devices) -> {
            List<DeviceReport> reports = devices.reports();
            if (!reports.isEmpty()) {
                changes.add(seen(slice, node, reports));
            }
        });
        return changes;
    }

    /** What is to be said when the slice is gone: it has no devices any more. */
    static List<Change> farewell(JsonTree published) {
        JsonTree slice = SliceVersions.current(published);
        List<Change> changes = new ArrayList<>();
        devices(slice.at("spec")).keySet().forEach(node -> changes.add(seen(slice, node, List.of())));
        return changes;
    }

    private static Change seen(JsonTree slice, String node, List<DeviceReport> devices) {
        String source = "ResourceSlice " + slice.at("spec").text("driver") + " "
                + slice.at("metadata").text("name");
        return new Change.DevicesSeen(node, source, devices);
    }

    /** By node; a slice may say of each device by itself where it is (perDeviceNodeSelection, KEP-4815). */
    private static Map<String, PublishedDevices> devices(JsonTree spec) {
        Map<String, PublishedDevices> byNode = new LinkedHashMap<>();
        for (JsonTree entry : spec.at("devices").elements()) {
            JsonTree device = entry.at("basic").exists() ? entry.at("basic") : entry;
            String own = device.text("nodeName");
            String node = own.isEmpty() ? spec.text("nodeName") : own;
            DeviceId id = new DeviceId(spec.text("driver"), spec.at("pool").text("name"), entry.text("name"));
            PublishedDevice one = new PublishedDevice(id, device);
            if (!node.isEmpty() && one.isAccelerator()) {
                byNode.computeIfAbsent(node, name -> new PublishedDevices()).add(one);
            }
        }
        return byNode;
    }
}
