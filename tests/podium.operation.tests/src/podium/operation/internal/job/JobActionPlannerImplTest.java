// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.change.SchedulingObject;
import podium.core.testkit.DirectRealm;
import podium.core.testkit.FleetBench;
import podium.core.testkit.LabCluster;
import podium.core.testkit.PodBuilder;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.TaskPhase;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskGroup;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.job.JobObjects;
import podium.operation.placement.OthersStopped;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Expectation;
import podium.operation.plan.LostWork;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.placement.internal.PlacementServiceImpl;

class JobActionPlannerImplTest extends LabCluster implements JobActionCompiler {
    private static final JobAction REQUEUE = new JobAction.Requeue();
    private final Cluster lab = cluster("lab");
    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);
    private final JobActionPlannerImpl planner =
            new JobActionPlannerImpl(this, placement, new DirectRealm(), bench.service);
    private final List<String> compiled = new ArrayList<>();
    private Optional<String> refuses = Optional.empty();
    private boolean answers = true;

    @AfterEach
    void end() throws Exception {
        planner.close();
        placement.close();
    }

    private List<String> effects(int replicas, String... jobs) {
        return effects(new JobAction.Scale(replicas), jobs);
    }

    private List<String> effects(JobAction act, String... jobs) {
        List<Job> all = List.of(jobs).stream().map(bench::job).toList();
        Result planned = planner.plan(all, act).join();
        return assertInstanceOf(Result.Compiled.class, planned).plan().effects();
    }

    private void deployment(String name, int pods, int gpus) {
        bench.cluster.setId("lab");
        bench.show(Seen.workload("Deployment", name, pods));
        for (int i = 0; i < pods; i++) {
            bench.show(
                    Seen.pod(name + "-" + i, TaskPhase.RUNNING, "n1", Seen.asks(gpus), Seen.owner("Deployment", name)));
        }
        bench.job(name).setSpec(Seen.asks(gpus));
    }

    @Test
    void thePlanOfAScaleUpSaysForHowManyOfItsPodsThereIsRoomAndNotAsIfTheWishWereTheLimit() {
        bench.show(Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 4));
        deployment("chat", 1, 4);
        assertEquals(List.of("There is room now for 1 more pod."), effects(2, "chat"));
        assertEquals(List.of("There is room for 2 of 3 more pods now; the rest would wait."), effects(4, "chat"));
        bench.show(
                Seen.pod("x", TaskPhase.RUNNING, "n1", Seen.asks(4)),
                Seen.pod("y", TaskPhase.RUNNING, "n2", Seen.asks(4)));
        assertEquals(List.of("There is no room for 3 more pods now: they would wait."), effects(4, "chat"));
        assertEquals(List.of("There is no room for 1 more pod now: it would wait."), effects(2, "chat"));
    }

    @Test
    void thePlanOfAResumeSaysForHowManyOfItsPodsThereIsRoomUnlessAQueueDecides() {
        bench.show(Seen.gpuNode("n1", 8));
        deployment("train", 0, 4);
        bench.job("train").setWantedTasks(3);
        assertEquals(
                List.of("There is room for 2 of 3 pods now; the rest would wait."),
                effects(new JobAction.Resume(), "train"));
        bench.job("train").setQueueName("team-a");
        assertEquals(List.of(), effects(new JobAction.Resume(), "train"));
    }

    @Test
    void ofSeveralScaledTogetherThereIsRoomForAllAtTheSameTimeOrForEachAlone() {
        bench.show(Seen.gpuNode("n1", 8));
        deployment("chat", 1, 2);
        deployment("embed", 1, 2);
        assertEquals(
                List.of("There is room now for both pods that they get, at the same time."),
                effects(2, "chat", "embed"));
        assertEquals(
                List.of(
                        "chat alone: There is room now for both pods that it gets.",
                        "embed alone: There is room now for both pods that it gets.",
                        "At the same time there is room now for at least 2 of 4 more pods; the rest may wait."),
                effects(3, "chat", "embed"));
    }

    @Test
    void anActWhosePodsWantRoomNamesWhomTheSchedulerMayStopForThem() {
        TaskSpec high = SpecBuilder.like(Seen.asks(4)).priority(100).build();
        bench.show(Seen.gpuNode("n1", 8));
        deployment("chat", 1, 4);
        bench.job("chat").setSpec(high);
        bench.show(Seen.pod("low", TaskPhase.RUNNING, "n1", Seen.asks(4)));
        assertEquals(List.of(), irreversible(new JobAction.Scale(1), "chat"));
        List<String> low = List.of("May be stopped at once, to make room for it: kube-scheduler evicts pod team/low"
                + " (priority 0, 4 GPUs): loses the work of 4 GPUs since its last checkpoint.");
        assertEquals(low, irreversible(new JobAction.Scale(2), "chat"));
        bench.show(Seen.grouped("train", true, new TaskGroup("worker", 1, high, Labels.none())));
        bench.job("train").setQueueName("gold");
        assertEquals(low, irreversible(new JobAction.Resume(), "train"), "of one that a queue admits too");
    }

    /** A job that started in the place while the plan was read was stopped without a word. */
    @Test
    void whoStartedWhereAnActWouldStopThemIsNamedUnderItsOpenPlan() {
        TaskSpec high = SpecBuilder.like(Seen.asks(4)).priority(100).build();
        bench.show(Seen.gpuNode("n1", 8));
        deployment("chat", 1, 4);
        bench.job("chat").setSpec(high);
        OthersStopped others = new OthersStopped();
        planner.plan(List.of(bench.job("chat")), new JobAction.Scale(2), others).join();
        assertEquals(Optional.empty(), others.lost());
        bench.show(Seen.pod("low", TaskPhase.RUNNING, "n1", Seen.asks(4)));
        assertEquals(
                Optional.of("May be stopped at once, to make room for it: kube-scheduler evicts pod team/low"
                        + " (priority 0, 4 GPUs): loses the work of 4 GPUs since its last checkpoint. That is new since"
                        + " this was planned."),
                others.lost());
    }

    @Test
    void howManyHoursSomebodyLosesWhoWasNamedIsNoNews() {
        String named = "Kueue evicts job team/lo (priority 0, 8 GPUs)";
        assertEquals(
                List.of(),
                OthersStopped.news(List.of(named + ": loses 9.0 GPU-hours"), List.of(named + ": loses 8.0 GPU-hours")));
    }

    private List<String> irreversible(JobAction act, String job) {
        Result planned = planner.plan(List.of(bench.job(job)), act).join();
        return assertInstanceOf(Result.Compiled.class, planned).plan().irreversible();
    }

    @Test
    void whereNoMorePodsComeNothingIsSaidOfRoom() {
        bench.show(Seen.gpuNode("n1", 8));
        deployment("chat", 2, 2);
        assertEquals(List.of(), effects(1, "chat"));
    }

    private static Cluster cluster(String name) {
        Cluster cluster = FleetFactory.INSTANCE.createCluster();
        cluster.setName(name);
        return cluster;
    }

    private static Job job(Cluster cluster, String name) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setApiVersion("batch/v1");
        job.setKind("Job");
        job.setWork(TestKinds.of("Job"));
        job.setNamespace("team");
        job.setName(name);
        job.setUid("uid-" + name);
        cluster.getJobs().add(job);
        return job;
    }

    private String refusal(List<Job> jobs) {
        return assertInstanceOf(
                        Result.Refused.class, planner.plan(jobs, REQUEUE).join())
                .reason();
    }

    @Test
    void jobsOfOneClusterBecomeOnePlanInTheOrderTheyWerePicked() {
        Result result =
                planner.plan(List.of(job(lab, "b"), job(lab, "a")), REQUEUE).join();
        assertEquals(List.of("b of uid-b", "a of uid-a"), compiled);
        assertEquals(
                "Requeue b and a",
                assertInstanceOf(Result.Compiled.class, result).plan().title());
    }

    @Test
    void jobsOfTwoClustersAreNoOneOperationAndNoClusterIsAsked() {
        assertTrue(refusal(List.of(job(lab, "a"), job(cluster("prod"), "b"))).contains("more than one cluster"));
        assertEquals(List.of(), compiled);
    }

    @Test
    void stoppingWhatRunsSaysItsGpuHoursAndThatAServiceFallsSilent() {
        Instant start = Instant.now().minus(Duration.ofHours(3));
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.workload("PyTorchJob", "llm", 1),
                Seen.workload("Deployment", "chat", 1),
                PodBuilder.like(Seen.pod(
                                "llm-0", TaskPhase.RUNNING, "n1", Seen.asks(4), Seen.owner("PyTorchJob", "llm")))
                        .since(start)
                        .build(),
                PodBuilder.like(Seen.pod(
                                "chat-0", TaskPhase.RUNNING, "n1", Seen.asks(2), Seen.owner("Deployment", "chat")))
                        .since(start)
                        .build());
        List<Job> both = List.of(bench.job("llm"), bench.job("chat"));
        List<String> cost = StopCost.of(both, new JobAction.Suspend(), start.plus(Duration.ofHours(2)));
        assertEquals(
                List.of(
                        "At most 8.0 GPU-hours of work are lost on 4 GPUs: all since their start, if no checkpoint was"
                                + " saved.",
                        "chat answers no requests until its pods are ready again.",
                        "What waits for GPUs may take those that become free."),
                cost);
        assertEquals(List.of(), StopCost.of(both, new JobAction.Resume(), start));
        Result planned = planner.plan(List.of(job(lab, "a")), REQUEUE).join();
        assertEquals(cost, irreversible(planned, List.of(), cost, true));
        List<String> lost = List.of(LostWork.OF_PODS, "its logs are lost");
        assertEquals(
                "its logs are lost", irreversible(planned, lost, cost, true).getFirst(), "a loss is said once");
        assertFalse(
                StopCost.ofAll(both), "a service loses none, but whether all of it is a service is not asked twice");
        assertEquals(LostWork.OF_PODS, irreversible(planned, lost, cost, false).getFirst());
        assertTrue(StopCost.ofAll(List.of(bench.job("llm"))));
    }

    private static List<String> irreversible(Result planned, List<String> said, List<String> cost, boolean all) {
        Plan plan = assertInstanceOf(Result.Compiled.class, planned).plan().withIrreversible(said);
        return assertInstanceOf(Result.Compiled.class, StopCost.told(new Result.Compiled(plan), cost, all))
                .plan()
                .irreversible();
    }

    /** A running job was stopped behind a green plan and never started again. */
    @Test
    void whatItsQueueWouldNeverAdmitAgainIsNotStoppedNowNorUnderAnOpenPlanNorByAnUndo() {
        bench.cluster.setId("lab");
        bench.show(
                Seen.gpuNode("n1", 8),
                new Change.FactSeen(new SchedulingObject.LocalQueue("team", "gold", "cq", false)),
                new Change.FactSeen(granting(8)),
                Seen.job("train", false, 1, Seen.asks(8), "gold"),
                Seen.pod("train-0", TaskPhase.RUNNING, "n1", Seen.asks(8), Seen.owner("Job", "train")));
        Job train = bench.job("train");
        bench.show(new Change.FactSeen(workload("train", train.getUid(), "cq", 0)));
        String never = "train would be stopped and not start again: queue cq, flavor h100: 4 GPUs nominal, 0 used, asks"
                + " for 8; never more than 4.";
        Plan plan = requeueing("");
        PlacementOutlook open = planner.readmission(plan);
        assertEquals(Optional.empty(), open.lost());
        assertInstanceOf(
                Result.Compiled.class, planner.plan(List.of(train), REQUEUE).join());
        bench.show(new Change.FactSeen(granting(4)));
        assertEquals(Optional.of(never), open.lost());
        assertEquals(never, refusal(List.of(train)));
        bench.show(new Change.FactSeen(granting(8)));
        PlacementOutlook back = planner.readmission(requeueing("silver"));
        assertEquals(
                Optional.of("train would be stopped and not start again: queue silver does not exist."), back.lost());
        bench.show(
                new Change.FactSeen(new SchedulingObject.LocalQueue("team", "silver", "sq", false)),
                new Change.FactSeen(granting("sq", 8, 8)));
        assertEquals(Optional.empty(), back.lost());
        assertEquals(
                List.of("train waits before it starts again: queue sq, flavor h100: 8 GPUs nominal, 8 used, asks for"
                        + " 8."),
                planner.waits(requeueing("silver")));
    }

    /** A running job was stopped behind a green plan and waited for a check that nobody answers. */
    @Test
    void whatIsAdmittedAnewIsSaidToWaitForTheChecksOfItsQueueThenAndByAnUndoToo() {
        bench.cluster.setId("lab");
        bench.show(
                Seen.gpuNode("n1", 8),
                new Change.FactSeen(new SchedulingObject.LocalQueue("team", "gold", "cq", false)),
                new Change.FactSeen(new SchedulingObject.LocalQueue("team", "silver", "sq", false)),
                new Change.FactSeen(granting(8)),
                new Change.FactSeen(granting(
                        "sq",
                        8,
                        0,
                        SchedulingObject.Preemption.NEVER,
                        List.of(new SchedulingObject.ClusterQueue.Check("ac1", List.of())))),
                Seen.job("train", false, 1, Seen.asks(8), "gold"),
                Seen.pod("train-0", TaskPhase.RUNNING, "n1", Seen.asks(8), Seen.owner("Job", "train")));
        bench.show(new Change.FactSeen(workload("train", bench.job("train").getUid(), "cq", 0)));
        assertEquals(List.of(), effects(REQUEUE, "train"));
        List<String> told = List.of("train then waits for admission check ac1 before it starts.");
        assertEquals(told, effects(new JobAction.Queue("silver"), "train"));
        assertEquals(told, planner.waits(requeueing("silver")));
    }

    /** The rollout of a service was restarted, and its new pods waited for Kueue, of which nothing was said. */
    @Test
    void thatTheNewPodsOfARolloutAreAdmittedByKueueAnewIsSaid() {
        bench.cluster.setId("lab");
        bench.show(
                Seen.gpuNode("n1", 8),
                new Change.FactSeen(new SchedulingObject.LocalQueue("team", "gold", "cq", false)),
                new Change.FactSeen(granting(8)),
                new Change.FactSeen(workload("other", "o", "cq", 0)),
                Seen.job("train", false, 1, Seen.asks(8), "gold"),
                Seen.pod("train-0", TaskPhase.RUNNING, "n1", Seen.asks(8), Seen.owner("Job", "train")));
        Job service = bench.job("train");
        service.setWork(new WorkKind("deployments", List.of(WorkKind.Trait.ADMITTED_BY_POD), ""));
        Step await =
                new Step.Await(JobObjects.ref(service), new Expectation.RolledOut(true), Duration.ofMinutes(1), "Wait");
        Plan plan = new Plan(
                ClusterId.of(bench.cluster),
                "restart",
                "t",
                List.of(await),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertEquals(
                List.of("A new pod of team/train has to be admitted by Kueue, which does not admit it now (queue cq,"
                        + " flavor h100: 8 GPUs nominal, 8 used, asks for 8). Until then it does not run, though a"
                        + " node has room."),
                planner.waits(plan));
    }

    /** An undo put it back where it had waited before, and nothing is stopped by that. */
    @Test
    void whatHoldsNoQuotaMayGoBackIntoAQueueThatAdmitsNothingAndTheUndoSaysSo() {
        bench.cluster.setId("lab");
        bench.show(
                Seen.gpuNode("n1", 8),
                new Change.FactSeen(new SchedulingObject.LocalQueue("team", "gold", "cq", true)),
                new Change.FactSeen(granting(8)),
                Seen.job("train", true, 1, Seen.asks(8), "silver"));
        String uid = bench.job("train").getUid();
        bench.show(new Change.FactSeen(workload("train", uid, "", 0)));
        Plan back = requeueing("gold");
        assertEquals(Optional.empty(), planner.readmission(back).lost());
        assertEquals(List.of("train does not start there as it stands: queue gold is stopped."), planner.waits(back));
        assertEquals(
                Optional.of("train would be stopped and not start again: queue none does not exist."),
                planner.readmission(requeueing("none")).lost());
        bench.show(new Change.FactSeen(workload("train", uid, "sq", 0)));
        assertEquals(
                Optional.of("train would be stopped and not start again: queue gold is stopped."),
                planner.readmission(back).lost(),
                "admitted meanwhile");
    }

    /** It has no pods, so that nothing is stopped. */
    @Test
    void whatIsScaledToNoneMayGoIntoAQueueThatAdmitsNothingAndItsPlanSaysSo() {
        bench.cluster.setId("lab");
        bench.show(
                Seen.gpuNode("n1", 8),
                new Change.FactSeen(new SchedulingObject.LocalQueue("team", "gold", "cq", true)),
                new Change.FactSeen(granting(8)),
                new Change.FactSeen(workload("other", "uid-other", "cq", 0)));
        deployment("web", 0, 8);
        assertEquals(
                List.of("web does not start there as it stands: queue gold is stopped."),
                effects(new JobAction.Queue("gold"), "web"));
    }

    /** A queue into which a job was put stopped another at once, of which its plan told nothing. */
    @Test
    void whomTheQueueMayStopForAJobThatIsPutIntoItIsNamed() {
        bench.cluster.setId("lab");
        bench.show(
                Seen.gpuNode("n1", 8),
                new Change.FactSeen(new SchedulingObject.LocalQueue("team", "gold", "cq", false)),
                new Change.FactSeen(new SchedulingObject.LocalQueue("team", "silver", "sq", false)),
                new Change.FactSeen(granting(8)),
                new Change.FactSeen(granting(
                        "sq",
                        8,
                        8,
                        new SchedulingObject.Preemption(
                                SchedulingObject.Preemption.Policy.LOWER_PRIORITY,
                                SchedulingObject.Preemption.Policy.NEVER,
                                false,
                                OptionalInt.empty()))),
                new Change.FactSeen(workload("lo", "uid-lo", "sq", 0)),
                new Change.FactSeen(workload("train", "uid-train", "", 100)),
                Seen.job("train", true, 1, Seen.asks(8), "gold"),
                new Change.Listed("Pod", 0));
        Result planned = planner.plan(List.of(bench.job("train")), new JobAction.Queue("silver"))
                .join();
        assertEquals(
                "May be stopped at once, to make room for it: Kueue evicts job team/lo (priority 0, 8 GPUs).",
                assertInstanceOf(Result.Compiled.class, planned)
                        .plan()
                        .irreversible()
                        .getFirst());
    }

    private static SchedulingObject workload(String job, String uid, String queue, int priority) {
        return new SchedulingObject.Workload(
                "team",
                "job-" + job,
                uid,
                job,
                queue,
                priority,
                null,
                null,
                false,
                queue.isEmpty() ? Map.of() : Map.of("h100", Resources.of(Map.of("nvidia.com/gpu", 8L))),
                List.of());
    }

    private static SchedulingObject granting(int gpus) {
        return granting("cq", gpus, 8);
    }

    private static SchedulingObject granting(String name, int gpus, int used) {
        return granting(name, gpus, used, SchedulingObject.Preemption.NEVER);
    }

    private static SchedulingObject granting(String name, int gpus, int used, SchedulingObject.Preemption preemption) {
        return granting(name, gpus, used, preemption, List.of());
    }

    private static SchedulingObject granting(
            String name,
            int gpus,
            int used,
            SchedulingObject.Preemption preemption,
            List<SchedulingObject.ClusterQueue.Check> checks) {
        String gpu = "nvidia.com/gpu";
        return new SchedulingObject.ClusterQueue(
                name,
                "",
                List.of(List.of(gpu)),
                List.of(new SchedulingObject.Granted("h100", gpu, gpus, OptionalLong.empty(), OptionalLong.empty())),
                Map.of("h100", Resources.of(Map.of(gpu, (long) used))),
                new LabelSelector(Labels.none(), List.of()),
                "",
                preemption,
                checks);
    }

    /** A plan that stops train and queues it again, in another queue where one is named. */
    private Plan requeueing(String queue) {
        ObjectRef workload = new ObjectRef("kueue.x-k8s.io", "v1beta1", "workloads", "Workload", "team", "job-train");
        List<Step> steps = new ArrayList<>();
        for (String active : List.of("false", "true")) {
            steps.add(write(
                    ApiWrite.Verb.JSON_PATCH,
                    workload,
                    "[{\"op\":\"replace\",\"path\":\"/spec/active\",\"value\":" + active + "}]"));
        }
        if (!queue.isEmpty()) {
            steps.add(write(
                    ApiWrite.Verb.MERGE_PATCH,
                    new ObjectRef("batch", "v1", "jobs", "Job", "team", "train"),
                    "{\"metadata\":{\"labels\":{\"kueue.x-k8s.io/queue-name\":\"" + queue + "\"}}}"));
        }
        return new Plan(ClusterId.of(bench.cluster), "requeue", "t", steps, List.of(), List.of(), List.of(), List.of());
    }

    private static Step write(ApiWrite.Verb verb, ObjectRef ref, String body) {
        return new Step.Write(
                new ApiWrite(verb, ref, "", body, Optional.empty(), Optional.empty(), "w"), Optional.empty());
    }

    @Test
    void oneThatIsRefusedRefusesAll() {
        refuses = Optional.of("b");
        assertEquals("b cannot", refusal(List.of(job(lab, "a"), job(lab, "b"), job(lab, "c"))));
        assertEquals(List.of("a of uid-a"), compiled, "what comes after it is not read");
    }

    @Test
    void aJobOfAClosedClusterIsRefusedAndHasNoChoices() {
        Job job = job(cluster("closed"), "a");
        assertEquals("The cluster of a is not open.", refusal(List.of(job)));
        CompletionException failed = assertThrows(
                CompletionException.class, () -> planner.choices(job).join());
        assertTrue(String.valueOf(failed.getMessage()).contains("is not open"), failed::toString);
    }

    @Test
    void aClusterThatDoesNotAnswerIsNoRefusalOfTheJob() {
        answers = false;
        Job job = job(lab, "a");
        for (var asked : List.of(planner.plan(List.of(job), REQUEUE), planner.choices(job))) {
            CompletionException failed = assertThrows(CompletionException.class, asked::join);
            assertTrue(
                    String.valueOf(failed.getMessage()).contains("The cluster did not answer: connection reset"),
                    failed::toString);
        }
    }

    @Test
    void theChoicesAreThoseOfTheJobsOwnObject() {
        assertEquals("a", planner.choices(job(lab, "a")).join().queue());
    }

    @Override
    public Result compile(ObjectRef job, String uid, JobAction act) throws IOException {
        if (!answers) {
            throw new IOException("connection reset");
        }
        if (refuses.filter(job.name()::equals).isPresent()) {
            return new Result.Refused(job.name() + " cannot", "");
        }
        compiled.add(job.name() + " of " + uid);
        return new Result.Compiled(new Plan(
                new ClusterId("lab"),
                "requeue",
                "Requeue " + job.name(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    @Override
    public int added(ObjectRef job, JobAction act) {
        return act instanceof JobAction.Scale scale
                ? Math.max(0, scale.replicas() - bench.job(job.name()).getWantedTasks())
                : 0;
    }

    @Override
    public Pause pause(ObjectRef job, String uid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Choices choices(ObjectRef job) throws IOException {
        if (!answers) {
            throw new IOException("connection reset");
        }
        return new Choices(OptionalInt.of(1), List.of(), List.of(), job.name(), "");
    }
}
