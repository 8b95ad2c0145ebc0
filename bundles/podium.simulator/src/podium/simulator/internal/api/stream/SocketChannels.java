// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * An exec over a WebSocket (KEP-4006).
 *
 * @param socket what carries it
 */
record SocketChannels(ChannelSocket socket) implements ExecChannels {
    @Override
    public OutputStream out(int channel) {
        return socket.channel(channel);
    }

    @Override
    public void end(byte[] status) throws IOException {
        socket.send(ChannelSocket.ERROR, status, 0, status.length);
        socket.close();
    }

    @Override
    public void listen(Receiver receiver) throws IOException {
        for (Optional<ChannelSocket.Message> next = socket.next(); next.isPresent(); next = socket.next()) {
            receiver.take(next.get());
        }
        socket.close();
    }
}
