// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.drain;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.InputKind;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.LostPods;
import podium.core.retry.PodLoss;
import podium.core.retry.PodLossEffect;
import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;

/**
 * What a drain's preview is made of: the pods on the nodes with what their jobs make of a loss, the budgets and quotas of the cluster,
 * and what is known of it at all. Quick to read, so that it can be compared every second. In the realm.
 */
record DrainInputs(List<Object> nodes, List<Object> budgets) {
    private static final List<InputKind> GROUNDS =
            List.of(InputKind.BUDGETS, InputKind.PODS, InputKind.JOBS, InputKind.JOB_SETS);

    private record Machine(boolean isThere, boolean isCordoned) {}

    private record Pod(
            @Nullable String uid, @Nullable TaskPhase phase, boolean ready, boolean going, PodLossEffect lost) {}

    private record Budget(@Nullable String uid, int allowed, int healthy, int desired) {}

    /** As it is now; a node that left the fleet has no pods and no budgets. */
    static DrainInputs of(List<Node> nodes) {
        List<Object> pods = new ArrayList<>();
        for (Node node : nodes) {
            pods.add(new Machine(node.getCluster() != null, node.isUnschedulable()));
            node.getTasks()
                    .forEach(task -> pods.add(new Pod(
                            task.getUid(),
                            task.getPhase(),
                            task.isReady(),
                            task.getDeletion() != null,
                            LostPods.of(task, PodLoss.EVICTED, 1))));
        }
        List<Object> budgets = new ArrayList<>();
        nodes.stream().map(Node::getCluster).distinct().forEach(cluster -> budgets.add(budgets(cluster)));
        return new DrainInputs(List.copyOf(pods), List.copyOf(budgets));
    }

    private static List<Object> budgets(@Nullable Cluster cluster) {
        if (cluster == null) {
            return List.of();
        }
        SchedulingObjects facts = SchedulingObjects.of(cluster);
        List<Object> stand = new ArrayList<>();
        stand.add(facts.quotaVersion());
        GROUNDS.forEach(ground -> stand.add(facts.reading(ground.resource(), "")));
        cluster.getBudgets().forEach(budget -> stand.add(budget(budget)));
        return stand;
    }

    private static Budget budget(DisruptionBudget budget) {
        return new Budget(
                budget.getUid(),
                budget.getDisruptionsAllowed(),
                budget.getCurrentHealthy(),
                budget.getDesiredHealthy());
    }
}
