// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject;
import podium.core.retry.PodLossEffect;
import podium.core.retry.UncountedLossRule;
import podium.core.retry.PodLoss;
import podium.core.retry.PodLossRule;
import podium.core.retry.PodLossOutcome;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;

/**
 * Whether a job comes through the loss of pods, by what the mirror knows of those who control them. Each controller counts for
 * itself: of pods of several, ask for each, with the number that it loses. In the realm.
 */
public final class LostPods {
    /** These make pods anew whatever happens to them (apps/v1; kubernetes pkg/controller/replicaset, statefulset, daemon). */
    private static final Set<String> REPLACING = Set.of(
            "ReplicaSet",
            "StatefulSet",
            "DaemonSet",
            "Deployment",
            "ReplicationController",
            "Notebook",
            "RayService",
            "InferenceService",
            "LLMInferenceService",
            "Revision",
            "Node");

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
            return new PodLossEffect(PodLossOutcome.ENDS, "nothing makes it anew");
        }
        SchedulingObjects facts = SchedulingObjects.of(job == null ? null : job.getCluster());
        String namespace = task.getNamespace() == null ? "" : task.getNamespace();
        return of(facts, namespace, controller.kind(), controller.uid(), loss, pods);
    }

    /** True for a kind that makes pods anew whatever happens to them. */
    public static boolean isReplacing(String kind) {
        return REPLACING.contains(kind);
    }

    /** What becomes of the topmost object above a controller. */
    public static PodLossEffect of(SchedulingObjects facts, String namespace, String kind, String uid, PodLoss loss, int pods) {
        List<PodLossRule> chain = new ArrayList<>();
        String at = uid;
        String kindAt = kind;
        while (!at.isEmpty() && chain.size() < DEEPEST) {
            Optional<SchedulingObject.Retries> known = facts.get(SchedulingObject.Retries.class, namespace, at);
            if (known.isEmpty()) {
                if (!isReplacing(kindAt)) {
                    return PodLossRule.of(chain, false, loss, pods);
                }
                chain.add(UncountedLossRule.REPLACES);
                break;
            }
            chain.add(known.get().rule());
            at = known.get().owner();
            kindAt = known.get().ownerKind();
        }
        return PodLossRule.of(chain, true, loss, pods);
    }
}
