// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.ui.toolkit.Palette;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;

class NameChipTest {
    private TextPainter texts;
    private GC gc;
    private NameChip chip;

    @BeforeEach
    void open() {
        Display display = Displays.needed();
        texts = new TextPainter(display);
        gc = new GC(display);
        chip = new NameChip(new CanvasColours(new Palette(false)), texts);
    }

    @AfterEach
    void close() {
        if (gc != null) {
            gc.dispose();
            texts.close();
        }
    }

    /** One of three racks beside each other was named, in the line of a node. */
    @Test
    void ofLowRacksBesideEachOtherAllAreNamedOrNone() {
        int all = 0;
        int shorter = 0;
        for (int width = 60; width < 900; width += 20) {
            List<Box> racks = named("r3", width);
            assertTrue(racks.isEmpty() || racks.size() == 3, racks::toString);
            List<Box> long3 = named("a-rack-with-a-name-that-is-longer-than-those-of-the-others", width);
            assertTrue(long3.isEmpty() || long3.size() == 3, long3::toString);
            all += racks.size();
            shorter += long3.size();
        }
        assertTrue(all > shorter, "where one name has no room the others are left out too: " + all + ", " + shorter);
    }

    /** At 5,000 nodes the names of blocks lay over the first two rows of their nodes. */
    @Test
    void aNameNeverLiesOverAWholeNode() {
        Fleets fleets = fleets("r3", 128, 16);
        int seen = 0;
        for (int height = 60; height < 300; height += 5) {
            PaintState picture = picture(fleets, 400, height);
            Box cluster = picture.layout().scene().clusters().getFirst();
            for (Box rack : chip.named(gc, picture, cluster.children())) {
                PixelRect at = BoxPainter.area(picture, rack);
                int below = at.y() + 1 + texts.small().height();
                for (Box node : rack.children()) {
                    PixelRect is = BoxPainter.area(picture, node);
                    assertTrue(is.x() > at.x() + 40 || is.bottom() > below, node + " at " + height);
                }
            }
            seen += LevelOfDetail.of(
                                    picture.layout(),
                                    cluster.children().getFirst().children().getFirst(),
                                    1)
                            == LevelOfDetail.BLOCK
                    ? 1
                    : 0;
        }
        assertTrue(seen > 0, "some were blocks");
    }

    /** The line is theirs. */
    @Test
    void noNameOfARackIsWrittenWhereNodesHaveTheirs() {
        Fleets fleets = fleets("r3", 12, 2);
        for (int height = 100; height < 700; height += 10) {
            PaintState picture = picture(fleets, 500, height);
            for (Box cluster : picture.layout().scene().clusters()) {
                for (Box rack : chip.named(gc, picture, cluster.children())) {
                    assertEquals(
                            List.of(),
                            rack.children().stream()
                                    .filter(node -> NameChip.isHighEnough(
                                            picture.layout().header(node)
                                                    * picture.view().scale(),
                                            texts.small().height()))
                                    .toList());
                }
            }
        }
    }

    /** The counts of a block lay on the line of its racks: only its name was smaller there. */
    @Test
    void whereANameIsInSmallTypeItsCountsAreToo() {
        PaintState picture = picture(fleets("r3", 4, 2), 600, 400);
        Box rack = picture.layout().scene().clusters().getFirst().children().getFirst();
        String counts = BoxPainter.counts(
                rack, picture.styles().states().of(rack), picture.slots().words(rack.subject()))[0];
        Image image = new Image(gc.getDevice(), 600, 40);
        GC on = new GC(image);
        try {
            new BoxPainter(new CanvasColours(new Palette(false)), texts)
                    .writeHeader(on, picture, rack, new PixelRect(0, 4, 600, 30), texts.small());
            ImageData seen = image.getImageData();
            int ground = seen.getPixel(0, 0);
            int first = IntStream.range(200, 600)
                    .filter(x -> IntStream.range(0, 40).anyMatch(y -> seen.getPixel(x, y) != ground))
                    .findFirst()
                    .orElseThrow();
            assertEquals(594 - texts.small().width(gc, counts), first, 3, counts);
        } finally {
            on.dispose();
            image.dispose();
        }
    }

    private List<Box> named(String third, int width) {
        PaintState picture = picture(fleets(third, 4, 2), width, 60);
        return chip.named(
                gc, picture, picture.layout().scene().clusters().getFirst().children());
    }

    private static PaintState picture(Fleets fleets, int width, int height) {
        TopologyModel model = new TopologyModel(fleets.fleet());
        model.resize(width, height);
        return new PaintState(model.layout(), model.view(), model.styles(), Optional.empty(), model.slots());
    }

    private static Fleets fleets(String third, int nodes, int gpus) {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("c");
        for (String name : List.of("r1", "r2", third)) {
            Domain rack = fleets.domain(cluster, "rack", name);
            for (int n = 0; n < nodes; n++) {
                fleets.node(rack, name + "n" + n, gpus);
            }
        }
        return fleets;
    }
}
