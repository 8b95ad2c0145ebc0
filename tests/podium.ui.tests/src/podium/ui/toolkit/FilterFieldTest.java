// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;

class FilterFieldTest {
    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false);
    private final Shell shell = screen.shell(400, 300);

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void whyATermWasNotUnderstoodIsReadBelowTheFieldWhileItIsTyped() {
        shell.setLayout(new GridLayout());
        FilterField field = new FilterField(shell, stage.services.theme(), "filter", "free>=4");
        Text other = new Text(shell, 0);
        screen.show(shell);
        field.setFocus();
        screen.until("it has the focus", field.control()::isFocusControl);
        field.note(Optional.of("activity~5 is no term"));
        screen.until("it is said", () -> field.noted().equals("activity~5 is no term"));
        field.note(Optional.empty());
        assertEquals("", field.noted());
        field.note(Optional.of("free>=many is no term"));
        shell.getChildren()[0].notifyListeners(SWT.Hide, new Event());
        assertEquals("", field.noted(), "it goes with its part");
        field.note(Optional.of("free>=many is no term"));
        other.setFocus();
        screen.until("it goes with the focus", () -> field.noted().isEmpty());
    }
}
