// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;

/** A taint keeps away who does not tolerate it. Source: plugin tainttoleration. */
final class TaintTolerationFilter implements FilterPlugin {

    private static final FilterStatus TAINTED = FilterStatus.lasting("node(s) had untolerated taint(s)");

    @Override
    public PodFilter prepare(PodInfo pod, SchedulerCache cluster) {
        return node -> node.repels(pod) ? TAINTED : FilterStatus.NONE;
    }
}
