// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetListener;
import podium.core.fleet.FleetRealm;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** A fleet that changes when a test says so. */
public final class FakeFleet implements FleetService {
    private final Fleet fleet;
    private final FleetRealm realm;
    private final List<FleetListener> listeners = new ArrayList<>();

    public FakeFleet(Fleet fleet, FleetRealm realm) {
        this.fleet = fleet;
        this.realm = realm;
    }

    /** Tells the listeners that these nodes changed. */
    public void changed(Node... nodes) {
        tell(delta(Set.of(nodes), Set.of(), Set.of(), false));
    }

    public void jobChanged(Job job) {
        tell(delta(Set.of(), Set.of(job), new HashSet<>(job.getTasks()), false));
    }

    public void structureChanged() {
        tell(delta(Set.of(), Set.of(), Set.of(), true));
    }

    public void clusterChanged(Cluster cluster) {
        tell(new FleetDelta(Set.of(cluster), Set.of(), Set.of(), Set.of(), false));
    }

    public void tell(FleetDelta delta) {
        List.copyOf(listeners).forEach(listener -> listener.changed(delta));
    }

    public static FleetDelta delta(Set<Node> nodes, Set<Job> jobs, Set<Task> tasks, boolean structure) {
        return new FleetDelta(Set.of(), nodes, jobs, tasks, structure);
    }

    @Override
    public Fleet fleet() {
        return fleet;
    }

    @Override
    public FleetRealm realm() {
        return realm;
    }

    @Override
    public Optional<Cluster> cluster(ClusterId id) {
        return fleet.getClusters().stream()
                .filter(cluster -> ClusterId.of(cluster).equals(id))
                .findFirst();
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

    @Override
    public AutoCloseable listen(FleetListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public ChangeSink sink(ClusterId id) {
        return sink();
    }

    @Override
    public void end(ClusterId id) {
        realm().execute(() -> remove(id));
    }

    @Override
    public ChangeSink begin(ClusterId id, String context, boolean simulated) {
        realm().execute(() -> add(id, context, simulated));
        return sink();
    }

    @Override
    public void touch(Cluster cluster) {}
}
