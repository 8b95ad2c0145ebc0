// SPDX-License-Identifier: Apache-2.0
package podium.journeys.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.api.WriteResult;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.kubernetes.internal.KubernetesConnector;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;
import podium.kubernetes.testkit.Data;
import podium.kubernetes.testkit.OwnerFixtures;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.placement.HoldCompiler;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.testkit.ApiTarget;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/**
 * Every write of every plan on a real API server with the real schemas of each kind: first as dry run, then in order, then those of
 * the undo. No controllers are there, so nothing is waited for.
 */
class PlanServerTest {
    private static final List<String> SCHEMAS = List.of(
            "jobset.x-k8s.io_jobsets",
            "kubeflow.org_pytorchjobs",
            "kubeflow.org_tfjobs",
            "kubeflow.org_mpijobs-v2beta1",
            "trainer.kubeflow.org_trainjobs",
            "ray.io_rayclusters",
            "ray.io_rayjobs",
            "ray.io_rayservices",
            "leaderworkerset.x-k8s.io_leaderworkersets",
            "batch.volcano.sh_jobs",
            "serving.kserve.io_inferenceservices",
            "argoproj.io_workflows");

    private interface Compile {
        Result of(ClusterConnection connection, ObjectRef ref) throws IOException;
    }

    private static final Map<String, Compile> ACTS = new LinkedHashMap<>();

    static {
        ACTS.put("place", (on, ref) -> capability(on, PlacementCompiler.class)
                .compile(
                        new PlacementCompiler.Request(ref, "", Map.of(), List.of("n1"), "kubernetes.io/hostname", "")));
        ACTS.put("hold", (on, ref) -> capability(on, HoldCompiler.class).hold(ref, ""));
        ACTS.put("free", (on, ref) -> capability(on, HoldCompiler.class).free(ref, ""));
        ACTS.put("scale", (on, ref) -> act(on, ref, new JobAction.Scale(5)));
        ACTS.put("requeue", (on, ref) -> act(on, ref, new JobAction.Requeue()));
        ACTS.put("suspend", (on, ref) -> act(on, ref, new JobAction.Suspend()));
        ACTS.put("resume", (on, ref) -> act(on, ref, new JobAction.Resume()));
        ACTS.put("priority", (on, ref) -> act(on, ref, new JobAction.Priority("urgent")));
        ACTS.put("delete", (on, ref) -> act(on, ref, new JobAction.Delete(Optional.empty())));
    }

    private static final Map<String, Consumer<ObjectNode>> STATES = Map.of(
            "running",
            _ -> {},
            "suspended",
            EveryPlan::suspend,
            "pinned",
            owner -> EveryPlan.templates(
                    owner, spec -> spec.withObject("/nodeSelector").put("kubernetes.io/hostname", "host-9")),
            "gated",
            owner -> EveryPlan.templates(
                    owner,
                    spec -> spec.withArray("/schedulingGates").addObject().put("name", "podium.placement/manual")));

    private static <T> T capability(ClusterConnection on, Class<T> type) {
        return on.capability(type).orElseThrow();
    }

    private static Result act(ClusterConnection on, ObjectRef ref, JobAction act) throws IOException {
        return capability(on, JobActionCompiler.class).compile(ref, "", act);
    }

    @Test
    void aRealServerTakesEveryWriteOfEveryPlanAndOfItsUndo(@TempDir Path directory) throws Exception {
        Assumptions.assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no kube-apiserver");
        Path crds = Data.folder("crds");
        try (ControlPlane plane = ControlPlane.start()) {
            ApiTarget target = plane.target();
            AdminHttp http = new AdminHttp(target);
            prepare(http, crds);
            Path kubeconfig = directory.resolve("kubeconfig");
            Files.writeString(kubeconfig, target.kubeconfig(target.adminToken()));
            KubernetesConnector connector = new KubernetesConnector();
            String context = connector.contexts(kubeconfig).getFirst().context();
            try (ClusterConnection on =
                    connector.open(new ClusterTarget(new ClusterId("lab"), kubeconfig, context, true), (_, _) -> {})) {
                Await.until("the connection writes", () -> on.capability(ObjectWriter.class)
                        .isPresent());
                Set<String> taken = all(on);
                assertTrue(taken.size() >= 14, () -> "kinds whose fixtures the server takes: " + taken);
            }
        }
    }

