// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Podium knows of a kind of workload has one home: nobody else names a kind. */
class KindsTest {
    private static final Path HOME = Path.of("podium.kubernetes/src/podium/kubernetes/internal/kind");
    /** Where a kind gets its name. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:KindName\\([^;]*?|training\\(\"[^\"]*\", |KnativeKind\\(\"[^\"]*\", )\"([A-Z]\\w+)\"[,)]");

    private static final Pattern WORD = Pattern.compile("\"([A-Z]\\w+)\"");
    /** Names that are also those of other things: what is no workload, and words on the screen. */
    private static final Set<String> OTHERS =
            Set.of("Pod", "Node", "Service", "Configuration", "Workload", "PodGroup", "Revision");

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("src-gen"))
                    .toList();
        }
    }

    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : sources(Checkout.root().resolve("bundles").resolve(HOME))) {
            Matcher named = NAMED.matcher(Files.readString(file));
            while (named.find()) {
                names.add(named.group(1));
            }
        }
        names.removeAll(OTHERS);
        return names;
    }

    @Test
    void aKindOfWorkloadIsNamedOnlyWhereAllOfItIsKnown() throws IOException {
        Set<String> names = names();
        assertTrue(
                names.containsAll(List.of("Job", "JobSet", "PyTorchJob", "MPIJob", "DaemonSet", "RayCluster")),
                names::toString);
        Path bundles = Checkout.root().resolve("bundles");
        Set<String> elsewhere = new TreeSet<>();
        for (Path file : sources(bundles)) {
            Path inside = bundles.relativize(file);
            if (inside.startsWith(HOME) || inside.startsWith("podium.simulator")) {
                continue;
            }
            Matcher word = WORD.matcher(Files.readString(file));
            while (word.find()) {
                if (names.contains(word.group(1))) {
                    elsewhere.add(inside + " names " + word.group(1));
                }
            }
        }
        assertEquals(Set.of(), elsewhere);
    }
}
