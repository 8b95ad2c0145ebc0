// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.Optional;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;

/** The fleet model and its changes. All methods in the realm, except {@link #sink()} whose result any thread may use. */
public interface FleetService extends FleetView {
    FleetRealm realm();

    Optional<Cluster> cluster(ClusterId id);

    /** Where sources put what they saw. Applied in slices of at most 8 ms. */
    ChangeSink sink();

    /** Adds a cluster in state CONNECTING, or returns the one already there. */
    Cluster add(ClusterId id, String context, boolean simulated);

    void remove(ClusterId id);

    /** Tells the listeners of a cluster of which more is known than before, though no change of it came. */
    default void touch(Cluster cluster) {}
}
