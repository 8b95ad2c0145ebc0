// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.api.WriteResult;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.IdentityChange;
import podium.core.cluster.SessionIdentityReader;
import podium.kubernetes.internal.write.WriteCapabilities;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.Relay;
import podium.kubernetes.testkit.TestServer;
import podium.kubernetes.testkit.Writes;
import podium.model.fleet.ConnectionState;
import podium.simulator.internal.api.auth.User;
import podium.simulator.store.ResourceTypes;
import podium.testkit.Await;

/** A connection speaks to the cluster, and as the person, that it was opened for, or not at all. */
class OneClusterTest {
    private static final String SECOND = "second-token";

    @TempDir
    private Path folder;

    private final Picture picture = new Picture();
    private final CompletableFuture<ClusterConnection> over = new CompletableFuture<>();
    private final CompletableFuture<IdentityChange> turnover = new CompletableFuture<>();
    private TestServer lab;
    private TestServer production;
    private Relay relay;
    private Path kubeconfig;

    @BeforeEach
    void start() throws IOException {
        lab = new TestServer(options -> options.withToken(SECOND, User.of("second", "system:masters")));
        production = new TestServer();
        lab.node("n1");
        lab.pod("a", "of-the-lab");
        production.node("n1");
        production.pod("a", "of-production");
        relay = new Relay(lab.port());
        kubeconfig = kubeconfig(relay.port(), TestServer.TOKEN);
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        lab.close();
        production.close();
    }

    /** Two servers behind one address have two certificates here. */
    private Path kubeconfig(int port, String token) {
        return TestServer.write(
                folder, "https://127.0.0.1:" + port, "", "token: " + token, "insecure-skip-tls-verify: true");
    }

    private void replace(Path with) throws IOException {
        Files.copy(with, kubeconfig, StandardCopyOption.REPLACE_EXISTING);
    }

    private ClusterConnection open() {
        return open(Opened.target(kubeconfig));
    }

    private ClusterConnection open(ClusterTarget target) {
        ClusterConnection connection = new KubernetesConnector(
                        List.of(new WriteCapabilities()), Opened.hasty(), Optional.of(folder.resolve("known")))
                .open(target, picture, (ended, why) -> {
                    turnover.complete(why);
                    over.complete(ended);
                });
        Opened.agreed(connection);
        picture.awaitState(ConnectionState.LIVE);
        assertTrue(picture.object("Pod/a/of-the-lab").isPresent());
        return connection;
    }

    private void awaitOver(ClusterConnection connection, String words) throws Exception {
        assertEquals(connection, over.get(60, TimeUnit.SECONDS));
        assertTrue(
                picture.is(ConnectionState.FAILED), () -> picture.connections().toString());
        assertTrue(picture.connection().message().contains(words), picture.connection()::message);
    }

    /** Whatever was handed out before is of no use any more, and says why. */
    private static void refuses(ObjectReader reader, ObjectWriter writer, String words) {
        IOException read = assertThrows(IOException.class, () -> reader.read(ObjectRef.node("n1")));
        assertTrue(read.getMessage().contains(words), read::getMessage);
        WriteResult written = writer.send(Writes.cordon(), false);
        assertTrue(written.toString().contains(words), written::toString);
    }

    @Test
    void whenAnotherClusterAnswersAtTheAddressNothingOfItIsShownOrWritten() throws Exception {
        try (ClusterConnection connection = open()) {
            ObjectReader reader = connection.capability(ObjectReader.class).orElseThrow();
            ObjectWriter writer = connection.capability(ObjectWriter.class).orElseThrow();
            relay.lead(production.port());
            awaitOver(connection, "another cluster answers at https://127.0.0.1:" + relay.port());
            refuses(reader, writer, "This connection was closed: another cluster answers");
            IdentityChange why = turnover.join();
            assertEquals(IdentityChange.Of.CLUSTER, why.of());
            assertTrue(
                    why.words()
                            .matches("another cluster answers at .*, with uid \\S+; before, it was one with uid \\S+"),
                    why::words);
            assertEquals(Optional.empty(), connection.capability(ObjectWriter.class));
        }
        assertFalse(picture.object("Pod/a/of-production").isPresent());
        // a watch may have been on its way while the balancer still had a way to the other
        assertTrue(
                production.requests().stream()
                        .filter(line -> !line.contains("selfsubjectreviews"))
                        .allMatch(line -> line.contains("GET /api/v1/namespaces/kube-system ")
                                || line.contains("GET /apis ")
                                || line.contains("GET /version ")
                                || line.contains("GET") && line.contains("resourceVersion=[")),
                () -> production.requests().toString());
        try (var files = Files.walk(Files.createDirectories(folder.resolve("known")))) {
            assertEquals(0, files.filter(Files::isRegularFile).count(), "what was known is of another cluster");
        }
    }

