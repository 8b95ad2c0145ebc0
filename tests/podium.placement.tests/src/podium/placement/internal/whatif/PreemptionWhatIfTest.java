// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.TaskPhase;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Requirement;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.whatif.HypothesisReader;
import podium.placement.whatif.WhatIfResult;

/** Who finds no room has kube-scheduler evict others of lower priority, who look for room in turn. */
class PreemptionWhatIfTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final FleetBench bench = new FleetBench();

    private void nodes(String... names) {
        for (String name : names) {
            bench.show(Seen.gpuNode(name, 8));
        }
    }

    private void runs(String job, int rank, String node, int gpus, int priority) {
        bench.show(Seen.pod(
                job + "-" + rank,
                TaskPhase.RUNNING,
                node,
                SpecBuilder.like(Seen.asks(gpus)).priority(priority).build(),
                Seen.owner("Job", job)));
        bench.job(job).setPriority(priority);
    }

    private WhatIfResult down(String node) throws Exception {
        return suppose("down " + node);
    }

    private WhatIfResult suppose(String line) throws Exception {
        WhatIfServiceImpl service = new WhatIfServiceImpl(InstantSource.fixed(NOW));
        try {
            return service.ask(
                            bench.cluster,
                            new HypothesisReader(bench.cluster).read(line).hypotheses())
                    .get(60, TimeUnit.SECONDS);
        } finally {
            service.close();
        }
    }

    /** "vip 1/1: on n1", one for each, in the order of the answer. */
    private List<String> answers(String node) throws Exception {
        return down(node).displaced().stream()
                .map(it -> it.job().getName() + " " + it.placed() + "/" + it.tasks() + ": " + it.words())
                .toList();
    }

    @Test
    void whoIsEvictedIsNamedAndIsItselfAnAnswer() throws Exception {
        nodes("n0", "n1", "n2");
        runs("vip", 0, "n0", 8, 1000);
        runs("small", 0, "n0", 1, 0);
        runs("low", 0, "n1", 7, 0);
        runs("high", 0, "n2", 4, 2000);
        assertEquals(
                List.of(
                        "low 0/1: kube-scheduler evicts it for vip; no node has room",
                        "vip 1/1: on n1; kube-scheduler evicts low (batch, priority 0, 7 GPUs) for it",
                        "small 1/1: on n2"),
                answers("n0"));
        assertEquals(
                List.of("low"),
                down("n0").displaced().stream()
                        .filter(WhatIfResult.Displaced::preempted)
                        .map(it -> it.job().getName())
                        .toList(),
                "the others ran on n0");
        WhatIfResult.NodeChange there = down("n0").nodes().get(bench.node("n1"));
        assertEquals(List.of(7, 8), List.of(there.freed(), there.taken()));
        bench.show(new Change.FactSeen(new SchedulingObject.PriorityClass("calm", 1000, true, false)));
        assertEquals("vip 0/1: no node has room", answers("n0").getFirst(), "its class evicts nobody");
    }

    @Test
    void whatIsPinnedEvictsNobodyWhereItDoesNotStart() throws Exception {
        nodes("n1");
        bench.show(Seen.gpuNode("n0", 8, "kubernetes.io/hostname", "n0"));
        runs("low", 0, "n1", 7, 0);
        TaskSpec pinned = SpecBuilder.like(Seen.asks(8))
                .priority(1000)
                .nodeSelector(Labels.of("kubernetes.io/hostname", "n0"))
                .build();
        bench.show(Seen.pod("vip-0", TaskPhase.RUNNING, "n0", pinned, Seen.owner("Job", "vip")));
        bench.job("vip").setPriority(1000);
        assertEquals(List.of("vip 0/1: no node has room"), answers("n0"));
    }

    @Test
    void whoIsEvictedEvictsOthersInTurn() throws Exception {
        nodes("n0", "n1");
        bench.show(Seen.gpuNode("n2", 4));
        runs("a", 0, "n0", 8, 300);
        runs("b", 0, "n1", 4, 200);
        runs("c", 0, "n2", 4, 100);
        assertEquals(
                List.of(
                        "c 0/1: kube-scheduler evicts it for b; no node has room",
                        "a 1/1: on n1; kube-scheduler evicts b (batch, priority 200, 4 GPUs) for it",
                        "b 1/1: kube-scheduler evicts it for a; on n2; kube-scheduler evicts c (batch, priority 100, 4"
                                + " GPUs) for it"),
                answers("n0"));
    }

    @Test
    void aBudgetIsSparedWhereAnotherNodeNeedsNone() throws Exception {
        nodes("n0", "n1", "n2");
        runs("vip", 0, "n0", 8, 1000);
        runs("kept", 0, "n1", 8, 0);
        runs("more", 0, "n2", 8, 500);
        assertEquals(
                "vip 1/1: on n1; kube-scheduler evicts kept (batch, priority 0, 8 GPUs) for it",
                answers("n0").getLast());
        bench.show(new Change.BudgetSeen(
                "team",
                "keep",
                "uid-keep",
                new LabelSelector(Labels.none(), List.of(new Requirement("app", "In", List.of("kept-0")))),
                0,
                0,
                0,
                0,
                1,
                1,
                false));
        assertEquals(
                List.of(
                        "kept 0/1: kube-scheduler evicts it for more; no node has room",
                        "vip 1/1: on n2; kube-scheduler evicts more (batch, priority 500, 8 GPUs) for it",
                        "more 1/1: kube-scheduler evicts it for vip; on n1; kube-scheduler evicts kept (batch,"
                                + " priority 0, 8 GPUs) for it, against a disruption budget"),
                answers("n0"));
    }

    @Test
    void ofMoreNodesThanItComparesWhichOneItTakesIsNotCertain() throws Exception {
        nodes("n");
        runs("vip", 0, "n", 8, 1000);
        for (int i = 0; i <= 100; i++) {
            nodes("n" + i);
            runs("low" + i, 0, "n" + i, 8, i == 7 ? -1 : 0);
        }
        assertEquals(
                "vip 1/1: on n7; kube-scheduler evicts low7 (batch, priority -1, 8 GPUs) for it, or others: of so many"
                        + " nodes it compares a part only",
                answers("n").getLast());
    }

    @Test
    void nobodyIsEvictedForAPartOfWhatStartsTogether() throws Exception {
        nodes("n0", "n1", "n2");
        runs("gang", 0, "n0", 8, 1000);
        runs("gang", 1, "n1", 8, 1000);
        bench.job("gang").setMinimum(2);
        runs("low", 0, "n2", 4, 0);
        assertEquals(
                List.of(
                        "low 0/1: kube-scheduler evicts it for gang; no node has room",
                        "gang 2/2: on 2 nodes, n1 first; kube-scheduler evicts low (batch, priority 0, 4 GPUs) for it"),
                answers("n0"));
        runs("gang", 2, "n0", 8, 1000);
        bench.job("gang").setMinimum(3);
        assertEquals(
                List.of(
                        "gang 2/3: on 2 nodes, n1 first; room for 2 of 3 tasks, which would start without the rest;"
                                + " kube-scheduler evicts low (batch, priority 0, 4 GPUs) for it",
                        "low 0/1: kube-scheduler evicts it for gang; no node has room"),
                answers("n0"),
                "kube-scheduler takes each pod by itself");
        bench.show(new Change.FactSeen(new SchedulingObject.PodGroup(
                "team", "gang", bench.job("gang").getUid(), "", "", Resources.none(), List.of())));
        assertEquals(List.of("gang 0/3: room for 1 of 3 tasks"), answers("n0"));
    }

    @Test
    void aSupposedJobEvictsWhomARealOneOfItsPriorityWould() throws Exception {
        nodes("n0", "n1");
        runs("low", 0, "n0", 4, 0);
        runs("high", 0, "n1", 8, 1000);
        bench.show(new Change.FactSeen(new SchedulingObject.PriorityClass("prod", 500, false, false)));
        assertEquals(List.of(), suppose("submit 1x8").displaced());
        WhatIfResult prod = suppose("submit 1x8 priority prod");
        assertEquals(
                "on n0; kube-scheduler evicts low (batch, priority 0, 4 GPUs) for it",
                prod.submitted().getFirst().words());
        assertEquals(
                "kube-scheduler evicts it for 1 × 8; no node has room",
                prod.displaced().getFirst().words());
        bench.show(new Change.FactSeen(new SchedulingObject.PriorityClass("usual", 10, false, true)));
        assertEquals(
                1, suppose("submit 1x8").displaced().size(), "without a class it is of the default of the cluster");
    }

    @Test
    void aGangThatLosesOneStartsAgainWholeOrNot() throws Exception {
        nodes("n0", "n1", "n2", "n3");
        runs("vip", 0, "n0", 8, 1000);
        runs("gang", 0, "n1", 8, 0);
        runs("gang", 1, "n2", 8, 0);
        runs("more", 0, "n3", 8, 500);
        bench.job("gang").setMinimum(2);
        bench.show(new Change.FactSeen(new SchedulingObject.PodGroup(
                "team", "gang", bench.job("gang").getUid(), "", "", Resources.none(), List.of())));
        List<String> answers = answers("n0");
        assertEquals(2, answers.size(), answers::toString);
        assertEquals(
                true, answers.getFirst().startsWith("gang 0/2: kube-scheduler evicts it for vip; "), answers::toString);
    }

    @Test
    void aPodThatNobodyRecreatesGoesNowhere() throws Exception {
        nodes("n0", "n1");
        bench.show(Seen.pod("probe", TaskPhase.RUNNING, "n0", Seen.asks(1)));
        assertEquals(List.of("probe 0/1: ends for good: no controller recreates it"), answers("n0"));
    }
}
