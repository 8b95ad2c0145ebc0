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

/** The nodes and the pods that hold something on them, as the scheduler sees them. */
public final class SchedulerCache {

    private record Held(PodView pod, String node) {}

    private final TreeMap<String, NodeState> nodes = new TreeMap<>();
    private final Map<String, Held> held = new HashMap<>();
    private final Map<String, Held> withAntiAffinity = new LinkedHashMap<>();
    private List<NodeState> ordered = List.of();

    /** Takes over a node; returns whether a waiting pod may now fit. */
    public boolean node(ObjectNode node) {
        String name = Json.name(node);
        NodeState state = nodes.get(name);
        if (state == null) {
            state = new NodeState(name);
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
    public List<NodeState> nodes() {
        return ordered;
    }

    public Optional<NodeState> node(String name) {
        return Optional.ofNullable(nodes.get(name));
    }

    /** Counts a pod as holding its requests on a node. */
    public void hold(PodView pod, String nodeName) {
        NodeState node = nodes.get(nodeName);
        if (node == null) {
            return;
        }
        node.add(pod);
        Held entry = new Held(pod, nodeName);
        held.put(pod.uid(), entry);
        if (!pod.rules().antiAffinity().isEmpty()) {
            withAntiAffinity.put(pod.uid(), entry);
        }
    }

    /** Gives back what a pod held; returns whether it held anything. */
    public boolean release(String uid) {
        Held entry = held.remove(uid);
        withAntiAffinity.remove(uid);
        if (entry == null) {
            return false;
        }
        NodeState node = nodes.get(entry.node());
        return node != null && node.remove(entry.pod());
    }

    public boolean holds(String uid) {
        return held.containsKey(uid);
    }

    /** The pod against the pods that are there. */
    public PodRelations relations(PodView pod) {
        PodRelations relations = new PodRelations(pod, ordered);
        for (Held other : withAntiAffinity.values()) {
            NodeState node = nodes.get(other.node());
            if (node != null) {
                relations.respect(other.pod(), node);
            }
        }
        return relations;
    }

    /** How many pods of a group hold a node. */
    public long held(Key group) {
        Collection<Held> all = held.values();
        return all.stream()
                .filter(entry -> entry.pod().group().filter(group::equals).isPresent())
                .count();
    }
}
