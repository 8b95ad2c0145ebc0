// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.internal.api.http.ArrayOutput;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.http.HttpResponse;

/**
 * An exec over SPDY, as kubectl asked before 1.31, as it asks when a WebSocket is refused, and as an API server asks a kubelet: the
 * client opens a stream for each channel that its query names (k8s.io/kubelet pkg/cri/streaming/remotecommand/httpstream.go).
 */
final class SpdyChannels implements ExecChannels {
    private static final String PROTOCOL = "v4.channel.k8s.io";
    private static final int PIECE = 32 * 1024;
    private static final Map<String, Integer> TYPES = Map.of(
            "stdin", ChannelSocket.STDIN,
            "stdout", ChannelSocket.STDOUT,
            "stderr", ChannelSocket.STDERR,
            "error", ChannelSocket.ERROR,
            "resize", ChannelSocket.RESIZE);

    private final SpdySession session;
    private final Map<Integer, CompletableFuture<SpdyStream>> streams = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Receiver receiver = message -> {};

    private SpdyChannels(InputStream in, OutputStream out, HttpRequest request) {
        this.session = new SpdySession(in, out, this::opened);
        streams.put(ChannelSocket.ERROR, new CompletableFuture<>());
        for (String output : List.of("stdout", "stderr")) {
            if (request.query().flag(output)) {
                streams.put(TYPES.get(output), new CompletableFuture<>());
            }
        }
    }

    /** The answer that turns the connection into one; empty: the client does not ask for SPDY in a version that is known. */
    static Optional<HttpResponse> accept(HttpRequest request, Conversation conversation) {
        boolean known = request.headers().getOrDefault("x-stream-protocol-version", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .anyMatch(PROTOCOL::equals);
        return request.header("upgrade").equalsIgnoreCase("SPDY/3.1") && known
                ? Optional.of(new HttpResponse(
                        101,
                        "",
                        Map.of("Upgrade", "SPDY/3.1", "X-Stream-Protocol-Version", PROTOCOL),
                        new HttpResponse.Upgrade((in, out) -> conversation.run(new SpdyChannels(in, out, request)))))
                : Optional.empty();
    }

    /** What is spoken over the channels. */
    @FunctionalInterface
    interface Conversation {
        void run(ExecChannels channels) throws IOException;
    }

    private void opened(SpdyStream stream) {
        int channel = TYPES.getOrDefault(stream.header("streamtype"), ChannelSocket.CLOSED);
        switch (channel) {
            case ChannelSocket.STDIN, ChannelSocket.RESIZE -> threads.execute(() -> read(channel, stream.in()));
            default -> Optional.ofNullable(streams.get(channel)).ifPresent(awaited -> awaited.complete(stream));
        }
    }

    private void read(int channel, InputStream in) {
        byte[] piece = new byte[PIECE];
        try {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                receiver.take(new ChannelSocket.Message(channel, Arrays.copyOf(piece, count)));
            }
            if (channel == ChannelSocket.STDIN) {
                receiver.take(new ChannelSocket.Message(ChannelSocket.CLOSED, new byte[0]));
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    @Override
    public OutputStream out(int channel) {
        CompletableFuture<SpdyStream> awaited = streams.get(channel);
        return awaited == null
                ? OutputStream.nullOutputStream()
                : new ArrayOutput() {
                    @Override
                    public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
                        if (bytes != null && length > 0) {
                            stream(awaited).write(bytes, offset, length);
                        }
                    }
                };
    }

    /** The client may open a stream after the program has begun. */
    private static OutputStream stream(CompletableFuture<SpdyStream> awaited) throws IOException {
        try {
            return awaited.get().out();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new IOException("the client has gone", e);
        }
    }

    @Override
    public void end(byte[] status) throws IOException {
        out(ChannelSocket.ERROR).write(status);
        for (CompletableFuture<SpdyStream> awaited : streams.values()) {
            stream(awaited).close();
        }
    }

    @Override
    public void listen(Receiver heard) throws IOException {
        receiver = heard;
        try {
            session.run();
        } finally {
            streams.values().forEach(awaited -> awaited.completeExceptionally(new IOException("the client has gone")));
            threads.shutdownNow();
        }
    }
}
