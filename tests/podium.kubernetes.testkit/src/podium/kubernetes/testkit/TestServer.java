// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.api.http.Certificates;
import podium.simulator.internal.api.http.HttpFault;
import podium.simulator.internal.api.http.HttpFaultPlan;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.strategy.Strategies;
import podium.simulator.internal.server.ApiServer;
import podium.simulator.internal.server.ServerOptions;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.InMemoryStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;
import podium.testkit.Await;

/** An API server on loopback whose objects and faults a test decides. */
public final class TestServer implements AutoCloseable {
    public static final String TOKEN = "test-token";
    private static final ObjectMapper JSON = new ObjectMapper();

    private InMemoryStore store = fresh();
    private final AtomicReference<HttpFaultPlan> faults = new AtomicReference<>(HttpFaultPlan.NONE);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ServerOptions options;
    private volatile boolean watchList = true;
    private ApiServer server;

    public TestServer() throws IOException {
        this(options -> options);
    }

    public TestServer(UnaryOperator<ServerOptions> change) throws IOException {
        this(change, Certificates.create());
    }

    /** One that has the certificates of others: to make them takes longer than the rest of it. */
    public TestServer(UnaryOperator<ServerOptions> change, Certificates certificates) throws IOException {
        options = change.apply(ServerOptions.defaults()
                .withToken(TOKEN, User.of("admin", "system:masters"))
                .withBookmarkInterval(Duration.ofMillis(200))
                .withLog((request, status, bytes, time) ->
                        requests.add(status + " " + request.method() + " " + request.path() + " " + request.query()))
                .withFaults(request -> !watchList && request.query().has("sendInitialEvents")
                        ? HttpFault.instead(HttpResponse.text(422, "sendInitialEvents is forbidden"))
                        : faults.get().plan(request)));
        server = new ApiServer(store, options, certificates);
        server.start();
    }

    /** Stops the server; {@link #start} brings it back on the same port with the same objects. */
    public void stop() {
        server.close();
    }

    /** Puts another server in its place, with the state of its first moment: what an etcd looks like that was put back. */
    public void restore() throws IOException {
        int port = port();
        server.close();
        store = fresh();
        server = onItsPort(port);
        server.start();
    }

    /** A connection that somebody else opened may have the port for a moment. */
    private ApiServer onItsPort(int port) {
        return Await.present("port " + port + " is free", () -> {
            try {
                return Optional.of(new ApiServer(store, options.withPort(port), server.certificates()));
            } catch (BindException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static InMemoryStore fresh() {
        return new InMemoryStore(Clock.systemUTC(), 1, objects -> new Strategies(objects)::defaults);
    }

    public int port() {
        return server.url().getPort();
    }

    public InMemoryStore store() {
        return store;
    }

    public ApiServer api() {
        return server;
    }

    /** What was answered so far: status, method, path, query. */
    public List<String> requests() {
        return requests;
    }

    /** Refuses WatchList, as servers before 1.34 do. */
    public void withoutWatchList() {
        watchList = false;
    }

    public void faults(HttpFaultPlan planned) {
        faults.set(planned);
    }

    public ObjectNode create(ResourceType type, String json) {
        return store.create(type, parse(json));
    }

    public void pod(String namespace, String name) {
        create(ResourceTypes.POD, """
            {"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"%s","name":"%s","labels":{"app":"x"}},
             "spec":{"containers":[{"name":"c","image":"i","resources":{"requests":{"cpu":"1"}}}]},
             "status":{"phase":"Pending"}}\
            """.formatted(namespace, name));
    }

    public void node(String name) {
        create(ResourceTypes.NODE, """
            {"apiVersion":"v1","kind":"Node","metadata":{"name":"%s"},"spec":{},
             "status":{"capacity":{"cpu":"8"},"allocatable":{"cpu":"8"},
             "conditions":[{"type":"Ready","status":"True"}]}}\
            """.formatted(name));
    }

    /** Gives an object another label, so that it has a new version. */
    public void touch(ResourceType type, String namespace, String name, String value) {
        store.modify(type, namespace, name, object -> object.withObject("/metadata")
                .withObject("/labels")
                .put("touched", value));
    }

    public void delete(ResourceType type, String namespace, String name) {
        store.delete(type, namespace, name, DeleteOptions.now());
    }

    private static ObjectNode parse(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A kubeconfig for this server in a folder. */
    public Path kubeconfig(Path folder) {
        return write(folder, server.url().toString(), server.caPem(), "token: " + TOKEN, "");
    }

    /** A kubeconfig with these parts. */
    public static Path write(Path folder, String url, String ca, String user, String cluster) {
        String data = Base64.getEncoder().encodeToString(ca.getBytes(StandardCharsets.UTF_8));
        String text = """
            apiVersion: v1
            kind: Config
            current-context: test
            clusters:
            - name: c
              cluster:
                server: %s
                %s
            %s
            contexts:
            - name: test
              context: {cluster: c, user: u}
            users:
            - name: u
              user:
            %s
            """.formatted(
                        url,
                        ca.isEmpty() ? "" : "certificate-authority-data: " + data,
                        cluster.indent(4).stripTrailing(),
                        user.indent(4).stripTrailing());
        try {
            return Files.writeString(folder.resolve("config-" + System.nanoTime()), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
