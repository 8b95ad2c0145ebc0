// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * One frame of a WebSocket (RFC 6455, 5.2).
 *
 * @param last whether the message ends with it
 * @param opcode what it is
 * @param payload unmasked
 */
record WebSocketFrame(boolean last, int opcode, byte[] payload) {
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int LARGEST = 4 * 1024 * 1024;

    /**
     * The next frame of a client.
     *
     * @throws IOException when the connection ends, or the frame is none that a client may send
     */
    static WebSocketFrame read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        if ((second & 0x80) == 0 || length < 0 || length > LARGEST) {
            throw new IOException("not a frame of a client");
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes((int) length);
        if (mask.length < 4 || payload.length < length) {
            throw new IOException("the connection ended in a frame");
        }
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return new WebSocketFrame((first & 0x80) != 0, first & 0x0F, payload);
    }

    /** Writes it as a server does, without a mask. */
    void write(OutputStream out) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(10).put((byte) ((last ? 0x80 : 0) | opcode));
        if (payload.length < 126) {
            head.put((byte) payload.length);
        } else if (payload.length < 1 << 16) {
            head.put((byte) 126).putShort((short) payload.length);
        } else {
            head.put((byte) 127).putLong(payload.length);
        }
        out.write(head.array(), 0, head.position());
        out.write(payload);
        out.flush();
    }
}
