// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

/** A job that goes on after failures is no job that runs well, as long as that is news. */
class PastFailuresTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Cluster cluster = FleetFactory.INSTANCE.createCluster();
    private final Job job = FleetFactory.INSTANCE.createJob();

    PastFailuresTest() {
        cluster.getJobs().add(job);
        cluster.setLastContact(NOON);
        job.setState(JobState.RUNNING);
    }

    private Task task(TaskPhase phase, Instant created, @Nullable Instant failed) {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setPhase(phase);
        task.setCreated(created);
        task.setFailed(failed);
        job.getTasks().add(task);
        return task;
    }

    private static Instant before(int minutes) {
        return NOON.minusSeconds(60L * minutes);
    }

    @Test
    void aPodThatFailedCountsUntilItsClusterForgetsIt() {
        Task failed = task(TaskPhase.FAILED, before(9000), before(4000));
        task(TaskPhase.RUNNING, before(9000), null);
        assertEquals(
                Optional.of(new PastFailures(List.of(failed), List.of(), 0, Optional.of(before(4000)))),
                PastFailures.of(job));
        job.getTasks().remove(failed);
        assertEquals(Optional.empty(), PastFailures.of(job));
    }

    /** It ends by a signal, which counts as a failure of its container, and is gone in a moment. */
    @Test
    void whatADrainEndsHasNotFailed() {
        task(TaskPhase.FAILED, before(9000), before(0)).setDeletion(before(0));
        assertEquals(Optional.empty(), PastFailures.of(job));
    }

    /** That of an evicted pod of which no container told its end. */
    @Test
    void whereNobodyTellsWhenItFailedNoTimeIsMadeUp() {
        task(TaskPhase.FAILED, before(9000), null);
        assertEquals(Optional.empty(), PastFailures.of(job).orElseThrow().last());
    }

    @Test
    void aContainerThatRunsAgainCountsForAnHour() {
        Task restarted = task(TaskPhase.RUNNING, before(9000), before(59));
        assertEquals(
                Optional.of(new PastFailures(List.of(), List.of(restarted), 0, Optional.of(before(59)))),
                PastFailures.of(job));
        cluster.setLastContact(NOON.plusSeconds(60));
        assertEquals(Optional.empty(), PastFailures.of(job));
    }

    /** A JobSet deletes its Jobs with all their pods: nothing but its count and the age of the new ones is left. */
    @Test
    void whatWasStartedAnewAsAWholeCountsForAnHourSinceItsPodsWereMade() {
        job.setRestarts(2);
        task(TaskPhase.RUNNING, before(30), null);
        task(TaskPhase.RUNNING, before(29), null);
        assertEquals(
                Optional.of(new PastFailures(List.of(), List.of(), 2, Optional.of(before(30)))), PastFailures.of(job));
        cluster.setLastContact(NOON.plusSeconds(1800));
        assertEquals(Optional.empty(), PastFailures.of(job));
    }

    @ParameterizedTest
    @EnumSource(JobState.class)
    void ofAJobThatDoesNotGoOnItsStateSaysMore(JobState state) {
        task(TaskPhase.FAILED, before(9), before(8));
        job.setState(state);
        assertEquals(
                state == JobState.RUNNING || state == JobState.STARTING,
                PastFailures.of(job).isPresent());
    }
}
