// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.fleet.DomainLevel;
import podium.core.testkit.FleetBench;
import podium.core.testkit.PodBuilder;
import podium.core.testkit.Seen;
import podium.core.testkit.SingleThreadRealm;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Node;
import podium.model.fleet.Protection;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

class FleetServiceTest {
    private final FleetBench bench = new FleetBench();

    @Test
    void oneSliceTellsItsListenersOnceWhateverItHolds() {
        bench.deltas.clear();
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.pod("a", TaskPhase.PENDING, "", Seen.asks(1)),
                Seen.pod("a", TaskPhase.RUNNING, "n1", Seen.asks(1)));
        assertEquals(1, bench.deltas.size());
        assertEquals(1, bench.deltas.getFirst().tasks().size());
        assertTrue(bench.deltas.getFirst().nodes().contains(bench.node("n1")));
        assertTrue(bench.deltas.getFirst().structure());
    }

    @Test
    void aPodThatOnlySaysSomethingElseIsToldWithItsNodeAndKeepsItsDevicesAndItsJob() {
        Change.PodSeen pod = Seen.pod("a", TaskPhase.RUNNING, "n1", Seen.asks(8));
        bench.show(Seen.gpuNode("n1", 8), pod);
        Task task = bench.task("a");
        bench.deltas.clear();
        bench.show(PodBuilder.like(pod).saying("Unhealthy", "the probe fails").build());
        assertEquals(Set.of(task), bench.deltas.getFirst().tasks());
        assertEquals(Set.of(bench.node("n1")), bench.deltas.getFirst().nodes());
        assertEquals(8, task.getAccelerators().size());
        assertSame(bench.job("a"), task.getJob());
    }

    @Test
    void aJobSaysWhatItsPodSaysNowAlsoWhereNothingElseOfThePodChanged() {
        Change.PodSeen pod = Seen.pod("a", TaskPhase.PENDING, "", Seen.asks(1));
        bench.show(pod);
        bench.show(PodBuilder.like(pod).saying("Unschedulable", "no room").build());
        assertEquals("no room", bench.job("a").getReason());
    }

    @Test
    void aPodThatEndsGivesItsDevicesBackThoughItKeepsItsNode() {
        bench.show(Seen.gpuNode("n1", 8), Seen.pod("a", TaskPhase.RUNNING, "n1", Seen.asks(8)));
        bench.show(Seen.pod("a", TaskPhase.SUCCEEDED, "n1", Seen.asks(8)));
        assertSame(bench.node("n1"), bench.task("a").getNode());
        assertEquals(0, bench.task("a").getAccelerators().size());
    }

    @Test
    void addingAClusterTwiceGivesTheSameOne() {
        assertSame(bench.cluster, bench.service.add(FleetBench.ID, "other", false));
        assertEquals(ConnectionState.CONNECTING, bench.cluster.getConnection());
    }

    @Test
    void changesOfARemovedClusterAreIgnored() {
        bench.service.remove(FleetBench.ID);
        bench.show(Seen.gpuNode("n1", 8));
        assertTrue(bench.service.fleet().getClusters().isEmpty());
        assertTrue(bench.cluster.getNodes().isEmpty());
    }

    @Test
    void aBrokenChangeCostsOnlyItself() {
        bench.cluster.eAdapters().add(new AdapterImpl() {
            @Override
            public void notifyChanged(@Nullable Notification notification) {
                if (notification != null
                        && notification.getNewValue() instanceof Node node
                        && "broken".equals(node.getName())) {
                    throw new IllegalStateException("on purpose");
                }
            }
        });
        bench.show(Seen.gpuNode("broken", 8), Seen.gpuNode("n1", 8));
        assertEquals("n1", bench.node("n1").getName());
    }

    @Test
    void aListenerThatFailsDoesNotKeepTheOthersFromHearing() {
        List<Object> heard = new ArrayList<>();
        bench.service.listen(delta -> {
            throw new IllegalStateException("on purpose");
        });
        bench.service.listen(heard::add);
        bench.show(Seen.gpuNode("n1", 8));
        assertEquals(1, heard.size());
    }

    @Test
    void aClosedListenerHearsNothingMore() throws Exception {
        List<Object> heard = new ArrayList<>();
        bench.service.listen(heard::add).close();
        bench.show(Seen.gpuNode("n1", 8));
        assertTrue(heard.isEmpty());
    }

    @Test
    void theConnectionIsShownAsTold() {
        Instant since = Instant.parse("2026-01-01T00:00:00Z");
        bench.show(
                new Change.ConnectionChanged(ConnectionState.FAILED, "refused", "check", "https://s", "v1.33", since));
        assertEquals("refused", bench.cluster.getConnectionMessage());
        assertEquals(since, bench.cluster.getConnectionSince());
        bench.show(new Change.Protected(Protection.UNVERIFIED));
        bench.show(new Change.ConnectionChanged(ConnectionState.LIVE, "", "", "", "", since));
        assertEquals(null, bench.cluster.getConnectionMessage());
        assertEquals("https://s", bench.cluster.getServer());
        assertEquals(Protection.UNVERIFIED, bench.cluster.getProtection(), "it stays so when the connection changes");
        bench.show(new Change.Marked(true, "RED"));
        assertEquals(true, bench.cluster.isProduction());
        assertEquals("RED", bench.cluster.getColor());
        bench.show(new Change.Marked(false, null));
        assertEquals(null, bench.cluster.getColor());
        bench.show(new Change.Heard(since.plusSeconds(5), 12));
        assertEquals(since.plusSeconds(5), bench.cluster.getLastContact());
    }

    @Test
    void aClusterThatGetsAnotherNameIsShownAnewUnderIt() {
        bench.show(Seen.gpuNode("n1", 8));
        bench.show(new Change.Renamed("alpha (simulated)"));
        assertEquals("alpha (simulated)", bench.cluster.getName());
        assertTrue(bench.deltas.getLast().structure(), "the canvas has its name");
        assertEquals(1, bench.cluster.getNodes().size());
    }

    @Test
    void aNodeRecreatedUnderItsNameIsNotTakenOutByTheOldOnesEnd() {
        bench.show(Seen.gpuNode("n1", 8));
        bench.show(new Change.Gone("Node", "", "n1", "uid-of-the-old-one"));
        assertEquals(1, bench.cluster.getNodes().size());
    }

    @Test
    void podsThatCameBeforeTheirNodeAndWentAreNotAwaited() {
        bench.show(
                Seen.pod("kept", TaskPhase.RUNNING, "late", Seen.asks(1)),
                Seen.pod("ended", TaskPhase.RUNNING, "late", Seen.asks(1)),
                Seen.pod("other", TaskPhase.RUNNING, "later", Seen.asks(1)));
        bench.show(Seen.pod("kept", TaskPhase.SUCCEEDED, "late", Seen.asks(1)));
        bench.show(Seen.gone("Pod", "ended"));
        bench.show(Seen.gpuNode("late", 8));
        assertEquals(
                List.of("kept"),
                bench.node("late").getTasks().stream()
                        .map(task -> task.getName())
                        .toList());
    }

    @Test
    void tasksOfADeletedNodeStayAndReturnToItWhenItComesBack() {
        bench.show(Seen.gpuNode("n1", 8), Seen.pod("a", TaskPhase.RUNNING, "n1", Seen.asks(8)));
        bench.show(Seen.gone("Node", "n1"));
        assertEquals(null, bench.task("a").getNode());
        bench.show(Seen.gpuNode("n1", 8));
        Node node = bench.node("n1");
        assertSame(node, bench.task("a").getNode());
        assertEquals(8, bench.task("a").getAccelerators().size());
    }

    @Test
    void manyThreadsLoseNothingAndAFullQueueHoldsThemUp() throws Exception {
        int threads = 8;
        int each = 2_000;
        try (SingleThreadRealm realm = new SingleThreadRealm("test realm");
                FleetServiceImpl service = new FleetServiceImpl(realm, DomainLevel.presets(), 64)) {
            ClusterId id = new ClusterId("c");
            Cluster cluster = CompletableFuture.supplyAsync(() -> service.add(id, "", false), realm.asExecutor())
                    .get();
            try (var sources = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int t = 0; t < threads; t++) {
                    int thread = t;
                    sources.execute(() -> {
                        for (int i = 0; i < each; i++) {
                            service.sink()
                                    .accept(
                                            id,
                                            List.of(Seen.pod(thread + "-" + i, TaskPhase.RUNNING, "n", Seen.asks(1))));
                        }
                    });
                }
            }
            int jobs = awaitJobs(realm, cluster, threads * each);
            assertEquals(threads * each, jobs);
        }
    }

    @Test
    void aSourceThatWaitsIsLetGoWhenTheServiceCloses() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        SingleThreadRealm realm = new SingleThreadRealm("blocked realm");
        try (FleetServiceImpl service = new FleetServiceImpl(realm, DomainLevel.presets(), 1);
                var sources = Executors.newVirtualThreadPerTaskExecutor()) {
            realm.execute(() -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            var source = sources.submit(() -> {
                ClusterId id = new ClusterId("c");
                ChangeSink sink = service.begin(id, "", false);
                for (int i = 0; i < 10; i++) {
                    sink.accept(id, List.of(Seen.gpuNode("n", 1)));
                }
            });
            assertFalse(source.isDone());
            service.close();
            source.get(60, TimeUnit.SECONDS);
        } finally {
            never.countDown();
            realm.close();
        }
    }

    /** The realm works in order: what was put in before is applied when a task put in afterwards has nothing to wait for. */
    private static int awaitJobs(SingleThreadRealm realm, Cluster cluster, int wanted) throws Exception {
        int jobs = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (jobs < wanted && System.nanoTime() < end) {
            jobs = CompletableFuture.supplyAsync(() -> cluster.getJobs().size(), realm.asExecutor())
                    .get();
        }
        return jobs;
    }
}
