// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.text.Counted;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kind.kubernetes.GangKind;
import podium.kubernetes.internal.place.pin.FieldOwners;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.placement.HoldCompiler;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Brings an owner that can be suspended to the board and takes it off again: our gate goes into its templates, or out of them,
 * while it does not run (for a Job KEP-2926; JobSet pkg/webhooks/jobset_webhook.go), and its pods are made anew.
 */
public final class HoldPlans implements HoldCompiler {
    private final WorkloadKinds kinds;
    private final ClusterId cluster;
    private final ObjectReader reader;
    private final OwnerCompiler.VersionSource version;

    public HoldPlans(ClusterId cluster, ObjectReader reader, OwnerCompiler.VersionSource version, WorkloadKinds kinds) {
        this.kinds = kinds;
        this.cluster = cluster;
        this.reader = reader;
        this.version = version;
    }

    @Override
    public Result hold(ObjectRef job, String uid) throws IOException {
        return compile(job, uid, true);
    }

    @Override
    public Result free(ObjectRef job, String uid) throws IOException {
        return compile(job, uid, false);
    }

    private Result compile(ObjectRef ref, String uid, boolean hold) throws IOException {
        try {
            PlanReads reads = new PlanReads(reader, kinds);
            ObjectReads objects = new ObjectReads(reads);
            JsonNode job = objects.get(ref);
            if (!uid.isEmpty() && !uid.equals(ObjectReads.uid(job))) {
                throw new Refusal(
                        Texts.of("HoldPlans.wasDeletedAndRecreated", ObjectReads.name(ref)),
                        Texts.of("HoldPlans.waitUntilTheView"),
                        true);
            }
            PlacementCompiler.Request request =
                    new PlacementCompiler.Request(ref, uid, Map.of(), List.of(), Pin.HOSTNAME, "");
            ResolvedRequest asked = new ResolvedRequest(cluster, request, job, Map.of(), objects, version.ask());
            Optional<CycleKind> kind = kinds.of(ref, CycleKind.class);
            Optional<Plan> lifted =
                    hold || kind.isPresent() ? Optional.empty() : new LiftAdapter(kinds, cluster).plan(asked);
            if (lifted.isPresent()) {
                return reads.compiled(lifted.get());
            }
            if (kind.isEmpty()) {
                throw not(asked, hold);
            }
            return reads.compiled(plan(asked, kind.get(), hold));
        } catch (Refusal refusal) {
            return refusal.result();
        }
    }

    /** Why it is not brought to the board, or off it. */
    private Refusal not(ResolvedRequest asked, boolean hold) {
        ObjectRef ref = asked.ref();
        if (kinds.of(ref, RollKind.class).isPresent()) {
            return new Refusal(
                    Texts.of("HoldPlans.aWithAGate", ref.kind()), Texts.of("HoldPlans.placeItAsAWhole", Gates.OURS));
        } else if (kinds.of(ref, GangKind.class).isPresent() || ref.isPod()) {
            return hold
                    ? new Refusal(
                            Texts.of("HoldPlans.aPodGetsAGate"),
                            Texts.of("HoldPlans.placeItOrSubmitWithTheGate", Gates.OURS))
                    : Gates.isHeld(asked.job())
                            ? new Refusal(
                                    Texts.of("HoldPlans.hasWaitedAtTheGate", ref.name(), Gates.OURS),
                                    Texts.of("HoldPlans.placeItOnANode"))
                            : new Refusal(
                                    Texts.of("HoldPlans.theNodeselectorOfAPod", ref.name()),
                                    Texts.of("HoldPlans.submitItAgainWithout"));
        }
        return new Refusal(
                Texts.of("HoldPlans.aCannotBeBrought", ref.kind()),
                Texts.of("HoldPlans.setTheGateInItsPod", Gates.OURS));
    }

