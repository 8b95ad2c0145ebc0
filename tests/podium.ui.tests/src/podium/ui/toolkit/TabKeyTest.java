// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
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

    private void traverse(int detail) {
        Event event = new Event();
        event.detail = detail;
        field.notifyListeners(SWT.Traverse, event);
    }
}
