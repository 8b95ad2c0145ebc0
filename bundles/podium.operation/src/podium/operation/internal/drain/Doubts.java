// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Facts;
import podium.core.fleet.Ground;
import podium.model.fleet.Cluster;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;

/** What a drain leans on and what is not known as it is now. */
final class Doubts {
    private final Facts facts;

    Doubts(Cluster cluster) {
        facts = Facts.of(cluster);
    }

    /** True when all budgets that may cover the pod are known. */
    boolean knowsBudgets(Task task) {
        return Ground.unknown(facts, namespace(task), EnumSet.of(Ground.BUDGETS))
                .isEmpty();
    }

    /** Why it cannot be promised what happens to these pods, a phrase each; empty: everything was looked at. */
    List<String> of(List<Task> victims) {
        Set<String> phrases = new LinkedHashSet<>(Ground.unknown(facts, "", EnumSet.of(Ground.NODES, Ground.PODS)));
        for (Task task : victims) {
            Set<Ground> grounds = EnumSet.of(Ground.BUDGETS);
            @Nullable ControllerRef controller = task.getController();
            if (controller != null && controller.kind().equals("Job")) {
                grounds.add(Ground.JOBS);
                grounds.add(Ground.JOB_SETS);
            }
            phrases.addAll(Ground.unknown(facts, namespace(task), grounds));
        }
        return List.copyOf(phrases);
    }

    private static String namespace(Task task) {
        return task.getNamespace() == null ? "" : task.getNamespace();
    }
}
