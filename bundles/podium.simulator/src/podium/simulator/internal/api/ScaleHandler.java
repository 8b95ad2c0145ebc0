// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import podium.simulator.internal.api.catalog.ScalePaths;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;

/** The scale subresource: the number of replicas, in the same form for every kind. */
final class ScaleHandler {

    private final ObjectStore store;
    private final WriteHandler writes;
    private final PatchHandler patches;

    ScaleHandler(ObjectStore store, WriteHandler writes, PatchHandler patches) {
        this.store = store;
        this.writes = writes;
        this.patches = patches;
    }

    HttpResponse answer(RequestInfo call) {
        return switch (call.http().method()) {
            case "GET" -> respond(call, present(call));
            case "PUT" -> {
                ObjectNode scale = RequestBodies.read(call.http());
                yield respond(call, write(call, object -> scale));
            }
            case "PATCH" ->
                respond(call, write(call, object -> patches.change(call).apply(scale(call, object))));
            default -> throw Router.methodNotAllowed();
        };
    }

    private ObjectNode present(RequestInfo call) {
        return store.get(call.type(), call.namespace(), call.name())
                .orElseThrow(() -> ApiException.notFound(call.type(), call.name()));
    }

    private ObjectNode write(RequestInfo call, UnaryOperator<ObjectNode> wanted) {
        String[] path = paths(call).wanted().split("\\.");
        return writes.replace(
                call,
                before -> {
                    ObjectNode scale = wanted.apply(before);
                    ObjectNode after = before.deepCopy();
                    String version = ObjectMeta.resourceVersion(scale);
                    if (!version.isEmpty()) {
                        ObjectMeta.of(after).put("resourceVersion", version);
                    }
                    ObjectNode holder = after;
                    for (int i = 0; i < path.length - 1; i++) {
                        holder = Json.with(holder, path[i]);
                    }
                    int replicas = Json.at(scale, "spec", "replicas").asInt(0);
                    if (replicas < 0) {
                        throw ApiException.of(
                                422,
                                "Invalid",
                                "Scale.autoscaling \"" + call.name() + "\" is invalid: spec.replicas: Invalid value: "
                                        + replicas + ": must be greater than or equal to 0");
                    }
                    holder.put(path[path.length - 1], replicas);
                    return after;
                },
                writes.recorder(call));
    }

    private HttpResponse respond(RequestInfo call, ObjectNode object) {
        return HttpResponse.json(200, JsonText.bytes(scale(call, object)));
    }

    private static ScalePaths paths(RequestInfo call) {
        return call.serving().scale().orElseThrow(() -> ApiException.notFound(call.type(), call.name()));
    }

    private static ObjectNode scale(RequestInfo call, ObjectNode object) {
        ScalePaths paths = paths(call);
        ObjectNode scale = Json.object("kind", "Scale", "apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        for (String field : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
            metadata.set(field, object.path("metadata").path(field));
        }
        scale.putObject("spec").put("replicas", at(object, paths.wanted()).asInt(0));
        ObjectNode status = scale.putObject("status")
                .put("replicas", at(object, paths.present()).asInt(0));
        if (!paths.selector().isEmpty()) {
            JsonNode selector = at(object, paths.selector());
            status.put("selector", selector.isObject() ? text(selector) : selector.asText(""));
        }
        return scale;
    }

    private static String text(JsonNode selector) {
        List<String> parts = new ArrayList<>();
        selector.path("matchLabels")
                .properties()
                .forEach(label ->
                        parts.add(label.getKey() + "=" + label.getValue().asText("")));
        return String.join(",", parts);
    }

    private static JsonNode at(JsonNode object, String path) {
        return Json.at(object, path.split("\\."));
    }
}
