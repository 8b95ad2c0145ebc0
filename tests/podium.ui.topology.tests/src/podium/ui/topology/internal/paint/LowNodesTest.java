// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.advice.RankedPlace;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.MarkedPlaces;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Pictures;

/** Nodes with one line for their name and one row of GPUs, one close above the other. */
class LowNodesTest {
    private static final Verdict FITS = new Verdict(Fit.FITS, List.of(), 1, 1);
    private final Palette palette = new Palette(true);
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private Display display;

    @BeforeEach
    void open() {
        display = Displays.needed();
        Domain rack = fleets.domain(cluster, "rack", "r");
        for (int i = 0; i < 5; i++) {
            fleets.node(rack, "l40s-" + i, 4);
        }
    }

    @Test
    void whatIsCarriedLeavesTheirNamesTheirGapsAndTheirLastGpuInSight() {
        int seen = 0;
        for (int height = 170; height < 240; height += 3) {
            try (Pictures pictures = new Pictures(display, fleets, palette, 330, height)) {
                PixelRect first = area(pictures, 0);
                PixelRect second = area(pictures, 1);
                int gap = second.y() - first.bottom();
                if (first.height() < 36 && first.height() > 24 && gap >= 3 && first.x() == second.x()) {
                    carry(pictures);
                    ImageData picture = pictures.picture();
                    int x = first.x() + first.width() / 2;
                    assertTrue(
                            IntStream.range(first.bottom(), second.y()).anyMatch(y -> !isLit(picture, x, y)),
                            "the frames run into each other at " + height);
                    assertEquals(
                            1,
                            IntStream.range(first.y(), first.y() + 6)
                                    .filter(y -> isLit(picture, x, y))
                                    .count(),
                            "lines in that of the name at " + height);
                    PixelRect last = pictures.model()
                            .view()
                            .pixels(pictures.model()
                                    .layout()
                                    .of(pictures.model().scene().cells().get(3)));
                    assertEquals(
                            0,
                            IntStream.range(last.x(), last.right() - 2)
                                    .filter(i -> isLit(picture, i, last.y() + last.height() / 2))
                                    .count());
                    seen++;
                }
            }
        }
        assertTrue(seen > 0, "there were some");
    }

    @Test
    void nodesOfOneRowThatAreHigherKeepTheirLastGpuInSightToo() {
        int seen = 0;
        for (int height = 240; height < 300; height += 10) {
            try (Pictures pictures = new Pictures(display, fleets, palette, 330, height)) {
                if (area(pictures, 0).height() > 39
                        && pictures.model()
                                        .layout()
                                        .grid(pictures.model()
                                                .scene()
                                                .cells()
                                                .getFirst()
                                                .node())
                                        .rows()
                                == 1) {
                    carry(pictures);
                    ImageData picture = pictures.picture();
                    PixelRect last = pictures.model()
                            .view()
                            .pixels(pictures.model()
                                    .layout()
                                    .of(pictures.model().scene().cells().get(3)));
                    assertEquals(
                            0,
                            IntStream.range(last.x(), last.right() - 4)
                                    .filter(x -> isLit(picture, x, last.bottom() - 4))
                                    .count(),
                            "at " + height);
                    seen++;
                }
            }
        }
        assertTrue(seen > 0, "there were some");
    }

    private void carry(Pictures pictures) {
        Map<Node, Verdict> verdicts = new HashMap<>();
        cluster.getNodes().forEach(node -> verdicts.put(node, FITS));
        pictures.model().answer(Optional.of(new NodeVerdicts(pictures.model().scene(), verdicts, 1)));
        List<RankedPlace> best = cluster.getNodes().subList(0, 2).stream()
                .map(node -> new RankedPlace(new Target.OnNode(node), FITS, ""))
                .toList();
        pictures.canvas().mark(new MarkedPlaces(MarkedPlaces.State.RANKED, best));
    }

    private boolean isLit(ImageData picture, int x, int y) {
        return picture.palette
                .getRGB(picture.getPixel(x, y))
                .equals(palette.color(Name.DROP_OK).getRGB());
    }

    private PixelRect area(Pictures pictures, int node) {
        var layout = pictures.model().layout();
        return pictures.model()
                .view()
                .pixels(layout.of(
                        layout.scene().box(cluster.getNodes().get(node)).orElseThrow()));
    }
}
