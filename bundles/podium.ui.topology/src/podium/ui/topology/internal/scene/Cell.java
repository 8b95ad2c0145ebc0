// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import podium.core.metrics.DeviceKey;
import podium.model.fleet.Accelerator;

/**
 * An accelerator of the scene.
 *
 * @param id number in the scene; the cells of a node are contiguous
 * @param node the box it lies in
 * @param key its identity in the time-series store
 */
public record Cell(int id, Box node, Accelerator accelerator, DeviceKey key) {
    /** Position on its node, from 0, in the order of the devices' indexes. */
    public int place() {
        return id - node.firstCell();
    }
}
