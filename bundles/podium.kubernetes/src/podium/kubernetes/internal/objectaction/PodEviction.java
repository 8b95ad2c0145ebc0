// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.retry.PodLossEffect;
import podium.core.retry.PodLossOutcome;
import podium.kubernetes.internal.kind.OwnedPodLosses;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Evicting one pod: what a drain does to it, without the node. */
final class PodEviction {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private PodEviction() {}

    static Plan plan(ObjectTarget target) throws IOException, Refusal {
        if (!target.ref().isPod()) {
            throw new Refusal("Only pods can be evicted.", "Delete it instead.");
        }
        if (ObjectReads.isMirror(target.object())) {
            throw new Refusal(
                    target.name() + " is static: its kubelet runs it from a file on its node.", "Remove the file.");
        }
        List<String> effects = new ArrayList<>(List.of("The eviction is tried for up to " + LONGEST.toMinutes()
                + " minutes; the pod is not deleted while a disruption budget refuses."));
        List<String> lost = new ArrayList<>(List.of("What it did since its last checkpoint is lost."));
        Optional<String> owner = target.owner();
        PodLossEffect after = new OwnedPodLosses(target.kinds())
                .deleted(List.of(target.object()), target.ref().namespace(), target.reader());
        if (owner.isEmpty()) {
            lost.add("Nothing recreates it: no controller owns it.");
        } else if (after.survives()) {
            effects.add("It belongs to " + owner.get() + ", which may create another.");
        } else {
            lost.add((after.outcome() == PodLossOutcome.ENDS ? "It ends " : "It may end ") + owner.get() + ": "
                    + after.why() + ".");
        }
        Step evict = new Step.EvictAll(
                List.of(new Step.Victim(target.ref(), target.uid(), Optional.empty())),
                LONGEST,
                "Evict " + target.name());
        return new Plan(
                target.cluster(),
                "evict",
                "Evict " + target.name(),
                List.of(evict),
                effects,
                lost,
                List.of(),
                List.of());
    }
}
