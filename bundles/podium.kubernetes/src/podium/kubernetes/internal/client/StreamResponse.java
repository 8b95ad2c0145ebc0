// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.NonNullByDefault;
import podium.kubernetes.internal.transport.ApiStream;

/** An answer of the transport in fabric8's terms; of its headers those that a client reads. */
@NonNullByDefault({}) // what it implements does not constrain null
record StreamResponse(HttpRequest request, ApiStream stream, AsyncBody body) implements HttpResponse<AsyncBody> {
    private static final List<String> READ = List.of("Content-Type", "Retry-After", "Warning");

    @Override
    public int code() {
        return stream.status();
    }

    @Override
    public List<String> headers(String name) {
        return stream.header(name).map(List::of).orElse(List.of());
    }

    @Override
    public Map<String, List<String>> headers() {
        return READ.stream()
                .filter(name -> stream.header(name).isPresent())
                .collect(Collectors.toMap(name -> name, this::headers));
    }

    @Override
    public Optional<HttpResponse<?>> previousResponse() {
        return Optional.empty();
    }
}
