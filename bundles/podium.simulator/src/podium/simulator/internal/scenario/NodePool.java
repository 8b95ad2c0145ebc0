// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Equal machines in racks.
 *
 * @param machine what they are
 * @param racks how many racks
 * @param nodes how many machines in each
 * @param racksPerSpine how many racks share a spine
 * @param name the pattern of their names
 * @param address the pattern of their addresses
 * @param labels patterns of labels they have beside those that follow from the machine
 * @param taints their taints, as in Kubernetes
 * @param slices how their accelerators are cut: resources and counts in place of whole accelerators
 */
record NodePool(
        MachineModel machine,
        int racks,
        int nodes,
        int racksPerSpine,
        String name,
        String address,
        Map<String, String> labels,
        List<JsonNode> taints,
        Map<String, Integer> slices) {

    /** One machine of the pool. */
    record Place(int rack, int node, int spine, int number) {

        String fill(String pattern) {
            return pattern.replace("{rack}", Integer.toString(rack))
                    .replace("{node}", Integer.toString(node))
                    .replace("{node02}", String.format("%02d", node))
                    .replace("{spine}", Integer.toString(spine))
                    .replace("{n}", Integer.toString(number))
                    .replace("{hi}", Integer.toString(number / 250))
                    .replace("{lo}", Integer.toString(number % 250 + 1));
        }
    }

    static NodePool parse(JsonNode node, HardwareCatalog hardware) {
        Map<String, String> labels = new LinkedHashMap<>();
        node.path("labels")
                .properties()
                .forEach(entry -> labels.put(entry.getKey(), entry.getValue().asText()));
        List<JsonNode> taints = new ArrayList<>();
        node.path("taints").forEach(taints::add);
        Map<String, Integer> slices = new LinkedHashMap<>();
        node.path("slices")
                .properties()
                .forEach(entry -> slices.put(entry.getKey(), entry.getValue().asInt()));
        return new NodePool(
                hardware.machine(node.path("machine").asText()),
                node.path("racks").asInt(1),
                node.path("nodes").asInt(1),
                node.path("racksPerSpine").asInt(1),
                node.path("name").asText(),
                node.path("address").asText("10.20.{rack}.{node}"),
                labels,
                taints,
                slices);
    }

    List<Place> places() {
        List<Place> places = new ArrayList<>(racks * nodes);
        for (int rack = 1; rack <= racks; rack++) {
            for (int node = 1; node <= nodes; node++) {
                places.add(new Place(rack, node, (rack - 1) / racksPerSpine + 1, places.size()));
            }
        }
        return places;
    }
}
