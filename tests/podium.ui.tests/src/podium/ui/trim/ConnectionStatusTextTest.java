// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.fleet.Holdings;
import podium.core.testkit.FakeFleetService;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.ui.fake.FakeFleet;
import podium.ui.label.Snapshots;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;

class ConnectionStatusTextTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 10);

    @Test
    void theStatusLineSaysStateAgeRateAndCounts() {
        made.work(cluster);
        String words = ConnectionStatusText.of(cluster, Holdings.of(cluster), 128.4, FakeFleet.NOW)
                .replace('\u2009', ' ');
        assertTrue(words.startsWith("live, 0.4 s old"), words);
        assertTrue(words.contains("128 changes/s"), words);
        assertTrue(words.contains("lab  10 nodes, 80 GPUs, "), words);
        assertTrue(words.endsWith("% held"), words);
    }

    /** "ai-factory (a…xed-2026-11-29-0109.fleet)" said neither which cluster nor of when. */
    @Test
    void aSnapshotIsCalledByItsClusterAndTimeWhereItsFileHasNoRoom() {
        cluster.setConnection(ConnectionState.CLOSED);
        for (String file : List.of("lab.fleet", "lab+mixed+other-2026-11-29-010959.fleet")) {
            ClusterId id = Snapshots.id(new ClusterId("lab"), Path.of("/tmp/" + file));
            cluster.setId(id.value());
            cluster.setName(id.name());
            String name = file.length() < 20 ? "lab (lab.fleet)" : Snapshots.brief(cluster);
            assertTrue(name.matches("lab \\(.*\\)"), name);
            String words = ConnectionStatusText.of(cluster, Holdings.of(cluster), 0, FakeFleet.NOW);
            assertTrue(words.contains("  " + name + "  10 nodes"), words);
        }
    }

    @Test
    void besideOthersTheClusterOfWhichItSpeaksIsSaidToBeOneOfThem() {
        assertFalse(ConnectionStatusText.of(cluster, Holdings.of(cluster), 0, FakeFleet.NOW)
                .contains("one of"));
        made.cluster("other", 2);
        String words = ConnectionStatusText.of(cluster, Holdings.of(cluster), 0, FakeFleet.NOW);
        assertTrue(words.contains(cluster.getName() + " (one of 2 clusters)  10 nodes"), words);
    }

    @Test
    void aClusterThatIsNotLiveHasNoRate() {
        cluster.setConnection(ConnectionState.STALE);
        cluster.setLastContact(FakeFleet.NOW.minus(Duration.ofMinutes(4)));
        String words = ConnectionStatusText.of(cluster, Holdings.of(cluster), 0, FakeFleet.NOW)
                .replace('\u2009', ' ');
        assertTrue(words.startsWith("stale, 4 min old"), words);
        assertTrue(!words.contains("changes/s"), words);
    }

    @Test
    void anAgeThatIsNotKnownIsNotSaid() {
        cluster.setConnection(ConnectionState.CONNECTING);
        cluster.setLastContact(null);
        cluster.setConnectionSince(null);
        assertTrue(ConnectionStatusText.of(cluster, Holdings.of(cluster), 0, FakeFleet.NOW)
                .startsWith("connecting  "));
    }

    /** Of 3,000 nodes all were there, and half a minute nothing said that anything more came. */
    @Test
    void whileAClusterIsListedItsPodsAreCounted() {
        made.work(cluster);
        cluster.setConnection(ConnectionState.CONNECTING);
        int pods = cluster.getJobs().stream()
                .mapToInt(job -> job.getTasks().size())
                .sum();
        String words = ConnectionStatusText.of(cluster, Holdings.of(cluster), 0, FakeFleet.NOW);
        assertTrue(words.endsWith("lab  " + pods + " pods so far"), words);
    }

    @Test
    void aClusterThatWasNeverHeardSaysHowLongItHasStoodSo() {
        cluster.setConnection(ConnectionState.REFUSED);
        cluster.setLastContact(null);
        cluster.setConnectionSince(FakeFleet.NOW.minusSeconds(180));
        String words = ConnectionStatusText.of(cluster, Holdings.of(cluster), 0, FakeFleet.NOW)
                .replace('\u2009', ' ');
        assertTrue(words.startsWith("refused for 3 min  "), words);
    }

    @Test
    void theRateIsTheMeanOfTheLastWholeSeconds() {
        RateMeter rate = new RateMeter();
        for (int second = 100; second < 105; second++) {
            rate.add(10, second * 1000L);
        }
        assertEquals(10, rate.perSecond(105_000));
        assertEquals(0, rate.perSecond(120_000), "what is old no longer counts");
    }

    @Test
    void theSecondThatRunsDoesNotCountYet() {
        RateMeter rate = new RateMeter();
        rate.add(1000, 7_000);
        assertEquals(0, rate.perSecond(7_900));
        assertEquals(200, rate.perSecond(8_000));
    }

    @Test
    void theClusterMeantIsThatOfTheSelectionElseTheFirst() {
        Cluster other = made.cluster("other", 1);
        FleetSelection selection = new FleetSelection();
        FakeFleetService fleet = FakeFleetService.of(made.fleet());
        assertSame(cluster, CurrentCluster.of(selection, fleet).orElseThrow());
        selection.set(
                this, List.of(other.getNodes().getFirst().getAccelerators().getFirst()));
        assertSame(other, CurrentCluster.of(selection, fleet).orElseThrow());
    }
}
