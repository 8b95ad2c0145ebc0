// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.change.SyncState;
import podium.core.job.GangLoss;
import podium.core.job.GateText;
import podium.core.job.PinLabels;
import podium.core.retry.JobBackoffRule;
import podium.core.testkit.FleetBench;
import podium.core.testkit.PodBuilder;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.JobState;
import podium.model.fleet.TaskPhase;
import podium.model.value.Conditions;
import podium.model.value.ControllerRef;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Subject;
import podium.placement.internal.PlacementServiceImpl;
import podium.placement.whatif.HypothesisReader;
import podium.placement.whatif.WhatIfResult;

class WhatIfRunTest {
    private static final String RACK = "topology.kubernetes.io/rack";
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final FleetBench bench = new FleetBench();

    @Test
    void aGangThatFitsNowMayNotFitWithoutARack() throws Exception {
        racks(4, 2);
        assertTrue(ask("submit 8x8").submitted().getFirst().fits());
        WhatIfResult without = ask("down rack/r3; submit 8x8");
        assertFalse(without.submitted().getFirst().fits());
        assertEquals(
                "on 6 nodes, n0-0 first; room for 6 of 8 tasks, which would start without the rest",
                without.submitted().getFirst().words());
        assertTrue(ask("down rack/r3; submit 6x8").submitted().getFirst().fits());
        assertEquals(
                new WhatIfResult.Capacity(8, 64, 64), without.now(), "nodes and GPUs are counted before and after");
        assertEquals(new WhatIfResult.Capacity(6, 48, 0), without.then());
    }

    @Test
    void whatNoNewTaskMayHaveIsNotCalledFree() throws Exception {
        racks(2, 2);
        bench.node("n0-0").setUnschedulable(true);
        assertEquals(new WhatIfResult.Capacity(4, 32, 24), ask("down rack/r1").now());
        assertEquals(new WhatIfResult.Capacity(2, 16, 8), ask("down rack/r1").then());
    }

    @Test
    void aGangGoesIntoTheSmallestDomainThatTakesIt() throws Exception {
        racks(3, 2);
        bench.show(Seen.pod("busy", TaskPhase.RUNNING, "n0-0", Seen.asks(8)));
        WhatIfResult outlook = ask("submit 2x8");
        String words = outlook.submitted().getFirst().words();
        assertTrue(words.matches("rack r[12]: \\w+ 0 on n\\d-\\d, .*"), words);
        assertEquals(2, outlook.nodes().size());
        assertTrue(outlook.nodes().values().stream().allMatch(change -> change.taken() == 8 && !change.down()));
        assertFalse(outlook.nodes().containsKey(bench.node("n0-1")), "one node of rack r0 is no room for two");
    }

    @Test
    void nothingOfTheModelIsTouched() throws Exception {
        racks(3, 2);
        bench.show(
                Seen.pod("a", TaskPhase.RUNNING, "n0-0", Seen.asks(8), Seen.owner("Job", "train")),
                Seen.pod("b", TaskPhase.PENDING, "", Seen.asks(8)));
        List<Object> touched = new ArrayList<>();
        bench.cluster.eAdapters().add(new EContentAdapter() {
            @Override
            public void notifyChanged(org.eclipse.emf.common.notify.Notification notification) {
                super.notifyChanged(notification);
                if (notification.getEventType() != org.eclipse.emf.common.notify.Notification.REMOVING_ADAPTER) {
                    touched.add(notification.getFeature());
                }
            }
        });
        WhatIfResult outlook = ask("down rack/r0; submit 2x8; add 2 like n1-0");
        assertEquals(List.of(), touched);
        assertEquals(6, bench.cluster.getNodes().size());
        for (EObject node : outlook.nodes().keySet()) {
            assertTrue(bench.cluster.getNodes().contains(node), "answers name nodes of the model");
        }
    }

    @Test
    void aJobThatFailsForGoodWithItsLostPodsGoesNowhere() throws Exception {
        racks(2, 1);
        bench.show(running("a", "n0-0", 4, Seen.owner("Job", "train")), Seen.workload("Job", "train", 1));
        String uid = Seen.owner("Job", "train").uid();
        bench.show(new Change.FactSeen(new SchedulingObject.Retries("team", uid, "", false, new JobBackoffRule(6, 0))));
        assertEquals(1, ask("down n0-0").displaced().getFirst().placed());
        bench.show(new Change.FactSeen(new SchedulingObject.Retries("team", uid, "", false, new JobBackoffRule(0, 0))));
        WhatIfResult.Displaced ends = ask("down n0-0").displaced().getFirst();
        assertEquals(0, ends.placed());
        assertTrue(ends.words().startsWith("ends for good: "), ends::toString);
    }

