// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.object.Conditions;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ResourceTypes;

/** What the scheduler writes on pods: the node, or why there is none. */
final class PodBinder {

    private static final String CONDITION = "PodScheduled";
    private static final String MANAGER = "kube-scheduler";

    private final EngineContext cluster;

    PodBinder(EngineContext cluster) {
        this.cluster = cluster;
    }

    void bound(PodInfo pod, String node) {
        cluster.modify(ResourceTypes.POD, pod.key(), object -> {
                    Json.with(object, "spec").put("nodeName", node);
                    Json.with(object, "status").remove("nominatedNodeName");
                    Conditions.set(object, CONDITION, "True", "", "", cluster.timestamp());
                })
                .ifPresent(object -> cluster.events()
                        .normal(
                                object,
                                Scheduler.NAME,
                                "Scheduled",
                                "Successfully assigned " + pod.namespace() + "/" + pod.name() + " to " + node));
    }

    void unschedulable(PodInfo pod, String message) {
        cluster.modify(ResourceTypes.POD, pod.key(), object -> {
            Json.with(object, "status").put("phase", "Pending");
            Conditions.set(object, CONDITION, "False", "Unschedulable", message, cluster.timestamp());
            wrote(object);
        });
    }

    /** Notes in managedFields who wrote that, and when. */
    private void wrote(ObjectNode object) {
        ArrayNode managers = Json.array(ObjectMeta.of(object), "managedFields");
        for (int i = managers.size() - 1; i >= 0; i--) {
            if (Json.text(managers.get(i), "manager").equals(MANAGER)) {
                managers.remove(i);
            }
        }
        ObjectNode entry = managers.addObject()
                .put("manager", MANAGER)
                .put("operation", "Update")
                .put("apiVersion", "v1")
                .put("time", cluster.timestamp())
                .put("fieldsType", "FieldsV1")
                .put("subresource", "status");
        ObjectNode fields = Json.with(Json.with(entry, "fieldsV1"), "f:status");
        ObjectNode condition = Json.with(Json.with(fields, "f:conditions"), "k:{\"type\":\"" + CONDITION + "\"}");
        for (String field : List.of(".", "f:lastTransitionTime", "f:message", "f:reason", "f:status", "f:type")) {
            condition.putObject(field);
        }
    }

    /** Notes on the pod where it hopes to go; nowhere with an empty name. */
    void nominated(PodInfo pod, String node) {
        cluster.modify(ResourceTypes.POD, pod.key(), object -> {
            ObjectNode status = Json.with(object, "status");
            if (node.isEmpty()) {
                status.remove("nominatedNodeName");
            } else {
                status.put("nominatedNodeName", node);
            }
        });
    }

    /** Tells a pod that it leaves a node for another, and deletes it. */
    void preempted(PodInfo by, String node, PodInfo victim) {
        Optional<ObjectNode> object = cluster.get(ResourceTypes.POD, victim.key());
        if (object.isEmpty() || Json.terminating(object.get())) {
            return;
        }
        cluster.modify(ResourceTypes.POD, victim.key(), changed -> {
            Conditions.set(
                    changed,
                    "DisruptionTarget",
                    "True",
                    "PreemptionByScheduler",
                    Scheduler.NAME + ": preempting to accommodate a higher priority pod",
                    cluster.timestamp());
        });
        cluster.events()
                .normal(object.get(), Scheduler.NAME, "Preempted", "Preempted by pod " + by.uid() + " on node " + node);
        cluster.delete(ResourceTypes.POD, victim.key());
    }

    void warn(PodInfo pod, String message) {
        cluster.get(ResourceTypes.POD, pod.key())
                .ifPresent(object -> cluster.events().warning(object, Scheduler.NAME, "FailedScheduling", message));
    }

    void gated(ObjectNode pod) {
        cluster.modify(ResourceTypes.POD, ObjectKey.of(pod), object -> {
            Json.with(object, "status").put("phase", "Pending");
            Conditions.set(
                    object,
                    CONDITION,
                    "False",
                    "SchedulingGated",
                    "Scheduling is blocked due to non-empty scheduling gates",
                    cluster.timestamp());
        });
    }
}
