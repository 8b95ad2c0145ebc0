// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.placement.Target;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.WhatIfResult;
import podium.placement.whatif.WhatIfResult.NodeChange;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Outlooks;
import podium.ui.topology.internal.testing.Pictures;

/** What is only supposed is never drawn as what is. */
class WhatIfPainterTest {
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Node first = fleets.node(cluster, "n1", 4);
    private final Node second = fleets.node(cluster, "n2", 4);
    private final Palette palette = new Palette(false);
    private final Pictures pictures = new Pictures(Displays.needed(), fleets, palette, 640, 300);

    @AfterEach
    void close() {
        pictures.close();
    }

    @Test
    void aSuppositionHasAFrameInBothThemesAndIsGoneWithoutATrace() {
        for (boolean dark : new boolean[] {false, true}) {
            palette.use(dark);
            pictures.highlights().suppose(Optional.empty());
            ImageData before = pictures.picture();
            pictures.highlights().suppose(Optional.of(outlook()));
            ImageData supposed = pictures.picture();
            RGB ink = palette.color(Name.WAITING).getRGB();
            PixelRect node = pictures.model()
                    .view()
                    .pixels(pictures.model()
                            .layout()
                            .of(pictures.model().scene().box(first).orElseThrow()));
            assertTrue(count(supposed, node, ink) > count(before, node, ink) + 50, "crossed out and framed");
            pictures.highlights().suppose(Optional.empty());
            assertTrue(java.util.Arrays.equals(before.data, pictures.picture().data), "nothing is left of it");
        }
    }

    @Test
    void whatASmallNodeHoldsIsSeenBesideWhatWouldChange() {
        Fleets many = new Fleets();
        Cluster large = many.cluster("large");
        Map<Node, NodeChange> changes = new java.util.HashMap<>();
        for (int i = 0; i < 2000; i++) {
            changes.put(many.node(large, "n" + i, 8), new NodeChange(false, 8, 0, List.of()));
        }
        try (Pictures all = new Pictures(Displays.needed(), many, palette, 640, 300)) {
            PixelRect whole = new PixelRect(0, 0, 640, 300);
            all.highlights().suppose(Optional.of(Outlooks.of(List.of(), changes)));
            int marked = count(all.picture(), whole, palette.color(Name.WAITING).getRGB());
            assertTrue(marked > 2000 && marked < 640 * 300 / 6, marked + " pixels are of what is supposed");
        }
    }

    @Test
    void theBadgeAsksInsteadOfTelling() {
        assertEquals("down?", WhatIfPainter.badge(new NodeChange(true, 0, 3, List.of("x"))));
        assertEquals("+8?", WhatIfPainter.brief(new NodeChange(false, 0, 8, List.of("train"))));
        assertEquals("+8? train", WhatIfPainter.badge(new NodeChange(false, 0, 8, List.of("train"))));
        assertEquals("+8 \u22124?", WhatIfPainter.badge(new NodeChange(false, 4, 8, List.of("a", "b"))));
    }

    @Test
    void aBadgeLiesInTheHeaderAndCoversNoGpuNorAnythingAboveTheNodes() {
        ImageData before = pictures.picture();
        pictures.highlights().suppose(Optional.of(outlook()));
        ImageData supposed = pictures.picture();
        RGB ink = palette.color(Name.WAITING).getRGB();
        Box box = pictures.model().scene().box(second).orElseThrow();
        assertTrue(count(supposed, header(box), ink) > count(before, header(box), ink) + 50, "the badge");
        for (Cell cell : pictures.model().scene().cells(box)) {
            PixelRect at =
                    pictures.model().view().pixels(pictures.model().layout().of(cell));
            assertEquals(List.of(), changed(before, supposed, at), "GPU " + cell.place());
        }
        assertEquals(
                List.of(),
                changed(before, supposed, new PixelRect(0, 0, 640, header(box).y())),
                "the header of the cluster");
    }

    @Test
    void aBadgeGivesWayToTheNameOfTheNode() {
        theNameStaysBelow(new NodeChange(false, 0, 4, List.of("a-job-with-a-long-name")));
    }

    @Test
    void theNameOfANodeThatIsSupposedDownIsReadable() {
        theNameStaysBelow(new NodeChange(true, 0, 0, List.of()));
    }

