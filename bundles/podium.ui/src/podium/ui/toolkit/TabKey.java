// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Text;

/**
 * Whether Tab is moving the focus now. The platform activates a part as soon as the focus comes into it, and an activated part
 * takes the focus to what matters most in it: by Tab one would never come to what lies before that. UI thread.
 */
public final class TabKey {
    private static final String ALL = "podium.keys.all";
    private static final String MOVES = "podium.tab.moves";
    private static final String PRESSED = "podium.mouse.pressed";
    private static final String INSTEAD = "podium.focus.instead";
    private static final List<Integer> STAYS = List.of(SWT.KeyDown, SWT.MouseDown);

    private TabKey() {}

    /**
     * From here on all keys go to the control, as to a terminal.
     *
     * @param typed takes the text of a key that the window would have taken
     */
    public static void takeAll(Control control, Consumer<String> typed) {
        control.setData(ALL, typed);
    }

    /** Whether all keys go to it. */
    public static boolean takesAll(Control control) {
        return control.getData(ALL) != null;
    }

    /**
     * Types the text of a key that the window has taken from a control that takes all keys; false: it was no such key, but a menu, or
     * from another control. Not by an event: the window would see that too, and take it again.
     */
    @SuppressWarnings("unchecked") // put there by takeAll alone
    public static boolean type(@Nullable Event key, String text) {
        if (key == null || !(key.widget instanceof Control control) || !takesAll(control)) {
            return false;
        }
        ((Consumer<String>) control.getData(ALL)).accept(text);
        return true;
    }

    /** Watches the keys of a display, as long as it lives. */
    public static void watch(Display display) {
        display.addFilter(
                SWT.Traverse,
                event -> display.setData(
                        MOVES, event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS));
        for (int other : new int[] {SWT.KeyDown, SWT.KeyUp, SWT.MouseDown}) {
            display.addFilter(other, event -> display.setData(MOVES, false));
        }
        display.addFilter(SWT.MouseDown, event -> display.setData(PRESSED, event.widget));
        display.addFilter(
                SWT.Activate,
                event -> { // before the button is told
                    if (event.detail == SWT.MouseDown) {
                        display.setData(PRESSED, display.getCursorControl());
                    }
                });
        display.addFilter(SWT.MouseUp, event -> display.setData(PRESSED, null));
    }

    /**
     * As {@link #focus(Control)}; where the control is hidden, for it has nothing to show, the other one takes the focus until it has
     * something. Once a key or the mouse was pressed there the focus stays.
     */
    public static void focus(Control control, Control otherwise) {
        if (control.isVisible()) {
            focus(control);
            return;
        }
        focus(otherwise);
        otherwise.setData(INSTEAD, control);
        Listener stays = new Listener() {
            @Override
            public void handleEvent(@Nullable Event event) {
                otherwise.setData(INSTEAD, null);
                STAYS.forEach(type -> otherwise.removeListener(type, this));
            }
        };
        STAYS.forEach(type -> otherwise.addListener(type, stays));
    }

    /** A control has something to show now, and takes the focus from the one that had it instead. */
    static void shown(Control control) {
        @Nullable Control now = control.getDisplay().getFocusControl();
        if (now != null && now.getData(INSTEAD) == control && control.isVisible()) {
            take(control);
        }
    }

    /** Gives a control the focus for the part that it is in, unless Tab is taking it somewhere else in the part. */
    public static void focus(Control control) {
        if (!Boolean.TRUE.equals(control.getDisplay().getData(MOVES))) {
            take(control);
        }
    }

    /** What the mouse presses now in the part of a field and beside it; null: nothing. */
    private static @Nullable Control beside(Control field) {
        Object pressed = field.getDisplay().getData(PRESSED);
        Composite part = field.getParent();
        while (!(part.getParent() instanceof CTabFolder) && part.getParent() != null) {
            part = part.getParent();
        }
        for (Control at = pressed instanceof Control control ? control : null; at != null; at = at.getParent()) {
            if (at == field || at == field.getParent() && at != part) { // its frame
                return null;
            } else if (at == part) {
                return (Control) pressed;
            }
        }
        return null;
    }

    /** A control that is hidden takes no focus: then what it lies in does, for a window without a focus hears no key at all. */
    private static void take(Control control) {
        // who presses an empty place types nothing: the next key is a command
        @Nullable Control pressed = control instanceof Text ? beside(control) : null;
        boolean taken = pressed == null ? control.setFocus() : pressed.forceFocus();
        for (Composite up = control.getParent(); !taken && up != null; up = up.getParent()) {
            taken = up.isVisible() && up.forceFocus();
        }
    }
}
