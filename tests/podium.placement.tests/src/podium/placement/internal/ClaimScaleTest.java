// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceClaimTemplate;
import podium.core.dra.ClaimSpec;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Offers;
import podium.core.testkit.Seen;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.model.value.Conditions;
import podium.placement.Fit;
import podium.placement.Prohibitions;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.internal.dra.cel.SelectorReader;

/** A gang with claims on a cluster of many nodes, followed through changes; prints how long it took. */
class ClaimScaleTest {
    private static final int NODES = Integer.getInteger("podium.scale.nodes", 5_000);
    private static final ClaimSpec FOUR = Offers.spec(Offers.request("r", "large", 4));

    private final FleetBench bench = new FleetBench();

    private static <T> T time(String what, Supplier<T> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        T result = work.get();
        System.out.printf("claims, %s: %.2f ms of CPU%n", what, (threads.getCurrentThreadCpuTime() - start) / 1e6);
        return result;
    }

    private static ResourceClaim held(int node) {
        return Offers.on(
                Offers.claim("held-" + node, FOUR),
                "n" + node,
                node % 2 == 0 ? List.of("gpu-0", "gpu-1") : List.of("gpu-0", "gpu-1", "gpu-2", "gpu-3", "gpu-4"),
                "q");
    }

    private void fleet() {
        List<Change> changes = new ArrayList<>(Offers.listed());
        changes.add(Offers.seen(Offers.deviceClass(
                "large",
                "device.driver == 'gpu.example.com' && device.attributes['gpu.example.com'].type == 'gpu'",
                "device.capacity['gpu.example.com'].memory.compareTo(quantity('80Gi')) >= 0")));
        changes.add(Offers.seen(new ResourceClaimTemplate("team", "four", FOUR)));
        for (int i = 0; i < NODES; i++) {
            changes.add(Seen.gpuNode("n" + i, 0, "kubernetes.io/hostname", "n" + i));
            changes.add(Offers.seen(Offers.gpus("n" + i, 8)));
            changes.add(Offers.seen(held(i)));
        }
        changes.add(Seen.workload(
                "Job", "gang", 512, java.util.Optional.empty(), true, OptionalInt.of(512), Conditions.none(), ""));
        for (int i = 0; i < 512; i++) {
            changes.add(Seen.pod(
                    "gang-" + i, TaskPhase.GATED, "", Offers.claims("<pod>-gpus/four"), Seen.owner("Job", "gang")));
        }
        bench.show(changes);
    }

    @Test
    void aGangIsJudgedOnEveryNodeAndOnlyThoseThatAClaimConcernsAgain() throws Exception {
        fleet();
        Subject subject = new Subject(bench.job("gang"), List.of());
        SelectorReader selectors = new SelectorReader();
        try (PlacementServiceImpl before = new PlacementServiceImpl(bench.service, selectors, Prohibitions.nothing());
                PlacementServiceImpl placement =
                        new PlacementServiceImpl(bench.service, selectors, Prohibitions.nothing())) {
            time("index and first verdicts with all there is to load", () -> before.verdicts(subject));
            time("index and first verdicts once selectors are read", () -> placement.verdicts(subject));
            for (int i = 0; i < 30; i++) {
                bench.show(Offers.seen(Offers.deviceClass("other" + i)));
                time("verdicts of all nodes", () -> placement.verdicts(subject));
            }
            Map<Node, Verdict> all = placement.verdicts(subject);
            Verdict free = all.get(bench.node("n2"));
            assertEquals(Fit.FITS, free.fit());
            assertEquals(1, free.tasksThatFit(), "6 of 8 are free");
            assertEquals(
                    List.of("asks for 4 devices of class large; the node has 8, 5 allocated: 5 by q"),
                    all.get(bench.node("n3")).reasons());
            bench.show(Offers.seen(Offers.claim("held-3", FOUR)));
            Map<Node, Verdict> next = time("verdicts after a claim went", () -> placement.verdicts(subject));
            assertEquals(2, next.get(bench.node("n3")).tasksThatFit());
            int same = 0;
            for (Map.Entry<Node, Verdict> entry : next.entrySet()) {
                same += entry.getValue() == all.get(entry.getKey()) ? 1 : 0;
            }
            assertEquals(NODES - 1, same, "the others were not judged again");
            assertTrue(next.values().stream().filter(v -> v.fit() == Fit.FITS).count() > NODES / 2);
        }
    }
}
