// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import podium.core.file.PlainFiles;
import podium.core.metrics.PrometheusTarget;
import podium.core.metrics.PrometheusTarget.Auth;
import podium.sources.PemTls;
import podium.sources.texts.Texts;

/** Asks a Prometheus by its address. Follows no redirect, so that what shows who asks goes nowhere else. Any thread. */
public final class PrometheusHttp implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MOST = 64 << 20;
    private static final int LARGEST_TOKEN = 1 << 20;

    private final PrometheusTarget target;
    private final Duration limit;
    private final HttpClient client;

    /** @throws IOException when the file of certificates cannot be read */
    public PrometheusHttp(PrometheusTarget target) throws IOException {
        this(target, LIMIT);
    }

    /** One that waits so long for a whole answer. */
    public PrometheusHttp(PrometheusTarget target, Duration limit) throws IOException {
        this.target = target;
        this.limit = limit;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5));
        if (target.authority().isPresent()) {
            builder.sslContext(PemTls.client(target.authority().get()));
        }
        this.client = builder.build();
    }

    /** True when it asks this server in this way. */
    public boolean isFor(PrometheusTarget other) {
        return target.equals(other);
    }

    /** The answer to a query, an error of the server included where it says what is wrong. */
    public byte[] get(String path) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.address() + path))
                .timeout(limit)
                .header("Accept", "application/json");
        Optional<String> header = header();
        header.ifPresent(value -> request.header("Authorization", value));
        try {
            HttpResponse<byte[]> response = await(client.sendAsync(
                    request.build(),
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST)));
            byte[] bytes = response.body();
            int status = response.statusCode();
            if (status == 401 || status == 403) {
                throw new IOException(Texts.of("PrometheusHttp.refusedItWantsAnother", status));
            }
            // 400, 422 and 503 come with a JSON that says why
            if (status / 100 != 2 && !(bytes.length > 0 && bytes[0] == '{')) {
                throw new IOException(Texts.of("PrometheusHttp.answered", status));
            }
            return bytes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    /** The limit of a request of java.net.http ends with the head of its answer; a body may stall as well. */
    private <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> answer)
            throws IOException, InterruptedException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException(Texts.of("PrometheusHttp.noCompleteAnswerWithin", limit.toSeconds()));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw String.valueOf(failure.getMessage()).startsWith("body exceeds capacity")
                        ? new IOException(Texts.of("PrometheusHttp.sentMoreThanMb", MOST >> 20))
                        : failure;
            }
            throw new IOException(cause);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private Optional<String> header() throws IOException {
        return switch (target.auth()) {
            case Auth.None() -> Optional.empty();
            case Auth.Basic(String user, String password) ->
                Optional.of("Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
            case Auth.Bearer(String token) -> Optional.of("Bearer " + token);
            case Auth.BearerFile(Path file) ->
                Optional.of("Bearer " + PlainFiles.text(file, LARGEST_TOKEN).strip());
        };
    }
}
