// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;

class WrappedTextTest {
    @Test
    void aVeryLongLineIsShownInPiecesOfWhichNothingIsLost() {
        String words = "short\n\n" + "a".repeat(999) + "\uD83D\uDE80" + "abc def gh".repeat(2_000);
        DialogScreen seen = new DialogScreen(ShellDialogs::new);
        Shell shell = new Shell(Display.getCurrent());
        shell.setLayout(new GridLayout());
        new WrappedText(shell, seen.stage.services.theme(), "words", 3).show(words);
        String shown = ((StyledText) shell.getChildren()[0]).getText();
        assertTrue(shown.startsWith("short\n\na"));
        assertTrue(shown.lines().allMatch(line -> line.length() <= LineWrap.LONGEST));
        assertEquals(words.replace("\n", ""), shown.replace("\n", ""));
        shell.dispose();
        seen.close();
    }
}
