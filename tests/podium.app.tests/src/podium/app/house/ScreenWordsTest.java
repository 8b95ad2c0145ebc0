// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands on the screen keeps to the capitals that CONTRIBUTING asks for and to the words of {@code releng/docs/glossary.md}. */
class ScreenWordsTest {
    /** The key of the first text of a constant that is an action. */
    private static final Pattern ACTION = Pattern.compile("(?m)^    [A-Z_]+\\(\\s*Texts\\.of\\(\\s*\"([^\"]+)\"");

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"");
    /** A row of the table of words that no text has. */
    private static final Pattern UNUSED = Pattern.compile("(?m)^\\| \"([^\"|]+)\" \\|");
    /** What is small in a title (Chicago Manual of Style, 8.159). */
    private static final List<String> SMALL = List.of("a", "an", "and", "as", "if", "in", "of", "on", "the", "to");

    private static final List<String> NAMES = List.of("k9s", "nvidia-smi");

    @Test
    void menusAreInTitleCase() {
        List<String> labels = new ArrayList<>();
        for (String bundle : List.of("podium.app", "podium.ui")) {
            TextFiles.ofModel(bundle).forEach((key, label) -> {
                if (key.endsWith(".label")) {
                    labels.add(label.replace("&", "").replaceAll("\\t.*", ""));
                }
            });
        }
        assertEquals(
                List.of(), labels.stream().filter(ScreenWordsTest::isNotTitle).toList());
        assertFalse(labels.isEmpty());
    }

    @Test
    void actionsAreInTitleCase() throws IOException {
        Map<String, String> texts = TextFiles.of("podium.ui");
        List<String> labels = new ArrayList<>();
        for (String name : List.of(
                "enablement/DeviceAction",
                "enablement/FleetAction",
                "enablement/ObjectVerb",
                "operation/OperationAction")) {
            List<String> found = all(
                            ACTION,
                            Files.readString(
                                    Checkout.root().resolve("bundles/podium.ui/src/podium/ui/" + name + ".java")))
                    .toList();
            assertFalse(found.isEmpty(), name);
            found.forEach(key -> labels.add(texts.get(key)));
        }
        assertEquals(
                List.of(), labels.stream().filter(ScreenWordsTest::isNotTitle).toList());
    }

    @Test
    void whyWhatIsTypedIsNotUnderstoodIsReadBesideItsField() throws IOException {
        Set<String> besides = Set.of("JobsPart", "FindField");
        List<String> tips = new ArrayList<>();
        for (Sources bundle : Sources.all()) {
            bundle.files().stream()
                    .filter(file -> Pattern.compile("(?:field|filter)\\.problem\\([^)]")
                            .matcher(file.text())
                            .find())
                    .map(Sources.Source::name)
                    .filter(name -> besides.stream().noneMatch(name::endsWith))
                    .forEach(tips::add);
        }
        assertEquals(List.of(), tips, "FilterField.note says it below; the others have a line of their own");
    }

    @Test
    void theFilesThatADialogOffersHaveAName() throws IOException {
        List<String> nameless = new ArrayList<>();
        for (Sources bundle : Sources.all()) {
            bundle.files().stream()
                    .filter(file -> file.text().contains(".setFilterExtensions(")
                            && !file.text().contains(".setFilterNames("))
                    .forEach(file -> nameless.add(file.name()));
        }
        assertEquals(List.of(), nameless, "not *.csv alone, but what is in such a file");
    }

    @Test
    void noTextHasAWordThatTheGlossaryRulesOut() throws IOException {
        List<String> unused = all(UNUSED, Files.readString(Checkout.root().resolve("releng/docs/glossary.md")))
                .toList();
        assertFalse(unused.isEmpty(), "the table of words that no text has is not found in the glossary");
        List<String> found = new ArrayList<>();
        for (Sources bundle : Sources.all()) {
            for (Sources.Source file : bundle.files()) {
                all(TEXT, file.text())
                        .filter(text -> unused.stream().anyMatch(text::contains))
                        .forEach(text -> found.add(file.name() + ": " + text));
            }
            TextFiles.of(bundle.bundle()).forEach((key, text) -> {
                if (unused.stream().anyMatch(text::contains)) {
                    found.add(key + ": " + text);
                }
            });
        }
        assertEquals(List.of(), found, "releng/docs/glossary.md says what is said instead");
    }

    private static boolean isNotTitle(String label) {
        String[] words = label.replace("\\u2026", "").replace("\u2026", "").split(" ");
        return Arrays.stream(words).anyMatch(word -> isSmall(word) && !SMALL.contains(word)) || isSmall(words[0]);
    }

    private static boolean isSmall(String word) {
        return Character.isLowerCase(word.charAt(0)) && !NAMES.contains(word);
    }

    private static Stream<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map((MatchResult found) -> found.group(1));
    }
}
