// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.file.CsvText;
import podium.ui.table.Column.Form;
import podium.ui.texts.Texts;

/**
 * Rows as comma-separated values (RFC 4180), by the same columns the table shows, for programs to read: plain numbers, points of
 * time as ISO 8601 in UTC, spans in seconds; the header says so. Any thread.
 */
public final class Csv {
    /** The thin and hard spaces between the groups of a number's digits. */
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d)[\\u00a0\\u2009\\u202f](?=\\d)");

    private Csv() {}

    /** Header and rows, each ended by CR LF. */
    public static <R> String write(List<Column<R, ?>> columns, List<R> rows) {
        StringBuilder csv = new StringBuilder(CsvText.line(
                columns.stream().map(column -> header(column, rows)).toList()));
        rows.forEach(row -> csv.append(
                CsvText.line(columns.stream().map(column -> plain(column, row)).toList())));
        return csv.toString();
    }

    private static <R> String header(Column<R, ?> column, List<R> rows) {
        for (R row : rows) {
            @Nullable Object value = column.value().apply(row);
            if (value != null) {
                return value instanceof Instant
                        ? Texts.of("Csv.sinceUtc", column.label())
                        : value instanceof Duration ? Texts.of("Csv.inSeconds", column.label()) : column.label();
            }
        }
        return column.label();
    }

    private static <R> String plain(Column<R, ?> column, R row) {
        @Nullable Object value = column.value().apply(row);
        return switch (value) {
            case null -> "";
            case Integer _, Long _ -> value.toString();
            case Instant at -> at.toString();
            case Duration span -> Double.toString(span.toMillis() / 1000.0);
            default -> column.form() == Form.NUMBER ? digits(column.text(row)) : column.text(row);
        };
    }

    private static String digits(String text) {
        return GROUPS.matcher(text).replaceAll("").replace('\u2212', '-');
    }
}
