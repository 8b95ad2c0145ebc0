// SPDX-License-Identifier: Apache-2.0
package podium.ui.start;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import podium.ui.fake.Screen;

class SingleKeysTest {
    private final Screen screen = Screen.open();
    private final Shell shell = screen.shell(300, 200);

    @AfterEach
    void close() {
        screen.close();
    }

    /** D typed into the filter must not begin a drain. */
    @Test
    void aLetterTypedIntoAFieldIsNoCommand() {
        assertTrue(SingleKeys.types(new Text(shell, SWT.SINGLE)));
        assertTrue(SingleKeys.types(new Combo(shell, SWT.DROP_DOWN)));
        assertTrue(SingleKeys.types(new CCombo(shell, SWT.NONE)));
        assertTrue(SingleKeys.types(new Spinner(shell, SWT.NONE)));
        assertTrue(SingleKeys.types(new StyledText(shell, SWT.MULTI)));
    }

    @Test
    void whereNothingCanBeTypedALetterIsACommand() {
        assertFalse(SingleKeys.types(new StyledText(shell, SWT.MULTI | SWT.READ_ONLY)), "the YAML is only read");
        assertFalse(SingleKeys.types(new Button(shell, SWT.PUSH)));
        assertFalse(SingleKeys.types(shell));
        assertFalse(SingleKeys.types(null), "nothing has the focus");
    }
}
