// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Times of log lines, in nanoseconds since 1970. */
public final class LogTime {
    /** Nanoseconds of a second. */
    static final long SECOND = 1_000_000_000L;

    private LogTime() {}

    /** The time before the first space of a line; 0: there is none. */
    static long of(String line) {
        int space = line.indexOf(' ');
        if (space < 20 || space > 40 || line.charAt(4) != '-' || line.charAt(10) != 'T') {
            return 0;
        }
        String text = line.substring(0, space);
        try {
            return nanos(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    /** An instant as nanoseconds. */
    public static long nanos(Instant time) {
        return time.getEpochSecond() * SECOND + time.getNano();
    }

    /** Nanoseconds as an instant. */
    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
