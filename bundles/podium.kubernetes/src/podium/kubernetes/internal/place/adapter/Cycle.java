// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.StopRefusal;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kueue.Deactivation;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.kueue.KueueWorkloadReader;
import podium.kubernetes.internal.kueue.QueueDoor;
import podium.kubernetes.internal.place.pin.PinChange;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.StopMethod;
import podium.kubernetes.internal.place.pin.SuspendCycle;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Step;

/**
 * How an owner that can be suspended gets other templates: it is stopped, they are changed wherever they are kept, it is started. What
 * Kueue queues is changed while nothing is reserved for it, in its Workload first and then in itself: whenever Kueue stops a job it
 * puts the templates back as the Workload has them (kueue pkg/controller/jobframework/reconciler.go, stopJob), and no change of a node
 * selector or a gate gets from the job into the Workload (pkg/util/equality/podset.go).
 */
final class Cycle {
    /** Makes the change of a set of templates. */
    interface Change {
        /** @param holder what the templates lie in: the job, or its Workload */
        PinChange of(Templates templates, JsonNode holder) throws Refusal;
    }

    private final OwnedPods pods;
    private final CycleKind kind;
    private final ResolvedRequest asked;
    private final boolean suspended;
    private final boolean queued;
    private final Optional<KueueWorkloadReader.Found> workload;
    private final StopMethod stop;
    private final PinChange own;
    private final List<PinChange> changes = new ArrayList<>();

    Cycle(WorkloadKinds kinds, CycleKind kind, ResolvedRequest asked, Change change) throws IOException, Refusal {
        this.pods = new OwnedPods(kinds);
        this.kind = kind;
        this.asked = asked;
        Suspension suspension = kind.suspension(asked.ref(), asked.job());
        suspended = suspension.isSet(asked.job());
        queued = KueueGuard.isQueued(asked.job());
        workload = queued ? KueueGuard.workload(asked, suspended) : Optional.empty();
        own = change.of(kind.templates(asked), asked.job());
        stop = workload.<StopMethod>map(its -> new Deactivation(asked.ref(), suspension, its))
                .orElseGet(() -> new SuspendCycle(asked.ref(), asked.job(), suspension));
        if (!suspended || isReserved()) {
            QueueDoor.refuse(asked.objects(), asked.ref(), asked.job());
        }
        Optional<String> end = suspended ? Optional.empty() : kind.whyNotStopped(asked.job());
        if (end.isPresent()) {
            throw StopRefusal.of(asked.ref().name(), end.get());
        }
        if (workload.isPresent() && !workload.get().templates().podSpecs().isEmpty()) {
            changes.add(change.of(workload.get().templates(), workload.get().object()));
        }
        changes.add(own);
    }

    /** Whether it is suspended now. */
    boolean isSuspended() {
        return suspended;
    }

    boolean isQueued() {
        return queued;
    }

    /** Whether it is not started yet and Kueue keeps quota for it, which it gives up to get other templates. */
    boolean isReserved() {
        return suspended
                && workload.filter(its -> ObjectReads.holds(its.object(), "QuotaReserved"))
                        .isPresent();
    }

    /** True for one that Kueue was told not to admit; it stays so. */
    boolean isInactive() {
        return workload.isPresent() && !workload.get().isActive();
    }

    /** Where Kueue has admitted it and may admit a part of it (minCount of its Workload): how much it has and may again. */
    Optional<String> partly() {
        JsonNode object = workload.map(KueueWorkloadReader.Found::object).orElseGet(Trees::object);
        int granted = sum(object.at("/status/admission/podSetAssignments"));
        int all = sum(object.at("/spec/podSets"));
        int least = all;
        for (JsonNode set : object.at("/spec/podSets")) {
            least -= set.path("count").asInt()
                    - set.path("minCount").asInt(set.path("count").asInt());
        }
        return granted == 0 || least == all
                ? Optional.empty()
                : Optional.of(Texts.of("Cycle.admittedInPart", granted, Counted.of(all, "task"), least));
    }

