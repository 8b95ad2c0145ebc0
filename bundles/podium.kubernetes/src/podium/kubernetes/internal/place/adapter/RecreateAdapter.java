// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.RecreateKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kueue.FlavorPin;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.kueue.QueueDoor;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PinMark;
import podium.kubernetes.internal.place.pin.PinNotes;
import podium.kubernetes.internal.place.pin.PinResolver;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.TemplatesPatch;
import podium.kubernetes.internal.plan.ObjectClone;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Deletion;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Owners whose templates nobody may change: deleted with their pods, and created again with the pin. It is deleted in the
 * foreground, so that it is gone only when its pods are, whose names the new ones take.
 */
record RecreateAdapter(WorkloadKinds kinds) {
    Plan plan(ResolvedRequest asked, RecreateKind kind) throws IOException, Refusal {
        kind.checkRecreated(asked);
        kinds.refuseOwned(asked);
        List<Template> templates = kind.list(asked.job());
        List<JsonNode> specs =
                templates.stream().map(template -> template.spec(asked.job())).toList();
        Pin pin = FlavorPin.of(
                PinResolver.templates(asked.asTemplate(), FlavorPin.tolerating(asked, specs), asked.objects()),
                asked,
                specs);
        TemplatesPatch change = new TemplatesPatch(asked.ref(), asked.job(), templates, pin);
        ObjectRef ref = asked.ref();
        if (change.isThere()) {
            throw new Refusal(
                    Texts.of("RecreateAdapter.isPinnedToAlready", ref.name(), pin.words()),
                    Texts.of("RecreateAdapter.nothingToDo"));
        }
        ObjectNode original = ObjectClone.of(asked.job());
        ApiWrite again = PlanSteps.create(ref, original, Texts.of("RecreateAdapter.createAgainAsItWas", ref.name()));
        ApiWrite pinned = PlanSteps.create(
                ref,
                pinned(original, templates, pin),
                Texts.of("RecreateAdapter.createAgainPinnedTo", ref.name(), pin.words()));
        ApiWrite deletePinned =
                PlanSteps.deleteAll(ref, "", Texts.of("RecreateAdapter.deleteThePinnedWithItsPods", ref.name()));
        String uid = ObjectReads.uid(asked.job());
        int pods = templates.stream().mapToInt(Template::pods).sum();
        List<Step> steps = new ArrayList<>();
        steps.add(Deletion.of(
                PlanSteps.deleteAll(ref, uid, Texts.of("RecreateAdapter.deleteWithItsPods", ref.name())),
                Optional.of(again),
                Trees.write(asked.job())));
        steps.add(PlanSteps.gone(ref, uid, PlanSteps.CONTROLLER));
        steps.add(new Step.Write(pinned, Optional.of(deletePinned)));
        boolean waits = QueuedPods.wait(asked, kind.selector(ref, asked.job()));
        if (!waits) {
            if (pods > 0) {
                QueueDoor.refuse(asked.objects(), ref, asked.job());
            }
            steps.addAll(OwnedPods.placed(asked.objects(), ref, kind.selector(ref, asked.job()), pods, pin));
        }
        List<Step> undo = new ArrayList<>(List.of(
                new Step.Write(deletePinned, Optional.empty()),
                PlanSteps.gone(ref, "", PlanSteps.CONTROLLER),
                new Step.Write(again, Optional.empty())));
        undo.addAll(PlanSteps.anew(ref, kind.selector(ref, asked.job()), Math.min(1, pods), List.of()));
        boolean idle = OwnedPods.active(asked.objects().reader(), ref, kind.selector(ref, asked.job()))
                .equals(OwnedPods.NONE);
        List<String> effects = new ArrayList<>();
        effects.add(Texts.of(
                "RecreateAdapter.isDeletedWithItsPods",
                ref.name(),
                pin.words(),
                kind.whyRecreated(asked.job()).orElse("")));
        if (waits) {
            effects.add(QueueDoor.whyShut(asked.objects(), ref.namespace(), KueueGuard.queue(asked.job()))
                    .map(why -> Texts.of("RecreateAdapter.itsPodsWaitAndItsQueueIsShut", why))
                    .orElseGet(() -> Texts.of("RecreateAdapter.itsPodsWaitAtKueues")));
        }
        effects.addAll(PinNotes.of(asked.job(), specs));
        List<String> lost =
                new ArrayList<>(idle ? List.of() : List.of(Texts.of("RecreateAdapter.whatItsPodsComputed")));
        lost.add(Texts.of("RecreateAdapter.theNewHasAnotherUid", ref.name()));
        return asked.plan(
                !idle,
                idle
                        ? Texts.of("RecreateAdapter.placeOn", ref.name(), pin.words())
                        : Texts.of("RecreateAdapter.restartOn", ref.name(), pin.words()),
                steps,
                effects,
                lost,
                undo);
    }

    private static ObjectNode pinned(ObjectNode original, List<Template> templates, Pin pin) {
        ObjectNode copy = original.deepCopy();
        for (Template template : templates) {
            if (copy.at(JsonPointer.compile(template.podSpec())) instanceof ObjectNode spec) {
                ObjectNode selector = spec.withObject("/nodeSelector");
                pin.entries().forEach(selector::put);
                selector.remove(PinMark.replaced(original, selector, pin));
            }
        }
        PinMark.set(copy, pin);
        return copy;
    }
}
