// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.util.HashSet;
import java.util.Set;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetRealm;
import podium.core.testkit.FakeFleetService;
import podium.model.fleet.Fleet;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** A fleet that changes when a test says so. */
public final class FakeFleet extends FakeFleetService {
    public FakeFleet(Fleet fleet, FleetRealm realm) {
        super(fleet, realm);
    }

    /** Tells the listeners that these nodes changed. */
    public void changed(Node... nodes) {
        tell(Set.of(nodes), Set.of(), Set.of());
    }

    public void jobChanged(Job job) {
        tell(Set.of(), Set.of(job), new HashSet<>(job.getTasks()));
    }

    public void structureChanged() {
        tell(delta(Set.of(), Set.of(), Set.of(), true));
    }

    public static FleetDelta delta(Set<Node> nodes, Set<Job> jobs, Set<Task> tasks, boolean structure) {
        return new FleetDelta(Set.of(), nodes, jobs, tasks, structure);
    }
}
