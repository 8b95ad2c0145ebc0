// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.testkit.Await;

/** Whoever may read the text gets it in time, whatever those do who may not. */
@NonNullByDefault({})
class StrangersTest {
    private static final String SECRET = "0123456789abcdef0123";
    private static final String ALLOWED = "GET /metrics HTTP/1.1\r\nAuthorization: Bearer " + SECRET + "\r\n\r\n";
    private static final String FORBIDDEN = "GET /metrics HTTP/1.1\r\n\r\n";
    /** Of a scrape; what idle ones are left after would be longer. */
    private static final Duration IN_TIME = Duration.ofSeconds(5);

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final List<Socket> strangers = new ArrayList<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private int port;

    @AfterEach
    void go() throws IOException {
        enough.set(true);
        for (Socket stranger : strangers) {
            stranger.close();
        }
        // one that still waits for an answer is interrupted, which closes its socket
        threads.shutdownNow();
    }

    private MetricsServer serve(Duration head, Duration whole, Optional<ServerTls> tls, int size) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), SECRET);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        AgentEndpoint listener = AgentEndpoint.onAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.of(BearerToken.of(file)), tls);
        port = ((InetSocketAddress) listener.channel().getLocalAddress()).getPort();
        return new MetricsServer(listener, _ -> new byte[size], new MetricsServer.ReadTimeouts(head, whole));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) IN_TIME.toMillis());
        return socket;
    }

    private Socket stranger() throws IOException {
        Socket socket = connect();
        strangers.add(socket);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String scrape(Optional<SSLContext> tls) throws IOException {
        try (Socket plain = connect();
                Socket socket = tls.isEmpty()
                        ? plain
                        : tls.get().getSocketFactory().createSocket(plain, "localhost", port, true)) {
            say(socket, ALLOWED);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private void assertScraped(Optional<SSLContext> tls) {
        String answer = assertTimeoutPreemptively(IN_TIME, () -> scrape(tls));
        assertTrue(answer.startsWith("HTTP/1.1 200 OK"), answer);
    }

    @Test
    void twoHundredIdleOnesHoldNoScrapeUp() throws Exception {
        try (MetricsServer _ = serve(LONG, LONG, Optional.empty(), 1)) {
            for (int i = 0; i < 200; i++) {
                stranger();
            }
            for (int i = 0; i < 20; i++) {
                assertScraped(Optional.empty());
            }
        }
    }

    @Test
    void twoHundredWhoShakeNoHandsHoldNoScrapeUp() throws Exception {
        Certificates own = Certificates.make(folder, "own");
        ServerTls tls = ServerTls.of(own.certificate(), own.key(), Optional.empty());
        try (MetricsServer _ = serve(LONG, LONG, Optional.of(tls), 1)) {
            for (int i = 0; i < 200; i++) {
                stranger();
            }
            assertScraped(Optional.of(Certificates.trusting(own)));
        }
    }

    @Test
    void thoseWhoComeAgainAndAgainHoldNoScrapeUp() throws Exception {
        AtomicInteger rounds = new AtomicInteger();
        try (MetricsServer _ = serve(LONG, LONG, Optional.empty(), 1)) {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> {
                    while (!enough.get()) {
                        try (Socket socket = connect()) {
                            say(socket, FORBIDDEN);
                            socket.getInputStream().readAllBytes();
                        } catch (IOException e) {
                            // pushed out
                        }
                        rounds.incrementAndGet();
                    }
                });
            }
            Await.until("they loop", () -> rounds.get() > 20);
            for (int i = 0; i < 5; i++) {
                assertScraped(Optional.empty());
            }
        }
    }

    @Test
    void oneWhoSendsAByteNowAndThenIsLeftInTime() throws Exception {
        try (MetricsServer _ = serve(Duration.ofMillis(500), LONG, Optional.empty(), 1)) {
            Socket slow = stranger();
            slow.setSoTimeout(20);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> drip(slow));
            assertScraped(Optional.empty());
        }
    }

    /** Returns when the other end is tired of it. */
    private static void drip(Socket slow) {
        try {
            while (true) {
                say(slow, "x");
                try {
                    assertEquals(-1, slow.getInputStream().read());
                    return;
                } catch (SocketTimeoutException e) {
                    // one more
                }
            }
        } catch (IOException e) {
            // reset
        }
    }

    @Test
    void aRequestWithoutEndIsCutShort() throws Exception {
        try (MetricsServer _ = serve(LONG, LONG, Optional.empty(), 1)) {
            List<Socket> endless = new ArrayList<>();
            AtomicInteger ended = new AtomicInteger();
            for (int i = 0; i < 10; i++) {
                Socket socket = stranger();
                endless.add(socket);
                threads.execute(() -> {
                    try {
                        while (!enough.get()) {
                            say(socket, "X-Again: and again and again and again\r\n");
                        }
                    } catch (IOException e) {
                        ended.incrementAndGet();
                    }
                });
            }
            assertScraped(Optional.empty());
            Await.until("each is cut", () -> ended.get() == endless.size());
        }
    }

    @Test
    void oneWhoDoesNotTakeTheAnswerIsLeftAndOthersAreServedMeanwhile() throws Exception {
        int large = 16 << 20;
        try (MetricsServer _ = serve(LONG, Duration.ofSeconds(1), Optional.empty(), large)) {
            for (int i = 0; i < 12; i++) {
                say(stranger(), ALLOWED);
            }
            // one whose own time ends with that of those before it asks again, as a scraper does
            assertTimeoutPreemptively(IN_TIME, () -> {
                String answer = "";
                while (!answer.startsWith("HTTP/1.1 200 OK")) {
                    try {
                        answer = scrape(Optional.empty());
                    } catch (SocketException reset) {
                        answer = "";
                    }
                }
            });
        }
    }
}
