// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import java.util.Locale;

/** How many lines, ranks and findings there are, in words. */
final class LogCounts {
    private LogCounts() {}

    /** @param foundAt which of those found is looked at; negative: none */
    static String words(LogSession log, int foundAt) {
        long gone = log.ring().first();
        long there = log.ring().next() - gone;
        StringBuilder words = new StringBuilder(log.target().title());
        words.append(" \u00b7 ")
                .append(count(log.sources(), "task"))
                .append(", ")
                .append(log.running())
                .append(" followed");
        boolean filters = log.index().choice().in().isPresent()
                || log.index().choice().out().isPresent();
        words.append(" \u00b7 ");
        if (filters) {
            words.append(number(log.index().size())).append(" of ");
        }
        words.append(count(there, "line"));
        if (gone > 0) {
            words.append(", ").append(number(gone)).append(" older ones fell out");
        }
        if (log.index().choice().find().isPresent()) {
            String place = foundAt < 0 ? "" : number(foundAt + 1L) + " of ";
            words.append(" \u00b7 ")
                    .append(place)
                    .append(number(log.index().found()))
                    .append(" found");
        }
        return words.toString();
    }

    private static String count(long count, String word) {
        return number(count) + " " + word + (count == 1 ? "" : "s");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
