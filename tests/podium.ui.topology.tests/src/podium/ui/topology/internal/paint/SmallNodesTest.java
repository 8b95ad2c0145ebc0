// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.CellStyle;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Pictures;

/** Nodes that are too small for cells look as their cells would: that is what the legend explains. */
class SmallNodesTest {
    private final Palette palette = new Palette(false);
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Domain rack = fleets.domain(cluster, "rack", "r");
    private Pictures pictures;

    @BeforeEach
    void open() {
        for (int i = 0; i < 120; i++) {
            Node node = fleets.node(rack, "n" + i, 16);
            if (i % 2 == 0) {
                fleets.run(
                        fleets.job(cluster, "j" + i % 4, JobState.RUNNING, 1, 16),
                        node.getAccelerators().toArray(Accelerator[]::new));
            }
        }
        pictures = new Pictures(Displays.needed(), fleets, palette, 190, 130);
        PixelRect at = area(0);
        assertTrue(at.width() >= 5 && at.height() >= 5, at.toString());
        assertEquals(
                LevelOfDetail.BLOCK,
                LevelOfDetail.of(
                        pictures.model().layout(),
                        pictures.model().scene().box(node(0)).orElseThrow(),
                        1));
    }

    @AfterEach
    void close() {
        if (pictures != null) {
            pictures.close();
        }
    }

    @Test
    void whatIsFreeIsHollow() {
        for (ColourBy by : List.of(ColourBy.HOLDING, ColourBy.JOB, ColourBy.IDLE)) {
            pictures.colourBy(by);
            ImageData picture = pictures.picture();
            assertEquals(palette.color(Name.FREE).getRGB(), at(picture, area(1).x(), area(1).y()), by.toString());
            assertEquals(palette.color(Name.RAISED).getRGB(), middle(picture, 1), by.toString());
        }
    }

    /** Zones of 3,000 nodes whose nodes were four pixels high had them in grey, which the legend did not know. */
    @Test
    void whatIsFreeIsHollowOnNodesOfFourPixelsToo() {
        int seen = 0;
        for (int height = 130; height > 40 && seen < 3; height--) {
            pictures.close();
            pictures = new Pictures(Displays.needed(), fleets, palette, 190, height);
            PixelRect at = area(119); // the name of the rack lies over the first ones
            if (at.height() == 4 && at.width() > 4) {
                for (ColourBy by : List.of(ColourBy.HOLDING, ColourBy.ACTIVITY)) {
                    pictures.colourBy(by);
                    ImageData picture = pictures.picture();
                    assertEquals(palette.color(Name.FREE).getRGB(), at(picture, at.x(), at.y()), by.toString());
                    assertEquals(palette.color(Name.RAISED).getRGB(), at(picture, at.x() + 2, at.y() + 1));
                }
                seen++;
            }
        }
        assertTrue(seen > 0, "there were some");
    }

    @Test
    void whatAJobHoldsHasTheColourOfTheJob() {
        pictures.colourBy(ColourBy.JOB);
        ImageData picture = pictures.picture();
        for (int i : new int[] {0, 2}) {
            Node node = node(i);
            CellStyle style = pictures.model()
                    .styles()
                    .of(pictures.model().scene().cells().get(16 * i));
            assertEquals(CellStyle.Fill.GROUP, style.fill());
            assertEquals(palette.group(style.ramp()).getRGB(), middle(picture, i), node.getName());
        }
    }

    @Test
    void onARampWhatIsFreeHasTheRimThatItsCellsWouldHave() {
        pictures.colourBy(ColourBy.ACTIVITY);
        ImageData picture = pictures.picture();
        assertEquals(palette.color(Name.FREE).getRGB(), at(picture, area(1).x(), area(1).y()));
        assertEquals(palette.color(Name.RAISED).getRGB(), at(picture, area(1).x() + 1, area(1).y() + 1));
    }

