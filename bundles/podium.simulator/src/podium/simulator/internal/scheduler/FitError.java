// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.filter.FilterStatus;

/**
 * Why a pod fits nowhere, in the words an operator knows: {@code 0/32 nodes are available: 3 Insufficient
 * nvidia.com/gpu, ...}. Source: kubernetes, {@code FitError.Error()}.
 */
public final class FitError {

    private final int nodes;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<NodeInfo> curable = new ArrayList<>();
    private String everywhere = "";

    /** A verdict on so many nodes. */
    public FitError(int nodes) {
        this.nodes = nodes;
    }

    /** One node's refusal. */
    void add(NodeInfo node, FilterStatus refusal) {
        refusal.reasons().forEach(reason -> add(reason, 1));
        if (refusal.curable()) {
            curable.add(node);
        }
    }

    /** The same against several nodes, which no pod's leaving helps against. */
    public void add(String reason, int count) {
        if (count > 0) {
            counts.merge(reason, count, Integer::sum);
        }
    }

    /** Against all of them, before any was looked at. */
    void everywhere(String reason) {
        everywhere = reason;
    }

    /** Nodes on which pushing others out could help. */
    List<NodeInfo> curable() {
        return curable;
    }

    /**
     * The message.
     *
     * @param preemption what preemption has to say, empty for nothing
     */
    public String message(String preemption) {
        if (nodes == 0) {
            return "no nodes available to schedule pods";
        }
        String joined = counts.entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
        String said = everywhere.isEmpty() ? joined : everywhere;
        return "0/" + nodes + " nodes are available:" + (said.isEmpty() ? "" : " " + said + ".")
                + (preemption.isEmpty() ? "" : " " + preemption);
    }
}