    /** As a drain says: its other pod kept its GPUs, and its work was not counted. */
    @Test
    void withAJobThatFailsForGoodItsPodsOnOtherNodesEnd() throws Exception {
        racks(2, 1);
        bench.show(
                running("a", "n0-0", 4, Seen.owner("Job", "train")),
                running("b", "n1-0", 4, Seen.owner("Job", "train")),
                Seen.workload("Job", "train", 2));
        String uid = Seen.owner("Job", "train").uid();
        bench.show(new Change.FactSeen(new SchedulingObject.Retries("team", uid, "", false, new JobBackoffRule(0, 0))));
        WhatIfResult outlook = ask("down n0-0");
        assertEquals(
                OptionalDouble.of(2 * 4 * 2.0), outlook.displaced().getFirst().gpuHours());
        assertEquals(4, outlook.nodes().get(bench.node("n1-0")).freed());
        assertEquals(8, outlook.then().free());
    }

    @Test
    void whatMayNotBeReadMakesTheOutlookNoPromise() throws Exception {
        racks(2, 1);
        bench.show(new Change.KindRead("pods", SyncState.REFUSED, ""));
        assertTrue(
                ask("submit 1x8").submitted().getFirst().words().endsWith("; not certain: no right to read: Pods"),
                () -> "said");
    }

    @Test
    void aPodThatAForeignGateHoldsIsStillReckonedWith() throws Exception {
        racks(1, 1);
        bench.show(Seen.pod(
                "held",
                TaskPhase.GATED,
                "",
                SpecBuilder.like(Seen.asks(8)).gates("kueue.x-k8s.io/admission").build()));
        assertTrue(PlacementServiceImpl.ofScheduler(bench.service)
                .verdicts(new Subject(bench.task("held").getJob(), List.of(bench.task("held"))))
                .values()
                .stream()
                .allMatch(verdict -> verdict.fit().takes()));
    }

    @Test
    void whatRanThereGoesElsewhereAndTheOutlookSaysWhatItLoses() throws Exception {
        racks(2, 1);
        bench.show(running("a", "n0-0", 4, Seen.owner("Job", "train")), Seen.workload("Job", "train", 1));
        WhatIfResult outlook = ask("down n0-0");
        WhatIfResult.Displaced lost = outlook.displaced().getFirst();
        assertEquals(bench.job("train"), lost.job());
        assertEquals(1, lost.placed());
        assertEquals("on n1-0", lost.words());
        assertEquals(4 * 2.0, lost.gpuHours().orElseThrow(), 1e-6, "4 GPUs for two hours");
        assertTrue(outlook.nodes().get(bench.node("n0-0")).down());
        assertEquals(
                new WhatIfResult.NodeChange(false, 0, 4, List.of("train")),
                outlook.nodes().get(bench.node("n1-0")));
    }

    @Test
    void whatIsLostInASnapshotIsCountedUntilItsMomentAndNotUntilToday() throws Exception {
        racks(2, 1);
        bench.show(running("a", "n0-0", 4, Seen.owner("Job", "train")), Seen.workload("Job", "train", 1));
        bench.cluster.setConnection(ConnectionState.CLOSED);
        bench.cluster.setLastContact(NOW.minus(Duration.ofHours(1)));
        assertEquals(4 * 1.0, ask("down n0-0").displaced().getFirst().gpuHours().orElseThrow(), 1e-6);
    }

    @Test
    void whatIsPinnedToTheNodeThatIsDownStartsNowhereElse() throws Exception {
        racks(2, 1);
        TaskSpec pinned = SpecBuilder.like(Seen.asks(8))
                .nodeSelector(podium.model.value.Labels.of("kubernetes.io/hostname", "n0-0"))
                .build();
        bench.show(
                Seen.job("train", false, 1, pinned, ""),
                Seen.pod("a", TaskPhase.RUNNING, "n0-0", pinned, Seen.owner("Job", "train")));
        WhatIfResult.Displaced stuck = ask("down n0-0").displaced().getFirst();
        assertEquals(0, stuck.placed(), stuck::toString);
        TaskSpec toRack = SpecBuilder.like(Seen.asks(8))
                .nodeSelector(podium.model.value.Labels.of(RACK, "r0"))
                .build();
        bench.show(
                Seen.job("train", false, 1, toRack, ""),
                Seen.pod("a", TaskPhase.RUNNING, "n0-0", toRack, Seen.owner("Job", "train")));
        bench.job("train").setManagers(podium.model.value.Labels.of(PinLabels.MARK, RACK));
        assertEquals(0, ask("down n0-0").displaced().getFirst().placed(), "pinned to the rack");
    }

