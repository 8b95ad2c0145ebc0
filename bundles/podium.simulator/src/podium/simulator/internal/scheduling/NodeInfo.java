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
public final class NodeInfo {

    private final String name;
    private Map<String, String> labels = Map.of();
    private List<Taint> taints = List.of();
    private boolean cordoned;
    private Map<String, Long> allocatable = Map.of();
    private final Map<String, Long> requested = new HashMap<>();
    /** Allocatable less requested; kept because it is asked for far more often than it changes. */
    private final Map<String, Long> free = new HashMap<>();

    private final Map<String, PodInfo> pods = new LinkedHashMap<>();

    public NodeInfo(String name) {
        this.name = name;
    }

    /** Takes over what the node object says; returns whether anything changed that matters for placement. */
    public boolean read(ObjectNode node) {
        Map<String, String> newLabels = Json.labels(node);
        List<Taint> newTaints = Taint.parse(Json.at(node, "spec", "taints"));
        boolean newCordon = Json.flag(node, "spec", "unschedulable");
        JsonNode offered = Json.at(node, "status", "allocatable");
        Map<String, Long> newAllocatable = PodRequests.parse(offered);
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
            PodRequests.subtract(free, requested);
        }
        return changed;
    }

    public String name() {
        return name;
    }

    public Map<String, String> labels() {
        return labels;
    }

    /** Whether it has a hard taint that a pod does not tolerate. */
    public boolean repels(PodInfo pod) {
        return taints.stream().anyMatch(taint -> taint.hard() && !pod.tolerates(taint));
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

    public Collection<PodInfo> pods() {
        return pods.values();
    }

    public void add(PodInfo pod) {
        PodInfo known = pods.put(pod.uid(), pod);
        if (known != null) {
            giveBack(known);
        }
        PodRequests.add(requested, pod.requests());
        PodRequests.subtract(free, pod.requests());
    }

    public boolean remove(PodInfo pod) {
        PodInfo known = pods.remove(pod.uid());
        if (known == null) {
            return false;
        }
        giveBack(known);
        return true;
    }

    private void giveBack(PodInfo pod) {
        PodRequests.subtract(requested, pod.requests());
        PodRequests.add(free, pod.requests());
    }
}
