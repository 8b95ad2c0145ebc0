// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import podium.journeys.ControllersGround.Flavor;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.job.JobAction;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

/** What cannot be suspended, on the board, in another queue and with another priority, as the real controllers treat it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(ControllersGround.ALONE)
class ControllersRollingTest {
    private static final String GATE = "\"schedulingGates\":[{\"name\":\"podium.placement/manual\"}],";

    private ControllersBench bench;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        bench = new ControllersBench(directory);
        bench.ground.http.send(
                "POST",
                "/apis/scheduling.k8s.io/v1/priorityclasses",
                "{\"metadata\":{\"name\":\"urgent\"},\"value\":500}");
    }

    @AfterAll
    void close() throws Exception {
        if (bench != null) {
            bench.close();
        }
    }

    private Operation done(Result result, String name) throws Exception {
        Operation done = bench.run(result);
        assertEquals(OperationState.DONE, done.state(), done.outcome() + " " + done.status() + bench.told(name));
        return done;
    }

    private void refused(Result result, String words) {
        Result.Refused refused = assertInstanceOf(Result.Refused.class, result, result::toString);
        assertTrue((refused.reason() + " " + refused.advice()).contains(words), refused::toString);
    }

    private String begin(Owned kind, String queue) throws Exception {
        String name = bench.name(kind.name());
        bench.create(kind, name, queue, false, false);
        bench.runsOn(name, kind.pods, "");
        bench.lab.tasks(name, kind.pods, task -> task.getNode() != null);
        return name;
    }

    private String queue(int gpus) throws Exception {
        String queue = bench.name("queue");
        bench.ground.queue(queue, Flavor.PLAIN, gpus);
        return queue;
    }

    private void counted(String queue, int gpus) throws Exception {
        bench.lab.await(gpus + " GPUs of quota in " + queue, () -> bench.ground.reserved(queue) == gpus);
    }

    /** Values of a field of all its pods. */
    private Set<String> of(String name, String pointer) throws Exception {
        Set<String> values = new TreeSet<>();
        for (JsonNode pod : bench.pods(name)) {
            values.add(pod.at(pointer).asText());
        }
        return values;
    }

    private List<Integer> priorities(String name) throws Exception {
        List<Integer> priorities = new ArrayList<>();
        for (JsonNode workload : bench.workloads()) {
            if (Trees.text(workload, "/metadata/name").contains(name)) {
                priorities.add(workload.at("/spec/priority").asInt());
            }
        }
        return priorities;
    }

    /** Of a kind that its author made with the gate, and how its queue hands out GPUs; null: it is in none. */
    record Held(Owned kind, Flavor flavor) {}

    static List<Held> held() {
        List<Held> held = new ArrayList<>();
        for (Owned kind : List.of(Owned.DEPLOYMENT, Owned.STATEFUL_SET, Owned.LEADER_WORKER_SET, Owned.POD)) {
            held.add(new Held(kind, null));
            held.add(new Held(kind, Flavor.LABELLED));
            held.add(new Held(kind, Flavor.TAS));
        }
        return held;
    }

    private String held(Held one) throws Exception {
        String name = bench.name(one.kind().name());
        String queue = one.flavor() == null ? "" : name;
        if (one.flavor() != null) {
            bench.ground.queue(queue, one.flavor(), 8);
        }
        String manifest = one.kind().manifest(name, queue, one.flavor() == Flavor.TAS, false);
        bench.lab.create(one.kind().ref(name), manifest.replace("\"containers\":", GATE + "\"containers\":"));
        int first = one.kind() == Owned.STATEFUL_SET ? 1 : one.kind().pods;
        bench.lab.await(
                first + " held pods of " + name,
                () -> bench.pods(name).size() == first
                        && of(name, "/spec/schedulingGates").size() == 1
                        && bench.told(name).indexOf("kueue.x-k8s.io/admission") < 0
                        && bench.told(name).indexOf("kueue.x-k8s.io/topology\"") < 0);
        bench.lab.tasks(name, first, task -> task.getPhase() == TaskPhase.GATED);
        return name;
    }

    /** The controller makes no new pod for a rank that ended meanwhile, and counts each other one that is deleted as failed. */
    @Test
    void theUndoOfAPlacementWaitsForNoRankThatHasSucceededMeanwhileAndSaysWhatCountsAsFailed() throws Exception {
        String name = held(new Held(Owned.JOB, null));
        Operation placed = done(bench.place(name, bench.elsewhere(name)), name);
        bench.runsOn(name, Owned.JOB.pods, "");
        Plan undo = assertInstanceOf(UndoProposal.Ready.class, bench.lab.engine.undoPlan(placed.id()))
                .plan();
        assertTrue(
                undo.effects()
                        .contains(
                                "The deleted pods are made anew, but they count as failures, up to 2 of the 6 that its"
                                        + " backoffLimit allows."),
                undo.effects()::toString);
        bench.succeeds(name);
        bench.lab.engine.undo(placed.id(), undo, "");
        Operation undone = bench.lab.until(placed.id(), it -> it.state() == OperationState.UNDONE);
        assertEquals(OperationState.UNDONE, undone.state());
        assertEquals(
                1,
                bench.ground
                        .http
                        .send("GET", Owned.JOB.ref(name).path(), "")
                        .at("/status/failed")
                        .asInt());
        bench.lab.await("one is held again", () -> of(name, "/spec/schedulingGates/0/name")
                .contains("podium.placement/manual"));
        bench.remove(Owned.JOB, name);
    }

    /** What Kueue has assigned to a node goes there and nowhere else. */
    private void assigned(String name) throws Exception {
        Set<String> there = of(name, "/spec/nodeSelector/kubernetes.io~1hostname");
        String first = there.iterator().next();
        refused(bench.place(name, first.equals("n4") ? "n3" : "n4"), "by topology, " + first);
        assertEquals(Map.of(), bench.running(name));
        if (there.size() == 1) {
            int pods = bench.pods(name).size();
            done(bench.place(name, first), name);
            bench.lab.await(
                    pods + " pods on " + first,
                    () -> List.copyOf(bench.running(name).values()).equals(Collections.nCopies(pods, first)));
        }
    }

    @ParameterizedTest
    @MethodSource("held")
    void whatItsAuthorHeldIsPlacedAndLetGo(Held one) throws Exception {
        Owned kind = one.kind();
        String name = held(one);
        try {
            refused(bench.hold(name), kind == Owned.POD ? "only when it is created" : "half way");
            if (one.flavor() == Flavor.TAS) {
                assigned(name);
                return;
            }
            String to = bench.elsewhere(name);
            done(bench.place(name, to), name);
            if (kind == Owned.STATEFUL_SET) {
                // it makes the next one when this one is ready
                bench.runsOn(name, 1, to);
                bench.lab.tasks(name, 1, task -> task.getPhase() == TaskPhase.GATED);
                done(bench.place(name, to), name);
            }
            bench.runsOn(name, kind.pods, to);
            if (one.flavor() != null) {
                counted(name, kind.pods);
            }
            var placed = bench.running(name);
            if (kind == Owned.POD) {
                refused(bench.free(name), "Submit it again");
                assertEquals(placed, bench.running(name));
                return;
            }
            Operation free = done(bench.free(name), name);
            Set<String> uids = bench.running(name).keySet();
            assertTrue(Collections.disjoint(placed.keySet(), uids), () -> "old pods are left: " + free);
            bench.runsOn(name, kind.pods, "");
            assertFalse(bench.pinned(kind, name), bench.told(name));
            if (one.flavor() != null) {
                counted(name, kind.pods);
            }
        } finally {
            bench.remove(kind, name);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DEPLOYMENT", "STATEFUL_SET", "LEADER_WORKER_SET"})
    void whatIsQueuedGetsAnotherPriorityAndQueueWhileItHasNoPods(Owned kind) throws Exception {
        String queue = queue(8);
        String other = queue(8);
        String name = begin(kind, queue);
        var before = bench.running(name);
        refused(bench.act(name, new JobAction.Priority("high")), "Scale it to 0");
        boolean moves = kind != Owned.LEADER_WORKER_SET;
        refused(bench.act(name, new JobAction.Queue(other)), moves ? "Scale it to 0" : "change its queue");
        assertEquals(before, bench.running(name));
        done(bench.act(name, new JobAction.Scale(0)), name);
        counted(queue, 0);
        bench.lab.awaitModel("that it has none", cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals(name) && job.getWantedTasks() == 0));
        done(bench.act(name, new JobAction.Priority("high")), name);
        if (moves) {
            done(bench.act(name, new JobAction.Queue(other)), name);
        } else {
            refused(bench.act(name, new JobAction.Queue(other)), "Submit it again in queue " + other);
        }
        done(bench.act(name, new JobAction.Scale(2)), name);
        bench.runsOn(name, kind.pods, "");
        counted(moves ? other : queue, kind.pods);
        counted(moves ? queue : other, 0);
        assertEquals(Set.of(1000), Set.copyOf(priorities(name)), bench.told(name));
        bench.remove(kind, name);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEPLOYMENT", "STATEFUL_SET", "LEADER_WORKER_SET", "POD"})
    void whatIsInNoQueueGetsItsFirstWhileItHasNoPodsOrNever(Owned kind) throws Exception {
        String queue = queue(8);
        String name = begin(kind, "");
        var before = bench.running(name);
        boolean enters = kind == Owned.DEPLOYMENT || kind == Owned.STATEFUL_SET;
        refused(bench.act(name, new JobAction.Queue(queue)), enters ? "Scale it to 0" : "Submit it again in queue");
        assertEquals(before, bench.running(name));
        if (enters) {
            done(bench.act(name, new JobAction.Scale(0)), name);
            bench.lab.awaitModel("that it has none", cluster -> cluster.getJobs().stream()
                    .anyMatch(job -> job.getName().equals(name) && job.getWantedTasks() == 0));
            Operation put = done(bench.act(name, new JobAction.Queue(queue)), name);
            assertFalse(put.plan().canUndo(), "Kueue lets nothing go out of its queue");
            done(bench.act(name, new JobAction.Scale(2)), name);
            bench.runsOn(name, kind.pods, "");
            counted(queue, kind.pods);
        }
        bench.remove(kind, name);
    }

    @Test
    void aPodThatWaitsGetsAnotherPriorityAndQueueAndIsNotDestroyedWhenThatIsTakenBack() throws Exception {
        String queue = queue(0);
        String other = queue(8);
        String name = bench.name("pod");
        bench.create(Owned.POD, name, queue, false, false);
        bench.lab.job(name);
        bench.lab.await("a Workload", () -> bench.told(name).contains("workload"));
        done(bench.act(name, new JobAction.Priority("high")), name);
        bench.lab.await("its priority", () -> priorities(name).equals(List.of(1000)));
        Operation moved = done(bench.act(name, new JobAction.Queue(other)), name);
        bench.runsOn(name, 1, "");
        counted(other, 1);
        var runs = bench.running(name);
        refused(bench.act(name, new JobAction.Priority("low")), "Submit it again");
        bench.lab.engine.undo(moved.id());
        bench.lab.await("the end of the undo", () -> bench.lab.engine.operations().stream()
                .anyMatch(one ->
                        one.plan().title().startsWith("Undo: Put " + name) && one.state() == OperationState.FAILED));
        assertEquals(runs, bench.running(name), bench.told(name));
        counted(other, 1);
        bench.remove(Owned.POD, name);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsInNoQueueRollsToAnotherPriorityAndBackOrKeepsIts(Owned kind) throws Exception {
        String name = begin(kind, "");
        var before = bench.running(name);
        if (kind == Owned.DEPLOYMENT || kind == Owned.STATEFUL_SET) {
            Operation raised = done(bench.act(name, new JobAction.Priority("urgent")), name);
            bench.runsOn(name, kind.pods, "");
            bench.lab.await("that priority", () -> of(name, "/spec/priority").equals(Set.of("500")));
            bench.lab.undo(raised);
            bench.runsOn(name, kind.pods, "");
            bench.lab.await(
                    "the priority of before", () -> of(name, "/spec/priority").equals(Set.of("0")));
        } else {
            refused(bench.act(name, new JobAction.Priority("urgent")), "is fixed when they are created");
            assertEquals(before, bench.running(name));
        }
        bench.remove(kind, name);
    }

    /** Kueue would delete a pod whose Workload is deactivated. */
    @ParameterizedTest
    @EnumSource(names = {"DEPLOYMENT", "STATEFUL_SET", "LEADER_WORKER_SET", "POD"})
    void whatCannotBeSuspendedIsNeitherStoppedNorWithdrawn(Owned kind) throws Exception {
        String queue = queue(8);
        String name = begin(kind, queue);
        var before = bench.running(name);
        String advice = kind == Owned.POD ? "submit it again" : "Scale it to 0";
        for (JobAction act : List.of(new JobAction.Suspend(), new JobAction.Resume(), new JobAction.Withdraw())) {
            refused(bench.act(name, act), advice);
        }
        refused(bench.act(name, new JobAction.Requeue()), kind == Owned.POD ? "submit it again" : "Delete single pods");
        assertEquals(before, bench.running(name));
        counted(queue, kind.pods);
        bench.remove(kind, name);
    }
}
