// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pods that pushed others out of a node and wait for them to be gone: {@code status.nominatedNodeName}. */
public final class NominatedPods {

    private final Map<String, Map<String, PodInfo>> byNode = new HashMap<>();
    private final Map<String, String> nodes = new HashMap<>();

    /** Notes where a pod hopes to go; nowhere with an empty name. */
    public void set(PodInfo pod, String node) {
        remove(pod.uid());
        if (!node.isEmpty()) {
            nodes.put(pod.uid(), node);
            byNode.computeIfAbsent(node, name -> new LinkedHashMap<>()).put(pod.uid(), pod);
        }
    }

    /** Forgets a pod. */
    public void remove(String uid) {
        String node = nodes.remove(uid);
        Map<String, PodInfo> there = node == null ? null : byNode.get(node);
        if (there != null) {
            there.remove(uid);
        }
    }

    /** Where a pod hopes to go. */
    public Optional<String> of(String uid) {
        return Optional.ofNullable(nodes.get(uid));
    }

    /** The other pods that hope for a node and are at least as important. */
    public List<PodInfo> before(PodInfo pod, NodeInfo node) {
        Map<String, PodInfo> there = byNode.get(node.name());
        if (there == null || there.isEmpty()) {
            return List.of();
        }
        List<PodInfo> first = new ArrayList<>(there.values());
        first.removeIf(other -> other.equals(pod) || other.priority() < pod.priority());
        return first;
    }

    /** The pods that hope for a node and are less important. */
    public List<PodInfo> after(PodInfo pod, String node) {
        List<PodInfo> later =
                new ArrayList<>(byNode.getOrDefault(node, Map.of()).values());
        later.removeIf(other -> other.equals(pod) || other.priority() >= pod.priority());
        return later;
    }
}
