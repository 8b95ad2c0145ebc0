// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.widgets.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;

class KeysDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);

    @AfterEach
    void close() {
        seen.close();
    }

    /** It changes nothing: one button, and what can be chosen is said in a sentence. */
    @Test
    void itIsOnlyRead() {
        List<KeysDialog.Line> keys = List.of(new KeysDialog.Line("l", "Show what it writes"));
        seen.in(() -> new KeysDialog(seen.owner(), seen.stage.services, "k9s", keys).open(), () -> {
            assertEquals(
                    List.of("Close"),
                    seen.all(Button.class).stream().map(Button::getText).toList());
            assertTrue(seen.dialog().getText().contains("k9s"));
            assertTrue(seen.words().contains("Choose in View"));
            seen.press("Close");
        });
    }
}
