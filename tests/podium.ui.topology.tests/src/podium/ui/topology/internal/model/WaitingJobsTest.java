// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.ui.label.SameClusters;
import podium.ui.label.WaitingJobs;
import podium.ui.topology.internal.testing.FakeFleet;
import podium.ui.topology.internal.testing.Fleets;

class WaitingJobsTest {
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Job running = fleets.job(cluster, "running", JobState.RUNNING, 1, 8);
    private final Job low = fleets.job(cluster, "low", JobState.WAITING, 2, 8);
    private final Job high = fleets.job(cluster, "high", JobState.HELD, 1, 8);

    @Test
    void whatWaitsForGpusIsListedMostUrgentFirst() {
        high.setPriority(1000);
        fleets.job(cluster, "cpu-only", JobState.WAITING, 4, 0);
        assertEquals(List.of(high, low), new WaitingJobs(fleets.fleet(), new SameClusters(_ -> "")).all());
        assertEquals(16, WaitingJobs.wanted(low));
    }

    @Test
    void thatNoJobWaitsIsKnownOnlyOnceTheJobsAreListed() {
        cluster.setConnection(ConnectionState.CONNECTING);
        WaitingJobs waiting = new WaitingJobs(fleets.fleet(), new SameClusters(_ -> ""));
        assertFalse(waiting.areKnown());
        cluster.setConnection(ConnectionState.LIVE);
        assertTrue(waiting.changed(FakeFleet.delta(Set.of(), Set.of(), Set.of(), false)));
        assertTrue(waiting.areKnown());
        assertFalse(waiting.changed(FakeFleet.delta(Set.of(), Set.of(), Set.of(), false)));
    }

    @Test
    void aJobOfAClusterThatIsOpenTwiceIsThereOnceAndAsTheLiveOne() {
        Cluster stale = fleets.cluster("behind-proxy");
        stale.setConnection(ConnectionState.STALE);
        Job again = fleets.job(stale, "high", JobState.HELD, 1, 8);
        again.setUid(high.getUid());
        again.setPriority(2000);
        List<Job> one = new WaitingJobs(fleets.fleet(), new SameClusters(_ -> "one")).all();
        assertEquals(Set.of(high, low), Set.copyOf(one));
        assertEquals(2, one.size());
        WaitingJobs restored = new WaitingJobs(fleets.fleet(), new SameClusters(Cluster::getName));
        assertEquals(3, restored.all().size(), "a cluster restored from the other has the same uids");
    }

    @Test
    void theOlderComesFirstAmongEquals() {
        low.setCreated(Fleets.NOW.minusSeconds(10));
        high.setCreated(Fleets.NOW.minusSeconds(60));
        assertEquals(List.of(high, low), new WaitingJobs(fleets.fleet(), new SameClusters(_ -> "")).all());
    }

    @Test
    void aJobThatStartsIsTakenOut() {
        WaitingJobs waiting = new WaitingJobs(fleets.fleet(), new SameClusters(_ -> ""));
        low.setState(JobState.RUNNING);
        assertTrue(waiting.changed(FakeFleet.delta(Set.of(), Set.of(low), Set.of(), false)));
        assertEquals(List.of(high), waiting.all());
    }

    @Test
    void aJobThatSomebodySuspendedAsksForNothingAndIsTakenOutAsTheTitleOfJobsDoesNotCountIt() {
        WaitingJobs waiting = new WaitingJobs(fleets.fleet(), new SameClusters(_ -> ""));
        low.setState(JobState.SUSPENDED);
        assertTrue(waiting.changed(FakeFleet.delta(Set.of(), Set.of(low), Set.of(), false)));
        assertEquals(List.of(high), waiting.all());
        low.setQueueName("team-a");
        waiting.changed(FakeFleet.delta(Set.of(), Set.of(low), Set.of(), false));
        assertEquals(Set.of(high, low), Set.copyOf(waiting.all()), "its queue keeps it suspended until it is its turn");
    }

    @Test
    void aJobThatIsGoneIsTakenOut() {
        WaitingJobs waiting = new WaitingJobs(fleets.fleet(), new SameClusters(_ -> ""));
        cluster.getJobs().remove(low);
        assertTrue(waiting.changed(FakeFleet.delta(Set.of(), Set.of(low), Set.of(), false)));
        assertEquals(List.of(high), waiting.all());
        fleets.fleet().getClusters().remove(cluster);
        assertTrue(waiting.changed(FakeFleet.delta(Set.of(), Set.of(), Set.of(), true)));
        assertTrue(waiting.all().isEmpty());
    }

    @Test
    void aJobThatRunsOnChangesNothing() {
        WaitingJobs waiting = new WaitingJobs(fleets.fleet(), new SameClusters(_ -> ""));
        assertFalse(waiting.changed(FakeFleet.delta(Set.of(), Set.of(running), Set.of(), false)));
    }
}
