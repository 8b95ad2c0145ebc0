// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;

class TabKeyTest {
    private final Screen screen = Screen.open();
    private final Shell shell = screen.shell(200, 100);
    private int asked;
    private final Text field = new Text(shell, SWT.SINGLE) {
        @Override
        public boolean setFocus() {
            asked++;
            return true;
        }

        @Override
        protected void checkSubclass() {
            // allowed here: only the asking is of interest
        }
    };

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void aPartTakesTheFocusButNotFromTab() {
        TabKey.watch(screen.display());
        TabKey.focus(field);
        assertEquals(1, asked);
        traverse(SWT.TRAVERSE_TAB_NEXT);
        TabKey.focus(field);
        assertEquals(1, asked, "Tab is taking it somewhere in the part");
        field.notifyListeners(SWT.KeyUp, new Event());
        TabKey.focus(field);
        assertEquals(2, asked, "the key was let go");
        traverse(SWT.TRAVERSE_TAB_PREVIOUS);
        field.notifyListeners(SWT.MouseDown, new Event());
        TabKey.focus(field);
        assertEquals(3, asked, "a click brings a part to the front");
        traverse(SWT.TRAVERSE_RETURN);
        TabKey.focus(field);
        assertEquals(4, asked);
    }

    /** A window without a focus hears no key: from an empty Operations part no other part could be reached. */
    @Test
    void whereNothingIsShownWhatItLiesInTakesTheFocus() {
        shell.setLayout(new FillLayout());
        Text hidden = new Text(shell, SWT.SINGLE);
        hidden.setVisible(false);
        shell.open();
        TabKey.focus(hidden);
        screen.until("the keys go somewhere", () -> screen.display().getFocusControl() != null);
    }

    /** After a start the letters of an operator went into the filter of the fleet, for there was nothing below it when it was shown. */
    @Test
    void whatHasSomethingToShowTakesTheFocusFromWhatHadItInstead() {
        Shell window = screen.shell(200, 100);
        window.setLayout(new FillLayout());
        Palette palette = new Palette(false);
        Text filter = new Text(window, SWT.SINGLE);
        EmptyState empty = new EmptyState(window, new Theme(palette, new Icons(screen.display(), palette)));
        Text list = new Text(empty.stack(), SWT.SINGLE);
        empty.why("Nothing yet.", "Wait.");
        screen.show(window);
        window.forceActive();
        TabKey.focus(list, filter);
        screen.until("the filter has it", filter::isFocusControl);
        empty.content(list);
        screen.until("the list has it", list::isFocusControl);
        empty.why("Nothing any more.", "Wait.");
        TabKey.focus(list, filter);
        screen.until("the filter has it again", filter::isFocusControl);
        filter.notifyListeners(SWT.KeyDown, new Event());
        empty.content(list);
        assertTrue(filter.isFocusControl(), "somebody types there");
    }

    private void traverse(int detail) {
        Event event = new Event();
        event.detail = detail;
        field.notifyListeners(SWT.Traverse, event);
    }

    /** The next letter, a command, went into the field of What if. */
    @Test
    void whoPressesAnEmptyPlaceOfAPartTypesNothingIntoItsField() {
        TabKey.watch(screen.display());
        Shell window = screen.shell(200, 100);
        window.setLayout(new FillLayout());
        Composite frame = new Composite(window, SWT.NONE);
        frame.setLayout(new FillLayout());
        Text input = new Text(frame, SWT.SINGLE);
        Composite page = new Composite(window, SWT.NONE);
        screen.show(window);
        window.forceActive();
        for (Composite pressed : List.of(page, frame)) {
            pressed.notifyListeners(SWT.MouseDown, new Event());
            TabKey.focus(input);
            Control meant = pressed == page ? page : input;
            screen.until("it has the keys", meant::isFocusControl);
            pressed.notifyListeners(SWT.MouseUp, new Event());
        }
        screen.display().setCursorLocation(page.toDisplay(5, 5));
        screen.until("the mouse is there", () -> screen.display().getCursorControl() == page);
        Event first = new Event(); // the window system activates before it tells of the button
        first.detail = SWT.MouseDown;
        page.notifyListeners(SWT.Activate, first);
        TabKey.focus(input);
        screen.until("it has the keys", page::isFocusControl);
        page.notifyListeners(SWT.MouseUp, new Event());
        TabKey.focus(input);
        screen.until("by a key or its tab it is gone to", input::isFocusControl);
    }
}