    @Test
    void aWriteIsNotTheFirstThatAnotherClusterHears() throws Exception {
        try (ClusterConnection connection = open()) {
            ObjectWriter writer = connection.capability(ObjectWriter.class).orElseThrow();
            Await.pause(Duration.ofMillis(400), () -> false); // an answer of just now counts
            relay.lead(production.port());
            writer.send(Writes.cordon(), false);
            awaitOver(connection, "another cluster");
        }
        assertFalse(production
                .store()
                .get(ResourceTypes.NODE, "", "n1")
                .orElseThrow()
                .at("/spec/unschedulable")
                .asBoolean());
    }

    @Test
    void afterARetryWithAKubeconfigThatNamesAnotherServerNothingIsSentThere() throws Exception {
        try (ClusterConnection connection = open()) {
            ObjectReader reader = connection.capability(ObjectReader.class).orElseThrow();
            ObjectWriter writer = connection.capability(ObjectWriter.class).orElseThrow();
            replace(kubeconfig(production.port(), TestServer.TOKEN));
            connection.reconnect();
            awaitOver(connection, "another cluster answers at https://127.0.0.1:" + production.port());
            assertTrue(
                    turnover.join().words().endsWith("before, it was https://127.0.0.1:" + relay.port()),
                    turnover.join()::words);
            refuses(reader, writer, "This connection was closed");
        }
        assertEquals(List.of(), production.requests());
    }

    @Test
    void afterARetryAsAnotherPersonNothingThatTheFirstOneSawIsShownOn() throws Exception {
        try (ClusterConnection connection = open()) {
            replace(kubeconfig(relay.port(), SECOND));
            connection.reconnect();
            awaitOver(connection, "knows you as second now, no longer as admin");
            assertEquals(IdentityChange.Of.PERSON, turnover.join().of());
        }
    }

    @Test
    void aClusterThatWasAwayIsTheSameWhenItComesBack() throws Exception {
        try (ClusterConnection connection = open()) {
            for (int i = 0; i < 3; i++) {
                relay.cut();
                lab.pod("a", "p" + i);
                String pod = "Pod/a/p" + i;
                Await.until(() -> pod, () -> picture.object(pod).isPresent());
            }
            connection.reconnect();
            lab.pod("a", "last");
            Await.until(() -> "last", () -> picture.object("Pod/a/last").isPresent());
        }
        assertEquals(1, lists(), () -> lab.requests().toString());
        assertFalse(over.isDone());
    }

    private long lists() {
        return lab.requests().stream()
                .filter(line -> line.contains("/pods "))
                .filter(line -> line.contains("sendInitialEvents") || !line.contains("watch"))
                .count();
    }

    @Test
    void whoIsThereIsAskedBeforeAnythingElse() {
        try (ClusterConnection _ = open()) {
            assertTrue(lab.requests().getFirst().contains("selfsubjectreviews"), () -> lab.requests()
                    .toString());
            assertTrue(lab.requests().get(1).contains("kube-system"), () -> lab.requests()
                    .toString());
            assertEquals(
                    1,
                    lab.requests().stream()
                            .filter(line -> line.contains("selfsubjectreviews"))
                            .count(),
                    "once for all that begin together");
        }
    }

    @Test
    void theSessionOfAnOpenConnectionIsReadAnewEachTime() throws Exception {
        try (ClusterConnection connection = open()) {
            SessionIdentityReader reader =
                    connection.capability(SessionIdentityReader.class).orElseThrow();
            assertEquals("admin", reader.read().user());
            assertEquals("admin", reader.known().orElseThrow().user(), "and is told again without asking");
            relay.lead(production.port());
            assertThrows(IOException.class, () -> {
                reader.read();
                reader.read();
            });
            awaitOver(connection, "another cluster");
        }
    }

    @Test
    void aConnectionThatWasClosedIsNeverUsedAgain() throws Exception {
        ClusterConnection connection = open();
        ObjectReader reader = connection.capability(ObjectReader.class).orElseThrow();
        ObjectWriter writer = connection.capability(ObjectWriter.class).orElseThrow();
        connection.close();
        long asked = asked("selfsubjectreviews");
        refuses(reader, writer, "This connection was closed");
        connection.reconnect();
        // what was on its way when it was closed may be answered later
        assertEquals(0, asked("/nodes/n1"), () -> lab.requests().toString());
        assertEquals(asked, asked("selfsubjectreviews"), () -> lab.requests().toString());
        assertFalse(over.isDone(), "whoever closes knows it");
    }

    private long asked(String what) {
        return lab.requests().stream().filter(line -> line.contains(what)).count();
    }
}
