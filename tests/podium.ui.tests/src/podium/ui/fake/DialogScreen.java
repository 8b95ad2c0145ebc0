// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import podium.model.fleet.Fleet;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.prompt.Dialogs;
import podium.ui.toolkit.UiServices;

/** A window with the real dialogs over it, and what an operator sees and presses in the one that is up. In the UI thread. */
public final class DialogScreen implements AutoCloseable {
    private static final int PULSE_MILLIS = 20;
    private static final int MOST_CLOSES = 4;
    private final Screen screen = Screen.open();
    private final Shell owner = screen.shell(300, 200);
    private final BiFunction<Display, UiServices, Dialogs> make;
    public final UiFixture stage;

    public DialogScreen(BiFunction<Display, UiServices, Dialogs> make) {
        this.make = make;
        stage = new UiFixture(screen.display(), false, services -> make.apply(screen.display(), services));
        screen.show(owner);
    }

    /** The window below the dialogs. */
    public Shell owner() {
        return owner;
    }

    /** What the dialogs speak of. */
    public Fleet fleet() {
        return stage.fleet.fleet();
    }

    public Dialogs dialogs() {
        Dialogs dialogs = make.apply(screen.display(), stage.services);
        if (dialogs instanceof ShellDialogs shown) {
            shown.follow(stage.fleet);
        }
        return dialogs;
    }

    /**
     * Opens a dialog, which serves its own events, does things in it once it is up, and closes it if they did not. What is in it
     * can be called by a name, before and after.
     */
    public void in(Runnable opens, Runnable then) {
        @Nullable Throwable[] failure = new Throwable[1];
        boolean[] ran = {false};
        screen.display().asyncExec(() -> {
            ran[0] = true;
            try {
                Unnamed.none(dialog());
                CutOff.none(dialog());
                then.run();
                Unnamed.none(dialog());
                CutOff.none(dialog());
                Unsafe.none(dialog());
            } catch (AssertionError | RuntimeException e) {
                failure[0] = e;
            } finally {
                // a list over it, a question whether what was written is dropped
                for (int i = 0; i < MOST_CLOSES && dialog() != owner; i++) {
                    dialog().close();
                }
            }
        });
        opens.run();
        screen.until("the dialog was looked at", () -> ran[0]);
        if (failure[0] instanceof AssertionError error) {
            throw error;
        } else if (failure[0] instanceof RuntimeException error) {
            throw error;
        }
    }

    /** Does things in the dialog that comes up when the one that is up is closed, and closes it. */
    public void next(Runnable then) {
        Shell first = dialog();
        screen.display().timerExec(PULSE_MILLIS, new Runnable() {
            @Override
            public void run() {
                if (owner.isDisposed()) {
                    return;
                }
                if (!first.isDisposed() || dialog() == owner) {
                    screen.display().timerExec(PULSE_MILLIS, this);
                    return;
                }
                try {
                    then.run();
                } finally {
                    dialog().close();
                }
            }
        });
    }

    /** The window over all others; where it stands in the display's list tells nothing, it depends on older widgets. */
    public Shell dialog() {
        return Stream.of(screen.display().getShells())
                .filter(shell -> shell.getParent() != null && shell.getShells().length == 0)
                .findFirst()
                .orElse(owner);
    }

    /** Serves events until the condition holds. */
    public void until(String what, BooleanSupplier condition) {
        screen.until(what, condition);
    }

    /** The controls of this type that can be seen in the dialog. */
    public <C extends Control> List<C> all(Class<C> type) {
        return Controls.all(dialog(), type);
    }

    /** What the labels say, one a line. */
    public String words() {
        return Controls.words(dialog());
    }

    /** The button with these words. */
    public Button button(String words) {
        return all(Button.class).stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words));
    }

    /** Presses the button with these words. */
    public void press(String words) {
        button(words).notifyListeners(SWT.Selection, new Event());
    }

    /** Sets the check mark with these words. */
    public void tick(String words) {
        button(words).setSelection(true);
        press(words);
    }

    /** The field with this message. */
    public Text text(String message) {
        return all(Text.class).stream()
                .filter(text -> text.getMessage().equals(message))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + message));
    }

    /** The button that Enter presses. */
    public Button ok() {
        return Objects.requireNonNull(dialog().getDefaultButton());
    }

    /** Presses Enter. */
    public void pressOk() {
        ok().notifyListeners(SWT.Selection, new Event());
    }

    @Override
    public void close() {
        screen.close();
    }
}
