// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** Pods: their defaults, what admission plugins add, and what cannot be changed afterwards. */
final class PodStrategy implements KindStrategy {

    private static final int TOLERATED_SECONDS = 300;
    private static final List<String> NODE_TROUBLE =
            List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");

    private final ObjectStore store;

    PodStrategy(ObjectStore store) {
        this.store = store;
    }

    @Override
    public void defaults(ObjectNode pod) {
        ObjectNode spec = Json.with(pod, "spec");
        PodSpecValidation.defaults(spec);
        Json.orElse(spec, "enableServiceLinks", BooleanNode.TRUE);
    }

    @Override
    public void prepareCreate(ObjectNode pod) {
        ObjectNode spec = Json.with(pod, "spec");
        Json.orElse(spec, "serviceAccountName", "default");
        Json.orElse(spec, "serviceAccount", spec.path("serviceAccountName"));
        priority(pod, spec);
        RuntimeClasses.apply(pod, spec, store);
        MatchLabelKeys.merge(pod, spec);
        NODE_TROUBLE.forEach(key -> tolerate(Json.array(spec, "tolerations"), key));
        ObjectNode status =
                pod.putObject("status").put("phase", "Pending").put("qosClass", PodSpecValidation.qosClass(spec));
        if (!spec.path("schedulingGates").isEmpty()) {
            ObjectNode condition = Json.object("type", "PodScheduled", "status", "False");
            condition.putNull("lastProbeTime");
            condition.putNull("lastTransitionTime");
            condition
                    .put("reason", "SchedulingGated")
                    .put("message", "Scheduling is blocked due to non-empty scheduling gates");
            status.putArray("conditions").add(condition);
        }
    }

    private void priority(ObjectNode pod, ObjectNode spec) {
        String name = Json.text(spec, "priorityClassName");
        JsonNode priorityClass = MissingNode.getInstance();
        if (!name.isEmpty()) {
            priorityClass = store.get(ResourceTypes.PRIORITY_CLASS, "", name)
                    .<JsonNode>map(found -> found)
                    .orElseGet(() -> system(name));
            if (priorityClass.isMissingNode()) {
                throw ApiException.forbidden(
                        ResourceTypes.POD, ObjectMeta.name(pod), "no PriorityClass with name " + name + " was found");
            }
        } else {
            for (ObjectNode candidate : store.list(ResourceTypes.PRIORITY_CLASS, "")) {
                if (candidate.path("globalDefault").asBoolean(false)) {
                    priorityClass = candidate;
                    spec.put("priorityClassName", ObjectMeta.name(candidate));
                }
            }
        }
        spec.put("priority", priorityClass.path("value").asInt(0));
        spec.put("preemptionPolicy", priorityClass.path("preemptionPolicy").asText("PreemptLowerPriority"));
    }

    private static JsonNode system(String name) {
        return switch (name) {
            case "system-node-critical" -> Json.object().put("value", 2_000_001_000);
            case "system-cluster-critical" -> Json.object().put("value", 2_000_000_000);
            default -> MissingNode.getInstance();
        };
    }

    private static void tolerate(ArrayNode tolerations, String key) {
        for (JsonNode toleration : tolerations) {
            String present = Json.text(toleration, "key");
            if (present.equals(key)
                    || present.isEmpty() && Json.text(toleration, "operator").equals("Exists")) {
                return;
            }
        }
        tolerations.add(Json.object("key", key, "operator", "Exists", "effect", "NoExecute")
                .put("tolerationSeconds", TOLERATED_SECONDS));
    }

    @Override
    public void validate(ObjectNode pod, FieldErrors problems) {
        PodSpecValidation.validate(pod.path("spec"), "spec", problems);
    }

    @Override
    public void validateCreate(ObjectNode pod, FieldErrors problems) {
        JsonNode spec = pod.path("spec");
        if (!spec.path("schedulingGates").isEmpty()
                && !Json.text(spec, "nodeName").isEmpty()) {
            problems.forbidden("spec.nodeName", "cannot be set until all schedulingGates have been cleared");
        }
    }

    @Override
    public void validateUpdate(ObjectNode pod, ObjectNode before, FieldErrors problems) {
        new PodUpdateValidation(before.path("spec"), pod.path("spec"), problems).check();
    }
}
