// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import podium.kubernetes.internal.transport.Request;
import podium.kubernetes.internal.transport.Response;
import podium.kubernetes.internal.transport.Stream;
import podium.kubernetes.internal.transport.Transport;

/** Answers by path, without a network. */
public final class StubTransport implements Transport {
    private final Function<String, Response> answers;
    private final List<Request> sent = new ArrayList<>();

    public StubTransport(Function<String, Response> answers) {
        this.answers = answers;
    }

    public static Response answer(int status, String body) {
        return new Response(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    public List<Request> sent() {
        return sent;
    }

    @Override
    public Response send(Request request) throws IOException {
        sent.add(request);
        return answers.apply(request.path());
    }

    @Override
    public Stream stream(Request request) throws IOException {
        throw new IOException("no streams here");
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
