// SPDX-License-Identifier: Apache-2.0
package podium.app.screenshot;

import java.util.List;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Fleet;

/** Whether a fleet is complete enough for a screenshot. */
final class FleetReadiness {

    private FleetReadiness() {}

    /** True when there is a cluster and every one is live. In the fleet's realm. */
    static boolean live(Fleet fleet) {
        List<Cluster> clusters = fleet.getClusters();
        return !clusters.isEmpty()
                && clusters.stream().allMatch(cluster -> cluster.getConnection() == ConnectionState.LIVE);
    }
}
