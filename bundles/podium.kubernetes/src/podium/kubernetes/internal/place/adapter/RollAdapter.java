// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import podium.core.json.Json;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kueue.FlavorPin;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.kueue.QueueDoor;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PinChange;
import podium.kubernetes.internal.place.pin.PinNotes;
import podium.kubernetes.internal.place.pin.PinResolver;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Owners that roll: the pin goes into the template, so it takes all replicas there, and replaces each of them. */
record RollAdapter(WorkloadKinds kinds) {
    Plan plan(ResolvedRequest asked, RollKind kind) throws IOException, Refusal {
        kinds.refuseOwned(asked);
        Templates templates = kind.templates(asked);
        Pin pin = FlavorPin.of(
                PinResolver.templates(
                        asked.asTemplate(), FlavorPin.tolerating(asked, templates.podSpecs()), asked.objects()),
                asked,
                templates.podSpecs());
        PinChange change = templates.pin(pin);
        if (change.isThere()) {
            throw new Refusal(
                    Texts.of("RollAdapter.isPinnedToAlready", asked.ref().name(), pin.words()),
                    Texts.of("RollAdapter.nothingToDo"));
        }
        List<String> effects = new ArrayList<>(kind.effects(asked, templates, pin));
        effects.addAll(PinNotes.of(asked.job(), templates.podSpecs()));
        List<Step> steps = new ArrayList<>(List.of(change.write()));
        List<Step> undo = new ArrayList<>(List.of(change.undo()));
        String selector = kind.selector(asked.ref(), asked.job());
        String field = "/spec/nodeSelector/" + Json.segment(pin.key());
        if (QueuedPods.wait(asked, selector)) {
            // its controller makes one new pod beside the old ones and waits for it, while Kueue admits the old ones
            // first
            throw new Refusal(
                    Texts.of("RollAdapter.thePodsOfWait", asked.ref().name()), Texts.of("RollAdapter.scaleItToPlace"));
        }
        int kept = Math.min(kind.kept(asked.job()), templates.pods());
        if (kept < templates.pods()) {
            QueueDoor.refuse(asked.objects(), asked.ref(), asked.job());
        }
        if (selector.isEmpty()) {
            effects.add(Texts.of("RollAdapter.itsPodsHaveNoLabel"));
        }
        if (kept < templates.pods()) {
            steps.addAll(OwnedPods.placed(asked.objects(), asked.ref(), selector, templates.pods() - kept, kept, pin));
            steps.addAll(OwnedPods.rolled(asked.ref(), selector, field, pin.value(), true, kept));
            undo.addAll(OwnedPods.lifted(
                    kind, asked.ref(), asked.job(), KueueGuard.isQueued(asked.job()), field, pin.value()));
        }
        boolean runs = kept < templates.pods()
                && OwnedPods.active(asked.objects().reader(), asked.ref(), selector)
                                .orElse(1)
                        > 0;
        return asked.plan(
                runs, Texts.of("RollAdapter.pinTo", asked.ref().name(), pin.words()), steps, effects, List.of(), undo);
    }
}
