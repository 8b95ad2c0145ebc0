// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.api.patch.CoreStructure;
import podium.simulator.internal.api.patch.FieldManagement;
import podium.simulator.internal.api.patch.JsonPatch;
import podium.simulator.internal.api.patch.MergePatch;
import podium.simulator.internal.api.patch.StrategicMerge;
import podium.simulator.internal.api.rules.Problems;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.Meta;
import podium.simulator.store.ObjectStore;

/** Answers PATCH: the three patch types and server-side apply. */
final class Patches {

    private static final String CORE_TYPES = "application/json-patch+json, application/merge-patch+json,"
            + " application/strategic-merge-patch+json, application/apply-patch+yaml";
    private static final String CUSTOM_TYPES =
            "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml";

    private final ObjectStore store;
    private final Writes writes;

    Patches(ObjectStore store, Writes writes) {
        this.store = store;
        this.writes = writes;
    }

    HttpResponse patch(Call call) {
        if (call.http().mediaType().equals("application/apply-patch+yaml")) {
            return apply(call);
        }
        UnaryOperator<ObjectNode> change = change(call);
        ObjectNode patched = writes.replace(
                call,
                before -> {
                    ObjectNode after = change.apply(before);
                    Bodies.requireType(call.type(), after);
                    requireSameUid(call, before, after);
                    return after;
                },
                writes.recorder(call));
        return writes.rendered(call, 200, patched);
    }

    /** What the body does to an object. */
    UnaryOperator<ObjectNode> change(Call call) {
        byte[] body = call.http().body();
        return switch (call.http().mediaType()) {
            case "application/json-patch+json" -> {
                JsonNode patch = JsonText.parse(body, false);
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
                yield object -> new StrategicMerge(new CoreStructure()).apply(object, patch);
            }
            default -> throw unsupported(call.serving().custom() ? CUSTOM_TYPES : CORE_TYPES);
        };
    }

    private HttpResponse apply(Call call) {
        if (!call.http().query().has("fieldManager")) {
            throw ApiException.of(
                    422,
                    "Invalid",
                    "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply"
                            + " patch");
        }
        ObjectNode applied = JsonText.parseObject(call.http().body(), true);
        Bodies.requireType(call.type(), applied);
        Bodies.place(call, applied);
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
        if (!call.subresource().isEmpty() || !Meta.uid(applied).isEmpty()) {
            throw ApiException.notFound(call.type(), call.name());
        }
        ObjectNode created = writes.create(call, applied, (before, after) -> {
            ObjectNode recorded = management.apply(Json.object(), applied, writer, false);
            Meta.of(after).set("managedFields", recorded.path("metadata").path("managedFields"));
        });
        return writes.rendered(call, 201, created);
    }

    /** A replacement with another uid conflicts; a patch that names one is simply wrong. */
    private static void requireSameUid(Call call, ObjectNode before, ObjectNode after) {
        if (!Meta.uid(after).equals(Meta.uid(before))) {
            Problems problems = new Problems();
            problems.immutable("metadata.uid", after.path("metadata").path("uid"));
            problems.refuse(call.type(), call.name());
        }
    }

    private static ApiException unsupported(String types) {
        return Bodies.unknownFormat(
                "the body of the request was in an unknown format - accepted media types include: " + types);
    }
}
