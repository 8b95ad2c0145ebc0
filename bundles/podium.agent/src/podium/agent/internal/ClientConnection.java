// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** A client of the agent that is connected, over TLS or not. */
record ClientConnection(ReadableByteChannel in, OutputStream out, Closeable all) implements AutoCloseable {
    /** Shakes hands where TLS is asked for. */
    static ClientConnection of(SocketChannel channel, Optional<ServerTls> tls) throws IOException {
        if (tls.isEmpty()) {
            return new ClientConnection(channel, Channels.newOutputStream(channel), channel);
        }
        SSLSocket socket = tls.get().accept(channel.socket());
        return new ClientConnection(Channels.newChannel(socket.getInputStream()), socket.getOutputStream(), socket);
    }

    @Override
    public void close() throws IOException {
        all.close();
    }
}
