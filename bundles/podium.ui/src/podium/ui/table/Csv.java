// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as comma-separated values (RFC 4180), by the same columns the table shows. Any thread. */
public final class Csv {
    private Csv() {}

    /** Header and rows, each ended by CR LF. */
    public static <R> String write(List<Column<R, ?>> columns, List<R> rows) {
        StringBuilder csv = new StringBuilder();
        csv.append(columns.stream().map(column -> cell(column.label())).collect(Collectors.joining(",")))
                .append("\r\n");
        for (R row : rows) {
            csv.append(columns.stream().map(column -> cell(column.text(row))).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    /** A field, quoted where needed; one a spreadsheet would take for a formula gets an apostrophe (OWASP CSV injection). */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.contains(",") || safe.contains("\"") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
