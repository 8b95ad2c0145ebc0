// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.quota;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.PodRequests;
import podium.simulator.store.ObjectMeta;

/** What a pod counts for in a quota. Source: kubernetes, pkg/quota/v1/evaluator/core/pods.go. */
final class PodUsage {

    private static final Set<String> MUST_SAY =
            Set.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");
    private static final String LIMITS = "limits.";
    private static final String REQUESTS = "requests.";

    private PodUsage() {}

    /** Whether a pod counts at all: finished ones do not. */
    static boolean counts(JsonNode pod) {
        String phase = Json.text(pod, "status", "phase");
        return !phase.equals("Succeeded") && !phase.equals("Failed");
    }

    /** How much of a resource that a quota names a pod takes; empty: the quota means something else. */
    static Optional<BigDecimal> of(JsonNode pod, String resource) {
        JsonNode spec = pod.path("spec");
        if (resource.equals("pods") || resource.equals("count/pods")) {
            return Optional.of(BigDecimal.ONE);
        } else if (resource.startsWith("count/")
                || resource.startsWith("services")
                || resource.contains("storageclass")) {
            return Optional.empty();
        } else if (resource.startsWith(LIMITS)) {
            return Optional.of(amount(limits(spec), resource.substring(LIMITS.length())));
        }
        String name = resource.startsWith(REQUESTS) ? resource.substring(REQUESTS.length()) : resource;
        boolean plain = name.equals("cpu")
                || name.equals("memory")
                || name.equals("ephemeral-storage")
                || name.startsWith("hugepages-");
        return plain || resource.startsWith(REQUESTS) && name.contains("/")
                ? Optional.of(amount(spec, name))
                : Optional.empty();
    }

    private static BigDecimal amount(JsonNode spec, String name) {
        long value = PodRequests.ofPod(spec).getOrDefault(name, 0L);
        return name.equals("cpu") ? BigDecimal.valueOf(value, 3) : BigDecimal.valueOf(value);
    }

    /** The same pod, asking for its limits. */
    private static JsonNode limits(JsonNode spec) {
        ObjectNode copy = spec.deepCopy();
        for (String field : List.of("containers", "initContainers")) {
            for (JsonNode container : copy.path(field)) {
                Json.with((ObjectNode) container, "resources")
                        .set(
                                "requests",
                                Json.at(container, "resources", "limits").deepCopy());
            }
        }
        return copy;
    }

    /** The containers that do not say how much they need of what a quota counts, in the words of the server; empty: all do. */
    static Optional<String> unsaid(JsonNode pod, List<String> resources) {
        Map<String, List<String>> missing = new TreeMap<>();
        for (JsonNode container : pod.path("spec").path("containers")) {
            for (String resource : resources) {
                boolean limit = resource.startsWith(LIMITS);
                String name = resource.substring(resource.indexOf('.') + 1);
                boolean said = Json.at(container, "resources", limit ? "limits" : "requests")
                        .has(name);
                if (MUST_SAY.contains(resource) && !said) {
                    missing.computeIfAbsent(resource, any -> new ArrayList<>()).add(Json.text(container, "name"));
                }
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("must specify "
                        + String.join(
                                "; ",
                                missing.entrySet().stream()
                                        .map(entry -> entry.getKey() + " for: " + String.join(",", entry.getValue()))
                                        .toList()));
    }

    /** Whether a quota is about a pod. */
    static boolean inScope(JsonNode quota, JsonNode pod) {
        for (JsonNode scope : Json.at(quota, "spec", "scopes")) {
            if (!inScope(scope.asText(""), "Exists", List.of(), pod)) {
                return false;
            }
        }
        for (JsonNode one : Json.at(quota, "spec", "scopeSelector", "matchExpressions")) {
            List<String> values = new ArrayList<>();
            one.path("values").forEach(value -> values.add(value.asText("")));
            if (!inScope(Json.text(one, "scopeName"), Json.text(one, "operator"), values, pod)) {
                return false;
            }
        }
        return true;
    }

    private static boolean inScope(String scope, String operator, List<String> values, JsonNode pod) {
        JsonNode spec = pod.path("spec");
        boolean ends = spec.path("activeDeadlineSeconds").asLong(-1) >= 0;
        boolean nothing = PodRequests.ofPod(spec).keySet().stream().allMatch(PodRequests.PODS::equals);
        String priority = Json.text(spec, "priorityClassName");
        return switch (scope) {
            case "Terminating" -> ends;
            case "NotTerminating" -> !ends;
            case "BestEffort" -> nothing;
            case "NotBestEffort" -> !nothing;
            case "PriorityClass" ->
                switch (operator) {
                    case "In" -> values.contains(priority);
                    case "NotIn" -> !values.contains(priority);
                    case "DoesNotExist" -> priority.isEmpty();
                    default -> !priority.isEmpty();
                };
            default -> true;
        };
    }

    static String name(JsonNode pod) {
        String name = ObjectMeta.name((ObjectNode) pod);
        return name.isEmpty() ? Json.text(pod, "metadata", "generateName") : name;
    }
}