    @Test
    void aGangThatLosesOneRankRestartsWholeWhereItFits() throws Exception {
        racks(3, 1);
        bench.show(Seen.workload("Job", "gang", 2, Optional.empty(), false, OptionalInt.of(2), Conditions.none(), ""));
        bench.show(
                running("g0", "n0-0", 8, Seen.owner("Job", "gang")),
                running("g1", "n1-0", 8, Seen.owner("Job", "gang")));
        WhatIfResult.Displaced gang = ask("down n0-0").displaced().getFirst();
        assertEquals(2, gang.tasks());
        assertEquals(2, gang.placed());
        assertEquals(2 * 8 * 2.0, gang.gpuHours().orElseThrow(), 1e-6);
        String anHourAgo = NOW.minus(Duration.ofHours(1)).toString();
        bench.job("gang").setManagers(podium.model.value.Labels.of(GangLoss.CHECKPOINT, anHourAgo));
        assertEquals(
                2 * 8 * 1.0,
                ask("down n0-0").displaced().getFirst().gpuHours().orElseThrow(),
                1e-6,
                "since its checkpoint, as a drain counts it");
        bench.job("gang").setManagers(null);
        WhatIfResult.Displaced part = ask("down n0-0, n2-0").displaced().getFirst();
        assertEquals(1, part.placed(), "nothing keeps its first rank from starting alone");
        bench.show(new Change.FactSeen(new SchedulingObject.PodGroup(
                "team", "gang", bench.job("gang").getUid(), "", "", Resources.none(), List.of())));
        WhatIfResult.Displaced stuck = ask("down n0-0, n2-0").displaced().getFirst();
        assertEquals(0, stuck.placed(), "one rank of a gang that a PodGroup holds starts nowhere alone");
        assertEquals(8, ask("down n0-0, n2-0").nodes().get(bench.node("n1-0")).freed());
    }

    /** It was not known what a gang loses of which a rank was about to start, and an elastic one lost what a drain says it keeps. */
    @Test
    void whatAGangLosesIsCountedAsADrainCountsIt() throws Exception {
        racks(3, 1);
        bench.show(Seen.workload("Job", "gang", 2, Optional.empty(), false, OptionalInt.of(2), Conditions.none(), ""));
        bench.show(
                running("g0", "n0-0", 8, Seen.owner("Job", "gang")),
                Seen.pod("g1", TaskPhase.PENDING, "n1-0", Seen.asks(8), Seen.owner("Job", "gang")));
        assertEquals(
                OptionalDouble.of(8 * 2.0),
                ask("down n0-0").displaced().getFirst().gpuHours());
        bench.job("gang").setMinimum(1);
        assertEquals(
                OptionalDouble.of(0), ask("down n0-0").displaced().getFirst().gpuHours(), "the other rank goes on");
    }

    @Test
    void aPodWhoseTemplateHasAGateWaitsThereAndTheRestOfItsGangKeepsItsGpus() throws Exception {
        racks(3, 1);
        TaskSpec template =
                SpecBuilder.like(Seen.asks(8)).gates(GateText.MANUAL).build();
        bench.show(
                Seen.job("gang", false, 2, template, ""),
                running("g0", "n0-0", 8, Seen.owner("Job", "gang")),
                running("g1", "n1-0", 8, Seen.owner("Job", "gang")));
        bench.job("gang").setMinimum(2);
        WhatIfResult outlook = ask("down n0-0");
        WhatIfResult.Displaced gang = outlook.displaced().getFirst();
        assertEquals(0, gang.placed(), "n2-0 is free, and no new pod starts there");
        assertEquals(1, gang.tasks());
        assertEquals(
                "its new pod waits at the gate podium.placement/manual until an operator places it; "
                        + "the rest of the gang keeps its GPUs until it ends",
                gang.words());
        assertEquals(2 * 8 * 2.0, gang.gpuHours().orElseThrow(), 1e-6, "all of it has to start again");
        assertEquals(new WhatIfResult.Capacity(2, 16, 8), outlook.then());
    }

