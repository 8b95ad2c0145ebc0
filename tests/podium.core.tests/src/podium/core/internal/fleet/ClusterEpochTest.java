// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.fleet.DomainLevel;
import podium.core.fleet.FleetRealm;
import podium.core.testkit.Seen;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;

/** What was seen while a cluster was open one time says nothing of the next time. */
class ClusterEpochTest implements FleetRealm {
    private static final ClusterId ID = new ClusterId("default-1", "default", "default");

    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final FleetServiceImpl service = new FleetServiceImpl(this, DomainLevel.presets(), 100_000);

    @Override
    public void execute(Runnable run) {
        work.add(run);
    }

    @Override
    public boolean isCurrent() {
        return true;
    }

    private void settle() {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }

    private Cluster only() {
        List<Cluster> clusters = service.fleet().getClusters();
        assertEquals(1, clusters.size());
        return clusters.getFirst();
    }

    private List<String> nodes() {
        return only().getNodes().stream().map(Node::getName).toList();
    }

    @Test
    void aBatchThatWasQueuedWhenItsClusterWasClosedIsNotAppliedToTheNextOne() {
        ChangeSink old = service.begin(ID, "default", false);
        old.accept(ID, List.of(Seen.gpuNode("of-the-old", 8)));
        service.end(ID);
        ChangeSink sink = service.begin(ID, "default", false);
        sink.accept(ID, List.of(Seen.gpuNode("n1", 8)));
        settle();
        assertEquals(List.of("n1"), nodes());
    }

    @Test
    void aBatchThatTheClosedConnectionStillSendsIsNotApplied() {
        ChangeSink old = service.begin(ID, "default", false);
        old.accept(ID, List.of(Seen.gpuNode("n1", 8), Seen.pod("a", TaskPhase.RUNNING, "n1", Seen.asks(1))));
        settle();
        service.end(ID);
        old.accept(ID, List.of(Seen.gpuNode("late", 8)));
        ChangeSink sink = service.begin(ID, "default", false);
        old.accept(ID, List.of(Seen.gpuNode("later", 8)));
        sink.accept(ID, List.of(Seen.gpuNode("n2", 8)));
        old.accept(ID, List.of(new Change.Gone("Node", "", "n2", "")));
        settle();
        assertEquals(List.of("n2"), nodes());
        assertTrue(only().getJobs().isEmpty());
    }

    @Test
    void aSourceOfMetricsIsBoundToTheOpeningThatItWasMadeFor() {
        service.begin(ID, "default", false);
        ChangeSink metrics = service.sink(ID);
        service.end(ID);
        service.begin(ID, "default", false);
        metrics.accept(ID, List.of(Seen.gpuNode("of-the-old", 8)));
        settle();
        assertEquals(List.of(), nodes());
    }

    @Test
    void whatComesBeforeTheRealmHeardOfTheClusterIsNotLost() {
        service.begin(ID, "default", false);
        service.sink().accept(ID, List.of(Seen.gpuNode("n1", 8)));
        // a slice that was under way when the cluster was opened
        work.pollLast().run();
        assertEquals(List.of("n1"), nodes());
        settle();
        assertEquals(List.of("n1"), nodes());
    }

    @Test
    void openingAnewWithoutClosingLeavesOneRow() {
        service.begin(ID, "default", false).accept(ID, List.of(Seen.gpuNode("n1", 8)));
        settle();
        Cluster before = only();
        service.begin(ID, "default", false).accept(ID, List.of(Seen.gpuNode("n2", 8)));
        settle();
        assertNotSame(before, only());
        assertEquals(List.of("n2"), nodes());
    }

    @Test
    void twoClustersOfOneNameAreTwoRows() {
        ClusterId other = new ClusterId("default-2", "default (prod.yaml)", "default");
        service.begin(ID, "default", false).accept(ID, List.of(Seen.gpuNode("lab", 8)));
        service.begin(other, "default", false).accept(other, List.of(Seen.gpuNode("prod", 8)));
        settle();
        assertEquals(
                List.of("default", "default (prod.yaml)"),
                service.fleet().getClusters().stream().map(Cluster::getName).toList());
        assertEquals(
                List.of(ID, other),
                service.fleet().getClusters().stream().map(ClusterId::of).toList());
        assertEquals(
                "prod",
                service.cluster(other).orElseThrow().getNodes().getFirst().getName());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void afterAnyHistoryOnlyTheLastOpeningIsThere(long seed) {
        Random random = new Random(seed);
        List<ChangeSink> sinks = new ArrayList<>();
        List<String> last = new ArrayList<>();
        boolean open = false;
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(6)) {
                case 0 -> {
                    sinks.add(service.begin(ID, "default", false));
                    last.clear();
                    open = true;
                }
                case 1 -> {
                    service.end(ID);
                    last.clear();
                    open = false;
                }
                case 2, 3 -> {
                    if (!sinks.isEmpty()) {
                        int which = random.nextInt(sinks.size());
                        String node = "n" + step;
                        sinks.get(which).accept(ID, List.of(Seen.gpuNode(node, 1)));
                        if (open && which == sinks.size() - 1) {
                            last.add(node);
                        }
                    }
                }
                default -> {
                    for (int i = random.nextInt(4); i > 0 && !work.isEmpty(); i--) {
                        work.poll().run();
                    }
                }
            }
        }
        settle();
        assertEquals(
                open ? List.of(List.copyOf(last)) : List.of(),
                service.fleet().getClusters().stream()
                        .map(cluster ->
                                cluster.getNodes().stream().map(Node::getName).toList())
                        .toList());
    }
}
