// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.Change;
import podium.core.cluster.ClusterConnection;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.TestServer;
import podium.kubernetes.testkit.Truth;
import podium.model.fleet.ConnectionState;
import podium.simulator.internal.api.http.HttpFault;
import podium.simulator.internal.api.http.HttpFaultPlan;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.store.ResourceTypes;
import podium.testkit.Await;

/** What a mirror does when the network or the server does not do what it should. */
class MirrorTest {
    @TempDir
    private Path folder;

    private TestServer server;
    private final Picture picture = new Picture();

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.node("n1");
        for (int i = 0; i < 12; i++) {
            server.pod("a", "p" + i);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ClusterConnection open() {
        return open(Opened.hasty());
    }

    private ClusterConnection open(MirrorTiming timing) {
        return new KubernetesConnector(List.of(), timing)
                .open(Opened.target(server.kubeconfig(folder)), picture, (_, _) -> {});
    }

    private void awaitEqual() {
        Await.until(() -> Truth.difference(picture, server.store()), () -> Truth.difference(picture, server.store())
                .isEmpty());
        assertEquals(List.of(), picture.wrong());
    }

    private long lists(String resource) {
        return server.requests().stream()
                .filter(line ->
                        line.startsWith("200") && line.contains("/" + resource + " ") && !line.contains("watch"))
                .count();
    }

    @Test
    void aLongListComesInPagesAndIsToldOnce() {
        server.withoutWatchList();
        try (ClusterConnection _ = open()) {
            picture.awaitState(ConnectionState.LIVE);
            awaitEqual();
            assertEquals(12, picture.listed().get("Pod"));
            assertEquals(3, lists("pods"), () -> "three pages of five: " + server.requests());
            assertEquals(1, picture.times("Pod/a/p3"));
        }
    }

    @Test
    void changesArriveAsTheyHappen() {
        try (ClusterConnection _ = open()) {
            picture.awaitState(ConnectionState.LIVE);
            server.pod("b", "new");
            server.touch(ResourceTypes.POD, "a", "p1", "yes");
            server.delete(ResourceTypes.POD, "a", "p2");
            awaitEqual();
            assertTrue(picture.gone().contains("Pod/a/p2"));
        }
    }

    @Test
    void aCutStreamIsResumedWithoutAnotherList() {
        server.withoutWatchList();
        try (ClusterConnection _ = open()) {
            picture.awaitState(ConnectionState.LIVE);
            awaitEqual();
            long lists = lists("pods");
            server.api().disconnect();
            server.touch(ResourceTypes.POD, "a", "p1", "while-away");
            server.delete(ResourceTypes.POD, "a", "p7");
            awaitEqual();
            assertEquals(lists, lists("pods"));
            assertEquals(1, picture.times("Pod/a/p5"));
        }
    }

    @Test
    void whenThePastIsForgottenASecondListIsAppliedAsADifference() {
        server.withoutWatchList();
        try (ClusterConnection _ = open()) {
            picture.awaitState(ConnectionState.LIVE);
            awaitEqual();
            long lists = lists("pods");
            AtomicInteger refused = new AtomicInteger();
            server.faults(request -> request.path().endsWith("/pods") && refused.get() == 0
                    ? HttpFault.instead(HttpResponse.text(503, "away"))
                    : HttpFault.NONE);
            server.api().disconnect();
            server.touch(ResourceTypes.POD, "a", "p1", "while-away");
            server.delete(ResourceTypes.POD, "a", "p7");
            server.pod("a", "p99");
            server.api().compact();
            refused.set(1);
            awaitEqual();
            assertTrue(lists("pods") > lists, () -> "listed again: " + server.requests());
            assertEquals(1, picture.times("Pod/a/p5"), "an unchanged pod is not told again");
            assertEquals(2, picture.times("Pod/a/p1"));
            assertTrue(picture.gone().contains("Pod/a/p7"));
        }
    }

    @Test
    void aPodOfTheSameNameIsAnotherPod() {
        try (ClusterConnection _ = open()) {
            picture.awaitState(ConnectionState.LIVE);
            awaitEqual();
            // the deletion is lost: the watch shows the new pod only
            server.faults(
                    request -> HttpFault.lost(frame -> new String(frame, StandardCharsets.UTF_8).contains("DELETED")));
            server.api().disconnect();
            server.delete(ResourceTypes.POD, "a", "p3");
            server.pod("a", "p3");
            awaitEqual();
        }
    }

    @Test
    void duplicateAndBrokenFramesDoNoHarm() {
        server.faults(request -> HttpFault.frames(frame -> List.of(frame, frame)));
        try (ClusterConnection _ = open()) {
            picture.awaitState(ConnectionState.LIVE);
            server.touch(ResourceTypes.POD, "a", "p1", "once");
            awaitEqual();
            assertEquals(2, picture.times("Pod/a/p1"), "added, then changed once");
        }
    }

    @Test
    void bytesThatComeOneByOneAreReadAllTheSame() {
        server.faults(request -> request.path().endsWith("/pods") ? HttpFault.trickled(1) : HttpFault.NONE);
        try (ClusterConnection _ = open(MirrorTiming.usual())) {
            Await.until(
                    Duration.ofMinutes(1), () -> "" + picture.connections(), () -> picture.is(ConnectionState.LIVE));
            awaitEqual();
            server.touch(ResourceTypes.POD, "a", "p1", "slow");
            awaitEqual();
        }
    }

    @Test
    void aHalfOpenNetworkIsMarkedStaleWithTheAgeOfItsData() {
        try (ClusterConnection _ = open()) {
            picture.awaitState(ConnectionState.LIVE);
            server.faults(request -> HttpFault.cut(0, HttpFault.End.HALF_OPEN));
            server.api().disconnect();
            Instant broken = Instant.now();
            picture.awaitState(ConnectionState.STALE);
            Change.ConnectionChanged stale = picture.connection();
            assertFalse(stale.message().isEmpty());
            assertFalse(stale.advice().isEmpty());
            assertTrue(stale.since().isBefore(broken.plusMillis(800)), () -> stale + " since " + broken);
            server.faults(HttpFaultPlan.NONE);
            picture.awaitState(ConnectionState.LIVE);
            server.touch(ResourceTypes.POD, "a", "p1", "healed");
            awaitEqual();
        }
    }

    @Test
    void oneStreamThatFallsSilentIsFoundAndReplaced() {
        server.withoutWatchList();
        server.faults(
                request -> request.path().endsWith("/pods") && request.query().has("watch")
                        ? HttpFault.stalledBody(50, Duration.ofMinutes(5))
                        : HttpFault.NONE);
        try (ClusterConnection _ = open()) {
            picture.awaitState(ConnectionState.LIVE);
            // it may be live again within milliseconds: the stream is replaced at once
            Await.until(
                    () -> picture.connections() + "\n"
                            + server.requests().stream()
                                    .filter(l -> l.contains("/pods "))
                                    .toList(),
                    () -> picture.connections().stream()
                            .anyMatch(it -> it.state() == ConnectionState.STALE
                                    && it.message().contains("silent")));
            server.faults(HttpFaultPlan.NONE);
            picture.awaitState(ConnectionState.LIVE);
            server.touch(ResourceTypes.POD, "a", "p1", "heard");
            awaitEqual();
        }
    }

    @Test
    void aThrottlingServerIsLeftAloneForAsLongAsItAsks() {
        AtomicInteger answered = new AtomicInteger();
        server.faults(request -> request.path().endsWith("/pods") && answered.getAndIncrement() < 1
                ? HttpFault.instead(HttpResponse.text(429, "slow down").with("Retry-After", "1"))
                : HttpFault.NONE);
        long start = System.nanoTime();
        try (ClusterConnection _ = open()) {
            picture.awaitState(ConnectionState.LIVE);
            assertTrue(System.nanoTime() - start >= Duration.ofMillis(950).toNanos());
            awaitEqual();
        }
    }

    @Test
    void aRefusedOptionalKindIsNamedAndTheRestGoesOn() {
        server.faults(request -> request.path().endsWith("/poddisruptionbudgets")
                ? HttpFault.instead(HttpResponse.json(
                        403,
                        "{\"kind\":\"Status\",\"code\":403,\"message\":\"forbidden\"}"
                                .getBytes(StandardCharsets.UTF_8)))
                : HttpFault.NONE);
        try (ClusterConnection _ = open()) {
            Await.until(
                    () -> "" + picture.connections(),
                    () -> picture.is(ConnectionState.LIVE)
                            && picture.connection().message().contains("poddisruptionbudgets.policy"));
            awaitEqual();
        }
    }

    @Test
    void badCredentialsAreARefusalAndNotAnOutage() {
        Path file = TestServer.write(
                folder, server.api().url().toString(), server.api().caPem(), "token: wrong", "");
        try (ClusterConnection _ =
                new KubernetesConnector(List.of(), Opened.hasty()).open(Opened.target(file), picture, (_, _) -> {})) {
            picture.awaitState(ConnectionState.REFUSED);
            assertTrue(picture.connection().message().contains("credentials"), picture.connection()::message);
            assertFalse(picture.connection().toString().contains("wrong"), "no secret in a message");
        }
    }

    @Test
    void aServerThatComesBackIsFoundWithinFiveSeconds() throws IOException {
        try (ClusterConnection _ = open(MirrorTiming.usual())) {
            picture.awaitState(ConnectionState.LIVE);
            server.faults(request -> HttpFault.cut(0, HttpFault.End.RESET));
            server.api().disconnect();
            picture.awaitState(ConnectionState.STALE);
            server.touch(ResourceTypes.POD, "a", "p1", "while-away");
            server.faults(HttpFaultPlan.NONE);
            Await.until(() -> Truth.difference(picture, server.store()), () -> Truth.difference(picture, server.store())
                    .isEmpty());
        }
    }

    @Test
    void closingEndsAllRequestsAtOnce() {
        ClusterConnection connection = open();
        picture.awaitState(ConnectionState.LIVE);
        long start = System.nanoTime();
        connection.close();
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(2).toNanos());
        assertEquals(ConnectionState.CLOSED, picture.connection().state());
        int told = picture.told();
        server.touch(ResourceTypes.POD, "a", "p1", "late");
        assertEquals(told, picture.told());
    }

