// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;

/**
 * One time that a cluster is open, from its opening to its end. What was seen during one says nothing of another: the cluster may
 * answer to another person by then, or be another one.
 */
final class ClusterEpoch {
    final ClusterId id;
    final String context;
    final boolean simulated;
    /** Once it is in the fleet. In the realm. */
    @Nullable
    ClusterState state;

    private volatile boolean ended;

    ClusterEpoch(ClusterId id, String context, boolean simulated) {
        this.id = id;
        this.context = context;
        this.simulated = simulated;
    }

    /** From here on nothing of it counts, whatever is under way. Any thread. */
    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }
}
