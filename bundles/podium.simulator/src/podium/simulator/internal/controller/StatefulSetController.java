// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.TreeMap;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.object.OwnerReferences;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.object.TemplateHash;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Pods with ordinals: made in order, removed from the highest down, updated from the highest down to the partition.
 * Source: kubernetes, pkg/controller/statefulset/stateful_set_control.go.
 */
public final class StatefulSetController implements Reconciler {

    private static final String COMPONENT = "statefulset-controller";
    private static final String REVISION = "controller-revision-hash";

    private final EngineContext cluster;
    private final RevisionHistory history;

    public StatefulSetController(EngineContext cluster) {
        this.cluster = cluster;
        this.history = new RevisionHistory(cluster, "controller.kubernetes.io/hash");
    }

    public void start() {
        cluster.loop().on(ResourceTypes.STATEFUL_SET, event -> {
            if (event.type() != StoreEvent.Type.DELETED) {
                cluster.loop().enqueue(this, ObjectKey.of(event.object()));
            }
        });
        cluster.loop().on(ResourceTypes.POD, event -> OwnerReferences.controller(event.object(), "StatefulSet")
                .ifPresent(key -> cluster.loop().enqueueSoon(this, key)));
    }

    @Override
    public void reconcile(ObjectKey key) {
        Optional<ObjectNode> found = cluster.get(ResourceTypes.STATEFUL_SET, key);
        if (found.isEmpty() || Json.terminating(found.get())) {
            return;
        }
        ObjectNode set = found.get();
        TreeMap<Integer, ObjectNode> pods = new TreeMap<>();
        for (ObjectNode pod : cluster.index().owned(ResourceTypes.POD, Json.uid(set))) {
            pods.put(ordinal(pod), pod);
        }
        String update = TemplateHash.of(set);
        String current = Json.text(set, "status", "currentRevision");
        String before = current.isEmpty() ? revision(set, update) : current;
        history.record(set, revision(set, update), update);
        advance(set, pods, update);
        status(set, pods, revision(set, update), before);
    }

    private static String revision(ObjectNode set, String hash) {
        return Json.name(set) + "-" + hash;
    }

    static int ordinal(ObjectNode pod) {
        String name = Json.name(pod);
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    private void advance(ObjectNode set, TreeMap<Integer, ObjectNode> pods, String update) {
        boolean ordered = !Json.text(set, "spec", "podManagementPolicy").equals("Parallel");
        int first = Json.number(set, 0, "spec", "ordinals", "start");
        int end = first + Json.number(set, 1, "spec", "replicas");
        for (int ordinal = first; ordinal < end; ordinal++) {
            ObjectNode pod = pods.get(ordinal);
            if (pod == null) {
                create(set, ordinal, update);
            } else if (Pods.finished(pod) && !Json.terminating(pod)) {
                cluster.delete(ResourceTypes.POD, ObjectKey.of(pod));
            }
            boolean well = pod != null && Pods.ready(pod) && !Json.terminating(pod);
            if (ordered && !well) {
                return;
            }
        }
        for (ObjectNode pod : pods.descendingMap().values()) {
            if (ordinal(pod) >= end || ordinal(pod) < first) {
                if (Pods.active(pod)) {
                    delete(set, pod);
                }
                if (ordered) {
                    return;
                }
            }
        }
        roll(set, pods, revision(set, update), first, end);
    }

    private void roll(ObjectNode set, TreeMap<Integer, ObjectNode> pods, String update, int first, int end) {
        if (Json.text(set, "spec", "updateStrategy", "type").equals("OnDelete")) {
            return;
        }
        int partition = Json.number(set, 0, "spec", "updateStrategy", "rollingUpdate", "partition");
        for (int ordinal = end - 1; ordinal >= Math.max(first, partition); ordinal--) {
            ObjectNode pod = pods.get(ordinal);
            if (pod == null) {
                return;
            }
            boolean old = !Json.labels(pod).getOrDefault(REVISION, "").equals(update);
            if (old && Pods.active(pod)) {
                delete(set, pod);
                return;
            }
            if (!Pods.ready(pod) || Json.terminating(pod)) {
                return;
            }
        }
    }

    private void create(ObjectNode set, int ordinal, String update) {
        String name = Json.name(set) + "-" + ordinal;
        ObjectNode pod = Pods.fromTemplate(cluster, set, Json.at(set, "spec", "template"), name);
        Json.with(pod, "metadata", "labels")
                .put("apps.kubernetes.io/pod-index", Integer.toString(ordinal))
                .put("statefulset.kubernetes.io/pod-name", name)
                .put(REVISION, revision(set, update));
        Json.with(pod, "spec").put("hostname", name).put("subdomain", Json.text(set, "spec", "serviceName"));
        cluster.createPod(set, COMPONENT, pod);
        String words = "create Pod " + name + " in StatefulSet " + Json.name(set) + " successful";
        cluster.events().normal(set, COMPONENT, "SuccessfulCreate", words);
    }

    private void delete(ObjectNode set, ObjectNode pod) {
        cluster.delete(ResourceTypes.POD, ObjectKey.of(pod));
        String words = "delete Pod " + Json.name(pod) + " in StatefulSet " + Json.name(set) + " successful";
        cluster.events().normal(set, COMPONENT, "SuccessfulDelete", words);
    }

    private void status(ObjectNode set, TreeMap<Integer, ObjectNode> pods, String update, String before) {
        long ready = pods.values().stream().filter(Pods::ready).count();
        long updated = pods.values().stream()
                .filter(pod -> Json.labels(pod).getOrDefault(REVISION, "").equals(update))
                .count();
        int wanted = Json.number(set, 1, "spec", "replicas");
        boolean done = updated == wanted && pods.size() == wanted && ready == wanted;
        int settle = Json.number(set, 0, "spec", "minReadySeconds");
        long available = pods.values().stream()
                .filter(pod -> Pods.available(pod, settle, cluster.now()))
                .count();
        cluster.modify(ResourceTypes.STATEFUL_SET, ObjectKey.of(set), object -> {
            ObjectNode status = Json.with(object, "status");
            status.put("observedGeneration", Json.number(object, 1, "metadata", "generation"));
            status.put("replicas", pods.size()).put("availableReplicas", available);
            ReplicaSetController.count(status, "readyReplicas", ready);
            ReplicaSetController.count(status, "updatedReplicas", updated);
            ReplicaSetController.count(status, "currentReplicas", done ? updated : pods.size() - updated);
            status.put("currentRevision", done ? update : before).put("updateRevision", update);
            status.put("collisionCount", 0);
        });
    }
}
