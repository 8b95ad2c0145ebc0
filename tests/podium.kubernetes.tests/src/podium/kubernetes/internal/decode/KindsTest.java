// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.core.change.Change;
import podium.core.change.DeviceReport;
import podium.core.job.DefaultReason;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.ObservedObject;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.Data;
import podium.kubernetes.testkit.Truth;
import podium.model.fleet.Health;
import podium.model.fleet.Readiness;
import podium.model.value.Labels;

/** The kinds beside pods, on small texts and on the real inputs of others. */
class KindsTest {
    private final Kind.Shared shared = new Kind.Shared();

    private Change decode(String resource, String json) {
        return Truth.decode(Truth.kind(resource), shared, json).changes().getFirst();
    }

    private Change.WorkloadSeen workload(String resource, String body) {
        return (Change.WorkloadSeen) decode(resource, "{\"metadata\":{\"name\":\"x\"}," + body + "}");
    }

    @Test
    void aNodeIsReadWithItsTaintsConditionsAndReadiness() {
        Change.NodeSeen node = (Change.NodeSeen) decode("nodes", """
            {"metadata":{"name":"n","uid":"u","labels":{"a":"b"}},
             "spec":{"unschedulable":true,"taints":[{"key":"k","effect":"NoSchedule"}]},
             "status":{"capacity":{"cpu":"8","nvidia.com/gpu":"8"},"allocatable":{"cpu":"7500m","odd":""},
              "conditions":[{"type":"Ready","status":"Unknown","reason":"NodeStatusUnknown",
                 "lastHeartbeatTime":"x","lastTransitionTime":"t"}],
              "addresses":[{"type":"Hostname","address":"h"},{"type":"InternalIP","address":"10.0.0.1"}],
              "nodeInfo":{"kubeletVersion":"v1.33.1"},"images":[{"names":["x"]}]}}\
            """);
        assertTrue(node.unschedulable());
        assertEquals(Readiness.UNKNOWN, node.readiness());
        assertEquals(Map.of("cpu", 7500L), node.allocatable().toMap());
        assertEquals("10.0.0.1", node.address());
        assertEquals("v1.33.1", node.kubeletVersion());
        assertEquals("t", node.conditions().get("Ready").orElseThrow().since());
        assertEquals("k", node.taints().all().getFirst().key());
    }

    @Test
    void anIndexedJobThatRunsAllAtOnceWithPodsThatFindEachOtherIsAGang() {
        Change.WorkloadSeen job = workload("jobs.batch", """
            "spec":{"parallelism":4,"completions":4,"completionMode":"Indexed","suspend":true,
            "template":{"spec":{"subdomain":"x","containers":[{"resources":{"limits":{"nvidia.com/gpu":8}}}]}}}\
            """);
        assertEquals(OptionalInt.of(4), job.minimum());
        assertTrue(job.suspended());
        assertSame(DefaultReason.SUSPENDED, job.reason(), "what the console asks for, in whatever language");
        assertEquals(8, job.template().orElseThrow().requests().get("nvidia.com/gpu"));
        assertEquals(
                OptionalInt.empty(),
                workload("jobs.batch", "\"spec\":{\"parallelism\":4}").minimum());
    }

    @Test
    void aFailedJobSaysWhyAndWhen() {
        Change.WorkloadSeen job = workload("jobs.batch", """
            "spec":{},"status":{"startTime":"2026-01-01T00:00:00Z","conditions":[{"type":"Failed","status":"True",
            "reason":"BackoffLimitExceeded","message":"Job has reached the specified backoff limit",
            "lastTransitionTime":"2026-01-01T01:00:00Z"}]}\
            """);
        assertEquals("Job has reached the specified backoff limit", job.reason());
        assertEquals("2026-01-01T01:00:00Z", String.valueOf(job.finished()));
    }

