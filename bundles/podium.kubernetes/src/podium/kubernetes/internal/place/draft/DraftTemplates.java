// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.kueue.FlavorPin;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.place.draft.Draft.Made;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PinNotes;
import podium.kubernetes.internal.place.pin.PinResolver;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PatchedObject;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;

/** Owners with pod templates that take pin and gate, or are held by a field of their own. */
record DraftTemplates(TemplatedKind kind) implements Drafting {
    @Override
    public List<PodPart> parts(ResolvedRequest asked) throws IOException, Refusal {
        return kind.templates(asked).parts().stream()
                .map(part -> kind.made(asked.job(), part))
                .toList();
    }

    @Override
    public Made held(ResolvedRequest asked) throws IOException, Refusal {
        if (!kind.holdField().isEmpty()) {
            return suspended(asked, "/" + String.join("/", kind.holdField()));
        }
        Templates templates = checked(asked);
        ObjectNode body =
                PatchedObject.of(asked.job(), templates.gate(true).write().write());
        return new Made(body, Texts.of("DraftTemplates.heldByTheGate", Gates.OURS), List.of(waiting(asked)));
    }

    private static String waiting(ResolvedRequest asked) {
        String name = asked.ref().name();
        if (KueueGuard.isQueued(asked.job())) {
            return asked.ref().isPod()
                    ? Texts.of("DraftTemplates.podWaitsOnceAdmitted", name)
                    : Texts.of("DraftTemplates.podsWaitOnceAdmitted", name);
        }
        return asked.ref().isPod()
                ? Texts.of("DraftTemplates.podWaits", name)
                : Texts.of("DraftTemplates.podsWait", name);
    }

    /** The object with its suspend field set. */
    private static Made suspended(ResolvedRequest asked, String pointer) throws IOException {
        ObjectNode body = asked.job().deepCopy();
        int last = pointer.lastIndexOf('/');
        body.withObject(pointer.substring(0, last)).put(pointer.substring(last + 1), true);
        return new Made(
                body,
                Texts.of("DraftTemplates.suspended"),
                List.of(Texts.of(
                        "DraftTemplates.getsNoGateItIsCreated", asked.ref().name())));
    }

    @Override
    public Made pinned(ResolvedRequest asked) throws IOException, Refusal {
        Templates templates = checked(asked);
        Pin pin = FlavorPin.of(
                PinResolver.templates(
                        asked.request(), FlavorPin.tolerating(asked, templates.podSpecs()), asked.objects()),
                asked,
                templates.podSpecs());
        refuseWhatCannotShare(asked, templates, pin);
        ObjectNode body =
                PatchedObject.of(asked.job(), templates.pin(pin).write().write());
        return new Made(body, kind.pinnedTo(pin.words()), PinNotes.of(asked.job(), templates.podSpecs()));
    }

    /** Templates that can be written to: what a manifest leaves out cannot be pinned or held. */
    private Templates checked(ResolvedRequest asked) throws IOException, Refusal {
        Templates templates = kind.templates(asked);
        Optional<Refusal> elsewhere = kind.elsewhere(asked);
        if (elsewhere.isPresent()) {
            throw elsewhere.get();
        }
        if (templates.podSpecs().isEmpty() || templates.podSpecs().stream().anyMatch(spec -> !spec.isObject())) {
            throw new Refusal(
                    Texts.of("DraftTemplates.hasNoPodTemplate", ObjectReads.name(asked.ref())),
                    Texts.of("DraftTemplates.writeOneItCannot"));
        }
        return templates;
    }

    /** Parts that each want a domain of their own cannot all lie in one. */
    private void refuseWhatCannotShare(ResolvedRequest asked, Templates templates, Pin pin) throws Refusal {
        if (kind instanceof CycleKind cycle) {
            cycle.effects(asked, pin);
        } else if (kind instanceof RollKind roll) {
            roll.effects(asked, templates, pin);
        }
    }

    @Override
    public boolean together() {
        return kind.together();
    }

    @Override
    public List<String> notes(ResolvedRequest asked) throws IOException {
        return kind.notes(asked);
    }
}
