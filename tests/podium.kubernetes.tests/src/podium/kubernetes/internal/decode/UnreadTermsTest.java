// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.kubernetes.testkit.Truth;
import podium.model.value.Labels;
import podium.model.value.TaskSpec;

/** What only others read of pods, workloads and gangs is kept by its name, so that no verdict forgets it. */
class UnreadTermsTest {
    private final Kind.Shared shared = new Kind.Shared();

    private List<Change> read(String resource, String json) {
        return Truth.decode(Truth.kind(resource), shared, json).changes();
    }

    private Change.WorkloadSeen workload(String resource, String json) {
        return (Change.WorkloadSeen) read(resource, json).getFirst();
    }

    private static TaskSpec spec(Change.WorkloadSeen seen) {
        Optional<TaskSpec> template = seen.template();
        return template.orElseThrow();
    }

    private static final String CONTAINER = "\"containers\":[{\"resources\":{\"limits\":{\"nvidia.com/gpu\":\"1\"}}}]";

    @ParameterizedTest
    @CsvSource({
        "kueue.x-k8s.io/podset-required-topology,cloud.google.com/gce-topology-block",
        "kueue.x-k8s.io/podset-slice-required-topology,kubernetes.io/hostname",
        "nvidia.com/use-gputype,A100",
        "nvidia.com/nouse-gpuuuid,GPU-1",
        "volcano.sh/numa-topology-policy,single-numa-node",
        "volcano.sh/network-topology-highest-tier,1",
        "kai.scheduler/topology-required-placement,rack",
        "hami.io/use-Ascend910B-uuid,id-1",
        "hami.io/no-use-xpu-uuid,id-1",
        "aws.amazon.com/use-gpuuuid,n1-AWSNeuron-0",
        "cambricon.com/nouse-mlutype,MLU370-X8",
        "birentech.com/use-biren,BR104",
        "sp-block,64",
        "ra-block,8",
        "huawei.com/affinity-config,level1=2",
        "scheduling.koordinator.sh/device-joint-allocate,gpu-rdma",
        "cloud.google.com/gke-tpu-slice-topology,4x4x4",
    })
    void anAnnotationByWhichASchedulerChoosesNodesIsKeptOfPodsAndOfTemplates(String key, String value) {
        List<String> expected = List.of("annotation " + key + "=" + value);
        String metadata = "\"metadata\":{\"name\":\"a\",\"annotations\":{\"" + key + "\":\"" + value + "\"}}";
        Change.PodSeen pod = (Change.PodSeen)
                read("pods", "{" + metadata + ",\"spec\":{" + CONTAINER + "}}").getFirst();
        assertEquals(expected, pod.spec().unread());
        Change.WorkloadSeen job = workload(
                "jobs.batch",
                "{\"metadata\":{\"name\":\"j\"},\"spec\":{\"template\":{" + metadata + ",\"spec\":{" + CONTAINER
                        + "}}}}");
        assertEquals(expected, spec(job).unread());
        Change.WorkloadSeen owner =
                workload("jobs.batch", "{" + metadata + ",\"spec\":{\"template\":{\"spec\":{" + CONTAINER + "}}}}");
        assertEquals(expected, spec(owner).unread());
    }

    /** In the likeness of pods of MindCluster: labels choose by which rules their NPUs are given. */
    @ParameterizedTest
    @CsvSource({
        "npu-310-strategy,card,label npu-310-strategy=card",
        "npu-310-strategy,chip,",
        "tor-affinity,large-model-schema,label tor-affinity=large-model-schema",
        "tor-affinity,null,",
        "app,sp-block,",
    })
    void aLabelByWhichASchedulerChoosesDevicesIsKeptOfPodsAndOfTemplates(String key, String value, String words) {
        List<String> expected = words == null ? List.of() : List.of(words);
        String metadata = "\"metadata\":{\"name\":\"a\",\"labels\":{\"" + key + "\":\"" + value + "\"}}";
        Change.PodSeen pod = (Change.PodSeen)
                read("pods", "{" + metadata + ",\"spec\":{" + CONTAINER + "}}").getFirst();
        assertEquals(expected, pod.spec().unread());
        Change.WorkloadSeen job = workload(
                "jobs.batch",
                "{\"metadata\":{\"name\":\"j\"},\"spec\":{\"template\":{" + metadata + ",\"spec\":{" + CONTAINER
                        + "}}}}");
        assertEquals(expected, spec(job).unread());
    }

