// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.OwnWayKind;
import podium.kubernetes.internal.kind.RecreateKind;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.kind.WorkloadKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kind.kubernetes.GangKind;
import podium.kubernetes.internal.kueue.PodGroup;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.internal.plan.ServerVersion;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Plan;

/** Reads what the request is about, then leaves the plan to the adapter of its owner's kind. */
public final class OwnerCompiler implements PlacementCompiler {
    /** Asks for the server's version; called once, when first needed. */
    public interface VersionSource {
        ServerVersion ask() throws IOException;
    }

    private final WorkloadKinds kinds;
    private final ClusterId cluster;
    private final ObjectReader reader;
    private final VersionSource version;

    public OwnerCompiler(ClusterId cluster, ObjectReader reader, VersionSource version, WorkloadKinds kinds) {
        this.kinds = kinds;
        this.cluster = cluster;
        this.reader = reader;
        this.version = version;
    }

    @Override
    public Result compile(Request request) throws IOException {
        try {
            PlanReads reads = new PlanReads(reader, kinds);
            ResolvedRequest asked = read(request, new ObjectReads(reads));
            return reads.compiled(plan(asked));
        } catch (Refusal refusal) {
            return refusal.result();
        }
    }

    /** Pods that wait at our gate, and bare ones, are placed themselves; all else as its kind is. */
    private Plan plan(ResolvedRequest asked) throws IOException, Refusal {
        GatedPods gated = new GatedPods(kinds);
        BarePod bare = new BarePod();
        GroupPods group = new GroupPods();
        if (gated.accepts(asked)) {
            return gated.plan(asked);
        } else if (group.accepts(asked)) {
            return group.plan(asked);
        } else if (bare.accepts(asked)) {
            return bare.plan(asked);
        }
        Optional<RecreateKind> fixed = kinds.of(asked.ref(), RecreateKind.class)
                .filter(kind -> kind.whyRecreated(asked.job()).isPresent());
        if (fixed.isPresent()) {
            return new RecreateAdapter(kinds).plan(asked, fixed.get());
        }
        WorkloadKind known = kinds.of(asked.ref()).orElseThrow(() -> kinds.notPlaced(asked.ref()));
        return switch (known) {
            case CycleKind kind -> new CycleAdapter(kinds).plan(asked, kind);
            case RollKind kind -> new RollAdapter(kinds).plan(asked, kind);
            case OwnWayKind kind -> kind.plan(asked, this::cycled);
            default -> throw kinds.notPlaced(asked.ref());
        };
    }

    private Optional<Plan> cycled(ResolvedRequest other) throws IOException, Refusal {
        Optional<CycleKind> kind = kinds.of(other.ref(), CycleKind.class);
        return kind.isEmpty() ? Optional.empty() : Optional.of(new CycleAdapter(kinds).plan(other, kind.get()));
    }

    private ResolvedRequest read(Request request, ObjectReads objects) throws IOException, Refusal {
        boolean gang = kinds.of(request.job(), GangKind.class).isPresent()
                && !request.podToNode().isEmpty();
        JsonNode job = gang ? Trees.object() : objects.get(request.job());
        if (!gang && !request.jobUid().isEmpty() && !request.jobUid().equals(ObjectReads.uid(job))) {
            throw new Refusal(
                    Texts.of("OwnerCompiler.wasDeletedAndRecreated", ObjectReads.name(request.job())),
                    Texts.of("OwnerCompiler.waitUntilTheView"),
                    true);
        }
        Request full = withPods(request, job, objects);
        Map<ObjectRef, JsonNode> pods = new LinkedHashMap<>();
        for (ObjectRef ref : full.podToNode().keySet()) {
            JsonNode pod = ref.equals(request.job()) ? job : objects.get(ref);
            UnplaceablePods.check(ref, pod, kinds);
            pods.put(ref, pod);
        }
        ResolvedRequest asked = new ResolvedRequest(cluster, full, job, pods, objects, version.ask());
        return aboutRolling(asked, objects);
    }

    /** A bare pod is its own pod; a Job whose pods wait at our gate is placed by releasing them. */
    private Request withPods(Request request, JsonNode job, ObjectReads objects) throws IOException {
        if (!request.podToNode().isEmpty()) {
            return request;
        }
        boolean domain = request.nodes().size() != 1;
        if (domain && kinds.of(request.job(), GangKind.class).isEmpty()) {
            return request;
        }
        Map<ObjectRef, String> pods = new LinkedHashMap<>();
        String node = domain ? "" : request.nodes().getFirst();
        String selector = kinds.selector(request.job(), job);
        if (kinds.of(request.job(), GangKind.class).isPresent()) {
            for (JsonNode pod : objects.pods(
                    request.job().namespace(), PodGroup.selector(request.job().name()))) {
                if (PodGroup.isMember(pod) && !Json.hasEnded(pod)) {
                    pods.put(ObjectRef.pod(request.job().namespace(), Trees.text(pod, "/metadata/name")), node);
                }
            }
        } else if (request.job().isPod()) {
            pods.put(request.job(), node);
        } else if (Gates.within(job.path("spec")) && !selector.isEmpty()) {
            for (JsonNode pod : objects.pods(request.job().namespace(), selector)) {
                if (Gates.isHeld(pod)) {
                    pods.put(
                            ObjectRef.pod(
                                    request.job().namespace(),
                                    pod.path("metadata").path("name").asText()),
                            node);
                }
            }
        }
        return new Request(
                request.job(), request.jobUid(), pods, request.nodes(), request.pinLabel(), request.pinValue());
    }

    /** What a kind is not placed by, but what owns it, is placed through that: a ReplicaSet through its Deployment. */
    private ResolvedRequest aboutRolling(ResolvedRequest asked, ObjectReads objects) throws IOException, Refusal {
        JsonNode owner = ObjectReads.controller(asked.job());
        Optional<WorkloadKind> above = kinds.ofOwner(owner).filter(RollKind.class::isInstance);
        if (kinds.of(asked.ref(), FixedKind.class).isEmpty() || above.isEmpty()) {
            return asked;
        }
        ObjectRef ref =
                above.get().ref(asked.ref().namespace(), owner.path("name").asText());
        return asked.about(ref, objects.get(ref));
    }
}
