// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject;
import podium.core.fleet.SchedulingObjects;
import podium.core.retry.PodLoss;
import podium.core.retry.PodLossEffect;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.core.texts.Texts;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;
import podium.model.value.WorkKind;

/**
 * Whether a job comes through the loss of pods, by what the mirror knows of those who control them. Each controller counts for
 * itself: of pods of several, ask for each, with the number that it loses. In the realm.
 */
public final class LostPods {
    private static final int DEEPEST = 8;

    private LostPods() {}

    /**
     * What becomes of the job of a pod.
     *
     * @param pods how many pods of the same controller are lost with it, itself included
     */
    public static PodLossEffect of(Task task, PodLoss loss, int pods) {
        @Nullable ControllerRef controller = task.getController();
        @Nullable Job job = task.getJob();
        if (controller == null) {
            return new PodLossEffect(PodLossOutcome.ENDS, Texts.of("LostPods.noControllerRecreatesIt"));
        }
        SchedulingObjects facts = SchedulingObjects.of(job == null ? null : job.getCluster());
        String namespace = task.getNamespace() == null ? "" : task.getNamespace();
        return of(
                facts,
                namespace,
                JobTraits.has(controller, WorkKind.Trait.REPLACES_PODS),
                controller.uid(),
                loss,
                pods);
    }

    /**
     * What becomes of the topmost object above a controller.
     *
     * @param replaces whether the controller is of a kind that makes pods anew whatever happens to them
     */
    public static PodLossEffect of(
            SchedulingObjects facts, String namespace, boolean replaces, String uid, PodLoss loss, int pods) {
        List<PodLossRule> chain = new ArrayList<>();
        String at = uid;
        boolean replacesAt = replaces;
        while (!at.isEmpty() && chain.size() < DEEPEST) {
            Optional<SchedulingObject.Retries> known = facts.get(SchedulingObject.Retries.class, namespace, at);
            if (known.isEmpty()) {
                if (!replacesAt) {
                    return PodLossRule.of(chain, false, loss, pods);
                }
                chain.add(UncountedLossRule.REPLACES);
                break;
            }
            chain.add(known.get().rule());
            at = known.get().owner();
            replacesAt = known.get().ownerReplaces();
        }
        return PodLossRule.of(chain, true, loss, pods);
    }
}
