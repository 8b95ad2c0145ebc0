// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.RecreateKind;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.kueue.QueueDoor;
import podium.kubernetes.internal.place.pin.FieldOwners;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.place.pin.PinChange;
import podium.kubernetes.internal.place.pin.PinMark;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.ObjectClone;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Deletion;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Takes the pin out of an owner that cannot be suspended: its templates are changed and it rolls, or, where nobody may change them, it
 * is made anew without it.
 */
record LiftAdapter(WorkloadKinds kinds, ClusterId cluster) {
    Optional<Plan> plan(ResolvedRequest asked) throws IOException, Refusal {
        Optional<RecreateKind> fixed = kinds.of(asked.ref(), RecreateKind.class)
                .filter(kind -> kind.whyRecreated(asked.job()).isPresent());
        if (fixed.isPresent()) {
            kinds.refuseOwned(asked);
            return Optional.of(recreated(asked, fixed.get()));
        }
        Optional<RollKind> rolls = kinds.of(asked.ref(), RollKind.class);
        if (rolls.isEmpty()) {
            return Optional.empty();
        }
        kinds.refuseOwned(asked);
        return Optional.of(rolled(asked, rolls.get()));
    }

    private Plan rolled(ResolvedRequest asked, RollKind kind) throws IOException, Refusal {
        ObjectRef ref = asked.ref();
        Templates templates = kind.templates(asked);
        PinChange change = templates.gate(false);
        if (change.isThere()) {
            throw none(ref);
        }
        List<Step> steps = new ArrayList<>(List.of(change.write()));
        List<Step> undo = new ArrayList<>(List.of(change.undo()));
        int kept = kind.kept(asked.job());
        boolean all = kept >= templates.pods();
        if (!all) {
            QueueDoor.refuse(asked.objects(), ref, asked.job());
        }
        boolean held = Gates.within(asked.job().path("spec"));
        String selector = kind.selector(ref, asked.job());
        if (held && !all) {
            steps.addAll(OwnedPods.replaced(asked.objects(), ref, selector, templates.pods() - kept, templates.pods()));
        }
        TreeMap<String, String> pins = new TreeMap<>();
        for (JsonNode spec : templates.podSpecs()) {
            JsonNode labels = spec.path("nodeSelector");
            PinMark.pins(asked.job(), labels)
                    .forEach(key -> pins.put(key, labels.path(key).asText()));
        }
        pins.forEach((key, value) -> {
            String field = "/spec/nodeSelector/" + Json.segment(key);
            if (!all) {
                steps.addAll(OwnedPods.lifted(kind, ref, asked.job(), KueueGuard.isQueued(asked.job()), field, value));
                undo.addAll(OwnedPods.rolled(ref, selector, field, value, true, kind.kept(asked.job())));
            }
        });
        List<String> effects = new ArrayList<>();
        effects.add(
                all
                        ? held
                                ? Texts.of("LiftAdapter.newPodsGetNoGateAndPin")
                                : Texts.of("LiftAdapter.newPodsGetNoPin")
                        : held
                                ? Texts.of("LiftAdapter.podsAreReplacedWithoutGateAndPin")
                                : Texts.of("LiftAdapter.podsAreReplacedWithoutPin"));
        FieldOwners.warning(asked.job()).ifPresent(effects::add);
        boolean back = !held || all;
        return plan(
                ref,
                steps,
                effects,
                back ? List.of() : List.of(Texts.of("LiftAdapter.itIsNotBrought")),
                back ? undo : List.of());
    }

    private Plan recreated(ResolvedRequest asked, RecreateKind kind) throws IOException, Refusal {
        ObjectRef ref = asked.ref();
        List<Template> templates = kind.list(asked.job());
        ObjectNode original = ObjectClone.of(asked.job());
        ObjectNode free = original.deepCopy();
        boolean held = Gates.within(asked.job().path("spec"));
        PinMark.lift(free, asked.job(), templates);
        templates.forEach(template -> Gates.lift(free.at(template.podSpec())));
        if (free.equals(original)) {
            throw none(ref);
        }
        if (templates.stream().mapToInt(Template::pods).sum() > 0) {
            QueueDoor.refuse(asked.objects(), ref, asked.job());
        }
        ApiWrite again = PlanSteps.create(ref, original, Texts.of("LiftAdapter.createAgainAsItWas", ref.name()));
        ApiWrite lifted = PlanSteps.create(
                ref,
                free,
                held
                        ? Texts.of("LiftAdapter.createAgainWithoutGateAndPin", ref.name())
                        : Texts.of("LiftAdapter.createAgainWithoutPin", ref.name()));
        ApiWrite deleteLifted = PlanSteps.deleteAll(
                ref,
                "",
                held
                        ? Texts.of("LiftAdapter.deleteWithoutGateAndPin", ref.name())
                        : Texts.of("LiftAdapter.deleteWithoutPin", ref.name()));
        String uid = ObjectReads.uid(asked.job());
        String selector = kind.selector(ref, asked.job());
        List<Step> steps = new ArrayList<>(List.of(
                Deletion.of(
                        PlanSteps.deleteAll(ref, uid, Texts.of("LiftAdapter.deleteWithItsPods", ref.name())),
                        Optional.of(again),
                        Trees.write(asked.job())),
                PlanSteps.gone(ref, uid, PlanSteps.CONTROLLER),
                new Step.Write(lifted, Optional.of(deleteLifted))));
        steps.addAll(PlanSteps.anew(ref, selector, 1, List.of()));
        List<Step> undo = new ArrayList<>(List.of(
                new Step.Write(deleteLifted, Optional.empty()),
                PlanSteps.gone(ref, "", PlanSteps.CONTROLLER),
                new Step.Write(again, Optional.empty())));
        undo.addAll(PlanSteps.anew(ref, selector, 1, List.of()));
        String why = kind.whyRecreated(asked.job()).orElse("");
        return plan(
                ref,
                steps,
                List.of(
                        held
                                ? Texts.of("LiftAdapter.isRecreatedWithoutGateAndPin", ref.name(), why)
                                : Texts.of("LiftAdapter.isRecreatedWithoutPin", ref.name(), why)),
                List.of(
                        Texts.of("LiftAdapter.whatItsPodsComputed"),
                        Texts.of("LiftAdapter.theNewHasAnotherUid", ref.name())),
                undo);
    }

    private static Refusal none(ObjectRef ref) {
        return new Refusal(
                Texts.of("LiftAdapter.hasNoPin", ref.name()), Texts.of("LiftAdapter.nothingToDoTheScheduler"));
    }

    private Plan plan(ObjectRef ref, List<Step> steps, List<String> effects, List<String> lost, List<Step> undo) {
        return new Plan(
                cluster,
                "free",
                Texts.of("LiftAdapter.letTheSchedulerPlace", ref.name()),
                steps,
                effects,
                lost,
                List.of(),
                undo);
    }
}
