// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.core.contexts.EclipseContextFactory;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.Connections;
import podium.core.cluster.KnownClusters;
import podium.core.cluster.SimulatedFleets;
import podium.launcher.Arguments;

class StartupAddonTest {
    private final List<Object> shown = new ArrayList<>();

    /** It said "Jobs" without "(1 failing)" until it had been looked at once. */
    @Test
    void theTabOfJobsCountsFromTheStartWhateverIsInFront() {
        MApplication application = MApplicationFactory.INSTANCE.createApplication();
        MWindow window = MBasicFactory.INSTANCE.createWindow();
        window.setContext(EclipseContextFactory.create());
        window.getContext().set(EPartService.class, fake(EPartService.class));
        application.getChildren().add(window);
        StartupAddon addon = new StartupAddon(
                new Arguments(Optional.empty(), Optional.empty(), Optional.of("edge"), Optional.empty()),
                fake(ClusterConnector.class),
                fake(Connections.class),
                fake(SimulatedFleets.class),
                fake(KnownClusters.class));
        addon.counted(null, application);
        assertEquals(List.of(), shown, "there is no window yet");
        addon.counted(new Event("started", Map.of()), application);
        assertEquals(List.of("podium.part.jobs", PartState.CREATE), shown);
    }

    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, args) -> {
            if (method.getName().equals("showPart")) {
                shown.addAll(List.of(args));
            }
            return null;
        }));
    }
}
