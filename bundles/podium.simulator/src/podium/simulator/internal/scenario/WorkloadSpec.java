// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One piece of work of a scenario.
 *
 * @param kind {@code job}, {@code deployment}, {@code statefulset} or {@code pod}
 * @param name its name
 * @param namespace its namespace
 * @param labels what people put on it, such as its team; not on its pods
 * @param pods how many pods
 * @param resources what each pod asks for, as Kubernetes writes it
 * @param profile what load its accelerators show; empty for none
 * @param age how long before the opening it was submitted
 * @param duration how long it runs; empty for ever
 * @param failsAt at which part of the duration it fails; empty if it succeeds
 * @param exitCode with which exit code
 * @param traits everything that is only there or not
 * @param priority its priority class; empty for none
 * @param image what its container runs
 * @param gate a scheduling gate; empty for none
 * @param near the label of the domain its pods wish to share; empty for no wish
 * @param nodeSelector labels its nodes must have
 * @param budget its disruption budget, as in the file
 * @param keep how long a finished Job is kept; empty for ever
 * @param claim devices that each pod claims from DRA instead; empty for none
 */
record WorkloadSpec(
        String kind,
        String name,
        String namespace,
        Map<String, String> labels,
        int pods,
        Map<String, String> resources,
        String profile,
        Duration age,
        Optional<Duration> duration,
        Optional<Double> failsAt,
        int exitCode,
        Traits traits,
        String priority,
        String image,
        String gate,
        String near,
        Map<String, String> nodeSelector,
        Optional<JsonNode> budget,
        Optional<Duration> keep,
        Optional<Claim> claim) {

    /** Devices of a DeviceClass. */
    record Claim(String deviceClass, int count) {

        /** Name of the ResourceClaimTemplate that all work of a namespace shares which claims the same. */
        String template() {
            return deviceClass + "-x" + count;
        }
    }

    /**
     * Yes-or-no properties.
     *
     * @param gang placed together or not at all
     * @param suspended submitted and not started
     * @param crashes fails soon after each start
     */
    record Traits(boolean gang, boolean suspended, boolean crashes) {}

    static WorkloadSpec parse(JsonNode node) {
        return new WorkloadSpec(
                node.path("kind").asText("job"),
                node.path("name").asText(),
                node.path("namespace").asText("default"),
                texts(node.path("labels")),
                node.path("pods").asInt(1),
                resources(node),
                node.path("profile").asText(""),
                duration(node, "age").orElse(Duration.ZERO),
                duration(node, "duration"),
                node.has("failsAt") ? Optional.of(node.path("failsAt").asDouble()) : Optional.empty(),
                node.path("exitCode").asInt(1),
                new Traits(
                        node.path("gang").asBoolean(),
                        node.path("suspended").asBoolean(),
                        node.path("crashes").asBoolean()),
                node.path("priority").asText(""),
                node.path("image").asText("registry.local/base/python:3.12"),
                node.path("gate").asText(""),
                node.path("near").asText(""),
                texts(node.path("nodeSelector")),
                Optional.of(node.path("budget")).filter(JsonNode::isObject),
                duration(node, "keep"),
                Optional.of(node.path("claim"))
                        .filter(JsonNode::isObject)
                        .map(claim -> new Claim(
                                claim.path("class").asText(),
                                claim.path("count").asInt(1))));
    }

    static Optional<Duration> duration(JsonNode node, String field) {
        String text = node.path(field).asText("");
        return text.isEmpty() ? Optional.empty() : Optional.of(YamlFiles.duration(text));
    }

    private static Map<String, String> resources(JsonNode node) {
        Map<String, String> resources = new LinkedHashMap<>();
        put(resources, "cpu", node.path("cpus").asText(""), "");
        put(resources, "memory", node.path("memoryGi").asText(""), "Gi");
        put(
                resources,
                node.path("resource").asText("nvidia.com/gpu"),
                node.path("gpus").asText(""),
                "");
        resources.putAll(texts(node.path("resources")));
        return resources;
    }

    private static void put(Map<String, String> resources, String name, String amount, String unit) {
        if (!amount.isEmpty() && !amount.equals("0")) {
            resources.put(name, amount + unit);
        }
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }
}
