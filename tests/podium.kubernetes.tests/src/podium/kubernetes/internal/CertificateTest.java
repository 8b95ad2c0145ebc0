// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.cluster.ClusterConnection;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.TestServer;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Protection;
import podium.testkit.Await;

/** Wrong authority, wrong host, nobody there: refused, and said in words (R7). */
class CertificateTest {
    private static final String USER = "token: " + TestServer.TOKEN;

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

    private void open(String url, String ca, String cluster, ConnectionState state, String words) {
        Path file = TestServer.write(folder, url, ca, USER, cluster);
        try (ClusterConnection connection =
                new KubernetesConnector(List.of(), Opened.hasty()).open(Opened.target(file), picture, (_, _) -> {})) {
            if (cluster.contains("insecure")) {
                picture.awaitState(ConnectionState.WAITING_FOR_CONSENT);
                assertTrue(server.requests().isEmpty(), "nothing is sent before it is agreed to");
                String asked = connection.consentNeeded().orElseThrow();
                assertTrue(
                        asked.contains("to a server that is NOT verified") && asked.contains(file.toString()), asked);
                assertTrue(asked.contains(url), asked);
                Opened.agreed(connection);
            }
            Await.until(
                    () -> "not " + state + " \"" + words + "\" but " + picture.connections(),
                    () -> picture.is(state) && picture.connection().message().contains(words));
            assertEquals(protection(url, cluster), picture.protection(), "known before anything is sent");
            if (state == ConnectionState.FAILED) {
                assertFalse(picture.connection().advice().isEmpty());
                assertTrue(server.requests().isEmpty(), "no request, and so no token, was sent");
            }
        }
    }

    private static Optional<Protection> protection(String url, String cluster) {
        if (url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(cluster.contains("insecure") ? Protection.UNVERIFIED : Protection.VERIFIED);
    }

    @Test
    void overPlainHttpNoTokenIsSentAndTheClusterIsExposed() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> heard = threads.submit(() -> {
                try (Socket caller = socket.accept()) {
                    byte[] bytes = new byte[8192];
                    return new String(
                            bytes, 0, Math.max(0, caller.getInputStream().read(bytes)), US_ASCII);
                }
            });
            Path file = TestServer.write(folder, "http://127.0.0.1:" + socket.getLocalPort(), "", USER, "");
            try (ClusterConnection _ = new KubernetesConnector(List.of(), Opened.hasty())
                    .open(Opened.target(file), picture, (_, _) -> {})) {
                String request = heard.get(60, TimeUnit.SECONDS);
                assertTrue(request.startsWith("POST /apis/authentication.k8s.io/"), request);
                assertFalse(request.toLowerCase(Locale.ROOT).contains("authorization"), request);
                assertEquals(Optional.of(Protection.PLAIN), picture.protection());
            }
        }
    }

    @Test
    void anotherAuthorityIsNotTrusted() throws IOException {
        try (TestServer other = new TestServer()) {
            open(server.api().url().toString(), other.api().caPem(), "", ConnectionState.FAILED, "not signed by");
        }
    }

    @Test
    void withoutAnAuthorityOnlyPublicOnesAreTrusted() {
        open(server.api().url().toString(), "", "", ConnectionState.FAILED, "not signed by");
    }

    @Test
    void aCertificateForAnotherNameIsRefused() {
        open(
                server.api().url().toString(),
                server.api().caPem(),
                "tls-server-name: api.example.org",
                ConnectionState.FAILED,
                "for another host");
    }

    @Test
    void aCertificateForTheGivenNameIsTaken() {
        open(
                server.api().url().toString(),
                server.api().caPem(),
                "tls-server-name: kubernetes.default.svc",
                ConnectionState.LIVE,
                "");
    }

    @Test
    void verificationIsOffOnlyWhereTheClusterSaysSo() {
        open(server.api().url().toString(), "", "insecure-skip-tls-verify: true", ConnectionState.LIVE, "");
    }

    @Test
    void whereNobodyListensTheRefusalIsNamed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        open("https://127.0.0.1:" + port, server.api().caPem(), "", ConnectionState.FAILED, "connection was refused");
    }

    @Test
    void anUnknownHostIsNamed() {
        open("https://no-such-host.invalid", server.api().caPem(), "", ConnectionState.FAILED, "not known");
    }

    @Test
    void aBrokenKubeconfigIsToldOnTheClusterItself() {
        open("", server.api().caPem(), "", ConnectionState.FAILED, "clusters/c/server is missing");
    }
}
