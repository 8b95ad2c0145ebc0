// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.change.Change;
import podium.core.change.DeviceReport;
import podium.core.dra.AcceleratorDrivers;
import podium.core.dra.DeviceId;
import podium.model.fleet.Health;
import podium.model.value.Taint;

/**
 * resource.k8s.io ResourceSlice, v1beta1 to v1: the accelerators a DRA driver publishes for a node. Network devices,
 * compute domains and partitions of a device are not accelerators of their own and are left out.
 */
final class ResourceSliceDecoder {
    private static final Pattern ACCELERATOR = Pattern.compile("gpu|tpu|gaudi|npu|neuron|accelerator|hpu|xpu");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)$");
    private static final List<String> LOST = List.of("gpu-lost", "xid", "unhealthy");

    private ResourceSliceDecoder() {}

    /** The accelerators, and last the slice as the scheduler sees it: any device of it can be claimed. */
    static List<Change> whole(JsonTree slice, OfferedDeviceDecoder offers) {
        List<Change> changes = new ArrayList<>(of(slice));
        changes.add(new Change.FactSeen(offers.slice(slice)));
        return changes;
    }

    static List<Change> of(JsonTree slice) {
        String node = slice.at("spec").text("nodeName");
        List<DeviceReport> devices = devices(slice.at("spec"));
        return node.isEmpty() || devices.isEmpty() ? List.of() : List.of(seen(slice, devices));
    }

    /** What is to be said when the slice is gone: it has no devices any more. */
    static List<Change> farewell(JsonTree slice) {
        return of(slice).isEmpty() ? List.of() : List.of(seen(slice, List.of()));
    }

    private static Change seen(JsonTree slice, List<DeviceReport> devices) {
        String source = "ResourceSlice " + slice.at("spec").text("driver") + " "
                + slice.at("metadata").text("name");
        return new Change.DevicesSeen(slice.at("spec").text("nodeName"), source, devices);
    }

    private static List<DeviceReport> devices(JsonTree spec) {
        List<DeviceReport> devices = new ArrayList<>();
        if (!AcceleratorDrivers.is(spec.text("driver"))) {
            return devices;
        }
        for (JsonTree entry : spec.at("devices").elements()) {
            JsonTree device = entry.at("basic").exists() ? entry.at("basic") : entry;
            String type = attribute(device, "type").toLowerCase(Locale.ROOT);
            if (type.isEmpty()
                    || "gpu".equals(type)
                    || ACCELERATOR.matcher(type).matches()) {
                DeviceId id = new DeviceId(spec.text("driver"), spec.at("pool").text("name"), entry.text("name"));
                devices.add(device(id, device, devices.size()));
            }
        }
        return devices;
    }

    private static DeviceReport device(DeviceId id, JsonTree device, int position) {
        String name = id.device();
        List<Taint> taints = device.at("taints").elements().stream()
                .map(OfferedDeviceDecoder::taint)
                .toList();
        JsonTree taint = device.at("taints").elements().stream()
                .filter(candidate -> !"None".equals(candidate.text("effect")))
                .findFirst()
                .orElse(JsonTree.none());
        String key = taint.text("key");
        boolean lost = LOST.stream().anyMatch(key::contains);
        return new DeviceReport(
                index(name, device, position),
                first(device, "uuid", "id"),
                first(device, "productName", "model", "product"),
                memory(device.at("capacity")),
                first(device, "resource.kubernetes.io/pciBusID", "pciBusID", "pciAddress", "pcieBusID"),
                number(first(device, "resource.kubernetes.io/numaNode", "numaNode", "numa")),
                key.isEmpty() ? Health.HEALTHY : lost ? Health.FAILED : Health.DEGRADED,
                key.isEmpty() ? "" : key + (taint.text("value").isEmpty() ? "" : "=" + taint.text("value")),
                Optional.of(new DeviceReport.Offer(id, taints)));
    }

    private static int index(String name, JsonTree device, int position) {
        OptionalInt given = number(first(device, "index", "minor"));
        if (given.isPresent()) {
            return given.getAsInt();
        }
        Matcher trailing = NUMBER.matcher(name);
        return trailing.find() ? number(trailing.group(1)).orElse(position) : position;
    }

    private static OptionalLong memory(JsonTree capacity) {
        for (String name : List.of("memory", "gpu.nvidia.com/memory", "vram", "hbm")) {
            JsonTree amount = capacity.at(name);
            OptionalLong bytes =
                    QuantityReader.amount(name, amount.text().isEmpty() ? amount.text("value") : amount.text());
            if (bytes.isPresent()) {
                return bytes;
            }
        }
        return OptionalLong.empty();
    }

    private static String first(JsonTree device, String... names) {
        for (String name : names) {
            String value = attribute(device, name);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** An attribute by its bare name or, where the driver qualifies it, by what follows the slash. */
    private static String attribute(JsonTree device, String name) {
        JsonTree attribute = device.at("attributes", name);
        for (String type : List.of("string", "int", "version", "bool")) {
            String value = attribute.text(type);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static OptionalInt number(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
