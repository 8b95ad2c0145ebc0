// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What code, decisions and documents cite is there, and no document leaves out what it lists. */
class DocumentsTest {
    private static final Pattern DOCUMENT =
            Pattern.compile("\\b([A-Za-z0-9][\\w-]*)\\.md\\b(?:`?,? (?:section )?(\\d+[a-z]?|[PR]\\d+)\\b)?");
    /** Documents of other projects, and what the tests write themselves. */
    private static final Set<String> OTHERS = Set.of("how_to_use_volcano_vgpu", "protocol", "server-matrix");

    private static final Pattern GOAL = Pattern.compile("\\b([PR]\\d{1,2})\\b");
    private static final Pattern DECISION = Pattern.compile("\\bADR (\\d+)\\b");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)");
    private static final Pattern SECTION = Pattern.compile("(?m)^#+ (\\d+[a-z]?)\\.");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([PR]\\d+) \\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Benchmark))`");
    private static final Pattern OURS = Pattern.compile("`(podium(?:\\.\\w+)+)`");
    private static final Pattern PROPERTY =
            Pattern.compile("\\b(?:getProperty|getLong|getInteger|getBoolean)\\(\\s*(?:\"([\\w.]+)\"|([A-Z_]+)\\b)");
    private static final Pattern VARIABLE = Pattern.compile(
            "getenv\\((?:\\)\\s*\\.get(?:OrDefault)?\\()?\\s*(?:\"(\\w+)\"|([A-Z_]+)\\b)|\\$\\{?((?:PODIUM|SWTBOT)_\\w+)");
    private static final Pattern FLAG = Pattern.compile("-D(podium[\\w.]+)=");
    /** What every Java has, and is no setting of Podium. */
    private static final Pattern OF_JAVA = Pattern.compile("(java|os|user|osgi|eclipse)\\..*");
    /** The plural and the name of a kind, as the mirror's table has them. */
    private static final Pattern KIND = Pattern.compile("\"([a-z]+)\",\\s*\"([A-Z]\\w+)\"");

    /** A class by its path: its bundle and its package. */
    private static final Pattern PACKAGE =
            Pattern.compile("bundles/([^/]+)/src(?:-gen)?/(.+)/(?!package-info)[^/]+\\.java");

    private static final Pattern MAKER = Pattern.compile("(?m)^    [A-Z_]+\\(\"([a-z-]+)\", \\d+");

    private final Path root = Checkout.root();
    private final Path docs = root.resolve("releng/docs");

    /** Whoever changes one of them alone is told: help in the window and beside the code had parted. */
    @Test
    void theHelpInTheWindowIsTheOneOfTheDocuments() {
        assertEquals(text(docs.resolve("help.md")), text(root.resolve("bundles/podium.ui/help/help.md")));
    }

    @Test
    void whatIsCitedIsThere() {
        Set<String> goals = all(ROW, text(docs.resolve("goals.md")));
        Set<String> wrong = new TreeSet<>();
        for (Path file : files()) {
            String text = prose(file);
            if (text.contains("shared/design")) {
                wrong.add(name(file) + ": a folder outside the repository");
            }
            DOCUMENT.matcher(isScript(file) ? "" : text).results().forEach(found -> {
                Path document = document(found.group(1));
                String place = found.group(2);
                if (OTHERS.contains(found.group(1))) {
                    return;
                }
                if (!Files.exists(document)) {
                    wrong.add(name(file) + ": " + found.group());
                } else if (place != null && !all(SECTION, text(document)).contains(place) && !goals.contains(place)) {
                    wrong.add(name(file) + ": " + found.group());
                }
            });
            all(GOAL, text).stream()
                    .filter(goal -> !goals.contains(goal))
                    .forEach(goal -> wrong.add(name(file) + ": " + goal));
            all(DECISION, text).stream()
                    .filter(number -> decisions().noneMatch(it -> it == Integer.parseInt(number)))
                    .forEach(number -> wrong.add(name(file) + ": ADR " + number));
            if (file.toString().endsWith(".md")) {
                all(LINK, text).stream()
                        .filter(link -> !Files.exists(parent(file).resolve(link)))
                        .forEach(link -> wrong.add(name(file) + ": " + link));
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void whatADocumentNamesOfTheCodeExists() {
        Set<String> known = new HashSet<>(Checkout.manifests("bundles").keySet());
        Set<String> tests = new HashSet<>(Set.of("DocumentsTest"));
        for (Path file : files()) {
            String name = name(file);
            int source = Math.max(name.indexOf("/src/"), name.indexOf("/src-gen/"));
            if (name.endsWith(".java") && source > 0) {
                String type = name.substring(name.indexOf('/', source + 1) + 1, name.length() - 5)
                        .replace('/', '.');
                tests.add(type.substring(type.lastIndexOf('.') + 1));
                known.add(type);
                known.add(type.substring(0, type.lastIndexOf('.')));
            }
        }
        Set<String> wrong = new TreeSet<>();
        for (Path document : Checkout.children(docs)) {
            String text = text(document);
            all(TEST, text).stream().filter(test -> !tests.contains(test)).forEach(wrong::add);
            if (!document.endsWith("settings.md")) {
                all(OURS, text).stream().filter(ours -> !known.contains(ours)).forEach(wrong::add);
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyBundleStandsInTheArchitecture() {
        assertEquals(
                Set.of(),
                missing("architecture.md", Checkout.manifests("bundles").keySet()));
    }

    @Test
    void everyPackageStandsInTheArchitectureAndNoOther() {
        String list = text(docs.resolve("architecture.md")).split("## 8\\.")[1];
        Set<String> told = new TreeSet<>();
        Pattern.compile("(?m)^    (\\S+):((?: \\S+|\\n {8}\\S+)+)")
                .matcher(list)
                .results()
                .forEach(bundle -> Stream.of(bundle.group(2).strip().split("\\s+"))
                        .forEach(name -> told.add(bundle.group(1) + ": " + name)));
        Set<String> there = files().stream()
                .map(this::name)
                .map(PACKAGE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1) + ": "
                        + below(found.group(1), found.group(2).replace('/', '.')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, told);
    }

    private static String below(String bundle, String name) {
        return name.equals(bundle) ? "." : name.startsWith(bundle + ".") ? name.substring(bundle.length() + 1) : name;
    }

    @Test
    void everyScenarioStandsInTheSettings() {
        Set<String> scenarios = Checkout.children(root.resolve("bundles/podium.simulator/scenarios")).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.endsWith(".yaml"))
                .map(name -> name.substring(0, name.length() - 5))
                .collect(Collectors.toSet());
        assertFalse(scenarios.isEmpty());
        assertEquals(Set.of(), missing("settings.md", scenarios));
    }

    @Test
    void everyExporterThatIsKnownByNameIsListed() {
        Set<String> makers = kubernetes()
                .map(DocumentsTest::text)
                .filter(text -> text.contains("\"nvidia-dcgm-exporter\""))
                .flatMap(text -> all(MAKER, text).stream())
                .collect(Collectors.toSet());
        assertFalse(makers.isEmpty());
        assertEquals(Set.of(), missing("kubernetes.md", makers));
    }

    @Test
    void everyKindThatIsFollowedIsListed() {
        Set<String> kinds = kubernetes()
                .flatMap(file -> KIND.matcher(text(file)).results())
                .filter(pair ->
                        pair.group(2).toLowerCase().startsWith(pair.group(1).substring(0, 3)))
                .map(pair -> pair.group(2))
                .collect(Collectors.toSet());
        assertFalse(kinds.isEmpty());
        assertEquals(Set.of(), missing("kubernetes.md", kinds));
    }

    @Test
    void everySettingIsListed() {
        Set<String> settings = new TreeSet<>();
        for (Path file : files()) {
            if (!file.toString().endsWith(".md")) {
                String text = text(file);
                PROPERTY.matcher(text).results().forEach(found -> settings.add(resolved(found, text)));
                VARIABLE.matcher(text).results().forEach(found -> settings.add(resolved(found, text)));
                settings.addAll(all(FLAG, text));
            }
        }
        settings.removeIf(name -> name.isEmpty() || OF_JAVA.matcher(name).matches());
        assertEquals(Set.of(), missing("settings.md", settings));
    }

    /** The literal that was found, or that of the constant; empty: it is named elsewhere. */
    private static String resolved(MatchResult found, String text) {
        for (int i = 1; i <= found.groupCount(); i++) {
            String name = found.group(i);
            if (name != null && i == 2) {
                Matcher constant =
                        Pattern.compile("String " + name + " = \"([\\w.]+)\"").matcher(text);
                return constant.find() ? constant.group(1) : "";
            }
            if (name != null) {
                return name;
            }
        }
        return "";
    }

    private Set<String> missing(String document, Set<String> names) {
        String text = text(docs.resolve(document));
        return names.stream()
                .filter(name -> !text.contains("`" + name + "`"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Path document(String name) {
        return Stream.of("releng/docs", "releng/adr", "releng", "")
                .map(folder -> root.resolve(folder).resolve(name + ".md"))
                .filter(Files::exists)
                .findFirst()
                .orElse(docs.resolve(name + ".md"));
    }

    private Stream<Integer> decisions() {
        return Checkout.children(root.resolve("releng/adr")).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.matches("\\d{4}-.*"))
                .map(name -> Integer.valueOf(name.substring(0, 4)));
    }

    private Stream<Path> kubernetes() {
        return files().stream().filter(file -> name(file)
                .matches("bundles/podium\\.kubernetes/src/.*/(json|decode|kind|exporter)/[^/]*\\.java"));
    }

    /** Of code its comments, of everything else the whole text. */
    private static String prose(Path file) {
        String text = text(file);
        return file.toString().endsWith(".java")
                ? text.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("*") || line.startsWith("/*") || line.contains("// "))
                        .collect(Collectors.joining("\n"))
                : text;
    }

    private List<Path> files() {
        Stream<Path> all = Stream.of("bundles", "tests", "features", "releng")
                .flatMap(folder -> below(root.resolve(folder)).stream());
        return Stream.concat(all, Stream.of("README.md", "CONTRIBUTING.md").map(root::resolve))
                .filter(file -> !name(file).contains("/target/") && !name(file).contains("/bin/"))
                .filter(file -> name(file).matches(".*\\.(java|md|sh)") || isScript(file))
                .filter(file -> !file.endsWith("DocumentsTest.java"))
                .toList();
    }

    private boolean isScript(Path file) {
        String name = name(file);
        return !String.valueOf(file.getFileName()).contains(".")
                && (name.startsWith("releng/") || name.startsWith("features/podium.platform.feature/root/"));
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
