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
import podium.core.text.Counted;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kueue.PodGroup;
import podium.kubernetes.internal.kueue.QueueFlavors;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PinResolver;
import podium.kubernetes.internal.place.pin.PodClone;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Deletion;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Pods of a group that Kueue admitted, or is to admit, as one. Kueue keeps each that is deleted until another one stands in its place
 * (kueue pkg/controller/jobs/pod/pod_controller.go, FindMatchingWorkloads), so that its name is not free; and the one that is too many
 * while the old one has not ended is deleted. So each is deleted, has ended, and a pod of another name takes its place in the group.
 */
final class GroupPods {
    /** What may stand before the number that makes a name another one. */
    private static final String AGAIN = "-r";

    private static final int LONGEST_NAME = 63;

    boolean accepts(ResolvedRequest asked) {
        return !asked.pods().isEmpty() && asked.pods().values().stream().allMatch(PodGroup::isMember);
    }

    Plan plan(ResolvedRequest asked) throws IOException, Refusal {
        List<Step> deletes = new ArrayList<>();
        List<Step> ends = new ArrayList<>();
        List<Step> creates = new ArrayList<>();
        List<Step> waits = new ArrayList<>();
        List<Step> undo = new ArrayList<>();
        List<Step> undone = new ArrayList<>();
        List<Step> again = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String where = "";
        int running = 0;
        for (Map.Entry<ObjectRef, JsonNode> one : asked.pods().entrySet()) {
            ObjectRef ref = one.getKey();
            JsonNode pod = one.getValue();
            PodGroup group = PodGroup.of(asked.objects(), ref, pod);
            group.check(ref, pod);
            Pin pin = pin(asked, ref, pod);
            checkFlavor(asked, group, pod, pin);
            where = pin.words();
            ObjectRef next = next(asked, ref, AGAIN);
            ObjectNode copy = group.copy(pod);
            ApiWrite delete =
                    PlanSteps.delete(ref, ObjectReads.uid(pod), Texts.of("GroupPods.deleteOfTheGroup", ref.name()));
            ApiWrite back = PlanSteps.create(
                    ref, PodClone.of(copy, Optional.empty()), Texts.of("GroupPods.putBack", ref.name()));
            ApiWrite drop = PlanSteps.delete(next, "", Texts.of("GroupPods.deleteThePinned", next.name()));
            deletes.add(Deletion.of(delete, Optional.of(restore(asked, ref, copy)), Trees.write(pod)));
            ends.add(over(ref, ObjectReads.uid(pod), pod));
            creates.add(new Step.Write(
                    PlanSteps.create(
                            next,
                            named(PodClone.of(copy, Optional.of(pin)), next),
                            Texts.of("GroupPods.putPinnedToInThePlace", next.name(), pin.words(), ref.name())),
                    Optional.of(drop)));
            waits.add(PlanSteps.gone(ref, ObjectReads.uid(pod), PlanSteps.CONTROLLER));
            if (group.isAdmitted()) {
                waits.add(PlanSteps.runs(next, pin.node()));
            }
            undo.add(new Step.Write(drop, Optional.empty()));
            undone.add(over(next, "", pod));
            again.add(new Step.Write(back, Optional.empty()));
            names.add(Texts.of("GroupPods.replacedBy", ref.name(), next.name()));
            running += Trees.text(pod, "/spec/nodeName").isEmpty() ? 0 : 1;
        }
        List<Step> steps = new ArrayList<>(deletes);
        steps.addAll(ends);
        steps.addAll(creates);
        steps.addAll(waits);
        undo.addAll(undone);
        undo.addAll(again);
        String what = names.size() == 1
                ? asked.pods().keySet().iterator().next().name()
                : Texts.of("GroupPods.podsOfTheGroup", Counted.of(names.size(), "pod"));
        return asked.plan(
                running > 0,
                running == 0
                        ? Texts.of("GroupPods.placeOn", what, where)
                        : Texts.of("GroupPods.restartOn", what, where),
                steps,
                effects(names, running, where),
                irreversible(running),
                undo);
    }