    @Test
    void aJobTellsWhenItSavedItsState() {
        Change.WorkloadSeen it = (Change.WorkloadSeen) decode("pytorchjobs.kubeflow.org", """
            {"metadata":{"name":"x","annotations":{"podium.jobs/checkpoint":"2026-03-02T12:00:00Z"}},"spec":{}}\
            """);
        assertEquals(Labels.of("podium.jobs/checkpoint", "2026-03-02T12:00:00Z"), it.managers());
    }

    @Test
    void theMarkOfAPinToADomainIsKeptOfEveryKindThatIsPinned() {
        for (String kind :
                List.of("jobs.batch", "pytorchjobs.kubeflow.org", "deployments.apps", "jobsets.jobset.x-k8s.io")) {
            Change.WorkloadSeen it = (Change.WorkloadSeen) decode(
                    kind,
                    "{\"metadata\":{\"name\":\"x\",\"annotations\":{\"podium.placement/pin\":\"rack\"}},\"spec\":{}}");
            assertEquals(Labels.of("podium.placement/pin", "rack"), it.managers(), kind);
        }
    }

    @Test
    void whoElseWritesAWorkloadIsNamed() {
        Change.WorkloadSeen it = (Change.WorkloadSeen) decode("deployments.apps", """
            {"metadata":{"name":"x","labels":{"app.kubernetes.io/managed-by":"Helm"},
            "annotations":{"argocd.argoproj.io/tracking-id":"a:b"},
            "managedFields":[{"manager":"helm","operation":"Apply","fieldsV1":{"f:x":{}}},
            {"manager":"kube-controller-manager","operation":"Update","subresource":"status"}]},"spec":{"replicas":0}}\
            """);
        assertEquals(0, it.wanted());
        assertEquals(
                Labels.of(
                        "app.kubernetes.io/managed-by",
                        "Helm",
                        "argocd.argoproj.io/tracking-id",
                        "a:b",
                        "helm",
                        "Apply"),
                it.managers());
    }

    @Test
    void aBudgetWithoutASelectorCoversNothingAndAnEmptyOneEverything() {
        Change.BudgetSeen none = (Change.BudgetSeen)
                decode("poddisruptionbudgets.policy", "{\"metadata\":{\"name\":\"b\",\"generation\":3},\"spec\":{}}");
        Change.BudgetSeen all = (Change.BudgetSeen)
                decode(
                        "poddisruptionbudgets.policy",
                        "{\"metadata\":{\"name\":\"b\"},\"spec\":{\"selector\":{},\"unhealthyPodEvictionPolicy\":\"AlwaysAllow\"}}");
        assertFalse(none.selector().matches(Labels.of("a", "b")));
        assertTrue(all.selector().matches(Labels.of("a", "b")));
        assertEquals(3, none.generation());
        assertTrue(all.alwaysAllowUnhealthy());
    }

    @Test
    void theDevicesOfASliceSpeakUntilItIsGone() {
        Kind kind = Truth.kind("resourceslices.resource.k8s.io");
        ObservedObject seen = Truth.decode(kind, shared, """
            {"metadata":{"name":"s"},"spec":{"driver":"gpu.nvidia.com","nodeName":"n","devices":[
            {"name":"gpu-1","attributes":{"type":{"string":"gpu"},"uuid":{"string":"GPU-b"},"productName":{"string":"H100"}},
             "capacity":{"memory":{"value":"80Gi"}},"taints":[{"key":"gpu.nvidia.com/xid","value":"79","effect":"NoExecute"}]},
            {"name":"gpu-0-mig-1","attributes":{"type":{"string":"mig"}}}]}}\
            """);
        Change.DevicesSeen devices = (Change.DevicesSeen) seen.changes().getFirst();
        DeviceReport device = devices.devices().getFirst();
        assertEquals(2, devices.devices().size(), "a partition is no device of its own, its whole is");
        assertEquals(0, devices.devices().get(1).index());
        assertEquals(1, devices.devices().get(1).parts().size());
        assertEquals(1, device.index());
        assertEquals("GPU-b", device.uuid());
        assertEquals(OptionalLong.of(80L << 30), device.memoryBytes());
        assertEquals(Health.FAILED, device.health());
        assertEquals("gpu.nvidia.com/xid=79", device.healthReason());
        assertEquals(List.of(), ((Change.DevicesSeen) seen.farewell().getFirst()).devices());
    }

