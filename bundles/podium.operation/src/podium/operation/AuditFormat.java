// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import java.util.Locale;

/** The file format of an audit: CSV or JSON lines. */
public enum AuditFormat {
    /** One JSON object a line. */
    JSON_LINES,
    /** RFC 4180, with a header. */
    CSV;

    /** The form that the ending of a file's name asks for: .csv is CSV. */
    public static AuditFormat of(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".csv") ? CSV : JSON_LINES;
    }
}
