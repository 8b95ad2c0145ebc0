// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.api.json.Statuses;
import podium.simulator.internal.api.select.LabelSelectors;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StatusCause;

/** Evicts pods if their disruption budget allows it. Source: pkg/registry/core/pod/storage/eviction.go. */
final class EvictionHandler {

    private static final Set<String> WITHOUT_BUDGET = Set.of("Pending", "Succeeded", "Failed");
    private static final int MOST_DISRUPTED = 2000;
    private static final int BUSY_RETRY_SECONDS = 10;
    private static final String VIOLATED = "Cannot evict pod as it would violate the pod's disruption budget.";
    private static final String SEVERAL =
            "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.";

    private final WriteHandler writes;
    private final Clock clock;

    EvictionHandler(WriteHandler writes, Clock clock) {
        this.writes = writes;
        this.clock = clock;
    }

    HttpResponse create(RequestInfo call) {
        ObjectNode eviction = RequestBodies.read(call.http());
        String name = ObjectMeta.name(eviction);
        if (!name.isEmpty() && !name.equals(call.name())) {
            throw ApiException.badRequest("name in URL does not match name in Eviction object");
        }
        JsonNode deletion = eviction.path("deleteOptions");
        RequestInfo how = deletion.path("dryRun").isEmpty() ? call : call.asDryRun();
        DeleteOptions options = DeleteHandler.options(how, deletion);
        ObjectStore store = writes.target(how);
        ObjectNode pod = store.get(call.type(), call.namespace(), call.name())
                .orElseThrow(() -> ApiException.notFound(call.type(), call.name()));
        if (!withoutBudget(pod)) {
            spend(how, store, pod);
        }
        if (!ObjectMeta.deleting(pod)) {
            store.modify(call.type(), call.namespace(), call.name(), this::markDisrupted);
        }
        store.delete(call.type(), call.namespace(), call.name(), options)
                .orElseThrow(() -> ApiException.notFound(call.type(), call.name()));
        return HttpResponse.json(201, JsonText.bytes(Statuses.success(201)));
    }

    private static boolean withoutBudget(ObjectNode pod) {
        return ObjectMeta.deleting(pod) || WITHOUT_BUDGET.contains(Json.text(pod, "status", "phase"));
    }

    private void spend(RequestInfo call, ObjectStore store, ObjectNode pod) {
        JsonNode labels = pod.path("metadata").path("labels");
        List<ObjectNode> budgets = store.list(ResourceTypes.POD_DISRUPTION_BUDGET, call.namespace()).stream()
                .filter(budget ->
                        LabelSelectors.of(Json.at(budget, "spec", "selector")).test(labels))
                .toList();
        if (budgets.size() > 1) {
            throw ApiException.of(500, "", SEVERAL);
        }
        if (budgets.isEmpty() || unreadyIsFree(pod, budgets.getFirst())) {
            return;
        }
        String budget = ObjectMeta.name(budgets.getFirst());
        store.modify(
                ResourceTypes.POD_DISRUPTION_BUDGET,
                call.namespace(),
                budget,
                present -> decrement(present, call.name()));
    }

    /** An unready pod does no work that a budget could protect. */
    private static boolean unreadyIsFree(ObjectNode pod, ObjectNode budget) {
        for (JsonNode condition : Json.at(pod, "status", "conditions")) {
            if (Json.text(condition, "type").equals("Ready")
                    && Json.text(condition, "status").equals("True")) {
                return false;
            }
        }
        if (Json.text(budget, "spec", "unhealthyPodEvictionPolicy").equals("AlwaysAllow")) {
            return true;
        }
        int desired = Json.at(budget, "status", "desiredHealthy").asInt(0);
        return desired > 0 && Json.at(budget, "status", "currentHealthy").asInt(0) >= desired;
    }

    private void decrement(ObjectNode budget, String pod) {
        String name = ObjectMeta.name(budget);
        ObjectNode status = Json.with(budget, "status");
        long observed = status.path("observedGeneration").asLong(0);
        if (observed < budget.path("metadata").path("generation").asLong(0)) {
            throw violated("The disruption budget " + name + " is still being processed by the server.")
                    .withRetryAfter(BUSY_RETRY_SECONDS);
        }
        int allowed = status.path("disruptionsAllowed").asInt(0);
        if (allowed < 0) {
            throw ApiException.forbidden(
                    ResourceTypes.POD_DISRUPTION_BUDGET, name, "pdb disruptions allowed is negative");
        }
        if (status.path("disruptedPods").size() > MOST_DISRUPTED) {
            throw ApiException.forbidden(
                    ResourceTypes.POD_DISRUPTION_BUDGET,
                    name,
                    "DisruptedPods map too big - too many evictions not confirmed by PDB controller");
        }
        if (allowed == 0) {
            throw violated("The disruption budget " + name + " needs "
                    + status.path("desiredHealthy").asInt(0) + " healthy pods and has "
                    + status.path("currentHealthy").asInt(0) + " currently");
        }
        status.put("disruptionsAllowed", allowed - 1);
        Json.with(status, "disruptedPods").put(pod, ObjectMeta.time(clock.instant()));
    }

    private void markDisrupted(ObjectNode pod) {
        ArrayNode conditions = Json.array(Json.with(pod, "status"), "conditions");
        for (JsonNode condition : conditions) {
            if (Json.text(condition, "type").equals("DisruptionTarget")) {
                return;
            }
        }
        conditions.add(Json.object(
                "type", "DisruptionTarget",
                "status", "True",
                "lastTransitionTime", ObjectMeta.time(clock.instant()),
                "reason", "EvictionByEvictionAPI",
                "message", "Eviction API: evicting"));
    }

    private static ApiException violated(String message) {
        return ApiException.of(429, "TooManyRequests", VIOLATED)
                .withCauses(List.of(new StatusCause("DisruptionBudget", message, "")));
    }
}
