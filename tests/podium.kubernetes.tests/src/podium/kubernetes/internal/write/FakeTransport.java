// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import podium.kubernetes.internal.transport.Request;
import podium.kubernetes.internal.transport.Response;
import podium.kubernetes.internal.transport.Stream;
import podium.kubernetes.internal.transport.Transport;

/** Answers with what a test says and remembers what was sent. */
final class FakeTransport implements Transport {
    /** An answer, or the lack of one. */
    interface Answer {
        Response to(Request request) throws IOException;
    }

    final List<Request> sent = new ArrayList<>();
    Answer answer = _ -> json(200, "{}");

    static Response json(int status, String body) {
        return json(status, body, Map.of());
    }

    static Response json(int status, String body, Map<String, List<String>> headers) {
        return new Response(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    Request last() {
        return sent.getLast();
    }

    String lastBody() {
        return new String(last().body(), StandardCharsets.UTF_8);
    }

    @Override
    public Response send(Request request) throws IOException {
        sent.add(request);
        return answer.to(request);
    }

    @Override
    public Stream stream(Request request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String server() {
        return "https://127.0.0.1";
    }

    @Override
    public void close() {
        sent.clear();
    }
}
