// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.ClusterId;
import podium.core.metrics.PrometheusTarget;
import podium.core.metrics.PrometheusTarget.Auth;
import podium.testkit.OpenUmask;
import podium.testkit.Pipes;

class MetricSourceSettingsTest {
    private static final ClusterId LAB = new ClusterId("lab");
    private static final ClusterId LAB_2 = new ClusterId("lab-2");
    private static final URI ADDRESS = URI.create("https://prom.example:9090/tenant");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("kept").resolve("sources.properties");
    }

    /** As the next start of Podium reads them. */
    private MetricSourceSettings settings() {
        return new MetricSourceSettings(Optional.of(file()));
    }

    private PrometheusTarget kept(Auth auth, Optional<Path> authority) {
        settings().add(LAB, new PrometheusTarget(ADDRESS, auth, authority));
        return settings().added(LAB).getFirst();
    }

    @Test
    void aPipeInPlaceOfTheFileHoldsNobodyUp() throws Exception {
        Files.createDirectories(file().getParent());
        Pipes.at(file());
        MetricSourceSettings read = assertTimeoutPreemptively(Duration.ofSeconds(20), this::settings);
        assertEquals(List.of(), read.added(LAB));
    }

    @Test
    void aPodAnywhereElseThanInANamespaceOfAnOperatorIsOffUntilItsNamespaceIsTrusted() {
        String exporter = "/api/v1/namespaces/%s/pods/nvidia-dcgm-exporter-x:9400/proxy/metrics";
        assertFalse(settings().isOff(LAB, exporter.formatted("gpu-operator")));
        assertFalse(settings().isOff(LAB, exporter.formatted("kube-system")));
        assertFalse(settings().isOff(LAB, "/apis/metrics.k8s.io/v1beta1/nodes"));
        assertFalse(settings().isOff(LAB, ADDRESS.toString()));
        assertTrue(settings().isOff(LAB, exporter.formatted("team-a")));
        assertTrue(settings().isOff(LAB, "/api/v1/namespaces/team-a/services/prometheus:9090/proxy"));
        assertEquals(Optional.of("team-a"), settings().untrusted(LAB, exporter.formatted("team-a")));

        settings().turn(LAB, exporter.formatted("team-a"), true);

        assertFalse(settings().isOff(LAB, exporter.formatted("team-a").replace("-x", "-y")), "a later pod of it");
        assertTrue(settings().isOff(LAB, exporter.formatted("team-b")));
        assertTrue(settings().isOff(LAB_2, exporter.formatted("team-a")), "trusted in one cluster");
        settings().turn(LAB, exporter.formatted("team-a"), false);
        assertTrue(settings().isOff(LAB, exporter.formatted("team-a")));
    }

    @Test
    void aServerThatWasAddedComesBackForItsClusterOnly() {
        PrometheusTarget target = new PrometheusTarget(ADDRESS, new Auth.None(), Optional.of(Path.of("/etc/ca.pem")));
        assertEquals(target, kept(new Auth.None(), target.authority()));
        assertEquals(List.of(), settings().added(LAB_2));
        assertEquals(List.of(), settings().added(new ClusterId("la")));
    }

    @Test
    void theyAreForTheirOwnerOnlyUnderAnyUmask() throws IOException {
        try (OpenUmask _ = new OpenUmask()) {
            kept(new Auth.None(), Optional.empty());
        }
        assertTrue(Files.exists(file()));
        assertEquals(List.of(), OpenUmask.open(folder.resolve("kept")));
    }

    @Test
    void aSecretIsInNoFile() throws IOException {
        assertEquals(
                new Auth.Basic("ann", ""),
                kept(new Auth.Basic("ann", "s3cret"), Optional.empty()).auth());
        assertFalse(Files.readString(file()).contains("s3cret"));
        assertEquals(
                new Auth.None(),
                kept(new Auth.Bearer("s3cret"), Optional.empty()).auth());
        assertFalse(Files.readString(file()).contains("s3cret"));
    }

    @Test
    void theFileOfATokenIsNoSecretAndComesBack() {
        Auth file = new Auth.BearerFile(Path.of("/var/run/token"));
        assertEquals(file, kept(file, Optional.empty()).auth());
    }

    @Test
    void whatWasTurnedOffStaysOffUntilItIsTurnedOn() {
        settings().turn(LAB, "/dcgm", false);
        assertTrue(settings().isOff(LAB, "/dcgm"));
        assertFalse(settings().isOff(LAB_2, "/dcgm"));
        assertFalse(settings().isOff(LAB, "/dcgm2"));
        settings().turn(LAB, "/dcgm", true);
        assertFalse(settings().isOff(LAB, "/dcgm"));
    }

    @Test
    void aServerThatWasRemovedIsForgottenWithItsSwitch() {
        kept(new Auth.None(), Optional.empty());
        MetricSourceSettings settings = settings();
        settings.turn(LAB, ADDRESS.toString(), false);
        settings.remove(LAB, ADDRESS.toString());
        assertEquals(List.of(), settings().added(LAB));
        assertFalse(settings().isOff(LAB, ADDRESS.toString()));
    }

    @Test
    void aFileThatIsNoneOfOursCostsThePastOnly() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "\\uZZZZ broken");
        assertEquals(List.of(), settings().added(LAB));
        Files.writeString(file(), "prometheus\\ lab\\ no\\ address=\n");
        assertEquals(List.of(), settings().added(LAB));
        settings().turn(LAB, "/dcgm", false);
        assertTrue(settings().isOff(LAB, "/dcgm"), "it is written anew");
    }

    @Test
    void aFolderThatCannotBeWrittenCostsTheMemoryAndNotTheSetting() throws IOException {
        Files.writeString(folder.resolve("kept"), "a file where the folder should be");
        MetricSourceSettings settings = settings();
        settings.turn(LAB, "/dcgm", false);
        assertTrue(settings.isOff(LAB, "/dcgm"));
        assertFalse(settings().isOff(LAB, "/dcgm"));
    }

    @Test
    void withoutAFileItHoldsUntilTheEnd() {
        MetricSourceSettings settings = new MetricSourceSettings(Optional.empty());
        settings.turn(LAB, "/dcgm", false);
        assertTrue(settings.isOff(LAB, "/dcgm"));
    }
}
