// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import podium.operation.FieldConflict;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;

class ConflictValuesTest {
    /** One of 40 kB, as a setting in a ConfigMap, held up the window for half a minute. */
    @Test
    void aVeryLongValueIsShownInPiecesOfWhichNothingIsLost() {
        String long1 = "abc def gh".repeat(4_000);
        String long2 = long1 + "i";
        DialogScreen seen = new DialogScreen(ShellDialogs::new);
        Shell shell = new Shell(Display.getCurrent());
        shell.setLayout(new GridLayout());
        ConflictValues values = new ConflictValues(shell, seen.stage.services.theme());
        List<StyledText> texts = Stream.of(((Composite) shell.getChildren()[0]).getChildren())
                .filter(StyledText.class::isInstance)
                .map(StyledText.class::cast)
                .toList();
        values.show(new FieldConflict("ConfigMap a", "/data/a", "", long1, long2));
        assertEquals(
                List.of("", long1, long2),
                texts.stream().map(text -> text.getText().replace("\n", "")).toList());
        assertTrue(texts.stream().flatMap(text -> text.getText().lines()).allMatch(line -> line.length() <= 1_000));
        shell.dispose();
        seen.close();
    }
}
