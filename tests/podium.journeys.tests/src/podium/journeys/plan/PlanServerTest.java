// SPDX-License-Identifier: Apache-2.0
package podium.journeys.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import podium.operation.plan.Expectation;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.testkit.ApiTarget;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/**
 * Every write of every plan on a real API server with the real schemas of each kind, in order, and those of the undo: none is refused,
 * and none has a field that the server does not know. No controllers are there, so nothing is waited for; what Kueue does to a Workload
 * in between is done by the test.
 */
class PlanServerTest {
    private interface Compile {
        Result of(ClusterConnection connection, ServedOwner owner) throws IOException;
    }

    private static final List<String> STATES = List.of("running", "suspended", "selective", "pinned", "gated");
    private static final Map<String, Compile> ACTS = new LinkedHashMap<>();

    static {
        ACTS.put("place", (on, owner) -> place(on, owner, Map.of(), "kubernetes.io/hostname", ""));
        ACTS.put("place in a domain", (on, owner) -> place(on, owner, Map.of(), "rack", "r1"));
        ACTS.put("commit", (on, owner) -> place(on, owner, owner.pods, "kubernetes.io/hostname", ""));
        ACTS.put("hold", (on, owner) -> capability(on, HoldCompiler.class).hold(owner.ref, ""));
        ACTS.put("free", (on, owner) -> capability(on, HoldCompiler.class).free(owner.ref, ""));
        ACTS.put("scale up", (on, owner) -> act(on, owner, new JobAction.Scale(5)));
        ACTS.put("scale to none", (on, owner) -> act(on, owner, new JobAction.Scale(0)));
        ACTS.put("requeue", (on, owner) -> act(on, owner, new JobAction.Requeue()));
        ACTS.put("suspend", (on, owner) -> act(on, owner, new JobAction.Suspend()));
        ACTS.put("withdraw", (on, owner) -> act(on, owner, new JobAction.Withdraw()));
        ACTS.put("resume", (on, owner) -> act(on, owner, new JobAction.Resume()));
        ACTS.put("queue", (on, owner) -> act(on, owner, new JobAction.Queue("silver")));
        ACTS.put("priority", (on, owner) -> act(on, owner, new JobAction.Priority("urgent")));
        ACTS.put("delete", (on, owner) -> act(on, owner, new JobAction.Delete(Optional.empty())));
        ACTS.put(
                "delete at once",
                (on, owner) -> act(on, owner, new JobAction.Delete(Optional.of(Duration.ofSeconds(1)))));
    }

    private final Set<String> taken = new TreeSet<>();
    private final Set<String> absent = new TreeSet<>();
    private final Set<String> done = new TreeSet<>();
    private final List<String> refused = new ArrayList<>();
    private int cells;
    private int count;

    private static <T> T capability(ClusterConnection on, Class<T> type) {
        return on.capability(type).orElseThrow();
    }

    private static Result place(
            ClusterConnection on, ServedOwner owner, Map<ObjectRef, String> pods, String label, String value)
            throws IOException {
        List<String> nodes = pods.isEmpty() && value.isEmpty() ? List.of("n1") : List.of();
        return capability(on, PlacementCompiler.class)
                .compile(new PlacementCompiler.Request(owner.ref, "", pods, nodes, label, value));
    }

    private static Result act(ClusterConnection on, ServedOwner owner, JobAction act) throws IOException {
        return capability(on, JobActionCompiler.class).compile(owner.ref, "", act);
    }

    @Test
    void aRealServerTakesEveryWriteOfEveryPlanAndOfItsUndo(@TempDir Path directory) throws Exception {
        Assumptions.assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no kube-apiserver");
        Path crds = Data.folder("crds");
        try (ControlPlane plane = ControlPlane.start()) {
            ApiTarget target = plane.target();
            AdminHttp http = new AdminHttp(target);
            new ServedKinds(http).define(crds);
            prepare(http);
            Path kubeconfig = directory.resolve("kubeconfig");
            Files.writeString(kubeconfig, target.kubeconfig(target.adminToken()));
            KubernetesConnector connector = new KubernetesConnector();
            String context = connector.contexts(kubeconfig).getFirst().context();
            try (ClusterConnection on = connector.open(
                    new ClusterTarget(new ClusterId("lab"), kubeconfig, context, true), (_, _) -> {}, (_, _) -> {})) {
                Await.until("the connection writes", () -> on.capability(ObjectWriter.class)
                        .isPresent());
                for (String fixture : EveryPlan.FIXTURES) {
                    for (String state : STATES) {
                        all(on, http, fixture, state);
                    }
                }
            }
        }
        assertEquals("", String.join("\n", refused));
        // the folder has no schema of these
        assertTrue(
                Set.of("notebook", "raycronjob", "scheduledsparkapplication", "scheduledworkflow", "volcanocronjob")
                        .containsAll(absent),
                absent::toString);
        assertEquals(
                Set.of(
                        "place",
                        "restart",
                        "hold",
                        "free",
                        "scale",
                        "requeue",
                        "suspend",
                        "resume",
                        "priority",
                        "delete",
                        "queue"),
                done);
        assertTrue(cells > 500, () -> "plans that were run: " + cells);
    }

