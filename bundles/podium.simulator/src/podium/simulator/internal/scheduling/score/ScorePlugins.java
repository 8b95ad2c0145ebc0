// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.score;

import java.util.List;
import java.util.Optional;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.NodeTerm;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.internal.scheduling.Taint;

/**
 * Which of the nodes that fit is best: the wishes with the weights of kube-scheduler's default plugins. Left out are balanced
 * allocation and image locality. Of equals the first is taken, where kube-scheduler draws lots.
 */
public final class ScorePlugins {

    private record Weighted(ScorePlugin score, int weight) {}

    private static final List<Weighted> ALL = List.of(
            new Weighted(ScorePlugins::taints, 3),
            new Weighted(ScorePlugins::affinity, 2),
            new Weighted(new NodeResourcesScore(), 1),
            new Weighted(new TopologySpreadScore(), 2),
            new Weighted(new InterPodAffinityScore(), 2));

    private ScorePlugins() {}

    public static Optional<NodeInfo> best(PodInfo pod, List<NodeInfo> nodes, SchedulerCache cluster) {
        if (nodes.size() <= 1) {
            return nodes.stream().findFirst();
        }
        double[] totals = of(pod, nodes, cluster);
        int best = 0;
        for (int i = 1; i < totals.length; i++) {
            best = totals[i] > totals[best] ? i : best;
        }
        return Optional.of(nodes.get(best));
    }

    static double[] of(PodInfo pod, List<NodeInfo> nodes, SchedulerCache cluster) {
        double[] totals = new double[nodes.size()];
        for (Weighted score : ALL) {
            double[] values = score.score().of(pod, nodes, cluster);
            for (int i = 0; i < totals.length; i++) {
                totals[i] += score.weight() * values[i];
            }
        }
        return totals;
    }

    /** Taints with {@code PreferNoSchedule} that the pod does not tolerate. */
    private static double[] taints(PodInfo pod, List<NodeInfo> nodes, SchedulerCache cluster) {
        double[] counts = new double[nodes.size()];
        for (int i = 0; i < counts.length; i++) {
            for (Taint taint : nodes.get(i).taints()) {
                counts[i] += taint.hard() || pod.tolerates(taint) ? 0 : 1;
            }
        }
        return ScorePlugin.reversed(counts);
    }

    /** Preferred node affinity. */
    private static double[] affinity(PodInfo pod, List<NodeInfo> nodes, SchedulerCache cluster) {
        double[] sums = new double[nodes.size()];
        for (NodeTerm term : pod.rules().preferredNodes()) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += term.matches(nodes.get(i)) ? term.weight() : 0;
            }
        }
        return ScorePlugin.normalized(sums);
    }
}
