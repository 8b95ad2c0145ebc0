// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.metrics.Metric;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Domain;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Health;
import podium.model.fleet.JobState;
import podium.model.fleet.Link;
import podium.model.fleet.LinkKind;
import podium.model.fleet.Node;
import podium.model.fleet.Protection;
import podium.model.fleet.Readiness;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.Verdict;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.CellValues;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.layout.FreeView;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.WorldRect;
import podium.ui.topology.internal.model.CanvasTooltip;
import podium.ui.topology.internal.model.PointerFeedback;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Pictures;
import podium.ui.topology.internal.testing.Readouts;

/** What is seen: pixels of named colours where they must be, in both themes. */
class CanvasPixelsTest {
    private static final long NOW = Fleets.NOW.toEpochMilli();
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Node first = fleets.node(cluster, "n1", 4);
    private final Node second = fleets.node(cluster, "n2", 4);
    private final Palette palette = new Palette(true);
    private Display display;
    private Pictures pictures;

    @BeforeEach
    void open() {
        display = Displays.needed();
        fleets.run(
                fleets.job(cluster, "j", JobState.RUNNING, 1, 1),
                first.getAccelerators().get(0));
        pictures = new Pictures(display, fleets, palette, 640, 300);
    }

    @AfterEach
    void close() {
        if (pictures != null) {
            pictures.close();
        }
    }

    @Test
    void aHeldGpuIsFilledAndAFreeOneHollowInBothThemes() {
        for (boolean dark : new boolean[] {true, false}) {
            palette.use(dark);
            ImageData picture = pictures.picture();
            assertEquals(rgb(Name.HELD), corner(picture, first, 0));
            assertEquals(rgb(Name.RAISED), corner(picture, first, 1));
            assertEquals(rgb(Name.FREE), outline(picture, first, 1));
        }
    }

    @Test
    void aGpuWithoutAReadingHasNoColourOfTheRamp() {
        Readouts store = new Readouts();
        store.append(pictures.model().scene().cells().get(0).key(), Metric.ACTIVITY, NOW, 1);
        store.append(pictures.model().scene().cells().get(1).key(), Metric.ACTIVITY, NOW, 0);
        pictures.model().colourBy(ColourBy.ACTIVITY);
        take(store);
        ImageData picture = pictures.picture();
        assertEquals(palette.ramp(1).getRGB(), corner(picture, first, 0));
        assertEquals(rgb(Name.RAISED), corner(picture, first, 1), "nobody holds it: a hollow rim around its colour");
        assertEquals(rgb(Name.RAISED), corner(picture, first, 2));
        assertNotEquals(palette.ramp(0).getRGB(), corner(picture, first, 2));
    }

    @Test
    void aChangeIsSeenAfterTheNextFrame() {
        pictures.picture();
        second.setReadiness(Readiness.NOT_READY);
        second.setUnschedulable(true);
        pictures.model()
                .refresh(podium.ui.topology.internal.testing.FakeFleet.delta(
                        java.util.Set.of(second), java.util.Set.of(), java.util.Set.of(), false));
        ImageData picture = pictures.picture();
        PixelRect node = node(second);
        assertEquals(rgb(Name.CRITICAL), at(picture, node.x(), node.y() + node.height() / 2));
        assertTrue(count(picture, node, rgb(Name.CORDONED)) > 20, "a hatch");
        assertEquals(0, count(picture, node(first), rgb(Name.CORDONED)));
    }

    /** A node that filled the view had no name: it had gone out to the left. */
    @Test
    void theNameOfANodeStaysInTheViewWhileItsLineDoes() {
        TopologyModel model = pictures.model();
        model.resize(640, 300);
        model.show(model.view().zoom(0, 0, 5));
        PixelRect at = node(first);
        model.show(model.view().pan(-150 - at.x(), 40 - at.y()));
        PixelRect line = new PixelRect(0, node(first).y() + 2, 40, 14);
        assertEquals(-150, node(first).x());
        assertTrue(count(pictures.picture(), line, rgb(Name.TEXT)) > 5, line::toString);
    }

