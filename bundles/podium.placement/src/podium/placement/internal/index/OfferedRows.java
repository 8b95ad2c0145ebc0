// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Node;
import podium.model.value.Labels;
import podium.placement.internal.dra.DeviceIndex;
import podium.placement.internal.dra.NodeDevices;

/** The devices that DRA drivers offer on each row of an index, found by number instead of by name and labels. In the realm. */
final class OfferedRows {
    private final DeviceIndex offered;
    private @Nullable NodeDevices[] devices = {};
    /** The labels with which they were looked up, and {@link DeviceIndex#offers()} at that time. */
    private Labels[] labels = {};

    private long[] at = {};

    OfferedRows(DeviceIndex offered) {
        this.offered = offered;
    }

    void grow(int size) {
        devices = Arrays.copyOf(devices, size);
        labels = Arrays.copyOf(labels, size);
        at = Arrays.copyOf(at, size);
    }

    /** Another node has the row. */
    void forget(int row) {
        devices[row] = null;
    }

    /** The devices of the node that has the row. */
    NodeDevices of(int row, Node node) {
        Labels now = PodSelectors.labels(node);
        NodeDevices known = devices[row];
        if (known == null || at[row] != offered.offers() || labels[row] != now) {
            known = offered.devices(node.getName(), now);
            devices[row] = known;
            labels[row] = now;
            at[row] = offered.offers();
        }
        return known;
    }
}
