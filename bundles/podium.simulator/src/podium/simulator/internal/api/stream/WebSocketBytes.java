// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.internal.api.http.ArrayOutput;

/** A WebSocket as a plain pair of streams: where one message ends and the next begins says nothing. */
final class WebSocketBytes extends InputStream {
    private final ChannelSocket socket;
    private byte[] message = {};
    private int taken;

    WebSocketBytes(ChannelSocket socket) {
        this.socket = socket;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte @Nullable [] into, int offset, int length) throws IOException {
        while (length > 0 && taken == message.length) {
            Optional<byte[]> next = socket.message();
            if (next.isEmpty()) {
                return -1;
            }
            message = next.get();
            taken = 0;
        }
        int count = Math.min(length, message.length - taken);
        System.arraycopy(message, taken, into, offset, count);
        taken += count;
        return count;
    }

    OutputStream out() {
        return new ArrayOutput() {
            @Override
            public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
                if (bytes != null && length > 0) {
                    socket.send(Arrays.copyOfRange(bytes, offset, offset + length));
                }
            }
        };
    }
}
