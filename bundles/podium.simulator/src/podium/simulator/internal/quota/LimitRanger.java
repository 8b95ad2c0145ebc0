// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.quota;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/**
 * Fills in what containers leave out, and refuses what is more or less than a range allows. Any thread. Source: kubernetes,
 * plugin/pkg/admission/limitranger/admission.go; pkg/apis/core/v1/defaults.go for the range itself.
 */
public final class LimitRanger {

    private static final String NOTE = "kubernetes.io/limit-ranger";

    private final ObjectStore store;

    /** The ranges of a cluster. */
    public LimitRanger(ObjectStore store) {
        this.store = store;
    }

    /** Completes a range: the default limit is the most, the default request the default limit, else the least. */
    public static void defaults(ObjectNode range) {
        for (ObjectNode limit : Json.objects(Json.at(range, "spec", "limits"))) {
            if (Json.text(limit, "type").equals("Container")) {
                fill(limit, "default", "max");
                fill(limit, "defaultRequest", "default");
                fill(limit, "defaultRequest", "min");
            }
        }
    }

    private static void fill(ObjectNode limit, String wanted, String from) {
        if (!limit.path(from).isEmpty()) {
            ObjectNode into = Json.with(limit, wanted);
            limit.path(from).properties().forEach(entry -> Json.orElse(into, entry.getKey(), entry.getValue()));
        }
    }

    /** Gives a new pod what the ranges of its namespace have for it. */
    public void apply(ObjectNode pod) {
        for (ObjectNode range : store.list(ResourceTypes.LIMIT_RANGE, ObjectMeta.namespace(pod))) {
            List<String> notes = new ArrayList<>();
            for (ObjectNode limit : Json.objects(Json.at(range, "spec", "limits"))) {
                if (Json.text(limit, "type").equals("Container")) {
                    for (ObjectNode container : Json.objects(Json.at(pod, "spec", "containers"))) {
                        set(container, "requests", limit.path("defaultRequest"), "request", notes);
                        set(container, "limits", limit.path("default"), "limit", notes);
                    }
                }
            }
            if (!notes.isEmpty()) {
                Json.with(pod, "metadata", "annotations")
                        .put(NOTE, "LimitRanger plugin set: " + String.join("; ", notes));
            }
        }
    }

    private static void set(ObjectNode container, String where, JsonNode values, String what, List<String> notes) {
        TreeSet<String> names = new TreeSet<>();
        ObjectNode into = Json.with(container, "resources", where);
        values.properties().forEach(entry -> {
            if (!into.has(entry.getKey())) {
                into.set(entry.getKey(), entry.getValue());
                names.add(entry.getKey());
            }
        });
        if (!names.isEmpty()) {
            notes.add(String.join(", ", names) + " " + what + " for container " + Json.text(container, "name"));
        }
    }

    /** @throws ApiException 403 with what is too much or too little */
    public void check(ObjectNode pod) {
        List<String> faults = new ArrayList<>();
        for (ObjectNode range : store.list(ResourceTypes.LIMIT_RANGE, ObjectMeta.namespace(pod))) {
            for (ObjectNode limit : Json.objects(Json.at(range, "spec", "limits"))) {
                check(limit, pod, faults);
            }
        }
        if (!faults.isEmpty()) {
            String all = faults.size() == 1 ? faults.getFirst() : "[" + String.join(", ", faults) + "]";
            throw ApiException.forbidden(ResourceTypes.POD, PodUsage.name(pod), all);
        }
    }

    private static void check(ObjectNode limit, ObjectNode pod, List<String> faults) {
        switch (Json.text(limit, "type")) {
            case "Container" -> {
                for (JsonNode container : Json.at(pod, "spec", "containers")) {
                    JsonNode resources = container.path("resources");
                    limit.path("min")
                            .properties()
                            .forEach(entry -> least(
                                    "Container",
                                    entry.getKey(),
                                    entry.getValue(),
                                    said(resources, "requests", entry.getKey()),
                                    faults));
                    limit.path("max")
                            .properties()
                            .forEach(entry -> most(
                                    "Container",
                                    entry.getKey(),
                                    entry.getValue(),
                                    said(resources, "limits", entry.getKey()),
                                    faults));
                }
            }
            case "Pod" -> {
                limit.path("min")
                        .properties()
                        .forEach(entry ->
                                least("Pod", entry.getKey(), entry.getValue(), sum(pod, entry.getKey(), ""), faults));
                limit.path("max")
                        .properties()
                        .forEach(entry -> most(
                                "Pod", entry.getKey(), entry.getValue(), sum(pod, entry.getKey(), "limits."), faults));
            }
            default -> {
                // images and claims are not looked at here
            }
        }
    }

    private static String said(JsonNode resources, String where, String name) {
        return Json.text(resources, where, name);
    }

    private static String sum(ObjectNode pod, String name, String prefix) {
        BigDecimal sum = PodUsage.of(pod, prefix + name).orElse(BigDecimal.ZERO);
        return sum.signum() == 0 ? "" : QuantitySums.text(name, sum);
    }

    private static void least(String type, String name, JsonNode least, String said, List<String> faults) {
        if (said.isEmpty()) {
            faults.add("minimum " + name + " usage per " + type + " is " + least.asText("")
                    + ".  No request is specified");
        } else if (QuantitySums.of(said).compareTo(QuantitySums.of(least.asText(""))) < 0) {
            faults.add(
                    "minimum " + name + " usage per " + type + " is " + least.asText("") + ", but request is " + said);
        }
    }

    private static void most(String type, String name, JsonNode most, String said, List<String> faults) {
        if (said.isEmpty()) {
            faults.add(
                    "maximum " + name + " usage per " + type + " is " + most.asText("") + ".  No limit is specified");
        } else if (QuantitySums.of(said).compareTo(QuantitySums.of(most.asText(""))) > 0) {
            faults.add("maximum " + name + " usage per " + type + " is " + most.asText("") + ", but limit is " + said);
        }
    }
}
