// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NonNullByDefault({})
class ServerTlsTest {
    @TempDir
    static Path folder;

    private static Certificates server;
    private static Certificates friend;
    private static Certificates stranger;

    @BeforeAll
    static void make() throws Exception {
        server = Certificates.make(folder, "server");
        friend = Certificates.make(folder, "friend");
        stranger = Certificates.make(folder, "stranger");
    }

    @Test
    void overTlsTheTextIsTheSame() throws Exception {
        try (MetricsServer _ = serve(Optional.empty())) {
            assertTrue(ask(Certificates.trusting(server)).endsWith("\r\n\r\nreadings"));
        }
    }

    @Test
    void onlyAClientWithACertificateOfTheAuthorityIsLetIn() throws Exception {
        try (MetricsServer _ = serve(Optional.of(friend.certificate()))) {
            assertTrue(ask(friend.client(server)).endsWith("\r\n\r\nreadings"));
            assertRefused(stranger.client(server));
            assertRefused(Certificates.trusting(server));
            assertTrue(ask(friend.client(server)).endsWith("\r\n\r\nreadings"), "refusing one harms no other");
        }
    }

    @Test
    void oneWhoDoesNotSpeakTlsLearnsNothing() throws Exception {
        try (MetricsServer _ = serve(Optional.empty());
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), port)) {
            plain.getOutputStream().write("GET /metrics HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = read(plain);
            assertFalse(answer.contains("readings"), answer);
        }
    }

    @Test
    void filesThatDoNotHoldWhatTheyShouldAreNamed() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertTrue(refusal(empty, server.key(), Optional.empty()).contains(empty + ": there is no certificate in it"));
        Path pkcs1 = Files.writeString(
                folder.resolve("old.pem"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertTrue(refusal(server.certificate(), pkcs1, Optional.empty()).contains("the key in it is broken"));
        Path broken = Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertTrue(refusal(server.certificate(), broken, Optional.empty()).contains("neither RSA nor EC"));
        assertTrue(
                refusal(server.certificate(), server.key(), Optional.of(empty)).contains("no certificate"));
    }

    @Test
    void whatAKeyHoldsIsInNoMessage() throws Exception {
        String body = Files.readString(server.key()).lines().skip(1).findFirst().orElseThrow();
        Path broken = Files.writeString(
                folder.resolve("cut.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + body.substring(0, 40) + "\n-----END PRIVATE KEY-----\n");
        assertFalse(refusal(server.certificate(), broken, Optional.empty()).contains(body.substring(0, 20)));
    }

    private int port;

    private MetricsServer serve(Optional<Path> clients) throws Exception {
        ServerTls tls = ServerTls.of(server.certificate(), server.key(), clients);
        AgentEndpoint listener = AgentEndpoint.onAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.empty(), Optional.of(tls));
        port = ((InetSocketAddress) listener.channel().getLocalAddress()).getPort();
        return new MetricsServer(
                listener, format -> "readings".getBytes(StandardCharsets.UTF_8), MetricsServer.ReadTimeouts.USUAL);
    }

    private String ask(SSLContext context) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("GET /metrics HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** In TLS 1.3 a client learns at its first read that it was refused. */
    private void assertRefused(SSLContext context) {
        assertThrows(IOException.class, () -> ask(context));
    }

    private static String refusal(Path certificate, Path key, Optional<Path> clients) {
        String message = assertThrows(IOException.class, () -> ServerTls.of(certificate, key, clients))
                .getMessage();
        assertEquals(message, message.strip());
        return message;
    }
}
