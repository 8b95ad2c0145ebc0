// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SyncState;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.testkit.Truth;
import podium.model.fleet.ConnectionState;

/** One state and one sentence out of the states of all feeds. */
class ConnectionStateMonitorTest {
    private static final String SERVER = "https://cluster:6443";
    private static final Kind NODES = Truth.kind("nodes");
    private static final Kind PODS = Truth.kind("pods");
    private static final Kind JOBS = Truth.kind("jobs.batch");
    private static final Kind SLICES = Truth.kind("resourceslices.resource.k8s.io");

    private final List<Change.ConnectionChanged> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final ServerActivity pulse = new ServerActivity(() -> now);
    private final Map<String, Change.KindRead> read = new HashMap<>();
    private final ConnectionStateMonitor board =
            new ConnectionStateMonitor(SERVER, MirrorTiming.usual(), () -> now, pulse, this::take);

    private void take(Change change) {
        if (change instanceof Change.KindRead kind) {
            read.put(kind.resource(), kind);
        } else {
            told.add((Change.ConnectionChanged) change);
        }
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
    void aClusterIsConnectingUntilTheFirstListOfEachKindIsWhole() {
        state(ConnectionState.CONNECTING, "");
        board.live(NODES);
        board.live(PODS);
        board.live(JOBS);
        state(ConnectionState.CONNECTING, "");
        board.live(SLICES);
        state(ConnectionState.LIVE, "");
        assertEquals(SERVER, last().server());
    }

    @Test
    void aKindThatIsRefusedMissingOrBrokenForLongHoldsUpNoOther() {
        board.live(NODES);
        board.live(PODS);
        board.missing(SLICES);
        board.failed(JOBS, status(500, "conversion webhook failed"), now);
        state(ConnectionState.CONNECTING, "");
        pass(MirrorTiming.usual().silence().plusSeconds(1));
        state(ConnectionState.LIVE, "jobs.batch");
    }

    @Test
    void aRememberedClusterIsStaleUntilEachKindIsReadAgain() {
        List.of(NODES, PODS, JOBS).forEach(kind -> board.remembered(kind, now.minusSeconds(60)));
        board.missing(SLICES);
        board.live(NODES);
        board.live(PODS);
        state(ConnectionState.STALE, "as Podium saw it last");
        board.live(JOBS);
        state(ConnectionState.LIVE, "");
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
        board.failed(NODES, new IOException("connection reset"), now);
        state(ConnectionState.LIVE, "");
        pass(Duration.ofSeconds(1));
        board.live(NODES);
        pass(Duration.ofMinutes(1));
        state(ConnectionState.LIVE, "");
    }

    @Test
    void aBreakThatLastsIsStaleSinceTheStreamWasLastHeard() {
        live();
        Instant heard = now;
        pass(Duration.ofSeconds(1));
        board.failed(NODES, new IOException("connection reset"), heard);
        pass(Duration.ofSeconds(5));
        state(ConnectionState.STALE, "broke: it was reset on the way");
        assertEquals(heard, last().since());
        board.failed(NODES, new IOException("connection reset"), now);
        pass(Duration.ofSeconds(60));
        assertEquals(heard, last().since(), "another attempt does not make the data younger");
    }

    @Test
    void aClusterThatWasNeverLiveFailsAtOnce() {
        board.failed(NODES, new ConnectException("refused"), now);
        state(ConnectionState.FAILED, "the connection was refused");
        assertFalse(last().advice().isEmpty());
    }

    @Test
    void badCredentialsCountForTheWholeClusterAndComeFirst() {
        live();
        board.probed(new IOException("away"));
        board.failed(PODS, status(401, "Unauthorized"), now);
        state(ConnectionState.REFUSED, "no longer accepts the credentials");
        assertTrue(last().advice().contains("Log In Again"), last()::advice);
    }

    @Test
    void aClusterNothingOfWhichMayBeReadIsRefused() {
        board.failed(NODES, status(403, "nodes is forbidden"), now);
        assertEquals(ConnectionState.CONNECTING, last().state());
        board.failed(PODS, status(403, "pods is forbidden"), now);
        state(ConnectionState.REFUSED, "No right to list nodes: nodes is forbidden.");
        assertTrue(last().advice().contains("get, list and watch on nodes"), last()::advice);
    }

    @Test
    void oneNeededKindThatMayNotBeReadIsNamedBesideTheRest() {
        board.failed(NODES, status(403, "forbidden"), now);
        board.live(PODS);
        board.live(JOBS);
        board.live(SLICES);
        state(ConnectionState.LIVE, "No right to read: nodes.");
    }

    /** What is shown of it would else be called live for ever. */
    @Test
    void aNeededKindThatMayNoLongerBeReadIsStaleSinceItWasLastHeard() {
        live();
        Instant heard = now;
        pass(Duration.ofSeconds(4));
        board.failed(PODS, status(403, "forbidden"), heard);
        state(ConnectionState.STALE, "No right any more to list pods: forbidden. What is shown of them is old.");
        assertEquals(heard, last().since());
        assertEquals(SyncState.REFUSED, read.get(PODS.toString()).reading());
        pass(Duration.ofSeconds(20));
        board.failed(PODS, status(403, "forbidden"), now);
        assertEquals(heard, last().since(), "asking in vain does not make it younger");
        board.live(PODS);
        state(ConnectionState.LIVE, "");
    }

    @Test
    void aNeededKindThatIsRememberedAndMayNotBeReadIsStale() {
        Instant before = now.minusSeconds(3600);
        board.remembered(PODS, before);
        board.failed(PODS, status(403, "forbidden"), now);
        board.live(NODES);
        board.live(JOBS);
        board.live(SLICES);
        state(ConnectionState.STALE, "No right any more to list pods");
        assertEquals(before, last().since());
    }

    @Test
    void otherKindsThatMayNotBeReadAreListedInOneSentence() {
        live();
        board.failed(JOBS, status(403, "forbidden"), now);
        board.failed(SLICES, status(403, "forbidden"), now);
        state(ConnectionState.LIVE, "No right to read: jobs.batch, resourceslices.resource.k8s.io.");
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
    void anInterruptedKindIsNamedWithTheAgeOfItsDataOnceItsGraceIsOver() {
        live();
        Instant heard = now.minusSeconds(4);
        board.failed(JOBS, new IOException("reset"), heard);
        assertEquals("", last().message());
        pass(Duration.ofSeconds(3));
        String time = heard.atZone(ZoneId.systemDefault()).toLocalTime().toString();
        state(ConnectionState.LIVE, "Interrupted since " + time + ": jobs.batch.");
        board.live(JOBS);
        assertEquals("", last().message());
    }

    @Test
    void aLiveStreamThatFallsSilentIsStaleAtOnceWithTheAgeOfItsData() {
        live();
        Instant heard = now;
        now = now.plusMillis(9100);
        board.silent(PODS, heard);
        state(ConnectionState.STALE, "The watch of pods has been silent for 9 s.");
        assertEquals(heard, last().since());
        board.failed(PODS, new IOException("no answer within 4 s"), now);
        state(ConnectionState.STALE, "no answer");
        assertEquals(heard, last().since(), "a failed attempt does not make the data younger");
        board.live(PODS);
        state(ConnectionState.LIVE, "");
    }

    @Test
    void aSilentStreamThatSpeaksIsLiveAgain() {
        live();
        board.silent(PODS, now.minusSeconds(9));
        board.heard(PODS);
        state(ConnectionState.LIVE, "");
        assertEquals("", last().message());
    }

    @Test
    void onlyAStreamThatWasLiveCanFallSilent() {
        board.silent(PODS, now.minusSeconds(9));
        assertEquals(ConnectionState.CONNECTING, last().state(), "its first list may take its time");
        live();
        board.missing(SLICES);
        board.failed(JOBS, status(403, "forbidden"), now);
        String before = last().message();
        board.silent(SLICES, now.minusSeconds(60));
        board.silent(JOBS, now.minusSeconds(60));
        assertEquals(before, last().message());
        board.failed(NODES, status(503, "away"), now);
        board.heard(NODES);
        pass(Duration.ofSeconds(3));
        state(ConnectionState.STALE, "answered 503");
    }

    @Test
    void anOldSilenceEndsTheGraceOfABreak() {
        live();
        Instant heard = now;
        now = now.plus(Duration.ofMillis(8900));
        board.failed(PODS, new IOException("reset"), heard);
        state(ConnectionState.LIVE, "");
        pass(Duration.ofMillis(200));
        state(ConnectionState.STALE, "reset");
    }

    @Test
    void aFaultNobodyThoughtOfIsFailedInWordsWithoutWhatWasBeingRead() {
        board.fault(new IllegalStateException("token abc"));
        state(
                ConnectionState.FAILED,
                "An error inside Podium: IllegalStateException in ConnectionStateMonitorTest.java, line ");
        assertFalse(last().toString().contains("abc"));
        assertTrue(last().advice().contains("Reconnect"), last()::advice);
    }

    @Test
    void aFaultOfAFeedNamesItsKind() {
        board.fault(PODS, new StackOverflowError(), now);
        state(ConnectionState.FAILED, "The watch of pods failed. An error inside Podium: StackOverflowError");
    }

    @Test
    void aKindReadInOneNamespaceOnlySaysSo() {
        live();
        board.narrowed(PODS, "team-a");
        board.tick();
        state(ConnectionState.LIVE, "Of pods, only those of namespace team-a are read.");
    }

    @Test
    void eachKindSaysHowFarItIsKnown() {
        reading(JOBS, SyncState.NOT_YET, "");
        board.live(JOBS);
        reading(JOBS, SyncState.LISTED, "");
        board.failed(JOBS, status(403, "no"), now);
        reading(JOBS, SyncState.REFUSED, "");
        board.live(JOBS);
        reading(JOBS, SyncState.LISTED, "");
        board.missing(JOBS);
        reading(JOBS, SyncState.ABSENT, "");
        board.narrowed(PODS, "team-a");
        board.live(PODS);
        reading(PODS, SyncState.NARROWED, "team-a");
    }

    @Test
    void aRefusedKindWhoseListIsTakenIsBeingReadAndNotRefused() {
        List.of(NODES, PODS, JOBS).forEach(board::live);
        for (Kind kind : List.of(SLICES, SLICES, PODS)) {
            board.failed(kind, status(403, "no"), now);
            reading(kind, SyncState.REFUSED, "");
            board.granted(kind);
            reading(kind, SyncState.NOT_YET, "");
            state(kind.required() ? ConnectionState.STALE : ConnectionState.LIVE, "");
            board.live(kind);
            board.granted(kind);
            reading(kind, SyncState.LISTED, "");
            state(ConnectionState.LIVE, "");
        }
    }

    @Test
    void aKindIsInterruptedOnlyOnceTheBreakHasLasted() {
        live();
        board.failed(JOBS, new IOException("reset"), now);
        reading(JOBS, SyncState.LISTED, "");
        pass(Duration.ofSeconds(20));
        reading(JOBS, SyncState.INTERRUPTED, "");
        board.failed(JOBS, new IOException("reset"), now);
        reading(JOBS, SyncState.INTERRUPTED, "");
        board.live(JOBS);
        reading(JOBS, SyncState.LISTED, "");
    }

    @Test
    void aKindThatWasNeverReadStaysUnreadWhileItsListBreaks() {
        board.failed(JOBS, new IOException("reset"), now);
        pass(Duration.ofSeconds(20));
        reading(JOBS, SyncState.NOT_YET, "");
    }

    private void reading(Kind kind, SyncState reading, String namespace) {
        assertEquals(new Change.KindRead(kind.toString(), reading, namespace), read.get(kind.toString()));
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
        board.failed(NODES, status(500, "etcdserver: leader changed"), now);
        state(ConnectionState.FAILED, "The watch of nodes answered 500: etcdserver: leader changed.");
        assertEquals("Podium tries again by itself.", last().advice());
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeTheBreakBeginInTheFuture() {
        board.failed(NODES, new IOException("reset"), now.plusSeconds(3600));
        assertEquals(now, last().since());
    }

    @Test
    void whatIsClosedIsClosedWhateverComesLater() {
        live();
        board.close();
        board.failed(PODS, status(401, "late"), now);
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
