// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Speaks to a server as one user. */
final class ApiClient {

    static final String JSON_PATCH = "application/json-patch+json";
    static final String MERGE = "application/merge-patch+json";
    static final String STRATEGIC = "application/strategic-merge-patch+json";
    static final String APPLY = "application/apply-patch+yaml";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI url;
    private final String token;
    private final String accept;

    ApiClient(HttpClient http, URI url, String token) {
        this(http, url, token, "application/json");
    }

    private ApiClient(HttpClient http, URI url, String token, String accept) {
        this.http = http;
        this.url = url;
        this.token = token;
        this.accept = accept;
    }

    ApiClient as(String otherToken) {
        return new ApiClient(http, url, otherToken, accept);
    }

    ApiClient accepting(String types) {
        return new ApiClient(http, url, token, types);
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer get(String path, String accept) {
        return send(request(path).setHeader("Accept", accept).GET().build());
    }

    Answer post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    Answer put(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Sends a patch; single quotes stand for double ones. */
    Answer patch(String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build());
    }

    Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    Answer delete(String path, String options) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("DELETE", HttpRequest.BodyPublishers.ofString(options.replace('\'', '"')))
                .build());
    }

    /** Opens a watch; the query must say {@code watch=1}. */
    WatchStream watch(String path) {
        try {
            HttpResponse<InputStream> response = http.send(
                    request(path).timeout(Duration.ofSeconds(20)).GET().build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode() + " "
                        + new String(response.body().readAllBytes()));
            }
            return new WatchStream(response.body());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    request.method() + " " + request.uri(),
                    response.statusCode(),
                    response.headers(),
                    read(response.body()));
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return TextNode.valueOf(new String(body));
        }
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path.replace(" ", "%20")))
                .header("Accept", accept);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
