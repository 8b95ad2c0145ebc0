// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.change.SyncState;
import podium.core.fleet.InputKind;
import podium.core.job.DefaultReason;
import podium.core.job.PinLabels;
import podium.core.testkit.FleetBench;
import podium.core.testkit.PodBuilder;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.Job;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;
import podium.placement.Obstacle;
import podium.placement.Obstacle.Cure;
import podium.placement.Subject;
import podium.placement.Target;

/** Why a job waits, the most telling first. */
class WaitTextTest {
    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    @Test
    void aRunningJobDoesNotWait() {
        bench.show(Seen.gpuNode("n1", 8), Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(1)));
        assertEquals(List.of(), placement.whyWaiting(bench.job("p")));
    }

    @Test
    void aGateComesFirst() {
        TaskSpec gated = TaskSpec.parse("requests=nvidia.com/gpu=1\ngates=podium.placement/manual\\t\n");
        bench.show(Seen.gpuNode("n1", 8), Seen.pod("p", TaskPhase.GATED, "", gated));
        assertEquals(
                "gate podium.placement/manual: waits to be placed by an operator",
                placement.whyWaiting(bench.job("p")).getFirst());
    }

    @Test
    void whatTheSchedulerSaysOfOurOwnGateIsNotToldAsAWordOfTheCluster() {
        TaskSpec gated = TaskSpec.parse("requests=nvidia.com/gpu=1\ngates=podium.placement/manual\\t\n");
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.saying(
                        Seen.pod("p", TaskPhase.GATED, "", gated),
                        "SchedulingGated",
                        "Scheduling is blocked due to non-empty scheduling gates"));
        List<String> why = placement.whyWaiting(bench.job("p"));
        assertEquals("gate podium.placement/manual: waits to be placed by an operator", why.getFirst());
        assertTrue(why.stream().noneMatch(words -> words.contains("the cluster says")), why::toString);
    }

    @Test
    void oneWhoseWorkloadIsNotActiveIsActivatedAndNotWaitedFor() {
        bench.show(Seen.gpuNode("n1", 8), job("gold", true));
        bench.job("train").setReason("Kueue: " + DefaultReason.INACTIVE);
        assertEquals("Kueue: its Workload is not active", why());
        assertEquals(Optional.of(new Cure.Resume()), cure("train"));
    }

    /** More quota or another node would not help it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quota reserved; admission check m is Pending | whoever runs that check answers it",
                "its pods were not ready in time; considered again at 12:00 | see in its events",
                "At least one admission check is false; considered again at 12:00 | whoever runs that check answers it",
                "its Workload is active again, but is not considered any more | delete its Workload",
            })
    void oneForWhichItsQueueHasRoomSaysWhatItWaitsForAndWhoEndsThat(String said, String cure) {
        bench.show(Seen.gpuNode("n1", 8), job("gold", true));
        bench.job("train").setReason("Kueue: " + said);
        assertEquals("Kueue: " + said, why());
        Obstacle only = placement.obstacles(bench.job("train")).getFirst();
        assertEquals(Obstacle.By.KUEUE, only.by());
        assertTrue(only.cure().orElseThrow().words().startsWith(cure), only::toString);
        bench.show(Seen.gpuNode("n2", 8), Seen.pod("full", TaskPhase.RUNNING, "n2", Seen.asks(8)));
        assertEquals(1, cures("train").size(), "nobody is moved for one that does not start all the same");
    }

    /** With the Workload of a group of pods Kueue deletes the pods, and nobody makes them again. */
    @Test
    void toDeleteTheWorkloadIsAdvisedForNothingButWhatIsSuspended() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.pod("p", TaskPhase.GATED, "", TaskSpec.parse("gates=kueue.x-k8s.io/admission\\t\n")));
        bench.job("p").setReason("Kueue: " + DefaultReason.GIVEN_UP);
        Obstacle told = placement.obstacles(bench.job("p")).stream()
                .filter(one -> one.words().endsWith(DefaultReason.GIVEN_UP))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.empty(), told.cure());
    }

    @Test
    void oneThatKueuePreemptedSaysForWhomBesideWhatItLacksNow() {
        bench.show(Seen.gpuNode("n1", 8), job("gold", true));
        String uid = bench.job("train").getUid();
        bench.job("train")
                .setReason(
                        "Kueue: insufficient unused quota for nvidia.com/gpu in flavor plain, 2 more needed; Preempted"
                                + " to accommodate a workload (UID: w, JobUID: " + uid
                                + ") due to reclamation within the cohort");
        List<String> why = placement.whyWaiting(bench.job("train"));
        assertTrue(why.contains("preempted for job team/train: reclamation within the cohort"), why::toString);
        assertTrue(why.toString().contains("2 GPUs more needed"), why::toString);
    }

    @Test
    void aSuspendedJobSaysWhoseTurnItIs() {
        bench.show(Seen.gpuNode("n1", 8), job("", true));
        assertEquals("suspended: it starts when someone resumes it", why());
        bench.show(job("gold", true));
        assertEquals("suspended until queue gold admits it", why());
    }

    @Test
    void aQueueWithoutQuotaLeftSaysTheNumbers() {
        bench.show(queue(true, 64, 56), job("gold", false), new Change.Listed("Pod", 0));
        assertEquals("queue gold: 64 GPUs quota, 56 used, asks for 16", why());
        bench.show(queue(false, 64, 0));
        assertEquals("queue gold is stopped", why());
    }

    @Test
    void aQueueThatDoesNotExistIsNamed() {
        bench.show(queue(true, 64, 0), job("silver", false), new Change.Listed("Pod", 0));
        assertEquals("queue silver does not exist", why());
    }

    @Test
    void ofWhatMayNotBeReadItIsNotSaidThatItDoesNotExist() {
        bench.show(
                queue(true, 64, 0),
                job("silver", true),
                new Change.Listed("Pod", 0),
                new Change.KindRead(InputKind.LOCAL_QUEUES.resource(), SyncState.REFUSED, ""),
                new Change.KindRead(InputKind.NODES.resource(), SyncState.REFUSED, ""));
        String all = placement.whyWaiting(bench.job("train")).toString();
        assertFalse(all.contains("does not exist") || all.contains("has no nodes"), all);
        assertTrue(all.contains("no right to read: LocalQueues") && all.contains("no right to read: Nodes"), all);
    }

    @Test
    void aShortageIsCountedByRule() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.gpuNode("n2", 8),
                Seen.gpuNode("n3", 4),
                Seen.pod("a", TaskPhase.RUNNING, "n1", Seen.asks(1)),
                Seen.pod("b", TaskPhase.RUNNING, "n2", Seen.asks(2)),
                Seen.saying(
                        Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(8)),
                        "Unschedulable",
                        "0/3 nodes are available"));
        assertEquals(
                List.of(
                        "no node of 3 takes it",
                        "on 2 nodes: needs 8 GPUs, not enough free",
                        "on 1 node: needs 8 GPUs, more than a node there has",
                        "the cluster says: 0/3 nodes are available"),
                placement.whyWaiting(bench.job("p")));
    }

    /** That no node takes it stood beside room for some of it. */
    @Test
    void whatTheSchedulerSaidHasItsTimeAndThatThereIsRoomByNow() {
        Instant before = Instant.parse("2026-11-29T08:00:00Z");
        String said = "0/2 nodes are available: 2 Insufficient nvidia.com/gpu.";
        bench.show(Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 8), Seen.pod("a", TaskPhase.RUNNING, "n2", Seen.asks(8)));
        for (int i = 0; i < 2; i++) {
            bench.show(PodBuilder.like(Seen.pod("t-" + i, TaskPhase.PENDING, "", Seen.asks(8), Seen.owner("Job", "t")))
                    .saying("Unschedulable", said)
                    .refused(before.plusSeconds(i))
                    .build());
        }
        Obstacle last = placement.obstacles(bench.job("t")).getLast();
        String sentence = said + " The fleet has changed since: room on 1 node now";
        assertEquals("the cluster says: " + sentence, last.words());
        assertEquals(Optional.of(new Obstacle.Quote(sentence, before.plusSeconds(1))), last.said());
        bench.show(Seen.pod("b", TaskPhase.RUNNING, "n1", Seen.asks(8)));
        assertEquals(
                "the cluster says: " + said,
                placement.obstacles(bench.job("t")).getLast().words());
    }

    @Test
    void whatNoNodeHasIsNotSaidOnceMoreInTheWordsOfTheScheduler() {
        TaskSpec elsewhere = TaskSpec.parse("requests=nvidia.com/gpu=8\nnodeSelector=gpu=h300\n");
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.saying(
                        Seen.pod("p", TaskPhase.PENDING, "", elsewhere),
                        "Unschedulable",
                        "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector."));
        List<String> why = placement.whyWaiting(bench.job("p"));
        assertTrue(why.getFirst().contains("gpu=h300"), why::toString);
        assertTrue(why.stream().noneMatch(words -> words.contains("nodes are available")), why::toString);
        bench.show(Seen.saying(
                Seen.pod("p", TaskPhase.PENDING, "", elsewhere), "Unschedulable", "volume v is not bound yet"));
        assertTrue(
                placement.whyWaiting(bench.job("p")).getLast().contains("volume v"),
                "what is not known otherwise is said");
    }

    @Test
    void freeingDevicesIsOfferedOnlyWhereDevicesAreWhatIsLacking() {
        TaskSpec elsewhere = TaskSpec.parse("requests=nvidia.com/gpu=8\nnodeSelector=gpu=h300\n");
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.gpuNode("n2", 4),
                Seen.pod("a", TaskPhase.RUNNING, "n1", Seen.asks(2)),
                Seen.pod("short", TaskPhase.PENDING, "", Seen.asks(8)),
                Seen.pod("choosy", TaskPhase.PENDING, "", elsewhere),
                Seen.pod("huge", TaskPhase.PENDING, "", Seen.asks(16)));
        assertEquals("free 8 GPUs on one more node", cure("short").orElseThrow().words());
        assertFalse(cure("choosy").orElseThrow() instanceof Cure.Free, "no free device makes up for a label");
        assertFalse(cure("huge").orElseThrow() instanceof Cure.Free, "no node ever has as many");
    }

    @Test
    void freeingDevicesIsNotOfferedWhereCoresRunOutFirst() {
        Resources node = Resources.parse("nvidia.com/gpu=8,cpu=8000,memory=1000,pods=9");
        bench.show(
                Seen.node("n1", Labels.none(), node),
                Seen.pod("a", TaskPhase.RUNNING, "n1", TaskSpec.of(Resources.parse("nvidia.com/gpu=1,cpu=7000"))),
                Seen.pod("p", TaskPhase.PENDING, "", TaskSpec.of(Resources.parse("nvidia.com/gpu=2,cpu=4000"))));
        assertFalse(cure("p").orElseThrow() instanceof Cure.Free);
    }

    @Test
    void freeingDevicesIsOfferedToAGangThatIsPartlyKeptOutByOthers() {
        bench.show(Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 8));
        bench.show(Seen.pod("a", TaskPhase.RUNNING, "n2", Seen.asks(6)));
        for (int i = 0; i < 3; i++) {
            bench.show(Seen.pod("t-" + i, TaskPhase.PENDING, "", Seen.asks(4), Seen.owner("Job", "t")));
        }
        assertEquals("free 4 GPUs on one more node", cure("t").orElseThrow().words());
    }

    @Test
    void theCureOfAGangFreesAsManyNodesAsItLacks() {
        for (int node = 0; node < 6; node++) {
            bench.show(Seen.gpuNode("n" + node, 8));
            if (node > 0) {
                bench.show(Seen.pod("a" + node, TaskPhase.RUNNING, "n" + node, Seen.asks(8)));
            }
        }
        for (int i = 0; i < 4; i++) {
            bench.show(Seen.pod("t-" + i, TaskPhase.PENDING, "", Seen.asks(8), Seen.owner("Job", "t")));
        }
        assertEquals(
                "room for 1 of its 4 tasks",
                placement.whyWaiting(bench.job("t")).getFirst());
        assertEquals(
                "free 8 GPUs on each of 3 more nodes", cure("t").orElseThrow().words());
    }

    @Test
    void ofAGangThatNoGangSchedulerHoldsItIsSaidThatAPartStarts() {
        bench.show(
                Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 8), Seen.pod("full", TaskPhase.RUNNING, "n2", Seen.asks(8)));
        for (int i = 0; i < 3; i++) {
            bench.show(Seen.pod("t-" + i, TaskPhase.PENDING, "", Seen.asks(4), Seen.owner("Job", "t")));
        }
        Job gang = bench.job("t");
        gang.setMinimum(3);
        List<String> words = List.of(
                placement.whyWaiting(gang).getFirst(),
                placement
                        .verdict(new Subject(gang, List.of()), new Target.OnNode(bench.node("n1")))
                        .reasons()
                        .getFirst());
        assertEquals(
                List.of(
                        "room for 2 of its 3 tasks, which would start without the rest",
                        "room for 2 of 3 tasks, which would start without the rest"),
                words);
        bench.show(new Change.FactSeen(
                new SchedulingObject.PodGroup("team", "t", gang.getUid(), "", "", Resources.none(), List.of())));
        assertEquals("room for 2 of its 3 tasks", placement.whyWaiting(gang).getFirst());
    }

    @Test
    void nobodyIsMovedForAGangThatDoesNotStartAllTheSame() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.gpuNode("n2", 8),
                Seen.gpuNode("n3", 8),
                Seen.pod("a", TaskPhase.RUNNING, "n1", Seen.asks(8)),
                Seen.pod("b", TaskPhase.RUNNING, "n2", Seen.asks(8)));
        for (int i = 0; i < 3; i++) {
            bench.show(Seen.pod("t-" + i, TaskPhase.PENDING, "", Seen.asks(8), Seen.owner("Job", "t")));
        }
        Job gang = bench.job("t");
        gang.setMinimum(3);
        bench.show(new Change.FactSeen(
                new SchedulingObject.PodGroup("team", "t", gang.getUid(), "", "", Resources.none(), List.of())));
        assertEquals(List.of("free 8 GPUs on each of 2 more nodes"), cures("t"));
        Taints pressed = new Taints(List.of(new Taint("node.kubernetes.io/disk-pressure", "", "NoSchedule")));
        Change.NodeSeen n2 = Seen.gpuNode("n2", 8);
        bench.show(Seen.node("n2", n2.uid(), n2.labels(), pressed, n2.capacity(), false));
        assertTrue(
                placement.whyWaiting(gang).getFirst().startsWith("room for 1 of its 3 tasks"),
                placement.whyWaiting(gang)::toString);
        assertEquals(
                List.of("bring more nodes into service, or change its manifest, as the lines below say"),
                cures("t"),
                "for the third there is no room, whoever goes");
    }

    @Test
    void whereGpusAreFreePodsWithoutAnyAreMovedOff() {
        Resources node = Resources.parse("nvidia.com/gpu=8,cpu=189000,memory=1000,pods=90");
        TaskSpec tokenize = TaskSpec.of(Resources.parse("cpu=32000"));
        bench.show(
                Seen.node("n1", Labels.none(), node),
                Seen.pod("tokenize-1", TaskPhase.RUNNING, "n1", tokenize, Seen.owner("Job", "tokenize")),
                Seen.pod("tokenize-2", TaskPhase.RUNNING, "n1", tokenize, Seen.owner("Job", "tokenize")),
                Seen.pod("p", TaskPhase.PENDING, "", TaskSpec.of(Resources.parse("nvidia.com/gpu=8,cpu=160000"))));
        Optional<Cure> cure = placement.obstacles(bench.job("p")).stream()
                .flatMap(it -> it.cure().stream())
                .findFirst();
        assertEquals("move the tokenize pods off", cure.map(Cure::words).orElse(""));
        assertTrue(
                placement
                        .whyWaiting(bench.job("p"))
                        .contains("on 1 node GPUs are free, and only CPUs are missing: "
                                + "2 pods without GPUs hold too much (tokenize)"),
                () -> placement.whyWaiting(bench.job("p")).toString());
    }

    /** Of three nodes on which only cores are missing it was said twice, and their GPUs were to be freed too. */
    @Test
    void whatCanBeMovedOffAndWhatIsToBeFreedAddUpToTheGangAndEachNodeIsToldOnce() {
        Resources node = Resources.parse("nvidia.com/gpu=8,cpu=189000,memory=1000,pods=90");
        TaskSpec tokenize = TaskSpec.of(Resources.parse("cpu=32000"));
        TaskSpec asks = TaskSpec.of(Resources.parse("nvidia.com/gpu=8,cpu=160000"));
        for (int i = 0; i < 6; i++) {
            boolean held = i < 4;
            bench.show(
                    Seen.node("n" + i, Labels.none(), node),
                    Seen.pod("a" + i, TaskPhase.RUNNING, "n" + i, held ? Seen.asks(8) : tokenize));
        }
        for (int i = 0; i < 4; i++) {
            bench.show(Seen.pod("t-" + i, TaskPhase.PENDING, "", asks, Seen.owner("Job", "t")));
        }
        assertEquals(
                List.of(
                        "no node of 6 takes it",
                        "on 4 nodes: needs 8 GPUs, not enough free",
                        "on 2 nodes GPUs are free, and only CPUs are missing: "
                                + "2 pods without GPUs hold too much (a4, a5)"),
                placement.whyWaiting(bench.job("t")));
        assertEquals(
                List.of(
                        "free 8 GPUs on each of 2 more nodes, and move 2 pods off: together room for all of its tasks",
                        "move 2 pods off, and free 8 GPUs on each of 2 more nodes: together room for all of its tasks"),
                placement.obstacles(bench.job("t")).stream()
                        .flatMap(it -> it.cure().stream())
                        .map(Cure::words)
                        .toList());
        bench.show(
                Seen.node("n6", Labels.none(), node),
                Seen.pod("d", TaskPhase.RUNNING, "n6", tokenize, Seen.owner("DaemonSet", "d")));
        assertTrue(
                placement.whyWaiting(bench.job("t")).stream()
                        .anyMatch(words -> words.startsWith("on 3 nodes: needs 160 CPUs")),
                "of one of the three nothing else is said");
    }

    @Test
    void gpusAreNamedBeforeCoresAndAGpuThatIsNotOfferedAndACordonWithTheNode() {
        Resources node = Resources.parse("nvidia.com/gpu=8,cpu=189000,memory=1000,pods=90");
        Change.NodeSeen short1 = Seen.withAllocatable(
                Seen.node("n1", "uid-n1", Labels.none(), Taints.none(), node, true),
                Resources.parse("nvidia.com/gpu=7,cpu=189000,memory=1000,pods=90"));
        bench.show(
                short1,
                Seen.node("n2", Labels.none(), node),
                Seen.pod("a", TaskPhase.RUNNING, "n2", TaskSpec.of(Resources.parse("nvidia.com/gpu=8,cpu=100000"))),
                Seen.pod("p", TaskPhase.PENDING, "", TaskSpec.of(Resources.parse("nvidia.com/gpu=8,cpu=160000"))));
        List<String> why = placement.whyWaiting(bench.job("p"));
        assertTrue(why.contains("on 1 node: needs 8 GPUs, not enough free"), why::toString);
        assertTrue(
                why.contains("on 1 node: needs 8 GPUs, more than a node there has (1 not offered); cordoned as well"),
                why::toString);
    }

    @Test
    void theNodeThatKueueAssignedIsTheReasonNotRoomAndIsNoPin() {
        TaskSpec assigned = TaskSpec.parse("requests=nvidia.com/gpu=1\nnodeSelector=kubernetes.io/hostname=n1\n");
        bench.show(
                Seen.node(
                        "n1",
                        "n1-uid",
                        Labels.of("kubernetes.io/hostname", "n1"),
                        Taints.none(),
                        Seen.gpus(8, 64_000, 1000),
                        true),
                Seen.gpuNode("n2", 8, "kubernetes.io/hostname", "n2"),
                job("gold", false),
                Seen.pod("t-0", TaskPhase.PENDING, "", assigned, Seen.owner("Job", "train")));
        List<String> why = placement.whyWaiting(bench.job("train"));
        assertEquals("Kueue assigned it to n1 by topology, which is cordoned", why.getFirst(), why::toString);
        List<String> there = placement
                .verdict(new Subject(bench.job("train"), List.of()), new Target.OnNode(bench.node("n2")))
                .reasons();
        assertTrue(
                there.contains("Kueue's assignment to n1 by topology is given up, and its nodes are assigned again"),
                there::toString);
        assertTrue(why.stream().noneMatch(words -> words.contains("pin")), why::toString);
    }

    @Test
    void whatAPinSaysOfOneIsNotSaidOfAnotherThatKueueAssignedTheSameHost() {
        TaskSpec there = SpecBuilder.like(Seen.asks(8))
                .nodeSelector(Labels.of("kubernetes.io/hostname", "n2"))
                .build();
        bench.show(
                Seen.gpuNode("n1", 8, "kubernetes.io/hostname", "n1"),
                Seen.job("pinned", false, 1, there, ""),
                Seen.job("train", false, 1, Seen.asks(8), "gold"),
                Seen.pod("p-0", TaskPhase.PENDING, "", there, Seen.owner("Job", "pinned")),
                Seen.pod("t-0", TaskPhase.PENDING, "", there, Seen.owner("Job", "train")));
        Target target = new Target.OnNode(bench.node("n1"));
        assertEquals(
                List.of("its pin on n2 is replaced"),
                placement
                        .verdict(new Subject(bench.job("pinned"), List.of()), target)
                        .reasons());
        assertTrue(placement
                .verdict(new Subject(bench.job("train"), List.of()), target)
                .reasons()
                .contains("Kueue's assignment to n2 by topology is given up, and its nodes are assigned again"));
    }

    @Test
    void whatIsPinnedToAFullRackIsToBePlacedOnAnother() {
        String rack = "topology.kubernetes.io/rack";
        TaskSpec pinned = SpecBuilder.like(Seen.asks(8))
                .nodeSelector(Labels.of(rack, "r1"))
                .build();
        bench.show(
                Seen.gpuNode("n1", 8, rack, "r1"),
                Seen.gpuNode("n2", 8, rack, "r2"),
                Seen.job("t", false, 1, pinned, ""),
                Seen.pod("other", TaskPhase.RUNNING, "n1", Seen.asks(8)),
                Seen.pod("t-0", TaskPhase.PENDING, "", pinned, Seen.owner("Job", "t")));
        bench.job("t").setManagers(Labels.of(PinLabels.MARK, rack));
        List<Obstacle> found = placement.obstacles(bench.job("t"));
        assertTrue(placement.whyWaiting(bench.job("t")).contains("on 1 node: it is pinned to rack r1"));
        assertEquals(
                "1 node would take it if its pin on rack r1 is replaced",
                found.getLast().words());
        assertEquals(Optional.of(new Cure.Place()), found.getLast().cure());
        bench.show(Seen.gone("Node", "n1"), Seen.gpuNode("n3", 8, rack, "r2"));
        assertEquals(
                "2 nodes would take it if its pin on rack r1 is replaced",
                placement.whyWaiting(bench.job("t")).getLast(),
                "where the rack is gone no hardware is missing");
    }

    @Test
    void aPinBindsWhileItWaitsAndIsTheReason() {
        TaskSpec pinned = TaskSpec.parse("requests=nvidia.com/gpu=4\nnodeSelector=kubernetes.io/hostname=n1\n");
        for (String name : List.of("n1", "n2", "n3")) {
            bench.show(Seen.node(
                    name,
                    "uid-" + name,
                    Labels.of("kubernetes.io/hostname", name),
                    Taints.none(),
                    Seen.gpus(8, 64_000, 1000),
                    !name.equals("n3")));
        }
        bench.show(
                Seen.pod("t-0", TaskPhase.PENDING, "", pinned, Seen.owner("Job", "t")),
                Seen.pod("t-1", TaskPhase.PENDING, "", pinned, Seen.owner("Job", "t")));
        assertEquals(
                List.of(
                        "no node of 3 takes it",
                        "on 2 nodes: it is pinned to n1",
                        "1 node would take it if uncordoned",
                        "1 node would take it if its pin on n1 is replaced"),
                placement.whyWaiting(bench.job("t")));
        assertEquals(
                List.of(Optional.of(new Cure.Uncordon(List.of(bench.node("n1")))), Optional.of(new Cure.Place())),
                placement.obstacles(bench.job("t")).stream()
                        .map(Obstacle::cure)
                        .filter(Optional::isPresent)
                        .toList());
    }

    @Test
    void nobodyIsMovedOffANodeThatItIsNotPinnedTo() {
        TaskSpec pinned = TaskSpec.parse("requests=nvidia.com/gpu=8\nnodeSelector=kubernetes.io/hostname=n1\n");
        for (String name : List.of("n1", "n2")) {
            bench.show(Seen.gpuNode(name, 8, "kubernetes.io/hostname", name));
            bench.show(Seen.pod("on-" + name, TaskPhase.RUNNING, name, Seen.asks(8)));
        }
        bench.show(Seen.pod("t-0", TaskPhase.PENDING, "", pinned, Seen.owner("Job", "t")));
        assertEquals(Optional.of(new Cure.Free(8, 1, List.of(bench.node("n1")), List.of())), cure("t"));
    }

    private Optional<Cure> cure(String job) {
        return placement.obstacles(bench.job(job)).getFirst().cure();
    }

    @Test
    void roomForSomeOfAGangOnlyIsSaid() {
        bench.show(
                Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 8), Seen.pod("full", TaskPhase.RUNNING, "n2", Seen.asks(8)));
        for (int i = 0; i < 3; i++) {
            bench.show(Seen.pod("t-" + i, TaskPhase.PENDING, "", Seen.asks(4), Seen.owner("Job", "t")));
        }
        assertEquals(
                "room for 2 of its 3 tasks",
                placement.whyWaiting(bench.job("t")).getFirst());
    }

    @Test
    void whenItFitsTheSchedulerIsStillAtWork() {
        bench.show(Seen.gpuNode("n1", 8), Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(4)));
        assertEquals(
                "1 node could take it now; the scheduler has not placed it yet",
                placement.whyWaiting(bench.job("p")).getFirst());
    }

    private String why() {
        return placement.whyWaiting(bench.job("train")).getFirst();
    }

    private static Change job(String queue, boolean suspended) {
        return Seen.job("train", suspended, 2, Seen.asks(8), queue);
    }

    private static Change queue(boolean active, long quota, long used) {
        return new Change.QueueSeen(
                "LocalQueue",
                "team",
                "gold",
                "u",
                "",
                Resources.of(Map.of("nvidia.com/gpu", quota)),
                Resources.of(Map.of("nvidia.com/gpu", used)),
                0,
                0,
                active);
    }

    private List<String> waits() {
        return placement.whyWaiting(bench.job("p"));
    }

    private static Change.NodeSeen cordoned(String name) {
        return Seen.node(name, "uid-" + name, Labels.none(), Taints.none(), Seen.gpus(8, 64_000, 1000), true);
    }

    @Test
    void aCordonThatStandsInTheWayIsSaidWithHowManyNodesItKeeps() {
        bench.show(
                cordoned("n1"),
                cordoned("n2"),
                Seen.gpuNode("n3", 2),
                Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(8)));
        assertEquals("no node of 3 takes it", waits().getFirst());
        assertTrue(waits().contains("2 nodes would take it if uncordoned"), waits()::toString);
        bench.show(Seen.gpuNode("n4", 8));
        assertEquals(List.of("1 node could take it now; the scheduler has not placed it yet"), waits());
    }

    @Test
    void whatPodiumSaysItselfIsNotPutIntoTheMouthOfTheCluster() {
        TaskSpec gated = TaskSpec.parse("requests=nvidia.com/gpu=1\ngates=podium.placement/manual\\t\n");
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.pod("p", TaskPhase.GATED, "", gated),
                job("", true),
                new Change.Listed("Pod", 1));
        assertEquals("suspended", bench.job("train").getReason());
        assertEquals(List.of("gate podium.placement/manual: waits to be placed by an operator"), said(bench.job("p")));
        assertEquals(List.of("suspended: it starts when someone resumes it"), said(bench.job("train")));
        bench.show(job("", false));
        assertEquals("no pods yet", bench.job("train").getReason());
        assertEquals(List.of(), said(bench.job("train")));
    }

    /** All but what the nodes have room for. */
    private List<String> said(Job job) {
        return placement.whyWaiting(job).stream()
                .filter(words -> !words.contains("node") && !words.startsWith("room for"))
                .toList();
    }

    @Test
    void aClusterWithoutNodesSaysSo() {
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(8)));
        assertEquals("the cluster has no nodes", waits().getFirst());
    }

    @Test
    void aGateOfAnotherIsNamedWithWhatItWaitsFor() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.pod(
                        "p",
                        TaskPhase.GATED,
                        "",
                        TaskSpec.parse("requests=nvidia.com/gpu=1\ngates=kueue.x-k8s.io/admission\\t\n")));
        assertEquals("gate kueue.x-k8s.io/admission: waits for Kueue to admit it", waits().getFirst());
        bench.show(Seen.pod(
                "p", TaskPhase.GATED, "", TaskSpec.parse("requests=nvidia.com/gpu=1\ngates=example.com/license\\t\n")));
        assertEquals("gate example.com/license", waits().getFirst());
    }

    @Test
    void aQueueWithQuotaForItIsNoReason() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.gpuNode("n2", 8),
                queue(true, 64, 48),
                job("gold", false),
                new Change.Listed("Pod", 0));
        assertTrue(
                placement.whyWaiting(bench.job("train")).stream().noneMatch(words -> words.contains("quota")),
                () -> placement.whyWaiting(bench.job("train")).toString());
    }

    /** Who is told by the line itself or what stands before it; what is in words; what to do is the cure of a line. */
    @Test
    void whateverKeepsAJobWaitingALineSaysWhatToDo() {
        TaskSpec gated = TaskSpec.parse("requests=nvidia.com/gpu=1\ngates=example.com/ours\\t\n");
        bench.show(Seen.pod("nodeless", TaskPhase.PENDING, "", Seen.asks(1)));
        assertTrue(
                cures("nodeless").contains("add nodes"), () -> cures("nodeless").toString());
        bench.show(
                Seen.gpuNode("n1", 8, "kubernetes.io/hostname", "n1"),
                Seen.pod("gated", TaskPhase.GATED, "", gated),
                Seen.pod("full", TaskPhase.RUNNING, "n1", Seen.asks(8)),
                Seen.pod("late", TaskPhase.PENDING, "", Seen.asks(8)),
                Seen.saying(
                        Seen.pod("volcano", TaskPhase.PENDING, "", Seen.asks(1)),
                        "Unschedulable",
                        "3/4 tasks in gang unschedulable: pod group is not ready, 4 Pending, 4 minAvailable"));
        assertEquals(
                List.of("whoever set this gate has to remove it; Podium does not"),
                cures("gated"),
                "nobody is moved for one that does not start all the same");
        assertEquals(List.of("free 8 GPUs on one more node"), cures("late"));
        assertTrue(
                cures("volcano").contains("make room for 4 tasks at once, or lower minAvailable"),
                () -> cures("volcano").toString());
    }

    private List<String> cures(String job) {
        return placement.obstacles(bench.job(job)).stream()
                .flatMap(it -> it.cure().stream())
                .map(Cure::words)
                .toList();
    }
}
