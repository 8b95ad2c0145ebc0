// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.List;
import podium.model.fleet.Cluster;
import podium.model.fleet.Queue;

/** The queues that jobs can be in. A quota of a namespace, which the model keeps with them, is none. In the realm. */
public final class JobQueues {
    private JobQueues() {}

    /** Those of a cluster. */
    public static List<Queue> of(Cluster cluster) {
        return cluster.getQueues().stream()
                .filter(queue -> !"ResourceQuota".equals(queue.getKind()))
                .toList();
    }
}
