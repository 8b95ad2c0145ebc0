// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.ui.toolkit.Menus.Entry;

/** Says a long reason once that would stand behind most of what is grey in a menu, and all others behind their entries. Any thread. */
public final class MenuReasons {
    /** So many entries say the same before it is said once: of fewer each is read faster with its own reason. */
    private static final int MANY = 4;

    /** So many are enough where they are half of what is grey. */
    private static final int MOST = 3;

    /** Characters of a line in a menu, whose width follows its words: most reasons stand there whole, in a window of 1280 pixels too. */
    static final int LONGEST = 124;

    /** Characters that a reason has beside whatever entry. */
    private static final int LEAST = 36;

    private MenuReasons() {}

    /**
     * The same entries. Where many of them, or half of what is grey, are grey for one long reason, this leads the menu and is meant
     * wherever an entry is grey without words. A short reason always stands behind its entry.
     */
    public static List<List<Entry>> once(List<List<Entry>> groups) {
        return shared(groups).map(reason -> led(groups, reason)).orElse(groups);
    }

    private static List<List<Entry>> led(List<List<Entry>> groups, String reason) {
        return Stream.concat(Stream.of(List.of(lead(reason))), groups.stream().map(group -> group.stream()
                        .map(entry -> without(entry, reason))
                        .toList()))
                .toList();
    }

    /** Characters that there is room for beside the words of an entry. */
    static int beside(Entry entry) {
        return Math.max(LEAST, LONGEST - entry.words().length());
    }

    /** Whether an entry only says why others are grey. */
    public static boolean isLead(Entry entry) {
        return entry.icon() == Icon.INFO
                && entry.whyNot().filter(String::isEmpty).isPresent();
    }

    private static Optional<String> shared(List<List<Entry>> groups) {
        List<String> reasons = groups.stream()
                .flatMap(List::stream)
                .flatMap(entry -> entry.whyNot().stream())
                .filter(reason -> !reason.isEmpty())
                .toList();
        return reasons.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getKey().length() > LEAST)
                .filter(each ->
                        each.getValue() >= MANY || each.getValue() >= MOST && each.getValue() * 2 >= reasons.size())
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static Entry lead(String reason) {
        // as it is: it may begin with a name
        return new Entry(TextShortener.clauses(LONGEST, reason), Icon.INFO, "", Optional.of(""), () -> {});
    }

    private static Entry without(Entry entry, String reason) {
        return entry.whyNot().filter(reason::equals).isPresent()
                ? new Entry(entry.words(), entry.icon(), entry.key(), Optional.of(""), entry.action())
                : entry;
    }
}