    private static void prepare(AdminHttp http, Path crds) throws IOException {
        http.send("POST", "/api/v1/namespaces", "{\"metadata\":{\"name\":\"team\"}}");
        http.send(
                "POST",
                "/api/v1/nodes",
                "{\"metadata\":{\"name\":\"n1\",\"labels\":{\"kubernetes.io/hostname\":\"n1\"}}}");
        // admission taints a new node until its controller sees that it is ready
        http.send("PATCH", "/api/v1/nodes/n1", "{\"spec\":{\"taints\":null}}");
        http.send(
                "POST",
                "/apis/scheduling.k8s.io/v1/priorityclasses",
                "{\"metadata\":{\"name\":\"urgent\"},\"value\":1000}");
        for (String schema : SCHEMAS) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(crds.resolve(schema + ".yaml.gz")))) {
                for (Object one : new Load(LoadSettings.builder()
                                .setCodePointLimit(Integer.MAX_VALUE)
                                .build())
                        .loadAllFromInputStream(in)) {
                    String text = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(one);
                    http.send("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", text);
                }
            }
        }
    }

    private static Set<String> all(ClusterConnection on) throws IOException {
        Set<String> taken = new HashSet<>();
        List<String> refused = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        for (String fixture : EveryPlan.FIXTURES) {
            for (Map.Entry<String, Consumer<ObjectNode>> state : STATES.entrySet()) {
                for (Map.Entry<String, Compile> act : ACTS.entrySet()) {
                    ObjectNode owner = (ObjectNode) Trees.read(OwnerFixtures.text(fixture));
                    state.getValue().accept(owner);
                    ObjectRef ref = ref(owner);
                    if (!fixture.endsWith("-kueue") && create(on, ref, owner)) {
                        taken.add(fixture);
                        if (act.getValue().of(on, ref) instanceof Result.Compiled(Plan plan)) {
                            kinds.add(plan.kind());
                            run(on, plan, act.getKey() + " " + state.getKey() + " " + fixture, refused);
                        }
                        remove(on, ref);
                    }
                }
            }
        }
        assertEquals("", String.join("\n", refused));
        assertEquals(
                Set.of("place", "hold", "free", "scale", "requeue", "suspend", "resume", "priority", "delete"), kinds);
        return taken;
    }

    private static void run(ClusterConnection on, Plan plan, String name, List<String> refused) throws IOException {
        List<ApiWrite> writes = new ArrayList<>();
        for (List<Step> steps : List.of(plan.steps(), plan.undo())) {
            for (Step step : steps) {
                if (step instanceof Step.Write write) {
                    writes.add(write.write());
                }
            }
        }
        ObjectWriter writer = capability(on, ObjectWriter.class);
        if (!writes.isEmpty() && !(writer.send(writes.getFirst(), true) instanceof WriteResult.Accepted)) {
            refused.add(name + ", tried: " + writes.getFirst().words() + " " + writer.send(writes.getFirst(), true));
            return;
        }
        for (ApiWrite write : writes) {
            WriteResult result = writer.send(now(on, write), false);
            // what a controller makes of the owner is not there, and need not be deleted
            boolean absent = result instanceof WriteResult.Refused refusal
                    && refusal.status() == 404
                    && write.verb() == ApiWrite.Verb.DELETE;
            if (!(result instanceof WriteResult.Accepted) && !absent) {
                refused.add(name + ": " + write + " -> " + result);
                return;
            }
        }
    }

    /** As the engine sends it after a change of something else; no collector is there to end a foreground deletion. */
    private static ApiWrite now(ClusterConnection on, ApiWrite write) throws IOException {
        Optional<String> version = write.resourceVersion();
        if (version.isPresent()) {
            String text =
                    capability(on, ObjectReader.class).read(write.target()).orElse("{}");
            version = Optional.of(Trees.text(Trees.read(text), "/metadata/resourceVersion"));
        }
        return new ApiWrite(
                write.verb(),
                write.target(),
                write.subresource(),
                write.body().replace("Foreground", "Background"),
                write.uid(),
                version,
                write.words());
    }

    private static ObjectRef ref(JsonNode owner) {
        String kind = owner.path("kind").asText();
        String apiVersion = owner.path("apiVersion").asText();
        return new ObjectRef(
                ObjectRef.groupOf(apiVersion),
                ObjectRef.versionOf(apiVersion),
                kind.toLowerCase(Locale.ROOT) + "s",
                kind,
                "team",
                "it");
    }

    private static boolean create(ClusterConnection on, ObjectRef ref, JsonNode owner) {
        ApiWrite create = new ApiWrite(
                ApiWrite.Verb.CREATE, ref, "", Trees.write(owner), Optional.empty(), Optional.empty(), "create");
        return capability(on, ObjectWriter.class).send(create, false) instanceof WriteResult.Accepted;
    }

    private static void remove(ClusterConnection on, ObjectRef ref) {
        ApiWrite delete = new ApiWrite(
                ApiWrite.Verb.DELETE,
                ref,
                "",
                "{\"propagationPolicy\":\"Background\",\"gracePeriodSeconds\":0}",
                Optional.empty(),
                Optional.empty(),
                "delete");
        capability(on, ObjectWriter.class).send(delete, false);
        Await.until(ref + " is gone", () -> {
            try {
                return capability(on, ObjectReader.class).read(ref).isEmpty();
            } catch (IOException e) {
                return false;
            }
        });
    }
}
