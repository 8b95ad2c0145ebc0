// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.operation.submit.ClusterComparison.Reading;
import podium.operation.submit.ClusterFit;
import podium.operation.submit.Manifest;
import podium.operation.submit.Manifest.At;
import podium.operation.submit.Manifest.Group;
import podium.operation.submit.Manifest.Item;
import podium.operation.submit.Manifest.Work;
import podium.placement.Fit;
import podium.placement.internal.PlacementServiceImpl;

/** What decides between clusters beside room: how long its nodes stay. */
class ClusterJudgeTest {
    private static final String SPOT = "cloud.google.com/gke-spot";

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @AfterEach
    void end() throws Exception {
        placement.close();
    }

    private List<String> notes(int gpus) {
        return judged(1, gpus).notes();
    }

    private ClusterFit judged(int tasks, int gpus) {
        return judged(tasks, Seen.asks(gpus));
    }

    private static TaskSpec on(String model) {
        return SpecBuilder.like(Seen.asks(8))
                .nodeSelector(Labels.of(Map.of("model", model)))
                .build();
    }

    private ClusterFit judged(int tasks, TaskSpec asks) {
        Cluster cluster = bench.node("stays").getCluster();
        Group group = new Group("pods", tasks, asks, Labels.none());
        Work work = new Work(List.of(group), OptionalInt.empty(), "", Optional.empty(), Optional.empty());
        Item item = new Item(new At("", 1, 1), TestKinds.job("team", "train"), "{}", Optional.of(work));
        Reading reading = new Reading(cluster, new Manifest(List.of(item), List.of()), List.of(), List.of("read"));
        return new ClusterJudge(placement, reading, true, Optional.empty()).judged();
    }

    @Test
    void thatACloudMayTakeTheNodesBackIsSaidOfThoseThatTakeIt() {
        bench.show(Seen.gpuNode("stays", 8, "zone", "a"));
        bench.show(Seen.gpuNode("spot", 8, SPOT, "true"));
        bench.show(Seen.gpuNode("full", 8, SPOT, "true"));
        bench.show(Seen.pod("busy", TaskPhase.RUNNING, "full", Seen.asks(8)));
        assertEquals(List.of("read", "1 of 2 nodes there is spot: may be taken back at any time."), notes(8));
        bench.show(Seen.pod("more", TaskPhase.RUNNING, "spot", Seen.asks(4)));
        assertEquals(List.of("read"), notes(8), "only the node that stays takes it now");
    }

    @Test
    void whoWantsTheGpusOfAnotherMakerIsNoRival() {
        bench.show(Seen.gpuNode("stays", 8));
        TaskSpec one = Seen.asks(1);
        TaskSpec amd = TaskSpec.of(Resources.of(Map.of("amd.com/gpu", 24L)));
        bench.show(Seen.pod("rocm-wide", TaskPhase.PENDING, "", amd));
        assertEquals("", judged(1, 1).before());
        bench.show(Seen.pod("cuda-wide", TaskPhase.PENDING, "", one));
        assertEquals("1 job waits there already, for 1 GPU", judged(1, 1).before());
    }

    @Test
    void whoMayRunOnNoneOfTheNodesThatItCouldTakeIsNoRival() {
        bench.show(Seen.gpuNode("stays", 8, "model", "L40S"), Seen.gpuNode("other", 8, "model", "H100"));
        TaskSpec small = on("L40S");
        bench.show(Seen.pod("large", TaskPhase.PENDING, "", on("H100")));
        assertEquals("", judged(1, small).before());
        bench.show(Seen.pod("anywhere", TaskPhase.PENDING, "", Seen.asks(8)));
        assertEquals("1 job waits there already, for 8 GPUs", judged(1, small).before());
        TaskSpec nowhere = on("B200");
        assertEquals("", judged(1, nowhere).before(), "no node there has what it wants");
    }

    @Test
    void whyItDoesNotFitIsApartFromHowMuchWaitsThereBefore() {
        bench.show(Seen.gpuNode("stays", 4));
        bench.show(Seen.pod("other", TaskPhase.PENDING, "", Seen.asks(1)));
        ClusterFit fit = judged(1, 8);
        assertEquals("1 job waits there already, for 1 GPU", fit.before());
        assertTrue(fit.waits().contains("8 GPUs"), fit::toString);
    }

    @Test
    void whereOnlyAQuotaForbidsItTheNodesAreCountedThatHaveRoom() {
        bench.show(Seen.gpuNode("stays", 8, "zone", "a"), Seen.gpuNode("other", 8, "zone", "a"));
        bench.show(new Change.FactSeen(new SchedulingObject.ResourceQuota(
                "team", "q", Resources.parse("requests.nvidia.com/gpu=1"), Resources.none(), List.of())));
        ClusterFit fit = judged(2, 2);
        assertEquals("2 of 2 nodes", fit.room());
        assertEquals(Fit.DOES_NOT_FIT, fit.fit());
        assertEquals("quota q of namespace team: 1 GPU hard, 0 used, asks for 4", fit.quota());
        assertEquals(List.of("", ""), List.of(fit.waits(), fit.distance()), "no node is the reason, nor a domain");
    }

    @Test
    void theLevelOfADomainIsSaidWhereItsNameDoesNotSayIt() {
        for (String rack : List.of("rack-4", "a2")) {
            bench.show(Seen.gpuNode("stays", 8, "topology.kubernetes.io/rack", rack));
            bench.show(Seen.gpuNode("other", 8, "topology.kubernetes.io/rack", rack));
            String called = rack.equals("a2") ? "rack a2" : rack;
            assertEquals("both tasks together in " + called, judged(2, 8).distance());
        }
    }

    @Test
    void aNodeThatHasOnlySharesOfGpusIsNotMeantByOneNode() {
        bench.show(Seen.gpuNode("stays", 8));
        assertEquals("both tasks on one node", judged(2, 4).distance());
        bench.show(Seen.gpuNode("stays", 8, "nvidia.com/gpu.count", "2", "nvidia.com/gpu.replicas", "4"));
        assertEquals("", judged(2, 4).distance(), "these are quarters of two GPUs");
    }
}
