// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.operation.object.ObjectActionCompiler.Flaw;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;
import podium.ui.prompt.YamlDraft;

class YamlDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);

    @AfterEach
    void close() {
        seen.close();
    }

    private Button plan() {
        return seen.all(Button.class).stream()
                .filter(button -> button.getText().startsWith("Plan"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWrongIsSaidWithLineAndColumnAndNothingGoesOnBeforeItIsRight() {
        List<String> written = new ArrayList<>();
        YamlDraft draft = new YamlDraft(
                "Edit Pod p",
                new ClusterId("lab"),
                "a: 1\n",
                "a: 1\n",
                text -> text.contains("[")
                        ? Optional.of(new Flaw(1, 4, "A bracket is not closed.", "Close it."))
                        : Optional.empty(),
                (text, place) -> Optional.of("place " + place));
        seen.in(() -> seen.dialogs().edit(draft, written::add), () -> {
            StyledText text = seen.all(StyledText.class).getFirst();
            assertEquals("a: 1\n", text.getText());
            assertFalse(plan().isEnabled());
            text.setCaretOffset(3);
            seen.until("what is known of the field", () -> seen.words().contains("place 3"));
            text.setText("a: [\n");
            seen.until("the flaw", () -> seen.words().contains("Line 1, column 4: A bracket is not closed. Close it."));
            assertFalse(plan().isEnabled());
            text.setText("a: 1\n");
            seen.until("it is right", () -> !seen.words().contains("Line 1"));
            assertFalse(plan().isEnabled(), "nothing is changed");
            text.setText("a: 2\n");
            seen.until("it can go on", () -> plan().isEnabled());
            seen.press("Plan\u2026");
        });
        assertEquals(List.of("a: 2\n"), written);
    }

    @Test
    void whatWasWrittenBeforeGoesOnAndIsDroppedAtTheSecondEscapeOnly() {
        YamlDraft draft = new YamlDraft(
                "Edit Pod p",
                new ClusterId("lab"),
                "a: 1\n",
                "a: 2\n",
                _ -> Optional.empty(),
                (_, _) -> Optional.empty());
        List<String> written = new ArrayList<>();
        seen.in(() -> seen.dialogs().edit(draft, written::add), () -> {
            seen.until("it can go on", () -> plan().isEnabled());
            seen.press("Cancel");
            assertTrue(seen.words().contains("press Escape or Cancel once more"), seen::words);
            assertEquals("a: 2\n", seen.all(StyledText.class).getFirst().getText());
            seen.press("Cancel");
        });
        assertEquals(List.of(), written);
    }

    @Test
    void theContentOfASecretIsHiddenAtFirstAndForgottenAfterwards() {
        byte[] value = "CANARY".getBytes(StandardCharsets.UTF_8);
        seen.in(() -> seen.dialogs().secret("Content of Secret door", Map.of("key", value)), () -> {
            NatTable table = seen.all(NatTable.class).getFirst();
            assertEquals("key", String.valueOf(table.getDataValueByPosition(0, 1)));
            assertTrue(String.valueOf(table.getDataValueByPosition(2, 1)).startsWith("\u2022"));
            seen.press("Close");
        });
        assertEquals(0, value[0]);
    }
}
