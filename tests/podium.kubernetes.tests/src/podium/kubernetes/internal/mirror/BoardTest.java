// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.kubernetes.internal.json.Kind;
import podium.kubernetes.internal.json.Kinds;
import podium.model.fleet.ConnectionState;

/** One state and one sentence out of the states of all feeds. */
class BoardTest {
    private static final String SERVER = "https://cluster:6443";
    private static final Kind NODES = kind("nodes");
    private static final Kind PODS = kind("pods");
    private static final Kind JOBS = kind("jobs.batch");
    private static final Kind SLICES = kind("resourceslices.resource.k8s.io");

    private final List<Change.ConnectionChanged> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final Pulse pulse = new Pulse(() -> now);
    private final Board board =
            new Board(SERVER, Timing.usual(), () -> now, pulse, change -> told.add((Change.ConnectionChanged) change));

    private static Kind kind(String name) {
        return Kinds.ALL.stream()
                .filter(candidate -> candidate.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void add() {
        List.of(NODES, PODS, JOBS, SLICES).forEach(board::add);
    }

    private void live() {
        List.of(NODES, PODS, JOBS, SLICES).forEach(board::live);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        board.tick();
    }

    private Change.ConnectionChanged last() {
        return told.getLast();
    }

    private static StatusException status(int code, String message) {
        return new StatusException(code, message, Optional.empty());
    }

    private void state(ConnectionState state, String message) {
        assertEquals(state, last().state(), last()::toString);
        assertTrue(last().message().contains(message), last()::toString);
    }

    @Test
    void aClusterIsConnectingUntilAllItNeedsIsThere() {
        state(ConnectionState.CONNECTING, "");
        board.live(NODES);
        state(ConnectionState.CONNECTING, "");
        board.live(PODS);
        state(ConnectionState.LIVE, "");
        assertEquals(SERVER, last().server());
    }

    @Test
    void nothingIsToldTwice() {
        live();
        int count = told.size();
        live();
        board.tick();
        board.probed(null);
        assertEquals(count, told.size());
    }

    @Test
    void theVersionIsToldAsSoonAsItIsKnown() {
        board.version("v1.36.2");
        assertEquals("v1.36.2", last().version());
    }

    @Test
    void aShortBreakOfALiveClusterIsNotShown() {
        live();
        board.failed(NODES, new IOException("connection reset"));
        state(ConnectionState.LIVE, "");
        pass(Duration.ofSeconds(1));
        board.live(NODES);
        pass(Duration.ofMinutes(1));
        state(ConnectionState.LIVE, "");
    }

    @Test
    void aBreakThatLastsIsStaleSinceTheServerWasLastHeard() {
        live();
        pulse.bytes();
        Instant heard = now;
        pass(Duration.ofSeconds(1));
        board.failed(NODES, new IOException("connection reset"));
        pass(Duration.ofSeconds(5));
        state(ConnectionState.STALE, "broke: connection reset");
        assertEquals(heard, last().since());
        board.failed(NODES, new IOException("connection reset"));
        pass(Duration.ofSeconds(60));
        assertEquals(heard, last().since(), "another attempt does not make the data younger");
    }

    @Test
    void aClusterThatWasNeverLiveFailsAtOnce() {
        board.failed(NODES, new ConnectException("refused"));
        state(ConnectionState.FAILED, "the connection was refused");
        assertFalse(last().advice().isEmpty());
    }

    @Test
    void badCredentialsCountForTheWholeClusterAndComeFirst() {
        live();
        board.probed(new IOException("away"));
        board.failed(PODS, status(401, "Unauthorized"));
        state(ConnectionState.REFUSED, "does not accept the credentials");
        assertTrue(last().advice().contains("Log in again"), last()::advice);
    }

    @Test
    void aClusterNothingOfWhichMayBeReadIsRefused() {
        board.failed(NODES, status(403, "nodes is forbidden"));
        assertEquals(ConnectionState.CONNECTING, last().state());
        board.failed(PODS, status(403, "pods is forbidden"));
        state(ConnectionState.REFUSED, "You may not list nodes: nodes is forbidden.");
        assertTrue(last().advice().contains("get, list and watch on nodes"), last()::advice);
    }

    @Test
    void oneNeededKindThatMayNotBeReadIsNamedBesideTheRest() {
        board.failed(NODES, status(403, "forbidden"));
        board.live(PODS);
        state(ConnectionState.LIVE, "Not readable for you: nodes.");
    }

    @Test
    void otherKindsThatMayNotBeReadAreListedInOneSentence() {
        live();
        board.failed(JOBS, status(403, "forbidden"));
        board.failed(SLICES, status(403, "forbidden"));
        state(ConnectionState.LIVE, "Not readable for you: jobs.batch, resourceslices.resource.k8s.io.");
        assertTrue(last().advice().contains("Ask for a role"), last()::advice);
    }

    @Test
    void aKindTheServerDoesNotServeIsNoConcernOfTheOperator() {
        live();
        board.missing(SLICES);
        state(ConnectionState.LIVE, "");
        assertEquals("", last().message());
    }

    @Test
    void anInterruptedKindIsNamedOnceItsGraceIsOver() {
        live();
        board.broken(JOBS, "has been silent for 75 s", "", now);
        assertEquals("", last().message());
        pass(Duration.ofSeconds(3));
        state(ConnectionState.LIVE, "Interrupted: jobs.batch.");
        board.live(JOBS);
        assertEquals("", last().message());
    }

    @Test
    void aKindReadInOneNamespaceOnlySaysSo() {
        live();
        board.narrowed(PODS, "team-a");
        board.tick();
        state(ConnectionState.LIVE, "Of pods only those in team-a.");
    }

    @Test
    void aServerThatDoesNotAnswerIsStaleWhateverItsStreamsSay() {
        live();
        board.probed(new IOException("status 503"));
        state(ConnectionState.STALE, "status 503");
        board.probed(null);
        state(ConnectionState.LIVE, "");
        board.probed(new IOException("gone"));
        board.live(PODS);
        state(ConnectionState.LIVE, "");
    }

    @Test
    void anErrorOfTheServerKeepsItsNumberAndItsWords() {
        board.failed(NODES, status(500, "etcdserver: leader changed"));
        state(ConnectionState.FAILED, "The watch of nodes answered 500: etcdserver: leader changed.");
        assertEquals("Podium tries again by itself.", last().advice());
    }

    @Test
    void aServerClockAheadOfOursDoesNotMakeTheBreakBeginInTheFuture() {
        board.broken(NODES, "has been silent", "", now.plusSeconds(3600));
        assertEquals(now, last().since());
    }

    @Test
    void whatIsClosedIsClosedWhateverComesLater() {
        live();
        board.close();
        board.failed(PODS, status(401, "late"));
        state(ConnectionState.CLOSED, "");
        assertEquals(ConnectionState.CLOSED, last().state());
    }

    @Test
    void aStatusKnowsWhatItAsksFor() {
        assertTrue(status(410, "").expired());
        assertTrue(status(401, "").refused() && status(403, "").refused());
        assertTrue(status(404, "").missing() && status(405, "").missing());
        assertFalse(status(429, "").refused()
                || status(429, "").missing()
                || status(429, "").expired());
        assertEquals("status 429", status(429, "").getMessage());
    }
}
