// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.mismatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import podium.core.fleet.Holdings;
import podium.core.metrics.DeviceKey;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/**
 * What the API says of a device.
 *
 * @param holders namespace/name of the tasks that hold it or a slice of it; empty: nobody does
 * @param since when the last of them started, or when the last of those that were let it go; empty: not known
 * @param divided it is given out in slices
 */
public record ReportedAllocation(DeviceKey device, List<String> holders, Optional<Instant> since, boolean divided) {

    public boolean held() {
        return !holders.isEmpty();
    }

    /**
     * The allocations of a node, in the realm. There is none for a device where tasks hold some of the node's and no source
     * tells which.
     *
     * @param released when a device was let go; empty: it is not known
     */
    public static List<ReportedAllocation> of(Node node, Function<Accelerator, Optional<Instant>> released) {
        List<ReportedAllocation> allocations = new ArrayList<>();
        boolean which = Holdings.of(node).unknown() == 0
                && node.getTasks().stream()
                        .filter(task -> Holdings.holds(task) && Holdings.asked(task) > 0)
                        .allMatch(task -> !task.getAccelerators().isEmpty()
                                || !task.getSlices().isEmpty());
        for (Accelerator device : node.getAccelerators()) {
            List<Task> holders = Holdings.holders(device);
            if (which || !holders.isEmpty()) {
                allocations.add(of(device, holders, released));
            }
        }
        return allocations;
    }

    private static ReportedAllocation of(
            Accelerator device, List<Task> holders, Function<Accelerator, Optional<Instant>> released) {
        return new ReportedAllocation(
                DeviceKey.of(device),
                holders.stream()
                        .map(task -> task.getNamespace() + "/" + task.getName())
                        .toList(),
                holders.isEmpty() ? released.apply(device) : Holdings.lastStart(holders),
                !device.getSlices().isEmpty());
    }
}
