// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import java.util.OptionalInt;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.TextShortener;

/** How many lines, ranks and findings there are, in words. */
final class LogCounts {
    /** Characters of a name: a longer one would push the fields beside it out of the part. */
    private static final int LONGEST = 40;

    private LogCounts() {}

    /** Why no line is shown, and what to do next. */
    static String none(LogSession log) {
        if (log.ring().next() > log.ring().first()) {
            return Texts.of("LogCounts.noLineMatchesThe");
        }
        if (log.sources() == 0) {
            return Texts.of("LogCounts.itHasNoPods");
        }
        if (log.opening() > 0) {
            return Texts.of("LogCounts.askingForTheLogs", Formats.counted(log.sources(), "task"));
        }
        return log.running() == 0 ? Texts.of("LogCounts.noneOfItsContainers") : Texts.of("LogCounts.noLineHasCome");
    }

    /** @param foundAt which of those found is looked at, from 0; empty: none */
    static String words(LogSession log, OptionalInt foundAt) {
        long gone = log.ring().first();
        long there = log.ring().next() - gone;
        StringBuilder words =
                new StringBuilder(TextShortener.to(LONGEST, log.target().title()));
        words.append(" \u00b7 ")
                .append(Formats.counted(log.sources(), "task"))
                .append(", ")
                .append(log.running())
                .append(Texts.of("LogCounts.followed"));
        if (log.opening() > 0) {
            words.append(", ").append(log.opening()).append(Texts.of("LogCounts.beingOpened"));
        }
        boolean filters = log.index().choice().in().isPresent()
                || log.index().choice().out().isPresent();
        words.append(" \u00b7 ");
        if (filters) {
            words.append(Formats.count(log.index().size())).append(Texts.of("LogCounts.of"));
        }
        words.append(Formats.counted(there, "line"));
        if (gone > 0) {
            words.append(", ").append(Formats.count(gone)).append(Texts.of("LogCounts.olderOnesDropped"));
        }
        if (log.index().choice().find().isPresent()) {
            String place = foundAt.isEmpty() ? "" : Texts.of("LogCounts.of2", Formats.count(foundAt.getAsInt() + 1L));
            words.append(" \u00b7 ")
                    .append(place)
                    .append(Formats.count(log.index().found()))
                    .append(Texts.of("LogCounts.found"));
        }
        return words.toString();
    }
}
