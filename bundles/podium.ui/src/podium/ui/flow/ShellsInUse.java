// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;

/** Pods on nodes and debug containers that shells of this window use: none of them is offered to be ended. UI thread. */
public final class ShellsInUse {
    private final Set<String> names = new HashSet<>();
    private final Map<String, NodePod> pods = new LinkedHashMap<>();

    /** A pod that was made for a shell on a node, from when it was asked for until its deletion is. */
    record NodePod(ClusterId cluster, ObjectRef pod, String node) {}

    void add(String name) {
        names.add(name);
    }

    void add(NodePod made) {
        add(made.pod().name());
        pods.put(made.pod().name(), made);
    }

    void remove(String name) {
        names.remove(name);
    }

    /** It is deleted, or somebody was asked about it. */
    void forget(ObjectRef pod) {
        pods.remove(pod.name());
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** The pods of node shells in a cluster, the first one first. */
    List<NodePod> pods(ClusterId cluster) {
        return pods.values().stream().filter(it -> it.cluster().equals(cluster)).toList();
    }
}
