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
import java.util.stream.Stream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.operation.object.ObjectActionCompiler.Flaw;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.Controls;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.Screen;
import podium.ui.prompt.YamlCompletion;
import podium.ui.prompt.YamlCompletion.Proposal;
import podium.ui.prompt.YamlDraft;

class YamlDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);

    @AfterEach
    void close() {
        seen.close();
    }

    private Label message(String begin) {
        return seen.all(Label.class).stream()
                .filter(label -> label.getText().startsWith(begin))
                .findFirst()
                .orElseThrow();
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
                "",
                text -> text.contains("[")
                        ? Optional.of(new Flaw(1, 4, "A bracket is not closed.", "Close it."))
                        : Optional.empty(),
                (text, place) -> Optional.of("place " + place),
                (text, place) -> YamlCompletion.none(place));
        seen.in(() -> seen.dialogs().edit(draft, written::add), () -> {
            StyledText text = seen.all(StyledText.class).getFirst();
            assertEquals("a: 1\n", text.getText());
            assertEquals(List.of(), seen.stage.sessions.open(draft.cluster()));
            assertEquals(plan(), seen.ok(), "nothing dies by it");
            assertFalse(plan().isEnabled());
            text.setCaretOffset(3);
            seen.until("what is known of the field", () -> seen.words().contains("place 3"));
            text.setText("a: [\n");
            seen.until("the flaw", () -> seen.words().contains("Line 1, column 4: A bracket is not closed. Close it."));
            assertFalse(plan().isEnabled());
            Screen.click(message("Line 1, column 4"), 2, 2, SWT.NONE);
            assertEquals(3, text.getCaretOffset(), "the message leads there");
            text.setText("a: 1\n");
            seen.until("it is right", () -> !seen.words().contains("Line 1"));
            assertFalse(plan().isEnabled(), "nothing is changed");
            text.setText("a: 2\n");
            seen.until("it can go on", () -> plan().isEnabled());
            assertEquals(
                    List.of("what is written in \"Edit Pod p\" is lost: it was not sent"),
                    seen.stage.sessions.open(draft.cluster()),
                    "it is named before the console is closed");
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
                "",
                _ -> Optional.empty(),
                (_, _) -> Optional.empty(),
                (_, place) -> YamlCompletion.none(place));
        List<String> written = new ArrayList<>();
        seen.in(() -> seen.dialogs().edit(draft, written::add), () -> {
            seen.until("it can go on", () -> plan().isEnabled());
            seen.press("Cancel");
            assertTrue(seen.words().contains("press Escape or Cancel again"), seen::words);
            assertEquals("a: 2\n", seen.all(StyledText.class).getFirst().getText());
            seen.press("Cancel");
        });
        assertEquals(List.of(), written);
    }

    /** It closes the window, which does not come by the Cancel button. */
    @Test
    void escapeDropsNothingAtTheFirstTimeEither() {
        YamlDraft draft = new YamlDraft(
                "Edit Pod p",
                new ClusterId("lab"),
                "a: 1\n",
                "a: 2\n",
                "",
                _ -> Optional.empty(),
                (_, _) -> Optional.empty(),
                (_, place) -> YamlCompletion.none(place));
        seen.in(() -> seen.dialogs().edit(draft, text -> {}), () -> {
            seen.until("it can go on", () -> plan().isEnabled());
            StyledText text = seen.all(StyledText.class).getFirst();
            text.getShell().traverse(SWT.TRAVERSE_ESCAPE);
            seen.until("it is told", () -> seen.words().contains("press Escape or Cancel again"));
            seen.press("Cancel");
        });
    }

    private YamlDraft completed(String begun) {
        return new YamlDraft(
                "Edit Pod p",
                new ClusterId("lab"),
                begun,
                begun,
                "",
                _ -> Optional.empty(),
                (_, _) -> Optional.empty(),
                (text, place) -> {
                    int from = text.lastIndexOf('\n', place - 1) + 1;
                    String typed = text.substring(from, place);
                    int end = text.indexOf('\n', place);
                    return new YamlCompletion(
                            from,
                            end < 0 ? text.length() : end,
                            Stream.of("image", "name", "nodeName")
                                    .filter(name -> name.startsWith(typed))
                                    .map(name -> new Proposal(name + ": string", name + ": ", "what " + name + " is"))
                                    .toList());
                });
    }

    private static void press(StyledText text, int key, int mask) {
        Event event = new Event();
        event.keyCode = key;
        event.character = (char) key;
        event.stateMask = mask;
        text.notifyListeners(SWT.KeyDown, event);
    }

    /** While the list is over the dialog. */
    private static String wordsOfDialog(StyledText text) {
        return Controls.words(text.getShell());
    }

    private List<String> proposed() {
        return Stream.of(seen.dialog().getDisplay().getShells())
                .flatMap(shell -> Stream.of(shell.getChildren()))
                .filter(Table.class::isInstance)
                .flatMap(table -> Stream.of(((Table) table).getItems()))
                .map(TableItem::getText)
                .toList();
    }

    @Test
    void whatMayStandThereIsListedWhenAskedForAndNarrowedWhileOneTypes() {
        seen.in(() -> seen.dialogs().edit(completed("a: 1\n"), _ -> {}), () -> {
            StyledText text = seen.all(StyledText.class).getFirst();
            text.setCaretOffset(text.getCharCount());
            assertEquals(List.of(), proposed());
            press(text, ' ', SWT.CTRL);
            seen.until("all", () -> proposed().equals(List.of("image: string", "name: string", "nodeName: string")));
            seen.until("what the first is", () -> wordsOfDialog(text).contains("what image is"));
            text.replaceTextRange(text.getCharCount(), 0, "n");
            text.setCaretOffset(text.getCharCount());
            seen.until("fewer", () -> proposed().equals(List.of("name: string", "nodeName: string")));
            press(text, SWT.ARROW_DOWN, 0);
            assertTrue(wordsOfDialog(text).contains("what nodeName is"), () -> wordsOfDialog(text));
            press(text, SWT.CR, 0);
            assertEquals("a: 1\nnodeName: ", text.getText());
            assertEquals(text.getCharCount(), text.getCaretOffset());
            assertEquals(List.of(), proposed());
        });
    }

    @Test
    void escapeLeavesTheListAndNotTheDialog() {
        seen.in(() -> seen.dialogs().edit(completed("n"), _ -> {}), () -> {
            StyledText text = seen.all(StyledText.class).getFirst();
            text.setCaretOffset(1);
            press(text, ' ', SWT.CTRL);
            seen.until("two", () -> proposed().size() == 2);
            Event escape = new Event();
            escape.detail = SWT.TRAVERSE_ESCAPE;
            escape.doit = true;
            text.notifyListeners(SWT.Traverse, escape);
            assertFalse(escape.doit, "the dialog would close");
            press(text, SWT.ESC, 0);
            assertEquals(List.of(), proposed());
            assertEquals("n", text.getText());
        });
    }

    /** What was asked for and has no list takes the next Escape all the same. */
    @Test
    void escapeThatWasMeantForAListThatDidNotOpenLeavesTheDialogOpen() {
        YamlDraft draft = new YamlDraft(
                "Edit Pod p",
                new ClusterId("lab"),
                "a: 1\n",
                "a: 1\n",
                "",
                _ -> Optional.empty(),
                (_, _) -> Optional.empty(),
                (_, place) -> YamlCompletion.none(place));
        seen.in(() -> seen.dialogs().edit(draft, _ -> {}), () -> {
            StyledText text = seen.all(StyledText.class).getFirst();
            text.setCaretOffset(text.getCharCount());
            press(text, ' ', SWT.CTRL);
            seen.until("that there is none", () -> seen.words().contains("There are no completions here."));
            assertFalse(escape(text), "the dialog would close");
            press(text, SWT.ESC, 0);
            seen.until("that was taken away", () -> !seen.words().contains("There are no completions here."));
            assertTrue(escape(text), "there is nothing to lose, and no list is expected");
        });
    }

    private static boolean escape(StyledText text) {
        Event escape = new Event();
        escape.detail = SWT.TRAVERSE_ESCAPE;
        escape.doit = true;
        text.notifyListeners(SWT.Traverse, escape);
        return escape.doit;
    }

    @Test
    void whereNothingGoesOnWithWhatIsThereOrThatIsSelectedAllThatMayStandThereIsListed() {
        seen.in(() -> seen.dialogs().edit(completed("zzz"), _ -> {}), () -> {
            StyledText text = seen.all(StyledText.class).getFirst();
            text.setCaretOffset(3);
            press(text, ' ', SWT.CTRL);
            seen.until("all", () -> proposed().size() == 3);
            press(text, SWT.CR, 0);
            assertEquals("image: ", text.getText());
            text.setText("name");
            text.selectAll();
            press(text, ' ', SWT.CTRL);
            seen.until("all again", () -> proposed().size() == 3);
            press(text, SWT.ESC, 0);
        });
    }

    @Test
    void aNewLineBeginsWhereTheOneBeforeDoes() {
        seen.in(() -> seen.dialogs().edit(completed("a:\n  b: 1\n"), _ -> {}), () -> {
            StyledText text = seen.all(StyledText.class).getFirst();
            text.setCaretOffset(text.getText().indexOf("1") + 1);
            press(text, SWT.CR, 0);
            assertEquals("a:\n  b: 1\n  \n", text.getText());
            assertEquals(text.getCharCount() - 1, text.getCaretOffset());
            press(text, SWT.KEYPAD_CR, 0);
            assertEquals("a:\n  b: 1\n  \n  \n", text.getText());
        });
    }

    @Test
    void theContentOfASecretIsHiddenAtFirstAndForgottenAfterwards() {
        byte[] value = "CANARY".getBytes(StandardCharsets.UTF_8);
        seen.in(() -> seen.dialogs().secret("Content of Secret door", Map.of("key", value), "kubectl edit it"), () -> {
            NatTable table = seen.all(NatTable.class).getFirst();
            assertEquals("key", String.valueOf(table.getDataValueByPosition(0, 1)));
            assertTrue(String.valueOf(table.getDataValueByPosition(2, 1)).startsWith("\u2022"));
            Screen.key(table, SWT.CR, '\r', 0);
            assertEquals(
                    "CANARY", String.valueOf(table.getDataValueByPosition(2, 1)), "the first row is where Enter is");
            seen.press("Copy kubectl edit");
            Clipboard clipboard = new Clipboard(seen.owner().getDisplay());
            assertEquals("kubectl edit it", clipboard.getContents(TextTransfer.getInstance()));
            clipboard.dispose();
            seen.press("Close");
        });
        assertEquals(0, value[0]);
    }

    @Test
    void theValueOfTheFieldThatItIsOpenedForIsPicked() {
        String yaml = "spec:\n  nodeSelector:\n    nvidia.com/gpu.product: NVIDIA-H200\n";
        YamlDraft draft = new YamlDraft(
                "Edit Job j",
                new ClusterId("lab"),
                yaml,
                yaml,
                "nvidia.com/gpu.product",
                _ -> Optional.empty(),
                (_, _) -> Optional.empty(),
                (_, place) -> YamlCompletion.none(place));
        seen.in(() -> seen.dialogs().edit(draft, _ -> {}), () -> {
            assertEquals("NVIDIA-H200", seen.all(StyledText.class).getFirst().getSelectionText());
            seen.press("Cancel");
        });
    }
}