    private static int sum(JsonNode sets) {
        int sum = 0;
        for (JsonNode set : sets) {
            sum += set.path("count").asInt();
        }
        return sum;
    }

    /** True when Kueue gives each of its pods a node of its own (Topology Aware Scheduling), whatever is said to the pod. */
    boolean isAssigned() {
        return workload.isPresent()
                && !workload.get().object().findPath("topologyAssignment").isMissingNode();
    }

    /**
     * True when Kueue waits for the pods of what it admits (waitForPodsReady of its configuration): only then does it tell of a Workload
     * whether they are ready (kueue pkg/controller/jobframework/reconciler.go).
     */
    boolean awaitsReady() throws IOException {
        if (workload.isEmpty()) {
            return false;
        }
        for (JsonNode one : asked.objects().list(workload.get().ref().named(""), "")) {
            if (one.at("/status/conditions").findValuesAsText("type").contains("PodsReady")) {
                return true;
            }
        }
        return false;
    }

    /** True when all of it is as wanted already. */
    boolean isThere() {
        return changes.stream().allMatch(PinChange::isThere);
    }

    /** One that waits in its queue is taken out of it for the moment, lest it be admitted half changed. */
    private boolean stops() {
        return workload.isPresent() ? workload.get().isActive() : !suspended;
    }

    /** What waits without a queue is started; what has no Workload yet is left to Kueue. */
    private boolean starts() {
        return queued ? stops() : true;
    }

    /**
     * The change.
     *
     * @param remakes whether what its templates were has to be taken out of what was made of them
     */
    List<Step> there(boolean remakes) throws IOException {
        List<Step> steps = new ArrayList<>(stops() ? stopped(own.tests(false)) : List.of());
        steps.addAll(kind.prepare(asked, suspended));
        changes.forEach(change -> steps.add(change.write()));
        if (remakes || own.removes()) {
            for (ObjectRef made : kind.remnants(asked)) {
                asked.objects().find(made).map(ObjectReads::uid).ifPresent(uid -> steps.add(remake(made, uid)));
            }
        }
        if (starts()) {
            steps.add(stop.start());
        }
        return steps;
    }

    /**
     * The way back, by whatever it is by then: what waits in its queue now may have been admitted. What was suspended without a queue
     * stays so.
     */
    List<Step> back() throws IOException {
        boolean stopped = !queued || stops();
        ArrayNode tests = own.tests(true);
        List<Step> steps = new ArrayList<>(stopped ? stopped(tests) : List.of());
        if (stopped) {
            steps.addAll(kind.prepare(asked, false));
        }
        changes.forEach(change -> steps.add(change.undo()));
        kind.remnants(asked).forEach(made -> steps.add(remake(made, "")));
        if (queued ? stops() : !suspended) {
            steps.add(stop.start());
        }
        if (!queued && !suspended) {
            // none of those of before is left by then, so any is a new one
            steps.addAll(PlanSteps.anew(asked.ref(), kind.selector(asked.ref(), asked.job()), 1, List.of()));
        }
        return steps;
    }

    /** Stopped, and none of its pods left: one that its controller does not count any more holds its GPUs for its grace period. */
    private List<Step> stopped(ArrayNode tests) throws IOException {
        List<Step> steps = new ArrayList<>(
                workload.isPresent()
                        ? QueueDoor.open(asked.objects(), asked.ref().namespace(), KueueGuard.queue(asked.job()))
                        : List.of());
        steps.addAll(stop.stop(tests));
        pods.gone(asked.objects().reader(), asked.ref(), asked.job()).ifPresent(steps::add);
        return steps;
    }

    private static Step.Write remake(ObjectRef made, String uid) {
        var delete = PlanSteps.delete(made, uid, Texts.of("Cycle.deleteWhichIsRecreated", made.name()));
        return new Step.Write(delete, Optional.of(delete));
    }
}
