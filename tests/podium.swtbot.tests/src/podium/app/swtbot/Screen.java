// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swtbot.swt.finder.utils.SWTUtils;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.NamedBounds;

/** What is to be seen now: windows, words, and the things that controls painted by us show. Any thread but the UI thread. */
final class Screen {
    private final Console console;

    Screen(Console console) {
        this.console = console;
    }

    /** A thing on a control, and where its middle is there. */
    record Spot(Canvas canvas, int x, int y) {}

    /** The open window or dialog whose title begins so. */
    Optional<Shell> shell(String title) {
        return console.ask(() -> Arrays.stream(SWTUtils.display().getShells())
                .filter(shell -> shell.isVisible()
                        && (shell.getText().startsWith(title)
                                || title.equals(Hands.PODIUM) && shell.getText().endsWith(" - " + title)))
                .findFirst());
    }

    /** Whether a window or dialog is open whose title begins so. */
    boolean shows(String title) {
        return shell(title).isPresent();
    }

    /** Whether the window has such a button that can be pressed. */
    boolean canPress(String title, String words) {
        return buttons(title).contains(words);
    }

    /** The words of the buttons of a window that can be pressed. */
    List<String> buttons(String title) {
        return shell(title)
                .map(shell -> seen(shell, Button.class, button -> button.isEnabled() ? button.getText() : ""))
                .orElse(List.of());
    }

    /** Whether a label says these words anywhere. */
    boolean says(String words) {
        return labels().stream().anyMatch(said -> said.contains(words));
    }

    /** What all labels say. */
    List<String> labels() {
        return everywhere(Label.class, Label::getText);
    }

    /** The words of all buttons of the bars that can be pressed. */
    List<String> tools() {
        return everywhere(ToolBar.class, bar -> Arrays.stream(bar.getItems())
                        .filter(item -> item.isEnabled())
                        .map(item -> item.getText())
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The words of all tabs that are in sight. */
    List<String> tabs() {
        return everywhere(CTabFolder.class, folder -> Arrays.stream(folder.getItems())
                        .filter(item -> item.isShowing())
                        .map(item -> item.getText())
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The control that a screen reader calls so. */
    <T extends Control> Optional<T> named(Class<T> type, String name) {
        return everywhere(type, control -> control).stream()
                .filter(control -> console.ask(
                        () -> AccessibleName.of(control).filter(name::equals).isPresent()))
                .findFirst();
    }

    /** Whether a control of that kind has the focus. */
    boolean focused(Class<? extends Control> type) {
        return console.ask(() -> type.isInstance(SWTUtils.display().getFocusControl()));
    }

    /** The names of all things in sight. */
    List<String> things() {
        List<String> names = new ArrayList<>();
        look(control -> placed(control).ifPresent(it -> names.addAll(it.places().keySet())));
        return names;
    }

    /** Whether a thing is in sight whose name begins so. */
    boolean has(String thing) {
        return spot(thing).isPresent();
    }

    /** Where a thing is whose name begins so. */
    Optional<Spot> spot(String thing) {
        List<Spot> spots = new ArrayList<>();
        look(control -> placed(control).ifPresent(it -> it.places().forEach((name, at) -> {
            if (name.startsWith(thing) && !at.isEmpty()) {
                spots.add(spot((Canvas) control, at));
            }
        })));
        return spots.stream().findFirst();
    }

    private static Spot spot(Canvas canvas, Rectangle at) {
        return new Spot(canvas, at.x + at.width / 2, at.y + at.height / 2);
    }

    private static Optional<NamedBounds> placed(Control control) {
        return control instanceof Canvas && control.getData(NamedBounds.KEY) instanceof NamedBounds placed
                ? Optional.of(placed)
                : Optional.empty();
    }

    private <T extends Control, R> List<R> everywhere(Class<T> type, java.util.function.Function<T, R> read) {
        List<R> found = new ArrayList<>();
        look(control -> {
            if (type.isInstance(control)) {
                found.add(read.apply(type.cast(control)));
            }
        });
        return found;
    }

    private <T extends Control, R> List<R> seen(Shell shell, Class<T> type, java.util.function.Function<T, R> read) {
        return console.ask(() -> {
            List<R> found = new ArrayList<>();
            walk(shell, control -> {
                if (type.isInstance(control)) {
                    found.add(read.apply(type.cast(control)));
                }
            });
            return found;
        });
    }

    private void look(Consumer<Control> eye) {
        console.ask(() -> {
            for (Shell shell : SWTUtils.display().getShells()) {
                walk(shell, eye);
            }
            return true;
        });
    }

    private static void walk(Control control, Consumer<Control> eye) {
        if (!control.isVisible()) {
            return;
        }
        eye.accept(control);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                walk(child, eye);
            }
        }
    }
}
