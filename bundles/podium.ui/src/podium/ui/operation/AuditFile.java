// SPDX-License-Identifier: Apache-2.0
package podium.ui.operation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.widgets.Shell;
import podium.operation.AuditLog;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.SaveFile;
import podium.ui.toolkit.UiServices;

/** Writes the audit of the operations to a file the operator names. UI thread; the file is written elsewhere. */
public final class AuditFile {
    private AuditFile() {}

    /** Asks for a file, whose ending says the form, and writes it. */
    public static void export(Shell shell, AuditLog audit, UiServices services, Dialogs dialogs) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("*.csv", Texts.of("AuditFile.csvCsv"));
        forms.put("*.jsonl", Texts.of("AuditFile.jsonLinesJsonl"));
        String name = SaveFile.name("podium-audit", List.of(), ".csv");
        SaveFile.ask(shell, Texts.of("AuditFile.exportAudit"), name, forms)
                .ifPresent(file -> write(audit, file, services, dialogs));
    }

    static void write(AuditLog audit, Path file, UiServices services, Dialogs dialogs) {
        services.background()
                .run(
                        () -> audit.export(file),
                        (List<String> findings) -> {
                            SaveFile.saved(services, file);
                            findings.forEach(finding -> dialogs.refuse(
                                    Texts.of("AuditFile.exportAudit"),
                                    finding,
                                    Texts.of("AuditFile.wasWrittenAllThe", file)));
                        },
                        problem -> dialogs.refuse(
                                Texts.of("AuditFile.exportAudit"),
                                Texts.of("AuditFile.couldNotBeWritten", file, FailureLabel.words(problem)),
                                Texts.of("AuditFile.chooseAnotherPlaceAnd")));
    }
}
