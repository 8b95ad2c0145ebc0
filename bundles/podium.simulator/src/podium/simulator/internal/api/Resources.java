// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.api.catalog.Catalog;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** Hands a call to whoever answers its verb and subresource. */
public final class Resources {

    private final ObjectStore store;
    private final Lists lists;
    private final Watches watches;
    private final Writes writes;
    private final Patches patches;
    private final Deletes deletes;
    private final Scales scales;
    private final Bindings bindings;
    private final Evictions evictions;
    private final PodProxy proxy;

    /**
     * @param clock time of timestamps and ages
     * @param bookmarkInterval time between bookmarks of a watch
     * @param admission looks at every write
     * @param proxy answers for pods and nodes
     */
    public Resources(
            ObjectStore store,
            Catalog catalog,
            Clock clock,
            Duration bookmarkInterval,
            Admission admission,
            PodProxy proxy) {
        this.store = store;
        this.proxy = proxy;
        this.lists = new Lists(catalog, clock);
        this.watches = new Watches(store, catalog, clock, bookmarkInterval);
        this.writes = new Writes(store, clock, admission);
        this.patches = new Patches(store, writes);
        this.deletes = new Deletes(catalog, writes, admission);
        this.scales = new Scales(store, writes, patches);
        this.bindings = new Bindings(writes, clock);
        this.evictions = new Evictions(writes, clock);
    }

    HttpResponse answer(Call call) {
        if (!call.subresource().isEmpty() && !call.serving().has(call.subresource())) {
            throw Router.notFound();
        }
        return switch (call.subresource()) {
            case "" -> whole(call);
            case "status", "finalize" -> status(call);
            case "scale" -> scales.answer(call);
            case "binding" -> bindings.create(require(call, "POST"));
            case "eviction" -> evictions.create(require(call, "POST"));
            case "log" -> log(require(call, "GET"));
            case "proxy" -> proxied(require(call, "GET"));
            default -> throw Router.notFound();
        };
    }

    private HttpResponse whole(Call call) {
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

    private HttpResponse status(Call call) {
        return switch (call.http().method()) {
            case "GET" -> lists.get(call);
            case "PUT" -> writes.update(call);
            case "PATCH" -> patches.patch(call);
            default -> throw Router.methodNotAllowed();
        };
    }

    private HttpResponse log(Call call) {
        ObjectNode pod = present(call, call.name());
        String node = Json.text(pod, "spec", "nodeName");
        if (node.isEmpty()) {
            throw ApiException.badRequest("pod " + call.name() + " does not have a host assigned");
        }
        String phase = Json.text(pod, "status", "phase");
        return HttpResponse.text(200, "simulated container on " + node + ", phase " + phase + "\n");
    }

    private HttpResponse proxied(Call call) {
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

    private ObjectNode present(Call call, String name) {
        return store.get(call.type(), call.namespace(), name)
                .orElseThrow(() -> ApiException.notFound(call.type(), name));
    }

    private static Call require(Call call, String method) {
        if (!call.http().method().equals(method)) {
            throw Router.methodNotAllowed();
        }
        return call;
    }

    private static Call requireCollection(Call call, boolean collection) {
        if (call.name().isEmpty() != collection
                || collection && call.type().namespaced() && call.namespace().isEmpty()
                || call.type().equals(ResourceTypes.NAMESPACE)
                        && !call.namespace().isEmpty()) {
            throw Router.methodNotAllowed();
        }
        return call;
    }
}
