// SPDX-License-Identifier: Apache-2.0
package podium.app.screenshot;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.log.Logger;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.event.Event;
import podium.core.fleet.FleetService;
import podium.launcher.Arguments;
import podium.ui.toolkit.Repaint;

/**
 * Takes the picture that {@code --screenshot FILE} asks for: once the fleet is live and its charts have begun to fill,
 * or at {@link #PATIENCE}, whatever is on screen then; after it the console closes. UI thread.
 */
public class ScreenshotAddon {
    /** How long the fleet may take to come alive. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** System property: another settling, in milliseconds; what measures how soon the fleet is live waits for no samples. */
    private static final String SETTLING_OF = "podium.screenshot.settling";

    /** From live to the picture: a few samples of every exporter. */
    static final Duration SETTLING = Duration.ofMillis(Long.getLong(SETTLING_OF, 12_000));

    private final Display display;
    private final Provider<IWorkbench> workbench;
    private final Arguments arguments;
    private final Logger log;
    private @Nullable FleetService fleet;
    private boolean settling;

    @Inject
    ScreenshotAddon(Display display, Provider<IWorkbench> workbench, Arguments arguments, Logger log) {
        this.display = display;
        this.workbench = workbench;
        this.arguments = arguments;
        this.log = log;
    }

    /** The fleet comes up after the window; with it the wait for live begins. */
    @Inject
    void setFleet(@Optional @Nullable FleetService service) {
        fleet = service;
        if (service != null && arguments.screenshot().isPresent()) {
            service.listen(delta -> settleWhenLive());
        }
    }

    @PostConstruct
    void start() {
        arguments.screenshot().ifPresent(file -> after(PATIENCE, file));
    }

    /** Fills the display, so that the picture has no margin. */
    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) @Nullable Event event) {
        if (arguments.screenshot().isPresent() && event != null) {
            for (Shell shell : display.getShells()) {
                shell.setMaximized(true);
            }
            settleWhenLive();
        }
    }

    private void settleWhenLive() {
        FleetService service = fleet;
        if (!settling && service != null && FleetReadiness.live(service.fleet())) {
            settling = true;
            arguments.screenshot().ifPresent(file -> after(SETTLING, file));
        }
    }

    private void after(Duration wait, Path file) {
        Repaint picture = Repaint.on(display, () -> take(file));
        Executor later = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(picture::request);
    }

    private void take(Path file) {
        try {
            DisplayImage.write(display, file);
            if (!settling) {
                log.warn("The fleet was not live after {0} s; the picture shows what there was.", PATIENCE.toSeconds());
            }
        } catch (IOException e) {
            log.error(e, "The picture " + file + " could not be written.");
        }
        workbench.get().close();
    }
}
