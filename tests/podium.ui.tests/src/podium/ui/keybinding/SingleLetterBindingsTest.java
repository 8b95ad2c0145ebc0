// SPDX-License-Identifier: Apache-2.0
package podium.ui.keybinding;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.JobState;
import podium.placement.Subject;
import podium.ui.drag.DragSession;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;

class SingleLetterBindingsTest {
    private final Screen screen = Screen.open();
    private final Shell shell = screen.shell(300, 200);

    @AfterEach
    void close() {
        screen.close();
    }

    /** D typed into the filter must not begin a drain. */
    @Test
    void aLetterTypedIntoAFieldIsNoCommand() {
        assertTrue(SingleLetterBindings.types(new Text(shell, SWT.SINGLE)));
        assertTrue(SingleLetterBindings.types(new Combo(shell, SWT.DROP_DOWN)));
        assertTrue(SingleLetterBindings.types(new CCombo(shell, SWT.NONE)));
        assertTrue(SingleLetterBindings.types(new Spinner(shell, SWT.NONE)));
        assertTrue(SingleLetterBindings.types(new StyledText(shell, SWT.MULTI)));
    }

    @Test
    void escapePutsBackWhatIsCarriedWhereverTheFocusIs() {
        UiFixture stage = new UiFixture(screen.display(), false);
        Subject job =
                new Subject(stage.made.job(stage.made.cluster("lab", 1), "j", "Job", JobState.HELD, 1, 1), List.of());
        DragSession session = new DragSession();
        assertFalse(SingleLetterBindings.putBack(session), "a field and the canvas have an Escape of their own");
        session.begin(job);
        assertTrue(SingleLetterBindings.putBack(session));
        assertTrue(session.current().isEmpty());
    }

    @Test
    void whereNothingCanBeTypedALetterIsACommand() {
        assertFalse(
                SingleLetterBindings.types(new StyledText(shell, SWT.MULTI | SWT.READ_ONLY)), "the YAML is only read");
        assertFalse(SingleLetterBindings.types(new Button(shell, SWT.PUSH)));
        assertFalse(SingleLetterBindings.types(shell));
        assertFalse(SingleLetterBindings.types(null), "nothing has the focus");
    }

    @Test
    void theKeysOfTheWindowAreOffWhileADialogAsksWhicheverIsInFront() {
        screen.show(shell);
        assertTrue(SingleLetterBindings.inWindow(shell));
        Shell box = new Shell(screen.display(), SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
        box.setVisible(true);
        assertFalse(SingleLetterBindings.inWindow(shell));
        assertFalse(SingleLetterBindings.inWindow(box), "though it has no parent");
        box.dispose();
        assertTrue(SingleLetterBindings.inWindow(shell));
    }
}
