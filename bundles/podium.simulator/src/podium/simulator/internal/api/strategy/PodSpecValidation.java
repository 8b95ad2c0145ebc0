// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.store.JsonEquality;

/** Defaults and faults of pod specs, in pods and in templates. Source: pkg/apis/core/v1/defaults.go, validation.go. */
final class PodSpecValidation {

    private static final List<String> POLICIES = List.of("Always", "OnFailure", "Never");
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");

    private PodSpecValidation() {}

    static void defaults(ObjectNode spec) {
        Json.orElse(spec, "restartPolicy", "Always");
        Json.orElse(spec, "terminationGracePeriodSeconds", 30);
        Json.orElse(spec, "dnsPolicy", "ClusterFirst");
        Json.orElse(spec, "schedulerName", "default-scheduler");
        Json.orElse(spec, "securityContext", Json.object());
        for (String field : List.of("containers", "initContainers")) {
            Json.objects(spec.path(field)).forEach(PodSpecValidation::container);
        }
    }

    static void container(ObjectNode container) {
        String image = Json.text(container, "image");
        String tag = image.substring(image.lastIndexOf('/') + 1);
        boolean latest = !tag.contains(":") || tag.endsWith(":latest");
        Json.orElse(container, "imagePullPolicy", latest ? "Always" : "IfNotPresent");
        Json.orElse(container, "terminationMessagePath", "/dev/termination-log");
        Json.orElse(container, "terminationMessagePolicy", "File");
        Json.orElse(container, "resources", Json.object());
        Json.objects(container.path("ports")).forEach(port -> Json.orElse(port, "protocol", "TCP"));
        for (String probe : PROBES) {
            if (container.path(probe) instanceof ObjectNode given) {
                probe(given);
            }
        }
        Json.objects(container.path("env")).forEach(variable -> {
            if (Json.at(variable, "valueFrom", "fieldRef") instanceof ObjectNode field) {
                Json.orElse(field, "apiVersion", "v1");
            }
        });
        JsonNode limits = Json.at(container, "resources", "limits");
        if (!limits.isEmpty()) {
            ObjectNode requests = Json.with(container, "resources", "requests");
            limits.properties().forEach(limit -> Json.orElse(requests, limit.getKey(), limit.getValue()));
        }
    }

    /** Source: pkg/apis/core/v1/defaults.go, SetDefaults_Probe. */
    private static void probe(ObjectNode probe) {
        Json.orElse(probe, "timeoutSeconds", 1);
        Json.orElse(probe, "periodSeconds", 10);
        Json.orElse(probe, "successThreshold", 1);
        Json.orElse(probe, "failureThreshold", 3);
        if (probe.path("httpGet") instanceof ObjectNode page) {
            Json.orElse(page, "path", "/");
            Json.orElse(page, "scheme", "HTTP");
        }
    }

    static void validate(JsonNode spec, String path, FieldErrors problems) {
        JsonNode containers = spec.path("containers");
        if (containers.isEmpty()) {
            problems.required(path + ".containers", "");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            JsonNode container = containers.get(i);
            String where = path + ".containers[" + i + "]";
            if (Json.text(container, "name").isEmpty()) {
                problems.required(where + ".name", "");
            } else if (!names.add(Json.text(container, "name"))) {
                problems.duplicate(where + ".name", container.path("name"));
            }
            if (Json.text(container, "image").isEmpty()) {
                problems.required(where + ".image", "");
            }
            resources(container.path("resources"), where + ".resources", problems);
        }
        hostPorts(containers, path, problems);
        String policy = Json.text(spec, "restartPolicy");
        if (!POLICIES.contains(policy)) {
            problems.unsupported(path + ".restartPolicy", policy, POLICIES);
        }
    }

    /** A port of the host can be taken once by a pod. Source: validation.go, AccumulateUniqueHostPorts. */
    private static void hostPorts(JsonNode containers, String path, FieldErrors problems) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            JsonNode ports = containers.get(i).path("ports");
            for (int j = 0; j < ports.size(); j++) {
                int port = ports.get(j).path("hostPort").asInt(0);
                String text =
                        Json.text(ports.get(j), "protocol") + "/" + Json.text(ports.get(j), "hostIP") + "/" + port;
                if (port > 0 && !taken.add(text)) {
                    problems.duplicate(
                            path + ".containers[" + i + "].ports[" + j + "].hostPort", TextNode.valueOf(text));
                }
            }
        }
    }

    /** An extended resource cannot be overcommitted: what is requested is the limit. */
    private static void resources(JsonNode resources, String path, FieldErrors problems) {
        resources.path("requests").properties().forEach(request -> {
            String name = request.getKey();
            JsonNode limit = resources.path("limits").path(name);
            if (!name.contains("/") || name.startsWith("kubernetes.io/")) {
                return;
            }
            if (limit.isMissingNode()) {
                problems.required(path + ".limits", "Limit must be set for non overcommitable resources");
            } else if (!limit.asText("").equals(request.getValue().asText(""))) {
                problems.invalid(
                        path + ".requests",
                        request.getValue(),
                        "must be equal to " + name + " limit of " + limit.asText(""));
            }
        });
    }

    /** Guaranteed, Burstable or BestEffort. */
    static String qosClass(JsonNode spec) {
        boolean any = false;
        boolean guaranteed = true;
        for (String field : List.of("containers", "initContainers")) {
            for (JsonNode container : spec.path(field)) {
                JsonNode requests = Json.at(container, "resources", "requests");
                JsonNode limits = Json.at(container, "resources", "limits");
                for (String name : List.of("cpu", "memory")) {
                    any |= requests.has(name) || limits.has(name);
                    guaranteed &= limits.has(name) && JsonEquality.value(limits.path(name), requests.path(name));
                }
            }
        }
        return !any ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
    }
}
