// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.api.patch.BuiltInMergeSchema;
import podium.simulator.internal.api.patch.FieldManagement;
import podium.simulator.internal.api.patch.JsonPatch;
import podium.simulator.internal.api.patch.MergePatch;
import podium.simulator.internal.api.patch.StrategicMerge;
import podium.simulator.internal.api.patch.TestedBytes;
import podium.simulator.internal.api.strategy.FieldErrors;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;

/** Answers PATCH: the three patch types and server-side apply. */
final class PatchHandler {

    private static final String CORE_TYPES = "application/json-patch+json, application/merge-patch+json,"
            + " application/strategic-merge-patch+json, application/apply-patch+yaml";
    private static final String CUSTOM_TYPES =
            "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml";

    private final ObjectStore store;
    private final WriteHandler writes;

    PatchHandler(ObjectStore store, WriteHandler writes) {
        this.store = store;
        this.writes = writes;
    }

    HttpResponse patch(RequestInfo call) {
        if (call.http().mediaType().equals("application/apply-patch+yaml")) {
            return apply(call);
        }
        UnaryOperator<ObjectNode> change = change(call);
        ObjectNode patched = writes.replace(
                call,
                before -> {
                    ObjectNode after = change.apply(before);
                    RequestBodies.requireType(call.type(), after);
                    requireSameUid(call, before, after);
                    return after;
                },
                writes.recorder(call));
        return writes.rendered(call, 200, patched);
    }

    /** What the body does to an object. */
    UnaryOperator<ObjectNode> change(RequestInfo call) {
        byte[] body = call.http().body();
        return switch (call.http().mediaType()) {
            case "application/json-patch+json" -> {
                JsonNode patch = JsonText.parse(body, false);
                TestedBytes.require(body);
                yield object -> JsonPatch.apply(object, patch);
            }
            case "application/merge-patch+json" -> {
                ObjectNode patch = JsonText.parseObject(body, false);
                yield object -> MergePatch.apply(object, patch);
            }
            case "application/strategic-merge-patch+json" -> {
                if (call.serving().custom()) {
                    throw unsupported(CUSTOM_TYPES);
                }
                ObjectNode patch = JsonText.parseObject(body, false);
                yield object -> new StrategicMerge(new BuiltInMergeSchema()).apply(object, patch);
            }
            default -> throw unsupported(call.serving().custom() ? CUSTOM_TYPES : CORE_TYPES);
        };
    }

    private HttpResponse apply(RequestInfo call) {
        if (!call.http().query().has("fieldManager")) {
            throw ApiException.of(
                    422,
                    "Invalid",
                    "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply"
                            + " patch");
        }
        ObjectNode applied = JsonText.parseObject(call.http().body(), true);
        RequestBodies.requireType(call.type(), applied);
        RequestBodies.place(call, applied);
        FieldManagement management = writes.fieldManagement(call.serving());
        FieldManagement.Writer writer = writes.writer(call);
        boolean force = call.http().query().flag("force");
        if (store.get(call.type(), call.namespace(), call.name()).isPresent()) {
            ObjectNode result = writes.replace(
                    call, before -> management.apply(before, applied, writer, force), (before, after) -> {
                        // Apply has recorded its managers already.
                    });
            return writes.rendered(call, 200, result);
        }
        if (!call.subresource().isEmpty() || !ObjectMeta.uid(applied).isEmpty()) {
            throw ApiException.notFound(call.type(), call.name());
        }
        ObjectNode created = writes.create(call, applied, (before, after) -> {
            ObjectNode recorded = management.apply(Json.object(), applied, writer, false);
            ObjectMeta.of(after).set("managedFields", recorded.path("metadata").path("managedFields"));
        });
        return writes.rendered(call, 201, created);
    }

    /** A replacement with another uid conflicts; a patch that names one is simply wrong. */
    private static void requireSameUid(RequestInfo call, ObjectNode before, ObjectNode after) {
        if (!ObjectMeta.uid(after).equals(ObjectMeta.uid(before))) {
            FieldErrors problems = new FieldErrors();
            problems.immutable("metadata.uid", after.path("metadata").path("uid"));
            problems.refuse(call.type(), call.name());
        }
    }

    private static ApiException unsupported(String types) {
        return RequestBodies.unknownFormat(
                "the body of the request was in an unknown format - accepted media types include: " + types);
    }
}
