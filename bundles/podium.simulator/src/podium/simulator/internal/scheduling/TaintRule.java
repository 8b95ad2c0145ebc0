// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

/** A taint keeps away who does not tolerate it. Source: plugin tainttoleration. */
final class TaintRule implements Rule {

    private static final Refusal TAINTED = Refusal.lasting("node(s) had untolerated taint(s)");

    @Override
    public Check prepare(PodView pod, SchedulerCache cluster) {
        return node -> bears(pod, node) ? Refusal.NONE : TAINTED;
    }

    /** Whether the pod tolerates every hard taint of the node. */
    static boolean bears(PodView pod, NodeState node) {
        for (Taint taint : node.taints()) {
            if (taint.hard() && !pod.tolerates(taint)) {
                return false;
            }
        }
        return true;
    }
}