    /** The line of the name that is kept in the view lay over the upper half of them. */
    @Test
    void theWordsOfASwitchAreWholeWhereTheNameOfTheirNodeIsKeptInTheView() {
        Fleets one = new Fleets();
        Node node = one.node(one.cluster("c"), "n1", 8);
        IntStream.range(2, 17).forEach(i -> one.node(node.getCluster(), "n" + i, 8));
        try (Pictures all = new Pictures(display, one, palette, 640, 300)) {
            TopologyModel model = all.model();
            WorldRect rect = model.layout().of(model.scene().box(node).orElseThrow());
            model.show(model.view().show(rect, 0.8, 9));
            model.show(model.view()
                    .pan(
                            20 - model.view().pixels(rect).x(),
                            60 - model.view().pixels(rect).y()));
            List<RGB> whole = words(all);
            assertTrue(whole.stream().distinct().count() > 9, "the words are there");
            model.show(model.view().pan(-60, 0));
            assertTrue(model.view().pixels(rect).x() < -4, "the name of the node is kept");
            assertEquals(whole, words(all));
        }
    }

    /** The pixels above the last GPU of the upper row of the first node. */
    private static List<RGB> words(Pictures all) {
        TopologyModel model = all.model();
        Box node = model.scene().cells().getFirst().node();
        PixelRect last = model.view()
                .pixels(model.layout().grid(node).cell(model.layout().grid(node).columns() - 1));
        ImageData picture = all.picture();
        return IntStream.range(0, 100 * 24)
                .mapToObj(i -> at(picture, last.right() - 1 - i % 100, last.y() - 24 + i / 100))
                .toList();
    }

    /** The upper half of a name was cut by the path, in which it stood whole. */
    @Test
    void underThePathNoHalfOfANameSticksOut() {
        try (Pictures all = new Pictures(display, Fleets.aiFactory(), palette, 770, 455)) {
            TopologyModel model = all.model();
            Box block = model.scene().clusters().getFirst().children().getFirst();
            model.show(model.view().zoom(0, 0, 2));
            for (int y = 3; y < 14; y++) {
                model.show(model.view()
                        .pan(
                                0,
                                y
                                        - model.view()
                                                .pixels(model.layout().of(block))
                                                .y()));
                PixelRect at = model.view().pixels(model.layout().of(block));
                assertEquals(y, at.y());
                ImageData picture = all.picture();
                PixelRect line = new PixelRect(at.x() + 6, at.y() + 2, 60, 16);
                int path = IntStream.range(0, 60)
                        .filter(row -> at(picture, 1, row).equals(rgb(Name.LINE)))
                        .findFirst()
                        .orElse(0);
                PixelRect below = new PixelRect(line.x(), path + 1, 60, Math.max(0, line.bottom() - path - 1));
                assertEquals(0, count(picture, below, rgb(Name.TEXT)), "of a line at " + y + " below " + path);
            }
        }
    }

    @Test
    void nodesThatComeWaitUntilThoseOfBeforeArePainted() {
        pictures.picture();
        pictures.model().rebuild();
        AtomicInteger done = new AtomicInteger();
        pictures.canvas().whenWhole(done::incrementAndGet);
        assertEquals(0, done.get(), "a layout that nobody has seen is not replaced");
        Displays.await(display, () -> done.get() == 1, () -> "");
        pictures.canvas().whenWhole(done::incrementAndGet);
        assertEquals(2, done.get());
    }

    @Test
    void aSlowLinkIsRedOnceTheLinksAreSeen() {
        TopologyModel model = pictures.model();
        model.show(model.view().show(model.layout().of(model.scene().box(first).orElseThrow()), 0.9, 1000));
        int before = count(pictures.picture(), node(first), rgb(Name.CRITICAL));
        link(first.getAccelerators().get(0), first.getAccelerators().get(1));
        int pair = count(pictures.picture(), node(first), rgb(Name.CRITICAL));
        assertTrue(pair > before, "between two GPUs");
        link(first.getAccelerators().get(2), first);
        assertTrue(count(pictures.picture(), node(first), rgb(Name.CRITICAL)) > pair, "to the memory of the node");
    }

