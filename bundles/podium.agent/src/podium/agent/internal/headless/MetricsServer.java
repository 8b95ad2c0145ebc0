// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal.headless;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import podium.core.port.MetricsWriter.Format;

/** Answers GET /metrics over HTTP/1.1, one request a connection. Serves from its making until it is closed. */
final class MetricsServer implements AutoCloseable {
    private static final int AT_ONCE = 32;
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final Listener listener;
    private final Function<Format, byte[]> text;
    private final Duration patience;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final ExecutorService connections = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("podium-agent-", 0).factory());
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("podium-agent-deadlines").factory());

    /**
     * Serves a text.
     *
     * @param text the text of now; any thread
     * @param patience how long a connection may take
     */
    MetricsServer(Listener listener, Function<Format, byte[]> text, Duration patience) {
        this.listener = listener;
        this.text = text;
        this.patience = patience;
        connections.execute(this::accept);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        connections.shutdownNow();
        deadlines.shutdownNow();
    }

    private void accept() {
        while (listener.channel().isOpen()) {
            try {
                slots.acquire();
                SocketChannel peer = listener.channel().accept();
                connections.execute(() -> serve(peer));
            } catch (ClosedChannelException | InterruptedException e) {
                return;
            } catch (IOException e) {
                // That connection failed, or files ran out; one that ends will make room.
                slots.release();
                LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            }
        }
    }

    private void serve(SocketChannel peer) {
        ScheduledFuture<?> deadline =
                deadlines.schedule(() -> closeQuietly(peer), patience.toMillis(), TimeUnit.MILLISECONDS);
        try (peer) {
            if (listener.admits(peer)) {
                try (Peer asking = Peer.of(peer, listener.tls())) {
                    write(asking, answer(asking));
                }
            } else {
                write(
                        Peer.of(peer, Optional.empty()),
                        Answer.of("403 Forbidden", "This socket is for the user who started the agent."));
            }
        } catch (IOException e) {
            // It went away, or took too long.
        } finally {
            deadline.cancel(false);
            slots.release();
        }
    }

    private Answer answer(Peer peer) throws IOException {
        Optional<Request> read = Request.read(peer.in());
        if (read.isEmpty()) {
            return Answer.of("400 Bad Request", "This is no HTTP/1.1 request.");
        }
        Request request = read.get();
        if (listener.token()
                .filter(token -> !token.isIn(request.header("authorization")))
                .isPresent()) {
            return Answer.of("401 Unauthorized", "The agent wants its token.");
        }
        if (!request.path().equals("/metrics")) {
            return Answer.of("404 Not Found", "There is only /metrics.");
        }
        if (!request.method().equals("GET")) {
            return Answer.of("405 Method Not Allowed", "/metrics can only be read.");
        }
        Format format = request.header("accept").contains("application/openmetrics-text")
                ? Format.OPENMETRICS
                : Format.PROMETHEUS;
        return new Answer("200 OK", format.contentType(), text.apply(format));
    }

    private static void write(Peer peer, Answer answer) throws IOException {
        String head = "HTTP/1.1 " + answer.status() + "\r\nContent-Type: " + answer.type() + "\r\nContent-Length: "
                + answer.body().length
                + (answer.status().startsWith("401") ? "\r\nWWW-Authenticate: Bearer" : "")
                + "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
        peer.out().write(head.getBytes(StandardCharsets.US_ASCII));
        peer.out().write(answer.body());
        peer.out().flush();
    }

    private static void closeQuietly(SocketChannel peer) {
        try {
            peer.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    /** An answer. */
    private record Answer(String status, String type, byte[] body) {
        static Answer of(String status, String sentence) {
            return new Answer(status, PLAIN, (sentence + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
