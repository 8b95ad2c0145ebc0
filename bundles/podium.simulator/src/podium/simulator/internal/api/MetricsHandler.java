// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.api.select.LabelSelectors;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.ResourceUse;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/**
 * Answers {@code metrics.k8s.io/v1beta1}, as metrics-server does: what the containers that run use of processor and memory, a part of
 * what they ask for that changes with each minute, and what the nodes use, which is the sum of their pods and some of their own. A
 * container that waits to be started again uses nothing.
 *
 * @param store what runs
 * @param clock the time that the fleet has
 */
record MetricsHandler(ObjectStore store, Clock clock) {
    static final String GROUP = "metrics.k8s.io";
    static final String VERSION = "v1beta1";

    private static final long MEBIBYTE = 1 << 20;
    private static final long OWN_CPU = 450;
    private static final long OWN_MEMORY = 3000 * MEBIBYTE;

    /**
     * The answer to a GET.
     *
     * @param namespace empty: all
     * @param name empty: the list
     */
    HttpResponse answer(HttpRequest http, String plural, String namespace, String name) {
        if (!http.method().equals("GET")) {
            throw Router.methodNotAllowed();
        }
        boolean nodes = plural.equals("nodes");
        if (!nodes && !plural.equals("pods")) {
            throw Router.notFound();
        }
        Predicate<JsonNode> labels = LabelSelectors.parse(http.query().text("labelSelector"));
        Map<String, ResourceUse> ofPods = nodes ? byNode() : Map.of();
        List<ObjectNode> found = (nodes ? nodes() : pods(namespace))
                .filter(object -> name.isEmpty() || Json.name(object).equals(name))
                .filter(object -> labels.test(Json.at(object, "metadata", "labels")))
                .sorted(Comparator.comparing(Json::namespace).thenComparing(Json::name))
                .map(object -> nodes ? node(object, ofPods) : pod(object))
                .toList();
        if (name.isEmpty()) {
            ObjectNode list = head(nodes ? "NodeMetricsList" : "PodMetricsList");
            list.putObject("metadata");
            list.putArray("items").addAll(found);
            return HttpResponse.json(200, JsonText.bytes(list));
        }
        if (found.isEmpty()) {
            throw ApiException.of(
                    404,
                    "NotFound",
                    (nodes ? "nodemetrics" : "podmetrics") + "." + GROUP + " \"" + (nodes ? "" : namespace + "/") + name
                            + "\" not found");
        }
        return HttpResponse.json(200, JsonText.bytes(found.getFirst()));
    }

    private Stream<ObjectNode> nodes() {
        return store.list(ResourceTypes.NODE, "").stream();
    }

    private Stream<ObjectNode> pods(String namespace) {
        return store.list(ResourceTypes.POD, namespace).stream()
                .filter(pod -> Json.text(pod, "status", "phase").equals("Running"));
    }

    private static ObjectNode head(String kind) {
        return Json.object("kind", kind, "apiVersion", GROUP + "/" + VERSION);
    }

    private ObjectNode head(String kind, ObjectNode of) {
        ObjectNode made = head(kind);
        ObjectNode metadata = Json.with(made, "metadata").put("name", Json.name(of));
        if (!Json.namespace(of).isEmpty()) {
            metadata.put("namespace", Json.namespace(of));
        }
        metadata.put("creationTimestamp", ObjectMeta.time(clock.instant()));
        JsonNode labels = Json.at(of, "metadata", "labels");
        if (!labels.isEmpty()) {
            metadata.set("labels", labels);
        }
        return made.put("timestamp", ObjectMeta.time(minute())).put("window", "15s");
    }

    private Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    private Map<String, ResourceUse> byNode() {
        return pods("").collect(
                        Collectors.toMap(pod -> Json.text(pod, "spec", "nodeName"), this::use, ResourceUse::plus));
    }

    private ObjectNode node(ObjectNode node, Map<String, ResourceUse> ofPods) {
        ObjectNode made = head("NodeMetrics", node);
        ResourceUse own = new ResourceUse(OWN_CPU, OWN_MEMORY);
        made.set(
                "usage",
                own.plus(ofPods.getOrDefault(Json.name(node), new ResourceUse(0, 0)))
                        .json());
        return made;
    }

    /** What a pod uses, container by container. */
    ObjectNode pod(ObjectNode pod) {
        ObjectNode made = head("PodMetrics", pod);
        ArrayNode containers = made.putArray("containers");
        for (JsonNode container : Json.at(pod, "spec", "containers")) {
            containers
                    .addObject()
                    .put("name", Json.text(container, "name"))
                    .set("usage", ResourceUse.of(pod, container, minute()).json());
        }
        return made;
    }

    private ResourceUse use(ObjectNode pod) {
        return ResourceUse.of(pod, minute());
    }
}
