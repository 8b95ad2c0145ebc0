// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.Change;
import podium.core.change.SyncState;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.testkit.DirectMirror;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.TestServer;
import podium.kubernetes.testkit.Truth;
import podium.model.fleet.ConnectionState;
import podium.simulator.internal.api.http.FrameFilter;
import podium.simulator.internal.api.http.HttpFault;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.store.ResourceTypes;
import podium.testkit.Await;

/**
 * One stream of a kind that is watched for minutes dies without a word, on a connection that lives: what it misses is on screen
 * within ten seconds, marked as soon as it is known to be missing (R1), and nothing is listed again. With the console's own patience.
 */
class LesserStreamTest {
    private static final String RESOURCE = "poddisruptionbudgets";
    private static final String KIND = RESOURCE + ".policy";
    private static final Duration PROMISE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private TestServer server;
    private final Picture picture = new Picture();
    private final Map<Boolean, AtomicInteger> begun = Map.of(false, new AtomicInteger(), true, new AtomicInteger());
    private final Map<Boolean, CountDownLatch> silence = new ConcurrentHashMap<>();

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(options -> options.withBookmarkInterval(Duration.ofMinutes(1)));
        server.withoutWatchList();
        server.faults(request -> isLongWatch(request) ? HttpFault.frames(filter(isEcho(request))) : HttpFault.NONE);
        server.node("n1");
        server.pod("a", "p1");
        server.create(ResourceTypes.POD_DISRUPTION_BUDGET, """
            {"apiVersion":"policy/v1","kind":"PodDisruptionBudget","metadata":{"namespace":"a","name":"b"},
             "spec":{"minAvailable":1,"selector":{"matchLabels":{"app":"x"}}}}\
            """);
    }

    @AfterEach
    void stop() {
        silence.values().forEach(CountDownLatch::countDown);
        server.close();
    }

    private static boolean isLongWatch(HttpRequest request) {
        return request.path().endsWith(RESOURCE)
                && request.query().has("watch")
                && Integer.parseInt(request.query().text("timeoutSeconds")) > 20;
    }

    private static boolean isEcho(HttpRequest request) {
        return request.header("accept").contains("PartialObjectMetadata");
    }

    /** The first long watch of its sort stops amid its answer once it is silenced; those after it live. */
    private FrameFilter filter(boolean echo) {
        boolean first = begun.get(echo).getAndIncrement() == 0;
        return frame -> {
            CountDownLatch latch = silence.get(echo);
            if (first && latch != null) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return List.of();
            }
            return List.of(frame);
        };
    }

    private DirectMirror open() {
        DirectMirror mirror =
                new DirectMirror(server.kubeconfig(folder), true, MirrorTiming.usual(), Optional.empty(), picture);
        Await.until(() -> "" + picture.connections(), () -> picture.is(ConnectionState.LIVE));
        // the first watch of each is as short as all were
        Await.until(
                () -> begun + " " + server.requests(),
                () -> begun.get(false).get() == 1 && begun.get(true).get() == 1);
        return mirror;
    }

    private long lists() {
        return server.requests().stream()
                .filter(line -> line.contains("limit=") && !line.contains("kube-system"))
                .count();
    }

    private SyncState reading() {
        return Optional.ofNullable(picture.read().get(KIND))
                .map(Change.KindRead::reading)
                .orElse(SyncState.NOT_YET);
    }

    private void touch() {
        server.store().modify(ResourceTypes.POD_DISRUPTION_BUDGET, "a", "b", budget -> budget.withObject("/status")
                .put("currentHealthy", 7));
    }

    private void awaitEqual(Instant since) {
        Await.until(PROMISE, () -> Truth.difference(picture, server.store()), () -> Truth.difference(
                        picture, server.store())
                .isEmpty());
        assertTrue(Duration.between(since, Instant.now()).compareTo(PROMISE) < 0);
        assertEquals(List.of(), picture.wrong());
    }

    @Test
    void whatTheWatchOfAKindMissesIsMarkedAndThereWithinTenSeconds() {
        try (DirectMirror _ = open()) {
            long lists = lists();
            silence.put(false, new CountDownLatch(1));
            Instant missed = Instant.now();
            touch();
            Await.until(PROMISE, () -> KIND + " is " + reading(), () -> picture.reads().stream()
                    .anyMatch(read -> read.resource().equals(KIND) && read.reading() == SyncState.INTERRUPTED));
            awaitEqual(missed);
            Await.until(() -> KIND + " is " + reading(), () -> reading() == SyncState.LISTED);
            assertEquals(ConnectionState.LIVE, picture.connection().state());
            assertEquals(lists, lists(), "resumed, not listed");
        }
    }

    @Test
    void whereTheSecondWatchDiesNothingIsMissedAndItIsResumed() {
        try (DirectMirror _ = open()) {
            int told = picture.connections().size();
            silence.put(true, new CountDownLatch(1));
            Instant missed = Instant.now();
            touch();
            awaitEqual(missed);
            Await.until(
                    PROMISE,
                    () -> begun + " " + server.requests(),
                    () -> begun.get(true).get() > 1);
            assertEquals(told, picture.connections().size(), () -> "no flicker: " + picture.connections());
        }
    }
}