    private Plan plan(ResolvedRequest asked, CycleKind kind, boolean hold) throws IOException, Refusal {
        ObjectRef ref = asked.ref();
        kind.check(asked);
        kinds.refuseOwned(asked);
        Cycle cycle = new Cycle(kinds, kind, asked, (its, _) -> its.gate(hold));
        boolean suspended = cycle.isSuspended();
        boolean queued = cycle.isQueued();
        if (hold && cycle.isAssigned()) {
            throw new Refusal(
                    Texts.of("HoldPlans.kueueAssignsEachPod", ref.name()), Texts.of("HoldPlans.placeTheJobAsAWhole"));
        }
        if (cycle.isThere() && !suspended) {
            throw hold
                    ? new Refusal(
                            Texts.of("HoldPlans.hasTheGateAlready", ref.name(), Gates.OURS),
                            Texts.of("HoldPlans.waitUntilTheyAppear"))
                    : new Refusal(
                            Texts.of("HoldPlans.hasNeitherTheGate", ref.name(), Gates.OURS),
                            Texts.of("HoldPlans.nothingToDoTheScheduler"));
        }
        List<Step> steps = new ArrayList<>(cycle.there(true));
        if (!queued || !suspended) {
            steps.addAll(new OwnedPods(kinds).anew(asked.objects().reader(), ref, asked.job()));
        }
        OptionalInt active = suspended
                ? OwnedPods.NONE
                : new OwnedPods(kinds).active(asked.objects().reader(), ref, asked.job());
        List<String> effects = effects(asked, hold, suspended, queued, active);
        if (hold && cycle.awaitsReady()) {
            effects.add(Texts.of("HoldPlans.kueueIsToldHere", ref.name(), ref.name()));
        }
        boolean lost = !active.equals(OwnedPods.NONE) && !idle(asked.job());
        return new Plan(
                cluster,
                hold ? "hold" : "free",
                hold
                        ? Texts.of("HoldPlans.bringToTheBoard", ref.name())
                        : Texts.of("HoldPlans.letTheSchedulerPlace", ref.name()),
                steps,
                effects,
                lost ? List.of(Texts.of("HoldPlans.whatItsPodsComputed")) : List.of(),
                List.of(),
                cycle.back());
    }

    /** True when all its pods wait at our gate since they were made, so that none of them has done anything. */
    private static boolean idle(JsonNode job) {
        JsonNode status = job.path("status");
        return Gates.within(job.path("spec"))
                && status.path("ready").asInt() == 0
                && status.path("succeeded").asInt() == 0;
    }

    private static List<String> effects(
            ResolvedRequest asked, boolean hold, boolean suspended, boolean queued, OptionalInt active) {
        List<String> effects = new ArrayList<>();
        if (active.equals(OwnedPods.NONE) && !suspended) {
            effects.add(Texts.of("HoldPlans.noPodOfItRuns"));
        } else if (!suspended) {
            effects.add(
                    switch (active.orElse(0)) {
                        case 0 -> Texts.of("HoldPlans.itsPodsAreStopped");
                        case 1 -> Texts.of("HoldPlans.itsPodIsStopped");
                        default -> Texts.of("HoldPlans.itsCountedPodsAreStopped", Counted.of(active.getAsInt(), "pod"));
                    });
        }
        if (hold) {
            effects.add(
                    queued
                            ? Texts.of("HoldPlans.itsPodsWaitOnceAdmitted", Gates.OURS)
                            : Texts.of("HoldPlans.itsPodsWait", Gates.OURS));
            effects.add(
                    Texts.of("HoldPlans.theGateStaysInItsTemplate", asked.ref().name()));
        } else {
            effects.add(
                    queued
                            ? Texts.of("HoldPlans.itsPodsAreCreatedOnceAdmitted")
                            : Texts.of("HoldPlans.itsPodsAreCreated"));
        }
        FieldOwners.warning(asked.job()).ifPresent(effects::add);
        return effects;
    }
}
