// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A schedule of five fields, or of a name such as {@code @daily}, as the CronJob controller reads it (robfig/cron v3, parser.go and
 * spec.go): a day has to match both its fields where one of them is open, else either. Times that a change of the clock leaves out are
 * left out. {@code @every} and a time zone inside the schedule are not read.
 */
public record CronSchedule(long minutes, long hours, long days, long months, long weekdays, boolean bothDays) {
    private static final Map<String, String> NAMED = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    /** As far as the controller looks (spec.go, Next). */
    private static final int YEARS = 5;

    /**
     * The time zone of a schedule. Without a name it is that of its controller, whose machine's is UTC nearly everywhere; empty: there
     * is no such zone.
     */
    public static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Empty: it is not such a schedule. */
    public static Optional<CronSchedule> parse(String text) {
        String[] fields = NAMED.getOrDefault(text.strip(), text.strip())
                .toLowerCase(Locale.ROOT)
                .split("\\s+");
        if (fields.length != 5) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CronSchedule(
                    bits(fields[0], 0, 59, List.of()),
                    bits(fields[1], 0, 23, List.of()),
                    bits(fields[2], 1, 31, List.of()),
                    bits(fields[3], 1, 12, MONTHS),
                    bits(fields[4], 0, 6, WEEKDAYS),
                    isOpen(fields[2]) || isOpen(fields[4])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The first time after this one, on the clocks of a zone; empty: none in five years. */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        LocalDateTime start = LocalDateTime.ofInstant(after, zone);
        LocalDate last = start.toLocalDate().plusYears(YEARS);
        for (LocalDate day = start.toLocalDate(); day.isBefore(last); day = day.plusDays(1)) {
            if (!matches(day)) {
                continue;
            }
            for (int hour = 0; hour < 24; hour++) {
                for (int minute = has(hours, hour) ? 0 : 60; minute < 60; minute++) {
                    LocalDateTime local = day.atTime(LocalTime.of(hour, minute));
                    if (has(minutes, minute)
                            && zone.getRules().getValidOffsets(local).size() > 0) {
                        Instant at = local.atZone(zone).toInstant();
                        if (at.isAfter(after)) {
                            return Optional.of(at);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean matches(LocalDate day) {
        boolean date = has(days, day.getDayOfMonth());
        boolean weekday = has(weekdays, day.getDayOfWeek().getValue() % DayOfWeek.SUNDAY.getValue());
        return has(months, day.getMonthValue()) && (bothDays ? date && weekday : date || weekday);
    }

    private static boolean has(long bits, int at) {
        return (bits >> at & 1) != 0;
    }

    /** A step makes an open field one that chooses (parser.go, getRange). */
    private static boolean isOpen(String field) {
        return List.of(field.split(",")).stream().anyMatch(part -> part.matches("[*?](/0*1)?"));
    }

    private static long bits(String field, int least, int most, List<String> names) {
        long bits = 0;
        for (String part : field.split(",", -1)) {
            String[] range = part.split("/", 2);
            String[] ends = range[0].split("-", 2);
            boolean open = range[0].equals("*") || range[0].equals("?");
            int from = open ? least : number(ends[0], names);
            int step = range.length > 1 ? number(range[1], List.of()) : 1;
            int to = open || ends.length < 2 && range.length > 1 ? most : number(ends[ends.length - 1], names);
            if (from < least || to > most || from > to || step < 1) {
                throw new IllegalArgumentException(part);
            }
            for (int at = from; at <= to; at += step) {
                bits |= 1L << at;
            }
        }
        return bits;
    }

    private static int number(String text, List<String> names) {
        int named = text.isEmpty() ? -1 : names.indexOf(text);
        return named >= 0 ? named : Integer.parseInt(text.matches("\\d{1,4}") ? text : "none");
    }
}
