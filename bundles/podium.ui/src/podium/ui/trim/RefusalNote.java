// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * Why a key did nothing, said beside what has the focus. It takes no focus and passes: with the next key or press of the mouse, when
 * its reason is gone, and after a while. What needs a decision is a dialog instead. UI thread.
 */
public final class RefusalNote {
    /** Long enough to read a sentence. */
    static final Duration SHOWN = Duration.ofSeconds(8);

    private static final Duration TICK = Duration.ofMillis(250);
    private static final int WIDEST = 420;
    private static final int GAP = 16;
    private static final int MARGIN = 6;

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
        Shell note = open(beside.getShell(), said);
        shell = note;
        note.setLocation(place(beside, note.getSize()));
        note.setVisible(true);
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

    private Shell open(Shell parent, String words) {
        Theme theme = services.theme();
        Shell note = new Shell(parent, SWT.ON_TOP | SWT.TOOL | SWT.NO_FOCUS | SWT.NO_TRIM);
        theme.dress(note, Name.RAISED, Name.TEXT);
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = MARGIN;
        grid.marginHeight = MARGIN;
        note.setLayout(grid);
        Label icon = theme.dress(new Label(note, SWT.NONE), Name.RAISED, Name.TEXT);
        icon.setImage(theme.image(Icon.INFO, Name.WARNING));
        icon.setLayoutData(new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false));
        Label text = theme.dress(new Label(note, SWT.WRAP), Name.RAISED, Name.TEXT);
        WidgetText.set(text, words);
        GridData wide = new GridData(SWT.FILL, SWT.FILL, true, true);
        wide.widthHint = Math.min(WIDEST, text.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
        text.setLayoutData(wide);
        note.addListener(SWT.Paint, event -> {
            event.gc.setForeground(theme.color(Name.LINE));
            event.gc.drawRectangle(0, 0, note.getSize().x - 1, note.getSize().y - 1);
        });
        note.pack();
        return note;
    }

    /** By the pointer where that is on the control, or else at its lower edge; never off the window. */
    private Point place(Control beside, Point size) {
        Rectangle area = new Rectangle(0, 0, beside.getSize().x, beside.getSize().y);
        Point corner = beside.toDisplay(0, 0);
        Point pointer = display.getCursorLocation();
        boolean pointed = area.contains(pointer.x - corner.x, pointer.y - corner.y);
        int x = pointed ? pointer.x + GAP : corner.x + GAP;
        int y = pointed ? pointer.y + GAP : corner.y + Math.max(0, area.height - size.y - GAP);
        Rectangle window = beside.getShell().getBounds();
        return new Point(
                Math.clamp(x, window.x, Math.max(window.x, window.x + window.width - size.x)),
                Math.clamp(y, window.y, Math.max(window.y, window.y + window.height - size.y)));
    }
}
