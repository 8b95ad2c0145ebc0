// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jdt.annotation.Nullable;

/** Serves the requests of one client, one after the other. */
final class HttpConnection {

    private final Socket wire;
    private final Socket socket;
    private final HttpListener.Service service;
    private final Executor executor;
    private @Nullable CompletableFuture<Integer> ahead;

    /**
     * @param wire the TCP connection itself
     * @param socket TLS on top of it
     */
    HttpConnection(Socket wire, Socket socket, HttpListener.Service service, Executor executor) {
        this.wire = wire;
        this.socket = socket;
        this.service = service;
        this.executor = executor;
    }

    void serve() throws IOException {
        try (socket) {
            PushbackInputStream in =
                    new PushbackInputStream(new BufferedInputStream(socket.getInputStream(), 16 * 1024));
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
            RequestReader reader = new RequestReader(in, out);
            boolean open = true;
            while (open) {
                try {
                    Optional<HttpRequest> request = more(in) ? reader.next() : Optional.empty();
                    open = request.isPresent() && answer(request.get(), in, out);
                } catch (RequestReader.Refused refused) {
                    String message = refused.getMessage();
                    head(HttpResponse.text(refused.status(), message == null ? "" : message), out, true);
                    out.flush();
                    open = false;
                }
            }
        } catch (FaultyOutput.Cut planned) {
            wire.close();
        }
    }

    /** False when the client went while or after it got a stream. */
    private boolean more(PushbackInputStream in) throws IOException {
        CompletableFuture<Integer> next = ahead;
        ahead = null;
        if (next == null) {
            return true;
        }
        int first = next.join();
        if (first >= 0) {
            in.unread(first);
        }
        return first >= 0;
    }

    /** Whether the connection stays open for another request. */
    private boolean answer(HttpRequest request, PushbackInputStream in, OutputStream wireOut) throws IOException {
        FaultyResponse answer = FaultyResponse.to(request, service);
        OutputStream out = answer.faulty(wireOut);
        boolean close = request.header("connection").equalsIgnoreCase("close");
        long bytes = 0;
        try {
            head(answer.response(), out, close);
            if (out instanceof FaultyOutput faulty) {
                faulty.body();
            }
            switch (answer.response().body()) {
                case HttpResponse.Parts parts -> {
                    bytes = parts.length();
                    if (!request.method().equals("HEAD")) {
                        for (byte[] part : parts.parts()) {
                            out.write(part);
                        }
                    }
                    out.flush();
                }
                case HttpResponse.Stream stream -> {
                    out.flush();
                    ChunkedOutput body = new ChunkedOutput(out, answer.fault().frames());
                    close |= !stream(stream.writer(), body, in);
                    bytes = body.written();
                }
                case HttpResponse.Upgrade upgrade -> {
                    out.flush();
                    close = true;
                    upgrade.conversation().run(in, out);
                }
            }
            return !close;
        } catch (FaultyOutput.Cut cut) {
            if (answer.fault().end() == HttpFault.End.RESET) {
                wire.setSoLinger(true, 0);
                wire.close();
            }
            throw cut;
        } finally {
            answer.tell(service.log(), bytes);
        }
    }

    /**
     * Runs a stream; a second thread waits for the client to close, for a silent stream would not notice. What it reads when the
     * stream has ended by itself is the beginning of the next request. True when there may be one.
     */
    private boolean stream(HttpResponse.Writer writer, ChunkedOutput out, PushbackInputStream in) throws IOException {
        Thread streaming = Thread.currentThread();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> next = new CompletableFuture<>();
        executor.execute(() -> {
            next.complete(read(in));
            if (over.compareAndSet(false, true)) {
                streaming.interrupt();
            }
        });
        try {
            writer.write(out);
            out.end();
        } catch (InterruptedException closed) {
            return false;
        } finally {
            if (!over.compareAndSet(false, true)) {
                Thread.interrupted();
            }
        }
        ahead = next;
        return true;
    }

    /** A byte, or -1 when the client has gone, by a clean close or without one. */
    private static int read(InputStream in) {
        try {
            return in.read();
        } catch (IOException gone) {
            return -1;
        }
    }

    private static void head(HttpResponse response, OutputStream out, boolean close) throws IOException {
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(ReasonPhrases.of(response.status()))
                .append("\r\n");
        if (!(response.body() instanceof HttpResponse.Upgrade)) {
            head.append("Content-Type: ")
                    .append(response.contentType())
                    .append("\r\nCache-Control: no-cache, private\r\nDate: ")
                    .append(HttpDate.now())
                    .append("\r\n");
        }
        response.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        switch (response.body()) {
            case HttpResponse.Parts parts ->
                head.append("Content-Length: ").append(parts.length()).append("\r\n");
            case HttpResponse.Stream _ -> head.append("Transfer-Encoding: chunked\r\n");
            case HttpResponse.Upgrade _ -> head.append("Connection: Upgrade\r\n");
        }
        if (close) {
            head.append("Connection: close\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
