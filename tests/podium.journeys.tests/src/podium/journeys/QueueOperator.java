// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/**
 * Kueue with room for everything, as the real one was seen to act on what it admits: the Workload keeps the templates as they were when
 * it was made, and no later change of a node selector or a gate gets into it; a job that is admitted gets the labels of its flavor into
 * its templates; whenever it is not, it is suspended and its templates are put back as the Workload has them. Its quota is taken back
 * when its pods are gone.
 */
final class QueueOperator {
    /** Label of the flavor's nodes, which all nodes bear. */
    private static final String FLAVOR = "kubernetes.io/os";

    private final Hands hands;
    private final ResourceType type;
    private final String policy;

    private QueueOperator(Hands hands, ResourceType type, String policy) {
        this.hands = hands;
        this.type = type;
        this.policy = policy;
    }

    static Operator of(ObjectStore store, ResourceType type, String policy) {
        return new Operator(
                store, type, List.of(CustomKind.WORKLOAD.type(), ResourceTypes.POD), (hands, job) -> new QueueOperator(
                                hands, type, policy)
                        .reconcile(job));
    }

    private void reconcile(ObjectNode job) {
        ObjectNode workload = hands.make(
                job, CustomKind.WORKLOAD.type(), "job-" + ObjectMeta.name(job) + "-a1b2c", made -> fill(made, job));
        boolean active = workload.at("/spec/active").asBoolean(true);
        hands.change(type, job, fresh -> {
            boolean stood = fresh.withObject(policy).path("suspend").asBoolean();
            fresh.withObject(policy).put("suspend", !active);
            put(fresh, workload, active, stood);
        });
        boolean reserved = active || !hands.owned(job, ResourceTypes.POD).isEmpty();
        hands.change(CustomKind.WORKLOAD.type(), workload, fresh -> {
            Hands.condition(fresh, "QuotaReserved", reserved);
            Hands.condition(fresh, "Admitted", reserved);
            Hands.condition(fresh, "Evicted", !active);
            if (reserved) {
                fresh.withObject("/status/admission").put("clusterQueue", "all");
            } else {
                fresh.withObject("/status").remove("admission");
            }
        });
    }

    private static void fill(ObjectNode made, ObjectNode job) {
        made.withObject("/metadata/labels").put("kueue.x-k8s.io/job-uid", ObjectMeta.uid(job));
        ObjectNode spec = made.withObject("/spec").put("queueName", "gold").put("active", true);
        ArrayNode sets = spec.putArray("podSets");
        for (ObjectNode template : templates(job)) {
            ObjectNode set = sets.addObject().put("name", "set" + sets.size()).put("count", 1);
            set.putObject("template").set("spec", template.deepCopy());
        }
    }

    /** What stood still gets the templates of its Workload once more before it starts: it counts as evicted until it is admitted. */
    private static void put(ObjectNode job, ObjectNode workload, boolean admitted, boolean stood) {
        List<ObjectNode> templates = templates(job);
        for (int i = 0; i < templates.size(); i++) {
            JsonNode kept = workload.at("/spec/podSets/" + i + "/template/spec");
            ObjectNode template = templates.get(i);
            if (stood || !admitted) {
                restore(template, kept, "nodeSelector");
                restore(template, kept, "schedulingGates");
            }
            if (admitted) {
                template.withObject("/nodeSelector").put(FLAVOR, "linux");
            }
        }
    }

    private static void restore(ObjectNode template, JsonNode kept, String field) {
        if (kept.has(field)) {
            template.set(field, kept.path(field).deepCopy());
        } else {
            template.remove(field);
        }
    }

    /** The pod specs in a job, in their order. */
    private static List<ObjectNode> templates(JsonNode job) {
        List<ObjectNode> found = new ArrayList<>();
        collect(job.path("spec"), found);
        return found;
    }

    private static void collect(JsonNode node, List<ObjectNode> into) {
        if (node instanceof ObjectNode object && object.has("containers")) {
            into.add(object);
        } else {
            node.forEach(child -> collect(child, into));
        }
    }
}
