// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.time.Duration;
import java.util.Map;

/**
 * A request to the API server.
 *
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param path from the root of the server, query included, already percent-encoded: {@code /api/v1/pods?limit=500}
 * @param contentType of the body; empty when there is no body
 * @param accept media type wanted
 * @param body empty array: no body
 * @param headers further headers, one value each
 * @param timeout until the whole answer is there; of a stream, until its headers are
 * @param largest bytes of an answer that is read whole; a longer one is a {@link TooLargeException}
 * @param apart on a connection of its own: for a stream that lasts and is one of many, since a server lets only so many (an API
 *     server 100) go over one connection, which the mirror needs
 */
public record ApiRequest(
        String method,
        String path,
        String contentType,
        String accept,
        byte[] body,
        Map<String, String> headers,
        Duration timeout,
        int largest,
        boolean apart) {
    /** Media type of everything the API server speaks to us. */
    public static final String JSON = "application/json";

    private static final byte[] NOTHING = new byte[0];
    private static final Duration USUAL = Duration.ofSeconds(30);
    /** Lists of services and the like; nothing that is read at once is near it. */
    private static final int LARGEST = 64 << 20;

    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    /** A read of JSON, waiting at most 30 seconds. */
    public static ApiRequest get(String path) {
        return new ApiRequest("GET", path, "", JSON, NOTHING, Map.of(), USUAL, LARGEST, false);
    }

    /** A write with a body, waiting at most 30 seconds. */
    public static ApiRequest of(String method, String path, String contentType, byte[] body) {
        return new ApiRequest(method, path, contentType, JSON, body, Map.of(), USUAL, LARGEST, false);
    }

    /** The same request with another time limit. */
    public ApiRequest within(Duration limit) {
        return new ApiRequest(method, path, contentType, accept, body, headers, limit, largest, apart);
    }

    /** The same request for another media type. */
    public ApiRequest accepting(String mediaType) {
        return new ApiRequest(method, path, contentType, mediaType, body, headers, timeout, largest, apart);
    }

    /** The same request with more headers. */
    public ApiRequest with(Map<String, String> more) {
        return new ApiRequest(method, path, contentType, accept, body, more, timeout, largest, apart);
    }

    /** The same request for an answer of at most so many bytes. */
    public ApiRequest atMost(int bytes) {
        return new ApiRequest(method, path, contentType, accept, body, headers, timeout, bytes, apart);
    }

    /** The same request on a connection of its own. */
    public ApiRequest onItsOwn() {
        return new ApiRequest(method, path, contentType, accept, body, headers, timeout, largest, true);
    }
}
