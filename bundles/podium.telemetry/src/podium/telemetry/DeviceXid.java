// SPDX-License-Identifier: Apache-2.0
package podium.telemetry;

import java.util.Optional;
import java.util.Set;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;

/**
 * What the XID of an NVIDIA GPU says of the GPU: an exporter shows the last one until the driver is loaded anew. What is not known to
 * break a GPU, and not known to be of what runs on it, may be either.
 */
public final class DeviceXid {
    /**
     * After these the GPU is reset, or its machine is restarted or looked at, before anything runs on it again: the immediate action in
     * NVIDIA's catalogue of XIDs (docs.nvidia.com/deploy/xid-errors; Xid-Catalog.xlsx of NVSentinel, read 2026-07-14), 48 by the flow
     * of its own. 109 is in it too, and left out: see {@link #OF_JOBS}.
     */
    private static final Set<Integer> BROKEN =
            Set.of(46, 48, 54, 62, 64, 79, 95, 110, 119, 120, 136, 140, 143, 151, 155, 156, 158, 167);

    /** What runs on a GPU causes these: NVIDIA's device plugin goes on offering it (k8s-device-plugin, internal/rm/health.go). */
    private static final Set<Integer> OF_JOBS = Set.of(13, 31, 43, 45, 68, 109);

    private DeviceXid() {}

    /** Whether an XID says that the GPU is broken. */
    public static boolean isBroken(int xid) {
        return BROKEN.contains(xid);
    }

    /** Whether NVIDIA's device plugin no longer offers a GPU with this XID. */
    public static boolean withholds(int xid) {
        return xid != 0 && !OF_JOBS.contains(xid);
    }

    /** The XID of a device that is broken; empty: no XID says so. In the realm. */
    public static Optional<Integer> broken(Accelerator device, TelemetryStore store) {
        return last(device, store).filter(DeviceXid::isBroken);
    }

    /** The last XID that was read of a device, 0 for none; empty: it was never read. In the realm. */
    public static Optional<Integer> last(Accelerator device, TelemetryStore store) {
        Node node = device.getNode();
        return node == null || node.getCluster() == null ? Optional.empty() : last(DeviceKey.of(device), store);
    }

    /** The same of a device by its identity. Any thread. */
    public static Optional<Integer> last(DeviceKey device, TelemetryStore store) {
        return store.latest(device, Metric.XID).map(reading -> (int) reading.value());
    }
}
