// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of a java.net.http answer as it comes. */
record JdkStream(int status, Map<String, List<String>> headers, InputStream raw, InputStream body) implements Stream {
    static JdkStream of(HttpResponse<InputStream> response) {
        Map<String, List<String>> headers = Headers.lowerCase(response.headers().map());
        InputStream raw = response.body();
        boolean packed = Headers.first(headers, "Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        return new JdkStream(response.statusCode(), headers, raw, packed ? new Unpacked(raw) : raw);
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
