// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    private boolean cordoned;
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
        List<Taint> newTaints = Taint.parse(Json.at(node, "spec", "taints"));
        boolean newCordon = Json.flag(node, "spec", "unschedulable");
        JsonNode offered = Json.at(node, "status", "allocatable");
        Map<String, Long> newAllocatable = Requests.parse(offered);
        boolean changed = !newLabels.equals(labels)
                || newCordon != cordoned
                || !newTaints.equals(taints)
                || !newAllocatable.equals(allocatable);
        labels = newLabels;
        cordoned = newCordon;
        taints = newTaints;
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

    /** The node's taints. */
    public List<Taint> taints() {
        return taints;
    }

    /** Whether {@code spec.unschedulable} says so, taint or not. */
    public boolean cordoned() {
        return cordoned;
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
