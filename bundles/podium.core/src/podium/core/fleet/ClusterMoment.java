// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.time.Instant;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;

/** As of when what is known of a cluster holds. */
public final class ClusterMoment {
    private ClusterMoment() {}

    /** Of anything in a cluster: now, or when the cluster was last heard where it is closed, as one of a snapshot is. */
    public static Instant of(EObject thing, Instant now) {
        for (EObject at = thing; at != null; at = at.eContainer()) {
            if (at instanceof Cluster cluster
                    && cluster.getConnection() == ConnectionState.CLOSED
                    && cluster.getLastContact() != null) {
                return cluster.getLastContact();
            }
        }
        return now;
    }
}
