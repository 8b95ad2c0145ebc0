// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Offers;
import podium.core.testkit.PodBuilder;
import podium.core.testkit.Seen;
import podium.model.fleet.Job;
import podium.model.fleet.Purpose;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

class PurposeRulesTest {
    private final FleetBench bench = new FleetBench();

    @ParameterizedTest
    @CsvSource({
        "PyTorchJob, llm, TRAINING",
        "Job, qwen-lora-7b, FINE_TUNING",
        "Job, nightly, BATCH",
        "Job, train-resnet, TRAINING",
        "Workflow, etl, BATCH",
        "Deployment, chat, UNKNOWN",
        "Deployment, chat-serving, INFERENCE",
        "Deployment, finetune-infer, INFERENCE",
        "StatefulSet, vllm-70b, INFERENCE",
        "StatefulSet, nb-maple, NOTEBOOK",
        "LeaderWorkerSet, vllm, INFERENCE",
        "Deployment, jupyter-ada, NOTEBOOK",
        "RayCluster, shared, UNKNOWN",
    })
    void kindNameAndWhetherItEndsTellWhatWorkIsFor(String kind, String name, Purpose purpose) {
        show(kind, name, 1);
        assertEquals(purpose, bench.job(name).getPurpose());
    }

    private void show(String kind, String name, int gpus) {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.workload(kind, name, 1),
                Seen.pod(name + "-0", TaskPhase.RUNNING, "n1", Seen.asks(gpus), Seen.owner(kind, name)));
    }

    @Test
    void whatRunsWithoutGpusIsNoInferenceThoughItHasNoWorkToLoseEither() {
        show("DaemonSet", "nvidia-dcgm-exporter", 0);
        show("Deployment", "recorder", 0);
        for (String name : List.of("nvidia-dcgm-exporter", "recorder")) {
            assertEquals(Purpose.UNKNOWN, bench.job(name).getPurpose(), name);
            assertFalse(PurposeRules.hasStateToLose(bench.job(name)), name);
        }
    }

    @Test
    void aServiceWithGpusIsInferenceOnlyWhereSomethingSaysSo() {
        show("StatefulSet", "maple", 1);
        show("Deployment", "course-lab", 1);
        Job pods = bench.job("maple");
        assertEquals(Purpose.UNKNOWN, pods.getPurpose());
        assertTrue(PurposeRules.hasStateToLose(pods), "it may be somebody's session");
        assertFalse(PurposeRules.hasStateToLose(bench.job("course-lab")), "its pods are all alike");
        for (Map.Entry<String, Purpose> at : Map.of(
                        "notebooks", Purpose.NOTEBOOK, "jupyterhub", Purpose.NOTEBOOK, "llm-serving", Purpose.INFERENCE)
                .entrySet()) {
            pods.setNamespace(at.getKey());
            assertEquals(at.getValue(), PurposeRules.found(Optional.empty()).of(pods), at.getKey());
        }
    }

    @Test
    void itsOwnLabelGoesBeforeAllElseAndTheOperatorsLinesBeforeThat() {
        bench.show(Seen.workload("PyTorchJob", "x", 1));
        Job job = bench.job("x");
        job.setLabels(Labels.of("podium.placement/purpose", "fine-tuning", "team", "search"));
        PurposeRules standard = PurposeRules.found(Optional.empty());
        assertEquals(Purpose.FINE_TUNING, standard.of(job));
        PurposeRules own = standard.after(
                List.of("# ours", "batch label.team=search kind=PyTorch*", "nonsense kind=*", "training", ""));
        assertEquals(Purpose.BATCH, own.of(job));
        assertEquals("label team=search, kind like PyTorch*", own.why(job));
        job.setLabels(Labels.none());
        assertEquals(Purpose.TRAINING, own.of(job));
    }

    @Test
    void whatItIsToldByIsSaidInWords() {
        PurposeRules rules = PurposeRules.found(Optional.empty())
                .after(List.of("batch   ends=yes  gang=no name=*x", "training gang=yes"));
        show("Job", "x", 0);
        show("Deployment", "chat-serving", 1);
        assertEquals("ends by itself, no gang, name like *x", rules.why(bench.job("x")));
        bench.job("x").setMinimum(4);
        assertEquals("its tasks need each other", rules.why(bench.job("x")), "whether they start together is not told");
        assertEquals(
                "its pods are always replaced, asks for GPUs, name like *serv*", rules.why(bench.job("chat-serving")));
    }

    @Test
    void aServiceHasNoGpuHoursToLose() {
        Instant now = Instant.parse("2026-05-01T12:00:00Z");
        bench.show(
                Seen.gpuNode("n1", 8), Seen.workload("Deployment", "chat", 1), Seen.workload("PyTorchJob", "llm", 1));
        for (String[] of : new String[][] {{"Deployment", "chat"}, {"PyTorchJob", "llm"}}) {
            bench.show(PodBuilder.like(
                            Seen.pod(of[1] + "-0", TaskPhase.RUNNING, "n1", Seen.asks(4), Seen.owner(of[0], of[1])))
                    .since(now.minusSeconds(3600))
                    .build());
        }
        assertEquals(OptionalDouble.of(0), LostGpuHours.of(bench.task("chat-0"), now));
        assertEquals(OptionalDouble.of(4), LostGpuHours.of(bench.task("llm-0"), now));
        assertTrue(PurposeRules.hasStateToLose(bench.job("llm")));
    }

    @Test
    void gpuHoursAreOfWholeDevicesAndUnknownOfPartsAndOfClaimsThatHaveNone() {
        Instant now = Instant.parse("2026-05-01T12:00:00Z");
        bench.show(Seen.gpuNode("n1", 8), Seen.workload("PyTorchJob", "llm", 1));
        Map<String, TaskSpec> pods = Map.of(
                "whole", Seen.asks(2),
                "slice", TaskSpec.of(Resources.of(Map.of("nvidia.com/mig-1g.10gb", 2L))),
                "share", TaskSpec.of(Resources.of(Map.of("kai.scheduler/gpu-fraction", 500L))),
                "claim", Offers.claims("gpu"),
                "none", TaskSpec.of(Resources.of(Map.of("cpu", 100L))));
        pods.forEach((name, spec) -> bench.show(
                PodBuilder.like(Seen.pod(name, TaskPhase.RUNNING, "n1", spec, Seen.owner("PyTorchJob", "llm")))
                        .since(now.minusSeconds(3600))
                        .build()));
        assertEquals(OptionalDouble.of(2), LostGpuHours.of(bench.task("whole"), now));
        assertEquals(OptionalDouble.empty(), LostGpuHours.of(bench.task("slice"), now));
        assertEquals(OptionalDouble.empty(), LostGpuHours.of(bench.task("share"), now));
        assertEquals(OptionalDouble.empty(), LostGpuHours.of(bench.task("claim"), now));
        assertEquals(OptionalDouble.of(0), LostGpuHours.of(bench.task("none"), now));
    }
}
