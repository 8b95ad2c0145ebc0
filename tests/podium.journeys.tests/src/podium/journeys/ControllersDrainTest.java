// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.journeys.ControllersGround.Flavor;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.Node;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.plan.Plan;

/** A drain through Kueue stops what runs on the node and nothing else, and it runs elsewhere afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(ControllersGround.ALONE)
class ControllersDrainTest {
    private ControllersBench bench;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        bench = new ControllersBench(directory);
    }

    @AfterAll
    void close() throws Exception {
        if (bench != null) {
            bench.close();
        }
    }

    /** Uids of the pods of each group, or of all, by where they run. */
    private Map<String, String> groups(String name) throws Exception {
        Map<String, String> groups = new TreeMap<>();
        for (JsonNode pod : bench.pods(name)) {
            groups.put(
                    Trees.text(pod, "/metadata/uid"),
                    Trees.text(pod, "/metadata/labels/leaderworkerset.sigs.k8s.io~1group-index"));
        }
        return groups;
    }

    @ParameterizedTest
    @EnumSource
    void whatRunsOnTheNodeGoesOnElsewhereAndTheRestIsLeftAlone(Owned kind) throws Exception {
        drained(kind, Flavor.LABELLED);
    }

    @ParameterizedTest
    @EnumSource
    void soDoesWhatLiesByTopology(Owned kind) throws Exception {
        drained(kind, Flavor.TAS);
    }

    private void drained(Owned kind, Flavor flavor) throws Exception {
        String name = bench.name(kind.name());
        bench.ground.queue(name, flavor, 8);
        bench.create(kind, name, name, flavor == Flavor.TAS, false);
        bench.runsOn(name, kind.pods, "");
        bench.lab.tasks(name, kind.pods, task -> task.getNode() != null && task.isReady());
        Map<String, String> before = bench.running(name);
        Map<String, String> groups = groups(name);
        String node = before.values().iterator().next();
        Node its = bench.lab.node(node);
        DrainRequest request =
                new DrainRequest(List.of(its), true, kind == Owned.POD, Optional.empty(), Optional.empty());
        DrainRequest through = request.deactivating(true);
        DrainPreview preview = bench.lab.inRealm(() -> bench.lab.drains.preview(through));
        // Kueue 0.13 mostly leaves the pod in its place pending there, or failed before it had a node; at times it runs
        // elsewhere
        boolean comesBack = kind == Owned.STATEFUL_SET && flavor == Flavor.TAS;
        assertEquals(
                comesBack,
                preview.warnings().stream().anyMatch(line -> line.contains("may come back for " + node + " alone")),
                () -> preview.warnings().toString());
        Plan plan = bench.lab.inRealm(() -> bench.lab.drains.prepare(preview)).call();
        assertEquals(List.of(), bench.lab.engine.check(plan));
        Operation done = bench.lab.run(plan);
        assertEquals(OperationState.DONE, done.state(), () -> done.outcome() + " " + done.status());
        assertTrue(bench.running(name).values().stream().noneMatch(node::equals), () -> "left on " + node);
        if (kind != Owned.POD && !comesBack) {
            bench.runsOn(name, kind.pods, "");
        }
        for (Map.Entry<String, String> pod : before.entrySet()) {
            boolean isOther = before.entrySet().stream()
                    .filter(one -> one.getValue().equals(node))
                    .noneMatch(one -> kind == Owned.LEADER_WORKER_SET
                            ? groups.get(one.getKey()).equals(groups.get(pod.getKey()))
                            : kind == Owned.JOB
                                    || kind == Owned.JOB_SET
                                    || one.getKey().equals(pod.getKey()));
            if (isOther) {
                assertTrue(bench.running(name).containsKey(pod.getKey()), () -> "also stopped: " + pod);
            }
        }
        bench.lab.done(bench.lab.inRealm(() -> bench.lab.drains.uncordon(List.of(its))));
        if (kind != Owned.POD) {
            bench.remove(kind, name);
        }
    }
}
