// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import podium.core.port.ClusterConnection;
import podium.kubernetes.internal.testing.Await;
import podium.kubernetes.internal.testing.Opened;
import podium.kubernetes.internal.testing.Picture;
import podium.kubernetes.internal.testing.TestServer;
import podium.model.fleet.ConnectionState;
import podium.simulator.internal.api.http.Fault;
import podium.simulator.internal.api.http.HttpResponse;

/** Opening a kubeconfig runs nothing and reads nothing before the operator agrees (R6). */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ConsentTest {
    @TempDir
    private Path folder;

    private TestServer server;
    private final Picture picture = new Picture();

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.node("n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path canary() {
        return folder.resolve("canary");
    }

    /** A plugin that leaves a trace each time it runs. */
    private Path plugin(String body) throws IOException {
        Path plugin = folder.resolve("plugin");
        Files.writeString(plugin, "#!/bin/sh\necho ran \"$@\" >> '" + canary() + "'\n" + body + "\n");
        Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwx------"));
        return plugin;
    }

    private static String answer(String token, String more) {
        return "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\""
                + token + "\"" + more + "}}'";
    }

    private ClusterConnection open(String user) {
        Path file = TestServer.write(
                folder, server.api().url().toString(), server.api().caPem(), user, "");
        return new KubernetesConnector(List.of(), Opened.hasty()).open(Opened.target(file), picture);
    }

    private ClusterConnection openWithPlugin() {
        return open("exec:\n  apiVersion: client.authentication.k8s.io/v1\n  command: ./plugin\n" + "  args: ['; touch "
                + folder.resolve("injected") + "', '$(id)']\n  interactiveMode: Never");
    }

    @Test
    void aPluginIsRunOnlyAfterTheOperatorAgreesAndNeverThroughAShell() throws IOException {
        plugin(answer(TestServer.TOKEN, ""));
        try (ClusterConnection connection = openWithPlugin()) {
            picture.awaitState(ConnectionState.WAITING_FOR_CONSENT);
            assertFalse(Files.exists(canary()), "not run yet");
            assertTrue(connection.consentNeeded().orElseThrow().contains("./plugin"));
            assertEquals(List.of(), server.requests());
            connection.agree();
            picture.awaitState(ConnectionState.LIVE);
            assertEquals(Optional.empty(), connection.consentNeeded());
            assertEquals(
                    List.of("ran ; touch " + folder.resolve("injected") + " $(id)"),
                    Files.readAllLines(canary()),
                    "once, with its arguments as they stand");
            assertFalse(Files.exists(folder.resolve("injected")));
        }
    }

    @Test
    void anExpiringTokenIsFetchedAgain() throws IOException {
        plugin(answer(TestServer.TOKEN, ",\"expirationTimestamp\":\"2020-01-01T00:00:00Z\""));
        try (ClusterConnection connection = openWithPlugin()) {
            picture.awaitState(ConnectionState.WAITING_FOR_CONSENT);
            connection.agree();
            picture.awaitState(ConnectionState.LIVE);
            assertTrue(Files.readAllLines(canary()).size() > 1);
        }
    }

    @Test
    void aProgramThatChangedSinceTheAgreementIsNotRun() throws IOException {
        plugin(answer(TestServer.TOKEN, ""));
        try (ClusterConnection connection = openWithPlugin()) {
            picture.awaitState(ConnectionState.WAITING_FOR_CONSENT);
            connection.agree();
            picture.awaitState(ConnectionState.LIVE);
            plugin("touch '" + folder.resolve("evil") + "'");
            // from here on the token is refused, so that the plugin is asked again
            server.faults(request -> Fault.instead(HttpResponse.text(401, "expired")));
            server.api().disconnect();
            Await.until(
                    () -> "" + picture.connections(),
                    () -> picture.connection().message().contains("not the program you agreed to"));
            assertFalse(Files.exists(folder.resolve("evil")));
        }
    }

    @Test
    void aPluginThatFailsFloodsOrTalksNonsenseIsSaidToBeSo() throws IOException {
        for (List<String> bad : List.of(
                List.of("echo log in first >&2; exit 3", "log in first"),
                List.of("head -c 2000000 /dev/zero", "wrote more than"),
                List.of("echo hello", "not JSON"),
                List.of("echo '{}'", "ExecCredential"))) {
            plugin(bad.getFirst());
            try (ClusterConnection connection = openWithPlugin()) {
                Await.until(() -> "", () -> connection.consentNeeded().isPresent());
                connection.agree();
                Await.until(
                        () -> bad + ": " + picture.connection(),
                        () -> picture.connection().message().contains(bad.getLast()));
                assertFalse(picture.connection().advice().isEmpty());
            }
        }
    }

    @Test
    void aTokenFileIsReadOnlyAfterTheOperatorAgrees() throws IOException {
        Path token = folder.resolve("token");
        try (ClusterConnection connection = open("tokenFile: token")) {
            picture.awaitState(ConnectionState.WAITING_FOR_CONSENT);
            Files.writeString(token, TestServer.TOKEN + "\n");
            connection.agree();
            picture.awaitState(ConnectionState.LIVE);
        }
    }

    @Test
    void aKubeconfigThatIsMendedIsReadAgainOnReconnect() throws IOException {
        Path file = TestServer.write(
                folder, server.api().url().toString(), server.api().caPem(), "token: outdated", "");
        try (ClusterConnection connection =
                new KubernetesConnector(List.of(), Opened.hasty()).open(Opened.target(file), picture)) {
            picture.awaitState(ConnectionState.REFUSED);
            Files.copy(server.kubeconfig(folder), file, StandardCopyOption.REPLACE_EXISTING);
            connection.reconnect();
            picture.awaitState(ConnectionState.LIVE);
        }
    }
}
