// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import podium.core.api.ApiWrite;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PinResolver;
import podium.kubernetes.internal.place.pin.PodClone;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Pods held by our gate: the pin and the removal of the gate in one patch each, so that the scheduler never sees one without the
 * other (KEP-3838). Several pods are a barrier: the first refusal stops it, and those already released are {@link HoldRestore held again}.
 */
record GatedPods(WorkloadKinds kinds) {
    boolean accepts(ResolvedRequest asked) {
        return !asked.pods().isEmpty() && asked.pods().values().stream().allMatch(Gates::isHeld);
    }

    Plan plan(ResolvedRequest asked) throws IOException, Refusal {
        List<Step.Write> writes = new ArrayList<>();
        Map<String, String> running = new LinkedHashMap<>();
        HoldRestore way = HoldRestore.of(asked, kinds);
        List<Step> undo = new ArrayList<>(way.undo());
        List<String> effects = new ArrayList<>();
        for (Map.Entry<ObjectRef, JsonNode> entry : asked.pods().entrySet()) {
            ObjectRef ref = entry.getKey();
            JsonNode pod = entry.getValue();
            Pin pin = PinResolver.node(asked.nodeOf(ref), pod.path("spec"), asked.objects());
            Optional<ApiWrite> back = isOwned(pod) ? way.back(ref, pod) : Optional.empty();
            writes.add(new Step.Write(release(ref, pod, pin), back));
            if (!isOwned(pod)) {
                undo.addAll(undo(ref, pod));
            }
            List<String> foreign = Gates.foreign(pod);
            if (foreign.isEmpty()) {
                running.put(ObjectReads.uid(pod), pin.node());
            } else {
                effects.add(Texts.of("GatedPods.stillWaitsForWhichPodium", ref.name(), String.join(", ", foreign)));
            }
        }
        int count = writes.size();
        String where = places(asked);
        effects.add(
                0,
                count == 1
                        ? Texts.of(
                                "GatedPods.isPinnedToAndReleased",
                                writes.getFirst().write().target().name(),
                                where)
                        : way.isDeleting()
                                ? Texts.of("GatedPods.podsArePinnedAllOrNone", Counted.of(count, "pod"), where)
                                : Texts.of("GatedPods.podsArePinned", Counted.of(count, "pod"), where));
        effects.addAll(way.effects());
        List<Step> steps = new ArrayList<>();
        steps.add(
                count == 1
                        ? writes.getFirst()
                        : new Step.Barrier(writes, Texts.of("GatedPods.pinAndReleasePods", Counted.of(count, "pod"))));
        if (!running.isEmpty()) {
            boolean bare = asked.pods().values().stream().noneMatch(GatedPods::isOwned);
            steps.add(
                    count == 1 && bare
                            ? PlanSteps.runs(writes.getFirst().write().target(), where)
                            : gang(asked, running, where));
            effects.add(Texts.of(
                    "GatedPods.ifAPodHasNotStarted",
                    Counted.of(PlanSteps.START.toMinutes(), "minute"),
                    bare
                            ? Texts.of("GatedPods.undoThenRecreatesItHeld")
                            : Texts.of("GatedPods.letTheSchedulerDecide")));
        }
        return asked.plan(
                Texts.of("GatedPods.placeOn", asked.ref().name(), where), steps, effects, way.irreversible(), undo);
    }

    /** One wait for all of them, and none once their owner has failed: a gang runs when its last pod does. */
    private Step gang(ResolvedRequest asked, Map<String, String> nodes, String where) {
        ObjectRef first = asked.pods().keySet().iterator().next();
        boolean owned = asked.pods().values().stream().allMatch(GatedPods::isOwned);
        ObjectRef owner = owned ? asked.ref() : ObjectRef.pod(first.namespace(), "");
        String selector = kinds.selector(asked.ref(), asked.job());
        return new Step.Await(
                owner,
                new Expectation.GangRunning(selector, nodes),
                PlanSteps.START,
                nodes.size() == 1
                        ? Texts.of("GatedPods.waitUntilRunsOn", first.name(), where)
                        : Texts.of("GatedPods.waitUntilAllPods", Counted.all(nodes.size(), "pod")));
    }

    private static String places(ResolvedRequest asked) {
        TreeSet<String> nodes = new TreeSet<>(asked.request().podToNode().values());
        return nodes.size() <= 3 ? String.join(", ", nodes) : Counted.of(nodes.size(), "node");
    }

    private static boolean isOwned(JsonNode pod) {
        return !ObjectReads.controller(pod).isMissingNode();
    }

    private static ApiWrite release(ObjectRef ref, JsonNode pod, Pin pin) throws Refusal {
        String present = Trees.text(pod, "/spec/nodeSelector/" + Json.segment(pin.key()));
        if (!present.isEmpty() && !present.equals(pin.value()) && pin.key().equals(Pin.HOSTNAME) && isAssigned(pod)) {
            throw new Refusal(
                    Texts.of("GatedPods.kueueHasAssignedItsNode", ref.name(), present),
                    Texts.of("GatedPods.placeItThereOrSubmit"));
        }
        if (!present.isEmpty() && !present.equals(pin.value())) {
            throw new Refusal(
                    Texts.of("GatedPods.isAlreadyPinnedToThePin", ref.name(), present),
                    Texts.of("GatedPods.deleteThePodSoThatItIsRecreated"));
        }
        TestedPatch patch = new TestedPatch(pod);
        if (present.isEmpty()) {
            patch.set("/spec/nodeSelector/" + Json.segment(pin.key()), TextNode.valueOf(pin.value()));
        }
        patch.remove("/spec/schedulingGates/" + Gates.index(pod).orElseThrow());
        return PlanSteps.patch(
                ref,
                ObjectReads.uid(pod),
                patch.there(),
                Texts.of("GatedPods.pinToAndRelease", ref.name(), pin.words()));
    }

    /** Kueue's own label, or, of one that it has not looked at yet, what the author asked it for. */
    private static boolean isAssigned(JsonNode pod) {
        JsonNode metadata = pod.path("metadata");
        return metadata.path("labels").has(KueueNames.ASSIGNED)
                || metadata.path("annotations").has(KueueNames.REQUIRED_TOPOLOGY)
                || metadata.path("annotations").has(KueueNames.PREFERRED_TOPOLOGY);
    }

    /** A bare one is created again as it was. */
    private static List<Step> undo(ObjectRef ref, JsonNode pod) {
        ApiWrite delete = PlanSteps.delete(ref, ObjectReads.uid(pod), Texts.of("GatedPods.delete", ref.name()));
        ApiWrite create = PlanSteps.create(
                ref, PodClone.of(pod, Optional.empty()), Texts.of("GatedPods.createAgainHeldByTheGate", ref.name()));
        return List.of(
                new Step.Write(delete, Optional.empty()),
                PlanSteps.gone(ref, ObjectReads.uid(pod), PlanSteps.CONTROLLER),
                new Step.Write(create, Optional.empty()));
    }
}
