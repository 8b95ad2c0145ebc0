// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.toolkit.PartToolbar;

class ChoiceFieldTest {
    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false);
    private final Shell shell = screen.shell(400, 300);

    @AfterEach
    void close() {
        screen.close();
    }

    /** "secretspods" was asked for, since the kinds of the server came after the field had the focus. */
    @Test
    void whatIsTypedTakesThePlaceOfWhatStoodThereAlsoOnceTheKindsAreKnown() {
        PartToolbar bar = PartToolbar.above(shell, stage.services.theme());
        ChoiceField field = new ChoiceField(bar, stage.services.theme(), "kind", () -> {});
        Combo combo = (Combo) bar.control().getChildren()[0];
        field.show("pods");
        screen.show(shell);
        field.focus();
        screen.until("it has the focus", combo::isFocusControl);
        field.offer(List.of("pods", "secrets"));
        field.show("pods.v1");
        assertEquals(new Point(0, "pods.v1".length()), combo.getSelection());
        combo.setSelection(new Point(2, 2));
        field.offer(List.of("pods", "secrets", "jobs"));
        assertEquals(combo.getSelection().x, combo.getSelection().y, "a caret within it selects nothing");
    }
}
