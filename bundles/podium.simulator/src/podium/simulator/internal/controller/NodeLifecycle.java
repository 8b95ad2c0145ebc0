// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.Kubelets;
import podium.simulator.internal.kubelet.NodeConditions;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.object.Conditions;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.Taint;
import podium.simulator.internal.scheduling.Toleration;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Watches the nodes: one whose kubelet has been silent for 40 s is not ready, gets the unreachable taints, and loses
 * its pods as their tolerations run out. A node that comes back loses the taints. Pods of a node that was removed are
 * removed. Source: kubernetes, pkg/controller/nodelifecycle, tainteviction and podgc.
 */
public final class NodeLifecycle {

    static final Duration GRACE = Duration.ofSeconds(40);

    private static final String COMPONENT = "node-controller";
    private static final List<String> EFFECTS = List.of("NoSchedule", "NoExecute");

    private final EngineContext cluster;
    private final Kubelets kubelets;

    public NodeLifecycle(EngineContext cluster, Kubelets kubelets) {
        this.cluster = cluster;
        this.kubelets = kubelets;
    }

    public void start() {
        cluster.loop().on(ResourceTypes.NODE, event -> {
            if (event.type() == StoreEvent.Type.DELETED) {
                collect(Json.name(event.object()));
            } else {
                markCordon(event.object());
                evict(event.object());
            }
        });
    }

    /**
     * The taint of a cordon follows {@code spec.unschedulable}, a moment later and in a write of its own. Source:
     * doNoScheduleTaintingPass of nodelifecycle.
     */
    private void markCordon(ObjectNode seen) {
        if (isCordoned(seen) != isMarked(seen)) {
            cluster.modify(ResourceTypes.NODE, ObjectKey.of(seen), node -> {
                if (isCordoned(node) && !isMarked(node)) {
                    Json.array(Json.with(node, "spec"), "taints")
                            .addObject()
                            .put("key", Taint.UNSCHEDULABLE)
                            .put("effect", "NoSchedule")
                            .put("timeAdded", cluster.timestamp());
                } else if (!isCordoned(node)) {
                    removeTaint(node, Taint.UNSCHEDULABLE);
                }
            });
        }
    }

    private static boolean isCordoned(JsonNode node) {
        return Json.flag(node, "spec", "unschedulable");
    }

    private static boolean isMarked(JsonNode node) {
        return Taint.parse(Json.at(node, "spec", "taints")).stream()
                .anyMatch(taint -> taint.key().equals(Taint.UNSCHEDULABLE)
                        && taint.effect().equals("NoSchedule"));
    }

    private static void removeTaint(ObjectNode node, String key) {
        ArrayNode taints = Json.array(Json.with(node, "spec"), "taints");
        for (int i = taints.size() - 1; i >= 0; i--) {
            if (Json.text(taints.get(i), "key").equals(key)) {
                taints.remove(i);
            }
        }
        if (taints.isEmpty()) {
            Json.with(node, "spec").remove("taints");
        }
    }

    /** The kubelet fell silent; unless it speaks again in time, the node is lost. On the loop. */
    public void silent(String node) {
        cluster.loop().after(GRACE, () -> {
            if (!kubelets.alive(node)) {
                lost(node);
            }
        });
    }

    private void lost(String node) {
        ObjectKey key = new ObjectKey("", node);
        cluster.modify(ResourceTypes.NODE, key, object -> {
                    for (String type : List.of("MemoryPressure", "DiskPressure", "PIDPressure", "Ready")) {
                        Conditions.set(
                                object,
                                type,
                                "Unknown",
                                "NodeStatusUnknown",
                                "Kubelet stopped posting node status.",
                                cluster.timestamp());
                    }
                    EFFECTS.forEach(effect -> taint(object, effect));
                })
                .ifPresent(object -> cluster.events()
                        .normal(object, COMPONENT, "NodeNotReady", "Node " + node + " status is now: NodeNotReady"));
        for (ObjectNode pod : cluster.index().podsOn(node)) {
            if (!Pods.finished(pod)) {
                cluster.modify(
                        ResourceTypes.POD,
                        ObjectKey.of(pod),
                        object -> Conditions.set(object, "Ready", "False", "NodeNotReady", "", cluster.timestamp()));
            }
        }
    }

