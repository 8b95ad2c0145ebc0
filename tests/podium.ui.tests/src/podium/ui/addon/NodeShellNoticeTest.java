// SPDX-License-Identifier: Apache-2.0
package podium.ui.addon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.core.contexts.EclipseContextFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationFactory;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import podium.core.api.ObjectReader;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.core.log.PodLogReader;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.operation.OperationService;
import podium.operation.job.JobActionPlanner;
import podium.operation.shell.ShellService;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.fake.PartScreen;
import podium.ui.flow.ShellFlow;
import podium.ui.flow.ShellsInUse;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.LastAnswers;
import podium.ui.toolkit.BackgroundWork;

class NodeShellNoticeTest {
    private static final String QUESTION = "pick A node shell was left behind: Delete";

    private final PartScreen seen = new PartScreen();
    private final Cluster lab = seen.lab();
    private final List<String> looked = new ArrayList<>();

    @AfterEach
    void close() {
        seen.close();
    }

    private <T> T reader(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, with) -> {
            looked.add(called.getName());
            return answer;
        }));
    }

    private void start() {
        seen.stage.connections.open(ClusterId.of(lab).value(), Optional.empty());
        seen.stage.connections.capabilities.put(
                ObjectReader.class,
                reader(
                        ObjectReader.class,
                        List.of("{\"metadata\":{\"namespace\":\"default\",\"name\":\"podium-node-shell-old\"}}")));
        seen.stage.connections.capabilities.put(PodLogReader.class, reader(PodLogReader.class, Optional.empty()));
        IEclipseContext context = EclipseContextFactory.create();
        MApplication application = MApplicationFactory.INSTANCE.createApplication();
        application.setContext(context);
        context.set(FleetService.class, seen.stage.fleet);
        context.set(OperationService.class, seen.stage.operations);
        context.set(Connections.class, seen.stage.connections);
        context.set(Dialogs.class, seen.dialogs);
        context.set(JobActionPlanner.class, seen.stage.jobActs);
        context.set(BackgroundWork.class, seen.stage.services.background());
        context.set(ConsoleLocks.class, seen.stage.locks);
        context.set(ShellsInUse.class, new ShellsInUse());
        context.set(ShellService.class, seen.stage.shellService);
        context.set(ShellFlow.class, new ShellFlow(null, seen.stage.shellService, seen.dialogs, new LastAnswers()));
        new NodeShellNotice(application).started(new Event(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE, Map.of()));
    }

    /** A cluster opens read-only: what could not be deleted then is no question. */
    @Test
    void aNodeShellThatWasLeftBehindIsOfferedWheneverTheClusterIsUnlocked() {
        lab.setConnection(ConnectionState.LIVE);
        seen.stage.locks.set(lab, true);
        start();
        seen.stage.fleet.tell(lab);
        seen.settle();
        assertEquals(List.of(), looked, "it is read-only");
        seen.stage.locks.set(lab, false);
        seen.until("it is asked", () -> seen.dialogs.shown.equals(List.of(QUESTION)));
        seen.stage.fleet.tell(lab);
        seen.settle();
        assertEquals(List.of(QUESTION), seen.dialogs.shown, "asked once");
        seen.stage.locks.set(lab, true);
        seen.stage.locks.set(lab, false);
        seen.until("it is asked again", () -> seen.dialogs.shown.equals(List.of(QUESTION, QUESTION)));
    }
}
