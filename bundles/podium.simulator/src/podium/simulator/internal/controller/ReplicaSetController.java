// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.object.OwnerReferences;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/** Keeps the number of pods a ReplicaSet asks for. Source: kubernetes, pkg/controller/replicaset. */
public final class ReplicaSetController implements Reconciler {

    private static final String COMPONENT = "replicaset-controller";

    /** Who goes first when there are too many: not placed, then not running, then not ready, then the youngest. */
    private static final Comparator<ObjectNode> EXPENDABLE = Comparator.comparing(
                    (ObjectNode pod) -> !Json.text(pod, "spec", "nodeName").isEmpty())
            .thenComparing(pod -> Pods.phase(pod).equals("Running"))
            .thenComparing(Pods::ready)
            .thenComparing(pod -> Json.text(pod, "metadata", "creationTimestamp"), Comparator.reverseOrder());

    private final EngineContext cluster;
    private long made;

    public ReplicaSetController(EngineContext cluster) {
        this.cluster = cluster;
    }

    public void start() {
        cluster.loop().on(ResourceTypes.REPLICA_SET, event -> {
            if (event.type() != StoreEvent.Type.DELETED) {
                cluster.loop().enqueue(this, ObjectKey.of(event.object()));
            }
        });
        cluster.loop().on(ResourceTypes.POD, event -> OwnerReferences.controller(event.object(), "ReplicaSet")
                .ifPresent(key -> cluster.loop().enqueueSoon(this, key)));
    }

    @Override
    public void reconcile(ObjectKey key) {
        Optional<ObjectNode> found = cluster.get(ResourceTypes.REPLICA_SET, key);
        if (found.isEmpty() || Json.terminating(found.get())) {
            return;
        }
        ObjectNode set = found.get();
        Collection<ObjectNode> owned = cluster.index().owned(ResourceTypes.POD, Json.uid(set));
        List<ObjectNode> pods = owned.stream().filter(Pods::active).toList();
        int wanted = Json.number(set, 1, "spec", "replicas");
        for (int i = pods.size(); i < wanted; i++) {
            ObjectNode pod = Pods.fromTemplate(
                    cluster,
                    set,
                    Json.at(set, "spec", "template"),
                    cluster.freshName(
                            ResourceTypes.POD,
                            Json.namespace(set),
                            Json.name(set) + "-",
                            cluster.seed().of(Json.uid(set)).of(made++)));
            cluster.createPod(set, COMPONENT, pod);
            cluster.events().normal(set, COMPONENT, "SuccessfulCreate", "Created pod: " + Json.name(pod));
        }
        if (pods.size() > wanted) {
            remove(set, pods, pods.size() - wanted);
        }
        status(set, pods);
    }

    private void remove(ObjectNode set, List<ObjectNode> pods, int surplus) {
        pods.stream().sorted(EXPENDABLE).limit(surplus).forEach(pod -> {
            cluster.delete(ResourceTypes.POD, ObjectKey.of(pod));
            cluster.events().normal(set, COMPONENT, "SuccessfulDelete", "Deleted pod: " + Json.name(pod));
        });
    }

    private void status(ObjectNode set, List<ObjectNode> pods) {
        int settle = Json.number(set, 0, "spec", "minReadySeconds");
        Map<String, String> labels = Pods.templateLabels(set);
        long ready = pods.stream().filter(Pods::ready).count();
        long available = pods.stream()
                .filter(pod -> Pods.available(pod, settle, cluster.now()))
                .count();
        cluster.modify(ResourceTypes.REPLICA_SET, ObjectKey.of(set), object -> {
            ObjectNode status = Json.with(object, "status");
            status.put("replicas", pods.size());
            count(
                    status,
                    "fullyLabeledReplicas",
                    pods.stream()
                            .filter(pod -> Json.labels(pod).entrySet().containsAll(labels.entrySet()))
                            .count());
            count(status, "readyReplicas", ready);
            count(status, "availableReplicas", available);
            status.put("observedGeneration", Json.number(object, 1, "metadata", "generation"));
        });
        if (available < ready) {
            cluster.loop().enqueueAfter(Duration.ofSeconds(Math.max(1, settle)), this, ObjectKey.of(set));
        }
    }

    static void count(ObjectNode status, String field, long value) {
        if (value == 0) {
            status.remove(field);
        } else {
            status.put(field, value);
        }
    }
}
