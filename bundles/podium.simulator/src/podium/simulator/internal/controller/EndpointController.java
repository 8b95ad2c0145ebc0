// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.object.OwnerReferences;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Writes which pods stand behind a service, as EndpointSlices of at most 100; a pod stays in its slice. Source: kubernetes,
 * staging/src/k8s.io/endpointslice.
 */
public final class EndpointController implements Reconciler {

    private static final int MOST = 100;
    private static final Duration BATCH = Duration.ofSeconds(1);
    private static final String SERVICE = "kubernetes.io/service-name";
    private static final String MANAGER = "endpointslice.kubernetes.io/managed-by";

    private final EngineContext cluster;
    private final Set<ObjectKey> gathering = new HashSet<>();

    public EndpointController(EngineContext cluster) {
        this.cluster = cluster;
    }

    public void start() {
        cluster.loop().on(ResourceTypes.SERVICE, event -> {
            if (event.type() != StoreEvent.Type.DELETED) {
                cluster.loop().enqueue(this, ObjectKey.of(event.object()));
            }
        });
        cluster.loop().on(ResourceTypes.POD, this::pod);
    }

    /** The pods of a large service come and go in swarms. */
    private void gather(ObjectKey service) {
        if (gathering.add(service)) {
            cluster.loop().after(BATCH, () -> {
                gathering.remove(service);
                cluster.loop().enqueue(this, service);
            });
        }
    }

    /** Only what a slice tells of a pod is worth a look. */
    private void pod(StoreEvent event) {
        ObjectNode pod = event.object();
        boolean gone = event.type() == StoreEvent.Type.DELETED;
        boolean told = event.oldObject().map(EndpointController::isTold).orElse(false) || isTold(pod) && !gone;
        if (!told || !gone && event.oldObject().filter(old -> same(old, pod)).isPresent()) {
            return;
        }
        for (ObjectNode service : cluster.store().list(ResourceTypes.SERVICE, Json.namespace(pod))) {
            if (selects(service, pod)
                    || event.oldObject().filter(old -> selects(service, old)).isPresent()) {
                gather(ObjectKey.of(service));
            }
        }
    }

    private static boolean isTold(ObjectNode pod) {
        return !Json.text(pod, "status", "podIP").isEmpty() && !Pods.finished(pod);
    }

    private static boolean same(ObjectNode old, ObjectNode pod) {
        return isTold(old) == isTold(pod)
                && Pods.ready(old) == Pods.ready(pod)
                && Json.terminating(old) == Json.terminating(pod)
                && Json.at(old, "metadata", "labels").equals(Json.at(pod, "metadata", "labels"));
    }

    private static boolean selects(ObjectNode service, ObjectNode pod) {
        Map<String, String> selector = Json.texts(Json.at(service, "spec", "selector"));
        return !selector.isEmpty() && Json.labels(pod).entrySet().containsAll(selector.entrySet());
    }

    @Override
    public void reconcile(ObjectKey key) {
        Optional<ObjectNode> found = cluster.get(ResourceTypes.SERVICE, key);
        if (found.isEmpty() || Json.at(found.get(), "spec", "selector").isEmpty()) {
            return;
        }
        ObjectNode service = found.get();
        Map<String, ObjectNode> wanted = new LinkedHashMap<>();
        ArrayNode ports = Json.array();
        for (ObjectNode pod : cluster.index().podsIn(key.namespace())) {
            if (isTold(pod) && selects(service, pod)) {
                if (wanted.isEmpty()) {
                    ports(service, pod).forEach(ports::add);
                }
                wanted.put(Json.uid(pod), endpoint(pod));
            }
        }
        List<ObjectNode> slices = slices(service);
        List<ArrayNode> filled = new ArrayList<>();
        for (ObjectNode slice : slices) {
            ArrayNode kept = Json.array();
            slice.path("endpoints")
                    .forEach(old -> Optional.ofNullable(wanted.remove(Json.text(old, "targetRef", "uid")))
                            .ifPresent(kept::add));
            filled.add(kept);
        }
        for (ObjectNode endpoint : wanted.values()) {
            filled.stream()
                    .filter(one -> one.size() < MOST)
                    .findFirst()
                    .orElseGet(() -> {
                        filled.add(Json.array());
                        return filled.getLast();
                    })
                    .add(endpoint);
        }
        write(service, slices, filled, ports);
    }

