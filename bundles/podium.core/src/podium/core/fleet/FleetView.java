// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;

/** A fleet model as those see it who only read it: the one that follows the clusters, or a copy of it. In the realm. */
public interface FleetView {
    /** The model itself, live: what is read of it holds until the realm does something else. */
    Fleet fleet();

    /** What decides where pods of a cluster may run, besides what its model shows. */
    default SchedulingObjects facts(Cluster cluster) {
        return new SchedulingObjects();
    }

    /** Registers a listener; close the result to end it. */
    AutoCloseable listen(FleetListener listener);
}
