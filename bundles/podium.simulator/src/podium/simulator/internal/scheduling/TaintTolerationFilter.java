// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

/** A taint keeps away who does not tolerate it. Source: plugin tainttoleration. */
final class TaintTolerationFilter implements FilterPlugin {

    private static final FilterStatus TAINTED = FilterStatus.lasting("node(s) had untolerated taint(s)");

    @Override
    public PodFilter prepare(PodInfo pod, SchedulerCache cluster) {
        return node -> bears(pod, node) ? FilterStatus.NONE : TAINTED;
    }

    /** Whether the pod tolerates every hard taint of the node. */
    static boolean bears(PodInfo pod, NodeInfo node) {
        for (Taint taint : node.taints()) {
            if (taint.hard() && !pod.tolerates(taint)) {
                return false;
            }
        }
        return true;
    }
}
