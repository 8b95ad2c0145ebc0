// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.metrics.Unit;
import podium.core.text.Counted;
import podium.core.text.ReadableTime;
import podium.ui.texts.Texts;

/** How quantities are written on screen. Unknown is written as {@link #UNKNOWN}, never as a number. Any thread. */
public final class Formats {
    /** What stands where a value is not known. */
    public static final String UNKNOWN = "?";

    private static final char THIN_SPACE = '\u2009';
    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final String[] DECIMAL = {"", "k", "M", "G", "T", "P"};

    private Formats() {}

    /** A whole number with thin spaces between thousands: 12 345. */
    public static String count(long number) {
        return Counted.number(number);
    }

    /** Bytes in binary units: 79.6 GiB. */
    public static String bytes(double bytes) {
        return scaled(bytes, 1024, BINARY);
    }

    /** Bytes in binary units, or unknown. */
    public static String bytes(OptionalLong bytes) {
        return bytes.isPresent() ? bytes(bytes.getAsLong()) : UNKNOWN;
    }

    /** A ratio from 0 to 1 as whole percent: 94 %. */
    public static String percent(double ratio) {
        return Math.round(ratio * 100) + unit("%");
    }

    /** A value in its unit, short: 94 %, 612 W, 71 °C, 1 980 MHz. */
    public static String value(double value, Unit unit) {
        return switch (unit) {
            case RATIO -> percent(value);
            case BYTES -> bytes(value);
            case WATTS -> count(Math.round(value)) + THIN_SPACE + "W";
            case JOULES -> scaled(value, 1000, DECIMAL) + "J";
            case CELSIUS -> Math.round(value) + String.valueOf(THIN_SPACE) + "\u00b0C";
            case HERTZ -> count(Math.round(value / 1e6)) + THIN_SPACE + "MHz";
            case BYTES_PER_SECOND -> scaled(value, 1000, DECIMAL) + "B/s";
            case COUNT, CODE -> count(Math.round(value));
            case CPUS -> Texts.of("Formats.cpus", String.format(Locale.ROOT, "%.1f", value));
        };
    }

    /** A value in its unit, or unknown. */
    public static String value(OptionalDouble value, Unit unit) {
        return value.isPresent() ? value(value.getAsDouble(), unit) : UNKNOWN;
    }

    /** A span of time in its two largest units: 0.4 s, 12 s, 3 min, 2 h 10 min, 4 d 3 h. */
    public static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f%cs", Math.max(0, span.toMillis()) / 1000.0, THIN_SPACE);
        } else if (seconds < 60) {
            return seconds + unit("s");
        } else if (seconds < 3600) {
            return seconds / 60 + unit("min");
        } else if (seconds < 86400) {
            return two(seconds / 3600, "h", seconds / 60 % 60, "min");
        }
        return two(seconds / 86400, "d", seconds / 3600 % 24, "h");
    }

    /** As {@link #span}, in whole seconds, which stand behind minutes too: 20 s, 2 min 20 s, 3 h 5 min. */
    public static String exactSpan(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        return seconds < 60
                ? seconds + unit("s")
                : seconds < 3600 ? two(seconds / 60, "min", seconds % 60, "s") : span(span);
    }

    /** How long ago in whole seconds, minutes, hours or days, or unknown. */
    public static String age(@Nullable Instant since, Instant now) {
        if (since == null) {
            return UNKNOWN;
        }
        long seconds = Math.max(0, Duration.between(since, now).toSeconds());
        return seconds < 10 ? seconds + unit("s") : span(Duration.ofSeconds(seconds));
    }

    /** How long it has been so, from a day on with its date: 3 min; 4 d 3 h, since 2026-11-24 18:00:01. */
    public static String lasting(@Nullable Instant since, Instant now) {
        return isOfDays(since, now) ? Texts.of("Formats.ageAndTime", age(since, now), time(since)) : age(since, now);
    }

    /** How long ago it was, from a day on with its date: 3 min ago; 2026-11-24 18:00:01, 4 d 3 h ago. */
    public static String ago(@Nullable Instant time, Instant now) {
        return isOfDays(time, now) ? timeAndAge(time, now) : Texts.of("Formats.ago", age(time, now));
    }

    /** When it was and how long ago: 2026-11-29 18:00:01, 3 min ago. */
    public static String timeAndAge(@Nullable Instant time, Instant now) {
        return Texts.of("Formats.timeAndAge", time(time), age(time, now));
    }

    private static boolean isOfDays(@Nullable Instant since, Instant now) {
        return since != null && Duration.between(since, now).toDays() > 0;
    }

    /** Date and time to the second in the operator's zone, or unknown. */
    public static String time(@Nullable Instant time) {
        return time == null ? UNKNOWN : ReadableTime.of(time);
    }

    /** The time of day where that was today, else the day. */
    public static String moment(Instant time, Instant now) {
        String at = ReadableTime.of(time);
        String day = at.substring(0, at.indexOf(' '));
        return ReadableTime.of(now).startsWith(day) ? at.substring(day.length() + 1, at.lastIndexOf(':')) : day;
    }

    /** A count with its noun: 1 node, 3 nodes. */
    public static String counted(long number, String noun) {
        return count(number) + " " + Counted.noun(number, noun);
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + unit(largeUnit) + (small == 0 ? "" : " " + small + unit(smallUnit));
    }

    private static String scaled(double value, double base, String[] units) {
        double scaled = value;
        int i = 0;
        while (Math.abs(scaled) >= base && i < units.length - 1) {
            scaled /= base;
            i++;
        }
        boolean whole = i == 0 || Math.abs(scaled) >= 100 || Math.rint(scaled * 10) == 10 * Math.rint(scaled);
        String number = whole ? count(Math.round(scaled)) : String.format(Locale.ROOT, "%.1f", scaled);
        return number + THIN_SPACE + units[i];
    }

    private static String unit(String unit) {
        return THIN_SPACE + unit;
    }
}