    @Test
    void whatIsAdmittedWaitsAtTheGateOfItsTemplate() throws Exception {
        racks(1, 1);
        TaskSpec template = SpecBuilder.like(Seen.asks(8)).gates("team/check").build();
        bench.show(Seen.job("held", true, 1, template, "team"));
        var job = bench.job("held");
        job.setQueueName("team");
        job.setState(JobState.SUSPENDED);
        WhatIfResult.Waiting waits = ask("add 1 like n0-0").waiting().getFirst();
        assertFalse(waits.startsNow() || waits.startsThen());
        assertEquals("its new pod waits at the gate team/check until somebody removes that", waits.words());
        job.setSpec(Seen.asks(8));
        assertTrue(ask("add 1 like n0-0").waiting().getFirst().startsNow(), "without a gate it would start");
    }

    @Test
    void whatStartedAtAnUnknownTimeHasLostAnUnknownAmount() throws Exception {
        racks(2, 1);
        bench.show(
                Seen.pod("a", TaskPhase.RUNNING, "n0-0", Seen.asks(2), Seen.owner("Job", "train")),
                running("b", "n0-0", 2, Seen.owner("Job", "train")));
        assertEquals(
                OptionalDouble.empty(), ask("down n0-0").displaced().getFirst().gpuHours());
    }

    @Test
    void whatRunsOnceOnEachNodeLosesNoPlace() throws Exception {
        racks(2, 1);
        bench.show(
                running("agent-1", "n0-0", 0, Seen.owner("DaemonSet", "agent")),
                running("a", "n0-0", 4, Seen.owner("Job", "train")));
        assertEquals(
                List.of("train"),
                ask("down n0-0").displaced().stream()
                        .map(it -> it.job().getName())
                        .toList());
    }

    @Test
    void whatFindsNoPlaceComesFirst() throws Exception {
        racks(2, 1);
        bench.show(
                running("small", "n0-0", 1, Seen.owner("Job", "small")),
                running("large", "n0-0", 7, Seen.owner("Job", "large")),
                Seen.pod("other", TaskPhase.RUNNING, "n1-0", Seen.asks(4)));
        List<WhatIfResult.Displaced> displaced = ask("down n0-0").displaced();
        assertEquals(
                List.of(0, 1),
                displaced.stream().map(WhatIfResult.Displaced::placed).toList());
        assertEquals("large", displaced.getFirst().job().getName());
    }

    /** It took its room twice from those behind it. */
    @Test
    void whatIsSupposedStandsInNoLineForTheRoomThatItHas() throws Exception {
        racks(3, 1);
        bench.show(Seen.pod("late", TaskPhase.PENDING, "", Seen.asks(8)));
        bench.job("late").setPriority(-5);
        assertTrue(ask("submit 2x8").waiting().getFirst().startsThen(), "one node of three is left");
        assertFalse(ask("submit 3x8").waiting().getFirst().startsThen(), "none is");
    }

    @Test
    void moreNodesLetWhatWaitsStart() throws Exception {
        racks(1, 1);
        bench.show(
                Seen.pod("busy", TaskPhase.RUNNING, "n0-0", Seen.asks(8)),
                Seen.pod("late", TaskPhase.PENDING, "", Seen.asks(8)));
        WhatIfResult.Waiting still = ask("submit 1x1").waiting().getFirst();
        assertFalse(still.startsNow() || still.startsThen() || still.changes());
        assertFalse(still.words().isEmpty());
        WhatIfResult.Waiting then = ask("add 2 like n0-0").waiting().getFirst();
        assertTrue(then.changes() && then.startsThen());
        assertEquals(bench.job("late"), then.job());
        assertEquals("", then.words());
    }

    @Test
    void whoWaitsIsServedInOrderAndTakesTheRoomOfThoseBehind() throws Exception {
        racks(1, 1);
        bench.show(
                Seen.pod("first", TaskPhase.PENDING, "", Seen.asks(8)),
                Seen.pod("second", TaskPhase.PENDING, "", Seen.asks(8)));
        bench.job("second").setPriority(10);
        Map<String, Boolean> starts = starts(ask("submit 1x1"));
        assertEquals(Map.of("first", false, "second", false), starts, "the supposed job took a GPU of the only node");
        assertEquals(Map.of("first", true, "second", true), starts(ask("add 1 like n0-0")));
        WhatIfResult now = ask("quota q 0");
        assertEquals(0, now.submitted().size());
        assertEquals(
                List.of(true, false),
                List.of(
                        waiting(now, "second").startsNow(),
                        waiting(now, "first").startsNow()));
    }

