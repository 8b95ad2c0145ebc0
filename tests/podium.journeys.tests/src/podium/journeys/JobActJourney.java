// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AllKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.snapshot.FleetSnapshots;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.internal.audit.JournalAudit;
import podium.operation.internal.job.JobActionPlannerImpl;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler.Choices;
import podium.operation.plan.PatchExport;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.testkit.ServerMatrix;

/** Each act on a job on a cluster: plan, check, run, see it there, take it back. */
@ExtendWith(ServerMatrix.class)
abstract class JobActJourney {
    private static final ObjectRef API = new ObjectRef("apps", "v1", "deployments", "Deployment", "team", "api");

    private final Lab lab;
    private final JobActionPlannerImpl planner;

    JobActJourney(Ground ground, Path directory) throws Exception {
        lab = new Lab(ground, directory);
        planner = new JobActionPlannerImpl(lab, lab.placement, lab.realm, lab.fleet);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private Result ask(JobAction act, String... names) throws Exception {
        List<Job> jobs = new ArrayList<>();
        for (String name : names) {
            jobs.add(lab.job(name));
        }
        CompletableFuture<Result> answer = lab.inRealm(() -> planner.plan(jobs, act));
        return answer.get(60, TimeUnit.SECONDS);
    }

    private Plan plan(JobAction act, String... names) throws Exception {
        return lab.checked(ask(act, names));
    }

    private static boolean runs(Task task) {
        return task.getPhase() == TaskPhase.RUNNING;
    }

    private void createJob(String name) {
        lab.create(
                AllKinds.job("team", name),
                "{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"metadata\":{\"name\":\"" + name
                        + "\",\"namespace\":\"team\"},\"spec\":{\"parallelism\":2,\"completions\":2,"
                        + "\"completionMode\":\"Indexed\",\"template\":{\"metadata\":{\"annotations\":"
                        + "{\"simulator.podium/duration\":\"24h\"}},\"spec\":{\"restartPolicy\":\"Never\","
                        + "\"containers\":[{\"name\":\"main\",\"image\":\"example/train:1\",\"resources\":"
                        + "{\"requests\":{\"cpu\":\"1\"}}}]}}}}");
    }

    @Test
    void aDeploymentIsScaledAndScaledBackWhenUndone() throws Exception {
        Plan plan = plan(new JobAction.Scale(5), "api");
        assertEquals("Scale api from 3 to 5", plan.title());
        assertTrue(plan.effects().contains("There is room now for both pods that it gets."), plan.effects()::toString);
        assertTrue(plan.irreversible().isEmpty(), "nothing is lost by more replicas");
        List<Task> before = lab.tasks("api", 3, JobActJourney::runs);
        List<String> uids = lab.inRealm(() -> before.stream().map(Task::getUid).toList());
        Operation done = lab.done(plan);
        assertEquals(5, lab.read(API).path("spec").path("replicas").asInt());
        lab.tasks("api", 5, JobActJourney::runs);
        assertEquals(
                3, lab.tasks("api", 3, task -> uids.contains(task.getUid())).size(), "those that ran run on");
        lab.undo(done);
        assertEquals(3, lab.read(API).path("spec").path("replicas").asInt());
    }

    /** As an operator beside us would: with kubectl, whose name the server keeps. */
    private void kubectl(String... arguments) throws Exception {
        lab.kubectl(arguments);
    }

    private int replicas() throws Exception {
        return lab.read(API).path("spec").path("replicas").asInt();
    }

    @Test
    void undoLeavesWhatASecondWriterSetSinceAndTellsWhoItWas() throws Exception {
        Operation done = lab.done(plan(new JobAction.Scale(5), "api"));
        kubectl("patch", "deployment/api", "--namespace=team", "--type=merge", "--patch={\"spec\":{\"replicas\":7}}");
        lab.tasks("api", 7, JobActJourney::runs);
        UndoProposal.Changed changed = assertInstanceOf(UndoProposal.Changed.class, lab.engine.undoPlan(done.id()));
        UndoProposal.Change change = changed.changes().getFirst();
        assertEquals(List.of("/spec/replicas", "5", "7"), List.of(change.field(), change.ours(), change.now()));
        assertEquals(Optional.of("kubectl-patch"), change.manager());
        assertTrue(change.when().isPresent());
        assertEquals(Optional.empty(), changed.merge());
        lab.engine.undo(done.id());
        lab.await("the refused undo", () -> lab.engine.operations().stream()
                .anyMatch(operation -> operation.state() == OperationState.FAILED
                        && operation.outcome().orElse("").contains("By kubectl-patch")));
        assertEquals(7, replicas());
        Plan anyway = changed.anyway().orElseThrow();
        assertTrue(anyway.changes().getFirst().before().contains("replicas: 7"), anyway.changes()::toString);
        assertEquals(List.of(), lab.engine.check(anyway).problems());
        kubectl("scale", "deployment/api", "--namespace=team", "--replicas=6");
        lab.engine.undo(done.id(), anyway, "");
        lab.await("the undo that met a third writer", () -> lab.engine.operations().stream()
                .anyMatch(operation -> operation.state() == OperationState.FAILED
                        && !operation.conflicts().isEmpty()));
        assertEquals(6, replicas(), "what was set after the plan was shown is not overwritten either");
        Plan again = assertInstanceOf(UndoProposal.Changed.class, lab.engine.undoPlan(done.id()))
                .anyway()
                .orElseThrow();
        lab.engine.undo(done.id(), again, "");
        assertEquals(
                OperationState.UNDONE,
                lab.until(done.id(), operation -> operation.state() == OperationState.UNDONE)
                        .state());
        assertEquals(3, replicas());
    }

    @Test
    void scalingDownSaysThatWorkIsLost() throws Exception {
        Plan plan = plan(new JobAction.Scale(1), "cache");
        assertTrue(plan.effects().getFirst().contains("highest ordinals first"), plan.effects()::toString);
        assertFalse(plan.irreversible().isEmpty());
        lab.done(plan);
        lab.tasks("cache", 1, JobActJourney::runs);
    }

    @Test
    void anIndexedJobGrowsInParallelismAndCompletionsTogether() throws Exception {
        createJob("elastic");
        lab.tasks("elastic", 2, JobActJourney::runs);
        lab.done(plan(new JobAction.Scale(3), "elastic"));
        assertEquals(
                3,
                lab.read(AllKinds.job("team", "elastic"))
                        .path("spec")
                        .path("completions")
                        .asInt());
        lab.tasks("elastic", 3, JobActJourney::runs);
    }

    @Test
    void scalingToWhatThereIsIsRefused() throws Exception {
        Result.Refused refused = assertInstanceOf(Result.Refused.class, ask(new JobAction.Scale(3), "api"));
        assertTrue(refused.reason().contains("3 pods already"), refused::reason);
    }

    @Test
    void aJobThatIsRequeuedGetsNewPods() throws Exception {
        createJob("again");
        List<Task> before = lab.tasks("again", 2, JobActJourney::runs);
        List<String> uids = lab.inRealm(() -> before.stream().map(Task::getUid).toList());
        Plan plan = plan(new JobAction.Requeue(), "again");
        assertFalse(plan.canUndo(), "what ran cannot be brought back");
        lab.done(plan);
        lab.tasks("again", 2, task -> runs(task) && !uids.contains(task.getUid()));
    }

    @Test
    void aDeletedJobIsGoneWithItsPodsAndComesAgainWhenUndone() throws Exception {
        createJob("brief");
        lab.tasks("brief", 2, JobActJourney::runs);
        String uid = Trees.text(lab.read(AllKinds.job("team", "brief")), "/metadata/uid");
        Operation done = lab.done(plan(new JobAction.Delete(Optional.of(Duration.ofSeconds(1))), "brief"));
        assertTrue(lab.read(AllKinds.job("team", "brief")).isEmpty());
        lab.undo(done);
        lab.tasks("brief", 2, JobActJourney::runs);
        assertFalse(uid.equals(Trees.text(lab.read(AllKinds.job("team", "brief")), "/metadata/uid")));
    }

    @Test
    void aDeletedJobComesAgainWithItsSecretsAfterARestartAndNothingElseTellsThem() throws Exception {
        String canary = "CANARY-5e1a77";
        lab.create(
                AllKinds.job("team", "sly"),
                "{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"metadata\":{\"name\":\"sly\",\"namespace\":\"team\","
                        + "\"annotations\":{\"example.com/token\":\"" + canary + "-a\"}},\"spec\":{\"template\":{"
                        + "\"metadata\":{\"annotations\":{\"simulator.podium/duration\":\"24h\"}},\"spec\":{"
                        + "\"restartPolicy\":\"Never\",\"containers\":[{\"name\":\"main\",\"image\":\"example/train:1\","
                        + "\"args\":[\"--api-key=" + canary + "-b\"],\"env\":[{\"name\":\"A\",\"value\":\"" + canary
                        + "-c\"}]}]}}}}");
        lab.tasks("sly", 1, JobActJourney::runs);
        Path journal = lab.directory.resolve("journal");
        Path snapshot = lab.directory.resolve("journal/snapshot.xmi");
        try (CanarySearch search = new CanarySearch()) {
            Plan deletion = plan(new JobAction.Delete(Optional.of(Duration.ofSeconds(1))), "sly");
            String clip = PatchExport.kustomize(deletion);
            Operation done = lab.done(deletion);
            lab.restart();
            lab.undo(lab.engine.operation(done.id()).orElseThrow());
            lab.tasks("sly", 1, JobActJourney::runs);
            String back = lab.read(AllKinds.job("team", "sly")).toString();
            for (String part : List.of("-a", "-b", "-c")) {
                assertTrue(back.contains(canary + part), "it comes again with all it had: " + back);
            }
            JournalAudit.in(journal).export(journal.resolve("audit.csv"));
            JournalAudit.in(journal).export(journal.resolve("audit.jsonl"));
            lab.inRealm(() -> {
                FleetSnapshots.save(lab.fleet.fleet(), snapshot);
                return true;
            });
            assertEquals(List.of(), search.places(canary, journal, journal.resolve("apart"), clip));
            Matcher token =
                    Pattern.compile("token: \"?([^\\s\"]{8,})").matcher(Files.readString(lab.ground.kubeconfig()));
            if (token.find()) {
                assertEquals(List.of(), search.places(token.group(1), journal, journal.resolve("apart"), clip));
            }
        }
    }

    /** What a controller answers: a job that it did not start itself runs, and the schedule goes on as it was. */
    @Test
    void aCronJobIsRunNowAndSuspendedAndBothAreTakenBack() throws Exception {
        ObjectRef nightly = new ObjectRef("batch", "v1", "cronjobs", "CronJob", "team", "nightly");
        lab.create(
                nightly,
                "{\"apiVersion\":\"batch/v1\",\"kind\":\"CronJob\",\"metadata\":{\"name\":\"nightly\","
                        + "\"namespace\":\"team\"},\"spec\":{\"schedule\":\"0 0 1 1 *\",\"jobTemplate\":{\"spec\":"
                        + "{\"parallelism\":2,\"completions\":2,\"template\":{\"metadata\":{\"annotations\":"
                        + "{\"simulator.podium/duration\":\"24h\"}},\"spec\":{\"restartPolicy\":\"Never\","
                        + "\"containers\":[{\"name\":\"main\",\"image\":\"example/train:1\"}]}}}}}}");
        String spec = lab.read(nightly).path("spec").toString();
        Operation started = lab.done(plan(new JobAction.Trigger(), "nightly"));
        lab.awaitModel("two pods of the job that was started", cluster -> runsByHand(cluster) == 2);
        assertEquals(spec, lab.read(nightly).path("spec").toString());
        Operation suspended = lab.done(plan(new JobAction.Suspend(), "nightly"));
        assertTrue(lab.read(nightly).at("/spec/suspend").asBoolean());
        lab.awaitModel("what was started runs on", cluster -> runsByHand(cluster) == 2);
        lab.undo(suspended);
        assertEquals(spec, lab.read(nightly).path("spec").toString());
        lab.undo(started);
        lab.awaitModel("what was started is gone", cluster -> cluster.getJobs().stream()
                .noneMatch(JobActJourney::isByHand));
        assertEquals(spec, lab.read(nightly).path("spec").toString());
    }

    private static boolean isByHand(Job job) {
        return job.getName().startsWith("nightly-manual-");
    }

    private static long runsByHand(Cluster cluster) {
        return cluster.getJobs().stream()
                .filter(JobActJourney::isByHand)
                .flatMap(job -> job.getTasks().stream())
                .filter(JobActJourney::runs)
                .count();
    }

    @Test
    void manyJobsAreOneOperation() throws Exception {
        createJob("one");
        createJob("two");
        lab.tasks("one", 2, JobActJourney::runs);
        lab.tasks("two", 2, JobActJourney::runs);
        Plan plan = plan(new JobAction.Delete(Optional.empty()), "one", "two");
        assertEquals("Delete one and two", plan.title());
        lab.done(plan);
        assertTrue(lab.read(AllKinds.job("team", "one")).isEmpty());
        assertTrue(lab.read(AllKinds.job("team", "two")).isEmpty());
    }

    @Test
    void thePriorityOfADeploymentIsItsTemplatesAndThatOfAJobIsFixed() throws Exception {
        ObjectRef urgent = new ObjectRef("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", "", "urgent");
        lab.create(
                urgent,
                "{\"apiVersion\":\"scheduling.k8s.io/v1\",\"kind\":\"PriorityClass\",\"metadata\":"
                        + "{\"name\":\"urgent\"},\"value\":1000}");
        Job api = lab.job("api");
        Choices choices = lab.inRealm(() -> planner.choices(api)).get(60, TimeUnit.SECONDS);
        assertEquals(List.of("urgent"), choices.priorities());
        assertEquals(3, choices.replicas().orElseThrow());
        Operation done = lab.done(plan(new JobAction.Priority("urgent"), "api"));
        assertEquals("urgent", Trees.text(lab.read(API), "/spec/template/spec/priorityClassName"));
        lab.undo(done);
        assertEquals("", Trees.text(lab.read(API), "/spec/template/spec/priorityClassName"));
        createJob("fixed");
        lab.tasks("fixed", 2, JobActJourney::runs);
        Result.Refused refused = assertInstanceOf(Result.Refused.class, ask(new JobAction.Priority("urgent"), "fixed"));
        assertTrue(refused.reason().contains("fixed when they are created"), refused::reason);
    }

    @Test
    void aPriorityThatDoesNotExistIsRefusedWithThoseThatDo() throws Exception {
        Result.Refused refused = assertInstanceOf(Result.Refused.class, ask(new JobAction.Priority("no-such"), "api"));
        assertTrue(refused.reason().contains("no-such"), refused::reason);
    }

    @Test
    void whatASecondWriterChangedMeanwhileIsNotDeletedAndThenIsWhenPlannedAnew() throws Exception {
        Plan plan = plan(new JobAction.Delete(Optional.empty()), "api");
        kubectl("scale", "deployment/api", "--namespace=team", "--replicas=4");
        Operation failed = lab.run(plan);
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        assertTrue(failed.outcome().orElse("").contains("spec.replicas is 4 now, not 3"), failed::toString);
        assertEquals("", Trees.text(lab.read(API), "/metadata/deletionTimestamp"));
        Plan anew = plan(new JobAction.Delete(Optional.empty()), "api");
        kubectl("annotate", "deployment/api", "--namespace=team", "looked-at=now");
        lab.done(anew);
        assertTrue(lab.read(API).isEmpty());
    }

    /** Its plans said that no pod of it runs: what it does since is not to be lost unasked. */
    @Test
    void aJobThatBeginsToRunAfterItsPlanIsNeitherStoppedNorDeletedBeforeItIsPlannedAgain() throws Exception {
        ObjectRef gated = AllKinds.job("team", "gated");
        lab.create(
                gated,
                "{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"metadata\":{\"name\":\"gated\",\"namespace\":\"team\"},"
                        + "\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"simulator.podium/duration\":\"24h\"}},"
                        + "\"spec\":{\"restartPolicy\":\"Never\",\"schedulingGates\":[{\"name\":\"example.com/wait\"}],"
                        + "\"containers\":[{\"name\":\"main\",\"image\":\"example/train:1\"}]}}}}");
        Task pod = lab.tasks("gated", 1, _ -> true).getFirst();
        List<JobAction> acts = List.of(
                new JobAction.Suspend(),
                new JobAction.Withdraw(),
                new JobAction.Requeue(),
                new JobAction.Scale(0),
                new JobAction.Delete(Optional.empty()));
        List<Plan> plans = new ArrayList<>();
        for (JobAction act : acts) {
            plans.add(plan(act, "gated"));
        }
        lab.merge(ObjectRef.pod("team", lab.inRealm(pod::getName)), "{\"spec\":{\"schedulingGates\":null}}");
        lab.tasks("gated", 1, JobActJourney::runs);
        String spec = lab.read(gated).path("spec").toString();
        for (Plan plan : plans) {
            List<String> found = lab.engine.check(plan).problems();
            assertTrue(found.toString().contains("has begun to run on n"), plan.title() + found);
            Operation failed = lab.run(plan);
            assertEquals(OperationState.FAILED, failed.state(), failed::toString);
            assertTrue(failed.outcome().orElse("").contains("has begun to run on n"), failed.outcome()::toString);
            assertEquals(spec, lab.read(gated).path("spec").toString());
            assertEquals("", Trees.text(lab.read(gated), "/metadata/deletionTimestamp"));
        }
        Plan anew = plan(new JobAction.Delete(Optional.empty()), "gated");
        assertFalse(anew.irreversible().isEmpty(), "what it did since is lost");
        assertEquals(List.of(), lab.engine.check(anew).problems());
        kubectl("delete", "pod", lab.inRealm(pod::getName), "--namespace=team", "--wait=false");
        String ended = "None of the pods of Job team/gated that this was planned to end runs any more.";
        assertEquals(
                List.of(ended),
                lab.engine.check(anew).problems(),
                "another one comes in its place, which nobody has agreed to end");
        Operation failed = lab.run(anew);
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        assertTrue(failed.outcome().orElse("").contains(ended), failed.outcome()::toString);
        assertEquals("", Trees.text(lab.read(gated), "/metadata/deletionTimestamp"));
        lab.done(plan(new JobAction.Delete(Optional.empty()), "gated"));
    }

    @Test
    void aSecondWriterWhoScaledItMeanwhileIsNotOverwritten() throws Exception {
        Plan plan = plan(new JobAction.Scale(5), "api");
        lab.merge(API, "{\"spec\":{\"replicas\":2}}");
        Operation failed = lab.run(plan);
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        assertEquals(2, lab.read(API).path("spec").path("replicas").asInt());
    }
}
