// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AllKinds;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.placement.Subject;
import podium.placement.Target;
import podium.testkit.ServerMatrix;

/** Each kind of placement on a cluster: plan, check, run, see it there, take it back. */
@ExtendWith(ServerMatrix.class)
abstract class PlaceJourney {
    private static final String SELECTOR = "/spec/template/spec/nodeSelector/kubernetes.io~1hostname";

    private static final String GATE = "\"schedulingGates\":[{\"name\":\"podium.placement/manual\"}],";

    private final Lab lab;

    PlaceJourney(Ground ground, Path directory) throws Exception {
        lab = new Lab(ground, directory);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private static String podSpec(String more) {
        return "{\"restartPolicy\":\"Never\"," + more
                + "\"containers\":[{\"name\":\"main\",\"image\":\"example/train:1\",\"resources\":{\"requests\":"
                + "{\"cpu\":\"1\",\"nvidia.com/gpu\":\"1\"},\"limits\":{\"nvidia.com/gpu\":\"1\"}}}]}";
    }

    private ObjectRef createJob(String name, int parallelism, boolean suspend, String gates) {
        ObjectRef ref = AllKinds.job("team", name);
        lab.create(
                ref,
                "{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"metadata\":{\"name\":\"" + name
                        + "\",\"namespace\":\"team\"},\"spec\":{\"parallelism\":" + parallelism + ",\"completions\":"
                        + parallelism
                        + ",\"completionMode\":\"Indexed\",\"suspend\":" + suspend
                        + ",\"template\":{\"metadata\":{\"annotations\":{\"simulator.podium/duration\":\"24h\"}},\"spec\":"
                        + podSpec(gates) + "}}}");
        return ref;
    }

    private ObjectRef createWithoutRetries(String name, int parallelism) {
        ObjectRef ref = createJob(name, parallelism, true, GATE);
        lab.merge(ref, "{\"spec\":{\"backoffLimit\":0,\"suspend\":false}}");
        return ref;
    }

    private boolean hasFailed(ObjectRef ref) throws Exception {
        return lab.read(ref).at("/status/conditions").toString().contains("\"Failed\"")
                || lab.read(ref).at("/status/failed").asInt() > 0;
    }

    private Plan plan(Subject subject, String node) throws Exception {
        Target target = new Target.OnNode(lab.node(node));
        CompletableFuture<PlacementCompiler.Result> answer = lab.inRealm(() -> lab.planner.plan(subject, target));
        return lab.checked(answer.get(60, TimeUnit.SECONDS));
    }

    private static boolean runsOn(Task task, String node) {
        return task.getPhase() == TaskPhase.RUNNING
                && task.getNode() != null
                && task.getNode().getName().equals(node);
    }

    @Test
    void aGatedPodIsPinnedAndReleasedInOnePatchAndComesBackGatedWhenUndone() throws Exception {
        createJob("held", 2, false, "\"schedulingGates\":[{\"name\":\"podium.placement/manual\"}],");
        List<Task> gated = lab.tasks("held", 2, task -> task.getPhase() == TaskPhase.GATED);
        Job job = lab.job("held");
        Plan plan = plan(new Subject(job, List.of(gated.getFirst())), "n3");
        assertTrue(plan.canUndo());
        Operation done = lab.done(plan);
        lab.tasks("held", 1, task -> runsOn(task, "n3"));
        lab.tasks("held", 1, task -> task.getPhase() == TaskPhase.GATED);
        lab.undo(done);
        lab.tasks("held", 2, task -> task.getPhase() == TaskPhase.GATED);
    }

    @Test
    void allGatedPodsOfAJobAreReleasedTogether() throws Exception {
        createJob("gang", 3, false, "\"schedulingGates\":[{\"name\":\"podium.placement/manual\"}],");
        lab.tasks("gang", 3, task -> task.getPhase() == TaskPhase.GATED);
        String to = lab.emptiest();
        lab.done(plan(new Subject(lab.job("gang"), List.of()), to));
        lab.tasks("gang", 3, task -> runsOn(task, to));
    }

    @Test
    void theUndoOfAGangWithoutRetriesSuspendsAndResumesIt() throws Exception {
        ObjectRef ref = createWithoutRetries("frail", 3);
        lab.tasks("frail", 3, task -> task.getPhase() == TaskPhase.GATED);
        String to = lab.emptiest();
        Plan plan = plan(new Subject(lab.job("frail"), List.of()), to);
        assertTrue(plan.effects().toString().contains("backoffLimit is 0"), plan.effects()::toString);
        Operation done = lab.done(plan);
        lab.tasks("frail", 3, task -> runsOn(task, to));
        lab.undo(done);
        lab.tasks("frail", 3, task -> task.getPhase() == TaskPhase.GATED);
        assertFalse(hasFailed(ref), () -> "it has failed");
    }

    @Test
    void anAbortedGangWithoutRetriesIsStoppedOnceAndHeldAgainAsItWas() throws Exception {
        ObjectRef ref = createWithoutRetries("frail", 3);
        lab.tasks("frail", 3, task -> task.getPhase() == TaskPhase.GATED);
        Plan plan = plan(new Subject(lab.job("frail"), List.of()), lab.emptiest());
        lab.ground.hold();
        String id = lab.engine.submit(plan);
        lab.until(id, operation -> operation.done() >= 3);
        List<String> sent = lab.engine.remainder(id, true).steps().stream()
                .filter(Step.Write.class::isInstance)
                .map(Step::words)
                .toList();
        assertEquals(List.of("Suspend frail", "Resume frail"), sent, "what is shown before");
        lab.engine.abort(id);
        lab.ground.release();
        Operation aborted = lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.ABORTED, aborted.state());
        lab.tasks("frail", 3, task -> task.getPhase() == TaskPhase.GATED);
        assertFalse(lab.read(ref).at("/spec/suspend").asBoolean(), "it was not suspended before");
        assertFalse(hasFailed(ref), () -> "it has failed");
        assertFalse(aborted.canRollBack(), aborted::toString);
        assertFalse(aborted.outcome().orElse("").contains("Not restored"), aborted::toString);
    }

