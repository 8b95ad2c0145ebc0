// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import podium.core.text.Counted;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kueue.FlavorPin;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.kueue.QueueDoor;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PinNotes;
import podium.kubernetes.internal.place.pin.PinResolver;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Owners that can be suspended: a suspended one gets its pin and is resumed; one that runs is stopped first, which restarts its
 * pods. One of Kueue's is stopped and started through Kueue.
 */
record CycleAdapter(WorkloadKinds kinds) {
    Plan plan(ResolvedRequest read, CycleKind kind) throws IOException, Refusal {
        kind.check(read);
        kinds.refuseOwned(read);
        Map<String, String> flavor = FlavorPin.labels(read);
        ResolvedRequest asked = flavor.isEmpty() ? read : FlavorPin.authored(read);
        Templates templates = kind.templates(asked);
        Pin pin = PinResolver.templates(
                asked.asTemplate(), FlavorPin.tolerating(asked, templates.podSpecs()), asked.objects());
        Cycle cycle = new Cycle(
                kinds, kind, asked, (its, holder) -> its.pin(FlavorPin.of(pin, flavor, holder, its.podSpecs())));
        boolean suspended = cycle.isSuspended();
        boolean queued = cycle.isQueued();
        if (cycle.isThere() && !suspended) {
            throw new Refusal(
                    Texts.of("CycleAdapter.isPinnedToAlready", asked.ref().name(), pin.words()),
                    Texts.of("CycleAdapter.nothingToDo"));
        }
        List<String> more = kind.effects(asked, pin);
        List<Step> steps = new ArrayList<>(cycle.there(false));
        if (!queued || !suspended) {
            steps.addAll(kind.runs(asked, templates.pods(), pin));
        }
        OptionalInt active = suspended
                ? OwnedPods.NONE
                : new OwnedPods(kinds).active(asked.objects().reader(), asked.ref(), asked.job());
        List<String> effects = new ArrayList<>();
        effects.add(first(asked, pin, suspended, queued, active));
        if (cycle.isReserved()) {
            effects.add(Texts.of("CycleAdapter.theQuotaReservedForIt"));
        }
        if (cycle.isInactive()) {
            effects.add(Texts.of("CycleAdapter.itsWorkloadIsInactive"));
        }
        cycle.partly().ifPresent(effects::add);
        effects.addAll(more);
        effects.addAll(PinNotes.of(asked.job(), templates.podSpecs()));
        boolean idle = active.equals(OwnedPods.NONE);
        return asked.plan(
                !idle,
                idle
                        ? Texts.of("CycleAdapter.placeOn", asked.ref().name(), pin.words())
                        : Texts.of("CycleAdapter.restartOn", asked.ref().name(), pin.words()),
                steps,
                effects,
                idle ? List.of() : List.of(Texts.of("CycleAdapter.whatItsPodsComputed")),
                cycle.back());
    }

    private static String first(ResolvedRequest asked, Pin pin, boolean suspended, boolean queued, OptionalInt active)
            throws IOException {
        String name = asked.ref().name();
        if (queued) {
            return suspended
                    ? QueueDoor.whyShut(asked.objects(), asked.ref().namespace(), KueueGuard.queue(asked.job()))
                            .map(why -> Texts.of("CycleAdapter.isPinnedToAndItsQueueIsShut", name, pin.words(), why))
                            .orElseGet(() -> Texts.of("CycleAdapter.isPinnedToKueue", name, pin.words()))
                    : Texts.of("CycleAdapter.isTakenBackFromKueue", name, pin.words());
        }
        if (suspended) {
            return Texts.of("CycleAdapter.isPinnedToAndStarts", name, pin.words());
        }
        if (active.equals(OwnedPods.NONE)) {
            return Texts.of("CycleAdapter.noPodOfRuns", name, pin.words());
        }
        return switch (active.orElse(0)) {
            case 0 -> Texts.of("CycleAdapter.allPodsRestart", name, pin.words());
            case 1 -> Texts.of("CycleAdapter.theActivePodRestarts", name, pin.words());
            default ->
                Texts.of(
                        "CycleAdapter.allActivePodsRestart",
                        Counted.allAtStart(active.orElse(0), "active pod"),
                        name,
                        pin.words());
        };
    }
}
