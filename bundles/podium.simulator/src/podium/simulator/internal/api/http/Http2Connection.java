// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/** Serves the requests of one client, all at once on its one connection (HTTP/2, RFC 9113, as far as API clients use it). */
final class Http2Connection {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_CONCURRENT_STREAMS = 3;
    private static final int INITIAL_WINDOW_SIZE = 4;
    /** As Go's server has it. */
    private static final int STREAMS = 250;

    private final Socket wire;
    private final Socket socket;
    private final HttpListener.Service service;
    private final Executor executor;
    private final OutputStream out;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<Integer, Http2Stream> streams = new ConcurrentHashMap<>();
    private final SendWindow window = new SendWindow();
    private final HpackCodec headers = new HpackCodec();

    /**
     * @param wire the TCP connection itself
     * @param socket TLS on top of it
     */
    Http2Connection(Socket wire, Socket socket, HttpListener.Service service, Executor executor) throws IOException {
        this.wire = wire;
        this.socket = socket;
        this.service = service;
        this.executor = executor;
        this.out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
    }

    void serve() throws IOException {
        try (socket) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 16 * 1024));
            byte[] preface = new byte[PREFACE.length];
            in.readFully(preface);
            if (!Arrays.equals(preface, PREFACE)) {
                return;
            }
            byte[] settings = ByteBuffer.allocate(6)
                    .putShort((short) MAX_CONCURRENT_STREAMS)
                    .putInt(STREAMS)
                    .array();
            send(new Http2Frame(Http2Frame.SETTINGS, 0, 0, settings));
            Http2Frame frame = Http2Frame.read(in);
            while (frame.type() != Http2Frame.GO_AWAY) {
                take(frame, in);
                frame = Http2Frame.read(in);
            }
        } finally {
            streams.values().forEach(Http2Stream::leave);
        }
    }

    private void take(Http2Frame frame, DataInputStream in) throws IOException {
        switch (frame.type()) {
            case Http2Frame.HEADERS -> begin(frame, in);
            case Http2Frame.DATA -> data(frame);
            case Http2Frame.RESET -> {
                Http2Stream gone = streams.get(frame.stream());
                if (gone != null) {
                    gone.leave();
                }
            }
            case Http2Frame.SETTINGS -> settings(frame);
            case Http2Frame.PING -> {
                if (!frame.has(Http2Frame.ACK)) {
                    send(new Http2Frame(Http2Frame.PING, Http2Frame.ACK, 0, frame.payload()));
                }
            }
            case Http2Frame.WINDOW -> window.widen(frame.stream(), frame.number());
            default -> {
                // priorities, and what is to come
            }
        }
    }

    private void begin(Http2Frame first, DataInputStream in) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(first.content());
        for (Http2Frame last = first; !last.has(Http2Frame.END_HEADERS); ) {
            last = Http2Frame.read(in);
            if (last.type() != Http2Frame.CONTINUATION) {
                throw new IOException("headers end early");
            }
            block.writeBytes(last.payload());
        }
        Http2Stream stream = new Http2Stream(this, first.stream(), headers.read(block.toByteArray()));
        streams.put(first.stream(), stream);
        window.open(first.stream());
        if (first.has(Http2Frame.END_STREAM)) {
            start(stream);
        }
    }

    private void data(Http2Frame frame) throws IOException {
        if (frame.payload().length > 0) {
            send(Http2Frame.numbered(Http2Frame.WINDOW, 0, frame.payload().length));
        }
        Http2Stream stream = streams.get(frame.stream());
        if (stream == null) {
            return;
        }
        if (!frame.has(Http2Frame.END_STREAM) && frame.payload().length > 0) {
            send(Http2Frame.numbered(Http2Frame.WINDOW, frame.stream(), frame.payload().length));
        }
        stream.body(frame.content());
        if (frame.has(Http2Frame.END_STREAM)) {
            start(stream);
        }
    }

    private void start(Http2Stream stream) {
        executor.execute(() -> stream.run(service));
    }

    private void settings(Http2Frame frame) throws IOException {
        if (frame.has(Http2Frame.ACK)) {
            return;
        }
        ByteBuffer settings = ByteBuffer.wrap(frame.payload());
        while (settings.remaining() >= 6) {
            int name = settings.getShort();
            int value = settings.getInt();
            if (name == INITIAL_WINDOW_SIZE) {
                window.initial(value);
            }
        }
        send(Http2Frame.of(Http2Frame.SETTINGS, Http2Frame.ACK, 0));
    }

    /** Sends a frame at once. Any thread. */
    void send(Http2Frame frame) throws IOException {
        writing.lock();
        try {
            frame.write(out);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    /** Waits until the client takes something of a stream: how many bytes in one frame. Any thread. */
    int room(int stream, int wanted) throws IOException {
        return window.take(stream, Math.min(wanted, Http2Frame.LARGEST));
    }

    /** Sends bytes of a stream for which there is room, in one frame. Any thread. */
    void data(int stream, byte[] bytes, int from, int length) throws IOException {
        writing.lock();
        try {
            Http2Frame.write(out, Http2Frame.DATA, 0, stream, bytes, from, length);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    /** The stream is over. */
    void end(int stream) {
        streams.remove(stream);
        window.close(stream);
    }

    /** Ends the connection as a machine does that has lost it. */
    void abort() throws IOException {
        wire.setSoLinger(true, 0);
        wire.close();
    }
}
