// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.time.Instant;
import java.time.Month;
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
        long fixed = inUtc(line, space);
        return fixed == 0 ? any(line.substring(0, space)) : fixed;
    }

    private static long any(String text) {
        try {
            return nanos(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    /**
     * The time as a kubelet writes it, {@code 2026-01-01T00:00:49.000000003Z}: of each line this is read, so nothing is made for it. 0:
     * it is written in another way.
     */
    private static long inUtc(String line, int end) {
        int digits = end - 21;
        if (line.charAt(end - 1) != 'Z'
                || line.charAt(7) != '-'
                || line.charAt(13) != ':'
                || line.charAt(16) != ':'
                || digits != -1 && (digits < 1 || digits > 9 || line.charAt(19) != '.')) {
            return 0;
        }
        int year = number(line, 0, 4);
        int month = number(line, 5, 7);
        int day = number(line, 8, 10);
        int hour = number(line, 11, 13);
        int minute = number(line, 14, 16);
        int second = number(line, 17, 19);
        int nano = digits < 0 ? 0 : number(line, 20, end - 1);
        if (year < 1970
                || month < 1
                || month > 12
                || day < 1
                || day > 28 && day > Month.of(month).length(isLeap(year))) {
            return 0;
        }
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || nano < 0) {
            return 0;
        }
        for (int i = Math.max(0, digits); i < 9; i++) {
            nano *= 10;
        }
        return (days(year, month, day) * 86_400 + hour * 3600L + minute * 60L + second) * SECOND + nano;
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Days since 1970, counted in years that begin in March (H. Hinnant, chrono-compatible low-level date algorithms). */
    private static long days(int year, int month, int day) {
        int from = month > 2 ? year : year - 1;
        int ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        return from * 365L + from / 4 - from / 100 + from / 400 + ofYear - 719_468;
    }

    /** The number that some digits write; negative: they are none. */
    private static int number(String line, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = line.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
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
