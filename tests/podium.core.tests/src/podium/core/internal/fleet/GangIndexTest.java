// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.ControllerRef;

/** Gang objects of every scheduler make one gang of a job's tasks, and say why it waits. */
class GangIndexTest {
    private final FleetBench bench = new FleetBench().show(new Change.Listed("Pod", 0));

    private static Change.PodSeen pending(String name, String gang) {
        return Seen.pod(name, TaskPhase.PENDING, "", Seen.asks(1, gang));
    }

    private static Change.PodSeen pending(String name, ControllerRef owner) {
        return Seen.pod(name, TaskPhase.PENDING, "", Seen.asks(1), owner);
    }

    @Test
    void aGangThatAJobControlsSaysHowManyMakeSenseAndWhyItWaits() {
        bench.show(
                Seen.workload("Job", "train", 4),
                Seen.gang("train-pg", Optional.of(Seen.owner("Job", "train")), 4, "Kueue: no quota left"));
        Job job = bench.job("train");
        assertEquals(4, job.getMinimum());
        assertEquals("gold", job.getQueueName());
        assertEquals(JobState.WAITING, job.getState());
        assertEquals("Kueue: no quota left", job.getReason());
    }

    @Test
    void aReasonThatGoesIsForgotten() {
        Optional<ControllerRef> train = Optional.of(Seen.owner("Job", "train"));
        bench.show(Seen.workload("Job", "train", 4), Seen.gang("pg", train, 4, "Volcano: no room"));
        bench.show(Seen.gang("pg", train, 4, ""));
        assertEquals("no pods yet", bench.job("train").getReason());
        bench.show(new Change.Gone("PodGroup", "team", "pg", "uid-pg"));
        assertNull(bench.job("train").getMinimum());
    }

    @Test
    void aRunningJobHasNoReasonToWait() {
        bench.show(
                Seen.workload("Job", "train", 1),
                Seen.pod("p", TaskPhase.RUNNING, "", Seen.asks(1), Seen.owner("Job", "train")),
                Seen.gang("pg", Optional.of(Seen.owner("Job", "train")), 1, "KAI: stale"));
        assertEquals(JobState.RUNNING, bench.job("train").getState());
        assertNull(bench.job("train").getReason());
    }

    @Test
    void aGangThatOnlyThePodsNameBelongsToTheirJob() {
        Change.PodSeen pod = Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(1, "group"), Seen.owner("Job", "train"));
        bench.show(Seen.workload("Job", "train", 3), pod, Seen.gang("group", Optional.empty(), 3, "KAI: 1 of 3 fit"));
        assertEquals(3, bench.job("train").getMinimum());
        assertEquals("KAI: 1 of 3 fit", bench.job("train").getReason());
    }

    @Test
    void aGangThatNamesItsJobByKindAndNameIsFound() {
        bench.show(Seen.gang(
                "w", Optional.of(TestKinds.controller("batch", "Job", "train", "")), 2, "kube-scheduler: no room"));
        bench.show(Seen.workload("Job", "train", 2));
        assertEquals(2, bench.job("train").getMinimum());
        bench.show(Seen.gang("w", Optional.of(TestKinds.controller("batch", "Job", "train", "")), 3, ""));
        assertEquals(3, bench.job("train").getMinimum());
    }

    @Test
    void barePodsOfOneGangAreOneJob() {
        bench.show(pending("a", "group"), pending("b", "group"));
        assertEquals(2, bench.cluster.getJobs().size(), "the gang is not known yet");
        bench.show(Seen.gang("group", Optional.empty(), 3, "Kueue: no quota left"));
        assertEquals(1, bench.cluster.getJobs().size());
        Job job = bench.job("group");
        assertEquals("PodGroup", job.getKind());
        assertEquals(2, job.getTasks().size());
        assertEquals(3, job.getWantedTasks());
        assertEquals(3, job.getMinimum());
        bench.show(new Change.Gone("PodGroup", "team", "group", "uid-group"));
        assertEquals(2, bench.cluster.getJobs().size());
    }

    @Test
    void aBarePodWithAGangOfItsOwnStaysItself() {
        bench.show(
                pending("a", "pg-a"),
                Seen.gang(
                        "pg-a", Optional.of(TestKinds.controller("v1", "Pod", "a", "uid-a")), 1, "KAI: queue is full"));
        Job job = bench.job("a");
        assertEquals("Pod", job.getKind());
        assertNull(job.getMinimum());
        assertEquals("KAI: queue is full", job.getReason());
    }

    @Test
    void workersThatTheirLeaderPodControlsAreTasksOfTheWholeSet() {
        Change leader = pending("lws-0", Seen.owner("StatefulSet", "lws-sts"));
        Change worker = pending("lws-0-1", Seen.owner("StatefulSet", "lws-0-sts"));
        bench.show(worker, Seen.workload("StatefulSet", "lws-0-sts", 1, Seen.owner("Pod", "lws-0")));
        bench.show(leader, Seen.workload("StatefulSet", "lws-sts", 1, Seen.owner("LeaderWorkerSet", "lws")));
        bench.show(Seen.workload("LeaderWorkerSet", "lws", 2));
        assertEquals(1, bench.cluster.getJobs().size());
        assertEquals(
                List.of("lws-0", "lws-0-1"),
                bench.job("lws").getTasks().stream().map(Task::getName).sorted().toList());
    }
}
