// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.PodBuilder;
import podium.core.testkit.Seen;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.TaskPhase;
import podium.model.value.Condition;
import podium.model.value.Conditions;
import podium.model.value.ControllerRef;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

class JobStateTest {
    private static final ControllerRef TRAIN = Seen.owner("Job", "train");

    private final FleetBench bench = new FleetBench();

    @Test
    void aSuspendedJobWithoutPodsIsSuspended() {
        bench.show(train(true, Conditions.none()));
        expect(JobState.SUSPENDED, "suspended");
    }

    @Test
    void aSuspendedJobWhosePodsStillLiveIsStopping() {
        bench.show(train(true, Conditions.none()), pod(0, TaskPhase.TERMINATING));
        expect(JobState.STOPPING, "suspended; 1 task still stopping");
    }

    @Test
    void gatedPodsHoldTheJobAndTheGateIsNamed() {
        TaskSpec gated = gated("podium.placement/manual");
        bench.show(train(false, Conditions.none()), Seen.pod("train-0", TaskPhase.GATED, "", gated, TRAIN));
        expect(JobState.HELD, "held by gate podium.placement/manual: waits to be placed by an operator");
    }

    @Test
    void aWaitingJobSaysWhatTheSchedulerSays() {
        bench.show(
                train(false, Conditions.none()),
                Seen.saying(
                        pod(0, TaskPhase.PENDING),
                        "Unschedulable",
                        "0/4 nodes are available: 4 Insufficient nvidia.com/gpu."));
        expect(JobState.WAITING, "0/4 nodes are available: 4 Insufficient nvidia.com/gpu.");
    }

    @Test
    void aJobWithoutPodsIsUnknownUntilPodsAreListedAndThenWaits() {
        bench.show(train(false, Conditions.none()));
        assertEquals(JobState.UNKNOWN, bench.job("train").getState());
        bench.show(new Change.Listed("Pod", 0));
        expect(JobState.WAITING, "no pods yet");
    }

    @Test
    void podsOfAServiceCountWhenTheyAreReady() {
        ControllerRef chat = Seen.owner("Deployment", "chat");
        Change.PodSeen first = Seen.pod("chat-0", TaskPhase.RUNNING, "n1", Seen.asks(1), chat);
        Change.PodSeen second = Seen.pod("chat-1", TaskPhase.RUNNING, "n1", Seen.asks(1), chat);
        bench.show(
                Seen.workload("Deployment", "chat", 3),
                PodBuilder.like(first)
                        .unready()
                        .saying("CrashLoopBackOff", "back-off 300s")
                        .build(),
                PodBuilder.like(second)
                        .unready()
                        .saying("CrashLoopBackOff", "back-off 300s")
                        .build());
        assertEquals(JobState.FAILING, bench.job("chat").getState());
        assertEquals(
                "none is ready: CrashLoopBackOff: back-off 300s",
                bench.job("chat").getReason());
        bench.show(first);
        assertEquals(JobState.RUNNING, bench.job("chat").getState());
        assertEquals(
                "2 of 3 tasks not ready: CrashLoopBackOff: back-off 300s",
                bench.job("chat").getReason());
    }

    @Test
    void podsOfATrainingCountWhenTheyRun() {
        bench.show(
                train(false, Conditions.none()),
                PodBuilder.like(pod(0, TaskPhase.RUNNING)).unready().build());
        assertEquals(JobState.RUNNING, bench.job("train").getState());
    }

    @Test
    void aJobThatIsToRunNoPodsDoesNotWait() {
        bench.show(Seen.job("train", false, 0, Seen.asks(8), ""), new Change.Listed("Pod", 0));
        expect(JobState.SUSPENDED, "wants no pods");
    }

    @Test
    void aPodOnANodeThatIsNotThereSaysSo() {
        bench.show(
                train(false, Conditions.none()),
                Seen.pod("train-0", TaskPhase.STARTING, "no-such-node", Seen.asks(8), TRAIN));
        expect(JobState.STARTING, "1 task bound to a node that the cluster does not have");
        bench.show(Seen.gpuNode("no-such-node", 8));
        assertEquals(bench.node("no-such-node"), bench.task("train-0").getNode());
        assertNull(bench.job("train").getReason());
    }