    private void link(Accelerator from, EObject to) {
        Link link = FleetFactory.INSTANCE.createLink();
        link.setKind(LinkKind.PCIE);
        link.setHealth(Health.DEGRADED);
        link.setFrom(from);
        link.setTo(to);
        cluster.getLinks().add(link);
        pictures.model()
                .refresh(podium.ui.topology.internal.testing.FakeFleet.delta(
                        java.util.Set.of(first), java.util.Set.of(), java.util.Set.of(), false));
    }

    @Test
    void aBrokenGpuIsCrossed() {
        first.getAccelerators().get(3).setHealth(Health.FAILED);
        pictures.model().rebuild();
        ImageData picture = pictures.picture();
        assertTrue(count(picture, cell(first, 3), rgb(Name.CRITICAL)) > 40);
        assertEquals(0, count(picture, cell(first, 2), rgb(Name.CRITICAL)));
    }

    /** Its cross was red on red, and the legend listed a look that no GPU had. */
    @Test
    void aFailedGpuWithSeriousErrorsIsCrossedAndNoneWithCorrectedOnesAsksForAnAct() {
        first.getAccelerators().get(3).setHealth(Health.FAILED);
        pictures.model().rebuild();
        pictures.model().colourBy(ColourBy.ERRORS);
        Readouts store = new Readouts();
        store.append(pictures.model().scene().cells().get(3).key(), Metric.XID, NOW, 79);
        store.append(pictures.model().scene().cells().get(2).key(), Metric.ECC_CORRECTED, NOW, 5);
        take(store);
        ImageData picture = pictures.picture();
        int red = count(picture, cell(first, 3), rgb(Name.CRITICAL));
        PixelRect failed = cell(first, 3);
        assertTrue(red > 40 && red < failed.width() * failed.height() / 2, red + " of " + failed);
        assertNotEquals(corner(picture, first, 1), middle(picture, first, 2));
        assertEquals(0, count(picture, cell(first, 2), rgb(Name.WARNING)));
    }

    @Test
    void aClusterThatFailedSaysSoOnTheCanvasAndHatchesWhatItLastKnew() {
        cluster.setConnection(ConnectionState.FAILED);
        cluster.setConnectionMessage("connection refused");
        cluster.setConnectionAdvice("Is the server running?");
        pictures.model().rebuild();
        ImageData picture = pictures.picture();
        assertTrue(count(picture, new PixelRect(0, 0, 640, 300), rgb(Name.CRITICAL)) > 100, "a notice");
        assertTrue(count(picture, cell(second, 3), rgb(Name.STALE)) > 20, "a hatch");
    }

    @Test
    void aNoticeCoversNoNameOfADomainNorOfTheCluster() {
        Fleets racks = Fleets.aiFactory();
        Cluster stale = racks.fleet().getClusters().getFirst();
        stale.setConnection(ConnectionState.STALE);
        stale.setConnectionMessage("nothing answers");
        Cluster refused = racks.cluster("refused");
        refused.setConnection(ConnectionState.REFUSED);
        refused.setConnectionMessage("you may not list nodes ".repeat(40));
        try (Pictures all = new Pictures(Displays.needed(), racks, palette, 900, 500)) {
            ImageData picture = all.picture();
            for (Cluster each : List.of(stale, refused)) {
                var box = all.model().scene().box(each).orElseThrow();
                PixelRect at = all.model().view().pixels(all.model().layout().of(box));
                int header = each == stale ? at.height() / 3 : 20;
                assertEquals(0, count(picture, new PixelRect(at.x(), at.y(), at.width(), header), rgb(Name.CRITICAL)));
                assertTrue(count(picture, at, rgb(Name.CRITICAL)) > 100, each.getName());
            }
        }
    }

