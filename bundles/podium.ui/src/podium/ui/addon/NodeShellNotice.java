// SPDX-License-Identifier: Apache-2.0
package podium.ui.addon;

import jakarta.inject.Inject;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.event.Event;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.operation.OperationService;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.flow.LeftDebugContainers;
import podium.ui.flow.NodeShells;

/**
 * Looks in each cluster that is connected for pods of node shells that were left behind there, and once it is unlocked for debug
 * containers. UI thread.
 */
public class NodeShellNotice {
    private final MApplication application;

    @Inject
    NodeShellNotice(MApplication application) {
        this.application = application;
    }

    /** Only now there is a window to ask in. */
    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) @Nullable Event event) {
        IEclipseContext context = application.getContext();
        @Nullable FleetService fleet = context.get(FleetService.class);
        if (event == null || fleet == null || context.get(OperationService.class) == null) {
            return;
        }
        NodeShells shells = ContextInjectionFactory.make(NodeShells.class, context);
        LeftDebugContainers containers = ContextInjectionFactory.make(LeftDebugContainers.class, context);
        ConsoleLocks locks = context.get(ConsoleLocks.class);
        fleet.listen(delta -> delta.clusters().forEach(cluster -> {
            look(shells, cluster);
            look(containers, locks, cluster);
        }));
        locks.listen(() -> fleet.fleet().getClusters().forEach(cluster -> look(containers, locks, cluster)));
        fleet.fleet().getClusters().forEach(cluster -> {
            look(shells, cluster);
            look(containers, locks, cluster);
        });
    }

    private static void look(LeftDebugContainers containers, ConsoleLocks locks, Cluster cluster) {
        if (cluster.getConnection() == ConnectionState.LIVE
                && locks.reason(cluster).isEmpty()) {
            containers.open(ClusterId.of(cluster));
        } else {
            containers.closed(ClusterId.of(cluster));
        }
    }

    private static void look(NodeShells shells, Cluster cluster) {
        if (cluster.getConnection() == ConnectionState.LIVE) {
            shells.connected(ClusterId.of(cluster));
        } else {
            shells.disconnected(ClusterId.of(cluster));
        }
    }
}