    @Test
    void podsThatStartMakeItStart() {
        bench.show(train(false, Conditions.none()), Seen.saying(pod(0, TaskPhase.STARTING), "ContainerCreating", ""));
        expect(JobState.STARTING, "ContainerCreating");
    }

    @Test
    void aRunningJobSaysHowManyOfItsTasksDoNotRunYet() {
        bench.show(
                train(false, Conditions.none()),
                pod(0, TaskPhase.RUNNING),
                Seen.saying(pod(1, TaskPhase.PENDING), "Unschedulable", "no room"));
        expect(JobState.RUNNING, "1 of 4 tasks not running yet: no room");
    }

    @Test
    void aGangThatIsNotCompleteWaits() {
        bench.show(
                Seen.workload("Job", "train", 2, Optional.empty(), false, OptionalInt.of(2), Conditions.none(), ""),
                pod(0, TaskPhase.RUNNING),
                Seen.saying(pod(1, TaskPhase.PENDING), "", "no room"));
        expect(JobState.WAITING, "no room");
        bench.show(pod(1, TaskPhase.RUNNING));
        assertEquals(JobState.RUNNING, bench.job("train").getState());
        assertNull(bench.job("train").getReason());
    }

    @Test
    void conditionsEndAJob() {
        bench.show(train(false, condition("Complete", "")), pod(0, TaskPhase.SUCCEEDED));
        assertEquals(JobState.SUCCEEDED, bench.job("train").getState());
        bench.show(train(false, condition("Failed", "BackoffLimitExceeded: 7 pods failed")));
        expect(JobState.FAILED, "BackoffLimitExceeded: 7 pods failed");
    }

    /** A moment later its controller says that it is complete. */
    @Test
    void aJobWhosePodsHaveAllEndedWellDoesNotWaitForPods() {
        bench.show(train(false, Conditions.none()), pod(0, TaskPhase.SUCCEEDED), new Change.Listed("Pod", 0));
        expect(JobState.WAITING, "no pods yet");
        bench.show(pod(1, TaskPhase.SUCCEEDED), pod(2, TaskPhase.SUCCEEDED), pod(3, TaskPhase.SUCCEEDED));
        expect(JobState.RUNNING, "its pods have ended");
        bench.show(train(false, condition("Complete", "")));
        assertEquals(JobState.SUCCEEDED, bench.job("train").getState());
    }

    @Test
    void aBarePodEndsAsItsPhaseSays() {
        bench.show(Seen.saying(Seen.pod("one", TaskPhase.FAILED, "n1", Seen.asks(1)), "OOMKilled", ""));
        assertEquals(JobState.FAILED, bench.job("one").getState());
        assertEquals("OOMKilled", bench.job("one").getReason());
        bench.show(Seen.pod("two", TaskPhase.SUCCEEDED, "n1", Seen.asks(1)));
        assertEquals(JobState.SUCCEEDED, bench.job("two").getState());
    }

    @Test
    void aDeploymentScaledToZeroIsSuspendedNotWaiting() {
        bench.show(Seen.workload("Deployment", "web", 0), new Change.Listed("Pod", 0));
        assertEquals(JobState.SUSPENDED, bench.job("web").getState());
        assertEquals("wants no pods", bench.job("web").getReason());
    }

    @Test
    void aJobFindsItsQueueWhicheverComesFirst() {
        bench.show(Seen.workload(
                "Job", "train", 1, Optional.empty(), false, OptionalInt.empty(), Conditions.none(), "gold"));
        assertNull(bench.job("train").getQueue());
        bench.show(queue("ClusterQueue", "", "gold"));
        assertEquals("ClusterQueue", bench.job("train").getQueue().getKind());
        bench.show(queue("LocalQueue", "team", "gold"));
        assertEquals("LocalQueue", bench.job("train").getQueue().getKind());
        bench.show(new Change.Gone("LocalQueue", "team", "gold", "uid"));
        assertEquals("ClusterQueue", bench.job("train").getQueue().getKind());
        assertEquals(1, bench.cluster.getQueues().size());
    }

