// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.kubernetes.internal.config.ClusterEntry;
import podium.kubernetes.internal.config.Impersonation;
import podium.kubernetes.internal.config.KubeconfigContext;
import podium.kubernetes.internal.config.Pem;
import podium.kubernetes.internal.config.UserEntry;
import podium.testkit.TlsServer;

/** Each broken certificate over each way: refused in words, and the server gets not one byte of a request (R7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsMatrixTest {
    private static final Map<TlsServer.Flaw, String> WORDS = Map.of(
            TlsServer.Flaw.ANOTHER_AUTHORITY, "not signed by the authority",
            TlsServer.Flaw.ANOTHER_HOST, "for another host",
            TlsServer.Flaw.EXPIRED, "has expired",
            TlsServer.Flaw.NOT_YET_VALID, "not valid yet",
            TlsServer.Flaw.SIGNED_BY_ITSELF, "not signed by the authority",
            TlsServer.Flaw.FOR_CLIENTS, "");

    private final TlsServer server = new TlsServer();

    /** How the server is reached. */
    private record Way(TlsServer.Flaw flaw, boolean stream, boolean proxy, boolean named) {}

    @BeforeAll
    void start() throws IOException {
        server.start();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (TlsServer.Flaw flaw : TlsServer.Flaw.values()) {
            for (int bits = 0; bits < 8; bits++) {
                ways.add(new Way(flaw, (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0));
            }
        }
        return ways;
    }

    private JdkTransport open(Way way, boolean insecure) throws IOException {
        ClusterEntry cluster = new ClusterEntry(
                "c",
                URI.create("https://127.0.0.1:" + server.port()),
                insecure
                        ? Optional.empty()
                        : Optional.of(new Pem.Inline("certificate-authority-data", server.authority())),
                way.named ? "api.internal" : "",
                insecure,
                way.proxy ? Optional.of(URI.create("http://127.0.0.1:" + server.proxyPort())) : Optional.empty(),
                "");
        UserEntry me = new UserEntry("me", Optional.empty(), new UserEntry.Token("secret"), Impersonation.NONE);
        return JdkTransport.open(new KubeconfigContext("x", "", cluster, me));
    }

    private static void ask(JdkTransport transport, boolean stream) throws IOException {
        ApiRequest request = ApiRequest.get("/version").within(Duration.ofSeconds(10));
        if (stream) {
            transport.stream(request).close();
        } else {
            transport.send(request);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatIsNotTheServerItIsTakenForGetsNothing(Way way) throws IOException {
        server.present(way.flaw);
        int before = server.heard();
        int through = server.proxied();
        try (JdkTransport transport = open(way, false)) {
            if (way.flaw == TlsServer.Flaw.NONE) {
                ask(transport, way.stream);
                assertEquals(before + 1, server.heard());
                assertEquals(way.named ? "api.internal" : "", server.asked(), "what it was asked for by name");
            } else {
                IOException failure = assertThrows(IOException.class, () -> ask(transport, way.stream));
                TransportFailureText.Words words = TransportFailureText.words(failure, transport.server());
                assertTrue(words.message().contains(WORDS.getOrDefault(way.flaw, "")), words::message);
                assertFalse(words.advice().isEmpty());
                assertEquals(before, server.heard(), "not one byte of a request");
            }
        }
        assertEquals(way.proxy, server.proxied() > through, "through the proxy, or past it");
    }

    @Test
    void verificationThatIsOffTakesThemAll() throws IOException {
        for (TlsServer.Flaw flaw : TlsServer.Flaw.values()) {
            server.present(flaw);
            int before = server.heard();
            try (JdkTransport transport = open(new Way(flaw, false, false, false), true)) {
                ask(transport, false);
            }
            assertEquals(before + 1, server.heard(), flaw::toString);
        }
    }
}
