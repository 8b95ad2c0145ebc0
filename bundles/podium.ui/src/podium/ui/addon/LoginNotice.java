// SPDX-License-Identifier: Apache-2.0
package podium.ui.addon;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.event.Event;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.core.shell.LoginSession;
import podium.model.fleet.Cluster;
import podium.ui.flow.ShellFlow;

/**
 * Brings the terminal to the front on which something asks before a cluster lets its operator in, once for each time that it asks:
 * who looks elsewhere then is not called again. UI thread.
 */
public class LoginNotice {
    private final MApplication application;
    private final Map<LoginSession, Boolean> shown = new WeakHashMap<>();

    @Inject
    LoginNotice(MApplication application) {
        this.application = application;
    }

    /** Only now there is a window whose part can be brought to the front. */
    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) @Nullable Event event) {
        IEclipseContext context = application.getContext();
        @Nullable FleetService fleet = context.get(FleetService.class);
        @Nullable Connections connections = context.get(Connections.class);
        if (event == null || fleet == null || connections == null) {
            return;
        }
        ShellFlow shells = ContextInjectionFactory.make(ShellFlow.class, context);
        fleet.listen(delta -> delta.clusters().forEach(cluster -> look(connections, shells, cluster)));
        fleet.fleet().getClusters().forEach(cluster -> look(connections, shells, cluster));
    }

    private void look(Connections connections, ShellFlow shells, Cluster cluster) {
        connections
                .connection(ClusterId.of(cluster))
                .flatMap(ClusterConnection::login)
                .filter(login -> shown.put(login, true) == null)
                .ifPresent(login -> shells.login(cluster, login));
    }
}
