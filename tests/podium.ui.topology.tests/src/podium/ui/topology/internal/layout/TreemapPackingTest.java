// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.testing.Rects;

class TreemapPackingTest {
    private static final WorldRect AREA = new WorldRect(10, 20, 800, 500);

    @RepeatedTest(60)
    void childrenLieInsideDoNotOverlapAndFill(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double[] weights = random.doubles(1 + random.nextInt(40), 1, random.nextBoolean() ? 1.4 : 60)
                .toArray();
        WorldRect area = new WorldRect(random.nextInt(100), 5, 20 + random.nextInt(2000), 20 + random.nextInt(1500));
        List<WorldRect> places = TreemapPacking.pack(area, weights, like(0.5 + random.nextDouble() * 3));
        assertEquals(weights.length, places.size());
        double covered = 0;
        for (int i = 0; i < places.size(); i++) {
            assertTrue(area.contains(places.get(i)), () -> "outside of " + area);
            covered += places.get(i).width() * places.get(i).height();
            for (int j = 0; j < i; j++) {
                assertFalse(Rects.overlap(places.get(i), places.get(j)), i + " on " + j);
            }
        }
        double share = covered / (area.width() * area.height());
        assertTrue(share > 0.74, "covers only " + share);
    }

    @Test
    void likeWeightsGetEqualPlaces() {
        List<WorldRect> places = TreemapPacking.pack(AREA, new double[] {8, 8, 8, 8, 8, 9}, like(1.5));
        for (WorldRect place : places) {
            assertEquals(places.getFirst().width(), place.width(), 1e-9);
            assertEquals(places.getFirst().height(), place.height(), 1e-9);
        }
    }

    @Test
    void unlikeWeightsGetAreasThatFollowThem() {
        double[] weights = {100, 10, 10, 5};
        List<WorldRect> places = TreemapPacking.pack(AREA, weights, like(1.5));
        double total = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            double share = places.get(i).width() * places.get(i).height() / (AREA.width() * AREA.height());
            assertEquals(weights[i] / total, share, 1e-6);
        }
    }

    @Test
    void theOrderIsKeptFromLeftToRightAndDown() {
        List<WorldRect> places = TreemapPacking.pack(AREA, new double[] {1, 1, 1, 1, 1, 1, 1, 1}, like(1.5));
        for (int i = 1; i < places.size(); i++) {
            WorldRect before = places.get(i - 1);
            WorldRect place = places.get(i);
            assertTrue(place.y() > before.y() || place.y() == before.y() && place.x() > before.x());
        }
    }

    @Test
    void columnsComeNearTheAspectAndLeaveFewPlacesEmpty() {
        assertEquals(8, TreemapPacking.columns(8, 160, 20, like(1)));
        assertEquals(4, TreemapPacking.columns(8, 80, 40, like(1)));
        assertEquals(2, TreemapPacking.columns(8, 250, 190, like(1.5)), "a gap of a ninth is worse than a flat rack");
        assertEquals(1, TreemapPacking.columns(1, 10, 1000, like(1)));
    }

    /** Five nodes beside each other each 43 pixels wide are five names of which the beginning is cut off. */
    @Test
    void aGapIsBetterThanPlacesTooSmallForAName() {
        assertEquals(5, TreemapPacking.columns(5, 217, 95, like(1.9)));
        assertEquals(3, TreemapPacking.columns(5, 217, 95, new TreemapPacking.PlaceShape(1.9, 60, 27)));
        assertEquals(
                TreemapPacking.columns(50, 217, 95, like(1.9)),
                TreemapPacking.columns(50, 217, 95, new TreemapPacking.PlaceShape(1.9, 60, 27)),
                "where none can be named the shape counts");
        assertEquals(
                3, TreemapPacking.columns(5, 168, 70, new TreemapPacking.PlaceShape(1.9, 60, 27)), "the least cut");
    }

    private static TreemapPacking.PlaceShape like(double aspect) {
        return new TreemapPacking.PlaceShape(aspect, 0, 0);
    }

    @Test
    void nothingToPackIsNothing() {
        assertTrue(TreemapPacking.pack(AREA, new double[0], like(1)).isEmpty());
    }
}
