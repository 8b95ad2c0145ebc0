// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import podium.simulator.internal.json.Json;

/**
 * What pods request and nodes offer, by resource: CPU in thousandths of a core, everything else in whole units.
 * Sums follow the rules of component-helpers, {@code resource.PodRequests}: sidecars run beside the containers, other
 * init containers run before them one at a time beside the sidecars started so far, overhead comes on top.
 */
public final class PodRequests {

    /** CPU. */
    public static final String CPU = "cpu";
    /** The number of pods. */
    public static final String PODS = "pods";

    private PodRequests() {}

    /** Reads a resource list. */
    public static Map<String, Long> parse(JsonNode list) {
        Map<String, Long> values = new LinkedHashMap<>();
        list.properties().forEach(entry -> {
            String name = entry.getKey().intern();
            String text = entry.getValue().asText();
            values.put(name, name.equals(CPU) ? Quantity.milli(text) : Quantity.value(text));
        });
        return values;
    }

    /** What a pod with this spec takes from a node. */
    public static Map<String, Long> ofPod(JsonNode spec) {
        Map<String, Long> running = new HashMap<>();
        Map<String, Long> sidecars = new HashMap<>();
        Map<String, Long> starting = new HashMap<>();
        for (JsonNode container : spec.path("initContainers")) {
            Map<String, Long> own = ofContainer(container);
            if (Json.text(container, "restartPolicy").equals("Always")) {
                add(sidecars, own);
                max(starting, sidecars);
            } else {
                add(own, sidecars);
                max(starting, own);
            }
        }
        spec.path("containers").forEach(container -> add(running, ofContainer(container)));
        add(running, sidecars);
        max(running, starting);
        ofWhole(spec.path("resources"), running);
        add(running, parse(spec.path("overhead")));
        running.put(PODS, 1L);
        return Map.copyOf(running);
    }

    /** What the pod as a whole requests of CPU, memory and huge pages counts instead of its containers' sum. */
    private static void ofWhole(JsonNode resources, Map<String, Long> sum) {
        if (resources.isEmpty()) {
            return;
        }
        parse(resources.path("limits")).forEach((name, value) -> {
            if (ofPods(name)) {
                sum.putIfAbsent(name, value);
            }
        });
        parse(resources.path("requests")).forEach((name, value) -> {
            if (ofPods(name)) {
                sum.put(name, value);
            }
        });
    }

    private static boolean ofPods(String resource) {
        return resource.equals(CPU) || resource.equals("memory") || resource.startsWith("hugepages-");
    }

    /** A container that names only limits requests them. */
    private static Map<String, Long> ofContainer(JsonNode container) {
        Map<String, Long> values = parse(Json.at(container, "resources", "limits"));
        values.putAll(parse(Json.at(container, "resources", "requests")));
        return values;
    }

    public static void add(Map<String, Long> sum, Map<String, Long> values) {
        values.forEach((name, value) -> sum.merge(name, value, Long::sum));
    }

    public static void subtract(Map<String, Long> sum, Map<String, Long> values) {
        values.forEach((name, value) -> sum.merge(name, -value, Long::sum));
    }

    private static void max(Map<String, Long> most, Map<String, Long> values) {
        values.forEach((name, value) -> most.merge(name, value, Math::max));
    }

    /** Whether a resource comes from a device plugin: its name has a domain that is not Kubernetes' own. */
    public static boolean extended(String resource) {
        int slash = resource.indexOf('/');
        return slash > 0 && !resource.startsWith("kubernetes.io/") && !resource.startsWith("requests.");
    }
}
