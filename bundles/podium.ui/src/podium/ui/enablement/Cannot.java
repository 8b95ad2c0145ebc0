// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.ui.texts.Texts;

/** How the sentence begins that says why an act cannot be done. */
final class Cannot {
    /** What is done by buttons whose words name a thing. */
    private static final Map<String, String> DEEDS = Map.of(
            "Logs", Texts.of("Cannot.showLogs"),
            "Shell", Texts.of("Cannot.openAShell"),
            "Priority", Texts.of("Cannot.changeThePriority"),
            "Queue", Texts.of("Cannot.changeTheQueue"),
            "Which Cluster", Texts.of("Cannot.compareClusters"));

    private Cannot() {}

    /** Of the words on a button, which are in title case: Lay Out Ranks... becomes Cannot lay out ranks. */
    static String of(String words) {
        String thing = words.replace("\u2026", "");
        return DEEDS.containsKey(thing) ? Texts.of("Cannot.cannot", DEEDS.get(thing)) : verb(words);
    }

    private static String verb(String words) {
        return Stream.of(words.replace("\u2026", "").split(" "))
                .map(word -> word.matches("[A-Z][a-z-]+") ? word.toLowerCase(Locale.ROOT) : word)
                .collect(Collectors.joining(" ", Texts.of("Cannot.cannot2"), ""));
    }
}
