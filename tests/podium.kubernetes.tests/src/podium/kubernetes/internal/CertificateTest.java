// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.port.ClusterConnection;
import podium.kubernetes.internal.testing.Await;
import podium.kubernetes.internal.testing.Opened;
import podium.kubernetes.internal.testing.Picture;
import podium.kubernetes.internal.testing.TestServer;
import podium.model.fleet.ConnectionState;

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
        try (ClusterConnection _ =
                new KubernetesConnector(List.of(), Opened.hasty()).open(Opened.target(file), picture)) {
            Await.until(
                    () -> "not " + state + " \"" + words + "\" but " + picture.connections(),
                    () -> picture.is(state) && picture.connection().message().contains(words));
            if (state == ConnectionState.FAILED) {
                assertFalse(picture.connection().advice().isEmpty());
                assertTrue(server.requests().isEmpty(), "no request, and so no token, was sent");
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
