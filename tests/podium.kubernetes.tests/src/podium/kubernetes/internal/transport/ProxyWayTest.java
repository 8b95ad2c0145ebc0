// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.testkit.TestServer;
import podium.simulator.internal.api.http.Certificates;

/** Through each kind of proxy to a server with TLS, by a host name that only the proxy knows the way to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyWayTest {
    private static final String HOST = "api.cluster.example:6443";

    @TempDir
    private Path folder;

    private final Certificates certificates = Certificates.create();
    private TestServer server;

    @BeforeAll
    void start() throws IOException {
        server = new TestServer(options -> options, certificates);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JdkTransport open(String proxy) throws Exception {
        Path file = TestServer.write(
                folder,
                "https://" + HOST,
                certificates.authorityPem(),
                "token: " + TestServer.TOKEN,
                "tls-server-name: kubernetes.default.svc\nproxy-url: " + proxy);
        return JdkTransport.open(Kubeconfig.read(file).context("test"));
    }

    private void passes(TestProxy proxy, String url, String asked) throws Exception {
        try (proxy;
                JdkTransport transport = open(url.formatted(proxy.port()))) {
            assertEquals(200, transport.send(ApiRequest.get("/version")).status());
            try (ApiStream stream = transport.stream(ApiRequest.get("/api/v1/nodes"))) {
                assertEquals(200, stream.status());
            }
            transport.reset();
            assertEquals(200, transport.send(ApiRequest.get("/version")).status(), "anew after a reset");
            assertEquals(List.of(asked), proxy.asked.stream().distinct().toList());
        }
    }

    @Test
    void aProxyThatSpeaksHttpIsGoneThrough() throws Exception {
        passes(TestProxy.connect(server.port(), false), "http://127.0.0.1:%s", HOST);
    }

    @Test
    void aProxyThatAsksForAPasswordGetsThatOfItsAddress() throws Exception {
        String proof = Base64.getEncoder().encodeToString("ana:p@ss".getBytes(StandardCharsets.UTF_8));
        passes(TestProxy.connect(server.port(), true), "http://ana:p%%40ss@127.0.0.1:%s", HOST + " Basic " + proof);
    }

    @Test
    void aProxyThatIsSpokenToOverTlsIsTrustedByTheAuthorityOfTheCluster() throws Exception {
        passes(TestProxy.encrypted(server.port(), certificates.context()), "https://127.0.0.1:%s", HOST);
    }

    @Test
    void aProxyOverTlsThatNobodyKnowsIsNotGoneThrough() throws Exception {
        try (TestProxy proxy =
                        TestProxy.encrypted(server.port(), Certificates.create().context());
                JdkTransport transport = open("https://127.0.0.1:" + proxy.port())) {
            says(transport, "cannot be reached");
            assertEquals(List.of(), proxy.asked);
        }
    }

    @Test
    void socksIsGoneThroughAndLooksUpTheNameItself() throws Exception {
        passes(TestProxy.socks(server.port(), false), "socks5://127.0.0.1:%s", HOST);
        passes(TestProxy.socks(server.port(), true), "socks5://ana:secret@127.0.0.1:%s", HOST + " ana:secret");
    }

    @Test
    void socksIsGivenAnAddressAsOneAndNotAsAName() throws Exception {
        try (TestProxy proxy = TestProxy.socks(server.port(), false)) {
            ProxyDialler dialler =
                    new ProxyDialler(java.net.URI.create("socks5://127.0.0.1:" + proxy.port()), certificates.context());
            dialler.dial("192.0.2.7", 6443).close();
            dialler.dial("2001:db8::7", 6443).close();
            assertEquals(List.of("192.0.2.7:6443", "2001:db8:0:0:0:0:0:7:6443"), List.copyOf(proxy.asked));
        }
    }

    @Test
    void aWebSocketGoesTheSameWay() throws Exception {
        try (TestProxy proxy = TestProxy.socks(server.port(), false);
                JdkTransport transport = open("socks5://127.0.0.1:" + proxy.port())) {
            assertThrows(
                    UpgradeRefused.class,
                    () -> transport.webSocket("/version", List.of("v5.channel.k8s.io"), new WebSocket.Listener() {}),
                    "the server was asked, and has no WebSocket there");
            assertEquals(List.of(HOST), proxy.asked);
        }
    }

    @Test
    void whyAProxyIsNotGoneThroughIsSaidInWordsWithoutItsPassword() throws Exception {
        try (TestProxy proxy = TestProxy.connect(server.port(), true);
                JdkTransport transport = open("http://127.0.0.1:" + proxy.port())) {
            says(transport, "http://127.0.0.1:" + proxy.port() + " asks for a user name and password");
        }
        try (TestProxy proxy = TestProxy.socks(server.port(), true);
                JdkTransport transport = open("socks5://127.0.0.1:" + proxy.port())) {
            says(transport, "asks for a user name and password");
        }
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        for (String proxy : List.of("http://", "socks5://ana:secret@", "https://ana:secret@")) {
            try (JdkTransport transport = open(proxy + "127.0.0.1:" + free)) {
                String said = says(transport, "127.0.0.1:" + free);
                assertFalse(said.contains("secret"), said);
            }
        }
    }

    @Test
    void aServerWithoutTlsIsNotGoneToThroughAProxyThatNeedsMoreThanPlainHttp() throws Exception {
        for (String proxy :
                List.of("https://proxy.example", "socks5://proxy.example", "http://ana:secret@proxy.example")) {
            Path file = TestServer.write(folder, "http://" + HOST, "", "token: x", "proxy-url: " + proxy);
            ProxyException e = assertThrows(
                    ProxyException.class,
                    () -> JdkTransport.open(Kubeconfig.read(file).context("test")));
            String said = String.valueOf(e.getMessage());
            assertTrue(said.startsWith("Podium goes to a server without TLS through an http:// proxy"), said);
            assertTrue(said.contains("proxy.example"), said);
            assertFalse(said.contains("secret"), said);
            assertTrue(e.advice().startsWith("Use an https:// server"), e.advice());
        }
    }

    private static String says(JdkTransport transport, String words) {
        IOException e = assertThrows(
                NotSentException.class,
                () -> transport.send(ApiRequest.get("/version").within(Duration.ofSeconds(10))));
        TransportFailureText.Words told = TransportFailureText.words(e, transport.server());
        assertTrue(told.message().contains(words), told.message());
        assertTrue(told.advice().startsWith("Check"), told.advice());
        return told.message();
    }

    @Test
    void theRelayLetsNobodyThroughWhoDoesNotShowItsSecret() throws Exception {
        try (TestProxy proxy = TestProxy.socks(server.port(), false);
                ProxyRelay relay = new ProxyRelay(new ProxyDialler(
                        java.net.URI.create("socks5://127.0.0.1:" + proxy.port()), certificates.context()))) {
            for (String proof : List.of("", "Proxy-Authorization: Bearer guess\r\n")) {
                try (Socket other =
                        new Socket(relay.address().getAddress(), relay.address().getPort())) {
                    other.getOutputStream()
                            .write(("CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n" + proof + "\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    assertTrue(ProxyDialler.head(other.getInputStream()).startsWith("HTTP/1.1 403"));
                }
            }
            assertEquals(List.of(), proxy.asked);
        }
    }
}
