// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;

/** One rule of the scheduler, as a plugin of kube-scheduler with its phases PreFilter and Filter. Has no state. */
@FunctionalInterface
public interface FilterPlugin {

    /**
     * Reads what the rule needs to know of a pod and of the cluster, once for all nodes.
     *
     * @return {@link PodFilter#NOTHING} where the rule has nothing to say about such a pod
     */
    PodFilter prepare(PodInfo pod, SchedulerCache cluster);
}
