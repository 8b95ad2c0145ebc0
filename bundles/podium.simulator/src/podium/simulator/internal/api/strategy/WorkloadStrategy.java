// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import podium.simulator.internal.api.select.LabelSelectors;
import podium.simulator.internal.json.Json;
import podium.simulator.store.JsonEquality;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Deployments, ReplicaSets, StatefulSets and DaemonSets. Source: pkg/apis/apps/v1/defaults.go and validation. */
final class WorkloadStrategy implements KindStrategy {

    private static final String STATEFUL_SET_FIELDS = "updates to statefulset spec for fields other than 'replicas',"
            + " 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit',"
            + " 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";
    private static final List<String> STATEFUL_SET_MUTABLE = List.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");

    private final ResourceType type;

    WorkloadStrategy(ResourceType type) {
        this.type = type;
    }

    @Override
    public void defaults(ObjectNode object) {
        ObjectNode spec = Json.with(object, "spec");
        PodSpecValidation.defaults(Json.with(spec, "template", "spec"));
        if (!type.equals(ResourceTypes.DAEMON_SET)) {
            Json.orElse(spec, "replicas", 1);
        }
        if (!type.equals(ResourceTypes.REPLICA_SET)) {
            Json.orElse(spec, "revisionHistoryLimit", 10);
        }
        if (type.equals(ResourceTypes.DEPLOYMENT)) {
            Json.orElse(spec, "progressDeadlineSeconds", 600);
            rolling(Json.with(spec, "strategy"), "25%", "25%");
        } else if (type.equals(ResourceTypes.DAEMON_SET)) {
            ObjectNode strategy = Json.with(spec, "updateStrategy");
            Json.orElse(strategy, "type", "RollingUpdate");
            if (Json.text(strategy, "type").equals("RollingUpdate")) {
                ObjectNode rolling = Json.with(strategy, "rollingUpdate");
                Json.orElse(rolling, "maxUnavailable", 1);
                Json.orElse(rolling, "maxSurge", 0);
            }
        } else if (type.equals(ResourceTypes.STATEFUL_SET)) {
            Json.orElse(spec, "podManagementPolicy", "OrderedReady");
            ObjectNode strategy = Json.with(spec, "updateStrategy");
            Json.orElse(strategy, "type", "RollingUpdate");
            if (Json.text(strategy, "type").equals("RollingUpdate")) {
                Json.orElse(Json.with(strategy, "rollingUpdate"), "partition", 0);
            }
        }
    }

    private static void rolling(ObjectNode strategy, String unavailable, String surge) {
        Json.orElse(strategy, "type", "RollingUpdate");
        if (Json.text(strategy, "type").equals("RollingUpdate")) {
            ObjectNode rolling = Json.with(strategy, "rollingUpdate");
            Json.orElse(rolling, "maxUnavailable", unavailable);
            Json.orElse(rolling, "maxSurge", surge);
        }
    }

    @Override
    public void prepareCreate(ObjectNode object) {
        ObjectNode status = object.putObject("status");
        switch (type.kind()) {
            case "ReplicaSet" -> status.put("replicas", 0);
            case "StatefulSet" -> status.put("replicas", 0).put("availableReplicas", 0);
            case "DaemonSet" ->
                status.put("currentNumberScheduled", 0)
                        .put("numberMisscheduled", 0)
                        .put("desiredNumberScheduled", 0)
                        .put("numberReady", 0);
            default -> {}
        }
    }

    @Override
    public void validate(ObjectNode object, FieldErrors problems) {
        JsonNode spec = object.path("spec");
        JsonNode template = spec.path("template");
        JsonNode labels = Json.at(template, "metadata", "labels");
        JsonNode selector = spec.path("selector");
        if (spec.path("replicas").asInt(0) < 0) {
            problems.invalid("spec.replicas", spec.path("replicas"), "must be greater than or equal to 0");
        }
        if (!selector.isObject()) {
            problems.required("spec.selector", "");
        } else if (selector.isEmpty()) {
            problems.invalid(
                    "spec.selector",
                    selector,
                    "empty selector is invalid for " + type.kind().toLowerCase(Locale.ROOT));
        } else if (!LabelSelectors.of(selector).test(labels)) {
            problems.invalid("spec.template.metadata.labels", labels, "`selector` does not match template `labels`");
        }
        PodSpecValidation.validate(template.path("spec"), "spec.template.spec", problems);
        String policy = Json.text(template, "spec", "restartPolicy");
        if (!policy.equals("Always")) {
            problems.unsupported("spec.template.spec.restartPolicy", policy, List.of("Always"));
        }
    }

    @Override
    public void validateUpdate(ObjectNode object, ObjectNode before, FieldErrors problems) {
        JsonNode now = object.path("spec");
        JsonNode old = before.path("spec");
        if (!type.equals(ResourceTypes.STATEFUL_SET)) {
            if (!JsonEquality.value(now.path("selector"), old.path("selector"))) {
                problems.immutable("spec.selector", now.path("selector"));
            }
            return;
        }
        ObjectNode nowRest = now.deepCopy();
        ObjectNode oldRest = old.deepCopy();
        nowRest.remove(STATEFUL_SET_MUTABLE);
        oldRest.remove(STATEFUL_SET_MUTABLE);
        if (!JsonEquality.value(nowRest, oldRest)) {
            problems.forbidden("spec", STATEFUL_SET_FIELDS);
        }
    }
}
