// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the sentence begins that says why an act cannot be done. */
final class Cannot {
    /** What is done by buttons whose words name a thing. */
    private static final Map<String, String> DEEDS = Map.of(
            "Logs", "show logs",
            "Shell", "open a shell",
            "Priority", "change the priority",
            "Queue", "change the queue",
            "Which Cluster", "compare clusters");

    private Cannot() {}

    /** Of the words on a button, which are in title case: Lay Out Ranks... becomes Cannot lay out ranks. */
    static String of(String words) {
        String thing = words.replace("\u2026", "");
        return DEEDS.containsKey(thing) ? "Cannot " + DEEDS.get(thing) : verb(words);
    }

    private static String verb(String words) {
        return Stream.of(words.replace("\u2026", "").split(" "))
                .map(word -> word.matches("[A-Z][a-z-]+") ? word.toLowerCase(Locale.ROOT) : word)
                .collect(Collectors.joining(" ", "Cannot ", ""));
    }
}
