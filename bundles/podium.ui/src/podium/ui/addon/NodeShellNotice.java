// SPDX-License-Identifier: Apache-2.0
package podium.ui.addon;

import jakarta.inject.Inject;
import java.util.function.Consumer;
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
 * Looks in each cluster that is connected and unlocked for debug containers and pods of node shells that were left behind there: while
 * it is locked neither could be ended. UI thread.
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
        Consumer<Cluster> look = cluster -> {
            ClusterId id = ClusterId.of(cluster);
            if (cluster.getConnection() == ConnectionState.LIVE
                    && locks.reason(cluster).isEmpty()) {
                containers.open(id, () -> shells.open(id));
            } else {
                containers.closed(id);
                shells.closed(id);
            }
        };
        fleet.listen(delta -> delta.clusters().forEach(look));
        locks.listen(() -> fleet.fleet().getClusters().forEach(look));
        fleet.fleet().getClusters().forEach(look);
    }
}
