// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetService;
import podium.core.port.ClusterConnection;
import podium.core.port.ClusterConnector;
import podium.core.port.ClusterTarget;
import podium.core.port.Connections;

/** The open clusters of this process: each is in the fleet as long as its connection is here. */
@Component
public final class OpenClusters implements Connections {
    private final FleetService fleet;
    private final ClusterConnector connector;
    private final Map<ClusterId, ClusterConnection> open = new ConcurrentHashMap<>();
    private final Map<ClusterId, ClusterTarget> targets = new ConcurrentHashMap<>();

    @Activate
    public OpenClusters(@Reference FleetService fleet, @Reference ClusterConnector connector) {
        this.fleet = fleet;
        this.connector = connector;
    }

    @Override
    public ClusterConnection open(ClusterTarget target) {
        return open.computeIfAbsent(target.id(), id -> {
            targets.put(id, target);
            fleet.realm().execute(() -> fleet.add(id, target.context(), target.simulated()));
            return connector.open(target, fleet.sink());
        });
    }

    @Override
    public Optional<ClusterConnection> connection(ClusterId id) {
        return Optional.ofNullable(open.get(id));
    }

    @Override
    public List<ClusterConnection> all() {
        return List.copyOf(open.values());
    }

    @Override
    public Optional<ClusterTarget> target(ClusterId id) {
        return Optional.ofNullable(targets.get(id));
    }

    @Override
    public void close(ClusterId id) {
        ClusterConnection connection = open.remove(id);
        targets.remove(id);
        if (connection != null) {
            connection.close();
            fleet.realm().execute(() -> fleet.remove(id));
        }
    }

    /** Closes every connection; the fleet keeps what it showed last. */
    @Deactivate
    public void closeAll() {
        open.values().forEach(ClusterConnection::close);
        open.clear();
    }
}
