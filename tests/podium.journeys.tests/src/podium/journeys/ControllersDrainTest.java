// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
import podium.operation.job.JobAction;
import podium.operation.plan.Plan;

/**
 * A drain through Kueue stops what runs on the node and nothing else, and it runs elsewhere afterwards; what would not start again is
 * not stopped, by whatever act.
 */
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
                preview.warnings().stream()
                        .anyMatch(line -> line.contains("may be created again for " + node + " only")),
                () -> preview.warnings().toString());
        Plan plan = bench.lab.inRealm(() -> bench.lab.drains.prepare(preview)).call();
        assertEquals(List.of(), bench.lab.engine.check(plan).problems());
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

    /** Kueue lets what it has admitted run and admits nothing again. */
    @ParameterizedTest
    @EnumSource(names = {"JOB", "JOB_SET", "DEPLOYMENT", "STATEFUL_SET"})
    void whatRunsInAQueueThatIsHeldIsNotStopped(Owned kind) throws Exception {
        String name = bench.begin(kind, Flavor.LABELLED);
        String other = bench.name("other");
        bench.ground.queue(other, Flavor.LABELLED, 8);
        String held = kind == Owned.JOB_SET ? "namespaces/team/localqueues/" : "clusterqueues/";
        for (String queue : List.of(name, other)) {
            bench.ground.http.send(
                    "PATCH", ControllersGround.QUEUES + held + queue, "{\"spec\":{\"stopPolicy\":\"Hold\"}}");
            bench.lab.await("that it is held", () -> bench.ground
                    .http
                    .send("GET", ControllersGround.QUEUES + "namespaces/team/localqueues/" + queue, "")
                    .at("/status/conditions")
                    .toString()
                    .contains("\"False\""));
        }
        Map<String, String> before = bench.running(name);
        ControllersBench.refused(bench.place(name, bench.elsewhere(name)), "not start again");
        if (kind.suspends()) {
            ControllersBench.refused(bench.act(name, new JobAction.Requeue()), "not start again");
            ControllersBench.refused(bench.act(name, new JobAction.Queue(other)), "not start again");
            ControllersBench.refused(bench.hold(name), "not start again");
            Node node = bench.lab.node(before.values().iterator().next());
            DrainRequest request = new DrainRequest(List.of(node), true, false, Optional.empty(), Optional.empty());
            DrainPreview preview = bench.lab.inRealm(() -> bench.lab.drains.preview(request.deactivating(true)));
            Plan plan =
                    bench.lab.inRealm(() -> bench.lab.drains.prepare(preview)).call();
            assertTrue(preview.requeued().isEmpty(), () -> preview.warnings().toString());
            assertTrue(plan.effects().stream().anyMatch(line -> line.contains("not requeued")), plan::toString);
        }
        assertEquals(before, bench.running(name), bench.told(name));
        bench.remove(kind, name);
    }

    /** The controller of Jobs takes it for complete when it is suspended. */
    @Test
    void aJobWithoutCompletionsOfWhichAPodHasSucceededIsNotStopped() throws Exception {
        for (String queue : List.of("", bench.name("queue"))) {
            if (!queue.isEmpty()) {
                bench.ground.queue(queue, Flavor.PLAIN, 8);
            }
            String name = bench.name("crew");
            String manifest = Owned.JOB
                    .manifest(name, queue, false, false)
                    .replace("\"completions\":2,\"completionMode\":\"Indexed\",", "");
            bench.lab.create(Owned.JOB.ref(name), manifest);
            bench.runsOn(name, 2, "");
            bench.succeeds(name);
            Map<String, String> before = bench.running(name);
            List<JobAction> acts = new ArrayList<>(List.of(new JobAction.Requeue()));
            if (queue.isEmpty()) {
                acts.add(new JobAction.Suspend());
            } else {
                acts.add(new JobAction.Withdraw());
            }
            for (JobAction act : acts) {
                ControllersBench.refused(bench.act(name, act), "would end if it were stopped");
            }
            ControllersBench.refused(bench.place(name, bench.elsewhere(name)), "would end if it were stopped");
            ControllersBench.refused(bench.hold(name), "would end if it were stopped");
            assertEquals(before, bench.running(name));
            bench.remove(Owned.JOB, name);
        }
    }
}