    /** The kubelet speaks again. On the loop. */
    public void back(String node) {
        cluster.modify(ResourceTypes.NODE, new ObjectKey("", node), object -> {
            NodeConditions.healthy(object, cluster.timestamp());
            removeTaint(object, Taint.UNREACHABLE);
        });
        for (ObjectNode pod : cluster.index().podsOn(node)) {
            if (Pods.phase(pod).equals("Running")) {
                cluster.modify(
                        ResourceTypes.POD,
                        ObjectKey.of(pod),
                        object -> Conditions.set(object, "Ready", "True", "", "", cluster.timestamp()));
            }
        }
    }

    private void taint(ObjectNode node, String effect) {
        ArrayNode taints = Json.array(Json.with(node, "spec"), "taints");
        for (JsonNode taint : taints) {
            if (Json.text(taint, "key").equals(Taint.UNREACHABLE)
                    && Json.text(taint, "effect").equals(effect)) {
                return;
            }
        }
        taints.addObject().put("key", Taint.UNREACHABLE).put("effect", effect).put("timeAdded", cluster.timestamp());
    }

    /** Pods leave a node with a NoExecute taint at once or after the time they bear it. */
    private void evict(ObjectNode node) {
        List<Taint> taints = Taint.parse(Json.at(node, "spec", "taints")).stream()
                .filter(taint -> taint.effect().equals("NoExecute"))
                .toList();
        if (taints.isEmpty()) {
            return;
        }
        for (ObjectNode pod : cluster.index().podsOn(Json.name(node))) {
            if (Pods.active(pod)) {
                PodInfo view = PodInfo.of(pod);
                for (Taint taint : taints) {
                    borne(view, taint).ifPresent(seconds -> leaveAfter(view, Json.name(node), taint, seconds));
                }
            }
        }
    }

    /** For how long the pod bears the taint; empty for ever. */
    private static OptionalLong borne(PodInfo pod, Taint taint) {
        long least = Long.MAX_VALUE;
        boolean tolerated = false;
        for (Toleration toleration : pod.rules().tolerations()) {
            if (toleration.tolerates(taint)) {
                tolerated = true;
                least = Math.min(least, toleration.seconds().orElse(Long.MAX_VALUE));
            }
        }
        if (!tolerated) {
            return OptionalLong.of(0);
        }
        return least == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(least);
    }

    private void leaveAfter(PodInfo pod, String node, Taint taint, long seconds) {
        cluster.loop().after(Duration.ofSeconds(seconds), () -> {
            boolean still = cluster.get(ResourceTypes.NODE, new ObjectKey("", node))
                    .map(object ->
                            Taint.parse(Json.at(object, "spec", "taints")).contains(taint))
                    .orElse(false);
            cluster.get(ResourceTypes.POD, pod.key())
                    .filter(object -> still && Json.uid(object).equals(pod.uid()) && Pods.active(object))
                    .ifPresent(object -> leave(object));
        });
    }

    private void leave(ObjectNode pod) {
        String name = Json.namespace(pod) + "/" + Json.name(pod);
        cluster.events()
                .normal(pod, "taint-eviction-controller", "TaintManagerEviction", "Marking for deletion Pod " + name);
        cluster.modify(
                ResourceTypes.POD,
                ObjectKey.of(pod),
                object -> Conditions.set(
                        object,
                        "DisruptionTarget",
                        "True",
                        "DeletionByTaintManager",
                        "Taint manager: deleting due to NoExecute taint",
                        cluster.timestamp()));
        cluster.delete(ResourceTypes.POD, ObjectKey.of(pod));
    }

    private void collect(String node) {
        for (ObjectNode pod : cluster.index().podsOn(node)) {
            cluster.store().delete(ResourceTypes.POD, Json.namespace(pod), Json.name(pod), DeleteOptions.now());
        }
    }
}
