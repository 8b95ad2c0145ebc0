// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.IWindowCloseHandler;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.event.Event;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetService;
import podium.operation.OperationService;
import podium.ui.cluster.ClusterSessions;
import podium.ui.dialog.ShutdownDialog;
import podium.ui.prompt.Dialogs;
import podium.ui.shutdown.ShutdownController;
import podium.ui.shutdown.ShutdownWindows;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;

/** Puts the question about running operations between the window's close button, or Quit, and the end. UI thread. */
public class ShutdownAddon {
    private final MApplication application;
    private final Display display;
    private final Provider<IWorkbench> workbench;

    @Inject
    ShutdownAddon(MApplication application, Display display, Provider<IWorkbench> workbench) {
        this.application = application;
        this.display = display;
        this.workbench = workbench;
    }

    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) @Nullable Event event) {
        @Nullable MWindow window = application.getSelectedElement();
        if (event == null || window == null || !(window.getWidget() instanceof Shell shell)) {
            return;
        }
        IEclipseContext context = application.getContext();
        @Nullable OperationService operations = context.get(OperationService.class);
        if (operations == null) {
            return;
        }
        UiServices services = context.get(UiServices.class);
        ShutdownWindows stage = new ShutdownWindows(
                shell,
                services,
                running -> new ShutdownDialog(shell, services, () -> running.stream()
                                .map(it -> operations.operation(it.id()).orElse(it))
                                .toList())
                        .ask(),
                context.get(Dialogs.class),
                () -> workbench.get().close());
        ShutdownController closing = new ShutdownController(
                operations,
                sessions(context.get(FleetService.class), ContextInjectionFactory.make(ClusterSessions.class, context)),
                stage);
        stage.onAgain(closing::stay);
        Repaint changed = Repaint.on(display, closing::changed);
        operations.listen(operation -> changed.request());
        context.set(ShutdownController.class, closing);
        IWindowCloseHandler handler = closed -> closing.mayClose();
        window.getContext().set(IWindowCloseHandler.class, handler);
    }

    private static ShutdownController.Sessions sessions(FleetService fleet, ClusterSessions sessions) {
        return new ShutdownController.Sessions() {
            @Override
            public List<String> open() {
                return sessions.open(fleet.fleet().getClusters());
            }

            @Override
            public void end(Runnable then) {
                sessions.end(
                        fleet.fleet().getClusters().stream().map(ClusterId::of).toList(), then);
            }
        };
    }
}
