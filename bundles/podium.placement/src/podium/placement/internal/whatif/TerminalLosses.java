// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.JobTraits;
import podium.core.job.LostPods;
import podium.core.retry.PodLoss;
import podium.core.retry.PodLossEffect;
import podium.core.retry.PodLossOutcome;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;
import podium.model.value.WorkKind;
import podium.placement.texts.Texts;

/**
 * Jobs that fail for good with the pods that they lose. Pods of a node that is gone are deleted with the condition DisruptionTarget, as
 * evicted ones are (kubernetes pkg/controller/tainteviction, and podgc).
 */
final class TerminalLosses {
    private TerminalLosses() {}

    /** Why a job ends for good; empty: it starts elsewhere, or perhaps does. */
    static Optional<String> of(Job job, Set<Task> lost, SchedulingObjects facts) {
        if (JobTraits.isPod(job)) {
            return lost.stream()
                    .filter(task -> task.getJob() == job && task.getController() == null)
                    .map(task -> Texts.of(
                            "TerminalLosses.endsForGood",
                            LostPods.of(task, PodLoss.EVICTED, 1).why()))
                    .findFirst();
        }
        Map<ControllerRef, Integer> pods = new LinkedHashMap<>();
        for (Task task : lost) {
            @Nullable ControllerRef controller = task.getController();
            if (task.getJob() == job && controller != null) {
                pods.merge(controller, 1, Integer::sum);
            }
        }
        for (Map.Entry<ControllerRef, Integer> one : pods.entrySet()) {
            ControllerRef by = one.getKey();
            String namespace = job.getNamespace() == null ? "" : job.getNamespace();
            PodLossEffect after = LostPods.of(
                    facts,
                    namespace,
                    JobTraits.has(by, WorkKind.Trait.REPLACES_PODS),
                    by.uid(),
                    PodLoss.EVICTED,
                    one.getValue());
            if (after.outcome() == PodLossOutcome.ENDS) {
                return Optional.of(Texts.of("TerminalLosses.endsForGood", after.why()));
            }
        }
        return Optional.empty();
    }
}
