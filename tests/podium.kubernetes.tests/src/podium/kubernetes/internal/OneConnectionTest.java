// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.Change;
import podium.core.cluster.ClusterConnection;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.testkit.DirectMirror;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.Relay;
import podium.kubernetes.testkit.TestServer;
import podium.kubernetes.testkit.Truth;
import podium.model.fleet.ConnectionState;
import podium.simulator.internal.api.http.HttpFault;
import podium.simulator.store.ResourceTypes;
import podium.testkit.Await;

/**
 * All streams of a console share one connection to a server that speaks HTTP/2. It costs the server less than a request a second
 * at rest, and is not the less watched over: what is dead is on screen within ten seconds (R1). With the console's own patience.
 */
class OneConnectionTest {
    /** R1's ten seconds, and what a machine that builds beside it may be late. */
    private static final Duration PROMISE = Duration.ofSeconds(10 + 3);

    @TempDir
    private Path folder;

    private TestServer server;
    private Relay relay;
    private final Picture picture = new Picture();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicBoolean stalling = new AtomicBoolean();
    private volatile String stalled = "/pods";

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(options -> options.withBookmarkInterval(Duration.ofMinutes(1)));
        server.withoutWatchList();
        server.faults(request -> {
            begun.incrementAndGet();
            return stalling.get()
                            && request.path().endsWith(stalled)
                            && request.query().has("watch")
                    ? HttpFault.stalledBody(0, Duration.ofMinutes(5))
                    : HttpFault.NONE;
        });
        relay = new Relay(server.port());
        server.node("n1");
        for (int i = 0; i < 12; i++) {
            server.pod("a", "p" + i);
        }
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        server.close();
    }

    private DirectMirror open() {
        Path file = TestServer.write(
                folder, "https://127.0.0.1:" + relay.port(), server.api().caPem(), "token: " + TestServer.TOKEN, "");
        DirectMirror mirror = new DirectMirror(file, true, MirrorTiming.usual(), Optional.empty(), picture);
        Await.until(() -> "" + picture.connections(), () -> picture.is(ConnectionState.LIVE));
        awaitEqual();
        return mirror;
    }

    private void awaitEqual() {
        Await.until(() -> Truth.difference(picture, server.store()), () -> Truth.difference(picture, server.store())
                .isEmpty());
        assertEquals(List.of(), picture.wrong());
    }

    private Change.ConnectionChanged told(Duration within, Predicate<Change.ConnectionChanged> which) {
        Await.until(within, () -> "" + picture.connections(), () -> picture.connections().stream()
                .anyMatch(which));
        return picture.connections().stream().filter(which).findFirst().orElseThrow();
    }

    private long lists() {
        return server.requests().stream()
                .filter(line -> line.contains("limit=") && !line.contains("kube-system"))
                .count();
    }

    @Test
    void aConsoleAtRestHasOneConnectionAndAsksLessThanOnceASecond() {
        try (DirectMirror _ = open()) {
            Await.pause(Duration.ofSeconds(8), () -> false); // the first watches are as short as all were
            int told = picture.connections().size();
            int before = begun.get();
            Instant start = Instant.now();
            Await.pause(Duration.ofSeconds(20), () -> false);
            double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
            double rate = (begun.get() - before) / seconds;
            System.out.printf("P15: %.2f requests a second at rest%n", rate);
            assertTrue(rate <= 1, () -> rate + " requests a second: " + server.requests());
            assertEquals(1, relay.connections());
            assertEquals(told, picture.connections().size(), () -> "no flicker: " + picture.connections());
        }
    }

    /** As the window opens it: who is there is asked in between. */
    @Test
    void anOpenClusterAtRestHasOneConnectionTooAndAsksLessThanOnceASecond() throws IOException {
        Path file = TestServer.write(
                folder, "https://127.0.0.1:" + relay.port(), server.api().caPem(), "token: " + TestServer.TOKEN, "");
        try (ClusterConnection _ = new KubernetesConnector(List.of(), MirrorTiming.usual())
                .open(Opened.target(file), picture, (_, _) -> {})) {
            Await.until(() -> "" + picture.connections(), () -> picture.is(ConnectionState.LIVE));
            Await.pause(Duration.ofSeconds(8), () -> false);
            int before = begun.get();
            Instant start = Instant.now();
            Await.pause(Duration.ofSeconds(20), () -> false);
            double rate = (begun.get() - before)
                    / (Duration.between(start, Instant.now()).toMillis() / 1000.0);
            System.out.printf("P15: %.2f requests a second at rest, through the connector%n", rate);
            assertTrue(rate <= 1, () -> rate + " requests a second: " + server.requests());
            assertEquals(1, relay.connections());
        }
    }

    @Test
    void aConnectionThatAFirewallForgotIsMarkedAndReplacedWithoutAList() {
        try (DirectMirror _ = open()) {
            long lists = lists();
            relay.freezeAll();
            Instant frozen = Instant.now();
            server.delete(ResourceTypes.POD, "a", "p3");
            server.pod("a", "new");
            Change.ConnectionChanged stale = told(PROMISE, it -> it.state() == ConnectionState.STALE);
            assertTrue(stale.since().isBefore(frozen.plusSeconds(1)), stale::toString);
            Await.until(PROMISE, () -> Truth.difference(picture, server.store()), () -> Truth.difference(
                            picture, server.store())
                    .isEmpty());
            picture.awaitState(ConnectionState.LIVE);
            assertEquals(lists, lists(), "resumed, not listed");
        }
    }

    @Test
    void aStreamThatDiesOnALivingConnectionIsMarkedAndResumed() {
        try (DirectMirror _ = open()) {
            long lists = lists();
            stalling.set(true);
            // until the watch of pods that is open now has ended in time, nothing is dead
            Await.until(() -> "" + server.requests(), () -> server.requests().stream()
                    .anyMatch(line -> line.startsWith("200") && line.contains("/pods ") && line.contains("watch=")));
            Change.ConnectionChanged stale = told(PROMISE, it -> it.state() == ConnectionState.STALE);
            assertTrue(stale.message().contains("watch of pods"), stale::message);
            stalling.set(false);
            server.touch(ResourceTypes.POD, "a", "p1", "heard");
            awaitEqual();
            assertEquals(lists, lists(), "resumed, not listed");
        }
    }

    @Test
    void aNetworkThatIsGoneIsMarkedAndFoundAgainWithinFiveSeconds() {
        try (DirectMirror _ = open()) {
            relay.freezeNew(true);
            relay.freezeAll();
            told(PROMISE, it -> it.state() == ConnectionState.STALE);
            server.touch(ResourceTypes.POD, "a", "p2", "unseen");
            relay.freezeNew(false);
            Await.until(Duration.ofSeconds(6), () -> Truth.difference(picture, server.store()), () -> Truth.difference(
                            picture, server.store())
                    .isEmpty());
        }
    }
}