    @Test
    void priorityIsThatOfThePodsElseOfTheClassElseTheGlobalDefault() {
        bench.show(new Change.PriorityClassSeen("normal", "u1", 5, true), train(false, Conditions.none()));
        assertEquals(5, bench.job("train").getPriority());
        bench.show(Seen.pod("train-0", TaskPhase.PENDING, "", priority(700), TRAIN));
        assertEquals(700, bench.job("train").getPriority());
        bench.show(Seen.gone("Pod", "train-0"), new Change.Gone("PriorityClass", "", "normal", "u1"));
        assertEquals(0, bench.job("train").getPriority());
    }

    @Test
    void priorityOfAQueuedJobIsWhatItsQueueOrdersItBy() {
        bench.show(train(false, Conditions.none()), Seen.pod("train-0", TaskPhase.PENDING, "", priority(7), TRAIN));
        Change.GangSeen gang = Seen.gang("train", Optional.of(Seen.owner("Job", "train")), 1, "");
        bench.show(new Change.GangSeen(
                gang.apiVersion(),
                gang.kind(),
                gang.namespace(),
                gang.name(),
                gang.uid(),
                gang.controller(),
                gang.minimum(),
                gang.queueName(),
                "high",
                OptionalInt.of(1000),
                gang.reason(),
                gang.work(),
                ""));
        assertEquals(1000, bench.job("train").getPriority());
    }

