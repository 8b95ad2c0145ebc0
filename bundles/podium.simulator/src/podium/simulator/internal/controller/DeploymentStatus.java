// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.object.Conditions;
import podium.simulator.internal.object.IntOrPercent;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;

/** The status of a Deployment, summed over its ReplicaSets. */
final class DeploymentStatus {

    private DeploymentStatus() {}

    static void write(EngineContext cluster, ObjectNode deployment, ObjectNode newest, List<ObjectNode> old) {
        int wanted = Json.number(deployment, 1, "spec", "replicas");
        int replicas = sum(newest, old, "replicas");
        int available = sum(newest, old, "availableReplicas");
        int updated = Json.number(newest, 0, "status", "replicas");
        JsonNode limit = Json.at(deployment, "spec", "strategy", "rollingUpdate", "maxUnavailable");
        boolean enough = available >= wanted - IntOrPercent.down(limit, "25%", wanted);
        boolean done = updated == wanted && replicas == updated && available == wanted;
        String now = cluster.timestamp();
        cluster.modify(ResourceTypes.DEPLOYMENT, ObjectKey.of(deployment), object -> {
            ObjectNode status = Json.with(object, "status");
            status.put("observedGeneration", Json.number(object, 1, "metadata", "generation"));
            ReplicaSetController.count(status, "replicas", replicas);
            ReplicaSetController.count(status, "updatedReplicas", updated);
            ReplicaSetController.count(status, "readyReplicas", sum(newest, old, "readyReplicas"));
            ReplicaSetController.count(status, "availableReplicas", available);
            ReplicaSetController.count(
                    status, "unavailableReplicas", Math.max(0, Math.max(wanted, replicas) - available));
            condition(
                    object,
                    "Available",
                    enough,
                    enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                    enough ? "Deployment has minimum availability." : "Deployment does not have minimum availability.",
                    now);
            condition(
                    object,
                    "Progressing",
                    true,
                    done ? "NewReplicaSetAvailable" : "ReplicaSetUpdated",
                    "ReplicaSet \"" + Json.name(newest) + "\" "
                            + (done ? "has successfully progressed." : "is progressing."),
                    now);
        });
    }

    private static void condition(
            ObjectNode object, String type, boolean value, String reason, String message, String now) {
        boolean news = Conditions.find(object, type)
                .map(before -> !Json.text(before, "reason").equals(reason))
                .orElse(true);
        ObjectNode condition = Conditions.set(object, type, value ? "True" : "False", reason, message, now);
        if (news) {
            condition.put("lastUpdateTime", now);
        }
    }

    private static int sum(ObjectNode newest, List<ObjectNode> old, String field) {
        return Json.number(newest, 0, "status", field)
                + old.stream()
                        .mapToInt(set -> Json.number(set, 0, "status", field))
                        .sum();
    }
}
