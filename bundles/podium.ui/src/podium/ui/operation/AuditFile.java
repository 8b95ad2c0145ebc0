// SPDX-License-Identifier: Apache-2.0
package podium.ui.operation;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import podium.operation.AuditLog;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/** Writes the audit of the operations to a file the operator names. UI thread; the file is written elsewhere. */
public final class AuditFile {
    private AuditFile() {}

    /** Asks for a file, whose ending says the form, and writes it. */
    public static void export(Shell shell, AuditLog audit, BackgroundWork background, Dialogs dialogs) {
        FileDialog files = new FileDialog(shell, SWT.SAVE);
        files.setText(Texts.of("AuditFile.exportAudit"));
        files.setFileName("podium-audit.csv");
        files.setFilterExtensions(new String[] {"*.csv", "*.jsonl"});
        files.setFilterNames(new String[] {Texts.of("AuditFile.csvCsv"), Texts.of("AuditFile.jsonLinesJsonl")});
        files.setOverwrite(true);
        @Nullable String chosen = files.open();
        if (chosen != null) {
            write(audit, Path.of(chosen), background, dialogs);
        }
    }

    static void write(AuditLog audit, Path file, BackgroundWork background, Dialogs dialogs) {
        background.run(
                () -> audit.export(file),
                (List<String> findings) -> findings.forEach(finding -> dialogs.refuse(
                        Texts.of("AuditFile.exportAudit"), finding, Texts.of("AuditFile.wasWrittenAllThe", file))),
                problem -> dialogs.refuse(
                        Texts.of("AuditFile.exportAudit"),
                        Texts.of("AuditFile.couldNotBeWritten", file, FailureLabel.words(problem)),
                        Texts.of("AuditFile.chooseAnotherPlaceAnd")));
    }
}
