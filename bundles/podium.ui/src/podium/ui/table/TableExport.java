// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import podium.core.failure.FailureText;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/** Writes a table to a file the operator names. UI thread. */
public final class TableExport {
    private TableExport() {}

    /** Asks for a file and writes the rows as CSV, in the background. */
    public static <R> void csv(
            Shell shell, BackgroundWork background, String suggested, List<Column<R, ?>> columns, List<R> rows) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFileName(suggested + ".csv");
        dialog.setFilterExtensions(new String[] {"*.csv"});
        dialog.setFilterNames(new String[] {Texts.of("AuditFile.csvCsv")});
        dialog.setOverwrite(true);
        @Nullable String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        String text = Csv.write(columns, rows);
        background.run(
                () -> Files.writeString(Path.of(chosen), text, StandardCharsets.UTF_8),
                written -> {},
                problem -> failed(shell, chosen, problem));
    }

    private static void failed(Shell shell, String file, Throwable problem) {
        MessageDialog.openError(
                shell,
                Texts.of("TableExport.export"),
                Texts.of("TableExport.couldNotBeWritten", file, FailureText.sentence(problem)));
    }
}
