// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.Connections;
import podium.operation.rule.ChangeLocks;

/** The locks of this process. What was chosen ends with the connection: a cluster that is opened anew is locked again. */
@Component
public final class ClusterLocks implements ChangeLocks {
    private final Connections connections;
    private final Map<ClusterId, Chosen> chosen = new ConcurrentHashMap<>();
    private final List<Consumer<ClusterId>> listeners = new CopyOnWriteArrayList<>();

    /** What was chosen for a connection; the next one of the same cluster knows nothing of it. */
    private record Chosen(ClusterConnection connection, boolean locked) {}

    @Activate
    public ClusterLocks(@Reference Connections connections) {
        this.connections = connections;
    }

    @Override
    public boolean isLocked(ClusterId cluster) {
        Optional<ClusterConnection> open = connections.connection(cluster);
        Chosen known = open.isEmpty() ? chosen.remove(cluster) : chosen.get(cluster);
        if (known != null && open.isPresent() && open.get() == known.connection) {
            return known.locked;
        }
        return connections
                .target(cluster)
                .filter(target -> target.simulated() && target.actAs().isEmpty())
                .isEmpty();
    }

    @Override
    public void lock(ClusterId cluster, boolean locked) {
        connections.connection(cluster).ifPresent(open -> chosen.put(cluster, new Chosen(open, locked)));
        listeners.forEach(listener -> listener.accept(cluster));
    }

    @Override
    public AutoCloseable listen(Consumer<ClusterId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
