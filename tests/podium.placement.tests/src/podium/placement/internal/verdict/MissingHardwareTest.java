// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.PodTerm;
import podium.model.value.Resources;
import podium.model.value.Spread;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;
import podium.model.value.WorkKind.Trait;
import podium.placement.Obstacle;
import podium.placement.Obstacle.Cure;
import podium.placement.internal.PlacementServiceImpl;

/** To wait for hardware that no node of the cluster has is in vain: what there is instead is said, and what can be done. */
class MissingHardwareTest {
    private static final String PRODUCT = "nvidia.com/gpu.product";

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    MissingHardwareTest() {
        bench.cluster.setName("factory");
        bench.show(
                Seen.gpuNode("n1", 8, PRODUCT, "NVIDIA-H100-80GB-HBM3"), Seen.gpuNode("n2", 8, PRODUCT, "NVIDIA-L40S"));
    }

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    private Job waits(String spec, Trait... traits) {
        bench.show(
                Seen.workload("Job", "eval", 1),
                Seen.pod("eval-0", TaskPhase.PENDING, "", TaskSpec.parse(spec), Seen.owner("Job", "eval")));
        Job job = bench.job("eval");
        job.setWork(new WorkKind("jobs", List.of(traits), ""));
        return job;
    }

    private Obstacle first(Job job) {
        return placement.obstacles(job).getFirst();
    }

    @Test
    void aSelectorThatNoNodeMeetsIsNamedWithWhatTheNodesHaveAndIsEdited() {
        Job job = waits("requests=nvidia.com/gpu=8\nnodeSelector=" + PRODUCT + "=NVIDIA-H200\n");
        assertEquals(
                "needs nvidia.com/gpu.product=NVIDIA-H200, which no node of factory has; its nodes have"
                        + " NVIDIA-H100-80GB-HBM3, NVIDIA-L40S",
                first(job).words());
        assertEquals(
                Optional.of(new Cure.Edit("its node selector", PRODUCT, false)),
                first(job).cure());
        assertEquals(
                "edit its node selector\u2026", first(job).cure().orElseThrow().words());
        assertEquals(1, placement.obstacles(job).size(), "no line says it of the nodes again");
    }

    @Test
    void whatCanBeSuspendedIsSuspendedBeforeItsTemplateIsWrittenAnew() {
        Job job = waits("requests=nvidia.com/gpu=8\nnodeSelector=" + PRODUCT + "=NVIDIA-H200\n", Trait.SUSPENDS);
        assertEquals(
                "suspend it, then edit its node selector",
                first(job).cure().orElseThrow().words());
        job.setSuspended(true);
        assertEquals(
                "edit its node selector\u2026", first(job).cure().orElseThrow().words());
    }

    /** Only the label was named, and to edit the selector was offered as what ends it. */
    @Test
    void allThatNoNodeHasIsNamedAndWrittenAnewAtOnceAndAVolumeClaimThatDoesNotExistIsLeftByThat() {
        bench.show(new Change.Listed("PersistentVolumeClaim", 0), new Change.Listed("PersistentVolume", 0))
                .show(new Change.Listed("StorageClass", 0));
        Job job = waits(
                "requests=nvidia.com/gpu=8,cpu=300000\nnodeSelector=pool=none\nvolumeClaims=data\\t\n", Trait.SUSPENDS);
        assertEquals(
                List.of(
                        "needs pool=none, which no node of factory has",
                        "needs 300 CPUs, which no node of factory has; its nodes have at most 64 CPUs",
                        "volume claim data does not exist in namespace team"),
                placement.whyWaiting(job));
        assertEquals(
                List.of(
                        "delete it, and create it again with its node selector and what it requests changed"
                                + "; then it still waits: volume claim data does not exist in namespace team",
                        "create the volume claim, or name another"
                                + "; then it still waits: needs pool=none, which no node of factory has"),
                cures(job));
    }

    @Test
    void aVolumeClaimThatDoesNotExistIsNamedBesideNodesThatAreFull() {
        bench.show(new Change.Listed("PersistentVolumeClaim", 0), new Change.Listed("PersistentVolume", 0))
                .show(new Change.Listed("StorageClass", 0));
        Job job = waits("requests=nvidia.com/gpu=8\nvolumeClaims=data\\t\n");
        assertEquals(List.of("volume claim data does not exist in namespace team"), placement.whyWaiting(job));
        assertEquals(List.of("create the volume claim, or name another"), cures(job));
        bench.show(
                Seen.pod("a", TaskPhase.RUNNING, "n1", Seen.asks(8)),
                Seen.pod("b", TaskPhase.RUNNING, "n2", Seen.asks(8)));
        assertEquals(
                List.of(
                        "volume claim data does not exist in namespace team",
                        "no node of 2 takes it",
                        "on 2 nodes: needs 8 GPUs, not enough free"),
                placement.whyWaiting(job));
        assertEquals(
                List.of("create the volume claim, or name another; then it still waits: no node of 2 takes it"),
                cures(job),
                "nobody is moved for what does not start all the same");
    }

    @Test
    void moreTasksThanTheNodesItMayRunOnEverTakeAreToldAndNobodyIsMovedForThem() {
        bench.show(Seen.gpuNode("n3", 8, PRODUCT, "NVIDIA-L40S"));
        String spec = "requests=nvidia.com/gpu=8\nnodeSelector=" + PRODUCT + "=NVIDIA-L40S\n";
        Job job = waits(spec);
        bench.show(Seen.pod("eval-1", TaskPhase.RUNNING, "n2", TaskSpec.parse(spec), Seen.owner("Job", "eval")));
        bench.show(Seen.pod("other", TaskPhase.RUNNING, "n3", Seen.asks(8)));
        String free = "free 8 GPUs on one more node";
        assertEquals(List.of(free), cures(job), "both have room when the other goes");
        bench.show(Seen.pod("eval-2", TaskPhase.PENDING, "", TaskSpec.parse(spec), Seen.owner("Job", "eval")));
        assertEquals(
                "only 2 of its 3 tasks can ever run at once: it may run on 2 nodes only, where no more fit even if"
                        + " nothing else runs there",
                first(job).words());
        assertEquals(List.of("run at most 2 of them at once, let it run on more nodes, or add nodes"), cures(job));
    }

