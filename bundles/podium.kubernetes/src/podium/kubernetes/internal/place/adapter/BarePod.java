// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kueue.FlavorPin;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.kueue.KueueWorkloadReader;
import podium.kubernetes.internal.kueue.QueueDoor;
import podium.kubernetes.internal.kueue.QueueMarks;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PinResolver;
import podium.kubernetes.internal.place.pin.PodClone;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Deletion;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** A pod that nothing owns and no gate of ours holds: it cannot be pinned or moved, only deleted and created again with the pin. */
final class BarePod {
    boolean accepts(ResolvedRequest asked) {
        return asked.pods().size() == 1
                && asked.pods().values().stream()
                        .allMatch(pod -> ObjectReads.controller(pod).isMissingNode());
    }

    Plan plan(ResolvedRequest asked) throws IOException, Refusal {
        Map.Entry<ObjectRef, JsonNode> only = asked.pods().entrySet().iterator().next();
        ObjectRef ref = only.getKey();
        JsonNode pod = only.getValue();
        check(ref, pod);
        Pin host = PinResolver.node(
                asked.nodeOf(ref),
                FlavorPin.tolerating(asked, List.of(pod.path("spec"))).getFirst(),
                asked.objects());
        String node = Trees.text(pod, "/spec/nodeName");
        if (node.equals(host.node())) {
            throw new Refusal(Texts.of("BarePod.isOnAlready", ref.name(), node), Texts.of("BarePod.nothingToDo"));
        }
        String uid = ObjectReads.uid(pod);
        ObjectNode authored = pod.deepCopy();
        if (KueueGuard.isQueued(pod)) {
            if (!node.isEmpty()) {
                QueueDoor.refuse(asked.objects(), ref, pod);
            }
            QueueMarks.strip(
                    authored, KueueWorkloadReader.of(asked.objects(), ref, uid).map(KueueWorkloadReader.Found::object));
        }
        Pin pin = FlavorPin.of(host, asked, List.of(authored.path("spec")));
        ApiWrite original = PlanSteps.create(
                ref, PodClone.of(authored, Optional.empty()), Texts.of("BarePod.createAgainAsItWas", ref.name()));
        ApiWrite pinned = PlanSteps.create(
                ref,
                PodClone.of(authored, Optional.of(pin)),
                Texts.of("BarePod.createAgainPinnedTo", ref.name(), pin.words()));
        ApiWrite deletePinned = PlanSteps.delete(ref, "", Texts.of("BarePod.deleteThePinned", ref.name()));
        List<Step> steps = List.of(
                Deletion.of(
                        PlanSteps.delete(ref, uid, Texts.of("BarePod.deleteGivingItItsGrace", ref.name())),
                        Optional.of(original),
                        Trees.write(pod)),
                PlanSteps.gone(ref, uid, grace(pod)),
                new Step.Write(pinned, Optional.of(deletePinned)),
                PlanSteps.runs(ref, pin.node()));
        List<Step> undo = List.of(
                new Step.Write(deletePinned, Optional.empty()),
                PlanSteps.gone(ref, "", grace(pod)),
                new Step.Write(original, Optional.empty()));
        List<String> irreversible = new ArrayList<>();
        List<String> effects = new ArrayList<>();
        if (node.isEmpty()) {
            effects.add(Texts.of("BarePod.hasNotStartedItIsDeleted", ref.name(), pin.words()));
        } else {
            effects.add(Texts.of("BarePod.isStoppedOnAndRestarts", ref.name(), node, pin.words()));
            irreversible.add(Texts.of("BarePod.whatComputedSinceItsLast", ref.name()));
        }
        irreversible.add(Texts.of("BarePod.theNewHasAnotherUid", ref.name()));
        String title = node.isEmpty()
                ? Texts.of("BarePod.placeOn", ref.name(), pin.words())
                : Texts.of("BarePod.restartOn", ref.name(), pin.words());
        return asked.plan(!node.isEmpty(), title, steps, effects, irreversible, undo);
    }

    private static void check(ObjectRef ref, JsonNode pod) throws Refusal {
        if (Json.hasEnded(pod)) {
            throw new Refusal(
                    Texts.of("BarePod.hasFinished", ref.name()), Texts.of("BarePod.createItAgainToRun"), true);
        }
        if (!Trees.text(pod, "/metadata/deletionTimestamp").isEmpty()) {
            throw new Refusal(Texts.of("BarePod.isBeingDeleted", ref.name()), Texts.of("BarePod.waitUntilItIsGone"));
        }
        List<String> foreign = Gates.foreign(pod);
        if (!foreign.isEmpty()) {
            throw new Refusal(
                    Texts.of("BarePod.isHeldByWhichPodium", ref.name(), String.join(", ", foreign)),
                    Texts.of("BarePod.placeItWhenThatGate"));
        }
    }

    private static java.time.Duration grace(JsonNode pod) {
        long seconds = pod.path("spec").path("terminationGracePeriodSeconds").asLong(30);
        return PlanSteps.CONTROLLER.plusSeconds(seconds);
    }
}
