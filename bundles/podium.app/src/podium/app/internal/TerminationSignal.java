// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Duration;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.service.event.Event;
import podium.ui.toolkit.Repaint;

/**
 * A log-out or a shutdown of the machine (SIGTERM) ends the console as Quit does, but asks nothing: layout, day and what is known
 * of the clusters are kept, and an operation goes on at the next start.
 */
public class TerminationSignal {
    /** Sessions kill what takes longer: systemd after 90 s, most desktops after 10 s or less. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Display display;
    private final Provider<IWorkbench> workbench;

    @Inject
    TerminationSignal(Display display, Provider<IWorkbench> workbench) {
        this.display = display;
        this.workbench = workbench;
    }

    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) @Nullable Event event) {
        if (event != null) {
            Framework framework = FrameworkUtil.getBundle(TerminationSignal.class)
                    .getBundleContext()
                    .getBundle(0)
                    .adapt(Framework.class);
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform().name("podium-session-end").unstarted(() -> end(framework)));
        }
    }

    /** The event loop ends, then its thread saves and stops the framework; this one waits for it. */
    private void end(Framework framework) {
        if (framework.getState() != Bundle.ACTIVE) {
            return;
        }
        Repaint.on(display, () -> workbench.get().close()).request();
        try {
            framework.waitForStop(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