    /** MultiKueue: the pods are in the worker cluster, and a plain Job stays suspended in that of its manager. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aJobThatWasSentToAnotherClusterSaysWhere(boolean suspended) {
        Change.GangSeen gang = Seen.gang("train", Optional.of(Seen.owner("Job", "train")), 1, "");
        bench.show(
                new Change.Listed("Pod", 0),
                train(suspended, Conditions.none()),
                new Change.GangSeen(
                        gang.apiVersion(),
                        gang.kind(),
                        gang.namespace(),
                        gang.name(),
                        gang.uid(),
                        gang.controller(),
                        gang.minimum(),
                        gang.queueName(),
                        "",
                        gang.priority(),
                        "",
                        gang.work(),
                        "worker-2"));
        assertEquals(JobState.RUNNING, bench.job("train").getState());
        assertEquals(
                "MultiKueue: in cluster worker-2; its state is shown there",
                bench.job("train").getReason());
        bench.show(gang);
        assertEquals(
                suspended ? JobState.SUSPENDED : JobState.WAITING,
                bench.job("train").getState());
    }

    @Test
    void budgetsAreKeptByNameAndLeaveWithTheirUid() {
        bench.show(budget("b", "u1", 1));
        var budget = bench.cluster.getBudgets().getFirst();
        bench.show(budget("b", "u1", 0));
        assertSame(budget, bench.cluster.getBudgets().getFirst());
        assertEquals(0, budget.getDisruptionsAllowed());
        bench.show(new Change.Gone("PodDisruptionBudget", "team", "b", "other"));
        assertEquals(1, bench.cluster.getBudgets().size());
        bench.show(new Change.Gone("PodDisruptionBudget", "team", "b", "u1"));
        assertTrue(bench.cluster.getBudgets().isEmpty());
    }

    private void expect(JobState state, String reason) {
        Job job = bench.job("train");
        assertEquals(state, job.getState());
        assertEquals(reason, job.getReason());
    }

    private static Change.WorkloadSeen train(boolean suspended, Conditions conditions) {
        return Seen.workload("Job", "train", 4, Optional.empty(), suspended, OptionalInt.empty(), conditions, "");
    }

    private static Change.PodSeen pod(int rank, TaskPhase phase) {
        return Seen.pod("train-" + rank, phase, "", Seen.asks(8), TRAIN);
    }

    private static Conditions condition(String type, String message) {
        return new Conditions(List.of(new Condition(type, "True", "", message, "")));
    }

    private static Change.QueueSeen queue(String kind, String namespace, String name) {
        return new Change.QueueSeen(kind, namespace, name, "uid", "", Resources.none(), Resources.none(), 0, 0, true);
    }

    private static Change.BudgetSeen budget(String name, String uid, int allowed) {
        return new Change.BudgetSeen(
                "team",
                name,
                uid,
                new podium.model.value.LabelSelector(podium.model.value.Labels.none(), List.of()),
                allowed,
                1,
                1,
                1,
                1,
                1,
                false);
    }

    private static TaskSpec gated(String gate) {
        return TaskSpec.parse("gates=" + gate + "\\t\n");
    }

    private static TaskSpec priority(int value) {
        return TaskSpec.parse("priority=" + value + "\n");
    }

    @Test
    void aJobThatIsDoneIsStoppingUntilItsLastPodHasEnded() {
        bench.show(train(false, condition("Complete", "")), pod(0, TaskPhase.SUCCEEDED), pod(1, TaskPhase.RUNNING));
        expect(JobState.STOPPING, "done; 1 task still stopping");
        bench.show(train(false, condition("FailureTarget", "DeadlineExceeded")), pod(0, TaskPhase.RUNNING));
        expect(JobState.STOPPING, "DeadlineExceeded; 2 tasks still stopping");
    }

    @Test
    void aConditionThatDoesNotHoldEndsNothing() {
        Conditions not = new Conditions(List.of(new Condition("Failed", "False", "", "", "")));
        bench.show(train(false, not), pod(0, TaskPhase.RUNNING));
        assertEquals(JobState.RUNNING, bench.job("train").getState());
    }

    @Test
    void aFailureWithoutAMessageSaysItsReason() {
        bench.show(
                train(false, new Conditions(List.of(new Condition("Failed", "True", "BackoffLimitExceeded", "", "")))));
        expect(JobState.FAILED, "BackoffLimitExceeded");
    }

    @Test
    void aJobWhosePodsAllEndIsStopping() {
        bench.show(train(false, Conditions.none()), pod(0, TaskPhase.TERMINATING), pod(1, TaskPhase.TERMINATING));
        expect(JobState.STOPPING, "2 tasks stopping");
    }

    @Test
    void aJobThatWaitsForNewPodsSaysWhyTheLastOnesFailed() {
        bench.show(
                train(false, Conditions.none()),
                Seen.saying(pod(0, TaskPhase.FAILED), "OOMKilled", ""),
                new Change.Listed("Pod", 1));
        expect(JobState.WAITING, "OOMKilled; no pods yet");
    }

    @Test
    void whatMostOfItsTasksSayIsItsReason() {
        bench.show(
                train(false, Conditions.none()),
                Seen.saying(pod(0, TaskPhase.PENDING), "Unschedulable", "rare"),
                Seen.saying(pod(1, TaskPhase.PENDING), "Unschedulable", "common"),
                Seen.saying(pod(2, TaskPhase.PENDING), "Unschedulable", "common"));
        expect(JobState.WAITING, "common");
    }

    @Test
    void aPodThatStartsSaysWhatKeepsIt() {
        bench.show(
                train(false, Conditions.none()),
                Seen.saying(pod(0, TaskPhase.STARTING), "ImagePullBackOff", "not found"));
        expect(JobState.FAILING, "ImagePullBackOff: not found");
        bench.show(pod(1, TaskPhase.RUNNING));
        expect(JobState.RUNNING, "1 of 4 tasks not running yet: ImagePullBackOff: not found");
    }

    @Test
    void whatTheKubeletIsStillAtIsNoFailure() {
        bench.show(train(false, Conditions.none()), pod(0, TaskPhase.STARTING));
        for (String ordinary : List.of("", "ContainerCreating", "PodInitializing")) {
            bench.show(Seen.saying(pod(0, TaskPhase.STARTING), ordinary, ""));
            assertEquals(JobState.STARTING, bench.job("train").getState(), ordinary);
        }
        for (String wrong : List.of(
                "CrashLoopBackOff", "ErrImagePull", "CreateContainerConfigError", "RunContainerError", "OOMKilled")) {
            bench.show(Seen.saying(pod(0, TaskPhase.STARTING), wrong, ""));
            assertEquals(JobState.FAILING, bench.job("train").getState(), wrong);
        }
    }

    @Test
    void aJobWhoseTasksRunSaysWhatOneOfThemComplainsOf() {
        bench.show(
                train(false, Conditions.none()),
                pod(0, TaskPhase.RUNNING),
                Seen.saying(pod(1, TaskPhase.RUNNING), "CrashLoopBackOff", "back-off 5m0s restarting a sidecar"));
        expect(JobState.RUNNING, "CrashLoopBackOff: back-off 5m0s restarting a sidecar");
    }

    private static final Instant CRASH = Instant.parse("2026-03-01T10:00:00Z");

    private static Change.PodSeen looping(TaskPhase phase, String reason) {
        return PodBuilder.like(pod(0, phase))
                .restarted(40)
                .saying(reason, reason.isEmpty() ? "" : "back-off 5m0s")
                .build();
    }

    @Test
    void aCrashLoopFailsUntilItsContainerHasRunForTwiceTheLongestBackOff() {
        bench.show(
                new Change.Heard(CRASH, 1),
                train(false, Conditions.none()),
                looping(TaskPhase.STARTING, "CrashLoopBackOff"));
        expect(JobState.FAILING, "CrashLoopBackOff: back-off 5m0s");
        bench.show(new Change.Heard(CRASH.plusSeconds(300), 1), looping(TaskPhase.RUNNING, ""));
        expect(JobState.FAILING, "running again after 40 restarts in CrashLoopBackOff");
        bench.show(looping(TaskPhase.STARTING, "CrashLoopBackOff"));
        expect(JobState.FAILING, "CrashLoopBackOff: back-off 5m0s");
        bench.show(new Change.Heard(CRASH.plusSeconds(600), 1), looping(TaskPhase.RUNNING, ""));
        bench.show(new Change.Heard(CRASH.plusSeconds(1199), 1));
        assertEquals(JobState.FAILING, bench.job("train").getState());
        bench.show(new Change.Heard(CRASH.plusSeconds(1200), 1));
        assertEquals(JobState.RUNNING, bench.job("train").getState());
    }

    @Test
    void aCrashLoopThatWasListedBeforeTheClusterWasHeardIsOneToo() {
        bench.show(train(false, Conditions.none()), looping(TaskPhase.STARTING, "CrashLoopBackOff"));
        bench.show(new Change.Heard(CRASH, 1), looping(TaskPhase.RUNNING, ""));
        expect(JobState.FAILING, "running again after 40 restarts in CrashLoopBackOff");
    }

    /** Right after Act As, in the moment in which its containers ran, a job of 38 restarts was said to run. */
    @Test
    void aCrashLoopThatIsFirstSeenWhileItsContainerRunsIsOneToo() {
        Change.PodSeen again = PodBuilder.like(pod(0, TaskPhase.RUNNING))
                .restarted(40)
                .runsAgain(CRASH)
                .build();
        bench.show(new Change.Heard(CRASH.plusSeconds(4), 1), train(false, Conditions.none()), again);
        expect(JobState.FAILING, "running again after 40 restarts in CrashLoopBackOff");
        bench.show(new Change.Heard(CRASH.plusSeconds(599), 1));
        assertEquals(JobState.FAILING, bench.job("train").getState());
        bench.show(new Change.Heard(CRASH.plusSeconds(600), 1));
        assertEquals(JobState.RUNNING, bench.job("train").getState());
        bench.show(PodBuilder.like(again).unready().build());
        assertEquals(JobState.RUNNING, bench.job("train").getState(), "it is over");
    }

