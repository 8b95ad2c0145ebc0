// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.config.ClusterEntry;
import podium.kubernetes.internal.config.KubeconfigContext;
import podium.kubernetes.internal.config.UserEntry;
import podium.kubernetes.internal.credential.CredentialException;
import podium.kubernetes.internal.credential.Credentials;
import podium.kubernetes.internal.credential.ExecCredentials;
import podium.kubernetes.internal.credential.LoginTerminal;
import podium.kubernetes.internal.credential.PluginProgram;
import podium.kubernetes.internal.credential.SearchPath;
import podium.kubernetes.internal.credential.TokenFileCredentials;
import podium.kubernetes.internal.json.TooLargeException;
import podium.kubernetes.texts.Texts;

/**
 * HTTP by java.net.http: version 2 over TLS where the server speaks it, so that all requests and streams share one connection and
 * one answered request tells that all of them live. A stream's share of the window is half of the connection's (16 of 32 MB), so
 * that one that is read slowly does not hold up the others. Redirects are not followed: they would carry the credentials
 * elsewhere.
 */
public final class JdkTransport implements Transport {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** How long a WebSocket may take to open. */
    private static final Duration ANSWER = Duration.ofSeconds(20);
    /** How the exception of {@link HttpResponse.BodyHandlers#limiting} begins. */
    private static final String TOO_LONG = "body exceeds capacity";

    private final KubeconfigContext context;
    private final Credentials credentials;
    private final RequestHeaders headers;
    private final ProxyWay way;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock making = new ReentrantLock();
    private @Nullable Client client;
    private Optional<UserEntry.Certificate> certificate = Optional.empty();
    private boolean closed;

    /** A client and what its requests have in common. */
    private record Client(HttpClient http, FirstRequest first) {}

    private JdkTransport(KubeconfigContext context, Credentials credentials) throws IOException {
        this.context = context;
        this.way = ProxyWay.of(context.cluster());
        this.credentials = credentials;
        this.headers = new RequestHeaders(context.identity().impersonation());
    }

    /**
     * A transport for a context. Reads files and finds the plugin the context names: call it after the operator agreed.
     *
     * @throws IOException when they cannot be had
     */
    public static JdkTransport open(KubeconfigContext context) throws IOException {
        return open(context, SearchPath.ofProcess(), Optional.empty(), LoginTerminal.none());
    }

    /**
     * The same, with the plugin that the operator agreed to.
     *
     * @param agreed empty: the one that is there now
     * @param login where it may ask the operator
     */
    public static JdkTransport open(
            KubeconfigContext context, String searchPath, Optional<PluginProgram> agreed, LoginTerminal login)
            throws IOException {
        JdkTransport transport =
                new JdkTransport(context, credentials(context, InstantSource.system(), searchPath, agreed, login));
        try {
            transport.client(context.identity().certificate());
        } catch (IOException e) {
            transport.close();
            throw e;
        }
        return transport;
    }

    private static Credentials credentials(
            KubeconfigContext context,
            InstantSource clock,
            String searchPath,
            Optional<PluginProgram> agreed,
            LoginTerminal login)
            throws IOException {
        return switch (context.identity().proof()) {
            case UserEntry.Anonymous _, UserEntry.Withheld _ -> Credentials.fixed(Optional.empty());
            case UserEntry.Token token -> Credentials.fixed(Optional.of("Bearer " + token.token()));
            case UserEntry.Basic basic -> Credentials.fixed(Optional.of(RequestHeaders.basic(basic)));
            case UserEntry.TokenFile file -> new TokenFileCredentials(file.path(), clock);
            case UserEntry.Plugin plugin ->
                new ExecCredentials(
                        plugin.exec(),
                        context.cluster(),
                        clock,
                        searchPath,
                        agreed.isPresent() ? agreed.get() : PluginProgram.find(plugin.exec(), searchPath),
                        login);
        };
    }

    @Override
    public String server() {
        return context.cluster().server().toString();
    }

    @Override
    public boolean impersonates() {
        return !context.identity().impersonation().user().isEmpty();
    }

