// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A frame of HTTP/2 (RFC 9113, 4.1).
 *
 * @param stream 0: the connection's own
 */
record Http2Frame(int type, int flags, int stream, byte[] payload) {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RESET = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GO_AWAY = 7;
    static final int WINDOW = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int ACK = 1;
    static final int END_HEADERS = 4;
    private static final int PADDED = 8;
    private static final int PRIORITY = 0x20;

    /** Most bytes of a payload: nobody is allowed more. */
    static final int LARGEST = 16_384;

    private static final int HEAD = 9;
    private static final byte[] NOTHING = {};

    static Http2Frame of(int type, int flags, int stream) {
        return new Http2Frame(type, flags, stream, NOTHING);
    }

    /** One with a number. */
    static Http2Frame numbered(int type, int stream, int number) {
        return new Http2Frame(
                type, 0, stream, ByteBuffer.allocate(4).putInt(number).array());
    }

    static Http2Frame read(DataInputStream in) throws IOException {
        int head = in.readInt();
        int length = head >>> 8;
        if (length > LARGEST) {
            throw new IOException("a frame is too large");
        }
        int flags = in.readUnsignedByte();
        int stream = in.readInt() & Integer.MAX_VALUE;
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Http2Frame(head & 0xFF, flags, stream, payload);
    }

    void write(OutputStream out) throws IOException {
        write(out, type, flags, stream, payload, 0, payload.length);
    }

    static void write(OutputStream out, int type, int flags, int stream, byte[] bytes, int offset, int length)
            throws IOException {
        out.write(ByteBuffer.allocate(HEAD)
                .putInt(length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .array());
        out.write(bytes, offset, length);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** What is left of the payload without padding and priority. */
    byte[] content() throws IOException {
        int from = 0;
        int to = payload.length;
        if (has(PADDED) && to > 0) {
            to -= payload[0] & 0xFF;
            from = 1;
        }
        if (type == HEADERS && has(PRIORITY)) {
            from += 5;
        }
        if (from > to) {
            throw new IOException("a frame is padded with more than it holds");
        }
        return from == 0 && to == payload.length ? payload : Arrays.copyOfRange(payload, from, to);
    }

    int number() {
        return ByteBuffer.wrap(payload).getInt();
    }
}
