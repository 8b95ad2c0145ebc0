// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.fleet.SchedulingObjects;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.value.TaskSpec;
import podium.placement.Assignment;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.internal.EveryLayout.Place;
import podium.placement.internal.gang.GangFit;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.ProhibitedNodes;
import podium.placement.internal.rule.InterPodAffinityRule.Placed;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.verdict.SubjectVerdicts;

/** A gang is never laid out worse than the best of all layouts (P11), on up to twelve nodes. */
class GangQualityTest {
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String BLOCK = "topology.kubernetes.io/block";
    private static final String RACK = "topology.kubernetes.io/rack";
    private static final int ROUNDS = Integer.getInteger("podium.gang.rounds", 400);

    /** A small fleet with a gang: its nodes in the order of the tree. */
    private static final class Case {
        final FleetBench bench = new FleetBench();
        final List<Node> nodes;
        final List<Place> places = new ArrayList<>();
        final List<Integer> asks;

        Case(Random random, int most, int gpus, List<Integer> asks, TaskSpec rule) {
            this.asks = asks;
            int count = 1 + random.nextInt(most);
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                List<String> labels = new ArrayList<>(List.of(ZONE, "z", BLOCK, "b" + random.nextInt(3)));
                if (random.nextInt(12) > 0) { // some stand beside the racks
                    labels.addAll(List.of(RACK, labels.getLast() + "r" + random.nextInt(3)));
                }
                changes.add(Seen.gpuNode("n" + i, random.nextInt(gpus + 1), labels.toArray(String[]::new)));
            }
            for (int i = 0; i < asks.size(); i++) {
                changes.add(RankedPods.pod("train", i, rule, asks.get(i)));
            }
            bench.show(changes);
            nodes = in(zone());
            for (Node node : nodes) {
                List<String> path = new ArrayList<>(List.of(node.getName()));
                for (Domain d = node.getDomain(); d != zone(); d = d.getParent()) {
                    path.addFirst(d.getName());
                }
                places.add(new Place(path, (int) node.getAllocatable().get("nvidia.com/gpu")));
            }
        }

        Domain zone() {
            return bench.cluster.getDomains().getFirst();
        }

        private static List<Node> in(Domain domain) {
            List<Node> nodes = new ArrayList<>();
            domain.getDomains().forEach(child -> nodes.addAll(in(child)));
            nodes.addAll(domain.getNodes());
            return nodes;
        }

        Place place(Node node) {
            return places.get(nodes.indexOf(node));
        }

        Optional<Assignment> layout() throws Exception {
            try (PlacementServiceImpl service = new PlacementServiceImpl(bench.service)) {
                return service.layout(new Subject(bench.job("train"), List.of()), new Target.OnDomain(zone()));
            }
        }

