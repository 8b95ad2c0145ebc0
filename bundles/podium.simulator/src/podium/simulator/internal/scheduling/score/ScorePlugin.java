// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.score;

import java.util.List;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;

/** One wish of the scheduler: how well nodes that fit suit a pod. Has no state. */
@FunctionalInterface
interface ScorePlugin {

    /** The best that a score says of a node. */
    double FULL = 100;

    /** One number from 0 to {@link #FULL} for each of the nodes; more is better. */
    double[] of(PodInfo pod, List<NodeInfo> nodes, SchedulerCache cluster);

    /** Stretches numbers of which the greatest is best, so that the greatest is {@link #FULL}. */
    static double[] normalized(double[] raw) {
        double most = 0;
        for (double value : raw) {
            most = Math.max(most, value);
        }
        for (int i = 0; i < raw.length; i++) {
            raw[i] = most == 0 ? 0 : FULL * raw[i] / most;
        }
        return raw;
    }

    /** The same for numbers of which the least is best: those without any are {@link #FULL}. */
    static double[] reversed(double[] raw) {
        normalized(raw);
        for (int i = 0; i < raw.length; i++) {
            raw[i] = FULL - raw[i];
        }
        return raw;
    }
}
