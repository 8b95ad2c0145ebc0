// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import podium.simulator.internal.json.Json;
import podium.simulator.store.JsonEquality;

/**
 * What may change in a pod's spec. While a scheduling gate is there, node selector and required node affinity may be
 * tightened. Source: ValidatePodUpdate in pkg/apis/core/validation, KEP-3521, KEP-3838.
 */
final class PodUpdateValidation {

    private static final String ALLOWED = "pod updates may not change fields other than `spec.containers[*].image`,"
            + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to"
            + " existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was"
            + " previously negative)";
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String AFFINITY_PATH = "spec.affinity.nodeAffinity." + REQUIRED;

    private final JsonNode before;
    private final JsonNode after;
    private final FieldErrors problems;

    PodUpdateValidation(JsonNode before, JsonNode after, FieldErrors problems) {
        this.before = before;
        this.after = after;
        this.problems = problems;
    }

    void check() {
        gates();
        tolerations();
        deadline();
        ObjectNode rest = rest(after);
        ObjectNode allowed = rest(before);
        long oldGrace = before.path("terminationGracePeriodSeconds").asLong(0);
        if (oldGrace < 0 && after.path("terminationGracePeriodSeconds").asLong(0) == 1) {
            allowed.set("terminationGracePeriodSeconds", after.path("terminationGracePeriodSeconds"));
        }
        if (!before.path("schedulingGates").isEmpty()) {
            nodeSelector();
            nodeAffinity();
            for (ObjectNode spec : List.of(rest, allowed)) {
                spec.remove("nodeSelector");
                withoutNodeAffinity(spec);
            }
        }
        if (!JsonEquality.value(rest, allowed)) {
            problems.forbidden("spec", ALLOWED + "\n" + difference(allowed, rest));
        }
    }

    /** The spec without what has rules of its own. */
    private static ObjectNode rest(JsonNode spec) {
        ObjectNode rest = spec.deepCopy();
        rest.remove(List.of("activeDeadlineSeconds", "tolerations", "schedulingGates"));
        for (String field : List.of("containers", "initContainers")) {
            Json.objects(rest.path(field)).forEach(container -> container.remove(List.of("image", "imagePullPolicy")));
        }
        return rest;
    }

    private void gates() {
        Set<String> old = new HashSet<>();
        before.path("schedulingGates").forEach(gate -> old.add(Json.text(gate, "name")));
        for (JsonNode gate : after.path("schedulingGates")) {
            if (!old.contains(Json.text(gate, "name"))) {
                problems.forbidden(
                        "spec.schedulingGates",
                        "only deletion is allowed, but found new scheduling gate '" + Json.text(gate, "name") + "'");
            }
        }
    }

    private void tolerations() {
        List<JsonNode> now = new ArrayList<>();
        after.path("tolerations").forEach(toleration -> now.add(withoutSeconds(toleration)));
        for (JsonNode toleration : before.path("tolerations")) {
            if (!now.contains(withoutSeconds(toleration))) {
                problems.forbidden(
                        "spec.tolerations", "existing toleration can not be modified except its tolerationSeconds");
                return;
            }
        }
    }

    private static JsonNode withoutSeconds(JsonNode toleration) {
        ObjectNode copy = toleration.deepCopy();
        copy.remove("tolerationSeconds");
        return copy;
    }

    private void deadline() {
        JsonNode old = before.path("activeDeadlineSeconds");
        JsonNode now = after.path("activeDeadlineSeconds");
        if (old.isNumber() && !now.isNumber()) {
            problems.invalid("spec.activeDeadlineSeconds", now, "must not update from a positive integer to nil value");
        } else if (old.isNumber() && now.asLong() > old.asLong()) {
            problems.invalid("spec.activeDeadlineSeconds", now, "must be less than or equal to previous value");
        }
    }

    private void nodeSelector() {
        JsonNode now = after.path("nodeSelector");
        before.path("nodeSelector").properties().stream()
                .filter(old -> !old.getValue().equals(now.path(old.getKey())))
                .findFirst()
                .ifPresent(old -> problems.invalid(
                        "spec.nodeSelector",
                        now,
                        "only additions to spec.nodeSelector are allowed (no mutations or deletions)"));
    }

    private void nodeAffinity() {
        JsonNode old = Json.at(before, "affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms");
        JsonNode now = Json.at(after, "affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms");
        if (old.isEmpty()) {
            return;
        }
        if (old.size() != now.size()) {
            problems.invalid(
                    AFFINITY_PATH + ".nodeSelectorTerms",
                    now,
                    "no additions/deletions to non-empty NodeSelectorTerms list are allowed");
            return;
        }
        for (int i = 0; i < old.size(); i++) {
            boolean grows =
                    begins(now.get(i).path("matchExpressions"), old.get(i).path("matchExpressions"))
                            && begins(now.get(i).path("matchFields"), old.get(i).path("matchFields"));
            // A term that matched nothing would match something if it grew.
            boolean wakes = old.get(i).isEmpty() && !now.get(i).isEmpty();
            if (!grows || wakes) {
                problems.invalid(
                        AFFINITY_PATH + "[" + i + "]",
                        now.get(i),
                        "only additions are allowed (no mutations or deletions)");
            }
        }
    }

    private static boolean begins(JsonNode list, JsonNode start) {
        for (int i = 0; i < start.size(); i++) {
            if (!JsonEquality.value(list.path(i), start.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void withoutNodeAffinity(ObjectNode spec) {
        if (spec.get("affinity") instanceof ObjectNode affinity) {
            affinity.remove("nodeAffinity");
            if (affinity.isEmpty()) {
                spec.remove("affinity");
            }
        }
    }

    private static String difference(ObjectNode before, ObjectNode after) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        StringBuilder text = new StringBuilder("  core.PodSpec{\n");
        for (String name : names) {
            if (!JsonEquality.value(before.path(name), after.path(name))) {
                text.append("- \t")
                        .append(name)
                        .append(": ")
                        .append(before.path(name))
                        .append(",\n");
                text.append("+ \t")
                        .append(name)
                        .append(": ")
                        .append(after.path(name))
                        .append(",\n");
            }
        }
        return text.append("  }\n").toString();
    }
}
