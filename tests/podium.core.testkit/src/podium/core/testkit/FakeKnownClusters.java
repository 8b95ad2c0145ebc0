// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.util.List;
import java.util.Optional;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.KnownCluster;
import podium.core.cluster.KnownClusters;

/** Knows these clusters, and keeps nothing. */
public record FakeKnownClusters(List<KnownCluster> recent) implements KnownClusters {
    @Override
    public void opened(ClusterTarget target) {}

    @Override
    public void closed(ClusterTarget target) {}

    @Override
    public ClusterMark mark(ClusterTarget target) {
        return ClusterMark.NONE;
    }

    @Override
    public void mark(ClusterTarget target, ClusterMark mark) {}

    @Override
    public void identified(ClusterTarget target, String uid) {}

    @Override
    public Optional<String> lost() {
        return Optional.empty();
    }
}
