// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of a java.net.http answer as it comes. */
record JdkStream(
        int status,
        Map<String, List<String>> headers,
        InputStream raw,
        InputStream body,
        Optional<String> sharedConnection)
        implements ApiStream {
    static JdkStream of(HttpResponse<InputStream> response) {
        Map<String, List<String>> headers = Headers.lowerCase(response.headers().map());
        InputStream raw = response.body();
        boolean packed = Headers.first(headers, "Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        return new JdkStream(response.statusCode(), headers, raw, packed ? new GzipBody(raw) : raw, shared(response));
    }

    /** The connection of an answer, where it takes more than one at once. */
    static Optional<String> shared(HttpResponse<?> response) {
        return response.version() == HttpClient.Version.HTTP_2 ? response.connectionLabel() : Optional.empty();
    }

    @Override
    public Optional<String> header(String name) {
        return Headers.first(headers, name);
    }

    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException e) {
            // the connection is given up either way
        }
    }
}
