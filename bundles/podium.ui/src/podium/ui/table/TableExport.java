// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import podium.core.failure.FailureText;
import podium.ui.texts.Texts;
import podium.ui.toolkit.SaveFile;
import podium.ui.toolkit.UiServices;

/** Writes a table to a file the operator names. UI thread. */
public final class TableExport {
    private TableExport() {}

    /** Asks for a file and writes the rows as CSV, in the background. */
    public static <R> void csv(
            Shell shell, UiServices services, String name, List<Column<R, ?>> columns, List<R> rows) {
        SaveFile.ask(shell, Texts.of("TableExport.export"), name, Map.of("*.csv", Texts.of("AuditFile.csvCsv")))
                .ifPresent(chosen -> services.background()
                        .run(
                                () -> Files.writeString(chosen, Csv.write(columns, rows), StandardCharsets.UTF_8),
                                written -> SaveFile.saved(services, written),
                                problem -> MessageDialog.openError(
                                        shell,
                                        Texts.of("TableExport.export"),
                                        Texts.of(
                                                "TableExport.couldNotBeWritten",
                                                chosen,
                                                FailureText.sentence(problem)))));
    }
}
