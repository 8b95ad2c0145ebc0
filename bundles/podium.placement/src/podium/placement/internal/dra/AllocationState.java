// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.DeviceId;

/** Who has which devices, as it would be with some claims gone and some more devices given away. Immutable. */
public final class AllocationState {
    private final DeviceIndex index;
    private final Predicate<ResourceClaim> gone;
    private final Map<DeviceId, DeviceUsage> given;
    private final boolean asIs;

    private AllocationState(
            DeviceIndex index, Predicate<ResourceClaim> gone, Map<DeviceId, DeviceUsage> given, boolean asIs) {
        this.index = index;
        this.gone = gone;
        this.given = given;
        this.asIs = asIs;
    }

    /** As it is. */
    public static AllocationState of(DeviceIndex index) {
        return new AllocationState(index, claim -> false, Map.of(), true);
    }

    /** @param gone claims that are thought to have nothing */
    public static AllocationState without(DeviceIndex index, Set<ResourceClaim> gone) {
        return gone.isEmpty() ? of(index) : new AllocationState(index, gone::contains, Map.of(), false);
    }

    /** Devices of a node with few that somebody has in whole. */
    long held(NodeDevices node) {
        if (asIs) {
            return index.held(node);
        }
        long held = 0;
        for (int at = 0; at < node.size(); at++) {
            held |= of(node.entry(at).id()).whole() ? 1L << at : 0;
        }
        return held;
    }

    /** With these devices given away as well. */
    public AllocationState with(List<AllocatedDevice> more) {
        Map<DeviceId, DeviceUsage> all = new HashMap<>(given);
        for (AllocatedDevice device : more) {
            if (!device.admin()) {
                all.merge(
                        device.id(),
                        of(device.id()).with(new DeviceUsage.Part(Optional.empty(), device)),
                        (before, now) -> before.with(new DeviceUsage.Part(Optional.empty(), device)));
            }
        }
        return new AllocationState(index, gone, all, false);
    }

    /** How the devices of a node are made; of nodes made alike it is one object. */
    Optional<DeviceShapes> build(NodeDevices node) {
        return index.build(node);
    }

    /** Who has a device of a node. */
    DeviceUsage of(NodeDevices node, int at) {
        return asIs ? index.holding(node, at) : of(node.entry(at).id());
    }

    DeviceUsage of(DeviceId id) {
        if (asIs) {
            return index.holding(id);
        }
        @Nullable DeviceUsage known = given.isEmpty() ? null : given.get(id);
        return known != null ? known : index.holding(id).without(gone);
    }
}
