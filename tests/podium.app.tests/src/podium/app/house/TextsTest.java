// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the product says stands in one file of each bundle, so that it can be translated, and the code finds it there. */
class TextsTest {
    private static final Pattern USE = Pattern.compile("\\bTexts\\s*\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");
    private static final Pattern QUOTED = Pattern.compile("''|'[{}]+'");
    private static final Pattern MODEL_KEY = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern LABEL = Pattern.compile(" (?:label|tooltip|commandName)=\"[^%][^\"]*\"");
    private static final Pattern NOUN =
            Pattern.compile("\\b(?:Counted\\.(?:of|noun|all|allAtStart)|Formats\\.counted)\\(");
    /** Words that are wrong for one and for two. */
    private static final Pattern COUNT = Pattern.compile("\\s*(?:Counted\\s*\\.of|Formats\\.counted)\\(");
    /** What stands behind several of something only. */
    private static final String VERB =
            "(?: (?:of|on|that|with|to|there)\\b[^.;:,]*?)? (?:still )?(?:are|were|have|run|stay|want|wait|hold)\\b";

    private static final Pattern CHOSEN = Pattern.compile("== 1\\b|> 1\\b|case 1\\b");
    private static final Pattern ALL_OF_NUMBER =
            Pattern.compile("\\b[Aa]ll (?:of |the |its |their )*\\{\\d}(?![,;]|$)");

    private static final Pattern NAMED_BY_TEXT = Pattern.compile(
            "(?:Column(?:<[^()]*>)?(?:\\s*\\.(?:<\\w+>)?(?:text|count))?)\\(\\s*Texts\\s*\\.of\\(\"([^\"]+)\"");
    private static final Pattern WITHOUT_VALUES = Pattern.compile("Texts\\s*\\.of\\(\\s*\"([^\"]+)\"(?:,\\s*\"\")+\\)");
    private static final Pattern PREDICATE = Pattern.compile("^(?:is|are|has|have|holds|names|cannot be) ");
    /** What they say stands beside the name, in a row or a column of its own. */
    private static final Set<String> IN_A_ROW = Set.of(
            "CapacityType", "ClusterChoiceDialog", "DrainFilters", "ManifestFit", "NodeVerdicts", "OtherCluster");

