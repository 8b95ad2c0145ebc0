// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetListener;
import podium.core.fleet.FleetRealm;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** A fleet service over a made fleet; a test changes the fleet and tells of it. */
public class FakeFleetService implements FleetService {
    private final Fleet fleet;
    private final FleetRealm realm;
    private final List<FleetListener> listeners = new CopyOnWriteArrayList<>();

    public FakeFleetService(Fleet fleet, FleetRealm realm) {
        this.fleet = fleet;
        this.realm = realm;
    }

    /** A fleet service in the calling thread. */
    public static FakeFleetService of(Fleet fleet) {
        return new FakeFleetService(fleet, new DirectRealm());
    }

    /** How many listen. */
    public int listeners() {
        return listeners.size();
    }

    /** Tells of changed jobs and nodes. */
    public void tell(Set<Node> nodes, Set<Job> jobs, Set<Task> tasks) {
        tell(new FleetDelta(Set.of(), nodes, jobs, tasks, false));
    }

    public void tell(FleetDelta delta) {
        listeners.forEach(listener -> listener.changed(delta));
    }

    /** Tells that a cluster stands otherwise, with all in it where it was. */
    public void stands(Cluster cluster) {
        tell(new FleetDelta(Set.of(cluster), Set.of(), Set.of(), Set.of(), false));
    }

    /** Tells of a changed cluster. */
    public void tell(Cluster cluster) {
        tell(new FleetDelta(Set.of(cluster), Set.of(), Set.of(), Set.of(), true));
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

    /** Changes that were told. */
    public final List<Change> sent = new CopyOnWriteArrayList<>();

    @Override
    public ChangeSink sink() {
        return (cluster, changes) -> sent.addAll(changes);
    }

    @Override
    public Cluster add(ClusterId id, String context, boolean simulated) {
        return cluster(id).orElseGet(() -> {
            Cluster added = FleetFactory.INSTANCE.createCluster();
            added.setId(id.value());
            added.setName(id.name());
            added.setContext(context);
            added.setSimulated(simulated);
            fleet.getClusters().add(added);
            return added;
        });
    }

    @Override
    public void remove(ClusterId id) {
        cluster(id).ifPresent(fleet.getClusters()::remove);
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
