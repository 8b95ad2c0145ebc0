// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.ApiStream;

/** A complete response, offered as a stream. */
record BufferedStream(ApiResponse response) implements ApiStream {
    @Override
    public int status() {
        return response.status();
    }

    @Override
    public Optional<String> header(String name) {
        return response.header(name);
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(response.body());
    }

    @Override
    public void close() {}
}
