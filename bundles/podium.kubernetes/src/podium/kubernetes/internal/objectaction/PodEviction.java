// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.retry.PodLossEffect;
import podium.core.retry.PodLossOutcome;
import podium.core.text.Counted;
import podium.kubernetes.internal.kind.OwnedPodLosses;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Evicting one pod: what a drain does to it, without the node. */
final class PodEviction {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private PodEviction() {}

    static Plan plan(ObjectTarget target) throws IOException, Refusal {
        if (!target.ref().isPod()) {
            throw new Refusal(Texts.of("PodEviction.onlyPodsCanBeEvicted"), Texts.of("PodEviction.deleteItInstead"));
        }
        if (ObjectReads.isMirror(target.object())) {
            throw new Refusal(
                    Texts.of("PodEviction.isStaticItsKubelet", target.name()), Texts.of("PodEviction.removeTheFile"));
        }
        List<String> effects = new ArrayList<>(
                List.of(Texts.of("PodEviction.theEvictionIsTried", Counted.of(LONGEST.toMinutes(), "minute"))));
        List<String> lost = new ArrayList<>(
                OwnedPods.isActive(target.object()) ? List.of(Texts.of("PodEviction.whatItDidSince")) : List.of());
        Optional<String> owner = target.owner();
        PodLossEffect after = new OwnedPodLosses(target.kinds())
                .deleted(List.of(target.object()), target.ref().namespace(), target.reader());
        if (owner.isEmpty()) {
            lost.add(Texts.of("PodEviction.nothingRecreatesItNoController"));
        } else if (after.survives()) {
            effects.add(
                    OwnedPods.isActive(target.object())
                            ? Texts.of("PodEviction.itBelongsToWhichCreates", owner.get())
                            : Texts.of("PodEviction.itBelongsToWhichMayCreate", owner.get()));
        } else {
            lost.add(
                    after.outcome() == PodLossOutcome.ENDS
                            ? Texts.of("PodEviction.itEnds", owner.get(), after.why())
                            : Texts.of("PodEviction.itMayEnd", owner.get(), after.why()));
        }
        Step evict = new Step.EvictAll(
                List.of(new Step.Victim(target.ref(), target.uid(), Optional.empty(), owner.isEmpty())),
                LONGEST,
                Texts.of("PodEviction.evict", target.name()));
        return new Plan(
                target.cluster(),
                "evict",
                Texts.of("PodEviction.evict", target.name()),
                List.of(evict),
                effects,
                lost,
                List.of(),
                List.of());
    }
}
