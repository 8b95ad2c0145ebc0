// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.agent.internal.AgentOptions.Access;
import podium.core.machine.LocalAccelerators;
import podium.core.machine.MetricsWriter;
import podium.testkit.OpenUmask;

class HeadlessAgentTest {
    private static final String SECRET = "0123456789abcdef0123";

    @TempDir
    private Path folder;

    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final MetricsWriter writer =
            (state, host, format) -> (state + " on " + host + " as " + format).getBytes(StandardCharsets.UTF_8);

    @Test
    void theSocketServesTheTextInTheFormatAskedFor() throws Exception {
        try (HeadlessAgent _ = onSocket()) {
            String plain = ask(socket(), "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
            assertTrue(plain.startsWith("HTTP/1.1 200 OK\r\n"), plain);
            assertTrue(plain.contains("Content-Type: text/plain; version=0.0.4"), plain);
            assertTrue(plain.endsWith("\r\n\r\nNoDriver[reason=none here] on node-a as PROMETHEUS"), plain);
            String open = ask(socket(), "GET /metrics?x=1 HTTP/1.1\r\naccept: application/openmetrics-text\r\n\r\n");
            assertTrue(open.endsWith("as OPENMETRICS"), open);
        }
    }

    @Test
    void onlyTheUserMayOpenTheSocket() throws Exception {
        try (HeadlessAgent _ = onSocket()) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a/s"))));
            assertEquals(
                    "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a"))));
            try (Stream<Path> files = Files.list(folder.resolve("a"))) {
                assertEquals(List.of(folder.resolve("a/s")), files.toList(), "nothing else is left there");
            }
        }
    }

    @Test
    void closingTakesTheSocketAwayAndLetsTheDriverGo() throws Exception {
        HeadlessAgent agent = onSocket();
        assertEquals(1, accelerators.running());
        agent.close();
        assertFalse(Files.exists(folder.resolve("a/s")));
        assertEquals(0, accelerators.running());
        agent.close();
    }

    @Test
    void aSecondAgentDoesNotTakeTheSocketOfALivingOne() throws Exception {
        try (HeadlessAgent _ = onSocket()) {
            IOException refused = assertThrows(IOException.class, this::onSocket);
            assertTrue(refused.getMessage().startsWith("another agent listens on "), refused.getMessage());
            assertTrue(ask(socket(), "GET /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200"));
            assertEquals(1, accelerators.running(), "the refused one samples nothing");
        }
    }

    @Test
    void theSocketOfACrashedAgentIsReplaced() throws Exception {
        Files.createDirectory(folder.resolve("a"));
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(socket());
        }
        try (HeadlessAgent _ = onSocket()) {
            assertTrue(ask(socket(), "GET /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void aFileThatIsNoSocketIsLeftAlone() throws Exception {
        Files.createDirectory(folder.resolve("a"));
        Files.writeString(folder.resolve("a/s"), "mine");
        assertThrows(IOException.class, this::onSocket);
        assertEquals("mine", Files.readString(folder.resolve("a/s")));
    }

    @Test
    void anAddressAnswersOnlyTheOneWithTheToken() throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        try (HeadlessAgent _ = agent(address, tokenFile(SECRET, "rw-------"))) {
            for (String wrong : List.of(
                    "",
                    "Authorization: Bearer 0123456789abcdef0124\r\n",
                    "Authorization: Basic " + SECRET + "\r\n",
                    "Authorization: Bearer " + SECRET + "0\r\n",
                    "Authorization: Bearer\r\n")) {
                String refused = ask(address, "GET /metrics HTTP/1.1\r\n" + wrong + "\r\n");
                assertTrue(refused.startsWith("HTTP/1.1 401 "), wrong + refused);
                assertFalse(refused.contains("NoDriver"), refused);
            }
            assertTrue(ask(address, "GET /metrics HTTP/1.1\r\nauthorization: bearer " + SECRET + "\r\n\r\n")
                    .startsWith("HTTP/1.1 200 OK\r\n"));
            assertTrue(ask(address, "GET /elsewhere HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 401 "));
        }
    }

    @Test
    void anOpenAddressAnswersEveryone() throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        Access open = new Access(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
        try (HeadlessAgent _ = agent(address, open)) {
            assertTrue(ask(address, "GET /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200 OK\r\n"));
        }
    }

    @Test
    void aTokenOthersCanReadOrGuessIsRefused() throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        Path open = tokenFile(SECRET, "rw-r--r--");
        assertTrue(assertThrows(IOException.class, () -> agent(address, open))
                .getMessage()
                .contains("chmod 600"));
        Path guessable = tokenFile("admin", "rw-------");
        IOException shortOne = assertThrows(IOException.class, () -> agent(address, guessable));
        assertTrue(shortOne.getMessage().contains("shorter than 16"));
        assertFalse(shortOne.getMessage().contains("admin"));
    }

    @Test
    void whatIsNoRequestForTheTextIsAnsweredWithWhatIsWrong() throws Exception {
        try (HeadlessAgent _ = onSocket()) {
            assertTrue(ask(socket(), "GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404 "));
            assertTrue(ask(socket(), "POST /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 405 "));
            assertTrue(ask(socket(), "\u0016\u0003\u0001\r\n\r\n").startsWith("HTTP/1.1 400 "));
            assertTrue(
                    ask(socket(), "GET /metrics HTTP/1.1\r\nno colon\r\n\r\n").startsWith("HTTP/1.1 400 "));
            assertTrue(ask(socket(), "x".repeat(8192)).startsWith("HTTP/1.1 400 "));
        }
    }

    @Test
    void aFolderIntoWhichOthersMayWriteIsRefused() throws Exception {
        Files.createDirectory(folder.resolve("a"));
        Files.setPosixFilePermissions(folder.resolve("a"), PosixFilePermissions.fromString("rwxrwxrwx"));
        IOException refused = assertThrows(IOException.class, this::onSocket);
        assertTrue(refused.getMessage().contains("chmod 700"), refused.getMessage());
    }

    @Test
    void theSocketIsForItsOwnerOnlyUnderAnyUmask() throws Exception {
        try (OpenUmask _ = new OpenUmask();
                HeadlessAgent _ = onSocket()) {
            assertEquals(List.of(), OpenUmask.open(folder.resolve("a")));
        }
    }

    @Test
    void oneWhoSaysNothingIsLeftAfterAWhileAndOthersAreServed() throws Exception {
        AgentEndpoint listener = AgentEndpoint.onSocket(folder.resolve("a/s"));
        try (MetricsServer _ = new MetricsServer(
                        listener,
                        format -> new byte[] {'x'},
                        new MetricsServer.ReadTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)));
                SocketChannel silent = SocketChannel.open(socket())) {
            assertTrue(ask(socket(), "GET /metrics HTTP/1.1\r\n\r\n").endsWith("\r\n\r\nx"));
            assertEquals(-1, silent.read(ByteBuffer.allocate(1)), "closed by the server");
        }
    }

    private UnixDomainSocketAddress socket() {
        return UnixDomainSocketAddress.of(folder.resolve("a/s"));
    }

    private HeadlessAgent onSocket() throws IOException {
        AgentOptions options = new AgentOptions(
                folder.resolve("a/s"),
                Optional.empty(),
                new Access(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false),
                LocalAccelerators.STEADY);
        return new HeadlessAgent(options, accelerators, writer, "node-a");
    }

    private HeadlessAgent agent(InetSocketAddress address, Path token) throws IOException {
        return agent(
                address, new Access(Optional.of(token), Optional.empty(), Optional.empty(), Optional.empty(), false));
    }

    private HeadlessAgent agent(InetSocketAddress address, Access access) throws IOException {
        AgentOptions options =
                new AgentOptions(folder.resolve("unused"), Optional.of(address), access, LocalAccelerators.STEADY);
        return new HeadlessAgent(options, accelerators, writer, "node-a");
    }

    private Path tokenFile(String token, String mode) throws IOException {
        Path file = Files.createTempFile(folder, "token", "");
        Files.writeString(file, token + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }

    private static int freePort() throws IOException {
        try (ServerSocketChannel channel = ServerSocketChannel.open()) {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return ((InetSocketAddress) channel.getLocalAddress()).getPort();
        }
    }

    private static String ask(SocketAddress address, String request) throws IOException {
        try (SocketChannel channel = SocketChannel.open(address)) {
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