    private static final Pattern WORD = Pattern.compile("\"([^\"\\\\]+)\"");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"");
    /** A comment, or a text, which is kept. */
    private static final Pattern COMMENT =
            Pattern.compile("(\"(?:[^\"\\\\\\n]++|\\\\.)*+\")|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    /** Three words one after the other. */
    private static final Pattern SENTENCE = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");
    /** What the log keeps, what a programmer did wrong, what other programs say. */
    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile(
            "(?:LOG\\w*\\s*\\.log|log\\.(?:warn|error)|compile|contains|startsWith|endsWith|(?:IllegalState|IllegalArgument|UnsupportedOperation|CelEvaluation)Exception|AssertionError)\\([^;]*$");
    /** Whose words are kept and read again, go to other programs, or come from them. */
    private static final Set<String> OTHERS = Set.of(
            "AuditRows",
            "ClientTunnels",
            "DaemonSetKind",
            "DcgmFact",
            "DcgmMetric",
            "DrainFlow",
            "EditedYaml",
            "JdkTransport",
            "Journal",
            "LifeCycle",
            "LongText",
            "MetricSourceSettings",
            "MirrorMemory",
            "OperationListeners",
            "OperationSignals",
            "PodiumMetric",
            "Replicas",
            "SecretBodyStore",
            "ServerNameContext",
            "UnreadFindings",
            "UserEntry",
            "ValueReader");

    @Test
    void noSentenceIsWrittenInTheCode() {
        Set<String> found = new TreeSet<>();
        for (Sources bundle : Sources.all()) {
            // what the simulator says is said by Kubernetes
            if (!bundle.bundle().equals("podium.simulator")) {
                bundle.files().stream().filter(TextsTest::saysSomething).forEach(file -> found.add(file.name()));
            }
        }
        assertEquals(new TreeSet<>(OTHERS), found, "what people read stands in texts.properties");
    }

    private static boolean saysSomething(Sources.Source file) {
        String code = COMMENT.matcher(file.text()).replaceAll("$1");
        return LITERAL.matcher(code)
                .results()
                .filter(text -> SENTENCE.matcher(text.group()).find())
                .anyMatch(text -> !NOT_FOR_PEOPLE
                        .matcher(code.substring(Math.max(0, text.start() - 140), text.start()))
                        .find());
    }

    @Test
    void everyTextOfTheCodeIsInTheFileOfItsBundleAndNoneIsLeftThere() {
        List<String> wrong = new ArrayList<>();
        for (Sources bundle : Sources.all()) {
            Set<String> used = new TreeSet<>();
            bundle.files().forEach(file -> uses(file).forEach(use -> used.add(use.key())));
            Set<String> there = TextFiles.of(bundle.bundle()).keySet();
            difference(used, there).forEach(key -> wrong.add(key + " is missing in " + bundle.bundle()));
            difference(there, used).forEach(key -> wrong.add(key + " is not used in " + bundle.bundle()));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyTextHasAPlaceForEachOfItsValues() {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Sources bundle : Sources.all()) {
            Map<String, String> texts = TextFiles.of(bundle.bundle());
            for (Sources.Source file : bundle.files()) {
                for (Use use : uses(file)) {
                    Set<String> places = new TreeSet<>();
                    Matcher matcher = PLACE.matcher(
                            QUOTED.matcher(texts.getOrDefault(use.key(), "")).replaceAll(""));
                    matcher.results().forEach((MatchResult found) -> places.add(found.group(1)));
                    Set<String> values = new TreeSet<>();
                    for (int i = 0; i < use.values(); i++) {
                        values.add(String.valueOf(i));
                    }
                    if (!places.equals(values)) {
                        wrong.add(file.name() + ": " + use.key() + " has " + use.values() + " values: "
                                + texts.get(use.key()));
                    }
                    checked++;
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertFalse(checked == 0);
    }

    /** "is empty" after the name of a file cannot be turned round, and says nothing where the name is missing. */
    @Test
    void aTextSaysOfWhatItSpeaks() {
        Set<String> found = new TreeSet<>();
        for (Sources bundle : Sources.all()) {
            TextFiles.of(bundle.bundle()).forEach((key, text) -> {
                if (PREDICATE.matcher(text).find()) {
                    found.add(key.substring(0, key.indexOf('.')));
                }
            });
        }
        assertEquals(new TreeSet<>(IN_A_ROW), found, "say what is, has or holds it");
    }

    @Test
    void allOfANumberIsSaidByTheHelperThatKnowsBoth() {
        List<String> wrong = new ArrayList<>();
        for (Sources bundle : Sources.all()) {
            TextFiles.of(bundle.bundle()).forEach((key, text) -> {
                if (ALL_OF_NUMBER.matcher(text).find()) {
                    wrong.add(key + " = " + text);
                }
            });
        }
        assertEquals(List.of(), wrong, "Counted.all: both pods, all 3 pods");
    }

    /** A language may put a value anywhere: what begins a text in English may stand behind it. */
    @Test
    void noTextIsKnownByItsBeginning() {
        List<String> wrong = new ArrayList<>();
        for (Sources bundle : Sources.all()) {
            bundle.files().forEach(file -> all(WITHOUT_VALUES, file.text())
                    .forEach(key -> wrong.add(file.name() + ": " + key)));
        }
        assertEquals(List.of(), wrong);
    }

    /** What the operator sorted by is kept by the id of the column, in whichever language. */
    @Test
    void noColumnHasATextForItsId() {
        List<String> wrong = new ArrayList<>();
        for (Sources bundle : Sources.all()) {
            bundle.files().forEach(file -> all(NAMED_BY_TEXT, file.text())
                    .forEach(key -> wrong.add(file.name() + ": " + key)));
        }
        assertEquals(List.of(), wrong);
    }

    /** One that stands alone quotes all that follows, and the text loses its values (NLS.bind). */
    @Test
    void apostrophesAreWrittenTwice() {
        List<String> wrong = new ArrayList<>();
        for (Sources bundle : Sources.all()) {
            TextFiles.of(bundle.bundle()).forEach((key, text) -> {
                if (QUOTED.matcher(text).replaceAll("").contains("'")) {
                    wrong.add(bundle.bundle() + ": " + key + " = " + text);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyLabelOfTheModelIsInTheFileOfItsBundleAndNoneIsLeftThere() throws IOException {
        for (String bundle : List.of("podium.ui", "podium.app")) {
            Path folder = Checkout.root().resolve("bundles").resolve(bundle);
            Set<String> used = new TreeSet<>();
            for (Path file : Checkout.children(folder)) {
                if (file.toString().endsWith(".e4xmi") || file.endsWith("plugin.xml")) {
                    String model = Files.readString(file);
                    assertEquals(List.of(), all(LABEL, model).toList(), file.toString());
                    all(MODEL_KEY, model).forEach(used::add);
                }
            }
            assertFalse(used.isEmpty());
            assertEquals(used, new TreeSet<>(TextFiles.ofModel(bundle).keySet()), bundle);
        }
    }

    @Test
    void everyNounBehindANumberIsInTheFileOfNouns() {
        Set<String> used = new TreeSet<>();
        for (Sources bundle : Sources.all()) {
            for (Sources.Source file : bundle.files()) {
                Matcher matcher = NOUN.matcher(file.text());
                while (matcher.find()) {
                    List<String> arguments = arguments(file.text(), matcher.end());
                    all(WORD, arguments.getLast()).forEach(used::add);
                }
            }
        }
        assertEquals(
                used,
                new TreeSet<>(TextFiles.read(
                                Checkout.root().resolve("bundles/podium.core/src/podium/core/text/nouns.properties"))
                        .keySet()));
    }

    /** "1 record are missing": where the verb changes with the number, the number chooses between two texts, in the lines before. */
    @Test
    void aVerbBehindANumberIsChosenByIt() {
        List<String> wrong = new ArrayList<>();
        for (Sources bundle : Sources.all()) {
            Map<String, String> texts = TextFiles.of(bundle.bundle());
            for (Sources.Source file : bundle.files()) {
                Matcher use = USE.matcher(file.text());
                while (use.find()) {
                    List<String> values = arguments(file.text(), file.text().indexOf('(', use.start()) + 1);
                    String before = file.text().substring(Math.max(0, use.start() - 700), use.start());
                    String text = texts.getOrDefault(use.group(1), "");
                    for (int i = 1; i < values.size(); i++) {
                        if (COUNT.matcher(values.get(i)).lookingAt()
                                && Pattern.compile("\\{" + (i - 1) + "}" + VERB)
                                        .matcher(text)
                                        .find()
                                && !CHOSEN.matcher(before).find()) {
                            wrong.add(file.name() + ": " + use.group(1) + " = " + text);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** @param values how many values it is given */
    private record Use(String key, int values) {}

    private static List<Use> uses(Sources.Source file) {
        List<Use> uses = new ArrayList<>();
        Matcher matcher = USE.matcher(file.text());
        while (matcher.find()) {
            int open = file.text().indexOf('(', matcher.start());
            uses.add(new Use(matcher.group(1), arguments(file.text(), open + 1).size() - 1));
        }
        return uses;
    }

    /** The arguments of a call, from behind its bracket. */
    private static List<String> arguments(String code, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int begin = from;
        for (int i = from; ; i++) {
            char c = code.charAt(i);
            if (c == '"' || c == '\'') {
                i = behind(code, i);
            } else if (c == '(' || c == '{' || c == '[') {
                depth++;
            } else if ((c == ')' || c == '}' || c == ']') && depth-- == 0) {
                arguments.add(code.substring(begin, i));
                return arguments;
            } else if (c == ',' && depth == 0 && !insideTypes(code.substring(begin, i))) {
                arguments.add(code.substring(begin, i));
                begin = i + 1;
            }
        }
    }

    /** Whether a comma belongs to the type arguments of {@code Map.<String, String>of()}. */
    private static boolean insideTypes(String argument) {
        return argument.matches("(?s).*[.\\w]<[A-Z][^<>()]*");
    }

    /** Where the string or character that begins here ends. */
    private static int behind(String code, int quote) {
        int i = quote + 1;
        while (code.charAt(i) != code.charAt(quote)) {
            i += code.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private static Set<String> difference(Set<String> from, Set<String> without) {
        Set<String> rest = new TreeSet<>(from);
        rest.removeAll(without);
        return rest;
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(found.groupCount()));
    }
}
