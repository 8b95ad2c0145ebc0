// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.PodBuilder;
import podium.core.testkit.Seen;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.model.value.Conditions;
import podium.model.value.ControllerRef;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.FragmentationEffect;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.RankedPlace;
import podium.placement.advice.Ranking;
import podium.placement.advice.SlotMoves;
import podium.placement.advice.Slots;
import podium.placement.internal.PlacementServiceImpl;

class AdviceServiceImplTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String RACK = "topology.kubernetes.io/rack";

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);
    private final AdviceServiceImpl advice = new AdviceServiceImpl(placement, InstantSource.fixed(NOW));

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    @Test
    void theBestPlaceIsFirstWithItsReason() {
        nodes(2, 1);
        bench.show(
                Seen.pod("busy", TaskPhase.RUNNING, "n1-0", Seen.asks(6)),
                Seen.pod("late", TaskPhase.PENDING, "", Seen.asks(2)));
        Subject late = new Subject(bench.job("late"), List.of());
        RankedPlace best = advice.best(late).orElseThrow();
        assertEquals(bench.node("n1-0").getName(), nodeOf(best));
        assertEquals("fills the node, uses GPUs that few other jobs fit on", best.reason());
        List<RankedPlace> all = advice.places(late);
        assertEquals(2 + 3, all.size(), "nodes, racks and the zone");
        assertTrue(all.stream()
                .filter(place -> place.name().equals("n0-0"))
                .findFirst()
                .orElseThrow()
                .reason()
                .startsWith("leaves 6 GPUs free"));
    }

    @Test
    void whatIsRankedALittleAtATimeComesToTheSame() {
        nodes(3, 2);
        bench.show(
                Seen.pod("busy", TaskPhase.RUNNING, "n1-0", Seen.asks(6)),
                Seen.pod("late", TaskPhase.PENDING, "", Seen.asks(2)));
        Subject late = new Subject(bench.job("late"), List.of());
        PlaceRanking ranking = new PlaceRanking(placement, late, 3);
        int steps = 0;
        while (!ranking.advance(Duration.ZERO)) {
            steps++;
        }
        List<RankedPlace> all = advice.places(late);
        assertEquals(all.size(), ranking.judged());
        assertTrue(steps >= all.size(), "one place a step where there is no time");
        assertEquals(
                all.stream()
                        .filter(place -> place.target() instanceof Target.OnNode)
                        .limit(3)
                        .toList(),
                ranking.best(),
                "a rack around a better node is not said again");
    }

    @Test
    void neitherACordonedNodeNorTheOneItRunsOnIsABestPlace() {
        nodes(1, 3);
        bench.show(
                running("busy", "n0-0", 6, 1, Seen.owner("Job", "busy")),
                running("mine", "n0-2", 2, 1, Seen.owner("Job", "mine")));
        bench.node("n0-0").setUnschedulable(true);
        Subject mine = new Subject(bench.job("mine"), List.of());
        Ranking ranking = advice.ranking(mine, 3);
        assertTrue(ranking.advance(Duration.ofMinutes(1)));
        assertEquals(
                List.of("n0-1"), ranking.best().stream().map(RankedPlace::name).toList());
        List<RankedPlace> all = advice.places(mine);
        assertTrue(all.getLast().isCordoned(), "though it has the best score");
        assertTrue(all.getLast().verdict().score() > all.getFirst().verdict().score());
        bench.node("n0-1").setUnschedulable(true);
        bench.node("n0-2").setUnschedulable(true);
        assertEquals(Optional.empty(), advice.best(mine));
    }

    @Test
    void oneTaskHasTheScoreInADomainOfTheNodeWhereItGoesThere() {
        nodes(2, 2);
        bench.show(
                running("busy", "n1-1", 6, 1, Seen.owner("Job", "busy")),
                Seen.pod("late", TaskPhase.PENDING, "", Seen.asks(2)));
        List<RankedPlace> all = advice.places(new Subject(bench.job("late"), List.of()));
        for (RankedPlace rack : all) {
            if (rack.target() instanceof Target.OnDomain) {
                RankedPlace node = all.stream()
                        .filter(place -> place.target() instanceof Target.OnNode
                                && rack.reason().equals("on " + place.name()))
                        .findFirst()
                        .orElseThrow();
                assertEquals(node.verdict().score(), rack.verdict().score(), 1e-9, rack::toString);
            }
        }
    }

    @Test
    void severalTasksHaveTheScoreInADomainOfTheNodeWhereAllOfThemGoAndTheNodeComesFirst() {
        nodes(2, 2);
        bench.show(running("busy", "n1-1", 4, 1, Seen.owner("Job", "busy")));
        bench.show(Seen.workload("Job", "pair", 2, Optional.empty(), false, OptionalInt.of(2), Conditions.none(), ""));
        for (int i = 0; i < 2; i++) {
            bench.show(Seen.pod("pair" + i, TaskPhase.PENDING, "", Seen.asks(2), Seen.owner("Job", "pair")));
        }
        List<RankedPlace> all = advice.places(new Subject(bench.job("pair"), List.of()));
        assertTrue(all.getFirst().target() instanceof Target.OnNode, all::toString);
        for (RankedPlace domain : all) {
            if (domain.target() instanceof Target.OnDomain) {
                RankedPlace node = all.stream()
                        .filter(place -> place.target() instanceof Target.OnNode
                                && domain.reason().endsWith(" on " + place.name()))
                        .findFirst()
                        .orElseThrow();
                assertEquals(node.verdict().score(), domain.verdict().score(), 1e-9, domain::toString);
                assertTrue(all.indexOf(node) < all.indexOf(domain), all::toString);
            }
        }
    }

    @Test
    void aRankingLeavesOutWhereItDoesNotFitAndEndsWhenTheJobIsGone() {
        nodes(1, 1);
        bench.show(Seen.pod("huge", TaskPhase.PENDING, "", Seen.asks(9)));
        Subject huge = new Subject(bench.job("huge"), List.of());
        Ranking ranking = advice.ranking(huge, 3);
        assertTrue(ranking.advance(Duration.ofMinutes(1)));
        assertEquals(List.of(), ranking.best());
        huge.job().setCluster(null);
        assertTrue(advice.ranking(huge, 3).advance(Duration.ofMinutes(1)));
    }

    /** Of five equal nodes the first was called the best, and the domains around them named the fourth. */
    @Test
    void aDomainNamesForOneTaskTheNodeThatIsRankedFirst() {
        for (int i = 0; i < 5; i++) {
            bench.show(Seen.gpuNode("n" + i, 8, ZONE, "z", RACK, "r" + i / 3));
        }
        bench.show(Seen.pod("late", TaskPhase.PENDING, "", Seen.asks(4)));
        List<RankedPlace> places = advice.places(new Subject(bench.job("late"), List.of()));
        assertEquals("n0", places.getFirst().name());
        assertEquals(
                Map.of("z", "on n0", "r0", "on n0", "r1", "on n3"),
                places.stream()
                        .filter(place -> place.target() instanceof Target.OnDomain)
                        .collect(Collectors.toMap(RankedPlace::name, RankedPlace::reason)));
    }

    @Test
    void whereAJobRunsNowComesAfterOtherPlacesThatTakeItAndSaysSo() {
        for (int i = 0; i < 3; i++) {
            bench.show(Seen.gpuNode("n" + i, 8, ZONE, "z" + i));
        }
        bench.show(Seen.pod("runs", TaskPhase.RUNNING, "n0", Seen.asks(8)));
        Subject subject = new Subject(bench.job("runs"), List.of());
        List<RankedPlace> places = advice.places(subject);
        assertEquals(
                List.of("n1", "n2", "z1", "z2", "n0", "z0"),
                places.stream().map(RankedPlace::name).toList());
        assertEquals("where it is now", places.get(4).reason());
        bench.node("n1").setUnschedulable(true);
        bench.node("n2").setUnschedulable(true);
        assertEquals(Optional.empty(), advice.best(subject), "to place it where it is only restarts it");
    }

    @Test
    void slotsOfAnySizeAreCountedAsTheSlotsAre() {
        nodes(2, 2);
        bench.show(Seen.pod("busy", TaskPhase.RUNNING, "n0-0", Seen.asks(6)));
        for (Slots slots : advice.byDomain(bench.cluster)) {
            for (int size : Slots.SIZES) {
                assertEquals(
                        slots.count(size), advice.slots(bench.cluster, size).get(slots.of()), size + " of " + slots);
            }
        }
        assertEquals(3 * 2, advice.slots(bench.cluster, 3).get(bench.cluster), "no slot of 3 on the busy node");
        assertEquals(1, advice.slots(bench.cluster, 24).get(bench.cluster));
    }

    @Test
    void slotsForOneJobLieWhereItGoesAndAreAsManyAsItHasThere() {
        nodes(1, 2);
        bench.node("n0-1").setTaints(new Taints(List.of(new Taint("team", "a", "NoSchedule"))));
        assertEquals(4, advice.slots(bench.cluster, 2).get(bench.cluster), "a taint keeps the usual work off");
        assertEquals(
                3 + 1,
                advice.slots(bench.cluster, 2, each("n0-0", 3, "n0-1", 1)).get(bench.cluster),
                "what is written on the nodes");
        assertEquals(
                4,
                advice.slots(bench.cluster, 2, each("n0-0", Integer.MAX_VALUE, "n0-1", 0))
                        .get(bench.cluster));
        assertEquals(
                1,
                advice.slots(bench.cluster, 9, each("n0-0", Integer.MAX_VALUE, "n0-1", 0))
                        .get(bench.cluster),
                "shares may be given for what it has no whole GPUs for");
        assertEquals(0, advice.slots(bench.cluster, 2, _ -> 0).get(bench.cluster));
        bench.node("n0-1").setUnschedulable(true);
        assertEquals(
                0, advice.slots(bench.cluster, 2, each("n0-0", 0, "n0-1", 1)).get(bench.cluster));
    }

    private static ToIntFunction<Node> each(String one, int most, String other, int fewer) {
        return node -> Map.of(one, most, other, fewer).get(node.getName());
    }

    @Test
    void aSlotOverSeveralNodesIsOfOneKindOfDevice() {
        Labels room = Labels.of(ZONE, "room-2");
        bench.show(
                Seen.node("amd", room, Resources.parse("amd.com/gpu=8,cpu=64000,memory=1000,pods=110")),
                Seen.node("gaudi", room, Resources.parse("habana.ai/gaudi=8,cpu=64000,memory=1000,pods=110")));
        assertEquals(8 + 8, SlotCount.of(bench.cluster, placement::room).devices());
        for (Slots slots : advice.byDomain(bench.cluster)) {
            assertEquals(2, slots.count(8), slots::toString);
            assertEquals(0, slots.count(16), slots::toString);
            assertEquals(0, advice.slots(bench.cluster, 16).get(slots.of()), slots::toString);
        }
        assertEquals(Optional.empty(), advice.relief(bench.node("amd").getDomain(), 16));
        bench.show(Seen.node("amd-2", room, Resources.parse("amd.com/gpu=8,cpu=64000,memory=1000,pods=110")));
        assertEquals(1, SlotCount.of(bench.cluster, placement::room).count(16));
        assertEquals(1, advice.slots(bench.cluster, 16).get(bench.cluster));
    }

    @Test
    void aPlaceThatDoesNotFitSaysWhyAndIsNoAdvice() {
        nodes(1, 1);
        bench.show(Seen.pod("huge", TaskPhase.PENDING, "", Seen.asks(9)));
        Subject huge = new Subject(bench.job("huge"), List.of());
        assertEquals(Optional.empty(), advice.best(huge));
        assertTrue(advice.places(huge).stream()
                .allMatch(place -> place.verdict().fit() == Fit.DOES_NOT_FIT
                        && place.reason().contains("needs 9 GPUs")));
    }

    @Test
    void aGangIsAdvisedTheDomainWithItsLayout() {
        nodes(2, 2);
        bench.show(Seen.pod("busy", TaskPhase.RUNNING, "n0-0", Seen.asks(8)));
        gang("gang", 2, "", "");
        RankedPlace best =
                advice.best(new Subject(bench.job("gang"), List.of())).orElseThrow();
        assertEquals("rack r1", best.level() + " " + best.name());
        assertEquals("task 0 on n1-0, task 1 on n1-1", best.reason(), "the place is named before it");
    }

    /** Of three empty nodes two left too few GPUs for some jobs, and the third, whose cores are short, seemed not to. */
    @Test
    void whatIsLeftIsTooFewForSomeWhetherOrNotItWasBefore() {
        Resources node = Resources.parse("nvidia.com/gpu=8,cpu=189000,memory=1000,pods=90");
        TaskSpec large = TaskSpec.of(Resources.parse("nvidia.com/gpu=8,cpu=160000"));
        TaskSpec small = TaskSpec.of(Resources.parse("nvidia.com/gpu=4,cpu=32000"));
        for (int i = 0; i < 3; i++) {
            bench.show(
                    Seen.node("n" + i, Labels.none(), node),
                    Seen.pod("large-" + i, TaskPhase.PENDING, "", large),
                    Seen.pod("small-" + i, TaskPhase.PENDING, "", small));
        }
        bench.show(
                Seen.pod("small-3", TaskPhase.PENDING, "", small),
                Seen.pod("cores", TaskPhase.RUNNING, "n2", TaskSpec.of(Resources.parse("cpu=64000"))));
        String some = "leaves 4 GPUs free, too few for some jobs here";
        assertEquals(
                Map.of("n0", some, "n1", some, "n2", "uses GPUs that few other jobs fit on; but " + some),
                advice.places(new Subject(bench.job("small-0"), List.of())).stream()
                        .collect(Collectors.toMap(RankedPlace::name, RankedPlace::reason)));
    }

    @Test
    void whatIsAloneHasNoNumberInAPlace() {
        nodes(1, 2);
        bench.show(Seen.pod("solo", TaskPhase.PENDING, "", Seen.asks(4)));
        List<RankedPlace> racks = advice.places(new Subject(bench.job("solo"), List.of())).stream()
                .filter(place -> place.target() instanceof Target.OnDomain)
                .toList();
        assertFalse(racks.isEmpty());
        assertTrue(racks.stream().allMatch(rack -> rack.reason().startsWith("on n0-")), racks::toString);
    }

    @Test
    void ofTwoPlacesThatComeToTheSameOnlyTheInnerOneIsSaid() {
        for (String name : List.of("n0-0", "n0-1", "n1-0", "n1-1")) {
            bench.show(Seen.gpuNode(name, 8, ZONE, "a-zone", RACK, "rack-" + name.charAt(1)));
        }
        bench.show(
                Seen.pod("busy", TaskPhase.RUNNING, "n0-0", Seen.asks(8)),
                Seen.pod("busy-too", TaskPhase.RUNNING, "n0-1", Seen.asks(8)));
        gang("gang", 2, "", "");
        Ranking ranking = advice.ranking(new Subject(bench.job("gang"), List.of()), 3);
        assertTrue(ranking.advance(Duration.ofMinutes(1)));
        assertEquals(
                List.of("rack-1"),
                ranking.best().stream().map(RankedPlace::name).toList());
    }

    @Test
    void theReasonNamesWhatTheTaskDoesToTheRest() {
        assertEquals("fills the node", new FragmentationEffect(0, 0, 0, 0, false).words());
        assertEquals(
                "beside tasks of the same job, leaves 1 GPU free", new FragmentationEffect(0, 1, 0, 1, true).words());
        assertEquals(
                "near tasks of the same job; but leaves 3.5 GPUs free, with CPUs for about 1 of them",
                new FragmentationEffect(0, 3.5, 2, 0.4, true).words());
        assertEquals(
                "leaves 2 GPUs free, with too few CPUs for one more",
                new FragmentationEffect(0, 2, 1.5, 0, false).words());
        assertEquals("leaves 7 GPUs free", new FragmentationEffect(1.2, 7, 0, 0, false).words());
        assertEquals(
                "leaves 4 GPUs free, too few for some jobs here", new FragmentationEffect(1, 4, 0, 0, false).words());
        assertEquals(
                "leaves 4 GPUs free, too few for most jobs here", new FragmentationEffect(3.1, 4, 0, 0, false).words());
        assertEquals(
                "fills the node, uses GPUs that few other jobs fit on",
                new FragmentationEffect(-0.5, 0, 0, 0, false).words());
    }

    @Test
    void slotsAreCountedPerSizeAndWholeNodesMakeTheLargeOnes() {
        nodes(2, 2);
        bench.show(Seen.pod("busy", TaskPhase.RUNNING, "n0-0", Seen.asks(3)));
        Slots cluster = SlotCount.of(bench.cluster, placement::room);
        Slots first = SlotCount.of(bench.node("n0-0"), placement::room);
        assertEquals(List.of(5, 2, 1, 0, 0, 0, 0, 0), first.counts());
        assertEquals(29, cluster.count(1));
        assertEquals(3, cluster.count(8));
        assertEquals(1, cluster.count(16), "24 GPUs on whole nodes");
        assertEquals(0, cluster.count(3), "a size that is not counted");
        assertEquals(32, cluster.devices());
        assertEquals(29, cluster.free(), 1e-9);
        assertEquals(
                List.of("alpha", "z", "r0", "r1"),
                advice.byDomain(bench.cluster).stream()
                        .map(slots -> ((podium.model.fleet.Named) slots.of()).getName())
                        .toList());
    }

    @Test
    void nodesOutOfServiceOfferNoSlot() {
        nodes(1, 2);
        bench.node("n0-0").setUnschedulable(true);
        assertEquals(1, SlotCount.of(bench.cluster, placement::room).count(8));
        assertEquals(
                Collections.nCopies(Slots.SIZES.size(), 0),
                SlotCount.of(bench.node("n0-0"), placement::room).counts());
    }

    @Test
    void theFewestMovesFreeASlotAndTheCheapestAmongThem() {
        nodes(1, 3);
        bench.show(
                running("a", "n0-0", 4, 10, Seen.owner("Job", "a")),
                running("b", "n0-0", 2, 1, Seen.owner("Job", "b")),
                running("c", "n0-1", 3, 5, Seen.owner("Job", "c")),
                running("d", "n0-1", 3, 2, Seen.owner("Job", "d")),
                running("e", "n0-2", 6, 1, Seen.owner("Job", "e")));
        assertEquals(List.of(), relief(2).moves(), "two are free as it is");
        assertEquals(List.of("b"), moved(relief(4)), "one move is enough in several ways; b has lost least");
    }

    @Test
    void theCheapestOfEqualSetsWins() {
        nodes(1, 2);
        bench.show(
                running("old", "n0-0", 4, 100, Seen.owner("Job", "old")),
                running("young", "n0-1", 4, 1, Seen.owner("Job", "young")));
        SlotMoves relief = relief(8);
        assertEquals(List.of("young"), moved(relief));
        assertEquals(4, relief.gpuHours().orElseThrow(), 1e-6);
        assertEquals(bench.node("n0-0"), relief.moves().getFirst().to());
        assertEquals(new Target.OnNode(bench.node("n0-1")), relief.where());
    }

    @Test
    void aServiceIsMovedBeforeWorkThatWouldBeLost() {
        nodes(1, 2);
        bench.show(
                Seen.workload("Deployment", "chat", 1),
                running("chat-0", "n0-0", 4, 100, Seen.owner("Deployment", "chat")),
                running("young", "n0-1", 4, 1, Seen.owner("Job", "young")));
        SlotMoves relief = relief(8);
        assertEquals(List.of("chat-0"), moved(relief));
        assertEquals(0, relief.gpuHours().orElseThrow(), 1e-6);
    }

    @Test
    void aTaskOfUnknownStartIsNotTakenForTheCheapestNorSaidToCostNothing() {
        nodes(1, 3);
        bench.show(
                Seen.pod("a-unknown", TaskPhase.RUNNING, "n0-0", Seen.asks(4), Seen.owner("Job", "a-unknown")),
                running("old", "n0-1", 4, 100, Seen.owner("Job", "old")),
                running("full", "n0-2", 8, 100, Seen.owner("Job", "full")));
        SlotMoves known = relief(8);
        assertEquals(List.of("old"), moved(known));
        assertEquals(400, known.gpuHours().orElseThrow(), 1e-6);
        SlotMoves unknown = advice.relief(bench.node("n0-0"), 8).orElseThrow();
        assertEquals(OptionalDouble.empty(), unknown.gpuHours());
        assertEquals(OptionalDouble.empty(), unknown.moves().getFirst().gpuHours());
    }

    @Test
    void aMoveWithoutADestinationIsNone() {
        nodes(1, 1);
        bench.show(running("a", "n0-0", 4, 1, Seen.owner("Job", "a")));
        assertEquals(Optional.empty(), advice.relief(bench.cluster, 8));
        assertEquals(Optional.empty(), advice.relief(bench.cluster, 999));
    }

    @Test
    void daemonsAndStaticPodsStayWhereTheyAre() {
        nodes(1, 2);
        bench.show(running("a", "n0-0", 1, 1, Seen.owner("DaemonSet", "agent")));
        bench.show(running("b", "n0-1", 1, 1, Seen.owner("DaemonSet", "agent")));
        assertEquals(Optional.empty(), advice.relief(bench.cluster, 8));
    }

    @Test
    void whatIsPinnedAsAWholeMovesAsAWholeAndCostsAll() {
        nodes(1, 3);
        gang("gang", 2, "n0-0", "n0-1");
        assertEquals(List.of(), relief(8).moves());
        bench.show(running("x", "n0-2", 4, 50, Seen.owner("Job", "x")));
        assertEquals(List.of("x"), moved(relief(8)), "one rank of the gang alone would find a node, not both together");
        bench.show(Seen.gpuNode("n1-0", 8, ZONE, "z", RACK, "r1"));
        bench.show(running("y", "n1-0", 4, 50, Seen.owner("Job", "y")));
        bench.show(Seen.gpuNode("n1-1", 8, ZONE, "z", RACK, "r1"));
        bench.show(running("w", "n1-1", 4, 50, Seen.owner("Job", "w")));
        SlotMoves gang = advice.relief(bench.node("n0-0"), 8).orElseThrow();
        assertEquals(List.of("gang0", "gang1"), moved(gang));
        assertTrue(gang.moves().stream()
                .allMatch(move -> move.wholeJob()
                        && move.to().getDomain() == bench.node("n1-0").getDomain()));
        assertEquals(
                2 * 4 * 3.0,
                gang.gpuHours().orElseThrow(),
                1e-6,
                "both ranks, 4 GPUs each, for three hours; counted once");
        assertEquals(gang.gpuHours(), gang.moves().getFirst().gpuHours());
    }

    @Test
    void twoReplicasOfOneTemplateAreNotMovedToDifferentNodesThatShareNoDomainToPinThemTo() {
        nodes(1, 4);
        bench.show(Seen.workload("Deployment", "chat", 2));
        for (int i = 0; i < 2; i++) {
            bench.show(
                    running("chat-" + i, "n0-" + i, 4, 9, Seen.owner("Deployment", "chat")),
                    running("old-" + i, "n0-" + (i + 2), 4, 9, Seen.owner("Job", "old-" + i)));
        }
        assertEquals(Optional.empty(), advice.relief(bench.node("n0-0"), 8));
    }

    @Test
    void aMoveThatTakesASlotToFreeOneIsNotProposed() {
        nodes(2, 2);
        bench.show(
                running("a", "n0-0", 8, 1, Seen.owner("Job", "a")),
                running("b", "n0-1", 8, 1, Seen.owner("Job", "b")),
                running("c", "n1-0", 3, 1, Seen.owner("Job", "c")),
                running("d", "n1-0", 3, 2, Seen.owner("Job", "d")));
        assertEquals(Optional.empty(), advice.relief(bench.node("n0-0").getDomain(), 8), "n1-1 is the only one free");
        bench.show(running("e", "n1-1", 1, 1, Seen.owner("Job", "e")));
        assertEquals(
                List.of("c"),
                moved(advice.relief(bench.node("n1-0"), 4).orElseThrow()),
                "n1-1 has its slot of 4 still");
    }

    @Test
    void allPodsOfATemplateTogetherTakeNoSlotToFreeOne() {
        nodes(2, 5);
        bench.show(Seen.workload("Deployment", "wide", 2));
        for (int i = 0; i < 2; i++) {
            bench.show(
                    running("wide-" + i, "n0-" + i, 8, 1, Seen.owner("Deployment", "wide")),
                    running("still-" + i, "n1-" + i, 8, 1, new ControllerRef("v1", "Node", "n1-" + i, "u" + i)));
        }
        for (int i = 2; i < 5; i++) {
            bench.show(running("rest-" + i, "n0-" + i, 8, 1, new ControllerRef("v1", "Node", "n0-" + i, "v" + i)));
        }
        assertEquals(
                Optional.empty(),
                advice.relief(bench.node("n0-0").getDomain(), 16),
                "one of three free nodes is to spare in rack r1, two are a slot of 16");
    }

    @Test
    void aSlotOfSeveralNodesEmptiesTheCheapestOfOneDomain() {
        nodes(2, 3);
        bench.show(
                running("a", "n0-0", 1, 1, Seen.owner("Job", "a")),
                running("b", "n0-1", 1, 1, Seen.owner("Job", "b")),
                running("c", "n1-0", 8, 1, Seen.owner("Job", "c")),
                running("d", "n1-1", 8, 1, Seen.owner("Job", "d")));
        assertEquals(List.of(), relief(16).moves(), "the zone has two free nodes");
        SlotMoves relief = advice.relief(bench.node("n0-0").getDomain(), 16).orElseThrow();
        assertEquals("r0", ((Target.OnDomain) relief.where()).domain().getName());
        assertEquals(1, relief.moves().size());
        assertFalse(relief.moves().getFirst().to().getName().equals("n0-2"), "the node that is free already stays so");
        assertTrue(advice.relief(bench.cluster, 24).isPresent(), "the zone has more");
        assertEquals(Optional.empty(), advice.relief(bench.node("n0-0"), 16));
    }

    @Test
    void theTasksOfOneSetDoNotTakeEachOthersRoom() {
        nodes(1, 2);
        bench.show(
                running("a", "n0-0", 3, 1, Seen.owner("Job", "a")),
                running("b", "n0-0", 3, 1, Seen.owner("Job", "b")),
                running("c", "n0-1", 4, 1, Seen.owner("Job", "c")));
        assertEquals(Optional.empty(), advice.relief(bench.node("n0-0"), 8), "a and b do not both fit beside c");
        assertEquals(Optional.empty(), advice.relief(bench.node("n0-1"), 8), "c does not fit beside a and b");
        assertEquals(List.of("a"), moved(advice.relief(bench.node("n0-0"), 5).orElseThrow()));
    }

    private SlotMoves relief(int gpus) {
        return advice.relief(bench.cluster, gpus).orElseThrow();
    }

    private static List<String> moved(SlotMoves relief) {
        return relief.moves().stream()
                .map(move -> move.task().getName())
                .sorted()
                .collect(Collectors.toList());
    }

    private static String nodeOf(RankedPlace place) {
        return place.target() instanceof Target.OnNode on ? on.node().getName() : "";
    }

    private void nodes(int racks, int each) {
        for (int rack = 0; rack < racks; rack++) {
            for (int node = 0; node < each; node++) {
                bench.show(Seen.gpuNode("n" + rack + "-" + node, 8, ZONE, "z", RACK, "r" + rack));
            }
        }
    }

    private void gang(String name, int size, String... nodes) {
        bench.show(
                Seen.workload("Job", name, size, Optional.empty(), false, OptionalInt.of(size), Conditions.none(), ""));
        for (int i = 0; i < size; i++) {
            bench.show(
                    nodes[i].isEmpty()
                            ? Seen.pod(name + i, TaskPhase.PENDING, "", Seen.asks(8), Seen.owner("Job", name))
                            : running(name + i, nodes[i], 4, 3, Seen.owner("Job", name)));
        }
    }

    private static Change running(String name, String node, int gpus, int hours, ControllerRef owner) {
        Change.PodSeen pod = Seen.pod(name, TaskPhase.RUNNING, node, Seen.asks(gpus), owner);
        return PodBuilder.like(pod).since(NOW.minusSeconds(3600L * hours)).build();
    }
}
