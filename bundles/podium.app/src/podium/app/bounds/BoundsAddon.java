// SPDX-License-Identifier: Apache-2.0
package podium.app.bounds;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.event.Event;
import podium.ui.toolkit.Repaint;

/**
 * Where the system property {@code podium.places} names a file, keeps in it where everything visible is on the screen, so
 * that a test can point a real mouse at it. Without the property it does nothing.
 */
public class BoundsAddon {
    private static final Duration EVERY = Duration.ofMillis(300);

    @Inject
    @Optional
    void started(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) @Nullable Event event, Display display) {
        String file = System.getProperty("podium.places");
        if (event != null && file != null) {
            WidgetBounds places = new WidgetBounds(display);
            Shell window = display.getShells()[0];
            Repaint.every(window, EVERY, () -> write(Path.of(file), places));
        }
    }

    private static void write(Path file, WidgetBounds places) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, places.lines());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
