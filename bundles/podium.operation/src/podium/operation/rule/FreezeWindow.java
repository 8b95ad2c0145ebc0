// SPDX-License-Identifier: Apache-2.0
package podium.operation.rule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import podium.operation.texts.Texts;

/**
 * A window of time, again each week, in which nothing is changed. Written as CLUSTER DAYS FROM-TO ZONE, such as
 * {@code prod* Fri,Sat 18:00-08:00 Europe/Berlin}. A window whose end is not after its beginning ends on the next day; the
 * clocks are those of the zone, summer time included.
 *
 * @param days on which it begins
 */
public record FreezeWindow(Glob cluster, Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    private static final String FORM = Texts.of("FreezeWindow.writeClusterDaysFrom");
    private static final int WORDS = 4;

    public FreezeWindow {
        days = Set.copyOf(days);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none; its message is a sentence for the operator
     */
    public static FreezeWindow parse(String text) {
        String[] words = text.strip().split("\\s+");
        String[] times = words.length == WORDS ? words[2].split("-") : new String[0];
        if (times.length != 2) {
            throw new IllegalArgumentException(Texts.of("FreezeWindow.isNoFreezeWindow", text.strip(), FORM));
        }
        try {
            return new FreezeWindow(
                    new Glob(words[0]),
                    days(words[1]),
                    LocalTime.parse(times[0]),
                    LocalTime.parse(times[1]),
                    ZoneId.of(words[WORDS - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Texts.of("FreezeWindow.isNoFreezeWindowBecause", text.strip(), e.getMessage(), FORM), e);
        }
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (text.equalsIgnoreCase("daily")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            if (ends.length > 2) {
                throw new IllegalArgumentException(Texts.of("FreezeWindow.isNotARange", part));
            }
            DayOfWeek last = day(ends[ends.length - 1]);
            DayOfWeek day = day(ends[0]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getDisplayName(TextStyle.SHORT, Locale.ROOT).equalsIgnoreCase(text)) {
                return day;
            }
        }
        throw new IllegalArgumentException(Texts.of("FreezeWindow.isNotADay", text));
    }

    /** When the window that holds this moment ends; empty: no window does. */
    public Optional<ZonedDateTime> until(String inCluster, Instant now) {
        if (!cluster.matches(inCluster)) {
            return Optional.empty();
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        for (LocalDate day = today.minusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            ZonedDateTime begin = day.atTime(from).atZone(zone);
            LocalDate lastDay = to.isAfter(from) ? day : day.plusDays(1);
            ZonedDateTime end = lastDay.atTime(to).atZone(zone);
            if (days.contains(day.getDayOfWeek())
                    && !now.isBefore(begin.toInstant())
                    && now.isBefore(end.toInstant())) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }

    /** As it is written. */
    @Override
    public String toString() {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
        String on = days.size() == DayOfWeek.values().length
                ? "daily"
                : new TreeSet<>(days)
                        .stream()
                                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ROOT))
                                .collect(Collectors.joining(","));
        return cluster + " " + on + " " + time.format(from) + "-" + time.format(to) + " " + zone;
    }
}