    @Override
    public ApiResponse send(ApiRequest request) throws IOException {
        HttpResponse<byte[]> response;
        try {
            response = exchange(
                    request,
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), request.largest()));
        } catch (IOException e) {
            // the words of java.net.http tell nobody what was wrong
            throw String.valueOf(e.getMessage()).startsWith(TOO_LONG)
                    ? new TooLargeException(Texts.of("JdkTransport.theAnswerTo", request.path()), request.largest())
                    : e;
        }
        return new ApiResponse(
                response.statusCode(),
                Headers.lowerCase(response.headers().map()),
                response.body(),
                JdkStream.shared(response));
    }

    @Override
    public ApiStream stream(ApiRequest request) throws IOException {
        return JdkStream.of(exchange(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    @Override
    public WebSocket webSocket(String path, List<String> protocols, WebSocket.Listener listener) throws IOException {
        Credentials.Given given = credentials.get();
        try {
            return webSocket(path, protocols, listener, given);
        } catch (UpgradeRefused e) {
            if (e.status() != 401 || !credentials.refused(given.authorization())) {
                throw e;
            }
            return webSocket(path, protocols, listener, credentials.get());
        }
    }

    private WebSocket webSocket(
            String path, List<String> protocols, WebSocket.Listener listener, Credentials.Given given)
            throws IOException {
        WebSocket.Builder builder = client(
                        given.certificate().or(() -> context.identity().certificate()))
                .http
                .newWebSocketBuilder()
                .connectTimeout(CONNECT);
        try {
            headers.identify(given.authorization(), builder::header);
        } catch (IllegalArgumentException e) {
            throw unsendable();
        }
        way.proof().ifPresent(proof -> builder.header(ProxyWay.HEADER, proof));
        builder.subprotocols(
                protocols.getFirst(), protocols.subList(1, protocols.size()).toArray(String[]::new));
        URI there = URI.create(uri(path).toString().replaceFirst("^http", "ws"));
        CompletableFuture<WebSocket> opening = builder.buildAsync(there, listener);
        try {
            return opening.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            opening.cancel(true);
            throw new HttpTimeoutException(Texts.of("JdkTransport.noAnswerWithinS", ANSWER.toSeconds()));
        } catch (InterruptedException e) {
            opening.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(Texts.of("JdkTransport.interrupted"));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof WebSocketHandshakeException refused
                    ? new UpgradeRefused(refused.getResponse().statusCode())
                    : TransportFailureText.of(cause);
        }
    }

    private CredentialException unsendable() {
        return new CredentialException(
                Texts.of("JdkTransport.theCredentialsOfUser", context.identity().name()),
                Texts.of("JdkTransport.correctTheTokenOrTheAsFields"));
    }

    private <T> HttpResponse<T> exchange(ApiRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        Credentials.Given given = credentials.get();
        HttpResponse<T> response = once(request, given, handler);
        if (response.statusCode() == 401 && credentials.refused(given.authorization())) {
            if (response.body() instanceof InputStream body) {
                body.close();
            }
            response = once(request, credentials.get(), handler);
        }
        return response;
    }

    private <T> HttpResponse<T> once(ApiRequest request, Credentials.Given given, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        Client made = client(given.certificate().or(() -> context.identity().certificate()));
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri(request.path()));
        if (request.apart()) {
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        try {
            headers.apply(request, given.authorization(), builder);
        } catch (IllegalArgumentException e) {
            // its message quotes the header, which may be the token: not handed on
            throw unsendable();
        }
        way.proof().ifPresent(proof -> builder.header(ProxyWay.HEADER, proof));
        boolean first = made.first.isThis();
        boolean well = false;
        try {
            HttpResponse<T> response = await(made.http.sendAsync(builder.build(), handler), request);
            way.check(response.statusCode());
            well = true;
            return response;
        } catch (IOException e) {
            throw way.told(e);
        } finally {
            if (first) {
                made.first.ended(well);
            }
        }
    }

    private static <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> answer, ApiRequest request)
            throws IOException {
        try {
            return answer.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException(
                    Texts.of("JdkTransport.noAnswerWithinS", request.timeout().toSeconds()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(Texts.of("JdkTransport.interrupted"));
        } catch (ExecutionException e) {
            throw TransportFailureText.of(e.getCause() == null ? e : e.getCause());
        }
    }

    private URI uri(String path) throws IOException {
        try {
            return URI.create(context.cluster().server() + path);
        } catch (IllegalArgumentException e) {
            throw new IOException(Texts.of("JdkTransport.notAPathOfTheApi", path), e);
        }
    }

    /** Certificates are read under no lock that {@link #close()} takes: they may lie where nobody answers. */
    private Client client(Optional<UserEntry.Certificate> wanted) throws IOException {
        Optional<Client> made = made(wanted);
        if (made.isPresent()) {
            return made.get();
        }
        try {
            making.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Texts.of("JdkTransport.interrupted"), e);
        }
        try {
            made = made(wanted);
            return made.isPresent() ? made.get() : keep(new Client(make(wanted), new FirstRequest()), wanted);
        } finally {
            making.unlock();
        }
    }

    private synchronized Optional<Client> made(Optional<UserEntry.Certificate> wanted) throws IOException {
        if (closed) {
            throw new IOException(Texts.of("JdkTransport.theConnectionIsClosed"));
        }
        Client made = client;
        return made != null && certificate.equals(wanted) ? Optional.of(made) : Optional.empty();
    }

    private synchronized Client keep(Client made, Optional<UserEntry.Certificate> wanted) throws IOException {
        if (closed) {
            made.http.shutdownNow();
            throw new IOException(Texts.of("JdkTransport.theConnectionIsClosed"));
        }
        // streams of the former client go on until they end, or are found to be on another connection than the rest
        client = made;
        certificate = wanted;
        return made;
    }

    private HttpClient make(Optional<UserEntry.Certificate> wanted) throws IOException {
        ClusterEntry cluster = context.cluster();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(threads);
        if ("https".equals(cluster.server().getScheme())) {
            builder.version(HttpClient.Version.HTTP_2).sslContext(Tls.context(cluster, wanted));
        } else {
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        way.selector().ifPresent(builder::proxy);
        return builder.build();
    }

    @Override
    public synchronized void renew() {
        Client made = client;
        client = null;
        if (made != null) {
            made.http.shutdown();
        }
    }

    @Override
    public synchronized void reset() {
        Client made = client;
        client = null;
        if (made != null) {
            made.http.shutdownNow();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        credentials.close();
        way.close();
        Client made = client;
        if (made != null) {
            made.http.shutdownNow();
        }
        threads.shutdownNow();
    }
}
