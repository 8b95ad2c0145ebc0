// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The server's side of a SPDY/3.1 connection whose streams the client opens, as much of it as Kubernetes uses
 * (github.com/moby/spdystream: no windows are kept, settings and window updates are passed over).
 */
final class SpdySession {
    /** What is done with a stream that the client has opened. Runs on the thread of the connection. */
    @FunctionalInterface
    interface Opened {
        void stream(SpdyStream stream) throws IOException;
    }

    private static final int SYN_STREAM = 1;
    private static final int SYN_REPLY = 2;
    private static final int RST_STREAM = 3;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int CONTROL = 0x8003_0000;
    private static final int FIN = 1;
    private static final int LARGEST = 16 * 1024 * 1024;

    private final DataInputStream in;
    private final OutputStream out;
    private final Opened opened;
    private final Map<Integer, SpdyStream> streams = new ConcurrentHashMap<>();

    SpdySession(InputStream in, OutputStream out, Opened opened) {
        this.in = new DataInputStream(in);
        this.out = out;
        this.opened = opened;
    }

    /** Serves until the client goes. */
    void run() throws IOException {
        try (SpdyHeaders headers = new SpdyHeaders()) {
            boolean open = true;
            while (open) {
                int first = in.readInt();
                int second = in.readInt();
                byte[] bytes = body(second & 0xFF_FFFF);
                boolean last = (second >>> 24 & FIN) != 0;
                if (first >= 0) {
                    data(first, bytes, last);
                } else {
                    open = control(first & 0xFFFF, bytes, last, headers);
                }
            }
        } catch (EOFException gone) {
            // the client has closed
        } finally {
            streams.values().forEach(SpdyStream::hangUp);
        }
    }

    private byte[] body(int length) throws IOException {
        if (length > LARGEST) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private void data(int id, byte[] bytes, boolean last) throws IOException {
        SpdyStream stream = streams.get(id);
        if (stream != null) {
            stream.take(bytes, last);
        }
    }

    /** Whether the connection goes on. */
    private boolean control(int type, byte[] bytes, boolean last, SpdyHeaders headers) throws IOException {
        switch (type) {
            case SYN_STREAM -> open(bytes, last, headers);
            case RST_STREAM -> {
                SpdyStream stream = streams.remove(ByteBuffer.wrap(bytes).getInt());
                if (stream != null) {
                    stream.hangUp();
                }
            }
            case PING -> frame(CONTROL | PING, 0, bytes);
            default -> {}
        }
        return type != GOAWAY;
    }

    private void open(byte[] bytes, boolean last, SpdyHeaders headers) throws IOException {
        ByteBuffer frame = ByteBuffer.wrap(bytes);
        int id = frame.getInt() & Integer.MAX_VALUE;
        byte[] block = new byte[frame.position(10).remaining()];
        frame.get(block);
        SpdyStream stream = new SpdyStream(this, id, headers.read(block));
        streams.put(id, stream);
        byte[] packed = headers.write(Map.of());
        frame(
                CONTROL | SYN_REPLY,
                0,
                ByteBuffer.allocate(4 + packed.length).putInt(id).put(packed).array());
        if (last) {
            stream.take(new byte[0], true);
        }
        opened.stream(stream);
    }

    /** Sends bytes of a stream. */
    void send(int id, byte[] bytes, boolean last) throws IOException {
        frame(id, last ? FIN : 0, bytes);
    }

    private synchronized void frame(int first, int flags, byte[] bytes) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(8 + bytes.length);
        DataOutputStream head = new DataOutputStream(frame);
        head.writeInt(first);
        head.writeInt(flags << 24 | bytes.length);
        head.write(bytes);
        out.write(frame.toByteArray());
        out.flush();
    }
}
