// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import podium.agent.texts.Texts;
import podium.core.machine.MetricsWriter.Format;

/**
 * Answers GET /metrics over HTTP/1.1, one request a connection. Serves from its making until it is closed. Who is silent, slow or
 * endless with a request, or may not read, takes no place of one who may.
 */
final class MetricsServer implements AutoCloseable {
    /** A connection over TLS takes some 70 KB while it waits, of a heap of 24 MB. */
    private static final int WAIT_AT_ONCE = 64;

    private static final int WAIT_OF_ONE_PEER = 32;
    private static final int SERVED_AT_ONCE = 8;
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);
    private static final String PLAIN = "text/plain; charset=utf-8";

    /**
     * How long one may take.
     *
     * @param head until the request is there, a handshake included
     * @param whole until the answer is taken
     */
    record ReadTimeouts(Duration head, Duration whole) {
        static final ReadTimeouts USUAL = new ReadTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(10));
    }

    private final AgentEndpoint listener;
    private final Function<Format, byte[]> text;
    private final ReadTimeouts timeouts;
    private final PendingConnections<SocketChannel> waiting = new PendingConnections<>(WAIT_AT_ONCE, WAIT_OF_ONE_PEER);
    private final Semaphore served = new Semaphore(SERVED_AT_ONCE, true);
    private final ExecutorService connections = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("podium-agent-", 0).factory());
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("podium-agent-deadlines").factory());

    /**
     * Serves a text.
     *
     * @param text the text of now; any thread
     */
    MetricsServer(AgentEndpoint listener, Function<Format, byte[]> text, ReadTimeouts timeouts) {
        this.listener = listener;
        this.text = text;
        this.timeouts = timeouts;
        deadlines.setRemoveOnCancelPolicy(true);
        connections.execute(this::accept);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        connections.shutdownNow();
        waiting.all().forEach(MetricsServer::closeQuietly);
        deadlines.shutdownNow();
    }

    private void accept() {
        while (listener.channel().isOpen()) {
            try {
                SocketChannel channel = listener.channel().accept();
                Object peer = listener.peer(channel);
                waiting.enter(peer, channel).ifPresent(MetricsServer::closeQuietly);
                start(channel, peer);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                // That connection failed, or files ran out; one that ends will make room.
                LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            }
        }
    }

    private void start(SocketChannel channel, Object peer) {
        try {
            ScheduledFuture<?> deadline = closeAfter(channel, timeouts.head());
            connections.execute(() -> hear(channel, peer, deadline));
        } catch (RejectedExecutionException e) {
            closeQuietly(channel); // the agent ends
        }
    }

    private void hear(SocketChannel channel, Object from, ScheduledFuture<?> head) {
        ScheduledFuture<?> deadline = head;
        try (channel) {
            if (!listener.admits(channel)) {
                write(
                        ClientConnection.of(channel, Optional.empty()),
                        Answer.of("403 Forbidden", Texts.of("MetricsServer.thisSocketIsFor")));
                return;
            }
            try (ClientConnection peer = ClientConnection.of(channel, listener.tls())) {
                Question question = question(peer);
                if (question.format().isEmpty()) {
                    write(peer, question.refusal());
                } else if (waiting.leave(from, channel)) {
                    deadline.cancel(false);
                    deadline = closeAfter(channel, timeouts.whole());
                    serve(peer, question.format().get());
                }
            }
        } catch (IOException | RejectedExecutionException e) {
            // It went away, took too long, or the agent ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            deadline.cancel(false);
            waiting.leave(from, channel);
        }
    }

    private ScheduledFuture<?> closeAfter(SocketChannel channel, Duration time) {
        return deadlines.schedule(() -> closeQuietly(channel), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void serve(ClientConnection peer, Format format) throws IOException, InterruptedException {
        served.acquire();
        try {
            write(peer, new Answer("200 OK", format.contentType(), text.apply(format)));
        } finally {
            served.release();
        }
    }

    /** What one wants; the refusal counts where there is no format. */
    private record Question(Optional<Format> format, Answer refusal) {
        static Question refused(String status, String sentence) {
            return new Question(Optional.empty(), Answer.of(status, sentence));
        }
    }

    private Question question(ClientConnection peer) throws IOException {
        Optional<HttpRequestHead> read = HttpRequestHead.read(peer.in());
        if (read.isEmpty()) {
            return Question.refused("400 Bad Request", Texts.of("MetricsServer.thisIsNotAn"));
        }
        HttpRequestHead request = read.get();
        if (listener.token()
                .filter(token -> !token.isIn(request.header("authorization")))
                .isPresent()) {
            return Question.refused("401 Unauthorized", Texts.of("MetricsServer.theAgentRequiresIts"));
        }
        if (!request.path().equals("/metrics")) {
            return Question.refused("404 Not Found", Texts.of("MetricsServer.thereIsOnlyMetrics"));
        }
        if (!request.method().equals("GET")) {
            return Question.refused("405 Method Not Allowed", Texts.of("MetricsServer.metricsCanOnlyBe"));
        }
        boolean open = request.header("accept").contains("application/openmetrics-text");
        return new Question(Optional.of(open ? Format.OPENMETRICS : Format.PROMETHEUS), Answer.of("", ""));
    }

    private static void write(ClientConnection peer, Answer answer) throws IOException {
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
