// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** The nodes and the pods that hold something on them, as the scheduler sees them, and the objects they name. */
public final class SchedulerCache {

    /**
     * A pod on a node.
     *
     * @param pod the pod
     * @param node the node
     */
    public record Held(PodInfo pod, NodeInfo node) {}

    private final ObjectStore objects;
    private final TreeMap<String, NodeInfo> nodes = new TreeMap<>();
    private final Map<String, Held> held = new HashMap<>();
    private final Map<String, Held> refusing = new LinkedHashMap<>();
    private final Map<String, Held> relating = new LinkedHashMap<>();
    private final Map<ObjectKey, Integer> claims = new HashMap<>();
    private final NominatedPods nominations = new NominatedPods();
    private List<NodeInfo> ordered = List.of();

    /**
     * No nodes and no pods.
     *
     * @param objects where the objects that pods name are looked up
     */
    public SchedulerCache(ObjectStore objects) {
        this.objects = objects;
    }

    /** Takes over a node; returns whether a waiting pod may now fit. */
    public boolean node(ObjectNode node) {
        String name = Json.name(node);
        NodeInfo state = nodes.get(name);
        if (state == null) {
            state = new NodeInfo(name);
            nodes.put(name, state);
            ordered = new ArrayList<>(nodes.values());
        }
        return state.read(node);
    }

    public void removeNode(String name) {
        nodes.remove(name);
        ordered = new ArrayList<>(nodes.values());
    }

    /** All nodes by name. */
    public List<NodeInfo> nodes() {
        return ordered;
    }

    public Optional<NodeInfo> node(String name) {
        return Optional.ofNullable(nodes.get(name));
    }

    /** Counts a pod as holding its requests on a node; again with another view of it, as that view says. */
    public void hold(PodInfo pod, String nodeName) {
        NodeInfo node = nodes.get(nodeName);
        if (node == null) {
            return;
        }
        release(pod.uid());
        node.add(pod);
        Held entry = new Held(pod, node);
        held.put(pod.uid(), entry);
        if (!pod.rules().antiAffinity().isEmpty()) {
            refusing.put(pod.uid(), entry);
        }
        if (pod.rules().relatesToPods()) {
            relating.put(pod.uid(), entry);
        }
        count(pod, 1);
    }

    /** Gives back what a pod held; returns whether it held anything. */
    public boolean release(String uid) {
        Held entry = held.remove(uid);
        refusing.remove(uid);
        relating.remove(uid);
        if (entry == null) {
            return false;
        }
        count(entry.pod(), -1);
        return entry.node().remove(entry.pod()) && nodes.get(entry.node().name()) == entry.node();
    }

    private void count(PodInfo pod, int by) {
        for (PodVolumeClaim claim : pod.claims()) {
            claims.merge(new ObjectKey(pod.namespace(), claim.name()), by, Integer::sum);
        }
    }

    public boolean holds(String uid) {
        return held.containsKey(uid);
    }

    /** The pods on nodes that require others to stay away. */
    public Collection<Held> refusing() {
        return refusing.values();
    }

    /** The pods on nodes that say anything about other pods. */
    public Collection<Held> relating() {
        return relating.values();
    }

    /** Whether a pod on a node mounts a volume claim. */
    public boolean mounted(ObjectKey claim) {
        return claims.getOrDefault(claim, 0) > 0;
    }

    /** How many pods of a group hold a node. */
    public long held(ObjectKey group) {
        return held.values().stream()
                .filter(entry -> entry.pod().group().filter(group::equals).isPresent())
                .count();
    }

    /** The pods that wait for others to leave a node. */
    public NominatedPods nominations() {
        return nominations;
    }

    /** The labels of a namespace; none where it is not there. */
    Map<String, String> namespaceLabels(String namespace) {
        return objects.get(ResourceTypes.NAMESPACE, "", namespace)
                .map(Json::labels)
                .orElse(Map.of());
    }

    /** The objects that pods and nodes name. */
    public ObjectStore objects() {
        return objects;
    }
}