    @Test
    void aValueOfAnyTextIsCutAndCleanedAndSpoilsNothing() {
        String nasty = "\\u0000\\n\\\"]}}" + "x".repeat(500);
        Change.PodSeen pod = (Change.PodSeen) read(
                        "pods",
                        "{\"metadata\":{\"name\":\"a\",\"annotations\":{\"nvidia.com/use-gputype\":\"" + nasty
                                + "\"}},\"spec\":{" + CONTAINER + "}}")
                .getFirst();
        assertEquals(1, pod.spec().requests().get("nvidia.com/gpu"));
        assertTrue(pod.spec().unread().getFirst().startsWith("annotation nvidia.com/use-gputype=???]}}xxx"));
        assertTrue(pod.spec().unread().getFirst().length() < 120);
    }

    @Test
    void aFeatureThatTheNodeHasToDeclareIsNamed() {
        Change.PodSeen pod = (Change.PodSeen) read("pods", """
            {"metadata":{"name":"a"},"spec":{"hostNetwork":true,"hostUsers":false,"containers":[
              {"name":"c","restartPolicyRules":[{"action":"RestartAllContainers"}]}]}}\
            """).getFirst();
        assertEquals(
                List.of(
                        "the feature UserNamespacesHostNetworkSupport that the node has to declare",
                        "the feature RestartAllContainersOnContainerExits that the node has to declare"),
                pod.spec().unread());
    }

    @Test
    void anExclusiveTopologyIsOfTheTemplateOnlyAsItsPodsHaveItAsRules() {
        String annotations = "\"annotations\":{\"alpha.jobset.sigs.k8s.io/exclusive-topology\":\"rack\"}";
        Change.WorkloadSeen set = workload(
                "jobsets.jobset.x-k8s.io",
                "{\"metadata\":{\"name\":\"s\"," + annotations
                        + "},\"spec\":{\"replicatedJobs\":[{\"name\":\"w\",\"replicas\":2,"
                        + "\"template\":{\"spec\":{\"template\":{\"spec\":{" + CONTAINER + "}}}}}]}}");
        assertEquals(
                List.of("annotation alpha.jobset.sigs.k8s.io/exclusive-topology=rack"),
                spec(set).unread());
        Change.PodSeen pod = (Change.PodSeen)
                read("pods", "{\"metadata\":{\"name\":\"a\"," + annotations + "},\"spec\":{" + CONTAINER + "}}")
                        .getFirst();
        assertEquals(List.of(), pod.spec().unread());
    }

    @Test
    void aTrainJobTakesItsPatchesAndNamesItsRuntime() {
        Change.WorkloadSeen job = workload("trainjobs.trainer.kubeflow.org", """
            {"metadata":{"name":"t"},"spec":{"runtimeRef":{"name":"torch-distributed"},"suspend":true,
             "trainer":{"numNodes":2,"resourcesPerNode":{"limits":{"nvidia.com/gpu":"8"}}},
             "runtimePatches":[
              {"manager":"a","trainingRuntimeSpec":{"template":{"spec":{"replicatedJobs":[
                {"name":"model-initializer","template":{"spec":{"template":{"spec":{"nodeSelector":{"cpu":"only"}}}}}},
                {"name":"node","template":{"spec":{"template":{"spec":{"nodeSelector":{"pool":"a"}}}}}}]}}}},
              {"manager":"b","trainingRuntimeSpec":{"template":{"spec":{"replicatedJobs":[
                {"name":"node","template":{"spec":{"template":{"spec":{"tolerations":[{"operator":"Exists"}]}}}}}]}}}}]}}\
            """);
        TaskSpec spec = spec(job);
        assertEquals(Labels.of("pool", "a"), spec.nodeSelector());
        assertEquals(1, spec.tolerations().size());
        assertEquals(8, spec.requests().get("nvidia.com/gpu"));
        assertEquals(List.of("ClusterTrainingRuntime torch-distributed"), spec.unread());
    }

