// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.api.auth.IssuedTokens;
import podium.simulator.internal.api.catalog.ApiCatalog;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.log.LogHandler;
import podium.simulator.internal.api.stream.ContainerTools;
import podium.simulator.internal.api.stream.ExecHandler;
import podium.simulator.internal.api.stream.ForwardHandler;
import podium.simulator.internal.api.stream.PodProxy;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** Hands a call to whoever answers its verb and subresource. */
public final class ResourceDispatcher {

    private final ObjectStore store;
    private final Clock clock;
    private final ReadHandler lists;
    private final WatchHandler watches;
    private final WriteHandler writes;
    private final PatchHandler patches;
    private final DeleteHandler deletes;
    private final ScaleHandler scales;
    private final BindingHandler bindings;
    private final EvictionHandler evictions;
    private final PodProxy proxy;
    private final LogHandler logs;
    private final ExecHandler execs;
    private final ForwardHandler forwards;
    private final TokenHandler tokens;
    private final ApiCatalog catalog;

    /**
     * @param clock time of timestamps and ages
     * @param bookmarkInterval time between bookmarks of a watch
     * @param admission looks at every write
     * @param issued keeps the tokens that are asked for
     * @param proxy answers for pods and nodes
     * @param tools programs in containers
     */
    public ResourceDispatcher(
            ObjectStore store,
            ApiCatalog catalog,
            Clock clock,
            Duration bookmarkInterval,
            AdmissionPlugin admission,
            IssuedTokens issued,
            PodProxy proxy,
            ContainerTools tools) {
        this.store = store;
        this.clock = clock;
        this.proxy = proxy;
        this.logs = new LogHandler(clock);
        this.execs = new ExecHandler(clock, store, logs, tools);
        this.tokens = new TokenHandler(store, issued, clock);
        this.forwards = new ForwardHandler(store, proxy);
        this.catalog = catalog;
        this.lists = new ReadHandler(catalog, clock);
        this.watches = new WatchHandler(store, catalog, clock, bookmarkInterval);
        this.writes = new WriteHandler(store, clock, admission);
        this.patches = new PatchHandler(store, writes);
        this.deletes = new DeleteHandler(catalog, writes, admission);
        this.scales = new ScaleHandler(store, writes, patches);
        this.bindings = new BindingHandler(writes, clock);
        this.evictions = new EvictionHandler(writes, clock);
    }

    HttpResponse answer(RequestInfo call) {
        if (!call.subresource().isEmpty() && !call.serving().has(call.subresource())) {
            throw Router.notFound();
        }
        return switch (call.subresource()) {
            case "" -> whole(call);
            case "status", "finalize", "ephemeralcontainers" -> status(call);
            case "scale" -> scales.answer(call);
            case "binding" -> bindings.create(require(call, "POST"));
            case "eviction" -> evictions.create(require(call, "POST"));
            case "exec", "attach" ->
                execs.answer(
                        present(call, call.name()),
                        call.http(),
                        call.subresource().equals("attach"),
                        catalog.cache(call.type()));
            case "token" -> tokens.create(require(call, "POST"), present(call, call.name()));
            case "portforward" -> forwards.answer(present(call, call.name()), call.http());
            case "log" -> log(require(call, "GET"));
            case "proxy" -> proxied(require(call, "GET"));
            default -> throw Router.notFound();
        };
    }

    /** What pods and nodes use of processor and memory. */
    HttpResponse metrics(HttpRequest http, String plural, String namespace, String name) {
        return new MetricsHandler(store, clock).answer(http, plural, namespace, name);
    }

    private HttpResponse whole(RequestInfo call) {
        return switch (call.verb()) {
            case "get" -> lists.get(call);
            case "list" -> lists.list(call);
            case "watch" -> watches.watch(call);
            case "create" -> writes.create(requireCollection(call, true));
            case "update" -> writes.update(requireCollection(call, false));
            case "patch" -> patches.patch(requireCollection(call, false));
            case "delete" -> deletes.delete(call);
            case "deletecollection" -> deletes.deleteCollection(call);
            default -> throw Router.methodNotAllowed();
        };
    }

    private HttpResponse status(RequestInfo call) {
        return switch (call.http().method()) {
            case "GET" -> lists.get(call);
            case "PUT" -> writes.update(call);
            case "PATCH" -> patches.patch(call);
            default -> throw Router.methodNotAllowed();
        };
    }

    private HttpResponse log(RequestInfo call) {
        return logs.answer(present(call, call.name()), call.http().query(), catalog.cache(call.type()));
    }

    private HttpResponse proxied(RequestInfo call) {
        String[] name = call.name().split(":");
        // A name may be "scheme:name:port", "name:port" or "name".
        String pod = name.length == 3 ? name[1] : name[0];
        String port = name.length == 1 ? "" : name[name.length - 1];
        ObjectNode target = present(call, pod);
        Optional<PodProxy.Response> answer = proxy.get(target, port, "/" + call.rest());
        return answer.map(response ->
                        HttpResponse.parts(response.status(), response.contentType(), List.of(response.body())))
                .orElseThrow(() -> ApiException.of(
                        503,
                        "ServiceUnavailable",
                        "error trying to reach service: dial tcp: connect: connection refused"));
    }

    private ObjectNode present(RequestInfo call, String name) {
        return store.get(call.type(), call.namespace(), name)
                .orElseThrow(() -> ApiException.notFound(call.type(), name));
    }

    private static RequestInfo require(RequestInfo call, String method) {
        if (!call.http().method().equals(method)) {
            throw Router.methodNotAllowed();
        }
        return call;
    }

    private static RequestInfo requireCollection(RequestInfo call, boolean collection) {
        if (call.name().isEmpty() != collection
                || collection && call.type().namespaced() && call.namespace().isEmpty()
                || call.type().equals(ResourceTypes.NAMESPACE)
                        && !call.namespace().isEmpty()) {
            throw Router.methodNotAllowed();
        }
        return call;
    }
}