    @Test
    void theNameOfALowDomainLeavesTheCountsOfItsNodesAlone() {
        Fleets low = new Fleets();
        Domain rack = low.domain(low.cluster("c"), "rack", "rack-5");
        for (String name : List.of("gaudi3-1", "gaudi3-2")) {
            low.node(rack, name, 8);
        }
        try (Pictures all = new Pictures(Displays.needed(), low, palette, 420, 92)) {
            var box = all.model().scene().box(rack).orElseThrow().children().getLast();
            PixelRect at = all.model().view().pixels(all.model().layout().of(box));
            PixelRect counts = new PixelRect(at.right() - 80, at.y() + 1, 76, 14);
            assertTrue(count(all.picture(), counts, rgb(Name.MUTED)) > 5);
            assertEquals(0, count(all.picture(), counts, rgb(Name.TEXT)), "nothing is written over them");
        }
    }

    /** As two clusters and more make them in a small window. */
    @Test
    void theNameOfALowDomainLiesOnNoNumberOfAGpuAndHidesNone() {
        for (int height = 40; height < 110; height += 3) {
            Fleets low = new Fleets();
            Domain rack = low.domain(low.cluster("c"), "rack", "rack-6");
            for (int n = 1; n <= 4; n++) {
                low.node(rack, "tpu-v5e-" + n, 4);
            }
            try (Pictures all = new Pictures(Displays.needed(), low, palette, 200, height)) {
                ImageData picture = all.picture();
                for (var cell : all.model().scene().cells()) {
                    PixelRect at =
                            all.model().view().pixels(all.model().layout().of(cell));
                    RGB free = rgb(Name.FREE);
                    boolean drawn = at.width() > 3 && at.height() > 3;
                    String where = cell.place() + " of " + cell.node().name() + " at " + height;
                    assertTrue(
                            !drawn || at(picture, at.x() + 2, at.bottom() - 1).equals(free),
                            where + ": the lower edge");
                    boolean numbered = at.width() >= 15 && at.height() >= 14;
                    assertTrue(!numbered || at(picture, at.x() + 2, at.y()).equals(free), where + ": the upper edge");
                }
            }
        }
    }

    @Test
    void aClusterThatIsNotVerifiedHasItsNameInRed() {
        PixelRect whole = new PixelRect(0, 0, 640, 300);
        int before = count(pictures.picture(), whole, rgb(Name.CRITICAL));
        cluster.setProtection(Protection.UNVERIFIED);
        pictures.model().rebuild();
        assertTrue(count(pictures.picture(), whole, rgb(Name.CRITICAL)) > before + 5, "red letters");
    }

    @Test
    void theSelectedIsFramedAndTheGpusOfAHoveredJobToo() {
        pictures.highlights().select(List.of(second));
        PixelRect node = node(second);
        assertEquals(rgb(Name.SELECTED), at(pictures.picture(), node.x() - 1, node.y() + 20));
        pictures.highlights().select(List.of());
        pictures.highlights().hover(Optional.of(first.getAccelerators().get(0)));
        PixelRect cell = cell(first, 0);
        assertEquals(rgb(Name.TEXT), at(pictures.picture(), cell.x() - 1, cell.y() + 5));
    }

