// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import podium.core.change.DeviceLink;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Link;
import podium.model.fleet.Node;

/** The links of the devices of a node, in the model. One end of a link to the memory of the node is the node itself. */
final class NodeLinks {
    private NodeLinks() {}

    static void replace(Cluster cluster, Node node, List<DeviceLink> links) {
        remove(cluster, node);
        Map<Integer, Accelerator> devices = new HashMap<>();
        node.getAccelerators().forEach(device -> devices.put(device.getIndex(), device));
        for (DeviceLink link : links) {
            int to = link.to().orElse(0);
            if (devices.containsKey(link.from()) && devices.containsKey(to)) {
                Link made = FleetFactory.INSTANCE.createLink();
                made.setKind(link.kind());
                made.setHealth(link.health());
                made.setBytesPerSecond(
                        link.bytesPerSecond().isPresent()
                                ? Double.valueOf(link.bytesPerSecond().getAsDouble())
                                : null);
                made.setFrom(devices.get(link.from()));
                made.setTo(link.to().isPresent() ? devices.get(to) : node);
                cluster.getLinks().add(made);
            }
        }
    }

    static void remove(Cluster cluster, Node node) {
        cluster.getLinks().removeIf(link -> isOf(node, link.getFrom()));
    }

    /** A device that has left its node is in none. */
    private static boolean isOf(Node node, EObject end) {
        return end instanceof Accelerator device && (device.eContainer() == node || device.eContainer() == null);
    }
}
