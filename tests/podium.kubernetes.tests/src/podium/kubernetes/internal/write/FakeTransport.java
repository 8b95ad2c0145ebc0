// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.ApiStream;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.transport.UpgradeRefused;

/** Answers with what a test says and remembers what was sent. */
final class FakeTransport implements Transport {
    /** An answer, or the lack of one. */
    interface Answer {
        ApiResponse to(ApiRequest request) throws IOException;
    }

    final List<ApiRequest> sent = new ArrayList<>();
    Answer answer = _ -> json(200, "{}");

    static ApiResponse json(int status, String body) {
        return json(status, body, Map.of());
    }

    static ApiResponse json(int status, String body, Map<String, List<String>> headers) {
        return new ApiResponse(status, headers, body.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    ApiRequest last() {
        return sent.getLast();
    }

    String lastBody() {
        return new String(last().body(), StandardCharsets.UTF_8);
    }

    @Override
    public ApiResponse send(ApiRequest request) throws IOException {
        sent.add(request);
        return answer.to(request);
    }

    @Override
    public ApiStream stream(ApiRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WebSocket webSocket(String path, List<String> protocols, WebSocket.Listener listener) throws IOException {
        throw new UpgradeRefused(501);
    }

    @Override
    public String server() {
        return "https://127.0.0.1";
    }

    @Override
    public void close() {
        sent.clear();
    }

    @Override
    public void reset() {}

    @Override
    public boolean impersonates() {
        return false;
    }
}