    @Test
    void anAbortOfAGangThatSomebodyElseSuspendedSaysSoOnceAndLeavesItSuspended() throws Exception {
        ObjectRef ref = createWithoutRetries("frail", 3);
        List<Task> gated = lab.tasks("frail", 3, task -> task.getPhase() == TaskPhase.GATED);
        List<String> pods = lab.inRealm(() -> gated.stream().map(Task::getName).toList());
        Plan plan = plan(new Subject(lab.job("frail"), List.of()), lab.emptiest());
        lab.ground.hold();
        String id = lab.engine.submit(plan);
        lab.until(id, operation -> operation.done() >= 3);
        lab.engine.pause(id);
        lab.until(id, operation -> operation.state() == OperationState.PAUSED);
        lab.kubectl("patch", "job/frail", "--namespace=team", "--type=merge", "--patch={\"spec\":{\"suspend\":true}}");
        lab.ground.release();
        lab.await("its pods to go", () -> {
            for (String pod : pods) {
                if (!lab.read(ObjectRef.pod("team", pod)).isEmpty()) {
                    return false;
                }
            }
            return true;
        });
        Plan back = lab.engine.remainder(id, true);
        assertEquals(List.of(), back.steps());
        String lost = back.irreversible().toString();
        assertTrue(
                lost.contains("Job team/frail was stopped by somebody else since") && lost.contains("kubectl"), lost);
        lab.engine.abort(id);
        Operation aborted = lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.ABORTED, aborted.state());
        String outcome = aborted.outcome().orElse("");
        assertEquals(2, outcome.split("Job team/frail", -1).length, outcome);
        assertTrue(outcome.contains("Job team/frail was stopped by somebody else since"), outcome);
        assertTrue(lab.read(ref).at("/spec/suspend").asBoolean(), "it is as they left it");
    }

    @Test
    void anUndoOfAGangThatIsAbortedWhenItsPodsEndSaysThatTheyAreGoneAndLeavesNothingToUndo() throws Exception {
        ObjectRef ref = createWithoutRetries("frail", 3);
        lab.tasks("frail", 3, task -> task.getPhase() == TaskPhase.GATED);
        String to = lab.emptiest();
        Operation done = lab.done(plan(new Subject(lab.job("frail"), List.of()), to));
        lab.tasks("frail", 3, task -> runsOn(task, to));
        lab.ground.hold();
        lab.engine.undo(done.id());
        lab.await("the undo waits for the pods", () -> {
            lab.ground.step();
            return undo(done).status().contains("are gone");
        });
        String id = undo(done).id();
        List<String> lost = lab.engine.remainder(id, true).irreversible();
        assertTrue(lost.toString().contains("3 pods of Job team/frail that ran end"), lost::toString);
        lab.engine.abort(id);
        lab.ground.release();
        Operation aborted = lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.ABORTED, aborted.state());
        assertTrue(
                aborted.outcome().orElse("").contains("Not restored: 3 pods of Job team/frail that ran ended"),
                aborted::toString);
        assertFalse(lab.read(ref).at("/spec/suspend").asBoolean(), "it is as before its undo");
        lab.tasks("frail", 3, task -> task.getPhase() == TaskPhase.GATED);
        lab.until(done.id(), operation -> operation.state() == OperationState.UNDONE);
        assertFalse(hasFailed(ref), () -> "it has failed");
    }

    private Operation undo(Operation done) {
        return lab.engine.operations().stream()
                .filter(operation -> !operation.id().equals(done.id()))
                .filter(operation -> operation.plan().kind().equals("undo"))
                .findFirst()
                .orElse(done);
    }

    @Test
    void bringingAJobWithoutRetriesToTheBoardAndOffItLosesNoRetry() throws Exception {
        ObjectRef ref = createJob("brittle", 2, true, "");
        lab.merge(ref, "{\"spec\":{\"backoffLimit\":0,\"suspend\":false}}");
        lab.tasks("brittle", 2, task -> task.getPhase() == TaskPhase.RUNNING);
        Job job = lab.job("brittle");
        Operation held =
                lab.done(lab.checked(lab.inRealm(() -> lab.planner.hold(job)).get(60, TimeUnit.SECONDS)));
        lab.tasks("brittle", 2, task -> task.getPhase() == TaskPhase.GATED);
        lab.undo(held);
        lab.tasks("brittle", 2, task -> task.getPhase() == TaskPhase.RUNNING);
        assertFalse(hasFailed(ref), () -> "it has failed");
    }

    @Test
    void aSuspendedJobIsPinnedAndResumedAndSuspendedAgainWhenUndone() throws Exception {
        ObjectRef ref = createJob("later", 2, true, "");
        String to = lab.emptiest();
        Operation done = lab.done(plan(new Subject(lab.job("later"), List.of()), to));
        lab.tasks("later", 2, task -> runsOn(task, to));
        lab.undo(done);
        assertTrue(lab.read(ref).path("spec").path("suspend").asBoolean());
        assertEquals("", Trees.text(lab.read(ref), SELECTOR));
    }

    @Test
    void aRunningJobRestartsElsewhereAndTheRestartIsSaid() throws Exception {
        createJob("busy", 2, false, "");
        List<Task> running = lab.tasks("busy", 2, task -> task.getPhase() == TaskPhase.RUNNING);
        String to = lab.elsewhere("busy");
        Plan plan = plan(new Subject(lab.job("busy"), List.of()), to);
        assertTrue(plan.title().startsWith("Restart"), plan::title);
        assertTrue(plan.effects().getFirst().contains("Both active pods"), plan.effects()::toString);
        assertTrue(plan.irreversible().getFirst().contains("lost"), plan.irreversible()::toString);
        lab.done(plan);
        List<Task> moved = lab.tasks("busy", 2, task -> runsOn(task, to));
        assertTrue(moved.stream().noneMatch(running::contains), "the same pods");
    }

    @Test
    void aDeploymentIsPinnedAsAWholeAndRolledBackWhenUndone() throws Exception {
        ObjectRef ref = new ObjectRef("apps", "v1", "deployments", "Deployment", "team", "api");
        String to = lab.elsewhere("api");
        Plan plan = plan(new Subject(lab.job("api"), List.of()), to);
        assertTrue(plan.effects().getFirst().contains("All 3 replicas"), plan.effects()::toString);
        Operation done = lab.done(plan);
        lab.tasks("api", 3, task -> runsOn(task, to));
        lab.undo(done);
        assertEquals("", Trees.text(lab.read(ref), SELECTOR));
    }

    @Test
    void aStatefulSetIsPinnedAsAWhole() throws Exception {
        String to = lab.elsewhere("cache");
        lab.done(plan(new Subject(lab.job("cache"), List.of()), to));
        lab.tasks("cache", 2, task -> runsOn(task, to));
    }

    @Test
    void aRunningBarePodIsRecreatedElsewhereUnderItsName() throws Exception {
        ObjectRef ref = ObjectRef.pod("team", "notebook");
        lab.create(
                ref,
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"notebook\",\"namespace\":\"team\"},\"spec\":"
                        + podSpec("") + "}");
        List<Task> before = lab.tasks("notebook", 1, task -> task.getPhase() == TaskPhase.RUNNING);
        String from = lab.inRealm(() -> before.getFirst().getNode().getName());
        String to = from.equals("n4") ? "n3" : "n4";
        Plan plan = plan(new Subject(lab.job("notebook"), List.of()), to);
        assertTrue(plan.effects().getFirst().contains("restarts elsewhere"), plan.effects()::toString);
        Operation done = lab.done(plan);
        assertEquals(to, Trees.text(lab.read(ref), "/spec/nodeName"));
        Plan shown = assertInstanceOf(UndoProposal.Ready.class, lab.engine.undoPlan(done.id()))
                .plan();
        lab.merge(ref, "{\"metadata\":{\"labels\":{\"by\":\"somebody\"}}}");
        lab.engine.undo(done.id(), shown, "");
        lab.await("the undo that met a second writer", () -> lab.engine.operations().stream()
                .anyMatch(operation -> operation.state() == OperationState.FAILED
                        && operation.outcome().orElse("").contains("metadata.labels.by")));
        assertEquals("", Trees.text(lab.read(ref), "/metadata/deletionTimestamp"));
        lab.merge(ref, "{\"metadata\":{\"labels\":{\"by\":null}}}");
        lab.undo(done);
        lab.await(
                "the pod without a pin",
                () -> lab.read(ref).path("spec").path("nodeSelector").isEmpty()
                        && !Trees.text(lab.read(ref), "/metadata/uid").isEmpty());
    }

    @Test
    void aBarePodThatSomebodyElseChangedMeanwhileIsNotDeleted() throws Exception {
        ObjectRef ref = ObjectRef.pod("team", "notebook");
        lab.create(
                ref,
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"notebook\",\"namespace\":\"team\"},\"spec\":"
                        + podSpec("") + "}");
        List<Task> before = lab.tasks("notebook", 1, task -> task.getPhase() == TaskPhase.RUNNING);
        String from = lab.inRealm(() -> before.getFirst().getNode().getName());
        Plan plan = plan(new Subject(lab.job("notebook"), List.of()), from.equals("n4") ? "n3" : "n4");
        String uid = Trees.text(lab.read(ref), "/metadata/uid");
        lab.merge(ref, "{\"metadata\":{\"annotations\":{\"seen\":\"a controller\"}}}");
        lab.merge(ref, "{\"metadata\":{\"labels\":{\"by\":\"somebody\"}}}");
        Operation failed = lab.run(plan);
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        assertTrue(failed.outcome().orElse("").contains("metadata.labels.by"), failed::toString);
        assertFalse(failed.outcome().orElse("").contains("seen"), failed::toString);
        assertEquals(uid, Trees.text(lab.read(ref), "/metadata/uid"));
        assertEquals("", Trees.text(lab.read(ref), "/metadata/deletionTimestamp"));
    }

    @Test
    void aGatedBarePodIsPinnedAndGatedAgainWhenUndone() throws Exception {
        ObjectRef ref = ObjectRef.pod("team", "waiting");
        lab.create(
                ref,
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"waiting\",\"namespace\":\"team\"},\"spec\":"
                        + podSpec("\"schedulingGates\":[{\"name\":\"podium.placement/manual\"}],") + "}");
        lab.tasks("waiting", 1, task -> task.getPhase() == TaskPhase.GATED);
        Operation done = lab.done(plan(new Subject(lab.job("waiting"), List.of()), "n1"));
        assertEquals("n1", Trees.text(lab.read(ref), "/spec/nodeName"));
        lab.undo(done);
        assertEquals("podium.placement/manual", Trees.text(lab.read(ref), "/spec/schedulingGates/0/name"));
    }

    @Test
    void aSecondWriterWhoPinnedItMeanwhileIsNotOverwritten() throws Exception {
        ObjectRef ref = new ObjectRef("apps", "v1", "deployments", "Deployment", "team", "api");
        String to = lab.elsewhere("api");
        String theirs = to.equals("n4") ? "n3" : "n4";
        Plan plan = plan(new Subject(lab.job("api"), List.of()), to);
        lab.merge(
                ref,
                "{\"spec\":{\"template\":{\"spec\":{\"nodeSelector\":{\"kubernetes.io/hostname\":\"" + theirs
                        + "\"}}}}}");
        Operation failed = lab.run(plan);
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(failed.outcome().orElse("").contains(theirs), failed::toString);
        assertEquals(theirs, Trees.text(lab.read(ref), SELECTOR));
    }

    @Test
    void aSecondWriterWhoChangedSomethingElseIsKept() throws Exception {
        ObjectRef ref = new ObjectRef("apps", "v1", "deployments", "Deployment", "team", "api");
        Plan plan = plan(new Subject(lab.job("api"), List.of()), lab.elsewhere("api"));
        lab.merge(ref, "{\"metadata\":{\"labels\":{\"by\":\"somebody\"}}}");
        lab.done(plan);
        assertEquals("somebody", Trees.text(lab.read(ref), "/metadata/labels/by"));
    }

    @Test
    void anAbortInTheMiddleOfARestartResumesTheJobUnpinned() throws Exception {
        ObjectRef ref = createJob("stop", 1, false, "");
        Task running = lab.tasks("stop", 1, task -> task.getPhase() == TaskPhase.RUNNING)
                .getFirst();
        String from = lab.inRealm(() -> running.getNode().getName());
        Plan plan = plan(new Subject(lab.job("stop"), List.of()), from.equals("n1") ? "n2" : "n1");
        lab.ground.hold();
        String id = lab.engine.submit(plan);
        lab.until(id, operation -> operation.done() >= 1);
        lab.engine.abort(id);
        lab.ground.release();
        Operation aborted = lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.ABORTED, aborted.state());
        assertTrue(!lab.read(ref).path("spec").path("suspend").asBoolean());
        assertEquals("", Trees.text(lab.read(ref), SELECTOR));
    }

    /** However far it came: where an outcome says that all is as before, every pod that ran still runs. */
    @Test
    void anAbortAtAnyStepOfARestartOrOfItsUndoSaysWhichPodsHadEnded() throws Exception {
        createJob("often", 2, false, "");
        for (int step = 0; step < 6; step++) {
            abortAt(
                    step,
                    () -> lab.engine.submit(plan(new Subject(lab.job("often"), List.of()), lab.elsewhere("often"))));
        }
        lab.tasks("often", 2, task -> task.getPhase() == TaskPhase.RUNNING);
        Operation done = lab.done(plan(new Subject(lab.job("often"), List.of()), lab.elsewhere("often")));
        for (int step = 0;
                step < 6 && lab.engine.operation(done.id()).orElseThrow().state() != OperationState.UNDONE;
                step++) {
            abortAt(step, () -> {
                String before = undo(done).id();
                lab.engine.undo(done.id());
                // it may have ended before it is looked at
                lab.await("an undo", () -> !undo(done).id().equals(before));
                return undo(done).id();
            });
        }
    }

    private void abortAt(int step, Callable<String> begin) throws Exception {
        lab.tasks("often", 2, task -> task.getPhase() == TaskPhase.RUNNING);
        List<String> before = running();
        String id = begin.call();
        lab.until(id, operation -> operation.done() >= step || operation.state().ended());
        lab.engine.abort(id);
        Operation ended = lab.until(id, operation -> operation.state().ended());
        String outcome = ended.outcome().orElse("");
        boolean all = running().containsAll(before);
        assertTrue(ended.state() != OperationState.FAILED, outcome);
        if (ended.state() == OperationState.ABORTED) {
            assertEquals(all, !outcome.contains("2 pods of Job team/often that ran ended"), step + ": " + outcome);
        }
    }

    private List<String> running() throws Exception {
        return lab
                .connection
                .capability(ObjectReader.class)
                .orElseThrow()
                .list(ObjectRef.pod("team", ""), "batch.kubernetes.io/job-name=often", "")
                .stream()
                .map(Json::read)
                .filter(pod -> Trees.text(pod, "/status/phase").equals("Running") && !Json.terminating(pod))
                .map(Json::uid)
                .toList();
    }
}
