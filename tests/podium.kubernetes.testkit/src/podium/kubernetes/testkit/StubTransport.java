// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.ApiStream;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.transport.UpgradeRefused;

/** Answers by path, without a network. */
public class StubTransport implements Transport {
    private final Function<String, ApiResponse> answers;
    private final List<ApiRequest> sent = new ArrayList<>();

    public StubTransport(Function<String, ApiResponse> answers) {
        this.answers = answers;
    }

    public static ApiResponse answer(int status, String body) {
        return new ApiResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    public List<ApiRequest> sent() {
        return sent;
    }

    @Override
    public ApiResponse send(ApiRequest request) throws IOException {
        sent.add(request);
        return answers.apply(request.path());
    }

    @Override
    public ApiStream stream(ApiRequest request) throws IOException {
        throw new IOException("no streams here");
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
