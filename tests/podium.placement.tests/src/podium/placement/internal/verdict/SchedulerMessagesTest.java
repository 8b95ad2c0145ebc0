// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.TaskPhase;
import podium.model.value.TaskSpec;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.internal.PlacementServiceImpl;
import podium.placement.internal.VerdictRulesTest;

/** The sentences of schedulers and queues, as they are found in conditions and events, in Podium's words. */
class SchedulerMessagesTest {
    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "couldn't assign flavors to pod set main: insufficient unused quota for nvidia.com/gpu in flavor h100,"
                        + " 8 more needed | KUEUE | flavor h100: 8 GPUs more needed than is left of its quota",
                "couldn't assign flavors to pod set master: insufficient quota for nvidia.com/gpu in flavor"
                        + " single-node-h100, request > maximum capacity (24 > 16) | KUEUE | flavor single-node-h100: asks"
                        + " for more than its whole quota of 16 GPUs",
                "insufficient quota for cpu in flavor f, previously considered podsets requests (16) + current podset"
                        + " request (8) > maximum capacity (16) | KUEUE | flavor f: asks for more than its whole quota of"
                        + " 16 cpu",
                "12/8 tasks in gang unschedulable: pod group is not ready, 20 minAvailable, 8 Running"
                        + " | VOLCANO | its gang starts with at least 20 tasks together",
                "1/1 tasks in gang unschedulable: pod group is not ready, 1 Pending, 1 minAvailable; Pending: 1"
                        + " Unschedulable | VOLCANO | its gang starts with at least 1 task together",
                "0/4 nodes are available: 4 cannot allocate all claims. | DEVICES | its resource claims find no"
                        + " devices: 0/4 nodes are available: 4 cannot allocate all claims.",
                "pods \"a\" is forbidden: exceeded quota: team, requested: requests.nvidia.com/gpu=8, used:"
                        + " requests.nvidia.com/gpu=60, limited: requests.nvidia.com/gpu=64 | QUOTA | quota team of the"
                        + " namespace: asks for requests.nvidia.com/gpu=8, requests.nvidia.com/gpu=60 used of"
                        + " requests.nvidia.com/gpu=64",
                "0/32 nodes are available: 1 node(s) were unschedulable, 31 Insufficient nvidia.com/gpu. no new claims"
                        + " to deallocate, preemption: 0/32 nodes are available: 32 Preemption is not helpful for"
                        + " scheduling. | SCHEDULER | the cluster says: 0/32 nodes are available: 1 node(s) were"
                        + " unschedulable, 31 Insufficient nvidia.com/gpu",
                "0/2 nodes are available: 2 Insufficient cpu. preemption: 0/2 nodes are available: 2 No preemption"
                        + " victims found for incoming pod. | SCHEDULER | the cluster says: 0/2 nodes are available: 2"
                        + " Insufficient cpu",
                "resource in cluster is overused | SCHEDULER | the cluster says: resource in cluster is overused"
            })
    void aSentenceIsSaidInTheSameWordsWhoeverSaysIt(String said, By by, String words) {
        Obstacle obstacle = SchedulerMessages.of(job("default-scheduler"), said).getFirst();
        assertEquals(words, obstacle.words());
        assertEquals(by, obstacle.by());
    }

    @Test
    void everyFlavorThatLacksIsNamed() {
        assertEquals(
                2,
                SchedulerMessages.of(
                                job("default-scheduler"),
                                "insufficient unused quota for cpu in flavor a, 1 more needed,"
                                        + " insufficient unused quota for nvidia.com/gpu in flavor b, 1 more needed")
                        .size());
    }

    @Test
    void theSchedulerIsKnownByTheNameInThePods() {
        assertEquals(By.VOLCANO, SchedulerMessages.scheduler(job("volcano")));
        assertEquals(By.KAI, SchedulerMessages.scheduler(job("kai-scheduler")));
        assertEquals(
                By.KAI,
                SchedulerMessages.of(job("kai-scheduler"), "no idea").getFirst().by());
        assertEquals(By.SCHEDULER, SchedulerMessages.scheduler(FleetFactory.INSTANCE.createJob()));
    }

    @Test
    void aGateOfPodiumIsCuredByPlacing() {
        TaskSpec gated = TaskSpec.parse("requests=nvidia.com/gpu=1\ngates=podium.placement/manual\\t\n");
        bench.show(Seen.gpuNode("n1", 8), Seen.pod("p", TaskPhase.GATED, "", gated));
        Obstacle first = placement.obstacles(bench.job("p")).getFirst();
        assertEquals(By.GATE, first.by());
        assertEquals(Optional.of(new Cure.Place()), first.cure());
    }

    @Test
    void cordonedNodesThatWouldTakeItAreTheCure() {
        bench.show(Seen.gpuNode("n1", 8), Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(1)));
        bench.node("n1").setUnschedulable(true);
        List<Obstacle> found = placement.obstacles(bench.job("p"));
        assertEquals(Optional.empty(), found.getFirst().cure(), "its devices are free as it is");
        Cure.Uncordon cure = assertInstanceOf(
                Cure.Uncordon.class,
                found.stream()
                        .flatMap(it -> it.cure().stream())
                        .filter(Cure.Uncordon.class::isInstance)
                        .findFirst()
                        .orElseThrow());
        assertEquals(List.of(bench.node("n1")), cure.nodes());
        assertEquals("uncordon n1", cure.words());
        assertTrue(found.stream().allMatch(it -> it.by() == By.SCHEDULER));
    }

    @Test
    void aSuspendedJobWithoutAQueueIsResumedByAPerson() {
        bench.show(Seen.gpuNode("n1", 8), VerdictRulesTest.suspended("s", 1, Seen.asks(1)));
        Obstacle first = placement.obstacles(bench.job("s")).getFirst();
        assertEquals(By.PERSON, first.by());
        assertEquals("resume it", first.cure().orElseThrow().words());
        assertEquals(placement.whyWaiting(bench.job("s")).getFirst(), first.words());
    }

    private static Job job(String scheduler) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setSpec(TaskSpec.parse("requests=nvidia.com/gpu=1\nschedulerName=" + scheduler + "\n"));
        return job;
    }
}
