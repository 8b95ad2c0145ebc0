// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.net.http.WebSocket;
import java.util.List;

/** A transport that can be replaced under its users, when a kubeconfig has new credentials. */
public final class SwitchableTransport implements Transport {
    private volatile Transport current;

    public SwitchableTransport(Transport first) {
        current = first;
    }

    /** Uses another transport from now on and closes the former; streams of the former end. */
    public synchronized void use(Transport next) {
        Transport former = current;
        current = next;
        former.close();
    }

    @Override
    public ApiResponse send(ApiRequest request) throws IOException {
        return current.send(request);
    }

    @Override
    public ApiStream stream(ApiRequest request) throws IOException {
        return current.stream(request);
    }

    @Override
    public WebSocket webSocket(String path, List<String> protocols, WebSocket.Listener listener) throws IOException {
        return current.webSocket(path, protocols, listener);
    }

    @Override
    public String server() {
        return current.server();
    }

    @Override
    public boolean impersonates() {
        return current.impersonates();
    }

    @Override
    public void renew() {
        current.renew();
    }

    @Override
    public void reset() {
        current.reset();
    }

    @Override
    public synchronized void close() {
        current.close();
    }
}
