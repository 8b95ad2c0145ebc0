// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.kubernetes.internal.mirror.Mirror;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.StubTransport;
import podium.kubernetes.testkit.TestServer;
import podium.model.fleet.ConnectionState;
import podium.testkit.Await;

/** An exception nobody thought of ends in a state on screen, never in a thread that is gone without a word. */
class UnexpectedFaultTest {
    private static final String SECRET = "a-token-that-was-being-read";

    @TempDir
    private Path folder;

    private final Picture picture = new Picture();

    private void failedInWords() {
        picture.awaitState(ConnectionState.FAILED);
        Change.ConnectionChanged failed = picture.connection();
        assertTrue(failed.message().contains("An error inside Podium: "), failed::message);
        assertTrue(failed.advice().contains("Reconnect"), failed::advice);
        assertFalse(failed.toString().contains(SECRET), "what was being read is not shown");
    }

    @Test
    void aFaultWhileConnectingIsFailedAndAReconnectTriesAgain() throws IOException {
        AtomicBoolean broken = new AtomicBoolean(true);
        CapabilityFactory factory = (Transport _, ClusterId _) -> {
            if (broken.get()) {
                throw new IllegalStateException(SECRET);
            }
            return Map.of();
        };
        try (TestServer server = new TestServer()) {
            server.node("n1");
            try (ClusterConnection connection = new KubernetesConnector(List.of(factory), Opened.hasty())
                    .open(Opened.target(server.kubeconfig(folder)), picture, (_, _) -> {})) {
                failedInWords();
                assertTrue(picture.connection().message().contains("UnexpectedFaultTest.java"));
                broken.set(false);
                connection.reconnect();
                picture.awaitState(ConnectionState.LIVE);
            }
        }
    }

    @Test
    void aMissingClassWhileConnectingIsFailedToo() throws IOException {
        CapabilityFactory factory = (Transport _, ClusterId _) -> {
            throw new NoClassDefFoundError(SECRET);
        };
        try (TestServer server = new TestServer();
                ClusterConnection _ = new KubernetesConnector(List.of(factory), Opened.hasty())
                        .open(Opened.target(server.kubeconfig(folder)), picture, (_, _) -> {})) {
            failedInWords();
        }
    }

    @Test
    void aFaultWhileTheMirrorBeginsIsFailed() {
        StubTransport transport = new StubTransport(_ -> {
            throw new IllegalStateException(SECRET);
        });
        try (Mirror _ = mirror(transport, picture)) {
            failedInWords();
        }
        assertEquals(ConnectionState.CLOSED, picture.connection().state());
    }

    @Test
    void aSinkThatFailsOnceDoesNotEndTheMirror() throws IOException {
        AtomicBoolean failed = new AtomicBoolean();
        ChangeSink sink = (cluster, changes) -> {
            boolean pods = changes.stream().anyMatch(Change.PodSeen.class::isInstance);
            if (pods && failed.compareAndSet(false, true)) {
                throw new IllegalStateException(SECRET);
            }
            picture.accept(cluster, changes);
        };
        try (TestServer server = new TestServer()) {
            server.node("n1");
            server.pod("a", "p1");
            try (ClusterConnection _ = new KubernetesConnector(List.of(), Opened.hasty())
                    .open(Opened.target(server.kubeconfig(folder)), sink, (_, _) -> {})) {
                picture.awaitState(ConnectionState.LIVE);
                server.pod("a", "p2");
                Await.until(() -> picture.connections().toString(), () -> picture.object("Pod/a/p2")
                        .isPresent());
                assertTrue(failed.get());
            }
        }
    }

    private static Mirror mirror(Transport transport, ChangeSink sink) {
        return new Mirror(
                transport,
                sink,
                new Mirror.Setup(
                        new ClusterId("test"),
                        AllKinds.ALL,
                        "",
                        false,
                        Opened.hasty(),
                        new Random(1),
                        Optional.empty()));
    }
}
