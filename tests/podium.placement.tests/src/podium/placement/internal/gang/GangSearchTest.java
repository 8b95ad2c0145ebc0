// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.gang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.placement.Assignment;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.internal.PlacementServiceImpl;

/** Gangs whose tasks differ: a layout is found exactly when trying everything finds one, and it is a right one. */
class GangSearchTest {
    private static final String ZONE = "topology.kubernetes.io/zone";

    @Test
    void aLayoutIsFoundExactlyWhenThereIsOne() throws Exception {
        int found = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            FleetBench bench = new FleetBench();
            int nodes = 1 + random.nextInt(4);
            List<Integer> room = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                room.add(random.nextInt(7));
                bench.show(Seen.gpuNode("n" + i, room.get(i), ZONE, "z"));
            }
            List<Integer> asks = new ArrayList<>();
            int tasks = 2 + random.nextInt(4);
            for (int i = 0; i < tasks; i++) {
                asks.add(1 + random.nextInt(4));
                bench.show(pod(i, asks.get(i)));
            }
            try (PlacementServiceImpl placement = new PlacementServiceImpl(bench.service)) {
                Optional<Assignment> layout = placement.layout(
                        new Subject(bench.job("ray"), List.of()),
                        new Target.OnDomain(bench.cluster.getDomains().getFirst()));
                assertEquals(possible(room, asks, 0), layout.isPresent(), "seed " + seed + " " + room + " " + asks);
                layout.ifPresent(one -> check(bench, one, asks));
                found += layout.isPresent() ? 1 : 0;
            }
        }
        assertTrue(found > 50 && found < 350, "the cases are lopsided: " + found);
    }

    private static void check(FleetBench bench, Assignment layout, List<Integer> asks) {
        Map<Node, Integer> used = new HashMap<>();
        layout.nodes().forEach((number, node) -> used.merge(node, asks.get(number), Integer::sum));
        assertEquals(asks.size(), layout.nodes().size());
        used.forEach(
                (node, amount) -> assertTrue(amount <= node.getAllocatable().get("nvidia.com/gpu")));
        for (Task task : bench.job("ray").getTasks()) {
            assertTrue(layout.nodes().containsKey(Integer.valueOf(task.getName().substring(4))));
        }
    }

    private static boolean possible(List<Integer> room, List<Integer> asks, int at) {
        if (at == asks.size()) {
            return true;
        }
        for (int node = 0; node < room.size(); node++) {
            int left = room.get(node) - asks.get(at);
            if (left >= 0) {
                room.set(node, left);
                boolean rest = possible(room, asks, at + 1);
                room.set(node, left + asks.get(at));
                if (rest) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Change pod(int number, int gpus) {
        return Seen.pod("ray-" + number, TaskPhase.PENDING, "", Seen.asks(gpus), Seen.owner("RayJob", "ray"));
    }
}
