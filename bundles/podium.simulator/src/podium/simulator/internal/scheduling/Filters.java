// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Why a node does not fit a pod, in the real scheduler's words and order. Source: kubernetes, pkg/scheduler/framework
 * (plugins NodeUnschedulable, TaintToleration, NodeAffinity, NodePorts, NodeResourcesFit, PodTopologySpread, InterPodAffinity).
 */
public final class Filters {

    /**
     * One reason against a node.
     *
     * @param text the scheduler's words
     * @param preemptable whether it could go away with pods that are now there
     */
    public record Reason(String text, boolean preemptable) {}

    private static final Taint CORDON = new Taint(Taint.UNSCHEDULABLE, "", "NoSchedule");
    private static final Reason UNSCHEDULABLE = new Reason("node(s) were unschedulable", false);
    private static final Reason AFFINITY = new Reason("node(s) didn't match Pod's node affinity/selector", false);

    private static final Reason PORTS = new Reason("node(s) didn't have free ports for the requested pod ports", true);

    private Filters() {}

    /** The reasons of the first plugin that objects; empty where the node fits. */
    public static List<Reason> against(PodView pod, NodeState node, PodRelations relations) {
        if (node.cordoned() && !pod.tolerates(CORDON)) {
            return List.of(UNSCHEDULABLE);
        }
        for (Taint taint : node.taints()) {
            if (taint.hard() && !pod.tolerates(taint)) {
                String words = "node(s) had untolerated taint {" + taint.key() + ": " + taint.value() + "}";
                return List.of(new Reason(words, false));
            }
        }
        if (!pod.rules().selects(node)) {
            return List.of(AFFINITY);
        }
        if (taken(pod, node)) {
            return List.of(PORTS);
        }
        List<Reason> lacking = lacking(pod, node);
        return lacking.isEmpty() ? relations.against(node) : lacking;
    }

    /** Whether somebody on the node listens where the pod wants to. */
    private static boolean taken(PodView pod, NodeState node) {
        for (HostPort wanted : pod.ports()) {
            for (PodView other : node.pods()) {
                if (other.ports().stream().anyMatch(wanted::meets)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the node is short of. */
    public static List<Reason> lacking(PodView pod, NodeState node) {
        List<Reason> reasons = List.of();
        for (Map.Entry<String, Long> wanted : pod.requests().entrySet()) {
            String resource = wanted.getKey();
            long amount = wanted.getValue();
            if (amount > 0 && amount > node.free(resource)) {
                reasons = reasons.isEmpty() ? new ArrayList<>() : reasons;
                boolean canHelp = amount <= node.allocatable(resource);
                String words = resource.equals(Requests.PODS) ? "Too many pods" : "Insufficient " + resource;
                reasons.add(new Reason(words, canHelp));
            }
        }
        return reasons;
    }
}
