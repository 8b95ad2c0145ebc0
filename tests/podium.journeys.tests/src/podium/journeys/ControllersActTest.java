// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.change.SchedulingObject;
import podium.core.fleet.SchedulingObjects;
import podium.journeys.ControllersGround.Flavor;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.job.JobAction;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.suspend.SuspendRules;

/** What is asked of a queued job comes about, as the real Kueue, JobSet and LeaderWorkerSet see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(ControllersGround.ALONE)
class ControllersActTest {
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

    private String begin(Owned kind, Flavor flavor, int gpus) throws Exception {
        String name = bench.name(kind.name());
        bench.ground.queue(name, flavor, gpus);
        bench.create(kind, name, name, flavor == Flavor.TAS, gpus == 0);
        if (gpus > 0) {
            bench.runsOn(name, kind.pods, "");
            bench.lab.tasks(name, kind.pods, task -> task.getNode() != null);
        }
        return name;
    }

    private Operation done(Result result, String name) throws Exception {
        Operation done = bench.run(result);
        assertEquals(OperationState.DONE, done.state(), done.outcome() + bench.told(name));
        return done;
    }

    @ParameterizedTest
    @EnumSource(names = {"JOB", "JOB_SET"})
    void whatRunsGoesToAnotherQueueAndBack(Owned kind) throws Exception {
        for (Flavor flavor : new Flavor[] {Flavor.LABELLED, Flavor.TAS}) {
            movesAndBack(kind, flavor);
        }
    }

    /** Either plan was green: the job was put back into no queue, or waited for a check that nobody answers. */
    @Test
    void aQueueThatWasDeletedTakesNothingBackAndThePlanNamesTheChecksOfAnother() throws Exception {
        String name = begin(Owned.JOB, Flavor.LABELLED, 8);
        String other = bench.name("other");
        bench.ground.queue(other, Flavor.LABELLED, 8);
        Operation moved = done(bench.act(name, new JobAction.Queue(other)), name);
        bench.runsOn(name, Owned.JOB.pods, "");
        String checked = bench.name("checked");
        bench.ground.check(checked);
        bench.ground.queue(checked, "'admissionChecks':['" + checked + "'],", ControllersGround.granted("labelled", 8));
        String told = name + " then waits for admission check " + checked + " before it starts.";
        bench.lab.awaitModel("that the queue has a check", cluster -> SchedulingObjects.of(cluster)
                .get(SchedulingObject.ClusterQueue.class, "", checked)
                .filter(queue -> !queue.checks().isEmpty())
                .isPresent());
        Plan plan = bench.lab.checked(bench.act(name, new JobAction.Queue(checked)));
        assertTrue(plan.effects().contains(told), plan::toString);
        bench.ground.http.send("DELETE", ControllersGround.QUEUES + "namespaces/team/localqueues/" + name, "");
        UndoProposal.Ready back = assertInstanceOf(UndoProposal.Ready.class, bench.lab.engine.undoPlan(moved.id()));
        List<String> problems = bench.lab.engine.check(back.plan()).problems();
        assertTrue(problems.toString().contains("LocalQueue team/" + name + " does not exist"), problems::toString);
        bench.remove(Owned.JOB, name);
    }

    private void movesAndBack(Owned kind, Flavor flavor) throws Exception {
        String name = begin(kind, flavor, 8);
        String other = bench.name("other");
        bench.ground.queue(other, flavor, 8);
        Operation moved = done(bench.act(name, new JobAction.Queue(other)), name);
        bench.lab.await(
                "its quota in the other queue" + bench.told(name),
                () -> bench.ground.reserved(other) == kind.pods && bench.ground.reserved(name) == 0);
        bench.runsOn(name, kind.pods, "");
        bench.lab.undo(moved);
        bench.lab.await(
                "its quota back" + bench.told(name),
                () -> bench.ground.reserved(name) == kind.pods && bench.ground.reserved(other) == 0);
        bench.runsOn(name, kind.pods, "");
        bench.remove(kind, name);
    }

    @ParameterizedTest
    @EnumSource(names = {"JOB", "JOB_SET"})
    void whatWaitsGetsAnotherPriorityGoesToAnotherQueueAndRunsThere(Owned kind) throws Exception {
        String name = begin(kind, Flavor.PLAIN, 0);
        String other = bench.name("other");
        bench.ground.queue(other, Flavor.PLAIN, 8);
        bench.lab.await("a Workload", () -> bench.told(name).contains("workload"));
        done(bench.act(name, new JobAction.Priority("high")), name);
        bench.lab.await("the priority" + bench.told(name), () -> priority(name) == 1000);
        done(bench.act(name, new JobAction.Queue(other)), name);
        bench.runsOn(name, kind.pods, "");
        bench.lab.await("its quota there", () -> bench.ground.reserved(other) == kind.pods);
        Result refused = bench.act(name, new JobAction.Priority("low"));
        assertTrue(refused.toString().contains("only for a waiting job"), refused::toString);
        bench.remove(kind, name);
    }

    @Test
    void aQueuedPodThatRunsIsNotDestroyedForAnotherQueue() throws Exception {
        String name = begin(Owned.POD, Flavor.PLAIN, 8);
        String other = bench.name("other");
        bench.ground.queue(other, Flavor.PLAIN, 8);
        var before = bench.running(name);
        Result.Refused refused = assertInstanceOf(Result.Refused.class, bench.act(name, new JobAction.Queue(other)));
        assertTrue(refused.reason().contains("delete"), refused::reason);
        assertEquals(before, bench.running(name));
        bench.remove(Owned.POD, name);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"POD"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsDeletedIsAdmittedAgainWhenThatIsTakenBack(Owned kind) throws Exception {
        String name = begin(kind, Flavor.TAS, 8);
        Operation gone = done(bench.act(name, new JobAction.Delete(Optional.empty())), name);
        assertTrue(bench.pods(name).isEmpty(), () -> "pods are left");
        bench.lab.undo(gone);
        bench.runsOn(name, kind.pods, "");
        bench.remove(kind, name);
    }

    @ParameterizedTest
    @EnumSource(names = {"JOB", "JOB_SET"})
    void whatIsRequeuedRunsAgain(Owned kind) throws Exception {
        String name = begin(kind, Flavor.LABELLED, 8);
        var before = bench.running(name);
        done(bench.act(name, new JobAction.Requeue()), name);
        bench.runsOn(name, kind.pods, "");
        assertTrue(java.util.Collections.disjoint(
                before.keySet(), bench.running(name).keySet()));
        bench.lab.await("quota counted once", () -> bench.ground.reserved(name) == kind.pods);
        bench.remove(kind, name);
    }

    @Test
    void whatIsWithdrawnToBeMovedIsNotAdmittedThoughThereIsRoomForIt() throws Exception {
        String queue = bench.name("leaving");
        bench.ground.queue(queue, Flavor.PLAIN, 2);
        String runs = bench.name("holder");
        bench.create(Owned.JOB, runs, queue, false, false);
        bench.runsOn(runs, Owned.JOB.pods, "");
        String leaves = bench.name("leaves");
        bench.create(Owned.JOB, leaves, queue, false, true);
        bench.lab.job(leaves);
        bench.lab.await("a Workload", () -> bench.told(leaves).contains("workload"));
        Operation withdrawn = done(bench.act(leaves, new JobAction.Withdraw()), leaves);
        bench.remove(Owned.JOB, runs);
        String next = bench.name("next");
        bench.create(Owned.JOB, next, queue, false, false);
        bench.runsOn(next, Owned.JOB.pods, "");
        bench.lab.await("the quota of the other alone", () -> bench.ground.reserved(queue) == Owned.JOB.pods);
        assertTrue(bench.pods(leaves).isEmpty(), bench.told(leaves));
        bench.remove(Owned.JOB, next);
        bench.lab.undo(withdrawn);
        bench.runsOn(leaves, Owned.JOB.pods, "");
        bench.remove(Owned.JOB, leaves);
    }

    @Test
    void aPriorityOfWhatWaitsGetsIntoItsWorkloadAndNamesWhomItPreempts() throws Exception {
        String queue = bench.name("shared");
        bench.ground.queue(queue, Flavor.PLAIN, 2);
        String runs = bench.name("runs");
        bench.create(Owned.JOB, runs, queue, false, false);
        bench.runsOn(runs, Owned.JOB.pods, "");
        String waits = bench.name("waits");
        bench.create(Owned.JOB, waits, queue, false, true);
        bench.lab.job(waits);
        bench.lab.await("a Workload", () -> bench.told(waits).contains("workload"));
        Result raised = bench.act(waits, new JobAction.Priority("high"));
        assertTrue(raised.toString().contains(runs), () -> "names whom it preempts: " + raised);
        Operation done = done(raised, waits);
        assertFalse(done.plan().canUndo(), "Kueue lets nothing go back to no class");
        bench.lab.await("the priority" + bench.told(waits), () -> priority(waits) == 1000);
        bench.lab.awaitModel("the value of its class", cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals(waits) && job.getPriority() == 1000));
        bench.runsOn(waits, Owned.JOB.pods, "");
        Result refused = bench.act(waits, new JobAction.Priority("low"));
        assertTrue(refused.toString().contains("is running"), refused::toString);
        bench.remove(Owned.JOB, waits);
        bench.remove(Owned.JOB, runs);
    }

    private int priority(String name) throws Exception {
        for (JsonNode workload : bench.workloads()) {
            if (workload.at("/metadata/ownerReferences/0/name").asText().equals(name)) {
                return workload.at("/spec/priority").asInt();
            }
        }
        return -1;
    }

    @Test
    void whatIsInNoQueueIsSuspendedAndResumed() throws Exception {
        for (Owned kind : new Owned[] {Owned.JOB, Owned.JOB_SET}) {
            String name = bench.name(kind.name());
            bench.create(kind, name, "", false, false);
            bench.runsOn(name, kind.pods, "");
            bench.lab.tasks(name, kind.pods, task -> task.getNode() != null);
            done(bench.act(name, new JobAction.Suspend()), name);
            bench.lab.await("no pod", () -> bench.running(name).isEmpty());
            done(bench.act(name, new JobAction.Resume()), name);
            bench.runsOn(name, kind.pods, "");
            bench.remove(kind, name);
        }
    }

    @Test
    void aWorkloadThatIsNotActiveSaysSoAndIsActivatedAndBack() throws Exception {
        String name = begin(Owned.JOB, Flavor.LABELLED, 8);
        String workload = workload(name);
        bench.ground.http.send("PATCH", workload, "{\"spec\":{\"active\":false}}");
        bench.lab.await("no pod", () -> bench.pods(name).isEmpty());
        bench.lab.awaitModel("that it is not active", cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals(name)
                        && SuspendRules.whyNotResume(job).isEmpty()
                        && String.valueOf(job.getReason()).contains("not active")));
        Operation activated = done(bench.act(name, new JobAction.Resume()), name);
        bench.runsOn(name, Owned.JOB.pods, "");
        bench.lab.undo(activated);
        assertTrue(bench.pods(name).isEmpty(), () -> "pods are left");
        bench.lab.await("its quota free", () -> bench.ground.reserved(name) == 0);
        bench.remove(Owned.JOB, name);
    }

    private String workload(String owner) throws Exception {
        for (JsonNode workload : bench.workloads()) {
            if (workload.at("/metadata/ownerReferences/0/name").asText().equals(owner)) {
                return ControllersGround.QUEUES + "namespaces/team/workloads/"
                        + workload.at("/metadata/name").asText();
            }
        }
        throw new AssertionError("no Workload of " + owner);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEPLOYMENT", "LEADER_WORKER_SET"})
    void whatIsQueuedIsScaledAndItsQuotaWithIt(Owned kind) throws Exception {
        String name = begin(kind, Flavor.LABELLED, 8);
        int each = kind.pods / 2;
        for (int to : new int[] {3, 1}) {
            done(bench.act(name, new JobAction.Scale(to)), name);
            bench.runsOn(name, to * each, "");
            bench.lab.await("quota of " + to * each + bench.told(name), () -> bench.ground.reserved(name) == to * each);
        }
        bench.remove(kind, name);
    }

    @Test
    void aQueuedStatefulSetIsScaledToNoneMovedAndScaledUpInTheOtherQueue() throws Exception {
        Owned kind = Owned.STATEFUL_SET;
        String name = begin(kind, Flavor.LABELLED, 8);
        String other = bench.name("other");
        bench.ground.queue(other, Flavor.LABELLED, 8);
        for (JobAction act : new JobAction[] {new JobAction.Scale(3), new JobAction.Queue(other)}) {
            Result.Refused refused = assertInstanceOf(Result.Refused.class, bench.act(name, act));
            assertTrue(refused.advice().startsWith("Scale it to 0"), refused::toString);
        }
        done(bench.act(name, new JobAction.Scale(0)), name);
        assertTrue(bench.pods(name).isEmpty(), () -> "pods are left");
        bench.lab.await("no quota" + bench.told(name), () -> bench.ground.reserved(name) == 0);
        bench.lab.awaitModel("that it has none", cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals(name) && job.getWantedTasks() == 0));
        done(bench.act(name, new JobAction.Queue(other)), name);
        done(bench.act(name, new JobAction.Scale(3)), name);
        bench.runsOn(name, 3, "");
        bench.lab.await("its quota there" + bench.told(name), () -> bench.ground.reserved(other) == 3);
        assertEquals(0, bench.ground.reserved(name));
        bench.remove(kind, name);
    }

    @ParameterizedTest
    @EnumSource(names = {"JOB", "JOB_SET"})
    void whatIsInNoQueueIsPutIntoItsFirstAndRunsThere(Owned kind) throws Exception {
        String name = bench.name(kind.name());
        bench.ground.queue(name, Flavor.LABELLED, 8);
        bench.create(kind, name, "", false, true);
        bench.lab.job(name);
        Operation put = done(bench.act(name, new JobAction.Queue(name)), name);
        assertFalse(put.plan().canUndo(), "Kueue lets nothing go out of its queue");
        bench.runsOn(name, kind.pods, "");
        bench.lab.await("quota counted once", () -> bench.ground.reserved(name) == kind.pods);
        bench.remove(kind, name);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"POD"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsDeletedWithLabelsOfItsFlavorIsAdmittedAgain(Owned kind) throws Exception {
        String name = begin(kind, Flavor.LABELLED, 8);
        Operation gone = done(bench.act(name, new JobAction.Delete(Optional.empty())), name);
        assertTrue(bench.pods(name).isEmpty(), () -> "pods are left");
        bench.lab.await("no quota" + bench.told(name), () -> bench.ground.reserved(name) == 0);
        bench.lab.undo(gone);
        bench.runsOn(name, kind.pods, "");
        bench.lab.await("quota counted once", () -> bench.ground.reserved(name) == kind.pods);
        bench.remove(kind, name);
    }

    @ParameterizedTest
    @EnumSource(names = {"JOB", "JOB_SET"})
    void whatIsRequeuedByTopologyOrWithoutAQueueRunsAgain(Owned kind) throws Exception {
        for (Flavor flavor : new Flavor[] {Flavor.TAS, null}) {
            String name = bench.name(kind.name());
            if (flavor != null) {
                bench.ground.queue(name, flavor, 8);
            }
            bench.create(kind, name, flavor == null ? "" : name, flavor == Flavor.TAS, false);
            bench.runsOn(name, kind.pods, "");
            bench.lab.tasks(name, kind.pods, task -> task.getNode() != null);
            var before = bench.running(name);
            done(bench.act(name, new JobAction.Requeue()), name);
            bench.runsOn(name, kind.pods, "");
            assertTrue(java.util.Collections.disjoint(
                    before.keySet(), bench.running(name).keySet()));
            bench.remove(kind, name);
        }
    }

    /** A bare pod is not: nobody would make it again as it was. */
    @ParameterizedTest
    @EnumSource(
            names = {"POD"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsInNoQueueIsDeletedAndMadeAgain(Owned kind) throws Exception {
        String name = bench.name(kind.name());
        bench.create(kind, name, "", false, false);
        bench.runsOn(name, kind.pods, "");
        bench.lab.tasks(name, kind.pods, task -> task.getNode() != null);
        Operation gone = done(bench.act(name, new JobAction.Delete(Optional.empty())), name);
        assertTrue(bench.pods(name).isEmpty(), () -> "pods are left");
        bench.lab.undo(gone);
        bench.runsOn(name, kind.pods, "");
        bench.remove(kind, name);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEPLOYMENT", "STATEFUL_SET", "LEADER_WORKER_SET"})
    void whatIsInNoQueueIsScaledAndBack(Owned kind) throws Exception {
        String name = bench.name(kind.name());
        bench.create(kind, name, "", false, false);
        bench.runsOn(name, kind.pods, "");
        bench.lab.tasks(name, kind.pods, task -> task.getNode() != null);
        Operation more = done(bench.act(name, new JobAction.Scale(3)), name);
        bench.runsOn(name, 3 * kind.pods / 2, "");
        bench.lab.undo(more);
        bench.runsOn(name, kind.pods, "");
        bench.remove(kind, name);
    }
}
