// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.OwnState;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.JobState;
import podium.model.fleet.TaskPhase;
import podium.model.value.Condition;
import podium.model.value.Conditions;

/** What a kind makes whose jobs stand alone is never a part of it, whatever is seen first; its state is told by itself and by how they end. */
class JobsMadeOnScheduleTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final FleetBench bench = new FleetBench();

    private static Change.WorkloadSeen nightly(boolean suspended) {
        Change.WorkloadSeen plain = Seen.workload(
                "CronJob", "nightly", 0, Optional.empty(), suspended, OptionalInt.empty(), Conditions.none(), "");
        return told(plain, Conditions.none(), null, Optional.of(new OwnState(JobState.SCHEDULED, "at midnight")));
    }

    private static Change.WorkloadSeen run(String name, String condition, Instant finished) {
        Conditions conditions = condition.isEmpty()
                ? Conditions.none()
                : new Conditions(List.of(new Condition(condition, "True", "Because", "it had to", "")));
        return told(
                Seen.workload("Job", name, 1, Seen.owner("CronJob", "nightly")),
                conditions,
                condition.isEmpty() ? null : finished,
                Optional.empty());
    }

    private static Change.WorkloadSeen told(
            Change.WorkloadSeen seen, Conditions conditions, @Nullable Instant finished, Optional<OwnState> own) {
        return new Change.WorkloadSeen(
                seen.apiVersion(),
                seen.kind(),
                seen.namespace(),
                seen.name(),
                seen.uid(),
                seen.labels(),
                seen.controller(),
                seen.suspended(),
                seen.wanted(),
                seen.minimum(),
                seen.template(),
                seen.queueName(),
                seen.priorityClass(),
                conditions.holds("Failed") ? "it had to" : "",
                conditions,
                seen.managers(),
                null,
                null,
                finished,
                seen.work(),
                seen.groups(),
                own,
                seen.restarts());
    }

    @Test
    void eachIsAJobWithItsOwnTasksInWhateverOrderTheyAreSeen() {
        List<Change> changes = new ArrayList<>(List.of(
                nightly(false),
                run("nightly-1", "", NOON),
                run("nightly-2", "", NOON),
                Seen.pod("nightly-1-x", TaskPhase.RUNNING, "", Seen.asks(1), Seen.owner("Job", "nightly-1")),
                Seen.pod("nightly-2-x", TaskPhase.PENDING, "", Seen.asks(1), Seen.owner("Job", "nightly-2"))));
        for (int seed = 0; seed < 40; seed++) {
            FleetBench other = new FleetBench();
            Collections.shuffle(changes, new Random(seed));
            changes.forEach(other::show);
            assertEquals(3, other.cluster.getJobs().size());
            assertEquals("nightly-1", other.task("nightly-1-x").getJob().getName());
            assertEquals("nightly-2", other.task("nightly-2-x").getJob().getName());
            assertTrue(other.job("nightly").getTasks().isEmpty());
            other.show(Seen.gone("CronJob", "nightly"));
            assertEquals(2, other.cluster.getJobs().size());
            assertEquals("nightly-1", other.task("nightly-1-x").getJob().getName());
        }
    }

    @Test
    void itIsWhatItTellsOfItselfWhateverItsPodsAndSuspendedWhenItIsSuspended() {
        bench.show(nightly(false), new Change.Listed("Pod", 0));
        assertEquals(JobState.SCHEDULED, bench.job("nightly").getState());
        assertEquals("at midnight", bench.job("nightly").getReason());
        bench.show(nightly(true));
        assertEquals(JobState.SUSPENDED, bench.job("nightly").getState());
        assertEquals("at midnight", bench.job("nightly").getReason());
    }

    @Test
    void theLastOfItsJobsThatEndedIsNamedWhileItIsAFailure() {
        bench.show(nightly(false), run("nightly-1", "Failed", NOON));
        assertEquals(
                "nightly-1 failed: it had to; at midnight", bench.job("nightly").getReason());
        bench.show(run("nightly-2", "Complete", NOON.plusSeconds(60)));
        assertEquals("at midnight", bench.job("nightly").getReason());
        bench.show(Seen.gone("Job", "nightly-2"));
        assertEquals(
                "nightly-1 failed: it had to; at midnight", bench.job("nightly").getReason());
        bench.show(Seen.gone("Job", "nightly-1"));
        assertEquals("at midnight", bench.job("nightly").getReason());
    }
}
