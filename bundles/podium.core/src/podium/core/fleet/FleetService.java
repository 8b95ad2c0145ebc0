// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.Optional;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;

/**
 * The fleet model and its changes. All methods in the realm, except {@link #begin}, {@link #end} and the sinks, which any thread
 * may use.
 */
public interface FleetService extends FleetView {
    /** The thread in which the model may be read and changed. */
    FleetRealm realm();

    /** An open cluster in the model; empty: it is not open, or not in the model yet. */
    Optional<Cluster> cluster(ClusterId id);

    /** Where sources put what they saw of the clusters as they are open then. Applied in slices of at most 8 ms. */
    ChangeSink sink();

    /** The same for a cluster as it is open now: when it was closed and opened again, nothing is taken any more. */
    ChangeSink sink(ClusterId id);

    /**
     * Opens a cluster, which is in the fleet soon and before anything of the sink is applied. One of that identity which was open
     * is taken out.
     *
     * @return where its connection puts what it saw, until this opening of it ends
     */
    ChangeSink begin(ClusterId id, String context, boolean simulated);

    /** Takes a cluster out of the fleet soon. Of what was handed in for it nothing is applied any more, from now on. */
    void end(ClusterId id);

    /** Adds a cluster in state CONNECTING, or returns the one already there. */
    Cluster add(ClusterId id, String context, boolean simulated);

    /** Takes a cluster and all that is in it out of the model. */
    void remove(ClusterId id);

    /** Tells the listeners of a cluster of which more is known than before, though no change of it came. */
    void touch(Cluster cluster);
}
