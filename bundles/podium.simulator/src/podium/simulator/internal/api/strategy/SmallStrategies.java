// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.quota.LimitRanger;
import podium.simulator.store.JsonEquality;
import podium.simulator.store.ObjectMeta;

/** The smaller rules: each of these kinds demands one thing or two. */
final class SmallStrategies {

    /** A namespace carries its name as a label and goes only when it is empty. */
    static final KindStrategy NAMESPACE = new KindStrategy() {
        @Override
        public void defaults(ObjectNode namespace) {
            Json.with(namespace, "metadata", "labels").put("kubernetes.io/metadata.name", ObjectMeta.name(namespace));
        }

        @Override
        public void prepareCreate(ObjectNode namespace) {
            Json.with(namespace, "spec").putArray("finalizers").add("kubernetes");
            namespace.putObject("status").put("phase", "Active");
        }

        @Override
        public void prepareUpdate(ObjectNode namespace, ObjectNode before) {
            Json.with(namespace, "spec").set("finalizers", Json.at(before, "spec", "finalizers"));
        }
    };

    /** A budget says one thing, and its numbers are the controller's. */
    static final KindStrategy BUDGET = new KindStrategy() {
        @Override
        public void prepareCreate(ObjectNode budget) {
            budget.putObject("status")
                    .put("disruptionsAllowed", 0)
                    .put("currentHealthy", 0)
                    .put("desiredHealthy", 0)
                    .put("expectedPods", 0);
        }

        @Override
        public void validate(ObjectNode budget, FieldErrors problems) {
            ObjectNode spec = Json.with(budget.deepCopy(), "spec");
            if (spec.hasNonNull("minAvailable") && spec.hasNonNull("maxUnavailable")) {
                problems.invalid("spec", spec, "minAvailable and maxUnavailable cannot be both set");
            }
        }
    };

    /** A schedule has five fields, or is a word with an at sign. */
    static final KindStrategy CRON_JOB = new KindStrategy() {
        @Override
        public void defaults(ObjectNode cronJob) {
            ObjectNode spec = Json.with(cronJob, "spec");
            Json.orElse(spec, "concurrencyPolicy", "Allow");
            Json.orElse(spec, "suspend", BooleanNode.FALSE);
            Json.orElse(spec, "successfulJobsHistoryLimit", 3);
            Json.orElse(spec, "failedJobsHistoryLimit", 1);
        }

        @Override
        public void validate(ObjectNode cronJob, FieldErrors problems) {
            JsonNode schedule = Json.at(cronJob, "spec", "schedule");
            String[] fields = schedule.asText().strip().split("\\s+");
            if (!schedule.asText().startsWith("@") && fields.length != 5) {
                problems.invalid(
                        "spec.schedule",
                        schedule,
                        "expected exactly 5 fields, found " + fields.length + ": [" + String.join(" ", fields) + "]");
            }
        }
    };

    /** The value of a priority class is fixed. */
    static final KindStrategy PRIORITY_CLASS = new KindStrategy() {
        @Override
        public void defaults(ObjectNode priorityClass) {
            Json.orElse(priorityClass, "preemptionPolicy", "PreemptLowerPriority");
        }

        @Override
        public void validateUpdate(ObjectNode priorityClass, ObjectNode before, FieldErrors problems) {
            for (String field : List.of("value", "preemptionPolicy")) {
                if (!JsonEquality.value(priorityClass.path(field), before.path(field))) {
                    problems.forbidden(field, "may not be changed in an update.");
                }
            }
        }
    };

    /** What a claim asks for is fixed. */
    static final KindStrategy FIXED_SPEC = new KindStrategy() {
        @Override
        public void validateUpdate(ObjectNode object, ObjectNode before, FieldErrors problems) {
            if (!JsonEquality.value(object.path("spec"), before.path("spec"))) {
                problems.immutable("spec", object.path("spec"));
            }
        }
    };

    /** Volumes and claims begin as pending. */
    static final KindStrategy PENDING = new KindStrategy() {
        @Override
        public void prepareCreate(ObjectNode object) {
            object.putObject("status").put("phase", "Pending");
        }
    };

    /** A service has a type and an address. */
    static final KindStrategy SERVICE = new KindStrategy() {
        private static final int ADDRESSES = 254 * 254;

        @Override
        public void defaults(ObjectNode service) {
            ObjectNode spec = Json.with(service, "spec");
            Json.orElse(spec, "type", "ClusterIP");
            Json.orElse(spec, "sessionAffinity", "None");
            if (!Json.text(spec, "type").equals("ExternalName")) {
                addresses(service, spec);
            }
            Json.objects(spec.path("ports")).forEach(port -> {
                Json.orElse(port, "protocol", "TCP");
                Json.orElse(port, "targetPort", port.path("port"));
            });
        }

        private void addresses(ObjectNode service, ObjectNode spec) {
            int address = Math.floorMod(ObjectMeta.uid(service).hashCode(), ADDRESSES);
            Json.orElse(spec, "clusterIP", "10.96." + (address / 254 + 1) + "." + (address % 254 + 1));
            Json.orElse(spec, "clusterIPs", Json.array(List.of(Json.text(spec, "clusterIP"))));
            Json.orElse(spec, "ipFamilies", Json.array(List.of("IPv4")));
            Json.orElse(spec, "ipFamilyPolicy", "SingleStack");
            Json.orElse(spec, "internalTrafficPolicy", "Cluster");
        }

        @Override
        public void prepareCreate(ObjectNode service) {
            service.putObject("status").putObject("loadBalancer");
        }
    };

    /** A definition is named after what it defines. */
    static final KindStrategy DEFINITION = new KindStrategy() {
        @Override
        public void defaults(ObjectNode definition) {
            ObjectNode names = Json.with(definition, "spec", "names");
            String kind = Json.text(names, "kind");
            Json.orElse(names, "singular", kind.toLowerCase(Locale.ROOT));
            Json.orElse(names, "listKind", kind + "List");
        }

        @Override
        public void prepareCreate(ObjectNode definition) {
            definition.remove("status");
        }

        @Override
        public void validate(ObjectNode definition, FieldErrors problems) {
            String expected =
                    Json.text(definition, "spec", "names", "plural") + "." + Json.text(definition, "spec", "group");
            if (!ObjectMeta.name(definition).equals(expected)) {
                problems.invalid(
                        "metadata.name",
                        definition.path("metadata").path("name"),
                        "must be spec.names.plural+\".\"+spec.group");
            }
            if (Json.at(definition, "spec", "versions").isEmpty()) {
                problems.required("spec.versions", "must have at least one version");
            }
        }
    };

    /** A range is completed from what it says. */
    static final KindStrategy LIMIT_RANGE = new KindStrategy() {
        @Override
        public void defaults(ObjectNode range) {
            LimitRanger.defaults(range);
        }
    };

    /** The plain texts of a secret are kept in base64 beside the others. */
    static final KindStrategy SECRET = new KindStrategy() {
        @Override
        public void defaults(ObjectNode secret) {
            Json.orElse(secret, "type", "Opaque");
            JsonNode texts = secret.remove("stringData");
            if (texts != null) {
                ObjectNode data = Json.with(secret, "data");
                texts.properties()
                        .forEach(text -> data.put(
                                text.getKey(),
                                Base64.getEncoder()
                                        .encodeToString(
                                                text.getValue().asText("").getBytes(StandardCharsets.UTF_8))));
            }
        }
    };

    private SmallStrategies() {}
}
