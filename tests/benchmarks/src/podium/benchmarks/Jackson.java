// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * Jackson's token stream over the same pages, keeping nothing: the floor of what a general parser needs. Without
 * parsing: the floor of what the HTTP client needs.
 */
record Jackson(boolean parse) implements Contestant {
    @Override
    public Held list(Server server, int pods) throws Exception {
        JsonFactory factory = new JsonFactory();
        long[] tokens = {0};
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Certificate.trusting(server.pem()))
                .build()) {
            String next = "";
            do {
                URI page = URI.create(
                        server.url() + "/api/v1/pods?limit=500" + (next.isEmpty() ? "" : "&continue=" + next));
                HttpResponse<InputStream> response =
                        client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofInputStream());
                next = "";
                try (JsonParser parser = factory.createParser(response.body())) {
                    if (!parse) {
                        tokens[0]++;
                        next = drain(response.body());
                        continue;
                    }
                    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                        tokens[0]++;
                        if (token == JsonToken.FIELD_NAME && "continue".equals(parser.currentName())) {
                            parser.nextToken();
                            next = parser.getText();
                        }
                    }
                }
            } while (!next.isEmpty());
        }
        return new Held() {
            @Override
            public int size() {
                return tokens[0] > 0 ? pods : 0;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    /** Reads a page to its end; the continue token stands in its first bytes. */
    private static String drain(InputStream in) throws IOException {
        String head = new String(in.readNBytes(200), StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[64 * 1024];
        int count = in.read(bytes);
        while (count >= 0) {
            count = in.read(bytes);
        }
        int at = head.indexOf("\"continue\":\"");
        return at < 0 ? "" : head.substring(at + 12, head.indexOf('"', at + 12));
    }
}
