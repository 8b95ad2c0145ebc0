// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kueue.FlavorPin;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PinNotes;
import podium.kubernetes.internal.place.pin.PinResolver;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;
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
            throw new Refusal(asked.ref().name() + " is pinned to " + pin.words() + " already.", "Nothing to do.");
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
        if (cycle.isInactive()) {
            effects.add("Its Workload is inactive: Kueue does not start it until that is activated.");
        }
        effects.addAll(more);
        effects.addAll(PinNotes.of(asked.job(), templates.podSpecs()));
        return asked.plan(
                (active.equals(OwnedPods.NONE) ? "Place " : "Restart ")
                        + asked.ref().name() + " on " + pin.words(),
                steps,
                effects,
                active.equals(OwnedPods.NONE)
                        ? List.of()
                        : List.of("What its pods computed since their last checkpoint is lost."),
                cycle.back());
    }

    private static String first(ResolvedRequest asked, Pin pin, boolean suspended, boolean queued, OptionalInt active) {
        String name = asked.ref().name();
        if (queued) {
            return suspended
                    ? name + " is pinned to " + pin.words() + "; Kueue starts it there when its queue has room."
                    : name + " is taken back from Kueue: its pods are stopped, it is pinned to " + pin.words()
                            + " and waits in its queue again. Others may come first.";
        }
        if (suspended) {
            return name + " is pinned to " + pin.words() + " and starts.";
        }
        if (active.equals(OwnedPods.NONE)) {
            return "No pod of " + name + " runs; it is stopped for a moment, pinned to " + pin.words()
                    + " and its pods are recreated.";
        }
        String pods =
                switch (active.orElse(0)) {
                    case 0 -> "All pods of ";
                    case 1 -> "The active pod of ";
                    case 2 -> "Both active pods of ";
                    default -> "All " + active.orElse(0) + " active pods of ";
                };
        boolean one = active.orElse(0) == 1;
        return pods + name + (one ? " is" : " are") + " stopped (grace period given) and restart" + (one ? "s" : "")
                + " on " + pin.words()
                + " from the beginning or their last checkpoint. A running job cannot be moved.";
    }
}
