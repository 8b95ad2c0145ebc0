// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.fleet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;

/**
 * Where the devices of a cluster are, for a source that tells of many nodes and may call them by names of its own. Immutable.
 *
 * @param places by UUID
 * @param nodes names of the nodes
 */
public record DeviceDirectory(Map<String, Place> places, Set<String> nodes) {
    /** A device's node and its index there. */
    public record Place(String node, int index) {}

    /** Knows nothing yet. */
    public static DeviceDirectory empty() {
        return new DeviceDirectory(Map.of(), Set.of());
    }

    /** Of the model, in its realm. */
    public static DeviceDirectory of(Cluster cluster) {
        Map<String, Place> places = new HashMap<>();
        Set<String> nodes = new HashSet<>();
        for (Node node : cluster.getNodes()) {
            nodes.add(node.getName());
            for (Accelerator device : node.getAccelerators()) {
                if (device.getUuid() != null && !device.getUuid().isEmpty()) {
                    places.put(device.getUuid(), new Place(node.getName(), device.getIndex()));
                }
            }
        }
        return new DeviceDirectory(Map.copyOf(places), Set.copyOf(nodes));
    }

    /** By its UUID, else by its index on a node of this cluster; empty: it is none of this cluster's. */
    public Optional<Place> find(DeviceSample sample) {
        Place place = places.get(sample.uuid());
        if (place != null) {
            return Optional.of(place);
        }
        return sample.index().isPresent() && nodes.contains(sample.node())
                ? Optional.of(new Place(sample.node(), sample.index().getAsInt()))
                : Optional.empty();
    }
}
