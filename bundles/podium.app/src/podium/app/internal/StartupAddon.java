// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.event.Event;
import podium.app.texts.Texts;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.Connections;
import podium.core.cluster.KnownClusters;
import podium.core.cluster.KubeconfigException;
import podium.core.cluster.SimulatedFleets;
import podium.core.failure.FailureText;
import podium.launcher.Arguments;
import podium.ui.prompt.Dialogs;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.MenuBarPaint;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.PendingOpens;
import podium.ui.toolkit.UiServices;

/**
 * Opens what the command line asks for, and tells the operator when it could not be opened. A real cluster is asked while
 * the window is still being built; a simulated fleet, which costs this machine what the window needs, starts after it.
 */
public class StartupAddon {
    /** Whose tab counts what fails, whatever was in front at the end. */
    private static final String COUNTED = "podium.part.jobs";

    private final StartupOpener opening;
    private final Arguments arguments;
    /** Null for as long as there is a simulated fleet to wait with. */
    private final @Nullable CompletableFuture<Void> early;

    @Inject
    StartupAddon(
            Arguments arguments,
            ClusterConnector connector,
            Connections connections,
            SimulatedFleets simulated,
            KnownClusters known) {
        this.opening = new StartupOpener(connector, connections, simulated, known);
        this.arguments = arguments;
        this.early = opening.simulates(arguments) ? null : begin(how -> {});
    }

    @Inject
    @Optional
    void counted(
            @UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) @Nullable Event event, MApplication application) {
        if (event != null) {
            new PartActivator(application).make(COUNTED);
        }
    }

    @Inject
    @Optional
    void started(
            @UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) @Nullable Event event, MApplication application) {
        if (event != null) {
            application.getChildren().stream()
                    .map(MWindow::getWidget)
                    .filter(Shell.class::isInstance)
                    .map(Shell.class::cast)
                    .forEach(MenuBarPaint::watch);
            CompletableFuture<Void> already = early;
            IEclipseContext context = application.getContext();
            PendingOpens pending = context.get(UiServices.class).opening();
            String name = arguments.fleet().map(PendingOpens::simulated).orElse(StartupOpener.name(arguments));
            CompletableFuture<Void> opened = already == null ? begin(how -> pending.progress(name, how)) : already;
            Runnable over = pending.begin(name);
            context.get(BackgroundWork.class).follow(opened, done -> over.run(), problem -> {
                over.run();
                if (!(problem.getCause() instanceof CancellationException)) {
                    context.get(Dialogs.class)
                            .refuse(
                                    Texts.of("StartupAddon.open"),
                                    FailureText.sentence(problem),
                                    Texts.of("StartupAddon.openAnotherOneFrom"));
                }
            });
        }
    }

    private CompletableFuture<Void> begin(Consumer<String> progress) {
        return CompletableFuture.runAsync(() -> open(opening, arguments, progress), Thread::startVirtualThread);
    }

    private static void open(StartupOpener opening, Arguments arguments, Consumer<String> progress) {
        try {
            opening.open(arguments, progress);
        } catch (KubeconfigException | IOException e) {
            throw new CompletionException(e);
        }
    }
}
