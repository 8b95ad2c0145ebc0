// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.io.IOException;
import java.net.http.WebSocket;
import java.util.List;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.ApiStream;
import podium.kubernetes.internal.transport.Transport;

/** A server before Kubernetes 1.27: it knows no aggregated discovery and answers with plain JSON. */
record Unaggregated(Transport transport) implements Transport {
    @Override
    public ApiResponse send(ApiRequest request) throws IOException {
        return transport.send(request.accepting(ApiRequest.JSON));
    }

    @Override
    public ApiStream stream(ApiRequest request) throws IOException {
        return transport.stream(request);
    }

    @Override
    public WebSocket webSocket(String path, List<String> protocols, WebSocket.Listener listener) throws IOException {
        return transport.webSocket(path, protocols, listener);
    }

    @Override
    public String server() {
        return transport.server();
    }

    @Override
    public void close() {
        // it belongs to who opened it
    }

    @Override
    public void reset() {}

    @Override
    public boolean impersonates() {
        return false;
    }
}
