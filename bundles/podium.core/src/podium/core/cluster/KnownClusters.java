// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.util.List;
import java.util.Optional;

/**
 * The clusters that were open once, from one start to the next, and how their operator marked them. No secret is kept, and no
 * lock: what is opened again is locked, and asks again for what was not agreed to exactly as it is. Any thread but the window's:
 * it reads and writes a file.
 */
public interface KnownClusters {
    /** The last opened first. A simulated one has the name of its scenario as context. */
    List<KnownCluster> recent();

    /** A cluster was opened. */
    void opened(ClusterTarget target);

    /** The operator closed a cluster. */
    void closed(ClusterTarget target);

    /** How a cluster is marked. A simulated one is known by its name, whichever run it is of. */
    ClusterMark mark(ClusterTarget target);

    /** Marks a cluster from now on: production by every entry of a kubeconfig that is known to lead to it, the colour by this one. */
    void mark(ClusterTarget target, ClusterMark mark);

    /**
     * An entry of a kubeconfig turned out to lead to a cluster. Where that is production by another entry it is by this one too.
     *
     * @param uid what tells the cluster from all others
     */
    void identified(ClusterTarget target, String uid);

    /** What to tell the operator where what was kept could not be read, and the marks are gone with it; empty: it could. */
    Optional<String> lost();
}
