// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import podium.simulator.texts.Texts;

/**
 * One row of a trace's file.
 *
 * @param fields its fields by column
 */
record TraceRow(Map<String, String> fields) {

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The number in a field, rounded; an empty field counts as 0, as in the published trace. */
    long number(String name) {
        String text = text(name);
        return text.isEmpty() ? 0 : Math.round(Double.parseDouble(text));
    }

    /**
     * Reads a file with a header; empty lines are passed over.
     *
     * @param columns the columns it must have, and whether they hold numbers
     * @throws IllegalArgumentException at the first row that is wrong, naming file, line and field
     */
    static List<TraceRow> read(Path file, Map<String, Boolean> columns) {
        List<String> lines = lines(file);
        String name = String.valueOf(file.getFileName());
        if (lines.isEmpty() || lines.getFirst().isBlank()) {
            throw new IllegalArgumentException(Texts.of("TraceRow.isEmpty", name));
        }
        List<String> header = List.of(lines.getFirst().split(","));
        for (String column : new TreeSet<>(columns.keySet()).descendingSet()) {
            if (!header.contains(column)) {
                throw new IllegalArgumentException(
                        Texts.of("TraceRow.noColumnItHas", name, column, String.join(", ", header)));
            }
        }
        List<TraceRow> rows = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(name, i + 1, header, lines.get(i), columns));
            }
        }
        return rows;
    }

    private static TraceRow row(
            String file, int number, List<String> header, String line, Map<String, Boolean> columns) {
        String[] cells = line.split(",", -1);
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(
                    Texts.of("TraceRow.fieldsWhereTheHeader", file, number, cells.length, header.size()));
        }
        Map<String, String> fields = HashMap.newHashMap(cells.length);
        for (int i = 0; i < cells.length; i++) {
            String column = header.get(i);
            if (columns.getOrDefault(column, false) && !cells[i].isEmpty() && !numeric(cells[i])) {
                throw new IllegalArgumentException(Texts.of("TraceRow.mustBeANumber", file, number, column, cells[i]));
            }
            fields.put(column, cells[i]);
        }
        return new TraceRow(fields);
    }

    private static boolean numeric(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
