// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import podium.simulator.internal.json.Json;
import podium.simulator.store.JsonEquality;
import podium.simulator.store.ObjectMeta;

/**
 * Jobs. The scheduling directives of a suspended job's template can change: before it started (KEP-2926), and since
 * 1.36 whenever its pods are gone. Source: pkg/apis/batch/validation, pkg/registry/batch/job/strategy.go.
 */
final class JobStrategy implements KindStrategy {

    private static final List<String> IMMUTABLE = List.of(
            "selector", "completionMode", "podFailurePolicy", "successPolicy", "backoffLimitPerIndex", "managedBy");
    private static final List<String> DIRECTIVES = List.of("nodeSelector", "tolerations", "schedulingGates");
    private static final List<String> POLICIES = List.of("OnFailure", "Never");

    @Override
    public void defaults(ObjectNode job) {
        ObjectNode spec = Json.with(job, "spec");
        if (!spec.hasNonNull("completions") && !spec.hasNonNull("parallelism")) {
            spec.put("completions", 1);
        }
        Json.orElse(spec, "parallelism", 1);
        Json.orElse(spec, "backoffLimit", 6);
        Json.orElse(spec, "completionMode", "NonIndexed");
        Json.orElse(spec, "suspend", BooleanNode.FALSE);
        Json.orElse(spec, "manualSelector", BooleanNode.FALSE);
        Json.orElse(spec, "podReplacementPolicy", "TerminatingOrFailed");
        ObjectNode pod = Json.with(spec, "template", "spec");
        boolean policy = pod.hasNonNull("restartPolicy");
        PodSpecValidation.defaults(pod);
        if (!policy) {
            // Unlike elsewhere it must be chosen; validation says so.
            pod.put("restartPolicy", "Always");
        }
    }

    @Override
    public void prepareCreate(ObjectNode job) {
        job.putObject("status");
        ObjectNode spec = Json.with(job, "spec");
        if (spec.path("manualSelector").asBoolean(false)) {
            return;
        }
        String uid = ObjectMeta.uid(job);
        ObjectNode labels = Json.with(spec, "template", "metadata", "labels");
        labels.put("batch.kubernetes.io/controller-uid", uid)
                .put("batch.kubernetes.io/job-name", ObjectMeta.name(job))
                .put("controller-uid", uid)
                .put("job-name", ObjectMeta.name(job));
        Json.with(spec, "selector", "matchLabels").put("batch.kubernetes.io/controller-uid", uid);
    }

    @Override
    public void validate(ObjectNode job, FieldErrors problems) {
        JsonNode spec = job.path("spec");
        for (String field : List.of("parallelism", "completions", "backoffLimit")) {
            if (spec.path(field).asInt(0) < 0) {
                problems.invalid("spec." + field, spec.path(field), "must be greater than or equal to 0");
            }
        }
        boolean indexed = Json.text(spec, "completionMode").equals("Indexed");
        if (indexed && !spec.hasNonNull("completions")) {
            problems.required("spec.completions", "when completion mode is Indexed");
        }
        PodSpecValidation.validate(Json.at(spec, "template", "spec"), "spec.template.spec", problems);
        String policy = Json.text(spec, "template", "spec", "restartPolicy");
        if (!POLICIES.contains(policy)) {
            problems.required("spec.template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\"");
        }
    }

    @Override
    public void validateUpdate(ObjectNode job, ObjectNode before, FieldErrors problems) {
        JsonNode now = job.path("spec");
        JsonNode old = before.path("spec");
        for (String field : IMMUTABLE) {
            if (!JsonEquality.value(now.path(field), old.path(field))) {
                problems.immutable("spec." + field, now.path(field));
            }
        }
        completions(now, old, problems);
        template(now.path("template"), before, problems);
    }

    private static void completions(JsonNode now, JsonNode old, FieldErrors problems) {
        JsonNode wanted = now.path("completions");
        if (JsonEquality.value(wanted, old.path("completions"))) {
            return;
        }
        if (!Json.text(now, "completionMode").equals("Indexed")) {
            problems.immutable("spec.completions", wanted);
        } else if (!JsonEquality.value(wanted, now.path("parallelism"))) {
            problems.invalid("spec.completions", wanted, "can only be modified in tandem with spec.parallelism");
        }
    }

    private static void template(JsonNode now, ObjectNode before, FieldErrors problems) {
        JsonNode old = before.path("spec").path("template");
        if (!mutable(before)) {
            if (!JsonEquality.value(now, old)) {
                problems.immutable("spec.template", now);
            }
        } else if (!JsonEquality.value(undirected(now), undirected(old))) {
            problems.immutable("spec.template.spec", now.path("spec"));
        }
    }

    private static boolean mutable(ObjectNode job) {
        if (!Json.at(job, "spec", "suspend").asBoolean(false)) {
            return false;
        }
        JsonNode status = job.path("status");
        if (!status.hasNonNull("startTime")) {
            return true;
        }
        for (JsonNode condition : status.path("conditions")) {
            if (Json.text(condition, "type").equals("Suspended")
                    && Json.text(condition, "status").equals("True")) {
                return status.path("active").asInt(0) == 0;
            }
        }
        return false;
    }

    /** The template without what says where its pods run and what they request. */
    private static ObjectNode undirected(JsonNode template) {
        ObjectNode rest = template.deepCopy();
        ObjectNode metadata = Json.with(rest, "metadata");
        metadata.remove(List.of("labels", "annotations"));
        ObjectNode spec = Json.with(rest, "spec");
        spec.remove(DIRECTIVES);
        if (spec.get("affinity") instanceof ObjectNode affinity) {
            affinity.remove("nodeAffinity");
            if (affinity.isEmpty()) {
                spec.remove("affinity");
            }
        }
        for (String field : List.of("containers", "initContainers")) {
            Json.objects(spec.path(field)).forEach(container -> container.remove("resources"));
        }
        return rest;
    }
}
