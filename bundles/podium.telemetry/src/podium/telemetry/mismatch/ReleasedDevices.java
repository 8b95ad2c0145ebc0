// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.mismatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetListener;
import podium.core.fleet.Holdings;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Fleet;

/** When devices were let go: the fleet tells who holds them now and keeps nothing of before. In the realm. */
public final class ReleasedDevices implements FleetListener {
    private final InstantSource clock;
    /** Empty while somebody holds it; a device that nobody was seen to hold is not in it. */
    private final Map<Accelerator, Optional<Instant>> seen = new WeakHashMap<>();

    /** Begins with how it is now. */
    public ReleasedDevices(Fleet fleet, InstantSource clock) {
        this.clock = clock;
        fleet.getClusters().stream()
                .flatMap(cluster -> cluster.getNodes().stream())
                .flatMap(node -> node.getAccelerators().stream())
                .forEach(this::look);
    }

    @Override
    public void changed(FleetDelta delta) {
        delta.nodes().forEach(node -> node.getAccelerators().forEach(this::look));
    }

    private void look(Accelerator device) {
        if (!Holdings.holders(device).isEmpty()) {
            seen.put(device, Optional.empty());
        } else if (seen.getOrDefault(device, Optional.of(Instant.MIN)).isEmpty()) {
            seen.put(device, Optional.of(clock.instant()));
        }
    }

    /** When the last holder of a device let it go; empty: it is held, or nobody was seen to hold it. */
    public Optional<Instant> at(Accelerator device) {
        return seen.getOrDefault(device, Optional.empty());
    }
}
