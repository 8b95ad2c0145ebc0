// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.testkit.ControlPlane;

/** What {@code releng/agent} gives to an operator is taken by a real API server and finds what it copies. */
class AgentManifestTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path MANIFEST = ROOT.resolve("releng/agent/daemonset.yaml");
    private static final Path PRODUCT = ROOT.resolve("product/target/products/podium/linux/gtk/x86_64/podium-0.1.0");

    @Test
    void aRealApiServerTakesTheManifest(@TempDir Path folder) throws Exception {
        assumeTrue(ControlPlane.assets().isPresent(), "skipped: no kube-apiserver (KUBEBUILDER_ASSETS)");
        assumeTrue(Files.exists(MANIFEST), "skipped: the sources are not here");
        assumeTrue(isInstalled("kubectl"), "skipped: no kubectl");
        try (ControlPlane plane = ControlPlane.start()) {
            Path config = Files.writeString(
                    folder.resolve("config"),
                    plane.target().kubeconfig(plane.target().adminToken()));
            // a dry run makes no namespace for what comes after it
            kubectl(folder, config, "create", "namespace", "podium-agent");
            List<String> said = kubectl(
                    folder,
                    config,
                    "apply",
                    "--dry-run=server",
                    "--validate=strict",
                    "-f",
                    MANIFEST.toAbsolutePath().toString());
            List<String> taken = said.stream()
                    .filter(line -> line.endsWith("(server dry run)"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
            assertEquals(
                    List.of(
                            "namespace/podium-agent",
                            "daemonset.apps/podium-agent",
                            "networkpolicy.networking.k8s.io/podium-agent",
                            "role.rbac.authorization.k8s.io/podium-agent-reader"),
                    taken,
                    String.join("\n", said));
            assertTrue(
                    said.stream().noneMatch(line -> line.contains("PodSecurity")),
                    "it keeps to the restricted profile its namespace is held to: " + said);
        }
    }

    @Test
    void theImageCopiesAProductThatHasWhatItsEntryPointStarts() throws IOException {
        Path recipe = ROOT.resolve("releng/agent/Containerfile");
        assumeTrue(Files.exists(recipe), "skipped: the sources are not here");
        assumeTrue(Files.isDirectory(PRODUCT), "skipped: the product is not built");
        List<String> lines = Files.readAllLines(recipe);
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.contains("-f releng/agent/Containerfile")
                                && line.endsWith(ROOT.relativize(PRODUCT).toString())),
                "the folder it says it is built in is the product's");
        assertEquals(
                List.of("COPY . /opt/podium"),
                lines.stream().filter(line -> line.startsWith("COPY")).toList());
        assertTrue(lines.contains("ENTRYPOINT [\"/opt/podium/podium\", \"agent\"]"));
        assertTrue(Files.isExecutable(PRODUCT.resolve("podium")));
        assertTrue(Files.isRegularFile(PRODUCT.resolve("configuration/config.ini")));
        try (Stream<Path> plugins = Files.list(PRODUCT.resolve("plugins"))) {
            List<String> names =
                    plugins.map(plugin -> plugin.getFileName().toString()).toList();
            for (String bundle : List.of("podium.agent_", "podium.gpu_", "podium.core_", "org.eclipse.osgi_")) {
                assertTrue(names.stream().anyMatch(name -> name.startsWith(bundle)), bundle);
            }
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<String> kubectl(Path folder, Path config, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl", "--kubeconfig", config.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        List<String> said =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        assertEquals(0, process.waitFor(), String.join("\n", said));
        return said;
    }
}