    @Test
    void eventsAreReportedAtMostOnceASecond() {
        try (ClusterConnection _ = open()) {
            picture.awaitState(ConnectionState.LIVE);
            Await.until(() -> "" + picture.heard(), () -> picture.heard().size() >= 3);
            List<Change.Heard> heard = picture.heard();
            Duration span =
                    Duration.between(heard.getFirst().at(), heard.getLast().at());
            assertTrue(span.toMillis() >= 1000L * (heard.size() - 1) - 500, () -> "" + heard);
        }
    }

    @Test
    void anExpiredContinueTokenStartsTheListAgain() {
        server.withoutWatchList();
        AtomicInteger pages = new AtomicInteger();
        server.faults(request ->
                request.path().endsWith("/pods") && request.query().has("continue") && pages.getAndIncrement() == 1
                        ? HttpFault.instead(HttpResponse.json(
                                410,
                                "{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\"}"
                                        .getBytes(StandardCharsets.UTF_8)))
                        : HttpFault.NONE);
        try (ClusterConnection _ = open()) {
            picture.awaitState(ConnectionState.LIVE);
            awaitEqual();
            assertEquals(1, picture.times("Pod/a/p3"), "what the first attempt told is not told again");
            assertEquals(12, picture.listed().get("Pod"));
        }
    }

