// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.kubernetes.internal.config.ClusterEntry;
import podium.kubernetes.internal.config.Impersonation;
import podium.kubernetes.internal.config.KubeconfigContext;
import podium.kubernetes.internal.config.UserEntry;
import podium.kubernetes.internal.credential.CredentialException;
import podium.kubernetes.testkit.Loopback;

/** What goes over the wire and what comes back, against a server on loopback. */
class JdkTransportTest {
    private Loopback server;

    @BeforeEach
    void start() throws IOException {
        server = new Loopback(_ -> Loopback.Answer.of(200, "{}"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private KubeconfigContext context(UserEntry.Proof proof, Impersonation as) {
        ClusterEntry cluster =
                new ClusterEntry("c", URI.create(server.url()), Optional.empty(), "", false, Optional.empty(), "");
        return new KubeconfigContext("test", "", cluster, new UserEntry("u", Optional.empty(), proof, as));
    }

    private JdkTransport open(UserEntry.Proof proof, Impersonation as) throws IOException {
        return JdkTransport.open(context(proof, as));
    }

    private Loopback.Asked asked(UserEntry.Proof proof, Impersonation as) throws IOException {
        try (JdkTransport transport = open(proof, as)) {
            transport.send(ApiRequest.get("/version"));
        }
        return server.requests().getFirst();
    }

    @Test
    void everyRequestSaysWhoAsksAndWhatItTakes() throws IOException {
        Loopback.Asked asked = asked(new UserEntry.Token("abc"), Impersonation.NONE);
        assertEquals("GET /version HTTP/1.1", asked.line());
        assertEquals(List.of("Bearer abc"), asked.values("Authorization"));
        assertEquals(List.of("application/json"), asked.values("Accept"));
        assertTrue(asked.values("User-Agent").getFirst().startsWith("podium/"));
        assertEquals(List.of(), asked.values("Impersonate-User"));
    }

    @Test
    void anAnonymousUserSendsNoCredentials() throws IOException {
        assertEquals(
                List.of(), asked(new UserEntry.Anonymous(), Impersonation.NONE).values("Authorization"));
    }

    @Test
    void aPasswordIsSentAsUtf8() throws IOException {
        assertEquals(
                List.of("Basic YWRhOnDDpHNz"),
                asked(new UserEntry.Basic("ada", "p\u00e4ss"), Impersonation.NONE)
                        .values("Authorization"));
    }

    @Test
    void anotherUserIsActedForWithGroupsUidAndExtras() throws IOException {
        Loopback.Asked asked = asked(
                new UserEntry.Token("abc"),
                new Impersonation(
                        "ops@example.com",
                        "uid-1",
                        List.of("sre", "oncall"),
                        Map.of("example.com/Scope", List.of("a", "b"))));
        assertEquals(List.of("ops@example.com"), asked.values("Impersonate-User"));
        assertEquals(List.of("uid-1"), asked.values("Impersonate-Uid"));
        assertEquals(List.of("sre", "oncall"), asked.values("Impersonate-Group"));
        assertEquals(
                List.of("a", "b"),
                asked.values("Impersonate-Extra-example.com%2Fscope"),
                "a slash cannot stand in the name of a header");
    }

    @Test
    void groupsWithoutAUserAreNotSent() throws IOException {
        Loopback.Asked asked =
                asked(new UserEntry.Token("abc"), new Impersonation("", "", List.of("system:masters"), Map.of()));
        assertEquals(List.of(), asked.values("Impersonate-Group"));
    }

    @Test
    void aWriteCarriesItsTypeAndItsBody() throws IOException {
        try (JdkTransport transport = open(new UserEntry.Anonymous(), Impersonation.NONE)) {
            byte[] body = "{\"a\":\"\u00fc\"}".getBytes(StandardCharsets.UTF_8);
            transport.send(ApiRequest.of("PATCH", "/api/v1/nodes/n", "application/merge-patch+json", body));
        }
        Loopback.Asked asked = server.requests().getFirst();
        assertEquals("PATCH /api/v1/nodes/n HTTP/1.1", asked.line());
        assertEquals(List.of("application/merge-patch+json"), asked.values("Content-Type"));
        assertEquals("{\"a\":\"\u00fc\"}", asked.body());
    }

    @Test
    void anErrorOfTheServerIsAnAnswer() throws IOException {
        server.script(_ -> new Loopback.Answer(503, Map.of("Retry-After", "7"), "later".getBytes()));
        try (JdkTransport transport = open(new UserEntry.Anonymous(), Impersonation.NONE)) {
            ApiResponse response = transport.send(ApiRequest.get("/"));
            assertEquals(503, response.status());
            assertFalse(response.ok());
            assertEquals("later", response.text());
            assertEquals(Optional.of("7"), response.header("retry-AFTER"));
        }
    }

    @Test
    void aRedirectIsNotFollowedBecauseItWouldCarryTheCredentialsAway() throws IOException {
        server.script(_ -> new Loopback.Answer(302, Map.of("Location", server.url() + "/elsewhere"), new byte[0]));
        try (JdkTransport transport = open(new UserEntry.Token("abc"), Impersonation.NONE)) {
            assertEquals(302, transport.send(ApiRequest.get("/")).status());
        }
        assertEquals(1, server.requests().size());
    }

    @Test
    void aPackedStreamIsUnpacked() throws IOException {
        byte[] packed = gzip("{\"items\":[]}");
        server.script(_ -> new Loopback.Answer(200, Map.of("Content-Encoding", "GZIP"), packed));
        try (JdkTransport transport = open(new UserEntry.Anonymous(), Impersonation.NONE);
                ApiStream stream = transport.stream(ApiRequest.get("/api/v1/pods"))) {
            assertEquals(200, stream.status());
            assertEquals("{\"items\":[]}", new String(stream.body().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aStreamThatOnlyClaimsToBePackedIsAFailureAndNoCrash() throws IOException {
        server.script(_ -> new Loopback.Answer(200, Map.of("Content-Encoding", "gzip"), "plain".getBytes()));
        try (JdkTransport transport = open(new UserEntry.Anonymous(), Impersonation.NONE);
                ApiStream stream = transport.stream(ApiRequest.get("/"))) {
            assertThrows(IOException.class, () -> stream.body().read());
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUpAfterTheTimeTheRequestAllows() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        server.script(_ -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Loopback.Answer.of(200, "");
        });
        try (JdkTransport transport = open(new UserEntry.Anonymous(), Impersonation.NONE)) {
            IOException e = assertThrows(
                    IOException.class, () -> transport.send(ApiRequest.get("/").within(Duration.ofMillis(50))));
            assertTrue(String.valueOf(e.getMessage()).startsWith("no answer within"), e::getMessage);
        }
    }

    @Test
    void aPortNobodyListensOnMeansThatNothingWasSent() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ClusterEntry cluster = new ClusterEntry(
                "c", URI.create("http://127.0.0.1:" + port), Optional.empty(), "", false, Optional.empty(), "");
        KubeconfigContext context = new KubeconfigContext(
                "t", "", cluster, new UserEntry("u", Optional.empty(), new UserEntry.Anonymous(), Impersonation.NONE));
        try (JdkTransport transport = JdkTransport.open(context)) {
            assertThrows(NotSentException.class, () -> transport.send(ApiRequest.get("/")));
        }
    }

    @Test
    void aClosedTransportSendsNothing() throws IOException {
        JdkTransport transport = open(new UserEntry.Anonymous(), Impersonation.NONE);
        transport.close();
        assertThrows(IOException.class, () -> transport.send(ApiRequest.get("/")));
        assertEquals(List.of(), server.requests());
    }

    @Test
    void afterAResetTheNextRequestDialsAnew() throws IOException {
        try (JdkTransport transport = open(new UserEntry.Anonymous(), Impersonation.NONE)) {
            transport.send(ApiRequest.get("/one"));
            transport.reset();
            assertTrue(transport.send(ApiRequest.get("/two")).ok());
        }
        assertEquals(2, server.requests().size());
    }

    @Test
    void aRefusedTokenOfAFileIsReadAgainOnce(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "old\n");
        server.script(
                asked -> Loopback.Answer.of(asked.values("Authorization").contains("Bearer new") ? 200 : 401, ""));
        try (JdkTransport transport = open(new UserEntry.TokenFile(file), Impersonation.NONE)) {
            assertEquals(401, transport.send(ApiRequest.get("/")).status());
            assertEquals(2, server.requests().size(), "asked once more, not for ever");
            Files.writeString(file, "new");
            assertEquals(200, transport.send(ApiRequest.get("/")).status());
        }
    }

    @Test
    void aFixedTokenIsNotTriedTwice() throws IOException {
        server.script(_ -> Loopback.Answer.of(401, ""));
        try (JdkTransport transport = open(new UserEntry.Token("abc"), Impersonation.NONE)) {
            assertEquals(401, transport.send(ApiRequest.get("/")).status());
        }
        assertEquals(1, server.requests().size());
    }

    @Test
    void credentialsThatNoHeaderCanCarryAreNamedWithoutBeingShown() throws IOException {
        try (JdkTransport transport = open(new UserEntry.Token("se\ncret"), Impersonation.NONE)) {
            CredentialException e =
                    assertThrows(CredentialException.class, () -> transport.send(ApiRequest.get("/version")));
            assertFalse(String.valueOf(e.getMessage()).contains("cret"), e::getMessage);
            assertFalse(e.advice().isEmpty());
        }
        assertEquals(List.of(), server.requests());
    }

    @Test
    void aSwitchedTransportClosesTheFormerAndUsesTheNext() throws IOException {
        JdkTransport former = open(new UserEntry.Token("one"), Impersonation.NONE);
        try (SwitchableTransport transport = new SwitchableTransport(former)) {
            transport.send(ApiRequest.get("/"));
            transport.use(open(new UserEntry.Token("two"), Impersonation.NONE));
            transport.send(ApiRequest.get("/"));
            assertThrows(IOException.class, () -> former.send(ApiRequest.get("/")));
            assertEquals(server.url(), transport.server());
        }
        assertEquals(
                List.of("Bearer one", "Bearer two"),
                server.requests().stream()
                        .map(asked -> asked.values("Authorization").getFirst())
                        .toList());
    }
}
