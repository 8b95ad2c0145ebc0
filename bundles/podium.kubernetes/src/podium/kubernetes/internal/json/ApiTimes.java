// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.jdt.annotation.Nullable;

/** Times as the API server writes them (RFC 3339). */
public final class ApiTimes {
    private ApiTimes() {}

    /** The instant; null when the text is empty or no time. */
    public static @Nullable Instant parse(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (text.length() == 20 && text.charAt(19) == 'Z' && text.charAt(10) == 'T') {
                long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                        .toEpochDay();
                return Instant.ofEpochSecond(day * 86_400
                        + number(text, 11, 13) * 3600L
                        + number(text, 14, 16) * 60L
                        + number(text, 17, 19));
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
