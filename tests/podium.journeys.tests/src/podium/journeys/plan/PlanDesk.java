// SPDX-License-Identifier: Apache-2.0
package podium.journeys.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.jobaction.JobActionCapabilities;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.adapter.PlaceCapabilities;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.OwnerFixtures;
import podium.kubernetes.testkit.StubTransport;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.placement.HoldCompiler;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.PlacementCompiler.Result;

/** All compilers of plans over objects in memory, one owner among them. */
final class PlanDesk {
    static final String NODE = "n1";

    private final Map<String, JsonNode> objects = new TreeMap<>();
    private final StubTransport transport = new StubTransport(this::answer);
    private final ClusterId id = new ClusterId("lab");
    final ObjectRef ref;
    final ObjectNode owner;

    /** @param fixture a manifest of the contract tests */
    PlanDesk(String fixture) throws IOException {
        owner = (ObjectNode) Trees.read(OwnerFixtures.text(fixture));
        String kind = owner.path("kind").asText();
        String apiVersion = owner.path("apiVersion").asText();
        ref = new ObjectRef(
                ObjectRef.groupOf(apiVersion),
                ObjectRef.versionOf(apiVersion),
                kind.toLowerCase(Locale.ROOT) + "s",
                kind,
                "team",
                "it");
        put(ref, owner);
        ObjectNode node = Trees.object().put("apiVersion", "v1").put("kind", "Node");
        node.withObject("/metadata/labels").put("kubernetes.io/hostname", "host-1");
        put(ObjectRef.node(NODE), node);
        JsonNode runtime = Trees.read(OwnerFixtures.text("runtime"));
        put(
                new ObjectRef(
                        "trainer.kubeflow.org",
                        "v1alpha1",
                        "clustertrainingruntimes",
                        "ClusterTrainingRuntime",
                        "",
                        "torch"),
                (ObjectNode) runtime);
        workload();
        for (String queue : List.of("gold", "silver")) {
            put(new ObjectRef("kueue.x-k8s.io", "v1beta2", "localqueues", "LocalQueue", "team", queue), Trees.object());
        }
        put(
                new ObjectRef(
                        "kueue.x-k8s.io", "v1beta2", "workloadpriorityclasses", "WorkloadPriorityClass", "", "urgent"),
                Trees.object());
        put(new ObjectRef("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", "", "urgent"), Trees.object());
    }

    private void workload() {
        ObjectNode workload =
                Trees.object().put("apiVersion", "kueue.x-k8s.io/v1beta2").put("kind", "Workload");
        workload.withObject("/metadata/labels").put("kueue.x-k8s.io/job-uid", "uid-it");
        workload.withObject("/metadata")
                .putArray("ownerReferences")
                .addObject()
                .put("kind", ref.kind())
                .put("name", "it")
                .put("uid", "uid-it")
                .put("controller", true);
        workload.withObject("/spec").put("active", true);
        put(new ObjectRef("kueue.x-k8s.io", "v1beta2", "workloads", "Workload", "team", "job-it"), workload);
    }

    /** Puts an object there as a server would. */
    void put(ObjectRef at, ObjectNode object) {
        ObjectNode metadata = object.withObject("/metadata");
        metadata.put("name", at.name()).put("uid", "uid-" + at.name()).put("resourceVersion", "7");
        if (!at.namespace().isEmpty()) {
            metadata.put("namespace", at.namespace());
        }
        objects.put(at.path(), object);
    }

    Map<String, JsonNode> objects() {
        return objects;
    }

    private ApiResponse answer(String request) {
        String path = request.replaceAll("\\?.*", "");
        if (path.equals("/version")) {
            return StubTransport.answer(200, "{\"minor\":\"36\"}");
        }
        JsonNode one = objects.get(path);
        if (one != null) {
            return StubTransport.answer(200, Trees.write(one));
        }
        ObjectNode list = Trees.object();
        var items = list.putArray("items");
        objects.forEach((at, object) -> {
            if (at.startsWith(path + "/") && !at.substring(path.length() + 1).contains("/")) {
                items.add(object);
            }
        });
        return StubTransport.answer(items.isEmpty() ? 404 : 200, Trees.write(list));
    }

    Result place(Map<ObjectRef, String> pods) throws IOException {
        return capability(new PlaceCapabilities(AllKinds.WORKLOADS).create(transport, id), PlacementCompiler.class)
                .compile(new PlacementCompiler.Request(
                        ref, "", pods, pods.isEmpty() ? List.of(NODE) : List.of(), "kubernetes.io/hostname", ""));
    }

    Result placeInDomain() throws IOException {
        return capability(new PlaceCapabilities(AllKinds.WORKLOADS).create(transport, id), PlacementCompiler.class)
                .compile(new PlacementCompiler.Request(ref, "", Map.of(), List.of(), "rack", "r1"));
    }

    Result hold() throws IOException {
        return capability(new PlaceCapabilities(AllKinds.WORKLOADS).create(transport, id), HoldCompiler.class)
                .hold(ref, "");
    }

    Result free() throws IOException {
        return capability(new PlaceCapabilities(AllKinds.WORKLOADS).create(transport, id), HoldCompiler.class)
                .free(ref, "");
    }

    Result act(JobAction act) throws IOException {
        return capability(new JobActionCapabilities(AllKinds.WORKLOADS).create(transport, id), JobActionCompiler.class)
                .compile(ref, "", act);
    }

    private static <T> T capability(Map<Class<?>, Object> all, Class<T> type) {
        return type.cast(all.get(type));
    }
}
