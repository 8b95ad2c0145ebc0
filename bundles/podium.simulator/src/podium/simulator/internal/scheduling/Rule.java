// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

/** One rule of the scheduler, as a plugin of kube-scheduler with its phases PreFilter and Filter. Has no state. */
@FunctionalInterface
public interface Rule {

    /**
     * Reads what the rule needs to know of a pod and of the cluster, once for all nodes.
     *
     * @return {@link Check#NOTHING} where the rule has nothing to say about such a pod
     */
    Check prepare(PodView pod, SchedulerCache cluster);
}
