// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.fleet;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetListener;
import podium.core.fleet.FleetRealm;
import podium.core.fleet.FleetService;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;

/** A fleet of one cluster whose realm is whoever calls. */
public final class FakeFleet implements FleetService {
    public final List<Change> changes = new CopyOnWriteArrayList<>();
    private final Fleet fleet = FleetFactory.INSTANCE.createFleet();
    private final Cluster cluster = FleetFactory.INSTANCE.createCluster();

    public FakeFleet(String name) {
        cluster.setName(name);
        fleet.getClusters().add(cluster);
    }

    /** Adds a node with devices of these UUIDs. */
    public FakeFleet with(String node, String... uuids) {
        Node made = FleetFactory.INSTANCE.createNode();
        made.setName(node);
        for (int i = 0; i < uuids.length; i++) {
            Accelerator device = FleetFactory.INSTANCE.createAccelerator();
            device.setUuid(uuids[i]);
            device.setIndex(i);
            made.getAccelerators().add(device);
        }
        cluster.getNodes().add(made);
        return this;
    }

    @Override
    public Fleet fleet() {
        return fleet;
    }

    @Override
    public FleetRealm realm() {
        return new FleetRealm() {
            @Override
            public void execute(Runnable work) {
                work.run();
            }

            @Override
            public boolean isCurrent() {
                return true;
            }
        };
    }

    @Override
    public Optional<Cluster> cluster(ClusterId id) {
        return Optional.of(cluster).filter(open -> open.getName().equals(id.value()));
    }

    @Override
    public ChangeSink sink() {
        return (id, seen) -> changes.addAll(seen);
    }

    @Override
    public Cluster add(ClusterId id, String context, boolean simulated) {
        return cluster;
    }

    @Override
    public void remove(ClusterId id) {
        fleet.getClusters().remove(cluster);
    }

    @Override
    public AutoCloseable listen(FleetListener listener) {
        return () -> {};
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