    @Test
    void theFocusOnAGpuLeavesTheFrameOfItsSelectedNodeWhole() {
        PaintState picture = new PaintState(
                pictures.model().layout(),
                pictures.model().view(),
                pictures.model().styles(),
                Optional.empty(),
                pictures.model().slots());
        Hit focused = Hit.of(pictures.model().scene().cells().getFirst());
        PixelRect cell = cell(first, 0);
        Image image = new Image(display, 640, 300);
        GC gc = new GC(image);
        try {
            new OutlinePainter(new CanvasColours(palette)).focus(gc, picture, focused);
            ImageData after = image.getImageData();
            RGB ground = at(after, 0, 0);
            for (int edge = -1; edge < 2; edge++) {
                PixelRect frame = cell.grow(-edge);
                for (int x = frame.x(); x < frame.right(); x++) {
                    assertEquals(ground, at(after, x, frame.y()), "at " + x + " of " + frame);
                }
            }
            assertTrue(count(after, cell, rgb(Name.TEXT)) > 10);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    @Test
    void theFoundIsFramedInAColourOfItsOwn() {
        pictures.highlights().find(List.of(first.getAccelerators().getFirst()));
        PixelRect cell = cell(first, 0);
        assertEquals(rgb(Name.FOUND), at(pictures.picture(), cell.x() - 1, cell.y() + 5));
    }

    @Test
    void whileSomethingIsCarriedWhatFitsIsFramedAndWhatDoesNotIsVeiled() {
        RGB held = corner(pictures.picture(), first, 0);
        pictures.model()
                .answer(Optional.of(new NodeVerdicts(
                        pictures.model().scene(),
                        Map.of(
                                first, new Verdict(Fit.DOES_NOT_FIT, List.of("full"), 0, 0),
                                second, new Verdict(Fit.FITS, List.of(), 1, 1)),
                        1)));
        ImageData picture = pictures.picture();
        PixelRect node = node(second);
        assertEquals(rgb(Name.DROP_OK), at(picture, node.x(), node.y() + node.height() / 2));
        assertNotEquals(held, corner(picture, first, 0));
        pictures.model().answer(Optional.empty());
        assertEquals(held, corner(pictures.picture(), first, 0));
    }

    @Test
    void aNodeThatTakesSomeOfTheTasksOnlyIsAmberAndNoTick() {
        pictures.model()
                .answer(Optional.of(new NodeVerdicts(
                        pictures.model().scene(), Map.of(second, new Verdict(Fit.FITS, List.of(), 1, 1)), 2)));
        ImageData picture = pictures.picture();
        assertEquals(0, count(picture, node(second), rgb(Name.DROP_OK)));
        assertTrue(count(picture, node(second), rgb(Name.DROP_IF)) > 100, "a frame and a sign");
        Verdict free = new Verdict(Fit.FITS, List.of(), 1, 1);
        assertEquals("1 of 2 tasks", VerdictPainter.some(free, 2, words -> true));
        assertEquals("1 of 2", VerdictPainter.some(free, 2, words -> words.length() < 8));
        assertEquals("1/2", VerdictPainter.some(free, 2, words -> words.length() < 4));
    }

    /** A cordoned node wore the badge of a free one. */
    @Test
    void aNodeThatTakesSomeOfTheTasksOnlyIfItIsUncordonedSaysIf() {
        Verdict cordoned = new Verdict(Fit.FITS_IF, List.of("cordoned: uncordon it first"), 1, 1);
        assertEquals("if: 1 of 2 tasks", VerdictPainter.some(cordoned, 2, words -> true));
        assertEquals("if: 1 of 2", VerdictPainter.some(cordoned, 2, words -> words.length() < 12));
        assertEquals("if", VerdictPainter.some(cordoned, 2, words -> words.length() < 4));
    }

    @Test
    void theRanksOfWhatIsCarriedAreLaidOutOnTheNodes() {
        int before = count(pictures.picture(), node(second), rgb(Name.DROP_OK));
        pictures.canvas()
                .point(new PointerFeedback(
                        Optional.empty(),
                        0,
                        0,
                        0,
                        Optional.of(new Assignment(Map.of(0, second, 1, second), "both on n2"))));
        ImageData picture = pictures.picture();
        assertEquals(0, before);
        assertTrue(count(picture, node(second), rgb(Name.DROP_OK)) > 200, "a frame and a label");
        assertEquals(0, count(picture, node(first), rgb(Name.DROP_OK)));
    }

    /** The number of the only task says nothing, and its badge would take the room of the name. */
    @Test
    void aNodeThatOneTaskIsCarriedToIsFramedAndKeepsItsName() {
        int[] green = new int[2];
        for (int tasks = 1; tasks <= 2; tasks++) {
            Map<Integer, Node> ranks = tasks == 1 ? Map.of(0, second) : Map.of(0, second, 1, second);
            pictures.canvas()
                    .point(new PointerFeedback(Optional.empty(), 0, 0, 0, Optional.of(new Assignment(ranks, "on n2"))));
            green[tasks - 1] = count(pictures.picture(), node(second).grow(-3), rgb(Name.DROP_OK));
        }
        assertEquals(0, green[0]);
        assertTrue(green[1] > 20, "the badge of several: " + green[1]);
    }

    @Test
    void aCardLiesWhollyInsideTheCanvasWhereverThePointerIs() {
        CanvasTooltip tooltip = new CanvasTooltip(
                "title", List.of(CanvasTooltip.Line.of("held by", "somebody"), CanvasTooltip.Line.muted("2 s old")));
        for (int[] point : new int[][] {{0, 0}, {639, 299}, {639, 0}, {0, 299}, {320, 150}}) {
            ImageData without = pictures.picture();
            pictures.canvas().point(new PointerFeedback(Optional.of(tooltip), point[0], point[1], 0, Optional.empty()));
            ImageData with = pictures.picture();
            pictures.canvas().point(PointerFeedback.NOTHING);
            PixelRect changed = difference(without, with);
            assertTrue(changed.x() > 0 && changed.right() < 640, changed.toString());
            assertTrue(changed.y() > 0 && changed.bottom() < 300, changed.toString());
            assertTrue(changed.width() > 80 && changed.height() > 40, changed.toString());
        }
    }

    @Test
    void aSlicedGpuShowsWhichSlicesAreHeld() {
        var gpu = second.getAccelerators().get(2);
        fleets.slice(gpu, 2);
        var task = fleets.task(cluster.getJobs().getFirst(), podium.model.fleet.TaskPhase.RUNNING, 1);
        task.setNode(second);
        task.getSlices().add(gpu.getSlices().get(0));
        pictures.model().rebuild();
        ImageData picture = pictures.picture();
        PixelRect cell = cell(second, 2);
        assertEquals(rgb(Name.HELD), at(picture, cell.x() + 4, cell.bottom() - 4));
        assertEquals(rgb(Name.RAISED), at(picture, cell.right() - 4, cell.bottom() - 4));
    }

    @Test
    void nothingHasTheColourOfFreeBeforeThePodsOfItsClusterAreKnown() {
        fleets.slice(second.getAccelerators().get(2), 2);
        pictures.model().rebuild();
        assertEquals(List.of(rgb(Name.FREE), rgb(Name.FREE)), edges(pictures.picture()));
        cluster.setConnection(ConnectionState.CONNECTING);
        cluster.setLastContact(null);
        pictures.model().rebuild();
        assertFalse(edges(pictures.picture()).contains(rgb(Name.FREE)));
    }

    /** Of a device and of the last slice of one. */
    private List<RGB> edges(ImageData picture) {
        PixelRect sliced = cell(second, 2);
        return List.of(outline(picture, first, 1), at(picture, sliced.right() - 1, sliced.bottom() - 4));
    }

    @Test
    void inABlockWhatIsNotKnownHasNotTheColourOfFree() {
        Fleets many = Fleets.large(600, 8);
        RGB free = CanvasColours.mix(palette.color(Name.FREE), palette.color(Name.RAISED), 35)
                .getRGB();
        try (Pictures small = new Pictures(display, many, palette, 200, 150)) {
            assertTrue(exactly(small.picture(), free) > 100);
            many.fleet().getClusters().getFirst().getNodes().forEach(node -> node.setReadiness(Readiness.UNKNOWN));
            small.model().rebuild();
            assertEquals(0, exactly(small.picture(), free));
        }
    }

    private static long exactly(ImageData picture, RGB colour) {
        return IntStream.range(0, picture.width * picture.height)
                .filter(i -> at(picture, i % picture.width, i / picture.width).equals(colour))
                .count();
    }

    @Test
    void anEmptyFleetIsAnEmptyCanvasAndNoFailure() {
        try (Pictures empty = new Pictures(display, new Fleets(), palette, 300, 200)) {
            ImageData picture = empty.picture();
            assertEquals(rgb(Name.SURFACE), at(picture, 2, 2));
            assertTrue(count(picture, new PixelRect(0, 0, 300, 200), rgb(Name.TEXT)) > 20, "it says why it is empty");
        }
    }

    @Test
    void theMapIsThereOnlyWhileZoomedIn() {
        PixelRect place = FreeView.map(pictures.model().view().zoom(0, 0, 4));
        ImageData fit = pictures.picture();
        pictures.model().show(pictures.model().view().zoom(0, 0, 4));
        ImageData near = pictures.picture();
        assertTrue(count(near, place, rgb(Name.SELECTED)) > 50, "the frame of the view");
        assertEquals(0, count(fit, place, rgb(Name.SELECTED)));
        assertTrue(count(near, place, rgb(Name.HELD)) > 20, "and the colours of the canvas");
    }

    private void take(Readouts store) {
        TopologyModel model = pictures.model();
        model.take(CellValues.take(
                model.readings().by(),
                model.scene().cells(),
                model.bounds(model.readings().by()),
                store,
                NOW));
    }

    private PixelRect node(Node node) {
        TopologyModel model = pictures.model();
        return model.view().pixels(model.layout().of(model.scene().box(node).orElseThrow()));
    }

    private PixelRect cell(Node node, int index) {
        TopologyModel model = pictures.model();
        var cell = model.scene().cell(node.getAccelerators().get(index)).orElseThrow();
        return model.view().pixels(model.layout().of(cell));
    }

    /** Right of the middle of a cell, where no text is. */
    private RGB middle(ImageData picture, Node node, int index) {
        PixelRect cell = cell(node, index);
        return at(picture, cell.right() - 4, cell.y() + cell.height() / 2);
    }

    /** Near the lower right corner of a cell, where no text is. */
    private RGB corner(ImageData picture, Node node, int index) {
        PixelRect cell = cell(node, index);
        return at(picture, cell.right() - 4, cell.bottom() - 4);
    }

    private RGB outline(ImageData picture, Node node, int index) {
        PixelRect cell = cell(node, index);
        return at(picture, cell.x(), cell.y() + cell.height() / 2);
    }

    private RGB rgb(Name name) {
        Color color = palette.color(name);
        return color.getRGB();
    }

    private static RGB at(ImageData picture, int x, int y) {
        return picture.palette.getRGB(picture.getPixel(x, y));
    }

    /** The least rectangle around all pixels that differ. */
    private static PixelRect difference(ImageData a, ImageData b) {
        PixelRect around = new PixelRect(0, 0, 0, 0);
        for (int y = 0; y < a.height; y++) {
            for (int x = 0; x < a.width; x++) {
                if (a.getPixel(x, y) != b.getPixel(x, y)) {
                    around = around.around(new PixelRect(x, y, 1, 1));
                }
            }
        }
        return around;
    }

    private static int count(ImageData picture, PixelRect area, RGB color) {
        int count = 0;
        for (int y = Math.max(0, area.y()); y < Math.min(picture.height, area.bottom()); y++) {
            for (int x = Math.max(0, area.x()); x < Math.min(picture.width, area.right()); x++) {
                count += near(at(picture, x, y), color) ? 1 : 0;
            }
        }
        return count;
    }

    /** Diagonal lines are smoothed: their colour is a little nearer to the ground. */
    private static boolean near(RGB a, RGB b) {
        int most = 12;
        return Math.abs(a.red - b.red) <= most
                && Math.abs(a.green - b.green) <= most
                && Math.abs(a.blue - b.blue) <= most;
    }
}
