// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.KueueNames;
import podium.core.fleet.MissingTasks;
import podium.core.texts.Texts;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.TaskGroup;
import podium.model.value.TaskSpec;

/**
 * The scheduling gates that pods are made with from a template. A pod that runs has none left; the one that replaces it has them again,
 * and waits there until a person lifts them.
 */
public final class ReplacementGates {
    private ReplacementGates() {}

    /** Of the pod that is made in the place of another; empty: none is made, or it does not wait. In the realm. */
    public static Set<String> of(Task task) {
        @Nullable Job job = task.getJob();
        if (job == null || task.getController() == null) {
            return Set.of();
        }
        Optional<TaskSpec> template = job.getGroups() == null
                ? Optional.ofNullable(job.getSpec())
                : MissingTasks.group(job.getGroups(), task).map(TaskGroup::spec);
        return template.map(ReplacementGates::of).orElse(Set.of());
    }

    /** Of the pods of a template. Kueue lifts its own gates. */
    public static Set<String> of(TaskSpec template) {
        Set<String> gates = new TreeSet<>(template.gates());
        gates.removeIf(gate -> gate.startsWith(KueueNames.GROUP + "/"));
        return gates;
    }

    /** Where the new pods wait, and for what. */
    public static String words(Collection<String> gates, int pods) {
        String names = String.join(", ", gates);
        return List.copyOf(gates).equals(List.of(GateText.MANUAL))
                ? pods == 1
                        ? Texts.of("ReplacementGates.newPodWaitsForAnOperator", names)
                        : Texts.of("ReplacementGates.newPodsWaitForAnOperator", names)
                : pods == 1
                        ? Texts.of("ReplacementGates.newPodWaits", names)
                        : Texts.of("ReplacementGates.newPodsWait", names);
    }
}
