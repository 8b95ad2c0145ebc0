// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.rule;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.ClusterId;
import podium.core.port.ClusterTarget;
import podium.core.port.Connections;
import podium.core.rule.ChangeLocks;

/** The locks of this process. */
@Component
public final class ClusterLocks implements ChangeLocks {
    private final Connections connections;
    private final Map<ClusterId, Boolean> chosen = new ConcurrentHashMap<>();

    @Activate
    public ClusterLocks(@Reference Connections connections) {
        this.connections = connections;
    }

    @Override
    public boolean isLocked(ClusterId cluster) {
        boolean simulated =
                connections.target(cluster).filter(ClusterTarget::simulated).isPresent();
        return Optional.ofNullable(chosen.get(cluster)).orElse(!simulated);
    }

    @Override
    public void lock(ClusterId cluster, boolean locked) {
        chosen.put(cluster, locked);
    }
}
