// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A local connection as fabric8 wants it: something to read and something to write. That either is closed is how fabric8 says that it
 * is over.
 */
@NonNullByDefault({}) // what it implements does not constrain null
final class TunnelChannels {
    private final SocketChannel local;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final CompletableFuture<Void> said = new CompletableFuture<>();
    private final AtomicLong answered = new AtomicLong();
    private volatile boolean opened;

    TunnelChannels(SocketChannel local) {
        this.local = local;
    }

    /** Done when it is over. */
    CompletableFuture<Void> over() {
        return over;
    }

    /** Done when the client has said all that it has to say. */
    CompletableFuture<Void> said() {
        return said;
    }

    /** Bytes that came from the pod. */
    long answered() {
        return answered.get();
    }

    /** Whether the pod was reached: only then is something read. */
    boolean opened() {
        return opened;
    }

    private abstract class End implements Channel {
        @Override
        public boolean isOpen() {
            return local.isOpen();
        }

        @Override
        public void close() {
            over.complete(null);
        }
    }

    private final class In extends End implements ReadableByteChannel {
        @Override
        public int read(ByteBuffer into) throws IOException {
            opened = true;
            int count = local.read(into);
            if (count < 0) {
                said.complete(null);
            }
            return count;
        }
    }

    private final class Out extends End implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            answered.addAndGet(bytes.remaining());
            return local.write(bytes);
        }
    }

    ReadableByteChannel in() {
        return new In();
    }

    WritableByteChannel out() {
        return new Out();
    }
}