    private List<ObjectNode> slices(ObjectNode service) {
        return cluster.index().owned(ResourceTypes.ENDPOINT_SLICE, Json.uid(service)).stream()
                .filter(slice -> Json.labels(slice).containsKey(MANAGER))
                .toList();
    }

    /** A service without pods keeps one slice, which is empty. */
    private void write(ObjectNode service, List<ObjectNode> slices, List<ArrayNode> filled, ArrayNode ports) {
        if (filled.isEmpty()) {
            filled.add(Json.array());
        }
        for (int i = 0; i < filled.size(); i++) {
            ArrayNode endpoints = filled.get(i);
            if (i >= slices.size()) {
                cluster.store().create(ResourceTypes.ENDPOINT_SLICE, slice(service, i, endpoints, ports));
            } else if (endpoints.isEmpty() && filled.size() > 1) {
                cluster.delete(ResourceTypes.ENDPOINT_SLICE, ObjectKey.of(slices.get(i)));
            } else {
                cluster.modify(ResourceTypes.ENDPOINT_SLICE, ObjectKey.of(slices.get(i)), slice -> {
                    slice.set("endpoints", endpoints);
                    slice.set("ports", ports);
                });
            }
        }
    }

    private ObjectNode slice(ObjectNode service, int number, ArrayNode endpoints, ArrayNode ports) {
        ObjectNode slice = Json.object("apiVersion", "discovery.k8s.io/v1", "kind", "EndpointSlice");
        String prefix = Json.name(service) + "-";
        Json.with(slice, "metadata")
                .put("generateName", prefix)
                .put("namespace", Json.namespace(service))
                .put(
                        "name",
                        cluster.freshName(
                                ResourceTypes.ENDPOINT_SLICE,
                                Json.namespace(service),
                                prefix,
                                cluster.seed().of(Json.uid(service)).of(number)));
        ObjectNode labels = Json.with(slice, "metadata", "labels");
        Json.labels(service).forEach(labels::put);
        labels.put(MANAGER, "endpointslice-controller.k8s.io").put(SERVICE, Json.name(service));
        OwnerReferences.control(slice, service);
        slice.put("addressType", "IPv4");
        slice.set("endpoints", endpoints);
        slice.set("ports", ports);
        return slice;
    }

    private static ObjectNode endpoint(ObjectNode pod) {
        boolean ready = Pods.ready(pod);
        boolean ending = Json.terminating(pod);
        ObjectNode endpoint = Json.object();
        endpoint.putArray("addresses").add(Json.text(pod, "status", "podIP"));
        endpoint.putObject("conditions")
                .put("ready", ready && !ending)
                .put("serving", ready)
                .put("terminating", ending);
        endpoint.put("nodeName", Json.text(pod, "spec", "nodeName"));
        endpoint.set(
                "targetRef",
                Json.object(
                        "kind", "Pod", "namespace", Json.namespace(pod), "name", Json.name(pod), "uid", Json.uid(pod)));
        return endpoint;
    }

    /** The ports of a service, at the numbers that they have in a pod. */
    private static List<ObjectNode> ports(ObjectNode service, ObjectNode pod) {
        List<ObjectNode> ports = new ArrayList<>();
        for (JsonNode port : Json.at(service, "spec", "ports")) {
            number(port.path("targetPort"), pod).ifPresent(number -> {
                ObjectNode made = Json.object();
                made.put("name", Json.text(port, "name")).put("port", number);
                ports.add(made.put("protocol", port.path("protocol").asText("TCP")));
            });
        }
        return ports;
    }

    private static Optional<Integer> number(JsonNode target, ObjectNode pod) {
        if (target.isNumber()) {
            return Optional.of(target.asInt());
        }
        for (JsonNode container : Json.at(pod, "spec", "containers")) {
            for (JsonNode port : container.path("ports")) {
                if (Json.text(port, "name").equals(target.asText())) {
                    return Optional.of(Json.number(port, 0, "containerPort"));
                }
            }
        }
        return Optional.empty();
    }
}