    /** The nodes were said to lack GPUs, and only when one had them that it lacks the label too. */
    @Test
    void aLabelThatASpreadOrAPodAffinityNeedsAndNoNodeHasIsNamedBesideTheRest() {
        TaskSpec spec = SpecBuilder.of(Resources.of(Map.of("nvidia.com/gpu", 8L)))
                .spreads(List.of(
                        new Spread("rack", 1, true, LabelSelector.NOTHING),
                        new Spread("soft", 1, false, LabelSelector.NOTHING),
                        new Spread(PRODUCT, 1, true, LabelSelector.NOTHING)))
                .podAffinity(List.of(new PodTerm("zone", LabelSelector.NOTHING, List.of())))
                .build();
        bench.show(
                Seen.pod("full1", TaskPhase.RUNNING, "n1", Seen.asks(1)),
                Seen.pod("full2", TaskPhase.RUNNING, "n2", Seen.asks(1)),
                Seen.pod("spread", TaskPhase.PENDING, "", spec));
        assertEquals(
                List.of(
                        "needs label rack for its topology spread, which no node of factory has",
                        "needs label zone for its pod affinity, which no node of factory has"),
                placement.whyWaiting(bench.job("spread")));
        assertEquals(
                List.of("delete it, and create it again with its topology spread and its pod affinity changed"),
                cures(bench.job("spread")));
    }

    /** It is recreated with the gate. */
    @Test
    void theGateOfAnotherIsLeftWhenWhatNoNodeHasIsWrittenAnew() {
        bench.show(Seen.pod(
                "gated",
                TaskPhase.GATED,
                "",
                TaskSpec.parse("requests=nvidia.com/gpu=1\nnodeSelector=pool=none\ngates=ex.io/other\\t\n")));
        List<String> why = placement.whyWaiting(bench.job("gated"));
        assertEquals(
                "delete it, and create it again with its node selector changed; then it still waits: " + why.get(1),
                cures(bench.job("gated")).getFirst());
    }

    private List<String> cures(Job job) {
        return placement.obstacles(job).stream()
                .flatMap(one -> one.cure().stream())
                .map(Cure::words)
                .toList();
    }

    @Test
    void anotherOpenClusterThatHasItIsNamedAndTheClustersAreCompared() {
        Job job = waits("requests=nvidia.com/gpu=8\nnodeSelector=" + PRODUCT + "=NVIDIA-H200\n");
        Cluster west = FleetFactory.INSTANCE.createCluster();
        west.setName("west");
        west.setConnection(ConnectionState.LIVE);
        Node node = FleetFactory.INSTANCE.createNode();
        node.setName("w1");
        node.setLabels(Labels.of(PRODUCT, "NVIDIA-H200"));
        west.getNodes().add(node);
        bench.service.fleet().getClusters().add(west);
        Obstacle second = placement.obstacles(job).get(1);
        assertEquals("west, which is open too, has it", second.words());
        assertEquals(Optional.of(new Cure.WhichCluster()), second.cure());
        west.setConnection(ConnectionState.CLOSED);
        assertEquals(1, placement.obstacles(job).size(), "a snapshot takes no job");
    }

    @Test
    void acceleratorsThatNoNodeHasOrNotAsManyOnOneAreNamed() {
        assertEquals(
                "needs 8 GPUs (amd.com/gpu), which no node of factory has; its nodes have at most 8 GPUs"
                        + " (nvidia.com/gpu)",
                first(waits("requests=amd.com/gpu=8\n")).words());
        Obstacle many = first(waits("requests=nvidia.com/gpu=16\n"));
        assertEquals(
                "needs 16 GPUs (nvidia.com/gpu), which no node of factory has; its nodes have at most 8 GPUs"
                        + " (nvidia.com/gpu)",
                many.words());
        assertEquals("edit what it requests\u2026", many.cure().orElseThrow().words());
        assertEquals(
                "delete it, and create it again with what it requests changed",
                first(waits("requests=nvidia.com/gpu=16\n", Trait.SUSPENDS))
                        .cure()
                        .orElseThrow()
                        .words(),
                "servers before Kubernetes 1.36 take no other requests of a job, suspended or not");
    }

    @Test
    void aPodThatNothingOwnsIsCreatedAgainSinceItsSelectorCannotBeWrittenAnew() {
        bench.show(Seen.pod(
                "p",
                TaskPhase.PENDING,
                "",
                TaskSpec.parse("requests=nvidia.com/gpu=8\nnodeSelector=" + PRODUCT + "=NVIDIA-H200\n")));
        bench.job("p").setWork(WorkKind.POD);
        assertEquals(
                Optional.of(new Cure.Elsewhere("delete it, and create it again with its node selector changed")),
                first(bench.job("p")).cure());
    }

    @Test
    void whatIsThereAndHeldIsNotMissing() {
        bench.show(Seen.pod("other", TaskPhase.RUNNING, "n1", Seen.asks(8)));
        Job job = waits("requests=nvidia.com/gpu=8\nnodeSelector=" + PRODUCT + "=NVIDIA-H100-80GB-HBM3\n");
        assertFalse(
                placement.whyWaiting(job).toString().contains("no node of factory"),
                () -> placement.whyWaiting(job).toString());
    }
}
