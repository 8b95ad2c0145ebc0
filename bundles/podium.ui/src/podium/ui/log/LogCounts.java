// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import java.util.ArrayList;
import java.util.List;
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
        if (log.whyNoRunBefore().isPresent()) {
            return log.whyNoRunBefore().get();
        }
        String tasks = Formats.counted(log.sources(), "task");
        if (log.opening() > 0) {
            return Texts.of("LogCounts.askingForTheLogs", tasks);
        }
        // whether much is on its way or nothing was written cannot be told before the first line
        return log.running() == 0
                ? Texts.of("LogCounts.noneOfItsContainers")
                : Texts.of("LogCounts.readingTheLogsOf", tasks);
    }

    /** @param hit which of those found is looked at, the oldest is the first; empty: none */
    static String words(LogSession log, OptionalInt hit) {
        long gone = log.ring().first();
        long there = log.ring().next() - gone;
        List<String> sources = new ArrayList<>();
        sources.add(Formats.counted(log.sources(), "task"));
        if (!log.isPrevious()) {
            sources.add(Texts.of("LogCounts.followed", log.running()));
        }
        if (log.opening() > 0) {
            sources.add(Texts.of("LogCounts.beingOpened", log.opening()));
        }
        boolean filters = log.index().choice().in().isPresent()
                || log.index().choice().out().isPresent();
        String lines = Formats.counted(there, "line");
        if (filters) {
            lines = Texts.of("LogCounts.linesOf", Formats.count(log.index().size()), lines);
        }
        if (gone > 0) {
            lines += ", "
                    + (gone == 1
                            ? Texts.of("LogCounts.olderOneDropped", Formats.count(gone))
                            : Texts.of("LogCounts.olderOnesDropped", Formats.count(gone)));
        }
        List<String> words = new ArrayList<>(
                List.of(TextShortener.to(LONGEST, log.target().title()), String.join(", ", sources), lines));
        // before what is cut off first
        if (log.isSameRun()) {
            words.add(1, Texts.of("LogCounts.theSameRun"));
        }
        if (log.index().choice().find().isPresent()) {
            int found = log.index().found();
            words.add(
                    1,
                    hit.isEmpty()
                            ? Texts.of("LogCounts.found", Formats.counted(found, "line"))
                            : hit.getAsInt() == found && found > 1
                                    ? Texts.of("LogCounts.newestHitOf", Formats.count(found))
                                    : Texts.of("LogCounts.hitOf", Formats.count(hit.getAsInt()), Formats.count(found)));
        }
        return String.join(" \u00b7 ", words);
    }
}
