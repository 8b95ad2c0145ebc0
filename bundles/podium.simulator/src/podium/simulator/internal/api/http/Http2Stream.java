// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** One request of an HTTP/2 connection and its answer. */
final class Http2Stream {
    private static final int INTERNAL_ERROR = 2;
    private static final int LARGEST_BODY = 3 * 1024 * 1024;

    private final Http2Connection connection;
    private final int id;
    private final List<HpackCodec.Field> fields;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private @Nullable Thread thread;
    private boolean over;
    /** While it writes to the connection of all. */
    private boolean writing;

    /** What was written is the head until it is whole; then it is gathered into frames. */
    private final class Sink extends ArrayOutput {
        private final byte[] gathered = new byte[Http2Frame.LARGEST];
        private int used;
        private boolean headed;

        @Override
        public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
            for (int at = offset, left = length; left > 0; ) {
                int size = Math.min(left, gathered.length - used);
                System.arraycopy(bytes, at, gathered, used, size);
                used += size;
                at += size;
                left -= size;
                if (used == gathered.length) {
                    flush();
                }
            }
        }

        void head() throws IOException {
            byte[] block = Arrays.copyOf(gathered, used);
            used = 0;
            headed = true;
            send(new Http2Frame(Http2Frame.HEADERS, Http2Frame.END_HEADERS, id, block));
        }

        @Override
        public void flush() throws IOException {
            if (headed) {
                int length = used;
                used = 0;
                data(gathered, length);
            }
        }
    }

    Http2Stream(Http2Connection connection, int id, List<HpackCodec.Field> fields) {
        this.connection = connection;
        this.id = id;
        this.fields = fields;
    }

    void body(byte[] more) throws IOException {
        if (body.size() + more.length > LARGEST_BODY) {
            throw new IOException("request entity too large");
        }
        body.writeBytes(more);
    }

    /**
     * The client has gone, or has no more interest in it. A write is not interrupted: that would close the connection, which is that
     * of all streams (java.net.Socket on a virtual thread).
     */
    synchronized void leave() {
        over = true;
        Thread running = thread;
        if (running != null && !writing) {
            running.interrupt();
        }
    }

    private synchronized void begins() throws InterruptedIOException {
        if (over) {
            throw new InterruptedIOException("the client has left");
        }
        writing = true;
    }

    private synchronized void ends() {
        writing = false;
        if (over) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Http2Frame frame) throws IOException {
        begins();
        try {
            connection.send(frame);
        } finally {
            ends();
        }
    }

    /** Waits, which may be interrupted, until the client takes them; then writes, which may not. */
    private void data(byte[] bytes, int length) throws IOException {
        for (int sent = 0; sent < length; ) {
            int size = connection.room(id, length - sent);
            begins();
            try {
                connection.data(id, bytes, sent, size);
            } finally {
                ends();
            }
            sent += size;
        }
    }

    void run(HttpListener.Service service) {
        if (!enter()) {
            return;
        }
        try {
            answer(FaultyResponse.to(request(), service), service.log());
        } catch (IOException e) {
            // the client has gone: there is nobody to tell
        } finally {
            connection.end(id);
            exit();
        }
    }

    private synchronized boolean enter() {
        thread = Thread.currentThread();
        return !over;
    }

    private synchronized void exit() {
        thread = null;
    }

    private void answer(FaultyResponse answer, RequestLog log) throws IOException {
        Sink sink = new Sink();
        OutputStream out = answer.faulty(sink);
        long bytes = 0;
        try {
            out.write(HpackCodec.write(head(answer.response())));
            sink.head();
            if (out instanceof FaultyOutput faulty) {
                faulty.body();
            }
            switch (answer.response().body()) {
                case HttpResponse.Parts parts -> {
                    bytes = parts.length();
                    if (!answer.request().method().equals("HEAD")) {
                        for (byte[] part : parts.parts()) {
                            out.write(part);
                        }
                    }
                    out.flush();
                }
                case HttpResponse.Stream stream -> {
                    ChunkedOutput chunks = new ChunkedOutput(out, answer.fault().frames(), false);
                    try {
                        stream.writer().write(chunks);
                        chunks.flush();
                    } finally {
                        bytes = chunks.written();
                    }
                }
                case HttpResponse.Upgrade _ -> throw new IOException("HTTP/2 has no upgrade (RFC 9113, 8.6)");
            }
            send(Http2Frame.of(Http2Frame.DATA, Http2Frame.END_STREAM, id));
        } catch (FaultyOutput.Cut cut) {
            if (answer.fault().end() == HttpFault.End.RESET) {
                connection.abort();
            } else {
                sink.flush();
                send(Http2Frame.numbered(Http2Frame.RESET, id, INTERNAL_ERROR));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            answer.tell(log, bytes);
        }
    }

    private static Map<String, String> head(HttpResponse response) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put(":status", Integer.toString(response.status()));
        head.put("content-type", response.contentType());
        head.put("cache-control", "no-cache, private");
        head.put("date", HttpDate.now());
        response.headers().forEach((name, value) -> head.put(name.toLowerCase(Locale.ROOT), value));
        if (response.body() instanceof HttpResponse.Parts parts) {
            head.put("content-length", Long.toString(parts.length()));
        }
        return head;
    }

    private HttpRequest request() throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        fields.forEach(field ->
                headers.computeIfAbsent(field.name(), key -> new ArrayList<>(1)).add(field.value()));
        String method = first(headers, ":method");
        String target = first(headers, ":path");
        headers.keySet().removeIf(name -> name.startsWith(":"));
        try {
            return RequestReader.request(method, target, headers, body.toByteArray());
        } catch (IllegalArgumentException e) {
            throw new IOException("bad escape in the address", e);
        }
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }
}