    @Test
    void aPodThatTookThePlaceOfOneInACrashLoopIsInNone() {
        bench.show(
                new Change.Heard(CRASH, 1),
                train(false, Conditions.none()),
                looping(TaskPhase.STARTING, "CrashLoopBackOff"));
        bench.show(
                new Change.Gone("Pod", "", "", pod(0, TaskPhase.RUNNING).uid()),
                PodBuilder.like(pod(1, TaskPhase.RUNNING)).restarted(2).build());
        assertEquals(JobState.RUNNING, bench.job("train").getState());
    }

    @Test
    void aPodThatRunsBesideOneInACrashLoopMakesTheJobRun() {
        bench.show(
                new Change.Heard(CRASH, 1),
                train(false, Conditions.none()),
                looping(TaskPhase.STARTING, "CrashLoopBackOff"));
        bench.show(looping(TaskPhase.RUNNING, ""), pod(1, TaskPhase.RUNNING));
        assertEquals(JobState.RUNNING, bench.job("train").getState());
    }

    @Test
    void aJobInACrashLoopThatIsSuspendedIsStopping() {
        bench.show(
                new Change.Heard(CRASH, 1),
                train(false, Conditions.none()),
                looping(TaskPhase.STARTING, "CrashLoopBackOff"));
        bench.show(train(true, Conditions.none()), looping(TaskPhase.RUNNING, ""));
        assertEquals(JobState.STOPPING, bench.job("train").getState());
    }
}
