// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.operation.plan.PlacementCompiler;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.plan.Objects;
import podium.kubernetes.internal.plan.Reads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.internal.plan.ServerVersion;

/** Reads what the request is about, then leaves the plan to the adapter of its owner's kind. */
public final class OwnerCompiler implements PlacementCompiler {
    /** Asks for the server's version; called once, when first needed. */
    public interface VersionSource {
        ServerVersion ask() throws IOException;
    }

    private static final List<Adapter> ADAPTERS = List.of(
            new GatedPods(),
            new BarePod(),
            new CycleAdapter(),
            new RecreateAdapter(),
            new RollAdapter(),
            new WorkflowAdapter(),
            new ExperimentAdapter(),
            new NotPlaceable());

    /** Kinds that stand for pods which nothing else ties together: they have no template, only the pods count. */
    private static final Set<String> GANGS = Set.of("PodGroup", "Workload");

    private final ClusterId cluster;
    private final ObjectReader reader;
    private final VersionSource version;

    public OwnerCompiler(ClusterId cluster, ObjectReader reader, VersionSource version) {
        this.cluster = cluster;
        this.reader = reader;
        this.version = version;
    }

    @Override
    public Result compile(Request request) throws IOException {
        try {
            Reads reads = new Reads(reader);
            Asked asked = read(request, new Objects(reads));
            for (Adapter adapter : ADAPTERS) {
                if (adapter.accepts(asked)) {
                    return reads.compiled(adapter.plan(asked));
                }
            }
            throw new IllegalStateException("the last adapter takes all");
        } catch (Refusal refusal) {
            return refusal.result();
        }
    }

    private Asked read(Request request, Objects objects) throws IOException, Refusal {
        boolean gang =
                GANGS.contains(request.job().kind()) && !request.podToNode().isEmpty();
        JsonNode job = gang ? Trees.object() : objects.get(request.job());
        if (!gang && !request.jobUid().isEmpty() && !request.jobUid().equals(Objects.uid(job))) {
            throw new Refusal(
                    Objects.name(request.job()) + " was deleted and made anew meanwhile.",
                    "Wait until the view has caught up.");
        }
        Request full = withPods(request, job, objects);
        Map<ObjectRef, JsonNode> pods = new LinkedHashMap<>();
        for (ObjectRef ref : full.podToNode().keySet()) {
            JsonNode pod = ref.equals(request.job()) ? job : objects.get(ref);
            NotPlaceable.check(ref, pod);
            pods.put(ref, pod);
        }
        Asked asked = new Asked(cluster, full, job, pods, objects, version.ask());
        return aboutDeployment(asked, objects);
    }

    /** Label selector of an owner's pods; empty: they cannot be told by labels. */
    public static String selector(ObjectRef ref, JsonNode job) {
        return CycleAdapter.kind(ref)
                .map(kind -> kind.selector(ref, job))
                .or(() -> RollAdapter.kind(ref).map(kind -> kind.selector(ref, job)))
                .orElse("");
    }

    /** A bare pod is its own pod; a Job whose pods wait at our gate is placed by releasing them. */
    private static Request withPods(Request request, JsonNode job, Objects objects) throws IOException {
        if (!request.podToNode().isEmpty() || request.nodes().size() != 1) {
            return request;
        }
        Map<ObjectRef, String> pods = new LinkedHashMap<>();
        String node = request.nodes().getFirst();
        String selector = selector(request.job(), job);
        if (request.job().kind().equals("Pod")) {
            pods.put(request.job(), node);
        } else if (Gates.within(job.path("spec")) && !selector.isEmpty()) {
            for (JsonNode pod : objects.pods(request.job().namespace(), selector)) {
                if (Gates.index(pod) >= 0) {
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

    /** A ReplicaSet that a Deployment owns is placed through it. */
    private static Asked aboutDeployment(Asked asked, Objects objects) throws IOException, Refusal {
        JsonNode owner = Objects.controller(asked.job());
        if (!asked.ref().kind().equals("ReplicaSet")
                || !"Deployment".equals(owner.path("kind").asText())) {
            return asked;
        }
        ObjectRef deployment = new ObjectRef(
                "apps",
                "v1",
                "deployments",
                "Deployment",
                asked.ref().namespace(),
                owner.path("name").asText());
        return asked.about(deployment, objects.get(deployment));
    }
}