    /** Of twelve nodes that would change one had its badge, and its name was cut in its middle for it. */
    @Test
    void onNodesAsNarrowAsInASmallWindowEachHasItsBadgeBesideWhatTellsItApart() {
        Fleets fleet = new Fleets();
        Cluster factory = fleet.cluster("ai-factory");
        Map<Node, NodeChange> changes = new java.util.HashMap<>();
        for (int rack = 1; rack <= 4; rack++) {
            Domain domain = fleet.domain(factory, "rack", "rack-" + rack);
            for (int n = 1; n <= 8; n++) {
                changes.put(
                        fleet.node(domain, "gpu-r" + rack + "-n" + n, 8),
                        n == 3
                                ? new NodeChange(true, 0, 0, List.of())
                                : new NodeChange(false, n % 2 * 8, 8, List.of("a", "b")));
            }
        }
        try (Pictures all = new Pictures(Displays.needed(), fleet, palette, 645, 330)) {
            ImageData before = all.picture();
            all.highlights().suppose(Optional.of(Outlooks.of(List.of(), changes)));
            ImageData after = all.picture();
            RGB ink = palette.color(Name.WAITING).getRGB();
            changes.forEach((node, change) -> {
                PixelRect at = all.model()
                        .view()
                        .pixels(all.model()
                                .layout()
                                .of(all.model().scene().box(node).orElseThrow()));
                PixelRect badge = new PixelRect(at.right() - 20, at.y() + 3, 16, 8);
                assertTrue(change.down() || at.width() < 80, at.toString());
                assertTrue(
                        change.down() || count(after, badge, ink) > count(before, badge, ink) + 40,
                        node.getName() + " in " + at);
            });
        }
    }

    /** Dark digits on a dimmed blue under a hatch and a cross. */
    @Test
    void theNumbersOfGpusThatAreSupposedGoneStandOnAPlateOverTheHatch() {
        palette.use(true);
        Fleets fleet = new Fleets();
        Domain rack = fleet.domain(fleet.cluster("c"), "rack", "r");
        Node node = fleet.node(rack, "n1", 8);
        fleet.run(
                fleet.job(node.getCluster(), "j", JobState.RUNNING, 1, 8),
                node.getAccelerators().toArray(Accelerator[]::new));
        fleet.node(rack, "n2", 8);
        try (Pictures all = new Pictures(Displays.needed(), fleet, palette, 420, 120)) {
            all.highlights()
                    .suppose(Optional.of(Outlooks.of(List.of(), Map.of(node, new NodeChange(true, 0, 0, List.of())))));
            ImageData picture = all.picture();
            for (Cell cell :
                    all.model().scene().cells(all.model().scene().box(node).orElseThrow())) {
                PixelRect at = all.model().view().pixels(all.model().layout().of(cell));
                PixelRect digit = new PixelRect(at.x() + at.width() / 2 - 4, at.y() + at.height() / 2 - 6, 8, 12);
                assertEquals(
                        0, count(picture, digit, palette.color(Name.WAITING).getRGB()), "GPU " + cell.place());
                assertTrue(
                        count(picture, digit, palette.color(Name.PANEL).getRGB()) > 40,
                        "GPU " + cell.place() + " in " + at);
            }
        }
    }

