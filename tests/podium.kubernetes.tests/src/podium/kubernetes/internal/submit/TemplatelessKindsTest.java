// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.fleet.Holdings;
import podium.kubernetes.internal.json.Trees;
import podium.model.value.Labels;
import podium.model.value.TaskSpec;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Step;
import podium.operation.submit.Manifest;
import podium.operation.submit.Manifest.Work;
import podium.operation.submit.ManifestCompiler.Source;
import podium.operation.submit.ManifestCompiler.Way;

/** Kinds whose pods are made of something else than a pod template are counted, held and refused like all others. */
class TemplatelessKindsTest {
    private static final String SPARK = """
        apiVersion: sparkoperator.k8s.io/v1beta2
        kind: SparkApplication
        metadata: {name: etl}
        spec:
          driver: {cores: 1, memory: 512m}
          executor: {cores: 4, instances: 3, memory: 8g, gpu: {name: nvidia.com/gpu, quantity: 2}}
        """;

    private final Shop shop = new Shop()
            .everything(Set.of(
                    "Job",
                    "RayJob",
                    "SparkApplication",
                    "ScheduledSparkApplication",
                    "ScheduledWorkflow",
                    "Workflow",
                    "InferenceService",
                    "JobSet"));

    private Manifest read(String text) throws IOException {
        Manifest manifest = shop.submitter().read(List.of(new Source("", text)), "team");
        assertEquals(List.of(), manifest.flaws());
        return manifest;
    }

    private List<JsonNode> created(String text, Way way) throws IOException {
        Result result = shop.submitter().compile(read(text), way);
        return assertInstanceOf(Result.Compiled.class, result, result::toString).plan().steps().stream()
                .map(step -> {
                    try {
                        return Trees.read(((Step.Write) step).write().body());
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private String refused(String text, Way way) throws IOException {
        Result result = shop.submitter().compile(read(text), way);
        return assertInstanceOf(Result.Refused.class, result, result::toString).reason();
    }

    @Test
    void driverAndExecutorsOfASparkApplicationAreCountedBeforeItExists() throws IOException {
        Work work = read(SPARK).items().getFirst().work().orElseThrow();
        assertEquals(4, work.tasks());
        assertEquals(
                6,
                work.groups().stream()
                        .mapToInt(group -> group.tasks() * Holdings.asked(group.spec()))
                        .sum());
        assertEquals(Optional.empty(), work.notHeld());
        assertTrue(work.notPlaced().orElseThrow().contains("the Spark operator creates its pods"));
    }

    @Test
    void heldBesideAJobItDoesNotRunEither() throws IOException {
        String job = "---\n"
                + "apiVersion: batch/v1\n"
                + "kind: Job\n"
                + "metadata: {name: train}\n"
                + "spec: {template: {spec: {containers: []}}}\n";
        assertTrue(created(SPARK + job, new Way.Held())
                .getFirst()
                .path("spec")
                .path("suspend")
                .asBoolean());
        assertTrue(refused(SPARK + job, new Way.OnNode("n1")).contains("cannot be placed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        kubeflow.org/v1beta1 | ScheduledWorkflow | {enabled: true, trigger: {cronSchedule: {cron: '0 0 3 * * *'}}} | /spec/enabled | false
        sparkoperator.k8s.io/v1beta2 | ScheduledSparkApplication | {schedule: '@every 5m', template: {}} | /spec/suspend | true
        """)
    void aScheduleThatIsHeldStartsNothing(String version, String kind, String spec, String field, String value)
            throws IOException {
        String text = "apiVersion: " + version + "\nkind: " + kind + "\nmetadata: {name: nightly}\nspec: " + spec;
        assertEquals(value, Trees.text(created(text, new Way.Held()).getFirst(), field));
    }

    @Test
    void aStepThatHasItsTemplateAndItsNodesInItselfIsPinnedToo() throws IOException {
        String text = """
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: {name: flow}
            spec:
              entrypoint: main
              templates:
              - name: main
                steps: [[{name: a, inline: {nodeSelector: {pool: gpu}, container: {image: i}}}]]
            """;
        JsonNode made = created(text, new Way.OnNode("n1")).getFirst();
        assertEquals("host-1", Trees.text(made, "/spec/nodeSelector/kubernetes.io~1hostname"));
        assertEquals(
                "host-1", Trees.text(made, "/spec/templates/0/steps/0/0/inline/nodeSelector/kubernetes.io~1hostname"));
    }

    @Test
    void aRayJobOnAClusterThatIsThereIsNotToldToWriteATemplate() throws IOException {
        String text = "apiVersion: ray.io/v1\n"
                + "kind: RayJob\n"
                + "metadata: {name: x}\n"
                + "spec: {clusterSelector: {ray.io/cluster: c}}";
        assertTrue(created(text, new Way.Free()).size() == 1);
        assertTrue(refused(text, new Way.OnNode("n1")).contains("on an existing Ray cluster"));
        assertTrue(refused(text, new Way.Held()).contains("on an existing Ray cluster"));
    }

    /** GPUs of its pods are none of what it says itself: the runtime has them. */
    @Test
    void anInferenceServiceWithoutResourcesDependsOnItsRuntime() throws IOException {
        String text = """
            apiVersion: serving.kserve.io/v1beta1
            kind: InferenceService
            metadata: {name: falcon}
            spec:
              predictor:
                model: {modelFormat: {name: vLLM}, runtime: vllm-multinode-runtime, storageUri: "pvc://p/f"}
                workerSpec: {pipelineParallelSize: 3, tensorParallelSize: 2}
            """;
        Work work = read(text).items().getFirst().work().orElseThrow();
        assertEquals(3, work.tasks());
        work.groups()
                .forEach(group -> assertEquals(
                        List.of("ServingRuntime vllm-multinode-runtime"),
                        group.spec().unread(),
                        group.toString()));
        Work asking = read(text.replace("vLLM}", "vLLM}, resources: {limits: {nvidia.com/gpu: 2}}"))
                .items()
                .getFirst()
                .work()
                .orElseThrow();
        assertEquals(2, Holdings.asked(asking.groups().getFirst().spec()));
        assertEquals(List.of(), asking.groups().getFirst().spec().unread());
    }

    /** Its controller writes an affinity by that label into the pods, which no template shows. */
    @Test
    void jobsThatEachHaveADomainForThemselvesNeedTheLabelOfIt() throws IOException {
        String text = """
            apiVersion: jobset.x-k8s.io/v1alpha2
            kind: JobSet
            metadata:
              name: excl
              annotations: {alpha.jobset.sigs.k8s.io/exclusive-topology: cloud.google.com/gke-nodepool}
            spec:
              replicatedJobs:
              - name: workers
                replicas: 3
                template: {spec: {parallelism: 3, completions: 3, template: {spec: {containers: [{name: s, image: x}]}}}}
            """;
        Work work = read(text).items().getFirst().work().orElseThrow();
        assertEquals(9, work.tasks());
        TaskSpec spec = work.groups().getFirst().spec();
        assertEquals(
                List.of("annotation alpha.jobset.sigs.k8s.io/exclusive-topology=cloud.google.com/gke-nodepool"),
                spec.unread());
        assertEquals(1, spec.requiredNodes().size());
        assertTrue(spec.requiredNodes().getFirst().matches("n1", Labels.of("cloud.google.com/gke-nodepool", "a")));
        assertFalse(spec.requiredNodes().getFirst().matches("n1", Labels.none()));
    }
}
