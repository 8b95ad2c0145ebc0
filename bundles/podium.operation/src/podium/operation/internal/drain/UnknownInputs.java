// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.InputKind;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.JobTraits;
import podium.model.fleet.Cluster;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;
import podium.model.value.WorkKind;

/** The objects that a drain preview depends on and that are not up to date or may not be read. */
final class UnknownInputs {
    private final SchedulingObjects facts;

    UnknownInputs(Cluster cluster) {
        facts = SchedulingObjects.of(cluster);
    }

    /** True when all budgets that may cover the pod are known. */
    boolean knowsBudgets(Task task) {
        return InputKind.unknown(facts, namespace(task), EnumSet.of(InputKind.BUDGETS))
                .isEmpty();
    }

    /** Why it cannot be promised what happens to these pods, a phrase each; empty: everything was looked at. */
    List<String> of(List<Task> victims) {
        Set<String> phrases =
                new LinkedHashSet<>(InputKind.unknown(facts, "", EnumSet.of(InputKind.NODES, InputKind.PODS)));
        for (Task task : victims) {
            Set<InputKind> grounds = EnumSet.of(InputKind.BUDGETS);
            @Nullable ControllerRef controller = task.getController();
            if (JobTraits.has(controller, WorkKind.Trait.COUNTS_LOSSES)) {
                grounds.add(InputKind.JOBS);
                grounds.add(InputKind.JOB_SETS);
            }
            phrases.addAll(InputKind.unknown(facts, namespace(task), grounds));
        }
        return List.copyOf(phrases);
    }

    private static String namespace(Task task) {
        return task.getNamespace() == null ? "" : task.getNamespace();
    }
}
