// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.api.json.Statuses;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;

/** Binds pods to nodes. Source: pkg/registry/core/pod/storage BindingREST. */
final class BindingHandler {

    private final WriteHandler writes;
    private final Clock clock;

    BindingHandler(WriteHandler writes, Clock clock) {
        this.writes = writes;
        this.clock = clock;
    }

    HttpResponse create(RequestInfo call) {
        ObjectNode binding = RequestBodies.read(call.http());
        String node = Json.text(binding, "target", "name");
        String kind = Json.at(binding, "target", "kind").asText("Node");
        if (node.isEmpty() || !kind.equals("Node")) {
            // The server answers these faults without a reason and as its own.
            throw ApiException.of(
                    500,
                    "",
                    node.isEmpty()
                            ? "target.name: Required value"
                            : "target.kind: Unsupported value: \"" + kind + "\": supported values: \"Node\", \"\"");
        }
        writes.target(call)
                .modify(call.type(), call.namespace(), call.name(), pod -> bind(call, pod, binding, node))
                .orElseThrow(() -> ApiException.notFound(call.type(), call.name()));
        return HttpResponse.json(201, JsonText.bytes(Statuses.success(201)));
    }

    private void bind(RequestInfo call, ObjectNode pod, ObjectNode binding, String node) {
        String name = call.name();
        require(call, "UID", ObjectMeta.uid(binding), ObjectMeta.uid(pod));
        require(call, "ResourceVersion", ObjectMeta.resourceVersion(binding), ObjectMeta.resourceVersion(pod));
        if (ObjectMeta.deleting(pod)) {
            throw refused(name, "pod " + name + " is being deleted, cannot be assigned to a host");
        }
        String present = Json.text(pod, "spec", "nodeName");
        if (!present.isEmpty()) {
            throw refused(name, "pod " + name + " is already assigned to node \"" + present + "\"");
        }
        if (!Json.at(pod, "spec", "schedulingGates").isEmpty()) {
            throw refused(name, "pod " + name + " has non-empty .spec.schedulingGates");
        }
        Json.with(pod, "spec").put("nodeName", node);
        ObjectNode annotations = Json.with(pod, "metadata", "annotations");
        Json.at(binding, "metadata", "annotations")
                .properties()
                .forEach(field -> annotations.set(field.getKey(), field.getValue()));
        if (annotations.isEmpty()) {
            ObjectMeta.of(pod).remove("annotations");
        }
        ObjectNode status = Json.with(pod, "status");
        status.remove("nominatedNodeName");
        scheduled(Json.array(status, "conditions"));
    }

    private void scheduled(ArrayNode conditions) {
        for (int i = conditions.size() - 1; i >= 0; i--) {
            if (Json.text(conditions.get(i), "type").equals("PodScheduled")) {
                conditions.remove(i);
            }
        }
        conditions.add(Json.object(
                "type", "PodScheduled", "status", "True", "lastTransitionTime", ObjectMeta.time(clock.instant())));
    }

    private static void require(RequestInfo call, String what, String wanted, String present) {
        if (!wanted.isEmpty() && !wanted.equals(present)) {
            throw ApiException.conflict(
                    call.type(),
                    call.name(),
                    "Precondition failed: " + what + " in precondition: " + wanted + ", " + what + " in object meta: "
                            + present);
        }
    }

    private static ApiException refused(String name, String why) {
        return ApiException.of(
                409, "Conflict", "Operation cannot be fulfilled on pods/binding \"" + name + "\": " + why);
    }
}