    private static void prepare(AdminHttp http) throws IOException {
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
        String kueue = "/apis/kueue.x-k8s.io/v1beta1/";
        http.send(
                "POST",
                kueue + "workloadpriorityclasses",
                "{\"apiVersion\":\"kueue.x-k8s.io/v1beta1\",\"kind\":\"WorkloadPriorityClass\","
                        + "\"metadata\":{\"name\":\"urgent\"},\"value\":1000}");
        for (String queue : List.of("gold", "silver")) {
            http.send(
                    "POST",
                    kueue + "namespaces/team/localqueues",
                    "{\"apiVersion\":\"kueue.x-k8s.io/v1beta1\",\"kind\":\"LocalQueue\",\"metadata\":{\"name\":\""
                            + queue + "\"},\"spec\":{\"clusterQueue\":\"" + queue + "\"}}");
        }
        http.send("POST", "/apis/trainer.kubeflow.org/v1alpha1/clustertrainingruntimes", OwnerFixtures.text("runtime"));
    }

    private void all(ClusterConnection on, AdminHttp http, String fixture, String state) throws IOException {
        for (Map.Entry<String, Compile> act : ACTS.entrySet()) {
            if (absent.contains(fixture)) {
                return;
            }
            String what = act.getKey() + " " + state + " " + fixture;
            ServedOwner owner;
            try {
                owner = ServedOwner.of(http, fixture, state, "it" + count++);
            } catch (IOException e) {
                if (String.valueOf(e.getMessage()).contains("unknown field \\\"spec.suspend")) {
                    // its kind cannot be suspended
                    return;
                } else if (taken.contains(fixture)) {
                    refused.add(what + ", made so: " + e.getMessage());
                } else {
                    absent.add(fixture);
                }
                return;
            }
            taken.add(fixture);
            if (act.getKey().equals("commit") && owner.pods.isEmpty()) {
                continue;
            }
            if (act.getValue().of(on, owner) instanceof Result.Compiled(Plan plan)) {
                cells++;
                done.add(plan.kind());
                run(on, plan, owner, what);
            }
        }
    }

    private void run(ClusterConnection on, Plan plan, ServedOwner owner, String name) throws IOException {
        ObjectWriter writer = capability(on, ObjectWriter.class);
        boolean first = true;
        for (List<Step> steps : List.of(plan.steps(), plan.undo())) {
            for (Step step : steps) {
                List<Step.Write> writes =
                        switch (step) {
                            case Step.Write write -> List.of(write);
                            case Step.Barrier barrier -> barrier.writes();
                            default -> List.of();
                        };
                for (Step.Write write : writes) {
                    if (first && !(writer.send(write.write(), true) instanceof WriteResult.Accepted)) {
                        refused.add(name + ", tried: " + writer.send(write.write(), true));
                        return;
                    }
                    first = false;
                    WriteResult result = writer.send(now(on, write.write()), false);
                    // what a controller makes of the owner is not there, and need not be deleted
                    boolean isGone = result instanceof WriteResult.Refused refusal
                            && refusal.status() == 404
                            && write.write().verb() == ApiWrite.Verb.DELETE;
                    if (!(result instanceof WriteResult.Accepted) && !isGone) {
                        refused.add(name + ": " + write.write() + " -> " + result);
                        return;
                    }
                }
                if (step instanceof Step.Await await) {
                    awaited(await, owner);
                }
            }
        }
    }

    private static void awaited(Step.Await await, ServedOwner owner) throws IOException {
        if (await.target().kind().equals("Workload")) {
            owner.reserve(false);
        } else if (await.target().equals(owner.ref)
                && await.expectation() instanceof Expectation.FieldIs(String pointer, String value)
                && value.equals("true")) {
            owner.suspend(pointer);
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
        String body = write.body();
        if (write.verb() == ApiWrite.Verb.DELETE) {
            ObjectNode options = (ObjectNode) Trees.read(body.isBlank() ? "{}" : body);
            body = Trees.write(options.put("propagationPolicy", "Background").put("gracePeriodSeconds", 0));
        }
        return new ApiWrite(
                write.verb(), write.target(), write.subresource(), body, write.uid(), version, write.words());
    }
}
