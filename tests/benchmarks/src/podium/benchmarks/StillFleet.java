// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.util.ArrayList;
import java.util.List;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetListener;
import podium.core.fleet.FleetView;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Fleet;

/** A fleet that changes only by the hand of a benchmark, which tells what it changed. */
final class StillFleet implements FleetView {
    private final Fleet fleet;
    private final List<FleetListener> listeners = new ArrayList<>();

    StillFleet(Fleet fleet) {
        this.fleet = fleet;
        fleet.getClusters().forEach(cluster -> cluster.setFacts(new SchedulingObjects()));
    }

    void tell(FleetDelta delta) {
        listeners.forEach(listener -> listener.changed(delta));
    }

    @Override
    public Fleet fleet() {
        return fleet;
    }

    @Override
    public AutoCloseable listen(FleetListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
