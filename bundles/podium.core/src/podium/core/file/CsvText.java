// SPDX-License-Identifier: Apache-2.0
package podium.core.file;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Records of comma-separated values (RFC 4180), one a line, each ended by CR LF. A field that a spreadsheet would take for a formula
 * gets an apostrophe before it (OWASP, CSV injection). Pure; any thread.
 */
public final class CsvText {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private CsvText() {}

    /** A record whose fields are quoted where they must be. */
    public static String line(List<String> fields) {
        return line(fields, field -> field.contains(",") || field.contains("\"") ? quoted(field) : field);
    }

    /** A record whose fields are all quoted, which every reader takes for text. */
    public static String quotedLine(List<String> fields) {
        return line(fields, CsvText::quoted);
    }

    private static String line(List<String> fields, UnaryOperator<String> form) {
        return fields.stream().map(CsvText::safe).map(form).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String safe(String text) {
        boolean formula = !text.isEmpty()
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return (formula ? "'" + text : text).replace("\n", "\\n");
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }
}