    private static List<String> effects(List<String> names, int running, String where) {
        List<String> effects = new ArrayList<>();
        String all = String.join(", ", names);
        effects.add(
                running == 0
                        ? Texts.of("GroupPods.noneRunsAndEachIsReplaced", where, all)
                        : Texts.of("GroupPods.runningPodsStayAndEachIsReplaced", where, all));
        effects.add(Texts.of("GroupPods.theGroupKeepsItsWorkload"));
        return effects;
    }

    private static List<String> irreversible(int running) {
        List<String> lost = new ArrayList<>();
        if (running > 0) {
            lost.add(Texts.of("GroupPods.whatTheyComputedSince"));
        }
        lost.add(Texts.of("GroupPods.theNewPodsHaveOther"));
        return lost;
    }

    /** The flavor of the group is chosen by what its pods said when they were made, and written into each of them. */
    private static void checkFlavor(ResolvedRequest asked, PodGroup group, JsonNode pod, Pin pin)
            throws IOException, Refusal {
        List<JsonNode> nodes = pin.node().isEmpty()
                ? asked.objects().list(ObjectRef.node(""), pin.key() + "=" + pin.value())
                : List.of(asked.objects().get(ObjectRef.node(pin.node())));
        Map<String, String> flavor =
                QueueFlavors.labels(asked.objects(), asked.ref().namespace(), pod, nodes);
        for (Map.Entry<String, String> label : flavor.entrySet()) {
            String has =
                    pod.path("spec").path("nodeSelector").path(label.getKey()).asText();
            if (!has.equals(label.getValue())) {
                String wanted = label.getKey() + "=" + label.getValue();
                throw new Refusal(
                        has.isEmpty()
                                ? Texts.of("GroupPods.oneFlavorForTheGroup", group.name(), pin.words(), wanted)
                                : Texts.of(
                                        "GroupPods.oneFlavorForTheGroupWith",
                                        group.name(),
                                        label.getKey() + "=" + has,
                                        pin.words(),
                                        wanted),
                        Texts.of("GroupPods.deleteTheGroupAndSubmit"));
            }
        }
    }

    private static Pin pin(ResolvedRequest asked, ObjectRef ref, JsonNode pod) throws IOException, Refusal {
        return asked.request().podToNode().containsKey(ref)
                        && asked.request().pinValue().isEmpty()
                ? PinResolver.node(asked.nodeOf(ref), pod.path("spec"), asked.objects())
                : PinResolver.templates(asked.request(), List.of(pod.path("spec")), asked.objects());
    }

    /** What puts it back while its own name is still taken. */
    private static ApiWrite restore(ResolvedRequest asked, ObjectRef ref, ObjectNode copy) throws IOException {
        ObjectRef other = next(asked, ref, "-b");
        return PlanSteps.create(
                other,
                named(PodClone.of(copy, Optional.empty()), other),
                Texts.of("GroupPods.putBackAs", ref.name(), other.name()));
    }

    private static ObjectNode named(ObjectNode pod, ObjectRef ref) {
        pod.withObject("/metadata").put("name", ref.name()).remove("generateName");
        return pod;
    }

    /** The first free name after that of a pod. */
    private static ObjectRef next(ResolvedRequest asked, ObjectRef ref, String mark) throws IOException {
        String stem = ref.name().replaceFirst("-[rb][0-9]{1,3}$", "");
        stem = stem.substring(0, Math.min(stem.length(), LONGEST_NAME - mark.length() - 3));
        for (int i = 1; true; i++) {
            ObjectRef other = ObjectRef.pod(ref.namespace(), stem + mark + i);
            if (asked.objects().find(other).isEmpty()) {
                return other;
            }
        }
    }

    private static Step.Await over(ObjectRef ref, String uid, JsonNode pod) {
        long grace = pod.path("spec").path("terminationGracePeriodSeconds").asLong(30);
        return new Step.Await(
                ref,
                new Expectation.Over(uid),
                PlanSteps.CONTROLLER.plusSeconds(grace),
                Texts.of("GroupPods.waitUntilHasEnded", ref.name()));
    }
}
