// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.simulator.internal.json.Json;

/** What the scheduler knows of one node: what it offers, who holds it. */
public final class NodeState {

    private final String name;
    private Map<String, String> labels = Map.of();
    private List<Taint> taints = List.of();
    private Map<String, Long> allocatable = Map.of();
    private final Map<String, Long> requested = new HashMap<>();
    /** Allocatable less requested; kept because it is asked for far more often than it changes. */
    private final Map<String, Long> free = new HashMap<>();

    private final Map<String, PodView> pods = new LinkedHashMap<>();

    public NodeState(String name) {
        this.name = name;
    }

    /** Takes over what the node object says; returns whether anything changed that matters for placement. */
    public boolean read(ObjectNode node) {
        Map<String, String> newLabels = Json.labels(node);
        List<Taint> newTaints = new ArrayList<>(Taint.parse(Json.at(node, "spec", "taints")));
        Taint cordon = new Taint(Taint.UNSCHEDULABLE, "", "NoSchedule");
        if (Json.flag(node, "spec", "unschedulable")) {
            newTaints.remove(cordon);
            newTaints.addFirst(cordon);
        }
        JsonNode offered = Json.at(node, "status", "allocatable");
        Map<String, Long> newAllocatable = Requests.parse(offered);
        boolean changed = !newLabels.equals(labels) || !newTaints.equals(taints) || !newAllocatable.equals(allocatable);
        labels = newLabels;
        taints = List.copyOf(newTaints);
        allocatable = newAllocatable;
        if (changed) {
            free.clear();
            free.putAll(allocatable);
            Requests.subtract(free, requested);
        }
        return changed;
    }

    public String name() {
        return name;
    }

    public Map<String, String> labels() {
        return labels;
    }

    /** The node's taints; a cordon is one of them, and the first. */
    public List<Taint> taints() {
        return taints;
    }

    public boolean cordoned() {
        return !taints.isEmpty() && taints.getFirst().key().equals(Taint.UNSCHEDULABLE);
    }

    public long allocatable(String resource) {
        return allocatable.getOrDefault(resource, 0L);
    }

    /** Whether the node offers the resource at all, if only 0 of it. */
    public boolean offers(String resource) {
        return allocatable.containsKey(resource);
    }

    public long requested(String resource) {
        return requested.getOrDefault(resource, 0L);
    }

    public long free(String resource) {
        return free.getOrDefault(resource, 0L);
    }

    public Collection<PodView> pods() {
        return pods.values();
    }

    public void add(PodView pod) {
        PodView known = pods.put(pod.uid(), pod);
        if (known != null) {
            giveBack(known);
        }
        Requests.add(requested, pod.requests());
        Requests.subtract(free, pod.requests());
    }

    public boolean remove(PodView pod) {
        PodView known = pods.remove(pod.uid());
        if (known == null) {
            return false;
        }
        giveBack(known);
        return true;
    }

    private void giveBack(PodView pod) {
        Requests.subtract(requested, pod.requests());
        Requests.add(free, pod.requests());
    }
}
