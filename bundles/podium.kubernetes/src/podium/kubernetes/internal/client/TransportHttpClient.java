// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpClient;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.fabric8.kubernetes.client.http.StandardWebSocketBuilder;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketResponse;
import io.fabric8.kubernetes.client.http.WebSocketUpgradeResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.NonNullByDefault;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiStream;
import podium.kubernetes.internal.transport.NotSentException;
import podium.kubernetes.texts.Texts;

/**
 * fabric8's requests, sent over Podium's transport. Of a URL only path and query count: there is one server. It reads, and opens
 * WebSockets to containers; it writes nothing: a write is a step of a plan, which was shown, checked and put into the journal
 * before it is sent.
 */
@NonNullByDefault({}) // what it implements does not constrain null
final class TransportHttpClient
        extends StandardHttpClient<TransportHttpClient, TransportClientFactory, TransportClientBuilder> {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** What is streamed to and from a container. */
    private static final Pattern STREAMED =
            Pattern.compile("/api/v1/namespaces/[^/]+/pods/[^/]+/(attach|exec|portforward)");

    private final TransportClientFactory factory;

    TransportHttpClient(TransportClientBuilder builder, AtomicBoolean closed) {
        super(builder, closed);
        this.factory = builder.getClientFactory();
    }

    @Override
    public CompletableFuture<HttpResponse<AsyncBody>> consumeBytesDirect(
            StandardHttpRequest request, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        CompletableFuture<HttpResponse<AsyncBody>> answer = new CompletableFuture<>();
        factory.threads().execute(() -> {
            try {
                ApiStream stream = factory.transport().stream(request(request));
                HttpResponse<AsyncBody> response =
                        new StreamResponse(request, stream, new StreamBody(stream, consumer, factory.threads()));
                if (!answer.complete(response)) {
                    stream.close();
                }
            } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private static ApiRequest request(StandardHttpRequest request) throws NotSentException {
        URI uri = request.uri();
        String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        refuse(request.method(), path, accepted(request));
        Duration timeout = Optional.ofNullable(request.getTimeout())
                .filter(limit -> !limit.isZero())
                .orElse(ANSWER);
        return ApiRequest.get(path).accepting(accepted(request)).within(timeout);
    }

    private static String accepted(StandardHttpRequest request) {
        List<String> accepted = request.headers("Accept");
        return accepted.isEmpty() ? ApiRequest.JSON : String.join(", ", accepted);
    }

    private static void refuse(String method, String path, String accept) throws NotSentException {
        if (!method.equals("GET")) {
            throw new NotSentException(Texts.of("TransportHttpClient.onlyAnOperationWrites", method, path), null);
        }
        if (SecretPaths.asksForContent(path, accept)) {
            throw new NotSentException(Texts.of("TransportHttpClient.podiumReadsNoSecrets"), null);
        }
    }

    @Override
    public CompletableFuture<WebSocketResponse> buildWebSocketDirect(
            StandardWebSocketBuilder request, WebSocket.Listener listener) {
        StandardHttpRequest asked = request.asHttpRequest();
        URI uri = asked.uri();
        String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        String protocol = request.getSubprotocol();
        if (protocol == null || !STREAMED.matcher(uri.getRawPath()).matches()) {
            return CompletableFuture.failedFuture(
                    new NotSentException(Texts.of("TransportHttpClient.podiumOpensAWebsocket"), null));
        }
        CompletableFuture<WebSocketResponse> answer = new CompletableFuture<>();
        factory.threads().execute(() -> {
            try {
                ClientWebSocket socket = new ClientWebSocket(listener);
                factory.transport().webSocket(path, List.of(protocol), socket);
                answer.complete(new WebSocketResponse(new WebSocketUpgradeResponse(asked, 101), socket));
            } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    @Override
    protected void doClose() {
        // the transport is the connection's
    }
}
