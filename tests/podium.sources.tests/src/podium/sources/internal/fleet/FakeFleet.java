// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.fleet;

import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.testkit.DirectRealm;
import podium.core.testkit.FakeFleetService;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;

/** A fleet of one cluster whose realm is whoever calls. */
public final class FakeFleet extends FakeFleetService {
    private final Cluster cluster = FleetFactory.INSTANCE.createCluster();

    public FakeFleet(String name) {
        super(FleetFactory.INSTANCE.createFleet(), new DirectRealm());
        cluster.setName(name);
        fleet().getClusters().add(cluster);
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
    public Optional<Cluster> cluster(ClusterId id) {
        return Optional.of(cluster).filter(open -> open.getName().equals(id.value()));
    }

    @Override
    public Cluster add(ClusterId id, String context, boolean simulated) {
        return cluster;
    }
}
