// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.net.http.WebSocket;
import java.util.List;

/**
 * One way to one API server, with its certificates and credentials. Any thread; calls block, so make them on a virtual
 * thread. Credentials, impersonation and the user agent are added here and never by a caller. A status of 4xx or 5xx is
 * an answer, not an exception.
 */
public interface Transport extends AutoCloseable {
    /**
     * Sends a request and reads the whole answer.
     *
     * @throws NotSentException when the request certainly never reached the server (no route, wrong certificate)
     * @throws IOException when there is no whole answer; the server may have acted on the request
     */
    ApiResponse send(ApiRequest request) throws IOException;

    /**
     * Sends a request and hands out the body as it comes. Returns when status and headers are there. Close the stream to
     * end it: closing from another thread wakes a blocked reader.
     *
     * @throws IOException when there is no answer within the request's timeout
     */
    ApiStream stream(ApiRequest request) throws IOException;

    /**
     * Opens a WebSocket. The listener is told on threads of the transport; what it returns is to be closed by the caller.
     *
     * @param path with its query, as in a request
     * @param protocols subprotocols that the caller speaks, the one it likes best first
     * @throws UpgradeRefused when the server says no
     * @throws IOException when it cannot be reached
     */
    WebSocket webSocket(String path, List<String> protocols, WebSocket.Listener listener) throws IOException;

    /** Address of the server as the operator knows it, without credentials. */
    String server();

    /** Whether the requests ask to be taken for somebody else. */
    boolean impersonates();

    /**
     * Gives up all connections: requests under way fail, streams end, the next request dials anew. For a network that
     * was away and left connections behind that nobody answers.
     */
    void reset();

    /**
     * The next request dials anew; what is under way goes on until it is answered, given up or closed. For a connection that does
     * not answer, which may be no more than slow to do so.
     */
    default void renew() {
        reset();
    }

    /** Ends all streams and connections. */
    @Override
    void close();
}
