// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.placement.Fit;
import podium.placement.Verdict;
import podium.ui.toolkit.Palette;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;

/** The kept picture must always be what a fresh one would be. */
class BaseLayerTest {
    private static final long ENOUGH = 10_000_000_000L;
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final TopologyModel model = new TopologyModel(fleets.fleet());
    private Display display;
    private TextPainter texts;
    private CanvasColours inks;
    private BaseLayer layer;

    @BeforeEach
    void open() {
        display = Displays.needed();
        texts = new TextPainter(display);
        inks = new CanvasColours(new Palette(true));
        layer = new BaseLayer(display, 1, inks, texts);
        model.resize(600, 400);
        show(Viewport.fit(600, 400));
        finish(layer);
    }

    @AfterEach
    void close() {
        if (layer != null) {
            layer.close();
            texts.close();
        }
    }

    @Test
    void aPanLeavesThePictureAFreshOneWouldBe() {
        show(model.view().zoom(300, 200, 3.3));
        finish(layer);
        show(model.view().pan(-37, 21));
        assertTrue(layer.isPending(), "the strips that came into view");
        finish(layer);
        assertFresh();
        show(model.view().pan(900, -900));
        finish(layer);
        assertFresh();
    }

    @Test
    void severalPansBeforeAnythingIsPaintedLeaveItFreshToo() {
        show(model.view().zoom(300, 200, 3.3));
        layer.paint(1);
        show(model.view().pan(-50, 0));
        layer.paint(1);
        show(model.view().pan(0, -40));
        show(model.view().pan(80, 10));
        finish(layer);
        assertFresh();
    }

    @Test
    void aZoomLeavesThePictureAFreshOneWouldBe() {
        show(model.view().zoom(100, 50, 2.2));
        finish(layer);
        show(model.view().zoom(100, 50, 1 / 1.7));
        finish(layer);
        assertFresh();
    }

    @Test
    void aZoomShowsTheOldPictureStretchedAtOnce() {
        ImageData before = picture(layer);
        show(model.view().zoom(0, 0, 2));
        ImageData stretched = picture(layer);
        int same = 0;
        for (int y = 10; y < 380; y += 7) {
            for (int x = 10; x < 580; x += 7) {
                same += stretched.getPixel(x, y) == before.getPixel(x / 2, y / 2) ? 1 : 0;
            }
        }
        // Edges are smoothed while it is stretched, those of letters too.
        assertTrue(same > 0.55 * 53 * 82, "only " + same + " pixels are where the zoom puts them");
    }

    @Test
    void aChangedNodeIsPaintedOverAndNothingElse() {
        Node node = cluster.getNodes().get(10);
        node.setUnschedulable(true);
        var changed = model.states().refresh(List.of(node));
        var box = model.scene().box(node).orElseThrow();
        BitSet only = new BitSet();
        only.set(box.id());
        assertTrue(changed.get(box.id()));
        layer.invalidate(only);
        PixelRect painted = layer.paint(ENOUGH).bounds();
        assertEquals(model.view().pixels(model.layout().of(box)), painted);
        layer.invalidate(changed);
        finish(layer);
        assertFresh();
    }

