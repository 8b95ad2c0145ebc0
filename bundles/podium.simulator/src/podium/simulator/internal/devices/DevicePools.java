// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.NodeTerm;
import podium.simulator.internal.scheduling.Taint;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** The devices that ResourceSlices offer, by pools; of each pool only the newest generation counts. Source: GatherPools. */
final class DevicePools {

    /**
     * A pool as one node sees it.
     *
     * @param complete whether all its slices are there
     * @param devices those that the node reaches
     */
    record Pool(boolean complete, List<PoolDevice> devices) {}

    private record Name(String driver, String pool) {}

    private final Map<Name, List<ObjectNode>> slices = new LinkedHashMap<>();
    private final List<ObjectNode> rules;

    DevicePools(ObjectStore objects) {
        Map<Name, Integer> generations = new HashMap<>();
        for (ObjectNode slice : objects.list(ResourceTypes.RESOURCE_SLICE, "")) {
            Name name = new Name(Json.text(slice, "spec", "driver"), Json.text(slice, "spec", "pool", "name"));
            int generation = Json.number(slice, 0, "spec", "pool", "generation");
            int newest = generations.getOrDefault(name, Integer.MIN_VALUE);
            if (generation > newest) {
                slices.put(name, new ArrayList<>());
                generations.put(name, generation);
            }
            if (generation >= newest) {
                slices.computeIfAbsent(name, key -> new ArrayList<>()).add(slice);
            }
        }
        rules = objects.list(ResourceTypes.DEVICE_TAINT_RULE, "");
    }

    /** What a node reaches. */
    List<Pool> of(NodeInfo node) {
        List<Pool> pools = new ArrayList<>();
        slices.forEach((name, own) -> {
            List<PoolDevice> devices = new ArrayList<>();
            own.forEach(slice -> devices(name, slice, node, devices));
            if (!devices.isEmpty()) {
                int all = Json.number(own.getFirst(), 1, "spec", "pool", "resourceSliceCount");
                pools.add(new Pool(own.size() == all, devices));
            }
        });
        return pools;
    }

    /** What devices that are had leave of the counters that they share with others. */
    SharedCounters counters(Set<PoolDevice.Id> taken) {
        SharedCounters counters = new SharedCounters();
        slices.forEach((name, own) -> own.forEach(slice ->
                counters.offer(name.driver(), name.pool(), slice.path("spec").path("sharedCounters"))));
        slices.forEach((name, own) -> own.forEach(slice -> {
            for (JsonNode object : slice.path("spec").path("devices")) {
                PoolDevice device =
                        new PoolDevice(name.driver(), name.pool(), Json.text(object, "name"), object, List.of(), false);
                if (taken.contains(device.id())) {
                    counters.take(device);
                }
            }
        }));
        return counters;
    }

    private void devices(Name name, ObjectNode slice, NodeInfo node, List<PoolDevice> devices) {
        JsonNode spec = slice.path("spec");
        boolean each = Json.flag(spec, "perDeviceNodeSelection");
        if (!each && !reaches(spec, node)) {
            return;
        }
        for (JsonNode device : spec.path("devices")) {
            if (!each || reaches(device, node)) {
                boolean local = (each ? device : spec).has("nodeName");
                devices.add(new PoolDevice(
                        name.driver(), name.pool(), Json.text(device, "name"), device, taints(name, device), local));
            }
        }
    }

    private static boolean reaches(JsonNode where, NodeInfo node) {
        return Json.flag(where, "allNodes")
                || Json.text(where, "nodeName").equals(node.name())
                || where.has("nodeSelector")
                        && NodeTerm.any(where.path("nodeSelector")).stream().anyMatch(term -> term.matches(node));
    }

    /** The device's own taints and those that DeviceTaintRules put on it. */
    private List<Taint> taints(Name name, JsonNode device) {
        List<Taint> taints = new ArrayList<>(Taint.parse(device.path("taints")));
        for (ObjectNode rule : rules) {
            Map<String, String> asked = new TreeMap<>(Json.texts(Json.at(rule, "spec", "deviceSelector")));
            if (name.driver().equals(asked.getOrDefault("driver", name.driver()))
                    && name.pool().equals(asked.getOrDefault("pool", name.pool()))
                    && Json.text(device, "name").equals(asked.getOrDefault("device", Json.text(device, "name")))) {
                taints.addAll(Taint.parse(Json.array().add(Json.at(rule, "spec", "taint"))));
            }
        }
        return taints;
    }
}
