// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.core.fleet.Names;
import podium.core.operation.AuditForm;
import podium.core.operation.Plan;
import podium.core.port.Session;

/**
 * Writes the records of a journal for auditors, one a line: when, which operation, what became true. Text of a cluster is made
 * safe to show (R10), and no cell begins as a formula. Bodies of writes are not in it.
 */
public final class Audit {
    private static final List<String> COLUMNS =
            List.of("record", "at", "operation", "cluster", "kind", "title", "what", "step", "words", "problem");

    private final Map<String, Plan> plans = new HashMap<>();
    private final AuditForm form;
    private final Writer out;
    private int number;

    private Audit(AuditForm form, Writer out) {
        this.form = form;
        this.out = out;
    }

    /** The directory of the journal of this process. */
    public static Path directory() {
        return JournalLocation.find().directory();
    }

    /** Writes the journal of a directory to a file; what must be known of it, in words. */
    public static List<String> export(Path directory, Path file, AuditForm form) throws IOException {
        Path journal = directory.resolve(Journal.FILE);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            JournalScan scan;
            try (Writer out = Files.newBufferedWriter(fresh)) {
                Audit audit = new Audit(form, out);
                audit.begin();
                scan = JournalScan.of(journal, audit::take);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            return scan.altered().isEmpty()
                    ? List.of()
                    : List.of("The journal was altered: line " + scan.altered().getFirst()
                            + " does not follow from the lines before.");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void begin() throws IOException {
        if (form == AuditForm.CSV) {
            out.write(String.join(",", COLUMNS) + "\r\n");
        }
    }

    private void take(JournalRecord entry) {
        number++;
        if (entry instanceof JournalRecord.Prepared prepared) {
            plans.putIfAbsent(entry.operation(), prepared.plan());
        }
        List<String> cells = cells(entry);
        try {
            out.write(form == AuditForm.CSV ? csv(cells) + "\r\n" : json(cells) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> cells(JournalRecord entry) {
        Plan plan = plans.get(entry.operation());
        List<String> cells = new ArrayList<>(List.of(
                String.valueOf(number),
                entry.at().toString(),
                entry.operation(),
                plan == null ? "" : plan.cluster().name(),
                plan == null ? "" : plan.kind(),
                plan == null ? "" : plan.title()));
        switch (entry) {
            case JournalRecord.Prepared prepared ->
                cells.addAll(List.of(
                        "confirmed",
                        "",
                        prepared.undoes().map(id -> "takes back " + id).orElse(""),
                        ""));
            case JournalRecord.Identified(var _, var _, Session session, boolean _) ->
                cells.addAll(List.of(
                        "as",
                        "",
                        session.user() + (session.impersonated() ? " (acted as)" : "") + " on " + session.server()
                                + " (" + session.clusterUid() + ")",
                        ""));
            case JournalRecord.Pinned pinned ->
                cells.addAll(List.of("pinned", step(pinned.step()), "uid " + pinned.uid(), ""));
            case JournalRecord.Begun begun ->
                cells.addAll(List.of(
                        begun.restoring() ? "restoring" : "begun", step(begun.step()), words(plan, begun.step()), ""));
            case JournalRecord.Done done ->
                cells.addAll(List.of(
                        done.restoring() ? "restored" : "done", step(done.step()), words(plan, done.step()), ""));
            case JournalRecord.Restoring back -> cells.addAll(List.of("taken back", "", back.words(), ""));
            case JournalRecord.Moved moved -> cells.addAll(List.of(moved.state().name(), "", moved.words(), ""));
            case JournalRecord.Conflicted conflicted ->
                cells.addAll(List.of("conflict", "", conflicted.fields().toString(), "true"));
            case JournalRecord.Said said -> cells.addAll(List.of("log", "", said.text(), said.problem() ? "true" : ""));
        }
        return cells.stream().map(Names::clean).toList();
    }

    private static String step(int step) {
        return String.valueOf(step + 1);
    }

    private static String words(@org.eclipse.jdt.annotation.Nullable Plan plan, int step) {
        return plan == null || step >= plan.steps().size()
                ? ""
                : plan.steps().get(step).words();
    }

    private static String json(List<String> cells) {
        ObjectNode line = Json.object();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                line.put(COLUMNS.get(i), cells.get(i));
            }
        }
        return Json.write(line);
    }

    private static String csv(List<String> cells) {
        return String.join(",", cells.stream().map(Audit::cell).toList());
    }

    /** Quoted always; one that a spreadsheet would take for a formula gets an apostrophe (OWASP CSV injection). */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
