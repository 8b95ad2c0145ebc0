// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import podium.core.file.CsvText;
import podium.core.file.PrivateFiles;
import podium.core.json.Json;
import podium.operation.AuditFormat;
import podium.operation.internal.journal.Journal;
import podium.operation.internal.journal.JournalFindings;
import podium.operation.internal.journal.JournalLocation;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.internal.journal.JournalScan;
import podium.operation.internal.journal.JournalSeal;

/**
 * Writes the records of a journal for auditors, one a line: when, who, where, which operation, what became true. Text of a cluster is
 * made safe to show (R10), and no cell begins as a formula. Bodies of writes are not in it, nor is what is kept apart.
 */
final class Audit {
    private final AuditFormat form;
    private final Writer out;
    private final AuditRows rows;

    private Audit(AuditFormat form, Writer out, AuditRows rows) {
        this.form = form;
        this.out = out;
        this.rows = rows;
    }

    /** Writes the journal of a directory to a file; what must be known of it, in words. */
    static List<String> export(Path directory, Path file, AuditFormat form) throws IOException {
        Path journal = directory.resolve(Journal.FILE);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            JournalSeal seal = JournalSeal.read(JournalLocation.in(directory).seal());
            AuditRows rows = new AuditRows();
            JournalScan.of(journal, seal, rows.reader(), rows::know);
            List<String> findings = new ArrayList<>();
            Files.deleteIfExists(fresh);
            try (Writer out = new BufferedWriter(new OutputStreamWriter(
                    Channels.newOutputStream(PrivateFiles.open(fresh, StandardOpenOption.WRITE)),
                    StandardCharsets.UTF_8))) {
                Audit audit = new Audit(form, out, rows);
                audit.begin();
                JournalScan scan = JournalScan.of(journal, seal, rows.reader(), audit::take);
                findings.addAll(JournalFindings.altered(journal, scan));
                findings.addAll(JournalFindings.lost(journal, scan, seal));
                JournalFindings.torn(journal, scan).ifPresent(findings::add);
                findings.forEach(finding -> audit.write(AuditRows.finding(finding)));
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            return findings;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (Files.isRegularFile(fresh)) {
                Files.delete(fresh);
            }
        }
    }

    private void begin() throws IOException {
        if (form == AuditFormat.CSV) {
            out.write(CsvText.line(AuditRows.COLUMNS));
        }
    }

    private void take(JournalRecord entry) {
        write(rows.cells(entry));
    }

    private void write(List<String> cells) {
        try {
            out.write(form == AuditFormat.CSV ? CsvText.quotedLine(cells) : json(cells) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(List<String> cells) {
        ObjectNode line = Json.object();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                line.put(AuditRows.COLUMNS.get(i), cells.get(i));
            }
        }
        return Json.write(line);
    }
}
