// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Durations as kubectl writes them. Source: apimachinery util/duration HumanDuration. */
final class HumanDuration {

    private HumanDuration() {}

    /** Time since an RFC 3339 time; {@code <unknown>} where there is none. */
    static String since(String time, Instant now) {
        if (time.isEmpty()) {
            return "<unknown>";
        }
        try {
            return human(Duration.between(Instant.parse(time), now));
        } catch (DateTimeParseException e) {
            return "<invalid>";
        }
    }

    static String human(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < -1) {
            return "<invalid>";
        }
        seconds = Math.max(0, seconds);
        if (seconds < 120) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        if (minutes < 10) {
            return minutes + "m" + rest(seconds % 60, "s");
        }
        if (minutes < 180) {
            return minutes + "m";
        }
        long hours = minutes / 60;
        if (hours < 8) {
            return hours + "h" + rest(minutes % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        long days = hours / 24;
        if (days < 8) {
            return days + "d" + rest(hours % 24, "h");
        }
        if (days < 730) {
            return days + "d";
        }
        long years = days / 365;
        return years < 8 ? years + "y" + rest(days % 365, "d") : years + "y";
    }

    private static String rest(long value, String unit) {
        return value == 0 ? "" : value + unit;
    }
}