    @Test
    void aServerThatDoesNotSayItsVersionIsMirroredAllTheSame() {
        AtomicInteger hung = new AtomicInteger();
        server.faults(request -> request.path().equals("/version") && hung.getAndIncrement() == 0
                ? HttpFault.cut(0, HttpFault.End.HALF_OPEN)
                : HttpFault.NONE);
        try (ClusterConnection _ = open()) {
            Await.until(
                    Duration.ofSeconds(4), () -> "" + picture.connections(), () -> picture.is(ConnectionState.LIVE));
            awaitEqual();
        }
    }

    @Test
    void aListThatIsNeverAnsweredIsAskedForAgainSoon() {
        AtomicInteger hung = new AtomicInteger();
        server.faults(request -> request.path().endsWith("/pods") && hung.getAndIncrement() == 0
                ? HttpFault.cut(0, HttpFault.End.HALF_OPEN)
                : HttpFault.NONE);
        try (ClusterConnection _ = open()) {
            Await.until(
                    Duration.ofSeconds(6), () -> "" + picture.connections(), () -> picture.is(ConnectionState.LIVE));
            awaitEqual();
        }
    }

    @Test
    void aListCutInTheMiddleIsTakenUpAgain() {
        server.withoutWatchList();
        AtomicInteger cut = new AtomicInteger();
        server.faults(request -> request.path().endsWith("/pods") && cut.getAndIncrement() == 0
                ? HttpFault.cut(1500, HttpFault.End.CLOSE)
                : HttpFault.NONE);
        try (ClusterConnection _ = open()) {
            picture.awaitState(ConnectionState.LIVE);
            awaitEqual();
        }
    }
}
