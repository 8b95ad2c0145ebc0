// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house that a reader could overlook and a machine cannot. What is taste stays out of it. */
class HouseRulesTest {
    /** Who names whom inside the bundles of the core; a dot stands for the bundle's own package. */
    private static final Map<String, String> ARROWS =
            Map.of("podium.core", """
                api -> json
                change -> dra retry
                cluster -> api change shell
                fleet -> change dra text
                internal.device -> change fleet
                internal.fleet -> api change dra failure file fleet internal.device job text
                job -> api change file fleet retry text
                link -> machine text
                log -> api failure text
                machine -> change metrics
                metrics -> change
                text -> json
                """, "podium.telemetry", """
                internal -> .
                mismatch -> .
                """, "podium.placement", """
                advice -> .
                internal -> . internal.dra internal.dra.cel internal.gang internal.index internal.quota internal.rule internal.task internal.verdict
                internal.advice -> . advice
                internal.dra -> internal.dra.cel
                internal.gang -> . internal.index internal.rule internal.task internal.verdict
                internal.index -> . internal.dra internal.dra.cel
                internal.quota -> . internal.index internal.rule internal.task
                internal.rule -> . internal.dra internal.index internal.task
                internal.task -> . internal.index
                internal.verdict -> . internal.dra internal.index internal.quota internal.rule internal.task
                internal.whatif -> . internal internal.dra internal.quota internal.rule whatif
                whatif -> .
                """, "podium.operation", """
                . -> approval forward plan rule shell
                access -> job plan submit
                approval -> plan
                device -> plan
                drain -> plan
                internal.access -> access
                internal.approval -> approval plan rule
                internal.audit -> . internal.journal plan rule secret
                internal.copy -> . copy rule
                internal.device -> device internal.plan plan
                internal.drain -> drain internal.plan job plan rule
                internal.engine -> . approval internal.gate internal.journal internal.run internal.step internal.undo internal.write plan rule
                internal.forward -> . forward rule
                internal.gate -> access approval internal.approval internal.journal internal.run internal.write plan rule
                internal.job -> internal.plan job placement plan
                internal.journal -> . approval plan secret
                internal.partition -> internal.drain partition plan
                internal.plan -> job placement plan
                internal.rule -> plan rule
                internal.run -> . internal.journal
                internal.shell -> . rule shell
                internal.step -> . internal.gate internal.journal internal.run internal.write plan
                internal.submit -> internal.plan job placement plan submit
                internal.undo -> . internal.journal internal.step internal.write plan
                internal.write -> . plan secret
                job -> placement plan
                object -> . plan
                partition -> plan
                placement -> plan
                plan -> secret
                rule -> plan
                submit -> placement plan
                """);

    /** Bundles whose API is used by others; the others have parts and starters in packages that nobody names. */
    private static final Set<String> LIBRARIES = Set.of(
            "podium.core", "podium.telemetry", "podium.placement", "podium.operation", "podium.sources", "podium.ui");

    /** What is kept for the whole process on purpose: what the start found, a table that is read once, and an empty set. */
    private static final Set<String> KEPT = Set.of(
            "podium.launcher.internal.BundleOwners known",
            "podium.core.fleet.ProductPowerLimit KNOWN",
            "podium.simulator.internal.api.patch.FieldSet NOTHING");

    /** At which the formatter wraps code; and how wide a comment may be, as {@code .editorconfig} has it. */
    private static final int CODE_WIDTH = 120;

