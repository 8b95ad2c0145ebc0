// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

import podium.core.change.ClusterId;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;

/**
 * Identity of an accelerator in the store: cluster, node, index on the node; {@link #NODE} stands for the node itself.
 *
 * @param cluster it belongs to
 * @param node name of its node
 * @param index on the node, from 0; {@link #NODE} for the node itself
 */
public record DeviceKey(ClusterId cluster, String node, int index) {
    /** Index of what is measured of a node as a whole. */
    public static final int NODE = -1;

    /** A device that is on a node of a cluster. In the realm. */
    public static DeviceKey of(Accelerator device) {
        Node node = device.getNode();
        return new DeviceKey(ClusterId.of(node.getCluster()), node.getName(), device.getIndex());
    }

    /** The node itself. */
    public static DeviceKey ofNode(ClusterId cluster, String node) {
        return new DeviceKey(cluster, node, NODE);
    }
}
