// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.Connections;
import podium.model.fleet.Cluster;

/**
 * Which open clusters are one and the same by several entries of kubeconfigs. Their objects do not tell: a cluster that was restored
 * from another one's backup has the same uids. In the realm.
 */
@Creatable
public final class SameClusters {
    private final Function<Cluster, String> uid;

    @Inject
    public SameClusters(Connections connections) {
        this(cluster -> connections
                .connection(ClusterId.of(cluster))
                .map(ClusterConnection::clusterUid)
                .orElse(""));
    }

    /** @param uid what tells a cluster from all others; empty: not known */
    public SameClusters(Function<Cluster, String> uid) {
        this.uid = uid;
    }

    /** Those that are open more than once, each with what tells it from all others. Snapshots are of another time. */
    public Map<Cluster, String> among(Collection<Cluster> clusters) {
        Map<Cluster, String> known = new HashMap<>();
        Set<String> once = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (Cluster cluster : clusters) {
            String of = clusters.size() < 2 || Snapshots.is(cluster) ? "" : uid.apply(cluster);
            if (!of.isEmpty()) {
                known.put(cluster, of);
                if (!once.add(of)) {
                    repeated.add(of);
                }
            }
        }
        known.values().retainAll(repeated);
        return known;
    }
}
