// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetListener;
import podium.core.fleet.FleetRealm;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;

/** A fleet that changes only by the hand of a benchmark, which tells what it changed. */
final class StillFleet implements FleetService {
    private final Fleet fleet;
    private final List<FleetListener> listeners = new ArrayList<>();

    StillFleet(Fleet fleet) {
        this.fleet = fleet;
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

    @Override
    public FleetRealm realm() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Cluster> cluster(ClusterId id) {
        return Optional.empty();
    }

    @Override
    public ChangeSink sink() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Cluster add(ClusterId id, String context, boolean simulated) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(ClusterId id) {
        throw new UnsupportedOperationException();
    }
}
