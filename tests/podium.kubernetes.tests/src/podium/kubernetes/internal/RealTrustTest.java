// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.core.cluster.ClusterConnection;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.TestServer;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Protection;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/** Certificates, credential plugins and their short tokens in front of a real kube-apiserver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealTrustTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Optional<ControlPlane> plane = Optional.empty();

    @BeforeAll
    void start() throws IOException, GeneralSecurityException {
        assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no kube-apiserver; it is skipped");
        plane = Optional.of(ControlPlane.start());
    }

    @AfterAll
    void stop() {
        plane.ifPresent(ControlPlane::close);
    }

    private ControlPlane plane() {
        return plane.orElseThrow();
    }

    private ClusterConnection open(Picture picture, String authority, String user, String cluster) {
        Path file = TestServer.write(folder, plane().target().url().toString(), authority, user, cluster);
        return new KubernetesConnector(List.of(), Opened.hasty()).open(Opened.target(file), picture, (_, _) -> {});
    }

    private String token() {
        return "token: " + plane().target().adminToken();
    }

    private static void await(Picture picture, ConnectionState state) {
        Await.until(PATIENCE, () -> "not " + state + " but " + picture.connections(), () -> picture.is(state));
    }

    @Test
    void verifiedAndNotVerifiedAreToldApart() {
        Picture strict = new Picture();
        try (ClusterConnection _ = open(strict, plane().target().caPem(), token(), "")) {
            await(strict, ConnectionState.LIVE);
            assertEquals(Optional.of(Protection.VERIFIED), strict.protection());
        }
        Picture blind = new Picture();
        try (ClusterConnection _ = Opened.agreed(open(blind, "", token(), "insecure-skip-tls-verify: true"))) {
            await(blind, ConnectionState.LIVE);
            assertEquals(Optional.of(Protection.UNVERIFIED), blind.protection());
        }
    }

    @Test
    void anotherAuthorityIsRefusedInWords() throws IOException {
        Picture picture = new Picture();
        try (TestServer other = new TestServer();
                ClusterConnection _ = open(picture, other.api().caPem(), token(), "")) {
            Await.until(PATIENCE, () -> "" + picture.connections(), () -> picture.connection()
                    .message()
                    .contains("not signed by the authority"));
        }
    }

    @Test
    void aPluginWhoseTokensLiveTenSecondsRunsNoMoreOftenThanTheyEnd() throws IOException {
        Path runs = folder.resolve("runs");
        Path plugin = Files.writeString(
                folder.resolve("plugin"),
                "#!/bin/sh\necho ran >> '" + runs + "'\nuntil=$(date -u -d '+10 seconds' +%Y-%m-%dT%H:%M:%SZ)\n"
                        + "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
                        + "\"status\":{\"token\":\"" + plane().target().adminToken()
                        + "\",\"expirationTimestamp\":\"'$until'\"}}'\n");
        Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwx------"));
        Picture picture = new Picture();
        long begin = System.nanoTime();
        try (ClusterConnection connection = open(
                picture,
                plane().target().caPem(),
                "exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plugin, interactiveMode: Never}",
                "")) {
            Await.until(
                    PATIENCE, () -> "it asks", () -> connection.consentNeeded().isPresent());
            connection.agree(connection.consentNeeded().orElseThrow());
            await(picture, ConnectionState.LIVE);
            Await.pause(Duration.ofSeconds(12), () -> false);
            long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            int ran = Files.readAllLines(runs).size();
            assertTrue(ran <= 1 + seconds / 8, ran + " times in " + seconds + " s");
            assertTrue(picture.is(ConnectionState.LIVE), () -> "" + picture.connections());
        }
    }
}
