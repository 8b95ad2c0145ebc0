// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.model.value.Conditions;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** The size Kubernetes is tested to. Times are printed, never judged: the machine decides them. */
class ScaleTest {
    private static final int NODES = 5_000;
    private static final int PODS = Integer.getInteger("podium.scale.pods", 50_000);

    @Test
    void aGangOf512IsJudgedOnFiveThousandNodesAndFollowedThroughChanges() throws Exception {
        FleetBench bench = fleet();
        bench.show(Seen.workload(
                "Job", "gang", 512, java.util.Optional.empty(), true, OptionalInt.of(512), Conditions.none(), ""));
        List<Change> gang = new ArrayList<>();
        for (int i = 0; i < 512; i++) {
            gang.add(Seen.pod("gang-" + i, TaskPhase.GATED, "", spec(8), Seen.owner("Job", "gang")));
        }
        bench.show(gang);
        Subject subject = new Subject(bench.job("gang"), List.of());
        try (PlacementServiceImpl placement = new PlacementServiceImpl(bench.service)) {
            placement.verdicts(new Subject(bench.job("job-0"), List.of()));
            Map<Node, Verdict> first = time("first verdicts, warming up", () -> placement.verdicts(subject));
            for (int i = 0; i < 40; i++) {
                placement.verdicts(new Subject(bench.job("job-" + i), List.of()));
            }
            time("first verdicts", () -> placement.verdicts(subject));
            assertEquals(NODES, first.size());
            assertTrue(first.values().stream().anyMatch(verdict -> verdict.fit() == Fit.FITS));
            bench.show(Seen.pod("late", TaskPhase.RUNNING, "n4990", spec(1)));
            Map<Node, Verdict> next = time("verdicts after a change", () -> placement.verdicts(subject));
            assertEquals(Fit.DOES_NOT_FIT, next.get(bench.node("n4990")).fit());
            assertEquals(Fit.FITS, first.get(bench.node("n4990")).fit());
            Domain zone = bench.cluster.getDomains().getFirst();
            for (int i = 0; i < 10; i++) {
                Assignment layout = time("layout of 512 in a zone of " + NODES / 4, () -> placement
                        .layout(subject, new Target.OnDomain(zone))
                        .orElseThrow());
                assertEquals(512, layout.nodes().size());
            }
        }
    }

    private static TaskSpec spec(int gpus) {
        return TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", (long) gpus, "cpu", 500L, "memory", 1L)));
    }

    private static FleetBench fleet() {
        FleetBench bench = new FleetBench();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            changes.add(Seen.gpuNode(
                    "n" + i,
                    8,
                    "topology.kubernetes.io/zone",
                    "z" + i / (NODES / 4),
                    "topology.kubernetes.io/block",
                    "b" + i / 160,
                    "topology.kubernetes.io/rack",
                    "r" + i / 8,
                    "kubernetes.io/hostname",
                    "n" + i));
        }
        for (int i = 0; i < PODS; i++) {
            String job = "job-" + i / 10;
            int node = i % NODES;
            changes.add(Seen.pod(
                    "p" + i,
                    TaskPhase.RUNNING,
                    "n" + node,
                    spec(node % 2 == 0 || i >= NODES ? 0 : 1),
                    Seen.owner("Job", job)));
        }
        long start = System.nanoTime();
        bench.show(changes);
        System.out.printf("model of %d nodes and %d pods: %.1f ms%n", NODES, PODS, (System.nanoTime() - start) / 1e6);
        return bench;
    }

    private static <T> T time(String what, java.util.function.Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        System.out.printf("%s: %.2f ms%n", what, (System.nanoTime() - start) / 1e6);
        return result;
    }
}
