// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.transport.ApiStream;

/** A stream that says when it breaks. */
final class WatchedStream implements ApiStream {
    private final ApiStream stream;
    private final InputStream body;

    WatchedStream(ApiStream stream, Runnable broken) {
        this.stream = stream;
        this.body = new FilterInputStream(stream.body()) {
            @Override
            public int read() throws IOException {
                try {
                    return super.read();
                } catch (IOException e) {
                    broken.run();
                    throw e;
                }
            }

            @Override
            public int read(byte @Nullable [] into, int offset, int length) throws IOException {
                try {
                    return super.read(into, offset, length);
                } catch (IOException e) {
                    broken.run();
                    throw e;
                }
            }
        };
    }

    @Override
    public int status() {
        return stream.status();
    }

    @Override
    public Optional<String> header(String name) {
        return stream.header(name);
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public Optional<String> sharedConnection() {
        return stream.sharedConnection();
    }

    @Override
    public void close() {
        stream.close();
    }
}