        List<Place> where(Map<Integer, Node> layout) {
            return new TreeMap<>(layout).values().stream().map(this::place).toList();
        }
    }

    @Test
    void aGangOfEqualTasksIsLaidOutAsWellAsCanBe() throws Exception {
        int fitted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            List<Integer> asks = java.util.Collections.nCopies(1 + random.nextInt(6), 1 + random.nextInt(2));
            Case one = new Case(random, 12, 4, asks, RankedPods.PLAIN);
            fitted += same(one, new EveryLayout(one.places, asks, Set.of(), where -> true), round);
        }
        assertTrue(fitted > ROUNDS / 2, "too few that fit: " + fitted);
    }

    @Test
    void aGangOfSeveralKindsOfTasksIsLaidOutAsWellAsCanBe() throws Exception {
        int fitted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(10_000 + round);
            List<Integer> asks = new ArrayList<>();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                asks.add(1 + random.nextInt(3));
            }
            asks.sort(Comparator.naturalOrder());
            Case one = new Case(random, 12, 5, asks, RankedPods.PLAIN);
            fitted += same(one, new EveryLayout(one.places, asks, Set.of(), where -> true), round);
        }
        assertTrue(fitted > ROUNDS / 2, "too few that fit: " + fitted);
    }

    @Test
    void aGangWhoseTasksKeepApartByRackIsLaidOutAsWellAsCanBe() throws Exception {
        int fitted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(20_000 + round);
            List<Integer> asks = java.util.Collections.nCopies(1 + random.nextInt(4), 1 + random.nextInt(2));
            Case one = new Case(random, 12, 4, asks, RankedPods.apart(RACK));
            fitted += same(one, new EveryLayout(one.places, asks, Set.of(), GangQualityTest::apart), round);
        }
        assertTrue(fitted > ROUNDS / 4, "too few that fit: " + fitted);
    }

    @Test
    void aGangWhoseTasksMustShareARackIsLaidOutAsWellAsCanBe() throws Exception {
        int fitted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(30_000 + round);
            List<Integer> asks = java.util.Collections.nCopies(1 + random.nextInt(4), 1 + random.nextInt(2));
            Case one = new Case(random, 12, 5, asks, RankedPods.together(RACK));
            fitted += same(one, new EveryLayout(one.places, asks, Set.of(), GangQualityTest::together), round);
        }
        assertTrue(fitted > ROUNDS / 4, "too few that fit: " + fitted);
    }

    @Test
    void theRestIsLaidOutBesideTasksThatLieAlreadyAsWellAsCanBe() throws Exception {
        int fitted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(40_000 + round);
            int asked = 1 + random.nextInt(2);
            List<Integer> asks = java.util.Collections.nCopies(3 + random.nextInt(4), asked);
            Case one = new Case(random, 12, 4, asks, RankedPods.PLAIN);
            fitted += besideSome(one, random, asked, round);
        }
        assertTrue(fitted > ROUNDS / 4, "too few that fit: " + fitted);
    }

    private static int besideSome(Case one, Random random, int asked, int round) {
        ClusterIndex index = new ClusterIndex(new SchedulingObjects());
        one.bench.cluster.getNodes().forEach(index::update);
        List<GangPiece> all = GangPiece.of(new Subject(one.bench.job("train"), List.of()));
        Map<Node, Integer> free = new java.util.IdentityHashMap<>();
        one.nodes.forEach(node -> free.put(node, one.place(node).free()));
        List<Placed> laid = new ArrayList<>();
        int fixed = 1 + random.nextInt(2);
        for (int i = 0; i < one.nodes.size() && laid.size() < fixed; i++) {
            Node node = one.nodes.get(random.nextInt(one.nodes.size()));
            if (free.get(node) >= asked) {
                free.merge(node, -asked, Integer::sum);
                laid.add(new Placed(all.get(laid.size()), node));
            }
        }
        List<GangPiece> rest = all.subList(laid.size(), all.size());
        SubjectVerdicts verdicts = new SubjectVerdicts(
                        new Subject(one.bench.job("train"), List.of()), index, ProhibitedNodes.none(one.bench.cluster))
                .of(List.copyOf(rest));
        Optional<Map<Integer, Node>> found =
                new GangFit(verdicts, index, one.bench.cluster, laid).layout(new Target.OnDomain(one.zone()));
        List<Place> left = one.nodes.stream()
                .map(node -> new Place(one.place(node).path(), free.get(node)))
                .toList();
        Set<Integer> touched = new HashSet<>();
        laid.forEach(placed -> touched.add(one.nodes.indexOf(placed.node())));
        EveryLayout every =
                new EveryLayout(left, one.asks.subList(laid.size(), one.asks.size()), touched, where -> true);
        assertEquals(
                every.best(),
                found.map(layout -> every.cost(new TreeMap<>(layout)
                        .values().stream()
                                .map(node -> left.get(one.nodes.indexOf(node)))
                                .toList())),
                "round " + round);
        return found.isPresent() ? 1 : 0;
    }

    /** Going through the ranks, no domain is left more often than it must be to be in each touched one once. */
    @Test
    void neighboursInRankAreNearInTheNetwork() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(50_000 + round);
            List<Integer> asks = java.util.Collections.nCopies(2 + random.nextInt(8), 1);
            Case one = new Case(random, 12, 4, asks, RankedPods.PLAIN);
            Optional<Assignment> layout = one.layout();
            if (layout.isPresent()) {
                List<Place> where = one.where(layout.get().nodes());
                for (int level = 1; level <= 3; level++) {
                    int to = level;
                    List<List<String>> at = where.stream()
                            .map(place -> place.path()
                                    .subList(0, Math.min(to, place.path().size())))
                            .toList();
                    int crossed = 0;
                    for (int rank = 1; rank < at.size(); rank++) {
                        crossed += at.get(rank).equals(at.get(rank - 1)) ? 0 : 1;
                    }
                    assertEquals(new HashSet<>(at).size() - 1, crossed, "round " + round + ", level " + level);
                }
            }
        }
    }

    private static int same(Case one, EveryLayout every, int round) throws Exception {
        Optional<Assignment> found = one.layout();
        if (one.asks.size() == 1) { // no gang: it goes where nodes are ranked for it
            assertEquals(every.best().isPresent(), found.isPresent());
            return found.isPresent() ? 1 : 0;
        }
        assertEquals(
                every.best(),
                found.map(layout -> every.cost(one.where(layout.nodes()))),
                () -> "round " + round + " " + one.places + " " + one.asks + " got " + found.map(Assignment::words));
        return found.isPresent() ? 1 : 0;
    }

    /** Each in another rack; a node beside the racks has none, so it keeps nobody away. */
    private static boolean apart(List<Place> where) {
        List<String> racks = where.stream()
                .map(GangQualityTest::rack)
                .flatMap(Optional::stream)
                .toList();
        return new HashSet<>(racks).size() == racks.size();
    }

    private static boolean together(List<Place> where) {
        return where.stream().allMatch(place -> rack(place).isPresent())
                && where.stream().map(GangQualityTest::rack).distinct().count() == 1;
    }

    private static Optional<String> rack(Place place) {
        return place.path().size() == 3 ? Optional.of(place.path().get(1)) : Optional.empty();
    }
}
