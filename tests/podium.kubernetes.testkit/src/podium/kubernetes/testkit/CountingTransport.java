// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.io.IOException;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.ApiStream;
import podium.kubernetes.internal.transport.Transport;

/** Counts what is asked. */
public record CountingTransport(Transport way, AtomicInteger requests) implements Transport {
    @Override
    public ApiResponse send(ApiRequest request) throws IOException {
        requests.incrementAndGet();
        return way.send(request);
    }

    @Override
    public ApiStream stream(ApiRequest request) throws IOException {
        requests.incrementAndGet();
        return way.stream(request);
    }

    @Override
    public WebSocket webSocket(String path, List<String> protocols, WebSocket.Listener listener) throws IOException {
        requests.incrementAndGet();
        return way.webSocket(path, protocols, listener);
    }

    @Override
    public String server() {
        return way.server();
    }

    @Override
    public void renew() {
        way.renew();
    }

    @Override
    public void reset() {
        way.reset();
    }

    @Override
    public void close() {
        way.close();
    }

    @Override
    public boolean impersonates() {
        return false;
    }
}