    /** At two dots for a pixel the line of a frame was wider than the pixels of the node that are painted over. */
    @ParameterizedTest
    @ValueSource(floats = {1, 2, 3})
    void whatNodesShowWhileSomethingIsCarriedIsGoneAfterwards(float dots) {
        layer.close();
        layer = new BaseLayer(display, dots, inks, texts);
        show(model.view());
        finish(layer);
        for (Fit fit : Fit.values()) {
            Map<Node, Verdict> verdicts = new HashMap<>();
            cluster.getNodes().forEach(node -> verdicts.put(node, new Verdict(fit, List.of(), 1, 1)));
            layer.show(new PaintState(
                    model.layout(),
                    model.view(),
                    model.styles(),
                    Optional.of(new NodeVerdicts(model.scene(), verdicts, 1)),
                    model.slots()));
            layer.invalidate(nodes());
            finish(layer);
            show(model.view());
            layer.invalidate(nodes());
            finish(layer);
            assertFresh(dots);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {1, 2, 3})
    void aSilentNodeThatReportsAgainLeavesNothingOfItsFrame(float dots) {
        layer.close();
        layer = new BaseLayer(display, dots, inks, texts);
        show(model.view());
        finish(layer);
        for (boolean silent : new boolean[] {true, false}) {
            cluster.getNodes().forEach(node -> node.setReadiness(silent ? Readiness.UNKNOWN : Readiness.READY));
            layer.invalidate(model.states().refresh(cluster.getNodes()));
            finish(layer);
        }
        assertFresh(dots);
    }

    private BitSet nodes() {
        BitSet nodes = new BitSet();
        model.scene().boxes().stream().filter(Box::isNode).forEach(box -> nodes.set(box.id()));
        return nodes;
    }

    @Test
    void aChangedNodeThatIsOutOfViewCostsNothing() {
        show(model.view().zoom(0, 0, 8));
        finish(layer);
        BitSet far = new BitSet();
        far.set(model.scene().boxes().size() - 1);
        layer.invalidate(far);
        assertTrue(layer.paint(ENOUGH).isEmpty());
        assertFalse(layer.isPending());
    }

    @Test
    void aSliceStopsWhenItsTimeIsUpAndGoesOnLater() {
        layer.all();
        layer.paint(0);
        assertTrue(layer.isPending());
        finish(layer);
        assertFresh();
    }

    @Test
    void whatIsPaintedAnewStaysInSightUntilItIsPaintedOver() {
        ImageData before = picture(layer);
        layer.all();
        layer.paint(0);
        assertTrue(layer.isPending());
        assertArrayEquals(before.data, picture(layer).data);
    }

    @Test
    void whatChangesMeanwhileWaitsForWhatIsStillToCome() {
        Node last = cluster.getNodes().getLast();
        PixelRect at =
                model.view().pixels(model.layout().of(model.scene().box(last).orElseThrow()));
        ImageData before = picture(layer);
        last.setUnschedulable(!last.isUnschedulable());
        layer.all();
        layer.invalidate(model.states().refresh(List.of(last)));
        layer.paint(0);
        assertFalse(layer.isWhole());
        assertEquals(pixels(before, at), pixels(picture(layer), at));
        finish(layer);
        assertNotEquals(pixels(before, at), pixels(picture(layer), at));
        assertFresh();
    }

    @Test
    void atAnotherSizeTheOldPictureStaysInSightUntilItIsPaintedOver() {
        ImageData before = picture(layer);
        model.resize(600, 380);
        show(model.view());
        PixelRect both = new PixelRect(0, 0, 600, 380);
        assertEquals(pixels(before, both), pixels(picture(layer), both));
        finish(layer);
        assertFresh();
    }

    private static List<Integer> pixels(ImageData picture, PixelRect at) {
        return IntStream.range(0, at.width() * at.height())
                .map(i -> picture.getPixel(at.x() + i % at.width(), at.y() + i / at.width()))
                .boxed()
                .toList();
    }

    @Test
    void anotherSizeIsPaintedAnew() {
        model.resize(450, 300);
        show(model.view());
        finish(layer);
        assertFresh();
    }

    @Test
    void nothingOfAnOlderLayoutStaysWhenMoreChangesBeforeItIsPainted() {
        for (int i = 0; i < 3; i++) {
            fleets.fleet()
                    .getClusters()
                    .add(Fleets.aiFactory().fleet().getClusters().getFirst());
            model.rebuild();
            show(model.view());
            layer.all(); // as when its connection changes
            finish(layer);
            assertFresh();
            fleets.fleet()
                    .getClusters()
                    .add(Fleets.aiFactory().fleet().getClusters().getFirst());
            model.rebuild();
            show(model.view());
            show(model.view().zoom(300, 200, 1.2));
            finish(layer);
            assertFresh();
            show(Viewport.fit(600, 400));
        }
    }

    @Test
    void whatIsInSightIsOfOneLayoutAndZoom() {
        fleets.fleet()
                .getClusters()
                .add(Fleets.aiFactory().fleet().getClusters().getFirst());
        model.rebuild();
        assertNothingIsSeenOfWhatIsNotWhole(() -> show(model.view()));
        assertNothingIsSeenOfWhatIsNotWhole(() -> show(model.view().zoom(300, 200, 1.7)));
        model.rebuild();
        show(model.view());
        layer.paint(0);
        show(model.view().pan(-30, -20));
        assertNothingIsSeenOfWhatIsNotWhole(() -> {});
    }

    private void assertNothingIsSeenOfWhatIsNotWhole(Runnable change) {
        change.run();
        byte[] before = picture(layer).data;
        layer.paint(0);
        assertFalse(layer.isWhole());
        while (!layer.isWhole()) {
            assertArrayEquals(before, picture(layer).data);
            layer.paint(0);
        }
        finish(layer);
        assertFresh();
    }

    private void show(Viewport view) {
        model.show(view);
        layer.show(new PaintState(model.layout(), model.view(), model.styles(), Optional.empty(), model.slots()));
    }

    private static void finish(BaseLayer layer) {
        while (layer.isPending()) {
            layer.paint(ENOUGH);
        }
    }

    private void assertFresh() {
        assertFresh(1);
    }

    private void assertFresh(float dots) {
        BaseLayer fresh = new BaseLayer(display, dots, inks, texts);
        try {
            fresh.show(new PaintState(model.layout(), model.view(), model.styles(), Optional.empty(), model.slots()));
            finish(fresh);
            ImageData expected = picture(fresh);
            ImageData actual = picture(layer);
            int different = 0;
            for (int y = 0; y < expected.height; y++) {
                for (int x = 0; x < expected.width; x++) {
                    different += expected.getPixel(x, y) == actual.getPixel(x, y) ? 0 : 1;
                }
            }
            assertEquals(0, different, "pixels that are not what a fresh picture has");
        } finally {
            fresh.close();
        }
    }

    private ImageData picture(BaseLayer of) {
        Image image = new Image(display, model.view().width(), model.view().height());
        GC gc = new GC(image);
        try {
            of.draw(gc, new PixelRect(0, 0, model.view().width(), model.view().height()));
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
