// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.object.Conditions;
import podium.simulator.internal.object.IntOrPercent;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.LabelSelector;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Keeps the status of disruption budgets: how many pods are expected, how many must be and are healthy, and how many
 * evictions that leaves. Source: kubernetes, pkg/controller/disruption.
 */
public final class DisruptionController implements Reconciler {

    /** After this a pod that was to be evicted and is still there counts again. */
    private static final Duration EVICTION_FORGOTTEN = Duration.ofMinutes(2);

    private static final Map<String, ResourceType> SCALED = Map.of(
            "ReplicaSet", ResourceTypes.REPLICA_SET,
            "StatefulSet", ResourceTypes.STATEFUL_SET,
            "Deployment", ResourceTypes.DEPLOYMENT,
            "Job", ResourceTypes.JOB);

    private final EngineContext cluster;
    private final Map<ObjectKey, LabelSelector> budgets = new HashMap<>();

    public DisruptionController(EngineContext cluster) {
        this.cluster = cluster;
    }

    public void start() {
        cluster.loop().on(ResourceTypes.POD_DISRUPTION_BUDGET, this::budget);
        cluster.loop().on(ResourceTypes.POD, event -> matching(event.object()));
        for (ResourceType type : List.of(ResourceTypes.REPLICA_SET, ResourceTypes.STATEFUL_SET, ResourceTypes.JOB)) {
            cluster.loop().on(type, event -> owner(event.object()));
        }
    }

    private void budget(StoreEvent event) {
        ObjectKey key = ObjectKey.of(event.object());
        if (event.type() == StoreEvent.Type.DELETED) {
            budgets.remove(key);
        } else {
            budgets.put(key, LabelSelector.parse(Json.at(event.object(), "spec", "selector")));
            cluster.loop().enqueue(this, key);
        }
    }

    private void matching(ObjectNode pod) {
        if (budgets.isEmpty()) {
            return;
        }
        String namespace = Json.namespace(pod);
        Map<String, String> labels = Json.labels(pod);
        budgets.forEach((key, selector) -> {
            if (key.namespace().equals(namespace) && selector.matches(labels)) {
                cluster.loop().enqueueSoon(this, key);
            }
        });
    }

    private void owner(ObjectNode owner) {
        Map<String, String> labels = Pods.templateLabels(owner);
        String namespace = Json.namespace(owner);
        budgets.forEach((key, selector) -> {
            if (key.namespace().equals(namespace) && selector.matches(labels)) {
                cluster.loop().enqueueSoon(this, key);
            }
        });
    }

    @Override
    public void reconcile(ObjectKey key) {
        cluster.get(ResourceTypes.POD_DISRUPTION_BUDGET, key)
                .filter(budget -> !Json.terminating(budget))
                .ifPresent(this::update);
    }

    private void update(ObjectNode budget) {
        LabelSelector selector = LabelSelector.parse(Json.at(budget, "spec", "selector"));
        List<ObjectNode> pods = cluster.index().podsIn(Json.namespace(budget)).stream()
                .filter(pod -> selector.matches(Json.labels(pod)))
                .filter(pod -> !Pods.finished(pod))
                .toList();
        JsonNode most = Json.at(budget, "spec", "maxUnavailable");
        JsonNode least = Json.at(budget, "spec", "minAvailable");
        int expected = most.isMissingNode() && least.isNumber() ? pods.size() : expected(pods);
        int desired = most.isMissingNode()
                ? IntOrPercent.up(least, "0", expected)
                : Math.max(0, expected - IntOrPercent.up(most, "0", expected));
        Optional<ObjectNode> updated =
                cluster.modify(ResourceTypes.POD_DISRUPTION_BUDGET, ObjectKey.of(budget), object -> {
                    // by the budget as it is now: an eviction may have been granted since it was read
                    Set<String> evicted = evicted(object, pods).keySet();
                    long healthy = pods.stream()
                            .filter(pod ->
                                    Pods.ready(pod) && !Json.terminating(pod) && !evicted.contains(Json.name(pod)))
                            .count();
                    long allowed = expected == 0 ? 0 : Math.max(0, healthy - desired);
                    ObjectNode status = Json.with(object, "status");
                    status.put("currentHealthy", healthy).put("desiredHealthy", desired);
                    status.put("disruptionsAllowed", allowed).put("expectedPods", expected);
                    status.put("observedGeneration", Json.number(object, 1, "metadata", "generation"));
                    JsonNode noted = status.path("disruptedPods");
                    if (noted instanceof ObjectNode map) {
                        map.retain(evicted);
                        if (map.isEmpty()) {
                            status.remove("disruptedPods");
                        }
                    }
                    Conditions.set(
                            object,
                            "DisruptionAllowed",
                            allowed > 0 ? "True" : "False",
                            allowed > 0 ? "SufficientPods" : "InsufficientPods",
                            "",
                            cluster.timestamp());
                });
        // looked at again when an eviction that was granted and not carried out is forgotten
        updated.ifPresent(now -> evicted(now, pods).values().forEach(left -> cluster.loop()
                .enqueueAfter(left, this, ObjectKey.of(budget))));
    }

    /** With a share or maxUnavailable, what the owners ask for counts, not what is there. */
    private int expected(List<ObjectNode> pods) {
        Set<String> seen = new HashSet<>();
        int sum = 0;
        for (ObjectNode pod : pods) {
            JsonNode owner = Json.controller(pod).orElseGet(Json::object);
            ResourceType type = SCALED.get(Json.text(owner, "kind"));
            if (type != null && seen.add(Json.text(owner, "uid"))) {
                String field = type.equals(ResourceTypes.JOB) ? "parallelism" : "replicas";
                ObjectKey key = new ObjectKey(Json.namespace(pod), Json.text(owner, "name"));
                sum += cluster.get(type, key)
                        .map(object -> Json.number(object, 1, "spec", field))
                        .orElse(0);
            }
        }
        return sum;
    }

    /** Pods whose eviction was granted but that do not show it yet, and how long each is still waited for. */
    private Map<String, Duration> evicted(ObjectNode budget, List<ObjectNode> pods) {
        Set<String> there = new HashSet<>();
        pods.stream().filter(pod -> !Json.terminating(pod)).forEach(pod -> there.add(Json.name(pod)));
        Map<String, Duration> evicted = new HashMap<>();
        Json.texts(Json.at(budget, "status", "disruptedPods")).forEach((pod, when) -> {
            Duration age = Duration.between(Instant.parse(when), cluster.now());
            if (there.contains(pod) && age.compareTo(EVICTION_FORGOTTEN) < 0) {
                evicted.put(pod, EVICTION_FORGOTTEN.minus(age));
            }
        });
        return evicted;
    }
}