    /** In one zone of 5,000 nodes what is not known was drawn in two ways, by cells of four pixels and of five. */
    @Test
    void cellsThatDifferByAPixelHaveOneLookForOneState() {
        pictures.close();
        Fleets mixed = new Fleets();
        Cluster of = mixed.cluster("c");
        Domain large = mixed.domain(of, "rack", "a");
        Domain small = mixed.domain(of, "rack", "b");
        for (int i = 0; i < 4; i++) {
            mixed.node(large, "l" + i, 12);
            mixed.node(small, "s" + i, 16);
        }
        int seen = 0;
        pictures = new Pictures(Displays.needed(), mixed, palette, 190, 200);
        for (int height = 200; height > 40; height--) {
            pictures.model().resize(190, height);
            IntSummaryStatistics sizes =
                    cells().mapToInt(at -> Math.min(at.width(), at.height())).summaryStatistics();
            if (sizes.getMin() == 4 && sizes.getMax() > 4 && sizes.getMax() < 10) {
                seen++;
                ImageData picture = pictures.picture();
                assertEquals(
                        1,
                        cells().map(at -> at(picture, at.x() + 1, at.y() + 1))
                                .distinct()
                                .count(),
                        sizes::toString);
            }
        }
        assertTrue(seen > 0, "there were some");
    }

    /** Of nodes in a row every third was named in a smaller type: it was a pixel narrower, or its number a digit longer. */
    @Test
    void theNamesOfARowAreInOneType() {
        pictures.close();
        Fleets row = new Fleets();
        Domain it = row.domain(row.cluster("c"), "rack", "r");
        for (int i = 7; i <= 10; i++) {
            row.node(it, "gpu-" + i, 4);
        }
        TextPainter texts = new TextPainter(Displays.needed());
        int lines = texts.label().height();
        texts.close();
        pictures = new Pictures(Displays.needed(), row, palette, 300, 110);
        for (int width = 300; width < 460; width += 3) {
            pictures.model().resize(width, 110);
            ImageData picture = pictures.picture();
            assertEquals(
                    1,
                    row.fleet().getClusters().getFirst().getNodes().stream()
                            .map(node -> {
                                PixelRect at = area(node);
                                return IntStream.range(0, lines)
                                        .filter(y -> IntStream.range(at.x() + 4, at.x() + 18)
                                                .anyMatch(x -> !at(picture, x, at.y() + 2 + y)
                                                        .equals(palette.color(Name.RAISED)
                                                                .getRGB())))
                                        .boxed()
                                        .toList();
                            })
                            .distinct()
                            .count(),
                    "at " + width);
        }
    }

    /** In a part of 200 pixels all nodes were called "g...1". */
    @Test
    void whereANameHasNoRoomWhatTellsItApartInItsRackIsWritten() {
        Fleets racks = new Fleets();
        Cluster of = racks.cluster("c");
        for (String r : List.of("1", "2")) {
            Domain it = racks.domain(of, "rack", r);
            racks.node(it, "gpu-r" + r + "-n1", 8);
            racks.node(it, "gpu-r" + r + "-n2", 8);
        }
        TopologyModel model = new TopologyModel(racks.fleet());
        Box node = model.scene().box(racks.findNode("gpu-r2-n2")).orElseThrow();
        TextPainter texts = new TextPainter(Displays.needed());
        GC gc = new GC(Displays.needed());
        try {
            TextPainter.MeasuredFont font = texts.small();
            assertEquals("gpu-r2-n2", font.fit(gc, node, font.width(gc, "gpu-r2-n2")));
            assertEquals("\u2026r2-n2", font.fit(gc, node, font.width(gc, "\u2026r2-n2")));
            assertEquals("\u2026n2", font.fit(gc, node, font.width(gc, "\u2026r2-n2") - 1));
        } finally {
            gc.dispose();
            texts.close();
        }
    }

    private Stream<PixelRect> cells() {
        var layout = pictures.model().layout();
        return layout.scene().cells().stream()
                .map(cell -> pictures.model().view().pixels(layout.of(cell)));
    }

    private Node node(int i) {
        return cluster.getNodes().get(i);
    }

    private PixelRect area(int i) {
        return area(node(i));
    }

    private PixelRect area(Node node) {
        var layout = pictures.model().layout();
        return pictures.model().view().pixels(layout.of(layout.scene().box(node).orElseThrow()));
    }

    private RGB middle(ImageData picture, int i) {
        PixelRect at = area(i);
        return at(picture, at.x() + at.width() / 2, at.y() + at.height() / 2);
    }

    private static RGB at(ImageData picture, int x, int y) {
        return picture.palette.getRGB(picture.getPixel(x, y));
    }
}