    /** Of Volcano 1.14: before its PodGroup is there, its Job says what that will ask for. */
    @Test
    void aVolcanoJobNamesTheHyperNodesThatItsPodGroupWillAskFor() {
        Change.WorkloadSeen job = workload("jobs.batch.volcano.sh", """
            {"metadata":{"name":"v"},"spec":{"networkTopology":{"mode":"hard","highestTierAllowed":1},"tasks":[
              {"name":"worker","replicas":8,"reservationNodeNames":["n1"],"template":{"spec":{%1$s}},
               "partitionPolicy":{"totalPartitions":2,"partitionSize":4,"networkTopology":{"highestTierName":"leaf"}}},
              {"name":"ps","replicas":1,"template":{"spec":{%1$s}},
               "partitionPolicy":{"totalPartitions":1,"partitionSize":1,"networkTopology":{"mode":"soft"}}}]}}\
            """.formatted(CONTAINER));
        assertEquals(
                List.of(
                        "the HyperNodes of Volcano up to tier 1",
                        "the HyperNodes of Volcano up to tier leaf of its task worker",
                        "the nodes that are reserved of its task worker"),
                spec(job).unread());
    }

    @Test
    void anLlmServiceThatIsToldToClaimDevicesHasThemClaimedByEachOfItsPods() {
        Change.WorkloadSeen service = workload("llminferenceservices.serving.kserve.io", """
            {"metadata":{"name":"qwen","annotations":{"serving.kserve.io/exp-dra-device-class":"gpu.nvidia.com"}},
             "spec":{"replicas":2,"baseRefs":[{"name":"base"}],"parallelism":{"data":16,"dataLocal":8},
              "template":{"containers":[{"name":"main"}]},
              "worker":{"containers":[{"name":"main"}]}}}\
            """);
        assertEquals(4, service.wanted(), "two groups of a leader and a worker");
        assertEquals(
                List.of("<pod>-managed-device/qwen-managed-dra"), spec(service).resourceClaims());
        assertEquals(List.of("LLMInferenceServiceConfig base"), spec(service).unread());
    }

    private List<String> group(String resource, String spec) {
        return read(resource, "{\"metadata\":{\"name\":\"g\",\"namespace\":\"n\"},\"spec\":" + spec + "}").stream()
                .filter(Change.FactSeen.class::isInstance)
                .map(seen -> ((Change.FactSeen) seen).fact())
                .filter(SchedulingObject.PodGroup.class::isInstance)
                .flatMap(fact -> ((SchedulingObject.PodGroup) fact).unread().stream())
                .toList();
    }

    @Test
    void aGangObjectTellsWhatOnlyItsSchedulerJudges() {
        assertEquals(
                List.of(
                        "the topology topology.kubernetes.io/rack of its PodGroup",
                        "the claim gpu that the pods of its PodGroup share"),
                group("podgroups.scheduling.k8s.io", """
                    {"schedulingPolicy":{"gang":{"minCount":2}},
                     "schedulingConstraints":{"topology":[{"key":"topology.kubernetes.io/rack"}]},
                     "resourceClaims":[{"name":"gpu","resourceClaimTemplateName":"one-gpu"}]}\
                    """));
        assertEquals(
                List.of("the level rack of KAI's Topology network", "the subgroups of its PodGroup"),
                group("podgroups.scheduling.run.ai", """
                    {"minMember":3,"topologyConstraint":{"topology":"network","requiredTopologyLevel":"rack"},
                     "subGroups":[{"name":"leader","minMember":1},{"name":"worker","minMember":2}]}\
                    """));
        assertEquals(
                List.of("the HyperNodes of Volcano up to tier 1"),
                group(
                        "podgroups.scheduling.volcano.sh",
                        "{\"minMember\":3,\"networkTopology\":{\"mode\":\"hard\",\"highestTierAllowed\":1}}"));
        assertEquals(
                List.of(),
                group(
                        "podgroups.scheduling.volcano.sh",
                        "{\"minMember\":3,\"networkTopology\":{\"mode\":\"soft\",\"highestTierAllowed\":1}}"));
        assertEquals(
                List.of(),
                group(
                        "podgroups.scheduling.run.ai",
                        "{\"minMember\":3,\"topologyConstraint\":{\"topology\":\"n\",\"preferredTopologyLevel\":\"rack\"}}"));
    }

    @Test
    void aFlavorTellsTheTopologyByWhichItsNodesAreAssigned() {
        Change.FactSeen seen = (Change.FactSeen) read(
                        "resourceflavors.kueue.x-k8s.io",
                        "{\"metadata\":{\"name\":\"f\"},\"spec\":{\"nodeLabels\":{\"a\":\"b\"},\"topologyName\":\"default\"}}")
                .getFirst();
        assertEquals("default", ((SchedulingObject.ResourceFlavor) seen.fact()).topology());
    }
}