    private static final int COMMENT_WIDTH = 140;

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:\\w+[ -])*?(?:class|record|interface|@interface|enum) ");
    private static final Pattern NESTED = Pattern.compile(
            "(?m)^ +public (?:(?:static|sealed|non-sealed|abstract|final) )*(?:class|record|interface|enum) (\\w+)");
    private static final Pattern ANNOTATIONS = Pattern.compile("(?:\\s*@\\w+(?:\\([^)]*\\))?)+\\s*$");
    private static final Pattern LINKED =
            Pattern.compile("\\{@link(?:plain)?\\s+(?:\\*\\s+)?(podium(?:\\.[a-z]\\w*)+\\.[A-Z]\\w*)");
    private static final Pattern COMMENT = Pattern.compile("\\s*(?:\\*|/[*/])|.*[;{}] // ");
    private static final Pattern LOST_COMMENT =
            Pattern.compile("(?m)^ */\\*\\*(?:[^*]|\\*(?!/))*+\\*/\\s*(?:/\\*\\*|\\}|\\n *\\n)");
    private static final Pattern BESIDE =
            Pattern.compile("\\b(\\w+)\\.class\\.getResource(?:AsStream)?\\(\\s*\"([^/\"][^\"]*)\"");
    private static final Pattern SERVICE = Pattern.compile(
            "(?m)^public interface"
                    + " \\w*(?:Service|Services|Store|ObjectReader|ObjectWriter|Connections?|Connector|Locks|Machine|Transport|Planner|Compiler)\\b");
    private static final Pattern NOTHING_DONE =
            Pattern.compile("(?m)^ +default [^{};=]*?\\b(\\w+)\\([^{};]*\\) \\{\\s*(?:return"
                    + " (?:Optional\\w*\\.empty\\(\\)|List\\.of\\(\\)|\"\"|0|false|true|\\(\\) ->"
                    + " \\{\\s*\\}|[A-Z]\\w*\\.NONE);)?\\s*\\}");
    private static final Pattern FOREWORD = Pattern.compile("(?m)^(?:package|import) .*;$");
    private static final Pattern DISPATCH = Pattern.compile("\\b(?:asyncExec|syncExec|timerExec)\\b");
    private static final Pattern CHANGEABLE =
            Pattern.compile("(?m)^\\s+(?:(?:private|public|protected|volatile|transient) )*static"
                    + " (?!final\\b|class\\b|record\\b|enum\\b|interface\\b|sealed\\b|abstract\\b|non-sealed\\b)(?:volatile"
                    + " |transient )?[\\w.<>\\[\\], ?@]+ (\\w+)\\s*[=;]");
    private static final Pattern FILLED =
            Pattern.compile("(?m)^\\s+(?:\\w+ )*static final [\\w.<>\\[\\], ?@]+ (\\w+)\\s*=\\s*new"
                    + " (?:\\w*(?:Map|List|Set|Queue|Deque)|Atomic\\w+)(?:<[^;(]*>)?\\(\\)");

    private final List<Sources> bundles = Sources.all();

    private List<Sources.Source> files() {
        return bundles.stream().flatMap(bundle -> bundle.files().stream()).toList();
    }

    /** The files of which something holds. */
    private List<String> where(Predicate<Sources.Source> holds) {
        return files().stream().filter(holds).map(Object::toString).toList();
    }

    @Test
    void noPackagesFormACircle() {
        assertAll(bundles.stream()
                .map(bundle -> () -> assertEquals(new TreeSet<>(Set.of()), bundle.inCircles(), bundle.bundle())));
    }

    @Test
    void theArrowsInsideTheCoreAreThoseOfTheTable() {
        assertAll(ARROWS.entrySet().stream().map(entry -> () -> {
            String bundle = entry.getKey();
            assertEquals(lines(table(entry.getValue())), lines(arrows(bundle)), bundle);
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"podium.kubernetes", "podium.ui"})
    void theArrowsInsideTheLargestBundlesAreThoseOfTheArchitecture(String bundle) throws IOException {
        String page = Files.readString(Checkout.root().resolve("releng/docs/architecture.md"));
        String head = "Inside `" + bundle + "`:\n\n";
        assertTrue(page.contains(head), "no arrows of " + bundle + " in releng/docs/architecture.md");
        String block = page.substring(page.indexOf(head) + head.length()).split("\n\n")[0];
        String rows = block.replaceAll("\n {8,}", " ").strip().replaceAll("\n +", "\n");
        assertEquals(lines(table(rows)), lines(arrows(bundle)), "releng/docs/architecture.md, " + bundle);
    }

    private static Map<String, Set<String>> arrows(String bundle) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        Sources.of(bundle).arrows().forEach((from, to) -> {
            if (!to.isEmpty()) {
                arrows.put(
                        relative(bundle, from),
                        to.stream().map(name -> relative(bundle, name)).collect(Collectors.toCollection(TreeSet::new)));
            }
        });
        return arrows;
    }

    private static String relative(String bundle, String name) {
        return name.equals(bundle) ? "." : name.substring(bundle.length() + 1);
    }

    private static Map<String, Set<String>> table(String text) {
        Map<String, Set<String>> table = new TreeMap<>();
        text.lines()
                .map(line -> line.split(" -> "))
                .forEach(row -> table.put(row[0], new TreeSet<>(List.of(row[1].split(" ")))));
        return table;
    }

    private static String lines(Map<String, Set<String>> arrows) {
        return arrows.entrySet().stream()
                .map(entry -> entry.getKey() + " -> " + String.join(" ", entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatIsApiImportsNothingInternal() {
        List<String> found = new ArrayList<>();
        bundles.stream().filter(bundle -> LIBRARIES.contains(bundle.bundle())).forEach(bundle -> bundle.files().stream()
                .filter(file -> !file.isInternal())
                .forEach(file -> file.imports().stream()
                        .filter(name -> name.startsWith("podium.") && name.contains(".internal"))
                        .forEach(name -> found.add(file + " -> " + name))));
        assertEquals(List.of(), found);
    }

    @Test
    void theEditorIsToldTheWidthOfComments() throws IOException {
        String editors = Files.readString(Checkout.root().resolve(".editorconfig"));
        assertTrue(editors.contains("[*.java]"), editors);
        String java = editors.substring(editors.indexOf("[*.java]")).split("\n\n")[0];
        assertTrue(java.contains("max_line_length = " + COMMENT_WIDTH), java);
        assertTrue(java.contains("wraps code at " + CODE_WIDTH), java);
    }

    /** What the formatter leaves alone are comments, and words in quotes that it cannot break. */
    @Test
    void noLineIsWiderThanTheFormatterWrapsCodeAndTheEditorComments() {
        List<String> found = new ArrayList<>();
        files().forEach(file -> file.text()
                .lines()
                .filter(line -> line.length() > (COMMENT.matcher(line).lookingAt() ? COMMENT_WIDTH : CODE_WIDTH))
                .filter(line -> !line.contains("\""))
                .forEach(line -> found.add(file + ": " + line.strip())));
        assertEquals(List.of(), found);
    }

    @Test
    void oneClassSpeaksToTheQueueOfTheDisplay() {
        assertEquals(List.of("podium.ui.toolkit.Repaint"), where(file -> DISPATCH.matcher(file.code())
                .find()));
    }

    /** The part service of an application fails while a dialog or another program is in front. */
    @Test
    void oneClassBringsPartsToTheFront() {
        assertEquals(List.of("podium.ui.toolkit.PartActivator"), where(file -> file.code()
                .contains("EPartService")));
    }

    /** A thread has a name, and is virtual where it may block: both are said where it is built. */
    @Test
    void noThreadIsMadeByItsConstructor() {
        assertEquals(List.of(), where(file -> file.code().contains("new Thread(")));
    }

    /** In Turkish the small letter of I is another one. */
    @Test
    void noLettersAreChangedByTheRulesOfTheLanguageOfTheMachine() {
        assertEquals(List.of(), where(file -> file.code().matches("(?s).*to(Lower|Upper)Case\\(\\).*")));
    }

    /** Java's own notion of it is not that of kubectl and of shells. */
    @Test
    void theHomeOfTheOperatorIsAskedForInOnePlace() {
        assertEquals(List.of("podium.core.file.Home"), where(file -> file.text().contains("\"user.home\"")));
    }

    @Test
    void everyPublicTypeIsDocumented() {
        assertEquals(List.of(), where(HouseRulesTest::isBare));
    }

    @Test
    void everyPublicTypeInsideAnotherIsDocumented() {
        List<String> bare = new ArrayList<>();
        for (Sources.Source file : files()) {
            Matcher type = NESTED.matcher(file.text());
            while (type.find()) {
                String before = ANNOTATIONS
                        .matcher(file.text().substring(0, type.start()))
                        .replaceFirst("");
                if (!before.stripTrailing().endsWith("*/")) {
                    bare.add(file + "." + type.group(1));
                }
            }
        }
        assertEquals(List.of(), bare);
    }

    /** What is put between a comment and what it speaks of takes the comment away from it. */
    @Test
    void noCommentStandsAboveAnotherOrAboveNothing() {
        assertEquals(List.of(), where(file -> LOST_COMMENT.matcher(file.text()).find()));
    }

    /** A name that was changed is found by the compiler in code, and by nobody in a comment. */
    @Test
    void whatACommentLinksToIsThere() {
        Set<String> types = bundles.stream()
                .flatMap(bundle -> Sources.types(bundle.bundle()).stream())
                .collect(Collectors.toSet());
        Set<String> lost = new TreeSet<>();
        for (Sources bundle : bundles) {
            for (Sources.Source file : Sources.withPackages(bundle.bundle())) {
                LINKED.matcher(file.text())
                        .results()
                        .map(link -> link.group(1))
                        .filter(type -> !types.contains(type))
                        .forEach(type -> lost.add(file + " -> " + type));
            }
        }
        assertEquals(Set.of(), lost);
    }

    /** A class that moves leaves its tables behind without a word of the compiler. */
    @Test
    void whatIsReadFromBesideAClassLiesThere() {
        Set<String> lost = new TreeSet<>();
        for (Sources bundle : bundles) {
            Path source =
                    Checkout.root().resolve("bundles").resolve(bundle.bundle()).resolve("src");
            for (Sources.Source file : bundle.files()) {
                Path folder = source.resolve(file.packageName().replace('.', '/'));
                BESIDE.matcher(file.text())
                        .results()
                        .filter(read -> read.group(1).equals(file.name()))
                        .map(read -> folder.resolve(read.group(2)))
                        .filter(table -> !Files.exists(table))
                        .forEach(table ->
                                lost.add(Checkout.root().relativize(table).toString()));
            }
        }
        assertEquals(Set.of(), lost);
    }

    /** One who forgets to implement it is told by the compiler, and does not go without a word. */
    @Test
    void noServiceDoesNothingByDefault() {
        List<String> found = new ArrayList<>();
        files().stream().filter(file -> SERVICE.matcher(file.code()).find()).forEach(file -> NOTHING_DONE
                .matcher(file.code())
                .results()
                .forEach(method -> found.add(file + "." + method.group(1))));
        assertEquals(List.of(), found);
    }

    private static boolean isBare(Sources.Source file) {
        Matcher type = PUBLIC_TYPE.matcher(file.text());
        if (!type.find()) {
            return false;
        }
        int from = 0;
        Matcher foreword = FOREWORD.matcher(file.text());
        while (foreword.find() && foreword.start() < type.start()) {
            from = foreword.end();
        }
        return !file.text().substring(from, type.start()).contains("/**");
    }

    @Test
    void nothingThatChangesIsStatic() {
        Set<String> found = new TreeSet<>();
        for (Sources.Source file : files()) {
            String code = file.code();
            for (Pattern pattern : List.of(CHANGEABLE, FILLED)) {
                Matcher matcher = pattern.matcher(code);
                while (matcher.find()) {
                    found.add(file + " " + matcher.group(1));
                }
            }
        }
        assertEquals(new TreeSet<>(KEPT), found);
    }

    /** A framework that is started without its launcher gives a bundle only what it imports, but for java.*. */
    @Test
    void whatJavaHasBeyondItsCoreIsImported() {
        Map<String, Manifest> manifests = Checkout.manifests("bundles");
        assertAll(bundles.stream().map(bundle -> () -> {
            Set<String> missing = bundle.files().stream()
                    .flatMap(file -> file.imports().stream())
                    .filter(name -> name.matches("(?:javax|jdk|org\\.w3c|org\\.xml)\\..*"))
                    .collect(Collectors.toCollection(TreeSet::new));
            missing.removeAll(Checkout.names(manifests.get(bundle.bundle()), "Import-Package"));
            assertEquals(Set.of(), missing, bundle.bundle());
        }));
    }
}
