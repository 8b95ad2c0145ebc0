// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.internal.scheduling.Taint;

/** A cordoned node takes only who tolerates it. Source: plugin nodeunschedulable. */
final class NodeUnschedulableFilter implements FilterPlugin {

    private static final Taint CORDON = new Taint(Taint.UNSCHEDULABLE, "", "NoSchedule");
    private static final FilterStatus CORDONED = FilterStatus.lasting("node(s) were unschedulable");

    @Override
    public PodFilter prepare(PodInfo pod, SchedulerCache cluster) {
        return pod.tolerates(CORDON) ? PodFilter.NOTHING : node -> node.cordoned() ? CORDONED : FilterStatus.NONE;
    }
}
