// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;

class LevelOfDetailTest {
    @Test
    void thirtyTwoNodesShowIndexedGpusWhenEverythingFits() {
        SceneLayout layout = SceneLayout.of(Scene.of(Fleets.aiFactory().fleet()), 770, 455);
        assertEquals(LevelOfDetail.INDEXED, LevelOfDetail.of(layout, node(layout), 1));
        assertEquals(
                LevelOfDetail.OPEN,
                LevelOfDetail.of(layout, layout.scene().clusters().getFirst(), 1));
    }

    @Test
    void nearerShowsHolderAndNumber() {
        SceneLayout layout = SceneLayout.of(Scene.of(Fleets.aiFactory().fleet()), 770, 455);
        assertEquals(LevelOfDetail.NEAR, LevelOfDetail.of(layout, node(layout), 5));
    }

    @Test
    void fiveThousandNodesAreBlocksUntilTheZoomOpensThem() {
        SceneLayout layout = SceneLayout.of(Scene.of(Fleets.large(5000, 13).fleet()), 1280, 800);
        assertEquals(LevelOfDetail.BLOCK, LevelOfDetail.of(layout, node(layout), 1));
        assertEquals(LevelOfDetail.OPEN, LevelOfDetail.of(layout, node(layout), 3));
    }

    @Test
    void racksOfATinyPictureAreBlocks() {
        SceneLayout layout = SceneLayout.of(Scene.of(Fleets.large(5000, 13).fleet()), 300, 200);
        Box rack = node(layout).parent().orElseThrow();
        assertEquals(LevelOfDetail.BLOCK, LevelOfDetail.of(layout, rack, 1));
        assertEquals(LevelOfDetail.OPEN, LevelOfDetail.of(layout, rack, 12));
    }

    @Test
    void detailNeverShrinksWhenZoomingIn() {
        SceneLayout layout = SceneLayout.of(Scene.of(Fleets.large(600, 8).fleet()), 500, 400);
        for (Box box : layout.scene().boxes()) {
            LevelOfDetail last = LevelOfDetail.BLOCK;
            for (double scale = 1; scale < 200; scale *= 1.25) {
                LevelOfDetail detail = LevelOfDetail.of(layout, box, scale);
                assertTrue(detail.compareTo(last) >= 0, box + " at " + scale);
                last = detail;
            }
        }
    }

    private static Box node(SceneLayout layout) {
        return layout.scene().boxes().stream().filter(Box::isNode).findFirst().orElseThrow();
    }

    /** A zone of few nodes had cells where all others had blocks, which look otherwise. */
    @Test
    void smallNodesAreAllBlocksOrNone() {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("c");
        for (int i = 1; i <= 12; i++) {
            Domain zone = fleets.domain(cluster, "zone", "zone-" + i);
            for (int n = 0; n < (i == 12 ? 6 : 64); n++) {
                fleets.node(zone, "n" + i + "-" + n, 8);
            }
        }
        SceneLayout layout = SceneLayout.of(Scene.of(fleets.fleet()), 240, 130);
        int blocks = 0;
        for (double scale = 1; scale < 5; scale += 0.1) {
            double at = scale;
            List<LevelOfDetail> seen = layout.scene().boxes().stream()
                    .filter(box -> box.isNode()
                            && Math.min(
                                                    layout.grid(box).stepX(),
                                                    layout.grid(box).stepY())
                                            * at
                                    < LevelOfDetail.SMALL)
                    .map(box -> LevelOfDetail.of(layout, box, at))
                    .distinct()
                    .toList();
            assertTrue(seen.size() <= 1, seen + " at " + at);
            blocks += seen.contains(LevelOfDetail.BLOCK) ? 1 : 0;
        }
        assertTrue(blocks > 0 && blocks < 40, "both were seen: " + blocks);
    }
}
