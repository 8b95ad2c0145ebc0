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
            PlanReads reads = new PlanReads(reader);
            ObjectReads objects = new ObjectReads(reads);
            JsonNode job = objects.get(ref);
            if (!uid.isEmpty() && !uid.equals(ObjectReads.uid(job))) {
                throw new Refusal(
                        ObjectReads.name(ref) + " was deleted and recreated meanwhile.",
                        "Wait until the view has caught up.");
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
                    "A " + ref.kind() + " with a gate would replace its pods with ones that wait, and stop half way.",
                    "Place it as a whole, on a node or in a domain. To lay out its pods one by one, submit it with the"
                            + " gate " + Gates.OURS + " in its template.");
        } else if (kinds.of(ref, GangKind.class).isPresent() || ref.isPod()) {
            return hold
                    ? new Refusal(
                            "A pod gets a gate only when it is created.",
                            "Place it on a node, or submit it again with the gate " + Gates.OURS + ".")
                    : Gates.isHeld(asked.job())
                            ? new Refusal(
                                    ref.name() + " has waited at the gate " + Gates.OURS + " since it was created.",
                                    "Place it on a node, which takes the gate away.")
                            : new Refusal(
                                    "The nodeSelector of a pod cannot be changed, and nothing recreates " + ref.name()
                                            + " again.",
                                    "Submit it again without one.");
        }
        return new Refusal(
                "A " + ref.kind()
                        + " cannot be brought to the board or off it: it cannot be suspended while its"
                        + " template changes.",
                "Set the gate " + Gates.OURS + " in its pod template where it is created.");
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
                    "Kueue assigns each pod of " + ref.name()
                            + " its node by topology: on the board none could be placed"
                            + " anywhere else, and all of them would hold their quota.",
                    "Place the job as a whole, on a node or in a domain: it is pinned before Kueue assigns its nodes.");
        }
        if (cycle.isThere() && !suspended) {
            throw hold
                    ? new Refusal(
                            ref.name() + " has the gate " + Gates.OURS + " already; its pods are being created.",
                            "Wait until they appear.")
                    : new Refusal(
                            ref.name() + " has neither the gate " + Gates.OURS + " nor a pin on a host.",
                            "Nothing to do: the scheduler decides already.");
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
            effects.add(
                    "Kueue is told here to wait until the pods of what it admits are ready (waitForPodsReady): while"
                            + " those of " + ref.name()
                            + " are on the board it may admit nobody else, and after its timeout it"
                            + " evicts " + ref.name()
                            + ", again and again, and may deactivate it. Place its pods before that.");
        }
        boolean lost = !active.equals(OwnedPods.NONE) && !idle(asked.job());
        return new Plan(
                cluster,
                hold ? "hold" : "free",
                hold ? "Bring " + ref.name() + " to the board" : "Let the scheduler place " + ref.name(),
                steps,
                effects,
                lost ? List.of("What its pods computed since their last checkpoint is lost.") : List.of(),
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
            effects.add("No pod of it runs; those that wait are recreated.");
        } else if (!suspended) {
            effects.add("Its " + (active.orElse(0) > 1 ? active.getAsInt() + " " : "")
                    + (active.orElse(0) == 1 ? "pod is" : "pods are")
                    + " stopped (grace period given) and recreated. A running job cannot be moved.");
        }
        String when = queued ? " once Kueue admits it" : "";
        effects.add(
                hold
                        ? "Its pods wait at the gate " + Gates.OURS + when
                                + ", take nothing, and show on the board, where each is placed by hand."
                        : "Its pods are created without gate and pin" + when + "; the scheduler decides where they"
                                + " run.");
        if (hold) {
            effects.add("The gate stays in its template: a pod of "
                    + asked.ref().name() + " that is recreated later waits at the board again.");
        }
        FieldOwners.warning(asked.job()).ifPresent(effects::add);
        return effects;
    }
}
