// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.job.PurposeFile;
import podium.operation.ProtectionChanges;
import podium.operation.rule.ChangeLocks;
import podium.operation.rule.RuleService;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;

class PurposesDialogTest {
    @TempDir
    Path folder;

    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);

    @AfterEach
    void close() {
        seen.close();
    }

    private ProtectionChanges changes() {
        return seen.stage.protection(ChangeLocks.open(), RuleService.none());
    }

    @Test
    void theOwnLinesAreShownCheckedAndKept() throws Exception {
        PurposeFile file = new PurposeFile(folder.resolve("purposes.txt"));
        file.write("batch name=etl-*");
        seen.in(() -> new PurposesDialog(seen.owner(), seen.stage.services, file, changes()).open(), () -> {
            List<Text> fields = seen.all(Text.class);
            assertEquals("batch name=etl-*\n", fields.getFirst().getText());
            assertTrue(fields.stream().allMatch(field -> (field.getStyle() & SWT.WRAP) != 0), "no line is cut off");
            assertTrue(
                    fields.get(1).getText().contains("training     kind=PyTorchJob"), "Podium's are shown beside them");
            assertFalse(fields.get(1).getEditable());
            assertTrue(seen.all(Label.class).stream()
                    .anyMatch(label -> label.getText().contains(file.path().toString())));
            assertEquals(seen.button("Save"), seen.ok(), "nothing dies by it");
            fields.getFirst().setText("batch name=etl-*\nservice kind=Job");
            assertFalse(seen.button("Save").isEnabled(), "what is not understood is not saved");
            assertTrue(seen.all(Label.class).stream()
                    .anyMatch(label -> label.getText().startsWith("Line 2: it begins with service")));
            fields.getFirst().setText("batch name=etl-*\ninference kind=Job name=serve-*");
            seen.press("Save");
        });
        assertEquals("batch name=etl-*\ninference kind=Job name=serve-*\n", Files.readString(file.path()));
        assertEquals(
                List.of("changed purposes Purposes: Now also: inference kind=Job name=serve-*."), seen.stage.notes);
    }

    @Test
    void aFileThatCannotBeReadIsSaidToBe() throws Exception {
        PurposeFile file = new PurposeFile(Files.createDirectory(folder.resolve("purposes.txt")));
        seen.in(() -> new PurposesDialog(seen.owner(), seen.stage.services, file, changes()).open(), () -> {
            assertTrue(seen.all(Label.class).stream()
                    .anyMatch(label -> label.getText().startsWith("Your lines cannot be read")));
            seen.press("Save");
            assertTrue(seen.all(Label.class).stream()
                    .anyMatch(label -> label.getText().startsWith("They cannot be saved")));
            seen.press("Cancel");
        });
    }
}
