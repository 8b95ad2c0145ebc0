// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.exceptions.AssertionFailedException;
import org.eclipse.swtbot.swt.finder.finders.UIThreadRunnable;
import org.eclipse.swtbot.swt.finder.keyboard.KeyboardFactory;
import org.eclipse.swtbot.swt.finder.keyboard.Keystrokes;
import org.eclipse.swtbot.swt.finder.results.VoidResult;
import org.eclipse.swtbot.swt.finder.utils.SWTUtils;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotCanvas;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotMenu;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotShell;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotText;

/** What a person does at the console; each act waits until it can be done. Any thread but the UI thread. */
final class Hands {
    /** The title of the window itself. */
    static final String PODIUM = "Podium";

    private final Console console;
    private final Screen screen;

    Hands(Console console, Screen screen) {
        this.console = console;
        this.screen = screen;
    }

    /** The open window or dialog whose title begins so, brought to the front. */
    SWTBot window(String title) {
        console.await("a window " + title, () -> screen.shows(title));
        SWTBotShell shell = new SWTBotShell(screen.shell(title).orElseThrow());
        shell.activate();
        return shell.bot();
    }

    /** Presses a button of a bar. */
    void tool(String words) {
        console.await(words + " can be pressed", () -> screen.tools().contains(words));
        window(PODIUM).toolbarButton(words).click();
    }

    /** Presses the first button of a bar for whose words that holds: names of clusters and of nodes are in them. */
    void tool(Predicate<String> words) {
        console.await("a button can be pressed", () -> pressable(words).isPresent());
        tool(pressable(words).orElseThrow());
    }

    private Optional<String> pressable(Predicate<String> words) {
        return screen.tools().stream().filter(words).findFirst();
    }

    /** Presses a button of a bar that has no words. */
    void tip(String tooltip) {
        window(PODIUM).toolbarButtonWithTooltip(tooltip).click();
    }

    /** Turns a word of a bar on or off. */
    void turn(String words) {
        console.await(words + " can be turned", () -> screen.tools().contains(words));
        window(PODIUM).toolbarToggleButton(words).click();
    }

    /** Presses a button of a window or dialog. */
    void button(String title, String words) {
        console.await(words + " can be pressed", () -> screen.canPress(title, words));
        window(title).button(words).click();
    }

    /** Presses the mouse on a thing whose name begins so. */
    void click(String thing) {
        console.await("the thing " + thing, () -> screen.has(thing));
        Screen.Spot spot = screen.spot(thing).orElseThrow();
        console.ask(() -> spot.canvas().setFocus());
        new SWTBotCanvas(spot.canvas()).click(spot.x(), spot.y());
    }

    /** Chooses from the menu bar. */
    void menu(String... path) {
        window(PODIUM);
        SWTBotMenu menu =
                new SWTBotShell(screen.shell(PODIUM).orElseThrow()).menu().menu(path[0]);
        for (String words : List.of(path).subList(1, path.length)) {
            menu = menu.menu(words);
        }
        menu.click();
    }

    /** Brings a part to the front. */
    void part(String name) {
        menu("View", name);
    }

    /** Goes where a command line says. */
    void command(String line) {
        menu("Go", "Command Line");
        type("Command", line);
        Text field = screen.named(Text.class, "Command").orElseThrow();
        // a key that is posted goes to the list of proposals, which has none
        console.ask(() -> takes(() -> {
            Event enter = new Event();
            enter.keyCode = SWT.CR;
            enter.character = SWT.CR;
            field.notifyListeners(SWT.KeyDown, enter);
        }));
    }

    /** Chooses from the context menu of a thing, asked for where it is: SWTBot asks in the middle of its control. */
    void menuOf(String thing, String words) {
        click(thing);
        Screen.Spot spot = screen.spot(thing).orElseThrow();
        MenuItem item = console.ask(() -> {
            Point at = spot.canvas().toDisplay(spot.x(), spot.y());
            Event detect = new Event();
            detect.detail = SWT.MENU_MOUSE;
            detect.x = at.x;
            detect.y = at.y;
            spot.canvas().notifyListeners(SWT.MenuDetect, detect);
            spot.canvas().getMenu().notifyListeners(SWT.Show, new Event());
            return Arrays.stream(spot.canvas().getMenu().getItems())
                    .filter(one -> one.getText().replace("&", "").split("\t")[0].equals(words))
                    .findFirst()
                    .orElseThrow(() -> new AssertionFailedException("no " + words + " in the menu of " + thing));
        });
        new SWTBotMenu(item).click();
    }

    /** Puts words into the field that a screen reader calls so, and stays there. */
    SWTBotText type(String field, String words) {
        console.await(
                "the field " + field, () -> screen.named(Text.class, field).isPresent());
        SWTBotText text = new SWTBotText(screen.named(Text.class, field).orElseThrow());
        console.await("the field " + field + " has the focus", () -> {
            text.setFocus();
            return text.isActive();
        });
        text.setText(words);
        return text;
    }

    /** Puts words into a field and presses Enter there. */
    void enter(String field, String words) {
        SWTBotText text = type(field, words);
        console.await("the field " + field + " has the focus", text::isActive);
        keys(Keystrokes.CR);
    }

    /** Finds what is called so, and selects it. */
    void find(String name) {
        window(PODIUM);
        enter("Find", name);
    }

    /** Presses keys together where the focus is; GTK lets them be posted by its own thread only. */
    void keys(KeyStroke... strokes) {
        console.await(
                "keys are pressed",
                () -> console.ask(
                        () -> takes(() -> KeyboardFactory.getSWTKeyboard().pressShortcut(strokes))));
    }

    /** Presses a key of the arrows where the focus is: those that are posted to GTK come with a mouse button held. */
    void arrow(int key, int modifiers) {
        UIThreadRunnable.syncExec(SWTUtils.display(), (VoidResult) () -> {
            Event event = new Event();
            event.keyCode = key;
            event.stateMask = modifiers;
            SWTUtils.display().getFocusControl().notifyListeners(SWT.KeyDown, event);
        });
    }

    /** Presses a key in a field, as it gets it: a list over the field takes it first. */
    void press(Control field, int key, int modifiers) {
        UIThreadRunnable.syncExec(SWTUtils.display(), (VoidResult) () -> {
            Event event = new Event();
            event.keyCode = key;
            event.character = key <= '~' ? (char) key : 0;
            event.stateMask = modifiers;
            field.notifyListeners(SWT.KeyDown, event);
        });
    }

    /** Types words where the focus is. */
    void type(String words) {
        for (char letter : words.toCharArray()) {
            keys(strokes(letter));
        }
    }

    /** SWTBot names the keys of letters in capitals, and SWT takes those as they stand. */
    private static KeyStroke[] strokes(char letter) {
        return Character.isLowerCase(letter)
                ? new KeyStroke[] {KeyStroke.getInstance(letter)}
                : Keystrokes.create(letter);
    }

    /** A window manager that is late may take the focus away once more, and a key is refused where nothing has it. */
    private static boolean takes(Runnable press) {
        try {
            press.run();
            return true;
        } catch (AssertionFailedException _) {
            return false;
        }
    }

    /** Closes all dialogs, as after a test that broke off in the middle of one; what was written in one is dropped at the second time. */
    void closeDialogs() {
        for (int i = 0; i < 2; i++) {
            UIThreadRunnable.syncExec(SWTUtils.display(), (VoidResult)
                    () -> Arrays.stream(SWTUtils.display().getShells())
                            .filter(shell -> !shell.isDisposed() && shell.isVisible() && shell.getParent() != null)
                            .forEach(shell -> shell.close()));
        }
    }
}
