// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.journeys.ControllersGround.Flavor;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.job.JobAction;
import podium.operation.plan.PlacementCompiler.Result;

/** Every owner that the real controllers look after runs where it was placed, whatever its queue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(ControllersGround.ALONE)
class ControllersPlaceTest {
    private ControllersBench bench;

    /** An owner and how its queue hands out GPUs; null: it is in none. */
    record Case(Owned kind, Flavor flavor) {
        @Override
        public String toString() {
            return kind + " " + (flavor == null ? "NO QUEUE" : flavor.toString());
        }
    }

    /** All of them, or those that the property podium.case names. */
    static List<Case> cases() {
        String only = System.getProperty("podium.case", "");
        List<Case> cases = new ArrayList<>();
        for (Owned kind : Owned.values()) {
            cases.add(new Case(kind, null));
            for (Flavor flavor : Flavor.values()) {
                cases.add(new Case(kind, flavor));
            }
        }
        return cases.stream().filter(one -> one.toString().matches(only + ".*")).toList();
    }

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

    private String begin(Case one, int gpus) throws Exception {
        String name = bench.name(one.kind().name());
        String queue = one.flavor() == null ? "" : name;
        if (!queue.isEmpty()) {
            bench.ground.queue(queue, one.flavor(), gpus);
        }
        bench.create(one.kind(), name, queue, one.flavor() == Flavor.TAS, gpus == 0);
        return name;
    }

    /** One that runs beside it in the same queue, and is none of its business. */
    private String beside(Case one, String queue) throws Exception {
        String other = bench.name("beside");
        bench.create(Owned.JOB, other, queue, one.flavor() == Flavor.TAS, false);
        bench.runsOn(other, Owned.JOB.pods, "");
        return other;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatRunsRunsAfterwardsOnTheNode(Case one) throws Exception {
        int pods = one.kind().pods;
        String name = begin(one, 8);
        bench.runsOn(name, pods, "");
        String other = beside(one, one.flavor() == null ? "" : name);
        var untouched = bench.running(other);
        bench.lab.tasks(name, pods, task -> task.getNode() != null);
        String to = bench.elsewhere(name);
        try (var _ = bench.ending(one.kind(), name);
                var _ = bench.ending(Owned.JOB, other)) {
            Operation done = bench.run(bench.place(name, to));
            assertEquals(OperationState.DONE, done.state(), () -> outcome(done) + told(name));
            assertEquals(
                    Collections.nCopies(pods, to),
                    List.copyOf(bench.running(name).values()),
                    () -> "after " + done.outcome() + told(name));
            assertEquals(untouched, bench.running(other), "those of another job");
            if (one.flavor() != null) {
                bench.lab.await("quota counted once", () -> bench.ground.reserved(name) == pods + Owned.JOB.pods);
            }
        }
    }

    static List<Case> suspendable() {
        return cases().stream().filter(one -> one.kind().suspends()).toList();
    }

    @ParameterizedTest
    @MethodSource("suspendable")
    void whatWaitsStartsOnTheNode(Case one) throws Exception {
        int pods = one.kind().pods;
        String name = begin(one, 0);
        try (var _ = bench.ending(one.kind(), name)) {
            String to = bench.elsewhere(name);
            Operation done = bench.run(bench.place(name, to));
            assertEquals(OperationState.DONE, done.state(), () -> outcome(done) + told(name));
            if (one.flavor() != null) {
                bench.ground.quota(name, 8);
            }
            bench.runsOn(name, pods, to);
            if (one.flavor() != null) {
                bench.lab.await("quota counted once", () -> bench.ground.reserved(name) == pods);
            }
        }
    }

    /** Those that no field suspends: their pods wait at Kueue's gate. */
    static List<Case> gated() {
        return cases().stream()
                .filter(one -> one.kind() == Owned.DEPLOYMENT || one.kind() == Owned.STATEFUL_SET)
                .filter(one -> one.flavor() == Flavor.PLAIN)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("gated")
    void whatWaitsAtTheGateOfItsQueueStartsOnTheNode(Case one) throws Exception {
        int pods = one.kind().pods;
        String name = bench.name(one.kind().name());
        bench.ground.queue(name, one.flavor(), pods);
        String other = beside(one, name);
        bench.create(one.kind(), name, name, false, false);
        try (var _ = bench.ending(one.kind(), name)) {
            bench.lab.await("pods at the gate", () -> !bench.pods(name).isEmpty());
            bench.lab.tasks(name, 1, task -> task.getNode() == null);
            String to = bench.elsewhere(name);
            if (one.kind() == Owned.DEPLOYMENT) {
                Result refused = bench.place(name, to);
                assertTrue(refused.toString().contains("Scale it to 0"), refused::toString);
                bench.run(bench.act(name, new JobAction.Scale(0)));
            }
            Operation done = bench.run(bench.place(name, to));
            assertEquals(OperationState.DONE, done.state(), () -> outcome(done) + told(name));
            if (one.kind() == Owned.DEPLOYMENT) {
                bench.run(bench.act(name, new JobAction.Scale(pods)));
            }
            bench.remove(Owned.JOB, other);
            bench.runsOn(name, pods, to);
            bench.lab.await("quota counted once", () -> bench.ground.reserved(name) == pods);
        }
    }

    @ParameterizedTest
    @MethodSource("roots")
    void aPlacementIsTakenBackFromWhatRuns(Case one) throws Exception {
        int pods = one.kind().pods;
        String name = begin(one, 8);
        try (var _ = bench.ending(one.kind(), name)) {
            bench.runsOn(name, pods, "");
            bench.lab.tasks(name, pods, task -> task.getNode() != null);
            Operation done = bench.run(bench.place(name, bench.elsewhere(name)));
            assertEquals(OperationState.DONE, done.state(), () -> outcome(done) + told(name));
            var placed = bench.running(name);
            bench.lab.undo(done);
            bench.runsOn(name, pods, "");
            assertTrue(Collections.disjoint(placed.keySet(), bench.running(name).keySet()), () -> told(name));
            assertFalse(bench.pinned(one.kind(), name), () -> told(name));
        }
    }

    @ParameterizedTest
    @MethodSource("suspendable")
    void aPlacementOfWhatWaitedIsTakenBackWhenItRuns(Case one) throws Exception {
        int pods = one.kind().pods;
        String name = begin(one, 0);
        try (var _ = bench.ending(one.kind(), name)) {
            Operation done = bench.run(bench.place(name, bench.elsewhere(name)));
            if (one.flavor() != null) {
                bench.ground.quota(name, 8);
            }
            bench.runsOn(name, pods, "");
            bench.lab.undo(done);
            bench.lab.await(
                    "no pin" + told(name),
                    () -> !bench.pinned(one.kind(), name)
                            && (one.flavor() == null || bench.running(name).size() == pods));
        }
    }

    static List<Case> roots() {
        return cases().stream().filter(one -> one.kind() != Owned.POD).toList();
    }

    @ParameterizedTest
    @MethodSource("roots")
    void aRackTakesItAndAnotherRackAfterIt(Case one) throws Exception {
        int pods = one.kind().pods;
        String name = begin(one, 8);
        try (var _ = bench.ending(one.kind(), name)) {
            bench.runsOn(name, pods, "");
            bench.lab.tasks(name, pods, task -> task.getNode() != null);
            List<String> racks = bench.rackElsewhere(name).equals("r1") ? List.of("r1", "r2") : List.of("r2", "r1");
            for (String rack : racks) {
                List<String> nodes = rack.equals("r2") ? List.of("n3", "n4") : List.of("n1", "n2");
                Operation done = bench.run(bench.placeInRack(name, rack));
                assertEquals(OperationState.DONE, done.state(), () -> outcome(done) + told(name));
                assertEquals(pods, bench.pods(name).size(), () -> "none that was there before is left" + told(name));
                var there = bench.running(name).values();
                assertEquals(pods, there.size(), () -> told(name));
                assertTrue(nodes.containsAll(there), () -> "in " + rack + " " + done.outcome() + told(name));
                if (one.flavor() != Flavor.TAS) {
                    bench.lab.await("another rack takes it instead", () -> bench.reasons(
                                    name, nodes.contains("n1") ? "n3" : "n1")
                            .contains("its pin on rack " + rack + " is replaced"));
                }
            }
            if (one.kind() != Owned.LEADER_WORKER_SET) {
                String to = bench.elsewhere(name);
                Operation host = bench.run(bench.place(name, to));
                assertEquals(OperationState.DONE, host.state(), () -> outcome(host) + told(name));
                bench.runsOn(name, pods, to);
            }
            Operation free = bench.run(bench.free(name));
            assertEquals(OperationState.DONE, free.state(), () -> outcome(free) + told(name));
            bench.runsOn(name, pods, "");
            assertFalse(bench.pinned(one.kind(), name), () -> told(name));
        }
    }

    @ParameterizedTest
    @MethodSource("suspendable")
    void whatIsBroughtToTheBoardIsHeldAndPlacedAndLetGo(Case one) throws Exception {
        int pods = one.kind().pods;
        String name = begin(one, 8);
        try (var _ = bench.ending(one.kind(), name)) {
            bench.runsOn(name, pods, "");
            bench.lab.tasks(name, pods, task -> task.getNode() != null);
            String to = bench.elsewhere(name);
            if (one.flavor() == Flavor.TAS) {
                Result refused = bench.hold(name);
                assertTrue(refused.toString().contains("by topology"), refused::toString);
                return;
            }
            Operation held = bench.run(bench.hold(name));
            assertEquals(OperationState.DONE, held.state(), () -> outcome(held) + told(name));
            bench.lab.tasks(name, pods, task -> task.getPhase() == TaskPhase.GATED);
            Operation placed = bench.run(bench.place(name, to));
            assertEquals(OperationState.DONE, placed.state(), () -> outcome(placed) + told(name));
            bench.runsOn(name, pods, to);
            Operation free = bench.run(bench.free(name));
            assertEquals(OperationState.DONE, free.state(), () -> outcome(free) + told(name));
            bench.runsOn(name, pods, "");
            assertFalse(bench.pinned(one.kind(), name), () -> told(name));
        }
    }

    private static String outcome(Operation operation) {
        return operation.state() + " " + operation.outcome() + operation.status();
    }

    private String told(String name) {
        try {
            return bench.told(name);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}
