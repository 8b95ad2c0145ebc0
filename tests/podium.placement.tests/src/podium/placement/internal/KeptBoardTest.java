// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.placement.Verdict;

/** A board that followed every change says the same as one that was just made. */
class KeptBoardTest {
    private static final int NODES = 6;

    private final FleetBench bench = new FleetBench();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void afterEachChange(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < NODES; i++) {
            bench.show(Seen.gpuNode("n" + i, 8));
        }
        for (int rank = 0; rank < 8; rank++) {
            bench.show(RankedPods.pod("train", rank, RankedPods.PLAIN, 2));
        }
        Map<Task, Node> proposal = new HashMap<>();
        try (PlacementServiceImpl kept = new PlacementServiceImpl(bench.service)) {
            for (int step = 0; step < 100; step++) {
                change(random, step);
                List<Rank> ranks = kept.ranks(bench.job("train"));
                if (random.nextInt(5) == 0) {
                    proposal.put(
                            ranks.get(random.nextInt(4)).task(),
                            bench.cluster.getNodes().get(random.nextInt(3)));
                }
                Subject moved = new Subject(
                        bench.job("train"),
                        ranks.subList(4, 8).stream().map(Rank::task).toList());
                try (PlacementServiceImpl fresh = new PlacementServiceImpl(bench.service)) {
                    assertEquals(
                            said(fresh.verdicts(moved, proposal)),
                            said(kept.verdicts(moved, proposal)),
                            "step " + step);
                }
            }
        }
    }

    /** All but the scores: what jobs that are gone asked for still counts in them. */
    private static Map<String, String> said(Map<Node, Verdict> verdicts) {
        Map<String, String> said = new HashMap<>();
        verdicts.forEach((node, verdict) ->
                said.put(node.getName(), verdict.fit() + " " + verdict.tasksThatFit() + " " + verdict.reasons()));
        return said;
    }

    private void change(Random random, int step) {
        String node = "n" + random.nextInt(NODES);
        String pod = "other-" + random.nextInt(5);
        switch (random.nextInt(5)) {
            case 0 -> bench.show(new Change.Gone("Node", "", node, "uid-" + node));
            case 1 -> bench.show(Seen.gpuNode(node, random.nextInt(9)));
            case 2 -> bench.show(new Change.Gone("Pod", "team", pod, "uid-" + pod));
            default -> bench.show(Seen.pod(pod, TaskPhase.RUNNING, node, Seen.asks(1 + step % 8)));
        }
        if (bench.cluster.getNodes().size() < 3) {
            bench.show(Seen.gpuNode("n0", 8), Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 8));
        }
    }
}
