// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
import podium.core.cluster.IdentityChange;

/** No cluster is open, and none is opened or closed; a test says which are instead. */
public class NoClusters implements Connections {
    @Override
    public ClusterConnection open(ClusterTarget target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ClusterConnection> connection(ClusterId id) {
        return all().stream().filter(open -> open.id().equals(id)).findFirst();
    }

    @Override
    public List<ClusterConnection> all() {
        return List.of();
    }

    @Override
    public Optional<ClusterTarget> target(ClusterId id) {
        return Optional.empty();
    }

    @Override
    public Optional<IdentityChange> turnover(ClusterId id) {
        return Optional.empty();
    }

    @Override
    public void dismiss(ClusterId id, IdentityChange read) {}

    @Override
    public void mark(ClusterId id, ClusterMark mark) {}

    @Override
    public AutoCloseable listen(Consumer<ClusterId> closed) {
        return () -> {};
    }

    @Override
    public void close(ClusterId id) {
        throw new UnsupportedOperationException();
    }
}