    @Test
    void realNodesAreRead() throws IOException {
        int read = 0;
        for (Path file : Data.files("nodes")) {
            for (String json : Data.objects(Files.readString(file))) {
                if (json.contains("\"kind\":\"Node\"")) {
                    Change.NodeSeen node = (Change.NodeSeen) decode("nodes", json);
                    assertFalse(node.name().isEmpty(), file::toString);
                    read++;
                }
            }
        }
        assertTrue(read >= 4, "" + read);
    }

    @Test
    void realWorkloadsOfEveryKindAreRead() throws IOException {
        List<String> kinds = new ArrayList<>();
        for (Path file : Data.files("workloads")) {
            for (String json : Data.objects(Files.readString(file))) {
                JsonTree tree = JsonTree.read(JsonInput.of(json));
                String group = ObjectRef.groupOf(tree.text("apiVersion"));
                Optional<Kind> kind = AllKinds.of(group, tree.text("kind"));
                if (kind.isPresent() && !tree.at("metadata").text("name").isEmpty()) {
                    Change change =
                            Truth.decode(kind.get(), shared, json).changes().getFirst();
                    kinds.add(kind.get().toString());
                    if (change instanceof Change.WorkloadSeen it
                            && kind.get().group().equals("jobset.x-k8s.io")) {
                        assertTrue(it.wanted() > 0 && it.template().isPresent(), file::toString);
                    }
                }
            }
        }
        for (String expected : List.of(
                "jobsets.jobset.x-k8s.io",
                "trainjobs.trainer.kubeflow.org",
                "pytorchjobs.kubeflow.org",
                "mpijobs.kubeflow.org",
                "rayclusters.ray.io",
                "leaderworkersets.leaderworkerset.x-k8s.io",
                "jobs.batch.volcano.sh",
                "inferenceservices.serving.kserve.io",
                "clusterqueues.kueue.x-k8s.io",
                "queues.scheduling.run.ai")) {
            assertTrue(kinds.contains(expected), expected + " not among " + kinds);
        }
    }

    @Test
    void theWholesOfRealGangsAreCounted() throws IOException {
        Path folder = Data.folder("workloads");
        assertGang(folder.resolve("volcano-job-basic.yaml"), "jobs.batch.volcano.sh", 6, 3);
        assertGang(folder.resolve("leaderworkerset-vllm-gpu.yaml"), "leaderworkersets.leaderworkerset.x-k8s.io", 4, 2);
        assertGang(folder.resolve("trainjob-flux-gpus.yaml"), "trainjobs.trainer.kubeflow.org", 2, 2);
    }

    private void assertGang(Path file, String resource, int wanted, int minimum) throws IOException {
        Change.WorkloadSeen seen = (Change.WorkloadSeen)
                decode(resource, Data.objects(Files.readString(file)).getFirst());
        assertEquals(wanted, seen.wanted(), file::toString);
        assertEquals(OptionalInt.of(minimum), seen.minimum(), file::toString);
        assertTrue(seen.template().isPresent(), file::toString);
    }

    @Test
    void realSlicesOfGpusAreRead() throws IOException {
        int devices = 0;
        for (Path file : Data.files("dra")) {
            for (String json : Data.objects(Files.readString(file))) {
                if (json.contains("\"kind\":\"ResourceSlice\"") && json.contains("\"nodeName\"")) {
                    for (Change change : Truth.decode(Truth.kind("resourceslices.resource.k8s.io"), shared, json)
                            .changes()) {
                        devices += change instanceof Change.DevicesSeen seen
                                ? seen.devices().size()
                                : 0;
                    }
                }
            }
        }
        assertTrue(devices >= 16, "two nodes of 8 H100 at least: " + devices);
    }
}
