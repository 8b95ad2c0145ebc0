// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Serves the requests of one client, one after the other. */
final class HttpConnection {

    private final Socket wire;
    private final Socket socket;
    private final HttpListener.Service service;
    private final Executor executor;

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
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
            RequestReader reader = new RequestReader(in, out);
            boolean open = true;
            while (open) {
                try {
                    Optional<HttpRequest> request = reader.next();
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

    /** Whether the connection stays open for another request. */
    private boolean answer(HttpRequest request, InputStream in, OutputStream wireOut) throws IOException {
        long start = System.nanoTime();
        Fault fault = service.faults().plan(request);
        OutputStream out = fault == Fault.NONE ? wireOut : new FaultyOutput(wireOut, fault);
        if (!fault.delay().isZero()) {
            FaultyOutput.pause(fault.delay().toMillis());
        }
        HttpResponse response = fault.instead().isPresent() && !fault.afterwards()
                ? fault.instead().get()
                : service.handler().handle(request);
        response = fault.instead().orElse(response);
        long bytes = 0;
        try {
            switch (response.body()) {
                case HttpResponse.Parts parts -> {
                    bytes = parts.length();
                    boolean close = request.header("connection").equalsIgnoreCase("close");
                    head(response, out, close);
                    if (!request.method().equals("HEAD")) {
                        for (byte[] part : parts.parts()) {
                            out.write(part);
                        }
                    }
                    out.flush();
                    return !close;
                }
                case HttpResponse.Stream stream -> {
                    head(response, out, true);
                    out.flush();
                    bytes = stream(stream.writer(), new ChunkedOutput(out, fault.frames()), in);
                    return false;
                }
            }
        } catch (FaultyOutput.Cut cut) {
            if (fault.end() == Fault.End.RESET) {
                wire.setSoLinger(true, 0);
                wire.close();
            }
            throw cut;
        } finally {
            service.log().answered(request, response.status(), bytes, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Runs a stream; a second thread waits for the client to close, for a silent stream would not notice. */
    private long stream(HttpResponse.Writer writer, ChunkedOutput out, InputStream in) throws IOException {
        Thread streaming = Thread.currentThread();
        AtomicBoolean over = new AtomicBoolean();
        executor.execute(() -> {
            try {
                in.read();
            } catch (IOException gone) {
                // The same as a clean close: nobody reads any more.
            }
            if (over.compareAndSet(false, true)) {
                streaming.interrupt();
            }
        });
        try {
            writer.write(out);
            out.end();
        } catch (InterruptedException closed) {
            return out.written();
        } finally {
            if (!over.compareAndSet(false, true)) {
                Thread.interrupted();
            }
        }
        return out.written();
    }

    private static void head(HttpResponse response, OutputStream out, boolean close) throws IOException {
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(Reasons.of(response.status()))
                .append("\r\nContent-Type: ")
                .append(response.contentType())
                .append("\r\nCache-Control: no-cache, private\r\n");
        response.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        switch (response.body()) {
            case HttpResponse.Parts parts ->
                head.append("Content-Length: ").append(parts.length()).append("\r\n");
            case HttpResponse.Stream _ -> head.append("Transfer-Encoding: chunked\r\n");
        }
        if (close) {
            head.append("Connection: close\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
