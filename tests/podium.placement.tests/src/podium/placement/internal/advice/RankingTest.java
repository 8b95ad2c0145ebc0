// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Taints;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.advice.RankedPlace;
import podium.placement.internal.PlacementServiceImpl;

/** Ranking a little at a time: when it ends, in which order, and what a change meanwhile does to it. */
class RankingTest {
    private static final Duration FRAME = Duration.ofMinutes(1);

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    @Test
    void whereNothingFitsEveryPlaceIsJudgedOnceAndNoneIsSaid() {
        nodes(5);
        PlaceRanking ranking = ranking(9, 3);
        List<Integer> judged = new ArrayList<>();
        while (!ranking.advance(Duration.ZERO)) {
            judged.add(ranking.judged());
            assertEquals(List.of(), ranking.best());
        }
        assertEquals(5, ranking.judged());
        assertEquals(judged.stream().sorted().toList(), judged);
        assertEquals(List.of(), ranking.best());
        assertTrue(ranking.advance(FRAME), "what is done stays done");
        assertEquals(5, ranking.judged());
    }

    @Test
    void nothingIsSaidBeforeAllIsDone() {
        nodes(5);
        PlaceRanking ranking = ranking(1, 3);
        while (!ranking.advance(Duration.ZERO)) {
            assertEquals(List.of(), ranking.best());
        }
        assertEquals(3, ranking.best().size());
        assertTrue(ranking.advance(FRAME));
        assertEquals(3, ranking.best().size(), "nothing is said twice");
    }

    @Test
    void anEmptyClusterIsDoneAtOnce() {
        PlaceRanking ranking = ranking(1, 3);
        assertTrue(ranking.advance(FRAME));
        assertEquals(0, ranking.judged());
        assertEquals(List.of(), ranking.best());
    }

    @Test
    void fewerPlacesThanAskedForAreAllSaid() {
        nodes(2);
        PlaceRanking ranking = ranking(8, 10);
        assertTrue(ranking.advance(FRAME));
        assertEquals(List.of("n0", "n1"), names(ranking));
        assertEquals(List.of(), done(ranking(8, 0)), "none is asked for");
    }

    @Test
    void equalPlacesComeInTheOrderOfTheirNamesHoweverTheClusterCameTo() {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
        Collections.shuffle(order, new Random(3));
        for (int i : order) {
            bench.show(Seen.gpuNode("n" + i, 8));
        }
        List<String> expected = List.of("n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7");
        assertEquals(expected, done(ranking(1, 8)));
        assertEquals(expected, done(ranking(1, 8)), "and again");
        assertEquals(expected.subList(0, 3), done(ranking(1, 3)), "the best three are the first of them");
    }

    @Test
    void whatDoesNotFitComesInTheOrderOfHowManyTasksFitAndThenOfTheNumbersInTheNames() {
        for (String place : List.of("n2/r2", "n10/r10", "n11/r11", "n12/r11")) {
            String[] names = place.split("/");
            bench.show(Seen.node(
                    names[0],
                    "u",
                    Labels.of("topology.kubernetes.io/rack", names[1]),
                    Taints.none(),
                    Seen.gpus(8, 1, 1),
                    false));
        }
        for (String pod : List.of("a", "b", "c")) {
            bench.show(Seen.pod(pod, TaskPhase.PENDING, "", Seen.asks(8), Seen.owner("Job", "train")));
        }
        List<String> racks = new PlaceRanking(placement, new Subject(bench.job("train"), List.of()), 3)
                .ranked().stream()
                        .filter(place -> place.level().equals("rack"))
                        .map(RankedPlace::name)
                        .toList();
        assertEquals(List.of("r11", "r2", "r10"), racks);
    }

    @Test
    void whatFitsOnlyIfACordonIsLiftedComesAfterWhatFitsAndIsNoBestPlace() {
        nodes(3);
        bench.node("n0").setUnschedulable(true);
        bench.show(Seen.pod("busy", TaskPhase.RUNNING, "n1", Seen.asks(8)));
        PlaceRanking ranking = ranking(1, 3);
        assertTrue(ranking.advance(FRAME));
        assertEquals(List.of("n2"), names(ranking));
        List<RankedPlace> all = ranking(1, 3).ranked();
        RankedPlace cordoned =
                all.stream().filter(RankedPlace::isCordoned).findFirst().orElseThrow();
        assertEquals(Fit.FITS_IF, cordoned.verdict().fit());
        assertTrue(cordoned.reason().startsWith("cordoned: uncordon it first"), cordoned::reason);
    }

    @Test
    void aNodeThatComesMeanwhileIsNotLookedAtAndTheNextRankingKnowsIt() {
        nodes(3);
        PlaceRanking ranking = ranking(1, 5);
        step(ranking, 2);
        bench.show(Seen.gpuNode("n9", 8));
        assertTrue(ranking.advance(FRAME));
        assertEquals(List.of("n0", "n1", "n2"), names(ranking));
        assertEquals(List.of("n0", "n1", "n2", "n9"), done(ranking(1, 5)));
    }

    @Test
    void aNodeThatGoesMeanwhileDoesNotStopIt() {
        nodes(4);
        for (int steps = 1; steps < 9; steps++) {
            bench.show(Seen.gpuNode("n3", 8));
            PlaceRanking ranking = ranking(1, 4);
            step(ranking, steps);
            bench.show(new Change.Gone("Node", "", "n3", "uid-n3"));
            assertTrue(ranking.advance(FRAME), "after " + steps + " steps");
            assertEquals(List.of("n0", "n1", "n2"), names(ranking).subList(0, 3));
        }
        assertEquals(List.of("n0", "n1", "n2"), done(ranking(1, 4)));
    }

    @Test
    void aJobThatGoesMeanwhileEndsIt() {
        nodes(4);
        for (int steps = 1; steps < 9; steps++) {
            PlaceRanking ranking = ranking(1, 4);
            step(ranking, steps);
            bench.show(Seen.gone("Pod", "p"));
            assertTrue(ranking.advance(FRAME), "after " + steps + " steps");
        }
    }

    private static void step(PlaceRanking ranking, int steps) {
        for (int i = 0; i < steps; i++) {
            ranking.advance(Duration.ZERO);
        }
    }

    private List<String> done(PlaceRanking ranking) {
        assertTrue(ranking.advance(FRAME));
        return names(ranking);
    }

    private static List<String> names(PlaceRanking ranking) {
        return ranking.best().stream().map(RankedPlace::name).toList();
    }

    private PlaceRanking ranking(int gpus, int most) {
        bench.show(Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(gpus)));
        assertFalse(bench.job("p").getTasks().isEmpty());
        return new PlaceRanking(placement, new Subject(bench.job("p"), List.of()), most);
    }

    private void nodes(int count) {
        for (int i = 0; i < count; i++) {
            bench.show(Seen.gpuNode("n" + i, 8));
        }
    }
}