    @Test
    void anotherQuotaLetsASuspendedJobOfTheQueueIn() throws Exception {
        racks(2, 1);
        bench.show(new Change.QueueSeen(
                "Queue",
                "",
                "team",
                "uid-q",
                "",
                Resources.parse("nvidia.com/gpu=8"),
                Resources.parse("nvidia.com/gpu=8"),
                1,
                1,
                true));
        bench.show(Seen.workload(
                "Job", "held", 1, Optional.empty(), true, OptionalInt.empty(), Conditions.none(), "team"));
        var job = bench.job("held");
        job.setSpec(Seen.asks(8));
        job.setQueueName("team");
        job.setQueue(bench.cluster.getQueues().getFirst());
        job.setState(JobState.SUSPENDED);
        assertFalse(ask("quota team 12").waiting().getFirst().startsThen());
        WhatIfResult.Waiting in = ask("quota team 16").waiting().getFirst();
        assertTrue(in.startsThen() && in.changes());
    }

    @Test
    void cordonedNodesAndNodesThatAreNotReadyTakeNothing() throws Exception {
        racks(1, 2);
        bench.node("n0-0").setUnschedulable(true);
        assertFalse(ask("submit 2x8").submitted().getFirst().fits());
        assertTrue(ask("submit 1x8").submitted().getFirst().fits());
    }

    @Test
    void sharesOfADeviceAreCountedDeviceByDevice() throws Exception {
        TaskSpec share = TaskSpec.of(Resources.parse("alibabacloud.com/gpu-milli=600"));
        bench.show(
                Seen.node("s0", podium.model.value.Labels.none(), offer()),
                Seen.node("s1", podium.model.value.Labels.none(), offer()),
                Seen.pod("a", TaskPhase.RUNNING, "s0", share, Seen.owner("Job", "a")),
                Seen.pod("b", TaskPhase.RUNNING, "s1", share, Seen.owner("Job", "b")));
        bench.task("a").getAccelerators().add(bench.node("s0").getAccelerators().getFirst());
        bench.task("b").getAccelerators().add(bench.node("s1").getAccelerators().getFirst());
        assertEquals(0, ask("down s0").displaced().getFirst().placed(), "0.4 of the only device is left");
        assertEquals(1, ask("down s0; add 1 like s1").displaced().getFirst().placed());
    }

    private static Resources offer() {
        return Resources.parse("nvidia.com/gpu=1,alibabacloud.com/gpu-milli=1000,cpu=1000,memory=1000,pods=9");
    }

    private void racks(int racks, int nodes) {
        for (int rack = 0; rack < racks; rack++) {
            for (int node = 0; node < nodes; node++) {
                bench.show(
                        Seen.gpuNode("n" + rack + "-" + node, 8, "topology.kubernetes.io/zone", "z", RACK, "r" + rack));
            }
        }
    }

    private static Change running(String name, String node, int gpus, ControllerRef owner) {
        Change.PodSeen pod = Seen.pod(name, TaskPhase.RUNNING, node, Seen.asks(gpus), owner);
        return PodBuilder.like(pod).since(NOW.minusSeconds(7200)).build();
    }

    private static Map<String, Boolean> starts(WhatIfResult outlook) {
        Map<String, Boolean> starts = new java.util.TreeMap<>();
        outlook.waiting().forEach(it -> starts.put(it.job().getName(), it.startsThen()));
        return starts;
    }

    private static WhatIfResult.Waiting waiting(WhatIfResult outlook, String job) {
        return outlook.waiting().stream()
                .filter(it -> it.job().getName().equals(job))
                .findFirst()
                .orElseThrow();
    }

    private WhatIfResult ask(String line) throws Exception {
        var hypotheses = new HypothesisReader(bench.cluster).read(line).hypotheses();
        WhatIfServiceImpl service = new WhatIfServiceImpl(InstantSource.fixed(NOW));
        try {
            return service.ask(bench.cluster, hypotheses).get(60, TimeUnit.SECONDS);
        } finally {
            service.close();
        }
    }
}