    @Test
    void theHeaderOfARackSaysWhatWouldBeInItAndNotWhatIs() {
        Fleets fleet = new Fleets();
        Cluster factory = fleet.cluster("factory");
        Domain one = fleet.domain(factory, "rack", "r1");
        Domain two = fleet.domain(factory, "rack", "r2");
        Node gone = fleet.node(one, "n1", 8);
        Node left = fleet.node(one, "n2", 8);
        Node other = fleet.node(two, "n3", 8);
        fleet.run(
                fleet.job(factory, "j", JobState.RUNNING, 1, 2),
                left.getAccelerators().get(0),
                left.getAccelerators().get(1));
        try (Pictures all = new Pictures(Displays.needed(), fleet, palette, 900, 400)) {
            TopologyModel model = all.model();
            PaintState state =
                    new PaintState(model.layout(), model.view(), model.styles(), Optional.empty(), model.slots());
            WhatIfResult outlook = Outlooks.of(
                    List.of(),
                    Map.of(
                            gone,
                            new NodeChange(true, 0, 0, List.of()),
                            left,
                            new NodeChange(false, 0, 4, List.of("j"))));
            Box first = model.scene().box(one).orElseThrow();
            Box second = model.scene().box(two).orElseThrow();
            assertEquals(
                    "1 node down, 2 free, 6/8 held?",
                    WhatIfPainter.says(state, first, outlook).getFirst());
            assertEquals(List.of(), WhatIfPainter.says(state, second, outlook));
            ImageData before = all.picture();
            all.highlights().suppose(Optional.of(outlook));
            ImageData after = all.picture();
            assertTrue(count(
                            after,
                            header(model, first),
                            palette.color(Name.WAITING).getRGB())
                    > 100);
            assertEquals(List.of(), changed(before, after, header(model, second)));
            all.highlights()
                    .suppose(Optional.of(Outlooks.of(List.of(), Map.of(other, new NodeChange(true, 0, 0, List.of())))));
            assertEquals(
                    "all down?",
                    WhatIfPainter.says(
                                    state, second, all.highlights().supposed().orElseThrow())
                            .getFirst());
        }
    }

    private static PixelRect header(TopologyModel model, Box box) {
        PixelRect at = model.view().pixels(model.layout().of(box));
        return new PixelRect(at.x(), at.y(), at.width(), (int) model.layout().header(box));
    }

    @Test
    void aBadgeInLittleRoomSaysThatAsManyAreTakenAsGetFree() {
        assertEquals(
                "\u00b18?", WhatIfPainter.brief(new NodeChange(false, 8, 8, List.of("a", "b"))), "as it is explained");
        assertEquals("\u00b18?", WhatIfPainter.least(new NodeChange(false, 8, 8, List.of("a"))));
        assertEquals("\u00b1?", WhatIfPainter.least(new NodeChange(false, 4, 8, List.of("a"))));
        assertEquals("+8?", WhatIfPainter.least(new NodeChange(false, 0, 8, List.of("a"))));
    }

    private void theNameStaysBelow(NodeChange change) {
        Node narrow = fleets.node(cluster, "node-with-a-long-name-17", 4);
        for (int i = 0; i < 60; i++) {
            fleets.node(cluster, "other-with-a-long-name-" + i, 4);
        }
        pictures.model().rebuild();
        pictures.highlights().suppose(Optional.empty());
        ImageData before = pictures.picture();
        pictures.highlights().suppose(Optional.of(Outlooks.of(List.of(), Map.of(narrow, change))));
        PixelRect name =
                header(pictures.model().scene().box(narrow).orElseThrow()).grow(-2);
        assertEquals(
                List.of(),
                changed(
                        before,
                        pictures.picture(),
                        new PixelRect(name.x(), name.y(), name.width(), name.height() + 2)));
    }

    private PixelRect header(Box box) {
        PixelRect at = pictures.model().view().pixels(pictures.model().layout().of(box));
        double bottom = pictures.model().layout().of(box).y()
                + pictures.model().layout().header(box);
        return new PixelRect(at.x(), at.y(), at.width(), pictures.model().view().y(bottom) - at.y());
    }

    private static List<String> changed(ImageData before, ImageData after, PixelRect in) {
        List<String> changed = new ArrayList<>();
        for (int y = in.y(); y < in.bottom(); y++) {
            for (int x = in.x(); x < in.right(); x++) {
                if (!at(before, x, y).equals(at(after, x, y))) {
                    changed.add(x + "," + y);
                }
            }
        }
        return changed;
    }

    private WhatIfResult outlook() {
        return Outlooks.of(
                List.of(new Hypothesis.Down(new Target.OnNode(first))),
                Map.of(
                        first,
                        new NodeChange(true, 0, 0, List.of()),
                        second,
                        new NodeChange(false, 0, 4, List.of("train"))));
    }

    private static int count(ImageData picture, PixelRect in, RGB ink) {
        int count = 0;
        for (int y = in.y(); y < in.bottom(); y++) {
            for (int x = in.x(); x < in.right(); x++) {
                count += at(picture, x, y).equals(ink) ? 1 : 0;
            }
        }
        return count;
    }

    private static RGB at(ImageData picture, int x, int y) {
        return picture.palette.getRGB(picture.getPixel(x, y));
    }
}
