// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import podium.simulator.internal.api.cache.ObjectVersion;
import podium.simulator.internal.api.cache.Snapshot;
import podium.simulator.internal.api.catalog.ApiCatalog;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.api.json.Statuses;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Answers DELETE of one object and of a collection. */
final class DeleteHandler {

    private final ApiCatalog catalog;
    private final WriteHandler writes;
    private final AdmissionPlugin admission;

    DeleteHandler(ApiCatalog catalog, WriteHandler writes, AdmissionPlugin admission) {
        this.catalog = catalog;
        this.writes = writes;
        this.admission = admission;
    }

    HttpResponse delete(RequestInfo call) {
        ObjectNode body = body(call);
        DeleteOptions options = options(call, body);
        ObjectNode last = delete(dry(call, body), call.name(), options);
        boolean whole = ObjectMeta.deleting(last) || call.type().equals(ResourceTypes.POD);
        return whole
                ? writes.rendered(call, 200, last)
                : HttpResponse.json(200, JsonText.bytes(Statuses.deleted(call.type(), last)));
    }

    HttpResponse deleteCollection(RequestInfo call) {
        ObjectNode body = body(call);
        DeleteOptions options = options(call, body);
        ListSelection selection = ListSelection.of(call);
        RequestInfo how = dry(call, body);
        List<ObjectVersion> deleted = new ArrayList<>();
        Snapshot snapshot = catalog.cache(call.type()).latest();
        for (ObjectVersion version : snapshot.items()) {
            if (selection.takes(version)) {
                RequestInfo one = how.on(ObjectMeta.namespace(version.object()), ObjectMeta.name(version.object()));
                deleted.add(new ObjectVersion(delete(one, one.name(), options)));
            }
        }
        ObjectNode metadata = Json.object("resourceVersion", Long.toString(snapshot.revision()));
        return writes.rendering(call).list(deleted, metadata);
    }

    private ObjectNode delete(RequestInfo call, String name, DeleteOptions options) {
        ResourceType type = call.type();
        ObjectNode present = writes.target(call)
                .get(type, call.namespace(), name)
                .orElseThrow(() -> ApiException.notFound(type, name));
        if (type.equals(ResourceTypes.NAMESPACE)
                && List.of("default", "kube-system").contains(name)) {
            throw ApiException.forbidden(type, name, "this namespace may not be deleted");
        }
        admission.review(new AdmissionPlugin.Request(
                AdmissionPlugin.Operation.DELETE, type, "", present, Optional.of(present), call.user(), call.dryRun()));
        return writes.target(call)
                .delete(type, call.namespace(), name, options)
                .orElseThrow(() -> ApiException.notFound(type, name));
    }

    private static ObjectNode body(RequestInfo call) {
        return call.http().body().length == 0 ? Json.object() : RequestBodies.read(call.http());
    }

    /** A dry run may be asked for in the body too. */
    private static RequestInfo dry(RequestInfo call, ObjectNode body) {
        return body.path("dryRun").isEmpty() ? call : call.asDryRun();
    }

    static DeleteOptions options(RequestInfo call, JsonNode body) {
        OptionalLong grace = call.http().query().number("gracePeriodSeconds");
        if (body.path("gracePeriodSeconds").isNumber()) {
            grace = OptionalLong.of(body.path("gracePeriodSeconds").asLong());
        }
        JsonNode preconditions = body.path("preconditions");
        return new DeleteOptions(
                text(preconditions, "uid"), text(preconditions, "resourceVersion"), grace, propagation(call, body));
    }

    private static DeleteOptions.Propagation propagation(RequestInfo call, JsonNode body) {
        String wanted =
                body.path("propagationPolicy").asText(call.http().query().text("propagationPolicy"));
        if (wanted.isEmpty() && body.path("orphanDependents").asBoolean(false)) {
            wanted = "Orphan";
        }
        return switch (wanted) {
            case "Background" -> DeleteOptions.Propagation.BACKGROUND;
            case "Foreground" -> DeleteOptions.Propagation.FOREGROUND;
            case "Orphan" -> DeleteOptions.Propagation.ORPHAN;
            // batch/v1 keeps the behaviour of its first days: without a policy the pods of a Job stay.
            case "" ->
                call.type().equals(ResourceTypes.JOB)
                        ? DeleteOptions.Propagation.ORPHAN
                        : DeleteOptions.Propagation.BACKGROUND;
            default ->
                throw ApiException.of(
                        422,
                        "Invalid",
                        "DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value: \"" + wanted
                                + "\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"");
        };
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.path(field).asText("")) : Optional.empty();
    }
}
