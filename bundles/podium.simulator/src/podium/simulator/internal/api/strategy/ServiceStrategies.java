// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.simulator.internal.json.Json;

/** What is demanded of what stands before services. Source: pkg/apis/autoscaling and pkg/apis/networking, validation. */
final class ServiceStrategies {

    /** An autoscaler has bounds, and something to scale. */
    static final KindStrategy AUTOSCALER = new KindStrategy() {
        private static final int USUAL_PERCENT = 80;

        @Override
        public void defaults(ObjectNode autoscaler) {
            ObjectNode spec = Json.with(autoscaler, "spec");
            Json.orElse(spec, "minReplicas", 1);
            if (spec.path("metrics").isEmpty()) {
                ObjectNode metric = spec.putArray("metrics").addObject().put("type", "Resource");
                Json.with(metric, "resource").put("name", "cpu");
                Json.with(metric, "resource", "target")
                        .put("type", "Utilization")
                        .put("averageUtilization", USUAL_PERCENT);
            }
        }

        @Override
        public void prepareCreate(ObjectNode autoscaler) {
            autoscaler.remove("status");
        }

        @Override
        public void validate(ObjectNode autoscaler, FieldErrors problems) {
            JsonNode spec = autoscaler.path("spec");
            int most = Json.number(spec, 0, "maxReplicas");
            if (Json.number(spec, 1, "minReplicas") < 1) {
                problems.invalid("spec.minReplicas", spec.path("minReplicas"), "must be greater than or equal to 1");
            }
            if (most < 1) {
                problems.required("spec.maxReplicas", "must be set and greater than 0");
            }
            if (most < Json.number(spec, 1, "minReplicas")) {
                problems.invalid(
                        "spec.maxReplicas", IntNode.valueOf(most), "must be greater than or equal to `minReplicas`");
            }
            for (String field : new String[] {"kind", "name"}) {
                if (Json.text(spec, "scaleTargetRef", field).isEmpty()) {
                    problems.required("spec.scaleTargetRef." + field, "");
                }
            }
            JsonNode version = Json.at(spec, "scaleTargetRef", "apiVersion");
            if (!version.asText("").contains("/")
                    && !Json.text(spec, "scaleTargetRef", "kind").equals("ReplicationController")) {
                problems.invalidText(
                        "spec.scaleTargetRef.apiVersion",
                        "\"" + version.asText("") + "\"",
                        "apiVersion must specify API group");
            }
        }
    };

    /** An ingress leads somewhere. */
    static final KindStrategy INGRESS = new KindStrategy() {
        @Override
        public void prepareCreate(ObjectNode ingress) {
            ingress.putObject("status").putObject("loadBalancer");
        }

        @Override
        public void validate(ObjectNode ingress, FieldErrors problems) {
            JsonNode rules = Json.at(ingress, "spec", "rules");
            if (rules.isEmpty() && !Json.at(ingress, "spec", "defaultBackend").isObject()) {
                problems.invalidText("spec", "null", "either `defaultBackend` or `rules` must be specified");
            }
            for (int i = 0; i < rules.size(); i++) {
                JsonNode paths = Json.at(rules.path(i), "http", "paths");
                for (int j = 0; j < paths.size(); j++) {
                    if (Json.text(paths.path(j), "pathType").isEmpty()) {
                        problems.required(
                                "spec.rules[" + i + "].http.paths[" + j + "].pathType", "pathType must be specified");
                    }
                }
            }
        }
    };

    private ServiceStrategies() {}
}
