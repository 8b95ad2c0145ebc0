// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A fleet and its work, as a file describes it.
 *
 * @param name what it is called
 * @param age how long before the opening the fleet was built
 * @param pools its machines
 * @param cordoned nodes that are out of use from the beginning
 * @param priorities priority classes and their values
 * @param namespaces its namespaces
 * @param workloads the work there is when it opens
 * @param streams the work that keeps arriving
 * @param scaling deployments with an autoscaler
 * @param faults what will break
 * @param resourceSlices whether DRA drivers publish the devices too
 * @param deviceClasses classes of devices for claims, each with its CEL expression
 * @param deviceTaints devices that an administrator has tainted
 * @param secrets its Secrets, of values that open nothing
 * @param ingresses where services are reached from outside
 * @param bindings who has which role, besides the operator, who may do everything
 */
record Scenario(
        String name,
        Duration age,
        List<NodePool> pools,
        List<Cordon> cordoned,
        Map<String, Integer> priorities,
        List<String> namespaces,
        List<WorkloadSpec> workloads,
        List<WorkloadStream> streams,
        List<Scaling> scaling,
        List<HardwareFault> faults,
        boolean resourceSlices,
        Map<String, String> deviceClasses,
        List<DeviceTaint> deviceTaints,
        List<Secret> secrets,
        List<Ingress> ingresses,
        List<Binding> bindings) {

    /** A taint on one accelerator of a node, as a DeviceTaintRule. */
    record DeviceTaint(String name, String node, int gpu, String key, String value, String effect) {}

    /** A Secret, with its values as they are before they are encoded. */
    record Secret(String name, String namespace, String type, Map<String, String> data) {}

    /** The host at which the service of a deployment is reached. */
    record Ingress(String name, String namespace, String host) {}

    /** A role of users and groups, in one namespace or, where that is empty, in the whole cluster. */
    record Binding(String name, String role, String namespace, List<String> users, List<String> groups) {}

    /** A node out of use. */
    record Cordon(String node, String why) {}

    /** A deployment with an autoscaler, whose load comes and goes. */
    record Scaling(String name, String namespace, int from, int to, Duration every) {
        boolean of(WorkloadSpec work) {
            return work.name().equals(name) && work.namespace().equals(namespace);
        }
    }

    static Scenario parse(String name, JsonNode file, HardwareCatalog hardware) {
        Map<String, Integer> priorities = new LinkedHashMap<>();
        file.path("priorities")
                .properties()
                .forEach(
                        entry -> priorities.put(entry.getKey(), entry.getValue().asInt()));
        return new Scenario(
                name,
                WorkloadSpec.duration(file, "age").orElse(Duration.ofDays(30)),
                list(file.path("pools"), pool -> NodePool.parse(pool, hardware)),
                list(
                        file.path("cordoned"),
                        node -> new Cordon(
                                node.path("node").asText(), node.path("why").asText())),
                priorities,
                list(file.path("namespaces"), JsonNode::asText),
                list(file.path("workloads"), WorkloadSpec::parse),
                list(file.path("streams"), WorkloadStream::parse),
                list(
                        file.path("scaling"),
                        node -> new Scaling(
                                node.path("name").asText(),
                                node.path("namespace").asText(),
                                node.path("from").asInt(),
                                node.path("to").asInt(),
                                YamlFiles.duration(node.path("every").asText()))),
                list(file.path("faults"), HardwareFault::parse),
                file.path("resourceSlices").asBoolean(false),
                texts(file.path("deviceClasses")),
                list(
                        file.path("deviceTaints"),
                        node -> new DeviceTaint(
                                node.path("name").asText(),
                                node.path("node").asText(),
                                node.path("gpu").asInt(),
                                node.path("key").asText(),
                                node.path("value").asText(""),
                                node.path("effect").asText("NoSchedule"))),
                list(
                        file.path("secrets"),
                        node -> new Secret(
                                node.path("name").asText(),
                                node.path("namespace").asText(),
                                node.path("type").asText("Opaque"),
                                texts(node.path("data")))),
                list(
                        file.path("ingresses"),
                        node -> new Ingress(
                                node.path("name").asText(),
                                node.path("namespace").asText(),
                                node.path("host").asText())),
                list(
                        file.path("bindings"),
                        node -> new Binding(
                                node.path("name").asText(),
                                node.path("role").asText(),
                                node.path("namespace").asText(""),
                                list(node.path("users"), JsonNode::asText),
                                list(node.path("groups"), JsonNode::asText))));
    }

    private static Map<String, String> texts(JsonNode map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>(array.size());
        array.forEach(element -> values.add(read.apply(element)));
        return values;
    }
}
