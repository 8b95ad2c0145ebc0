// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import podium.kubernetes.internal.transport.ApiStream;

/** The body of an answer: each time it is asked for, the next piece is read and handed on. */
@NonNullByDefault({}) // what it implements does not constrain null
final class StreamBody implements AsyncBody {
    private static final int PIECE = 16 << 10;

    private final ApiStream stream;
    private final InputStream body;
    private final Consumer<List<ByteBuffer>> consumer;
    private final Executor threads;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    StreamBody(ApiStream stream, Consumer<List<ByteBuffer>> consumer, Executor threads) {
        this.stream = stream;
        this.body = stream.body();
        this.consumer = consumer;
        this.threads = threads;
    }

    @Override
    public void consume() {
        if (!done.isDone()) {
            threads.execute(this::next);
        }
    }

    private void next() {
        try {
            byte[] piece = new byte[PIECE];
            int read = body.read(piece);
            if (read < 0) {
                stream.close();
                done.complete(null);
            } else {
                consumer.consume(List.of(ByteBuffer.wrap(piece, 0, read)), this);
            }
        } catch (Exception e) {
            // also what the consumer throws: both end the answer
            stream.close();
            done.completeExceptionally(e instanceof IOException ? e : new IOException(e));
        }
    }

    @Override
    public CompletableFuture<Void> done() {
        return done;
    }

    @Override
    public void cancel() {
        stream.close();
        done.cancel(false);
    }
}
