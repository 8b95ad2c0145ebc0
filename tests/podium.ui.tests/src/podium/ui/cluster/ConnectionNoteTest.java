// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.change.ClusterId;
import podium.core.cluster.IdentityChange;
import podium.core.testkit.DirectRealm;
import podium.core.testkit.FakeFleetService;
import podium.core.testkit.FakeKnownClusters;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Protection;
import podium.operation.Impersonations;
import podium.operation.ProtectionChanges;
import podium.operation.rule.ChangeLocks;
import podium.operation.rule.RuleService;
import podium.testkit.Await;
import podium.ui.fake.FakeConnections;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeForwards;
import podium.ui.fake.FakeShells;
import podium.ui.fake.NoMemory;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PendingOpens;

class ConnectionNoteTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("prod", 1);
    private final FakeConnections connections = new FakeConnections();
    private final PendingOpens opening = new PendingOpens(InstantSource.fixed(FakeFleet.NOW));
    private final ClusterActions actions = new ClusterActions(
            connections,
            connections,
            connections,
            new BackgroundWork(new DirectRealm()),
            opening,
            FakeFleetService.of(made.fleet()),
            new FakeKnownClusters(List.of()),
            new Impersonations(
                    connections, ChangeLocks.open(), (action, what, text) -> {}, new FakeShells(), new FakeForwards()),
            new ProtectionChanges(
                    connections, ChangeLocks.open(), RuleService.none(), (action, what, text) -> {}, new NoMemory()));

    @Test
    void aLiveClusterHasNothingToSay() {
        assertTrue(ConnectionNote.of(cluster, Optional.empty()).isEmpty());
    }

    @Test
    void connectingIsNoProblemUntilSomethingHappened() {
        cluster.setConnection(ConnectionState.CONNECTING);
        assertTrue(ConnectionNote.of(cluster, Optional.empty()).isEmpty());
        cluster.setConnectionMessage("no answer for 10 s");
        assertTrue(ConnectionNote.of(cluster, Optional.empty()).isPresent());
    }

    @ParameterizedTest
    @EnumSource(
            value = ConnectionState.class,
            names = {"STALE", "REFUSED", "FAILED", "CLOSED"})
    void aProblemSaysWhatSinceWhenAndWhatToDo(ConnectionState state) {
        cluster.setConnection(state);
        cluster.setConnectionMessage("the certificate expired");
        cluster.setConnectionAdvice("renew it");
        cluster.setConnectionSince(FakeFleet.NOW.minusSeconds(180));
        ConnectionNote note = ConnectionNote.of(cluster, Optional.empty()).orElseThrow();
        assertTrue(note.title().startsWith("prod: "));
        assertEquals("the certificate expired", note.what());
        assertEquals("renew it", note.advice());
        assertEquals("for 3 min", note.since(FakeFleet.NOW).replace('\u2009', ' '));
        assertTrue(note.retries());
        assertEquals(Optional.empty(), note.question());
    }

    @Test
    void consentShowsWhatWouldBeRun() {
        cluster.setConnection(ConnectionState.WAITING_FOR_CONSENT);
        connections.open("prod", Optional.of("run: aws eks get-token\n    'a b'"));
        ConnectionNote note = ConnectionNote.of(List.of(cluster), actions).getFirst();
        assertEquals("run: aws eks get-token\n    'a b'", note.what());
        actions.agree(cluster, note.question().orElseThrow());
        assertEquals(List.of("agree prod"), connections.asked);
    }

    @Test
    void anUnverifiedCertificateIsSaidHoweverTheConnectionStands() {
        cluster.setProtection(Protection.UNVERIFIED);
        for (ConnectionState state : ConnectionState.values()) {
            cluster.setConnection(state);
            ConnectionNote note = ConnectionNote.of(List.of(cluster), actions).getFirst();
            assertEquals("prod: not verified", note.title());
            assertEquals(Name.CRITICAL, note.state().tone());
            assertTrue(note.what().contains("not verified"), note::what);
        }
    }

    @Test
    void thatAnotherClusterAnswersIsSaidHoweverTheConnectionStandsUntilItWasRead() {
        cluster.setSimulated(false);
        turnOver(
                IdentityChange.Of.CLUSTER,
                "another cluster answers at https://s, with uid b; before, it was one with uid a");
        for (ConnectionState state : ConnectionState.values()) {
            cluster.setConnection(state);
            ConnectionNote note = ConnectionNote.of(List.of(cluster), actions).getFirst();
            assertEquals("prod: another cluster answers here", note.title());
            assertEquals(Name.WARNING, note.state().tone());
            assertEquals("since " + Formats.time(FakeFleet.NOW), note.since(FakeFleet.NOW.plusSeconds(60)));
            assertEquals(
                    "It was opened again and locked again: another cluster answers at https://s, with uid b; before, it"
                            + " was one with uid a. What you saw before belonged to the other cluster.",
                    note.what());
            assertFalse(note.retries(), "there is nothing to try");
        }
        cluster.setConnection(ConnectionState.LIVE);
        actions.dismiss(cluster, connections.turnover(new ClusterId("prod")).orElseThrow());
        assertEquals(List.of(), ConnectionNote.of(List.of(cluster), actions));
    }

    @Test
    void thatAnotherPersonIsMeantIsSaidAndASimulatedClusterIsNotCalledLocked() {
        turnOver(IdentityChange.Of.PERSON, "the server knows you as bob\u202e now, no longer as alice");
        ConnectionNote note = ConnectionNote.of(List.of(cluster), actions).getFirst();
        assertEquals("prod: the server sees another user", note.title());
        assertTrue(note.what().contains("you as bob"), note::what);
        assertTrue(note.what().endsWith("What you saw before was seen as the other user."), note::what);
        assertFalse(note.what().contains("\u202e"), note::what);
        assertFalse(note.what().contains("locked"), note::what);
    }

    private void turnOver(IdentityChange.Of of, String words) {
        connections.turnovers.put(new ClusterId("prod"), new IdentityChange(of, words, FakeFleet.NOW));
    }

    @Test
    void textOfAServerIsShownSafe() {
        cluster.setConnection(ConnectionState.FAILED);
        cluster.setConnectionMessage("evil\u202emessage");
        assertFalse(ConnectionNote.of(cluster, Optional.empty())
                .orElseThrow()
                .what()
                .contains("\u202e"));
    }

    @Test
    void openingAScenarioStartsAndOpensIt() {
        actions.openSimulated("edge", problem -> {});
        Await.until("it is open", () -> connections.asked.contains("open edge"));
        Await.until("it is no longer being opened", () -> opening.words().isEmpty());
    }

    @Test
    void aBrokenKubeconfigIsAnAnswerNotACrash() {
        AtomicReference<ContextChoices> found = new AtomicReference<>(new ContextChoices(List.of(), "", List.of()));
        actions.contexts(List.of(Path.of("broken")), found::set, problem -> {});
        Await.until("it was said", () -> found.get().problems().toString().contains("line 3"));
    }

    @Test
    void theContextsOfAKubeconfigCanBeOpened() {
        AtomicReference<ContextChoices> found = new AtomicReference<>(new ContextChoices(List.of(), "", List.of()));
        actions.contexts(List.of(Path.of("config")), found::set, problem -> {});
        Await.until("they were read", () -> !found.get().lines().isEmpty());
        actions.open(found.get().lines().getFirst().entry().target(), problem -> {});
        Await.until("it is open", () -> connections.asked.contains("open prod"));
    }

    @Test
    void closingAndReconnectingReachTheConnection() {
        connections.open("prod", Optional.empty());
        actions.reconnect(cluster);
        actions.close(cluster);
        Await.until(
                "it is closed", () -> List.of("reconnect prod", "close prod").equals(connections.asked));
    }
}
