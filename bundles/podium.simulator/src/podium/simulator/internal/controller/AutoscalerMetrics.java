// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.ResourceUse;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.LabelSelector;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.Quantity;

/** What an autoscaler reads: processor and memory of pods, and metrics of the pods themselves, where the fleet gives them a load. */
final class AutoscalerMetrics {
    private static final double TOLERANCE = 0.1;

    private final EngineContext cluster;
    private final Map<ObjectKey, Double> loads = new HashMap<>();

    /**
     * A reading of a metric.
     *
     * @param current as the status of an autoscaler has it
     * @param replicas as many as it asks for
     * @param name what it is called in events
     * @param reason the reason of a fault
     * @param fault why nothing could be read, else empty
     */
    record Reading(ObjectNode current, int replicas, String name, String reason, String fault) {}

    AutoscalerMetrics(EngineContext cluster) {
        this.cluster = cluster;
    }

    void load(ObjectKey autoscaler, double replicas) {
        loads.put(autoscaler, replicas);
    }

    /** Each metric of an autoscaler: it has one at least, by its defaults. */
    List<Reading> read(ObjectKey autoscaler, JsonNode metrics, ObjectNode scaled, int replicas) {
        List<Reading> all = new ArrayList<>();
        for (JsonNode metric : metrics) {
            String type = Json.text(metric, "type");
            all.add(
                    type.equals("Resource")
                            ? resource(metric, scaled, replicas)
                            : own(autoscaler, type, metric, replicas));
        }
        return all;
    }

    /** That which asks for most; the first fault where all have one, or where some have one and the others ask for fewer than run. */
    static Reading largest(List<Reading> all, int replicas) {
        List<Reading> invalid =
                all.stream().filter(reading -> !reading.fault().isEmpty()).toList();
        Optional<Reading> most = all.stream()
                .filter(reading -> reading.fault().isEmpty())
                .reduce((a, b) -> b.replicas() > a.replicas() ? b : a);
        return most.filter(reading -> invalid.isEmpty() || reading.replicas() >= replicas)
                .orElseGet(invalid::getFirst);
    }

    private static int asked(int replicas, double ratio) {
        return Math.abs(ratio - 1) <= TOLERANCE ? replicas : (int) Math.ceil(replicas * ratio - 1e-9);
    }

    /** A metric of the pods: as much as the load makes of it. */
    private Reading own(ObjectKey autoscaler, String type, JsonNode metric, int replicas) {
        Optional<Double> load = Optional.ofNullable(loads.get(autoscaler));
        String field = type.toLowerCase(Locale.ROOT);
        String name = Json.text(metric, field, "metric", "name");
        if (load.isEmpty() || !type.equals("Pods")) {
            return fault(
                    type,
                    "unable to get metric " + name
                            + ": unable to fetch metrics from custom metrics API: no custom metrics API"
                            + " (custom.metrics.k8s.io) registered");
        }
        double ratio = load.get() / Math.max(1, replicas);
        ObjectNode current = Json.object("type", type);
        Json.with(current, field, "metric").put("name", name);
        long value = Math.round(Quantity.milli(Json.text(metric, field, "target", "averageValue")) * ratio);
        Json.with(current, field, "current")
                .put("averageValue", value % 1000 == 0 ? Long.toString(value / 1000) : value + "m");
        return new Reading(current, asked(replicas, ratio), "pods metric " + name, "", "");
    }

    private Reading resource(JsonNode metric, ObjectNode scaled, int replicas) {
        String resource = Json.text(metric, "resource", "name");
        List<ObjectNode> pods = pods(scaled);
        long used = 0;
        long requested = 0;
        boolean cpu = resource.equals("cpu");
        for (ObjectNode pod : pods) {
            ResourceUse use = ResourceUse.of(pod, cluster.now());
            used += cpu ? use.cpu() : use.memory();
            for (JsonNode container : Json.at(pod, "spec", "containers")) {
                String request = Json.text(container, "resources", "requests", resource);
                if (request.isEmpty()) {
                    return fault(
                            "Resource",
                            "failed to get " + resource + " utilization: missing request for " + resource
                                    + " in container " + Json.text(container, "name") + " of Pod " + Json.name(pod));
                }
                requested += cpu ? Quantity.milli(request) : Quantity.value(request);
            }
        }
        if (pods.isEmpty() || requested == 0) {
            return fault(
                    "Resource",
                    "failed to get " + resource
                            + " utilization: did not receive metrics for targeted pods (pods might be unready)");
        }
        JsonNode target = Json.at(metric, "resource", "target");
        long average = used / pods.size();
        long percent = 100 * used / requested;
        double wanted = target.has("averageUtilization")
                ? target.path("averageUtilization").asDouble()
                : cpu
                        ? Quantity.milli(Json.text(target, "averageValue"))
                        : Quantity.value(Json.text(target, "averageValue"));
        ObjectNode current = Json.object("type", "Resource");
        Json.with(current, "resource").put("name", resource);
        Json.with(current, "resource", "current").put("averageValue", cpu ? average + "m" : Long.toString(average));
        if (target.has("averageUtilization")) {
            Json.with(current, "resource", "current").put("averageUtilization", percent);
        }
        double ratio = (target.has("averageUtilization") ? percent : average) / wanted;
        String name = resource + " resource"
                + (target.has("averageUtilization") ? " utilization (percentage of request)" : "");
        return new Reading(current, asked(replicas, ratio), name, "", "");
    }

    private List<ObjectNode> pods(ObjectNode scaled) {
        LabelSelector selector = LabelSelector.orNothing(Json.at(scaled, "spec", "selector"));
        return cluster.index().podsIn(Json.namespace(scaled)).stream()
                .filter(pod -> Pods.active(pod) && Pods.ready(pod) && selector.matches(Json.labels(pod)))
                .toList();
    }

    private static Reading fault(String type, String words) {
        return new Reading(Json.object("type", ""), 0, "", "FailedGet" + type + "Metric", words);
    }
}
