// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.change.Change.NodeSeen;
import podium.core.change.Change.PodSeen;
import podium.core.fleet.SchedulingObjects;
import podium.core.testkit.FleetBench;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.ProhibitedNodes;
import podium.placement.internal.verdict.SubjectVerdicts;

/** Number of random clusters by the system property {@code podium.oracle.cases}. */
class OracleTest {
    private static final int CASES = Integer.getInteger("podium.oracle.cases", 100_000);

    @Test
    void everyVerdictIsThatOfASecondSimpleImplementation() {
        Map<Fit, Integer> seen = new EnumMap<>(Fit.class);
        Map<Fit, Integer> byStores = new EnumMap<>(Fit.class);
        for (int seed = 0; seed < CASES; seed++) {
            RandomCase random = new RandomCase(seed);
            FleetBench bench = new FleetBench();
            try (PlacementServiceImpl placement = new PlacementServiceImpl(bench.service)) {
                bench.show(random.namespaces())
                        .show(random.stores.changes())
                        .show(random.nodes)
                        .show(random.pods);
                compare(random, bench, placement, seed, seen, byStores);
            } catch (Exception e) {
                throw new AssertionError("case " + seed, e);
            }
        }
        for (Fit fit : EnumSet.complementOf(EnumSet.of(Fit.EVICTS, Fit.REFUSED))) { // all pods are of one priority
            assertTrue(seen.getOrDefault(fit, 0) > CASES / 20, "the cases are lopsided: " + seen);
        }
        for (Fit fit : new Fit[] {Fit.FITS_IF, Fit.DOES_NOT_FIT}) {
            assertTrue(
                    byStores.getOrDefault(fit, 0) > CASES / 200,
                    "volumes and queues decide too seldom: " + byStores + " of " + seen);
        }
    }

    @Test
    void anIndexThatFollowedEveryChangeSaysTheSameAsAFreshOne() throws Exception {
        for (int seed = 0; seed < CASES / 100; seed++) {
            RandomCase random = new RandomCase(seed);
            FleetBench bench = new FleetBench();
            try (PlacementServiceImpl following = new PlacementServiceImpl(bench.service)) {
                bench.show(random.namespaces()).show(random.stores.changes());
                for (PodSeen pod : random.pods.reversed()) {
                    bench.show(pod);
                    Task task = bench.task(pod.name());
                    following.verdicts(new Subject(task.getJob(), List.of(task)));
                }
                for (NodeSeen node : random.nodes) {
                    bench.show(node);
                    following.verdicts(new Subject(bench.cluster.getJobs().getFirst(), List.of()));
                }
                Task task = bench.task(random.subject().name());
                Subject subject = new Subject(task.getJob(), List.of(task));
                try (PlacementServiceImpl fresh = new PlacementServiceImpl(bench.service)) {
                    assertEquals(
                            Map.copyOf(fresh.verdicts(subject)),
                            Map.copyOf(following.verdicts(subject)),
                            "case " + seed);
                }
            }
        }
    }

    private static void compare(
            RandomCase random,
            FleetBench bench,
            PlacementServiceImpl placement,
            int seed,
            Map<Fit, Integer> seen,
            Map<Fit, Integer> byStores) {
        PodSeen pod = random.subject();
        Task task = bench.task(pod.name());
        Map<Node, Verdict> verdicts = placement.verdicts(new Subject(task.getJob(), List.of(task)));
        assertEquals(random.nodes.size(), verdicts.size());
        Oracle oracle = new Oracle(random.nodes, random.pods, random.labelsOfNamespaces(), random.stores);
        boolean held = pod.spec().gates().contains(RandomStores.GATE);
        Optional<SubjectVerdicts> uncaveated = held ? Optional.of(uncaveated(bench, task)) : Optional.empty();
        for (NodeSeen node : random.nodes) {
            Node there = bench.node(node.name());
            // a bare pod held by another is refused; the oracle knows room and quotas only
            assertEquals(held, verdicts.get(there).fit() == Fit.REFUSED);
            Verdict verdict = uncaveated
                    .map(all -> all.quotas()
                            .with(there, Objects.requireNonNull(all.ofNodes().get(there))))
                    .orElse(verdicts.get(there));
            assertEquals(
                    oracle.judge(pod, node),
                    verdict.fit().name(),
                    () -> "case " + seed + " node " + node + "\npod " + pod + "\n" + verdict + "\n"
                            + random.stores.facts);
            assertEquals(verdict.fit() == Fit.FITS, verdict.reasons().isEmpty());
            seen.merge(verdict.fit(), 1, Integer::sum);
            if (!oracle.ofNode(pod, node).equals(verdict.fit().name())) {
                byStores.merge(verdict.fit(), 1, Integer::sum);
            }
        }
    }

    private static SubjectVerdicts uncaveated(FleetBench bench, Task task) {
        ClusterIndex index = new ClusterIndex(SchedulingObjects.of(bench.cluster));
        bench.cluster.getNodes().forEach(index::update);
        return new SubjectVerdicts(
                new Subject(task.getJob(), List.of(task)), index, ProhibitedNodes.none(bench.cluster));
    }
}
