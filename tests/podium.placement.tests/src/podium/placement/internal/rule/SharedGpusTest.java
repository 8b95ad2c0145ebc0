// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.DeviceReport;
import podium.core.fleet.GpuShares;
import podium.core.fleet.PodShares;
import podium.core.testkit.FleetBench;
import podium.core.testkit.PodBuilder;
import podium.core.testkit.Seen;
import podium.model.fleet.Health;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.DeviceIds;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.FragmentationEffect;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.internal.PlacementServiceImpl;

/** Shares of single GPUs by HAMi, Volcano and KAI, on a node with two GPUs. */
class SharedGpusTest {
    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    @Test
    void memoryOfOneGpuIsNotTheSumOfTwo() {
        hami();
        hold("a", 0, Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 20_000L));
        hold("b", 1, Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 20_000L));
        expect(Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 12_000L), Fit.FITS);
        expect(
                Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 16_384L),
                Fit.DOES_NOT_FIT,
                "needs 16 GiB memory of one GPU, 0 of 2 have that left");
    }

    @Test
    void eachContainerHasItsShareOfAGpuOfItsOwnChoice() {
        hami();
        Map<String, Long> most = Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 24_000L);
        Map<String, Long> rest = Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 8_000L);
        expect(containers(List.of(most, most), List.of()), Fit.FITS);
        expect(containers(List.of(most, most, rest, rest), List.of(most)), Fit.FITS);
        expect(
                containers(List.of(most, most, most), List.of()),
                Fit.DOES_NOT_FIT,
                "needs 23.4 GiB memory of one GPU for one of its containers, 0 of 2 have that left");
    }

    @Test
    void aGpuWhoseSlotsAreAllTakenTakesNoFurtherShareThoughItHasMemory() {
        hami();
        hold("most", 1, Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 32_000L));
        for (int i = 0; i < 9; i++) {
            hold("small" + i, 0, Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 100L));
        }
        Map<String, Long> another = Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 1024L);
        expect(another, Fit.FITS);
        hold("small9", 0, Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 100L));
        expect(
                another,
                Fit.DOES_NOT_FIT,
                "needs 1 GiB memory of one GPU, 0 of 2 have that left; 1 more has it, with all 10 slots taken");
    }

    @Test
    void whatOneContainerCannotHaveIsNotHeldByTheOthers() {
        hami();
        Map<String, Long> whole = Map.of("nvidia.com/gpu", 1L);
        Map<String, Long> both = Map.of("nvidia.com/gpu", 2L);
        hold("a", 0, Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 1L));
        expect(
                containers(List.of(whole, whole), List.of()),
                Fit.DOES_NOT_FIT,
                "needs 1.00 of one GPU for one of its containers, 0 of 2 have that left");
        expect(
                containers(List.of(whole), List.of(both)),
                Fit.DOES_NOT_FIT,
                "needs 1.00 of each of 2 GPUs for one of its containers, 1 of 2 has that left");
    }

    @Test
    void theGpusThatAnAnnotationNamesAreThoseOfItsContainersInTheirOrder() {
        hami();
        Map<String, Long> most = Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 24_000L);
        Map<String, Long> rest = Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 2_000L);
        TaskSpec spec = TaskSpec.of(Resources.of(containers(List.of(most, rest), List.of())));
        bench.show(Seen.pod(
                "a", TaskPhase.RUNNING, "n", spec, Optional.empty(), new DeviceIds(List.of("GPU-0", "GPU-1"))));
        expect(Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 30_000L), Fit.FITS);
        expect(
                Map.of("nvidia.com/gpu", 2L, "nvidia.com/gpumem", 10_000L),
                Fit.DOES_NOT_FIT,
                "needs 9.8 GiB memory of each of 2 GPUs, 1 of 2 has that left");
    }

    private static Map<String, Long> containers(List<Map<String, Long>> running, List<Map<String, Long>> starting) {
        List<Resources> containers = running.stream().map(Resources::of).toList();
        return containers.stream()
                .reduce(Resources.none(), Resources::plus)
                .plus(PodShares.beside(
                        containers, starting.stream().map(Resources::of).toList()))
                .toMap();
    }

    @Test
    void morePodsThanGpusShareThem() {
        hami();
        for (int i = 0; i < 4; i++) {
            hold("p" + i, i % 2, Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem-percentage", 25L));
        }
        expect(Map.of("nvidia.com/gpu", 2L, "nvidia.com/gpumem-percentage", 50L), Fit.FITS);
        expect(Map.of("nvidia.com/gpu", 1L), Fit.DOES_NOT_FIT, "needs 1.00 of one GPU, 0 of 2 have that left");
    }

    @Test
    void allCoresGoToAGpuThatNobodyUses() {
        hami();
        hold("a", 0, Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 1000L, "nvidia.com/gpucores", 40L));
        expect(Map.of("nvidia.com/gpumem", 1000L, "nvidia.com/gpucores", 100L), Fit.FITS);
        expect(
                Map.of("nvidia.com/gpu", 2L, "nvidia.com/gpumem", 1000L, "nvidia.com/gpucores", 70L),
                Fit.DOES_NOT_FIT,
                "needs 1000 MiB memory of each of 2 GPUs and 70 % of its cores, 1 of 2 has that left");
    }

    @Test
    void sharesOfHamiAreForNodesOfHami() {
        bench.show(Seen.gpuNode("n", 2));
        expect(
                Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 1000L),
                Fit.DOES_NOT_FIT,
                "needs 1000 nvidia.com/gpumem, the node has none");
    }

    @Test
    void volcanosSumsHoldAndItsDevicesToo() {
        Map<String, Long> offer =
                Map.of("cpu", 8000L, "pods", 20L, "volcano.sh/vgpu-number", 20L, "volcano.sh/vgpu-memory", 65_536L);
        bench.show(Seen.node("n", Labels.none(), Resources.of(offer)), devices());
        hold("a", 0, Map.of("volcano.sh/vgpu-number", 1L, "volcano.sh/vgpu-memory", 20_000L));
        hold("b", 1, Map.of("volcano.sh/vgpu-number", 1L, "volcano.sh/vgpu-memory", 20_000L));
        expect(
                Map.of("volcano.sh/vgpu-number", 1L, "volcano.sh/vgpu-memory", 16_384L),
                Fit.DOES_NOT_FIT,
                "needs 16 GiB memory of one GPU, 0 of 2 have that left");
        expect(Map.of("volcano.sh/vgpu-number", 2L, "volcano.sh/vgpu-memory", 12_000L), Fit.FITS);
        for (int i = 0; i < 9; i++) {
            hold("small" + i, 0, Map.of("volcano.sh/vgpu-number", 1L, "volcano.sh/vgpu-memory", 1L));
        }
        expect(
                Map.of("volcano.sh/vgpu-number", 2L, "volcano.sh/vgpu-memory", 1024L),
                Fit.DOES_NOT_FIT,
                "needs 1 GiB memory of each of 2 GPUs, 1 of 2 has that left; 1 more has it, with all 10 slots"
                        + " taken");
    }

    @Test
    void fractionsOfKaiOfOneGroupLieOnOneGpuAndItsReservationCountsAsNone() {
        bench.show(Seen.gpuNode("n", 2));
        bench.show(pod("kai-resource-reservation", "r", Labels.none(), Map.of("nvidia.com/gpu", 1L)));
        bench.show(pod("team", "a", Labels.of("runai-gpu-group", "g"), Map.of(GpuShares.KAI_FRACTION, 400L)));
        bench.show(pod("team", "b", Labels.of("runai-gpu-group", "g"), Map.of(GpuShares.KAI_FRACTION, 400L)));
        expect(Map.of(GpuShares.KAI_FRACTION, 200L, GpuShares.KAI_DEVICES, 2L), Fit.FITS);
        expect(
                Map.of(GpuShares.KAI_FRACTION, 300L, GpuShares.KAI_DEVICES, 2L),
                Fit.DOES_NOT_FIT,
                "needs 0.30 of each of 2 GPUs, 1 of 2 has that left");
    }

    @Test
    void memoryThatIsNotKnownIsSaidToBeSo() {
        bench.show(Seen.gpuNode("n", 2));
        expect(
                Map.of(GpuShares.KAI_MEMORY, 2000L),
                Fit.FITS_IF,
                "the GPUs there have the memory it asks for, which is not known here");
    }

    @Test
    void aGpuWhoseCoresAreAllGivenTakesNobody() {
        hami();
        for (int i = 0; i < 2; i++) {
            hold("p" + i, i, Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 100L, "nvidia.com/gpucores", 100L));
        }
        expect(
                Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 100L),
                Fit.DOES_NOT_FIT,
                "needs 100 MiB memory of one GPU, 0 of 2 have that left");
    }

    @Test
    void aPodThatIsFinishedHoldsNoShare() {
        hami();
        Map<String, Long> whole = Map.of("nvidia.com/gpu", 2L, "nvidia.com/gpumem-percentage", 100L);
        bench.show(Seen.pod("a", TaskPhase.RUNNING, "n", TaskSpec.of(Resources.of(whole))));
        expect(whole, Fit.DOES_NOT_FIT, "needs 1.00 of each of 2 GPUs, 0 of 2 have that left");
        bench.show(Seen.pod("a", TaskPhase.FAILED, "n", TaskSpec.of(Resources.of(whole))));
        expect(whole, Fit.FITS);
    }

    @Test
    void sharesOfWhichNobodyTellsTheGpuAreThoughtToBePacked() {
        hami();
        TaskSpec half = TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem-percentage", 50L)));
        bench.show(Seen.pod("a", TaskPhase.RUNNING, "n", half), Seen.pod("b", TaskPhase.RUNNING, "n", half));
        expect(Map.of("nvidia.com/gpu", 1L), Fit.FITS);
        hold("c", 1, Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem-percentage", 1L));
        expect(Map.of("nvidia.com/gpu", 1L), Fit.DOES_NOT_FIT, "needs 1.00 of one GPU, 0 of 2 have that left");
    }

    @Test
    void groupsOfKaiLieOnGpusOfTheirOwn() {
        bench.show(Seen.gpuNode("n", 2));
        for (String group : List.of("g", "h")) {
            bench.show(pod("team", group, Labels.of("runai-gpu-group", group), Map.of(GpuShares.KAI_FRACTION, 600L)));
        }
        expect(Map.of(GpuShares.KAI_FRACTION, 400L, GpuShares.KAI_DEVICES, 2L), Fit.FITS);
        expect(Map.of(GpuShares.KAI_FRACTION, 500L), Fit.DOES_NOT_FIT, "needs 0.50 of one GPU, 0 of 2 have that left");
    }

    private String hint(Resources asked, String node) {
        bench.show(Seen.pod("hinted", TaskPhase.PENDING, "", TaskSpec.of(asked)));
        return placement
                .effect(new Subject(bench.job("hinted"), List.of()), bench.node(node))
                .map(FragmentationEffect::words)
                .orElse("");
    }

    @Test
    void theHintCountsWhatASharingLeaves() {
        hami();
        Resources quarter = Resources.parse("nvidia.com/gpu=1,nvidia.com/gpumem=8192");
        assertEquals("leaves 1.8 GPUs free", hint(quarter, "n"));
        hold("a", 0, Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem", 16_384L));
        assertEquals("leaves 1.3 GPUs free", hint(quarter, "n"), "on the one that is in use");
        assertEquals("leaves 0.5 GPUs free", hint(Resources.parse("nvidia.com/gpu=1"), "n"), "a whole one");
        bench.show(Seen.gpuNode("kai", 2));
        assertEquals("leaves 1.5 GPUs free", hint(Resources.of(Map.of(GpuShares.KAI_FRACTION, 500L)), "kai"));
        Resources slots = Resources.parse("volcano.sh/vgpu-number=20,volcano.sh/vgpu-memory=64000,cpu=8000,pods=20");
        bench.show(Seen.node("volcano", Labels.none(), slots));
        assertEquals(
                "",
                hint(Resources.parse("volcano.sh/vgpu-number=1,volcano.sh/vgpu-memory=4000"), "volcano"),
                "no source tells of its GPUs");
        bench.show(Seen.node("cpus", Labels.none(), Resources.parse("cpu=8000,pods=20")));
        assertEquals("", hint(Resources.parse("cpu=1000"), "cpus"), "a node without GPUs is not filled");
        Labels slicing = Labels.of("nvidia.com/gpu.count", "2", "nvidia.com/gpu.replicas", "4");
        bench.show(Seen.node("sliced", slicing, Resources.parse("nvidia.com/gpu.shared=8,cpu=8000,pods=20")));
        assertEquals("leaves 7 \u00d7 1/4 GPU share free", hint(Resources.parse("nvidia.com/gpu.shared=1"), "sliced"));
    }

    @Test
    void tasksOfOneJobDoNotTakeEachOthersShares() {
        hami();
        hold("a", 0, Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem-percentage", 50L));
        TaskSpec half = TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", 1L, "nvidia.com/gpumem-percentage", 50L)));
        for (int i = 0; i < 4; i++) {
            bench.show(Seen.pod("rank" + i, TaskPhase.PENDING, "", half, Seen.owner("Job", "gang")));
        }
        Target node = new Target.OnNode(bench.node("n"));
        Subject four = new Subject(bench.job("gang"), List.of());
        assertEquals(
                "room for 3 of 4 tasks", placement.verdict(four, node).reasons().getFirst());
        bench.show(Seen.gone("Pod", "rank3"));
        Subject three = new Subject(bench.job("gang"), List.of());
        assertEquals(Fit.FITS, placement.verdict(three, node).fit());
    }

    @Test
    void aPodThatMovesGivesItsShareBack() {
        hami();
        Map<String, Long> most = Map.of("nvidia.com/gpu", 2L, "nvidia.com/gpumem-percentage", 80L);
        bench.show(Seen.pod("subject", TaskPhase.RUNNING, "n", TaskSpec.of(Resources.of(most))));
        Task task = bench.task("subject");
        Verdict verdict = Objects.requireNonNull(
                placement.verdicts(new Subject(task.getJob(), List.of(task))).get(bench.node("n")));
        assertEquals(List.of("runs here already and would restart"), verdict.reasons());
    }

    private void hami() {
        Map<String, Long> offer = Map.of("cpu", 8000L, "pods", 20L, "nvidia.com/gpu", 2L, GpuShares.HAMI_SLOTS, 20L);
        bench.show(Seen.node("n", Labels.none(), Resources.of(offer)), devices());
    }

    private static Change devices() {
        List<DeviceReport> devices = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            OptionalLong memory = OptionalLong.of(32L << 30);
            devices.add(new DeviceReport(i, "GPU-" + i, "V100", memory, "", OptionalInt.empty(), Health.HEALTHY, ""));
        }
        return new Change.DevicesSeen("n", "HAMi", devices);
    }

    private void hold(String name, int device, Map<String, Long> asks) {
        TaskSpec spec = TaskSpec.of(Resources.of(asks));
        DeviceIds given = new DeviceIds(List.of("GPU-" + device));
        bench.show(Seen.pod(name, TaskPhase.RUNNING, "n", spec, Optional.empty(), given));
    }

    private static Change pod(String namespace, String name, Labels labels, Map<String, Long> asks) {
        Change.PodSeen pod = Seen.pod(name, TaskPhase.RUNNING, "n", TaskSpec.of(Resources.of(asks)));
        return PodBuilder.like(pod).namespace(namespace).labels(labels).build();
    }

    private void expect(Map<String, Long> asks, Fit fit, String... reasons) {
        bench.show(Seen.pod("subject", TaskPhase.PENDING, "", TaskSpec.of(Resources.of(asks))));
        Task task = bench.task("subject");
        @Nullable
        Verdict verdict =
                placement.verdicts(new Subject(task.getJob(), List.of(task))).get(bench.node("n"));
        assertEquals(List.of(reasons), verdict == null ? List.of() : verdict.reasons());
        assertEquals(fit, verdict == null ? null : verdict.fit());
    }
}
