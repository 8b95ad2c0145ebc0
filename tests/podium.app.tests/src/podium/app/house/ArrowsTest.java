// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The arrows between the bundles are those of the architecture, no more and no fewer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrowsTest {

    /** Who may name whom. The arrows of ui.topology to core and model pass through ui, which re-exports them. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("podium.model", Set.of()),
            Map.entry("podium.core", Set.of("podium.model")),
            Map.entry("podium.telemetry", Set.of("podium.core")),
            Map.entry("podium.placement", Set.of("podium.core")),
            Map.entry("podium.operation", Set.of("podium.core", "podium.placement")),
            Map.entry("podium.kubernetes", Set.of("podium.core", "podium.operation")),
            Map.entry("podium.gpu", Set.of("podium.core")),
            Map.entry("podium.sources", Set.of("podium.core", "podium.telemetry")),
            Map.entry("podium.agent", Set.of("podium.core", "podium.operation", "podium.sources")),
            Map.entry("podium.simulator", Set.of()),
            Map.entry("podium.launcher", Set.of()),
            Map.entry("podium.ui", Set.of("podium.core", "podium.telemetry", "podium.placement", "podium.operation")),
            Map.entry("podium.ui.topology", Set.of("podium.ui")),
            Map.entry(
                    "podium.app",
                    Set.of(
                            "podium.model",
                            "podium.core",
                            "podium.operation",
                            "podium.launcher",
                            "podium.simulator",
                            "podium.ui",
                            "podium.ui.topology")));

    /** Bundles that start no display, and what they must not see. */
    private static final Set<String> HEADLESS = Set.of(
            "podium.model",
            "podium.core",
            "podium.telemetry",
            "podium.placement",
            "podium.operation",
            "podium.kubernetes",
            "podium.gpu",
            "podium.sources",
            "podium.agent",
            "podium.simulator",
            "podium.launcher");

    private static final List<String> OF_A_DISPLAY =
            List.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.e4.ui", "org.eclipse.nebula");

    /** Bundles whose packages are not called after them. */
    private static final Map<String, String> NAMED_OTHERWISE = Map.of(
            "org.eclipse.nebula.widgets.nattable.core",
            "org.eclipse.nebula.widgets.nattable",
            "org.eclipse.e4.ui.model.workbench",
            "org.eclipse.e4.ui.model",
            "org.eclipse.tm.terminal.control",
            "org.eclipse.tm");

    private final Map<String, Manifest> manifests = ours();

    /** Without the one that stands in for a part of the workbench (ADR 19). */
    private static Map<String, Manifest> ours() {
        Map<String, Manifest> ours = new TreeMap<>(Checkout.manifests("bundles"));
        ours.remove("org.eclipse.ui");
        return ours;
    }

    private final Map<String, Set<String>> named = new HashMap<>();

    @Test
    void everyBundleOfTheArchitectureIsThereAndNoOther() {
        assertEquals(new TreeSet<>(ARROWS.keySet()), new TreeSet<>(manifests.keySet()));
    }

    @Test
    void theArrowsAreThoseOfTheArchitecture() {
        assertAll(manifests.entrySet().stream()
                .map(entry -> () -> assertEquals(
                        new TreeSet<>(ARROWS.get(entry.getKey())),
                        new TreeSet<>(arrows(entry.getValue())),
                        entry.getKey())));
    }

    @Test
    void noBundleGetsAtAnotherByItsPackages() {
        assertAll(manifests.entrySet().stream()
                .map(entry -> () -> assertEquals(
                        List.of(), podium(Checkout.names(entry.getValue(), "Import-Package")), entry.getKey())));
    }

    @Test
    void aHeadlessBundleSeesNothingOfADisplay() {
        assertAll(HEADLESS.stream()
                .map(bundle -> () -> assertEquals(
                        List.of(),
                        uses(bundle)
                                .filter(name -> OF_A_DISPLAY.stream().anyMatch(name::startsWith))
                                .toList(),
                        bundle)));
    }

    @Test
    void theClientLibraryOfKubernetesIsNeededByOneBundleOnly() {
        assertEquals(
                Set.of("podium.kubernetes"),
                manifests.keySet().stream()
                        .filter(bundle -> uses(bundle).anyMatch(name -> name.startsWith("io.fabric8.kubernetes")))
                        .collect(Collectors.toSet()));
    }

    @Test
    void nothingOfTheOldWorkbenchIsUsed() {
        // without a dot behind it, it is the stand-in that is built here
        assertAll(manifests.keySet().stream()
                .map(bundle ->
                        () -> assertTrue(uses(bundle).noneMatch(name -> name.startsWith("org.eclipse.ui.")), bundle)));
    }

    @Test
    void aBundleIsNamedLikeItsFolderAndRunsOnTheOneJava() {
        assertAll(Stream.of("bundles", "tests")
                .flatMap(folder -> Checkout.manifests(folder).entrySet().stream())
                .map(entry -> () -> {
                    assertEquals(List.of(entry.getKey()), Checkout.names(entry.getValue(), "Bundle-SymbolicName"));
                    assertEquals(
                            List.of("JavaSE-25"),
                            Checkout.names(entry.getValue(), "Bundle-RequiredExecutionEnvironment"),
                            entry.getKey());
                }));
    }

    /** Friends are for tests that look into several bundles; the journeys do, and see what is marked as internal. */
    @Test
    void noPackageHasFriends() {
        assertAll(manifests.values().stream()
                .flatMap(manifest -> Checkout.clauses(manifest, "Export-Package").stream())
                .map(clause -> () -> assertFalse(clause.contains("x-friends"), clause)));
    }

    @Test
    void whatAnotherBundleOfTheProductUsesIsApiAndNothingElseIs() {
        assertAll(manifests.entrySet().stream().map(entry -> () -> {
            TreeSet<String> api = new TreeSet<>(Checkout.clauses(entry.getValue(), "Export-Package").stream()
                    .filter(clause -> !clause.contains(";"))
                    .toList());
            assertEquals(usedByOthers(entry.getKey(), manifests.keySet()), api, entry.getKey());
        }));
    }

    @Test
    void whatIsInternalIsExportedOnlyWhereATestOfAnotherBundleLooksAtIt() {
        Map<String, Manifest> tests = Checkout.manifests("tests");
        assertAll(manifests.entrySet().stream().map(entry -> () -> {
            Set<String> strangers = tests.entrySet().stream()
                    .filter(test ->
                            !Checkout.names(test.getValue(), "Fragment-Host").contains(entry.getKey()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            TreeSet<String> internal = new TreeSet<>(Checkout.clauses(entry.getValue(), "Export-Package").stream()
                    .filter(clause -> clause.endsWith(";x-internal:=true"))
                    .map(clause -> clause.substring(0, clause.indexOf(';')))
                    .toList());
            TreeSet<String> looked = usedByOthers(entry.getKey(), strangers);
            looked.removeAll(usedByOthers(entry.getKey(), manifests.keySet()));
            assertEquals(looked, internal, entry.getKey());
        }));
    }

    @Test
    void noBundleUsesWhatIsInternalToAnother() {
        assertAll(manifests.keySet().stream()
                .map(bundle -> () -> assertEquals(
                        List.of(),
                        usedByOthers(bundle, manifests.keySet()).stream()
                                .filter(name -> List.of(name.split("\\.")).contains("internal"))
                                .toList(),
                        bundle)));
    }

    /** Of Eclipse, whose packages are called after their bundles; what a library of Maven holds is not seen from here. */
    @Test
    void whatIsRequiredIsNamedInTheCode() {
        assertAll(manifests.entrySet().stream().map(entry -> () -> {
            Set<String> named = new HashSet<>(named(entry.getKey()));
            named.addAll(Sources.contributors(entry.getKey()));
            TreeSet<String> idle = new TreeSet<>(Checkout.names(entry.getValue(), "Require-Bundle"));
            // the terminal names it, and a build of some bundles only finds it where one of ours does too
            idle.remove("org.eclipse.ui");
            idle.removeIf(name -> !name.startsWith("podium.") && !name.startsWith("org.eclipse."));
            idle.removeIf(name -> named.stream().anyMatch(used -> holds(name, used)));
            assertEquals(new TreeSet<>(), idle, entry.getKey());
        }));
    }

    private static boolean holds(String bundle, String used) {
        String prefix = NAMED_OTHERWISE.getOrDefault(bundle, bundle);
        return used.equals(prefix) || used.startsWith(prefix + ".");
    }

    /** The packages of a bundle that the code of others names. */
    private TreeSet<String> usedByOthers(String bundle, Set<String> others) {
        Set<String> own = Sources.packages(bundle);
        return others.stream()
                .filter(other -> !other.equals(bundle))
                .flatMap(other -> named(other).stream())
                .filter(own::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyBundleHasItsTestsAsAFragment() {
        Map<String, Manifest> tests = Checkout.manifests("tests");
        assertAll(manifests.keySet().stream()
                .map(bundle -> () -> assertEquals(
                        List.of(bundle), Checkout.names(tests.get(bundle + ".tests"), "Fragment-Host"), bundle)));
    }

    @Test
    void theBuildTakesEveryBundleOfTestsButTheOneOfAProfile() throws IOException {
        TreeSet<String> bundles = new TreeSet<>(Checkout.manifests("tests").keySet());
        assertTrue(bundles.remove("podium.swtbot.tests"));
        Path listed = Checkout.root().resolve("tests").resolve("pom.tycho");
        assertEquals(
                List.copyOf(bundles),
                Files.readAllLines(listed).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    /** The packages that the code of a bundle names. */
    private Set<String> named(String bundle) {
        return named.computeIfAbsent(bundle, Sources::named);
    }

    private static Set<String> arrows(Manifest manifest) {
        return new HashSet<>(podium(Checkout.names(manifest, "Require-Bundle")));
    }

    private Stream<String> uses(String bundle) {
        Manifest manifest = manifests.get(bundle);
        return Stream.concat(
                Checkout.names(manifest, "Require-Bundle").stream(),
                Checkout.names(manifest, "Import-Package").stream());
    }

    private static List<String> podium(List<String> names) {
        return names.stream().filter(name -> name.startsWith("podium.")).toList();
    }
}
