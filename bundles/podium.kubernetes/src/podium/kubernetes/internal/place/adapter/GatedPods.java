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
                effects.add(ref.name() + " still waits for " + String.join(", ", foreign)
                        + ", which Podium does not remove.");
            }
        }
        int count = writes.size();
        String where = places(asked);
        effects.add(
                0,
                count == 1
                        ? writes.getFirst().write().target().name() + " is pinned to " + where
                                + " and released to the scheduler."
                        : count + " pods are pinned to " + where + " and released together"
                                + (way.isDeleting() ? "; if one is refused, all are held again." : "."));
        effects.addAll(way.effects());
        List<Step> steps = new ArrayList<>();
        steps.add(count == 1 ? writes.getFirst() : new Step.Barrier(writes, "Pin and release " + count + " pods"));
        if (!running.isEmpty()) {
            boolean bare = asked.pods().values().stream().noneMatch(GatedPods::isOwned);
            steps.add(
                    count == 1 && bare
                            ? PlanSteps.runs(writes.getFirst().write().target(), where)
                            : gang(asked, running, where));
            effects.add("If a pod has not started there in " + PlanSteps.START.toMinutes()
                    + " minutes, Podium reports why. "
                    + (bare
                            ? "Undo then recreates it, held by the gate."
                            : "Let the Scheduler Decide then recreates it without gate and pin."));
        }
        return asked.plan("Place " + asked.ref().name() + " on " + where, steps, effects, way.irreversible(), undo);
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
                        ? "Wait until " + first.name() + " runs on " + where
                        : "Wait until all " + nodes.size() + " pods run on their nodes");
    }

    private static String places(ResolvedRequest asked) {
        TreeSet<String> nodes = new TreeSet<>(asked.request().podToNode().values());
        return nodes.size() <= 3 ? String.join(", ", nodes) : nodes.size() + " nodes";
    }

    private static boolean isOwned(JsonNode pod) {
        return !ObjectReads.controller(pod).isMissingNode();
    }

    private static ApiWrite release(ObjectRef ref, JsonNode pod, Pin pin) throws Refusal {
        String present = Trees.text(pod, "/spec/nodeSelector/" + TestedPatch.escape(pin.key()));
        if (!present.isEmpty() && !present.equals(pin.value()) && pin.key().equals(Pin.HOSTNAME) && isAssigned(pod)) {
            throw new Refusal(
                    "Kueue has assigned " + ref.name() + " its node by topology, " + present
                            + ": pinned to another one it would never start.",
                    "Place it there; or submit it with a nodeSelector, which Kueue's assignment honors.");
        }
        if (!present.isEmpty() && !present.equals(pin.value())) {
            throw new Refusal(
                    ref.name() + " is already pinned to " + present + "; the pin of a pod can only be tightened.",
                    "Delete the pod so that it is recreated, or change its template.");
        }
        TestedPatch patch = new TestedPatch(pod);
        if (present.isEmpty()) {
            patch.set("/spec/nodeSelector/" + TestedPatch.escape(pin.key()), TextNode.valueOf(pin.value()));
        }
        patch.remove("/spec/schedulingGates/" + Gates.index(pod).orElseThrow());
        return PlanSteps.patch(
                ref,
                ObjectReads.uid(pod),
                patch.there(),
                "Pin " + ref.name() + " to " + pin.words() + " and release it");
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
        ApiWrite delete = PlanSteps.delete(ref, ObjectReads.uid(pod), "Delete " + ref.name());
        ApiWrite create = PlanSteps.create(
                ref, PodClone.of(pod, Optional.empty()), "Create " + ref.name() + " again, held by the gate");
        return List.of(
                new Step.Write(delete, Optional.empty()),
                PlanSteps.gone(ref, ObjectReads.uid(pod), PlanSteps.CONTROLLER),
                new Step.Write(create, Optional.empty()));
    }
}
