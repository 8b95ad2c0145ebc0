// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossEffect;
import podium.core.retry.PodLossOutcome;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.OwnedPodLosses;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.StopMethod;
import podium.kubernetes.internal.place.pin.SuspendCycle;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Step;

/**
 * How released pods that an owner makes come to be held at the gate again. They are deleted, and made anew from the template that has
 * the gate; but where the owner counts a deleted pod as failed and may end by it, it is suspended and resumed, which counts nothing
 * (kubernetes pkg/controller/job/job_controller.go, deleteJobPods takes the tracking finalizer off first).
 */
public abstract sealed class HoldRestore {
    /** What takes the release of one pod back while the rest is not released yet; empty: nothing does. */
    public abstract Optional<ApiWrite> back(ObjectRef ref, JsonNode pod) throws Refusal;

    /** Takes all of it back when it is done. */
    public abstract List<Step> undo() throws Refusal;

    /** True when the pods that were released are deleted one by one. */
    public boolean isDeleting() {
        return this instanceof Deleted;
    }

    public List<String> effects() {
        return List.of();
    }

    public List<String> irreversible() {
        return List.of();
    }

    /** The way for the pods of a request. */
    public static HoldRestore of(ResolvedRequest asked, WorkloadKinds kinds) throws IOException, Refusal {
        List<JsonNode> owned = asked.pods().values().stream()
                .filter(pod -> !ObjectReads.controller(pod).isMissingNode())
                .toList();
        PodLossEffect after =
                new OwnedPodLosses(kinds).deleted(owned, asked.ref().namespace(), asked.objects());
        Optional<CycleKind> kind = kinds.of(asked.ref(), CycleKind.class);
        String selector = kinds.selector(asked.ref(), asked.job());
        if (owned.isEmpty() || after.survives() || kind.isEmpty()) {
            return new Deleted(asked, owned, after, selector);
        }
        Suspension suspension = kind.get().suspension(asked.ref(), asked.job());
        boolean admitted = KueueGuard.isQueued(asked.job()) && !suspension.isSet(asked.job());
        StopMethod stop =
                admitted ? KueueGuard.stop(asked, suspension) : new SuspendCycle(asked.ref(), asked.job(), suspension);
        return new Cycled(
                asked,
                owned,
                after,
                stop,
                selector,
                new OwnedPods(kinds).gone(asked.objects().reader(), asked.ref(), asked.job()));
    }

    /** The owner makes new ones for those that are deleted, or ends. */
    private static final class Deleted extends HoldRestore {
        private final ResolvedRequest asked;
        private final List<JsonNode> owned;
        private final PodLossEffect after;
        private final String selector;

        Deleted(ResolvedRequest asked, List<JsonNode> owned, PodLossEffect after, String selector) {
            this.selector = selector;
            this.asked = asked;
            this.owned = owned;
            this.after = after;
        }

        @Override
        public Optional<ApiWrite> back(ObjectRef ref, JsonNode pod) {
            String kind = ObjectReads.controller(pod).path("kind").asText(Texts.of("HoldRestore.owner"));
            return Optional.of(PlanSteps.delete(
                    ref,
                    ObjectReads.uid(pod),
                    after.survives()
                            ? Texts.of("HoldRestore.deleteAndItsOwnerRecreatesIt", ref.name(), kind)
                            : Texts.of("HoldRestore.delete", ref.name())));
        }

        @Override
        public List<Step> undo() {
            List<Step> undo = new ArrayList<>();
            for (JsonNode pod : owned) {
                ObjectRef ref = ObjectRef.pod(asked.ref().namespace(), Trees.text(pod, "/metadata/name"));
                back(ref, pod).ifPresent(delete -> undo.add(new Step.Write(delete, Optional.empty())));
            }
            undo.addAll(HoldRestore.anew(asked, owned, selector));
            return undo;
        }

        @Override
        public List<String> irreversible() {
            if (after.survives() || owned.isEmpty()) {
                return List.of();
            }
            String name = asked.ref().name();
            return List.of(
                    after.outcome() == PodLossOutcome.ENDS
                            ? Texts.of("HoldRestore.takingItBackEnds", name, after.why())
                            : Texts.of("HoldRestore.takingItBackMayEnd", name, after.why()));
        }
    }

    /** The owner is stopped, which takes all its pods, and started again. */
    private static final class Cycled extends HoldRestore {
        private final ResolvedRequest asked;
        private final List<JsonNode> owned;
        private final PodLossEffect after;
        private final String selector;
        private final StopMethod stop;
        private final Optional<Step.Await> gone;

        Cycled(
                ResolvedRequest asked,
                List<JsonNode> owned,
                PodLossEffect after,
                StopMethod stop,
                String selector,
                Optional<Step.Await> gone) {
            this.selector = selector;
            this.asked = asked;
            this.owned = owned;
            this.after = after;
            this.stop = stop;
            this.gone = gone;
        }

        /** Of several pods the first stops it; the others find it stopped. */
        @Override
        public Optional<ApiWrite> back(ObjectRef ref, JsonNode pod) {
            return Optional.of(stop.now());
        }

        @Override
        public List<Step> undo() {
            List<Step> undo = new ArrayList<>(stop.stop(Trees.array()));
            gone.ifPresent(undo::add);
            undo.add(stop.start());
            if (stop instanceof SuspendCycle) {
                undo.addAll(HoldRestore.anew(asked, owned, selector));
            }
            return undo;
        }

        @Override
        public List<String> effects() {
            String name = asked.ref().name();
            return List.of(
                    after.outcome() == PodLossOutcome.ENDS
                            ? Texts.of("HoldRestore.deletingItsPodsWouldEnd", name, after.why())
                            : Texts.of("HoldRestore.deletingItsPodsCouldEnd", name, after.why()),
                    Texts.of("HoldRestore.ifAPodIsRefused", name));
        }
    }

    private static List<Step> anew(ResolvedRequest asked, List<JsonNode> owned, String selector) {
        return PlanSteps.anew(
                asked.ref(),
                selector,
                owned.size(),
                owned.stream().map(ObjectReads::uid).toList());
    }
}
