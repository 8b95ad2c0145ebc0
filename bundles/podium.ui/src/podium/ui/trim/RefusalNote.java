// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import podium.ui.toolkit.FloatingNote;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;

/**
 * Why a key did nothing, said beside what has the focus. It takes no focus and passes: with the next key or press of the mouse, when
 * its reason is gone, and after a while. What needs a decision is a dialog instead. UI thread.
 */
public final class RefusalNote {
    /** Long enough to read a sentence. */
    static final Duration SHOWN = Duration.ofSeconds(8);

    private static final Duration TICK = Duration.ofMillis(250);

    private final Display display;
    private final UiServices services;
    private final Listener passing = event -> close();
    private @Nullable Shell shell;
    private String said = "";

    public RefusalNote(Display display, UiServices services) {
        this.display = display;
        this.services = services;
    }

    /**
     * Says why not.
     *
     * @param why asked again while it stands; empty: the reason is gone
     */
    public void say(Supplier<Optional<String>> why) {
        @Nullable Control beside = beside();
        if (beside == null) {
            close();
        } else {
            say(beside, why);
        }
    }

    /** The same beside another control than what has the focus. */
    public void say(Control beside, Supplier<Optional<String>> why) {
        close();
        Optional<String> words = why.get();
        if (words.isEmpty()) {
            return;
        }
        said = words.get();
        Shell note = FloatingNote.open(services.theme(), beside, Icon.INFO, Name.WARNING, said);
        shell = note;
        Instant until = services.clock().instant().plus(SHOWN);
        Repaint.every(note, TICK, () -> {
            if (!services.clock().instant().isBefore(until) || !why.get().equals(words)) {
                close(note);
            }
        });
        display.addFilter(SWT.KeyDown, passing);
        display.addFilter(SWT.MouseDown, passing);
        note.addListener(SWT.Dispose, event -> {
            display.removeFilter(SWT.KeyDown, passing);
            display.removeFilter(SWT.MouseDown, passing);
        });
    }

    /** What is said now; empty: nothing. */
    public Optional<String> words() {
        return shell == null ? Optional.empty() : Optional.of(said);
    }

    private void close() {
        @Nullable Shell note = shell;
        if (note != null) {
            close(note);
        }
    }

    private void close(Shell note) {
        if (note == shell) {
            shell = null;
        }
        note.dispose();
    }

    private @Nullable Control beside() {
        @Nullable Control focused = display.getFocusControl();
        return Stream.concat(
                        Stream.of(Optional.ofNullable(focused), Optional.ofNullable(display.getActiveShell()))
                                .flatMap(Optional::stream),
                        Stream.of(display.getShells()).filter(Shell::isVisible))
                .findFirst()
                .orElse(null);
    }
}
