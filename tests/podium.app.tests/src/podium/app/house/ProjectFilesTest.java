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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Eclipse PDE reads of a clone says the same as the build; {@code releng/project-files} writes it. */
class ProjectFilesTest {
    private static final Pattern NAME = Pattern.compile("<projectDescription>\\s*<name>([^<]*)</name>");
    private static final Pattern NATURE = Pattern.compile("<nature>([^<]*)</nature>");
    private static final Pattern SOURCE = Pattern.compile("<classpathentry kind=\"src\" path=\"([^\"]*)\"/>");
    private static final Pattern STARTED =
            Pattern.compile("<plugin id=\"([^\"]+)\" autoStart=\"true\" startLevel=\"([1-9])\"/>");
    private static final Pattern LAUNCHED =
            Pattern.compile("<setEntry value=\"([^:\"]+)::default:true:([0-9]):true\"/>");
    private static final Pattern PROPERTY = Pattern.compile("<property name=\"([^\"]+)\" value=\"([^\"]*)\"/>");
    private static final Pattern FEATURE = Pattern.compile("<feature id=\"([^\"]+)\"/>");
    private static final Pattern SELECTED = Pattern.compile("<setEntry value=\"([^:\"]+):workspace\"/>");

    private final Path root = Checkout.root();

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Path> projects() {
        List<Path> projects = new ArrayList<>();
        for (String folder : List.of("bundles", "tests")) {
            Checkout.manifests(folder)
                    .keySet()
                    .forEach(name -> projects.add(root.resolve(folder).resolve(name)));
        }
        return projects;
    }

    private static String name(Path project) {
        return String.valueOf(project.getFileName());
    }

    private static Set<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("eclipse.preferences"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyBundleIsAProjectOfPluginsAndJava() {
        assertAll(projects().stream().map(project -> () -> {
            assertTrue(Files.exists(project.resolve(".project")), project + ": run releng/project-files");
            String text = text(project.resolve(".project"));
            assertEquals(Set.of(name(project)), all(NAME, text));
            assertEquals(
                    new TreeSet<>(Set.of("org.eclipse.pde.PluginNature", "org.eclipse.jdt.core.javanature")),
                    all(NATURE, text),
                    name(project));
        }));
    }

    @Test
    void theOtherFoldersAreProjectsToo() {
        List<Path> others = new ArrayList<>(Checkout.children(root.resolve("features")));
        // what a build lays beside the features is none
        others.removeIf(folder -> !Files.exists(folder.resolve("feature.xml")));
        Stream.of("product", "targets", "releng").map(root::resolve).forEach(others::add);
        assertAll(others.stream()
                .map(project ->
                        () -> assertEquals(Set.of(name(project)), all(NAME, text(project.resolve(".project"))))));
    }

    @Test
    void theClassPathHasTheSourcesThatAreThere() {
        assertAll(projects().stream().map(project -> () -> {
            Set<String> there = Stream.of("src", "src-gen")
                    .filter(folder -> Files.isDirectory(project.resolve(folder)))
                    .collect(Collectors.toCollection(TreeSet::new));
            String text = text(project.resolve(".classpath"));
            assertEquals(there, all(SOURCE, text), name(project));
            assertTrue(text.contains("StandardVMType/JavaSE-25"), name(project));
        }));
    }

    @Test
    void theCompilerIsToldWhatTheBuildTellsIt() {
        assertAll(projects().stream().map(project -> () -> {
            boolean ofTests = text(project.resolve("build.properties")).contains("compiler-tests.prefs");
            assertEquals(
                    lines(root.resolve("releng").resolve(ofTests ? "compiler-tests.prefs" : "compiler.prefs")),
                    lines(project.resolve(".settings/org.eclipse.jdt.core.prefs")),
                    name(project) + ": run releng/project-files");
        }));
    }

    @Test
    void theLaunchStartsWhatTheProductStarts() throws IOException {
        String product = text(root.resolve("product/podium.product"));
        String launch = text(root.resolve("releng/podium.launch"));
        assertEquals(levels(STARTED, product), levels(LAUNCHED, launch));
        assertEquals(all(FEATURE, product), all(SELECTED, launch));
        PROPERTY.matcher(product).results().forEach(property -> {
            String told = "-D" + property.group(1) + "=" + property.group(2);
            assertTrue(launch.contains(told), told);
        });
        assertTrue(launch.contains("key=\"productFile\" value=\"/product/podium.product\""), launch);
        assertTrue(product.contains(" id=\"podium.app.product\""), product);
        assertTrue(launch.contains("key=\"product\" value=\"podium.app.product\""), launch);
    }

    private static Map<String, String> levels(Pattern pattern, String text) {
        Map<String, String> levels = new TreeMap<>();
        pattern.matcher(text).results().forEach(found -> levels.put(found.group(1), found.group(2)));
        return levels;
    }

    /** The features of the launch are all that PDE starts: what they hold is there. */
    @Test
    void theFeaturesHoldTheBundlesThatThereAre() throws IOException {
        Pattern plugin = Pattern.compile("<plugin id=\"([^\"]+)\"");
        assertEquals(
                new TreeSet<>(Checkout.manifests("bundles").keySet()),
                all(plugin, text(root.resolve("features/podium.feature/feature.xml"))));
    }
}
