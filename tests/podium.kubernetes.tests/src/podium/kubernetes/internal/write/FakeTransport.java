// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.testkit.StubTransport;

/** Answers with what a test says and remembers what was sent. */
final class FakeTransport extends StubTransport {
    /** An answer, or the lack of one. */
    interface Answer {
        ApiResponse to(ApiRequest request) throws IOException;
    }

    final List<ApiRequest> sent = sent();
    Answer answer = _ -> json(200, "{}");

    FakeTransport() {
        super(path -> answer(404, path));
    }

    static ApiResponse json(int status, String body) {
        return answer(status, body);
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
}
