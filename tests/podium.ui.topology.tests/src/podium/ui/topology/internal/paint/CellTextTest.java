// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Health;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.CellStyle.Fill;
import podium.ui.topology.internal.colour.CellValues;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.SceneLayout;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Pictures;
import podium.ui.topology.internal.testing.Readouts;

class CellTextTest {
    private static final long NOW = Fleets.NOW.toEpochMilli();
    private static final int WIDE_ENOUGH = 13;
    private final Palette palette = new Palette(false);
    private final Fleets fleets = new Fleets();
    private Display display;

    @BeforeEach
    void open() {
        display = Displays.needed();
        Cluster cluster = fleets.cluster("c");
        Domain rack = fleets.domain(cluster, "rack", "r");
        for (int i = 0; i < 3; i++) {
            fleets.node(rack, "l40s-" + i, 4);
        }
    }

    private static Set<Integer> colours(ImageData picture, PixelRect at) {
        Set<Integer> colours = new HashSet<>();
        for (int y = at.y() + 2; y < at.bottom() - 2; y++) {
            for (int x = at.x() + 2; x < at.right() - 2; x++) {
                colours.add(picture.getPixel(x, y));
            }
        }
        return colours;
    }

    private static PixelRect area(Pictures pictures, int cell) {
        return pictures.model()
                .view()
                .pixels(pictures.model()
                        .layout()
                        .of(pictures.model().scene().cells().get(cell)));
    }

    @Test
    void aCellThatHasRoomForItsNumberShowsItHoweverItsNodeLies() {
        int seen = 0;
        for (int width = 100; width < 600 && seen < 5; width += 3) {
            for (int height : new int[] {90, 130, 170, 210}) {
                SceneLayout.Size least =
                        SceneLayout.of(Scene.of(fleets.fleet()), width, height).leastCell();
                if (least.width() >= WIDE_ENOUGH - 1 && least.width() < WIDE_ENOUGH && least.height() > WIDE_ENOUGH) {
                    try (Pictures pictures = new Pictures(display, fleets, palette, width, height)) {
                        PixelRect at = area(pictures, 7);
                        assertTrue(colours(pictures.picture(), at).size() > 1, at + " at " + width + " x " + height);
                        seen++;
                    }
                }
            }
        }
        assertTrue(seen > 0, "there were some of nearly 13 pixels");
    }

    @Test
    void aSeriousErrorHasASignWhereItsNumberHasNoRoomBesideIt() {
        assertEquals("5!!", CellText.index(5, Fill.CRITICAL, words -> true));
        assertEquals("5\u203c", CellText.index(5, Fill.CRITICAL, words -> words.length() < 3));
        assertEquals("!!", CellText.index(15, Fill.CRITICAL, words -> words.length() < 3));
        assertEquals("!", CellText.index(15, Fill.WARNING, words -> words.length() < 3));
        assertEquals("15", CellText.index(15, Fill.HELD, words -> words.length() < 3));
        Readouts store = new Readouts();
        for (int width = 120; width < 330; width += 10) {
            try (Pictures pictures = new Pictures(display, fleets, palette, width, 110)) {
                for (Cell cell : pictures.model().scene().cells()) {
                    store.append(cell.key(), Metric.XID, NOW, 79);
                }
                pictures.model().colourBy(ColourBy.ERRORS);
                take(pictures, store);
                PixelRect at = area(pictures, 7);
                if (at.width() >= WIDE_ENOUGH && at.height() >= WIDE_ENOUGH + 1) {
                    assertTrue(colours(pictures.picture(), at).size() > 1, at + " at " + width);
                }
            }
        }
    }

    /** What is held and idle was "z" in the cells of a window of 1280 pixels, which had room for "5z". */
    @Test
    void whatIsIdleTellsItsNumberWhereThatHasRoomBesideTheSign() {
        TextPainter texts = new TextPainter(display);
        GC gc = new GC(display);
        int wide = texts.small().width(gc, "3z") + 1;
        gc.dispose();
        texts.close();
        int seen = 0;
        for (Node node : fleets.fleet().getClusters().getFirst().getNodes()) {
            fleets.run(
                    fleets.job(fleets.fleet().getClusters().getFirst(), node.getName(), JobState.RUNNING, 1, 4),
                    node.getAccelerators().toArray(Accelerator[]::new));
        }
        Readouts store = new Readouts();
        for (int i = 0; i < 2000 && seen < 5; i++) {
            int width = 100 + i / 4;
            int height = 90 + i % 4 * 40;
            SceneLayout.Size least =
                    SceneLayout.of(Scene.of(fleets.fleet()), width, height).leastCell();
            if (least.width() >= wide && least.width() < wide + 1 && least.height() > WIDE_ENOUGH) {
                try (Pictures pictures = new Pictures(display, fleets, palette, width, height)) {
                    for (Cell cell : pictures.model().scene().cells()) {
                        store.append(cell.key(), Metric.ACTIVITY, NOW, 0);
                    }
                    pictures.model().colourBy(ColourBy.IDLE);
                    take(pictures, store);
                    ImageData picture = pictures.picture();
                    PixelRect at = area(pictures, 7);
                    PixelRect left = new PixelRect(at.x(), at.y(), at.width() / 2, at.height());
                    boolean dark = colours(picture, left).stream()
                            .map(picture.palette::getRGB)
                            .anyMatch(it -> it.red + it.green + it.blue < 150);
                    assertTrue(dark, at + " at " + width + " x " + height);
                    seen++;
                }
            }
        }
        assertTrue(seen > 0, "there were some with just enough room");
    }

    private static void take(Pictures pictures, Readouts store) {
        ColourBy by = pictures.model().readings().by();
        pictures.model()
                .take(CellValues.take(
                        by, pictures.model().scene().cells(), pictures.model().bounds(by), store, NOW));
    }

    @Test
    void theNumberOfASlicedGpuIsReadOnAPlateAndNotOverTheLinesOfItsSlices() {
        fleets.fleet().getClusters().getFirst().getNodes().forEach(node -> node.getAccelerators()
                .forEach(gpu -> fleets.slice(gpu, 7)));
        int seen = 0;
        for (int width = 200; width < 400; width += 11) {
            try (Pictures pictures = new Pictures(display, fleets, palette, width, 150)) {
                PixelRect at = area(pictures, 7);
                boolean indexed = LevelOfDetail.of(
                                pictures.model().layout(),
                                pictures.model().scene().cells().get(7).node(),
                                1)
                        == LevelOfDetail.INDEXED;
                if (indexed && at.width() >= CellPainter.SLICES) {
                    PixelRect digit = new PixelRect(at.x() + at.width() / 2 - 2, at.y() + at.height() / 2 - 4, 4, 8);
                    ImageData picture = pictures.picture();
                    int line = picture.palette.getPixel(palette.color(Name.FREE).getRGB());
                    assertFalse(colours(picture, digit.grow(2)).contains(line), at + " at " + width);
                    assertTrue(colours(picture, at).contains(line), "the slices are seen around it");
                    seen++;
                }
            }
        }
        assertTrue(seen > 0, "there were some");
    }

    @Test
    void aNameIsBrokenBehindAHyphenWhereThereAreLinesToSpare() {
        assertEquals(List.of("llm-70b-", "pretrain"), CellText.pieces("llm-70b-pretrain", 9, String::length));
        assertEquals(List.of("abcd", "ef"), CellText.pieces("abcdef", 4, String::length));
        assertEquals(List.of("rank 4"), CellText.pieces("rank 4", 9, String::length));
    }

    @Test
    void aSharedGpuNamesWhoHoldsWhichSlice() {
        Accelerator gpu = fleets.fleet()
                .getClusters()
                .getFirst()
                .getNodes()
                .getFirst()
                .getAccelerators()
                .getFirst();
        fleets.slice(gpu, 3);
        Task task = fleets.task(
                fleets.job(fleets.fleet().getClusters().getFirst(), "lab-oak", JobState.RUNNING, 1, 0),
                TaskPhase.RUNNING,
                0);
        task.setNode(gpu.getNode());
        gpu.getSlices().getFirst().getTasks().add(task);
        try (Pictures pictures = new Pictures(display, fleets, palette, 300, 150)) {
            TopologyModel model = pictures.model();
            List<String> lines = CellText.lines(
                    new PaintState(model.layout(), model.view(), model.styles(), Optional.empty(), model.slots()),
                    model.scene().cells().getFirst());
            assertEquals(List.of("GPU 0", "1g.10gb lab-oak", "2\u2009\u00d7\u20091g.10gb free"), lines.subList(0, 3));
        }
    }

    @Test
    void aCellSaysOfItsStateWhatTheHeaderOfItsNodeCounts() {
        Node node = fleets.fleet().getClusters().getFirst().getNodes().getFirst();
        node.setCapacity(Resources.parse("nvidia.com/gpu=4"));
        node.setAllocatable(Resources.parse("nvidia.com/gpu=3"));
        TopologyModel model = new TopologyModel(fleets.fleet());
        model.suspect(of -> Set.of(2));
        assertEquals(List.of("free", "free", "not offered", "free"), words(model));
        node.setUnschedulable(true);
        model.rebuild();
        assertEquals(List.of("cordoned", "cordoned", "not offered", "cordoned"), words(model));
        Box cluster = model.scene().clusters().getFirst();
        assertTrue(BoxPainter.counts(cluster, model.states().of(cluster), "")[0].contains("1 not offered"));
        model.broken(Set.of(DeviceKey.of(node.getAccelerators().get(2))));
        assertEquals("failed", words(model).get(2));
        String counts = BoxPainter.counts(cluster, model.states().of(cluster), "")[0];
        assertTrue(counts.contains("1 failed") && !counts.contains("not offered"), counts);
        model.rebuild();
        assertEquals(counts, BoxPainter.counts(cluster, model.states().of(cluster), "")[0]);
        model.broken(Set.of());
        node.getAccelerators().get(2).setHealth(Health.FAILED);
        model.rebuild();
        assertEquals("failed", words(model).get(2));
    }

    @Test
    void colouredByErrorsAFailedGpuIsCalledFailedAndNotSerious() {
        Readouts store = new Readouts();
        try (Pictures pictures = new Pictures(display, fleets, palette, 300, 110)) {
            TopologyModel model = pictures.model();
            Cell cell = model.scene().cells().getFirst();
            store.append(cell.key(), Metric.XID, NOW, 79);
            model.colourBy(ColourBy.ERRORS);
            take(pictures, store);
            assertEquals("serious", CellText.number(model.styles(), cell));
            model.broken(Set.of(cell.key()));
            assertEquals("failed", CellText.number(model.styles(), cell));
        }
    }

    private static List<String> words(TopologyModel model) {
        return model.scene().cells().subList(0, 4).stream()
                .map(cell -> CellText.word(model.styles(), cell))
                .toList();
    }

    @Test
    void theNumberOfAFailedGpuStandsOnAPlateOverItsCross() {
        fleets.fleet()
                .getClusters()
                .getFirst()
                .getNodes()
                .getFirst()
                .getAccelerators()
                .getFirst()
                .setHealth(Health.FAILED);
        try (Pictures pictures = new Pictures(display, fleets, palette, 300, 160)) {
            ImageData picture = pictures.picture();
            PixelRect at = area(pictures, 0);
            int red = picture.palette.getPixel(palette.color(Name.CRITICAL).getRGB());
            PixelRect middle = new PixelRect(at.x() + at.width() / 2 - 4, at.y() + at.height() / 2 - 5, 8, 10);
            assertTrue(colours(picture, at).contains(red));
            assertFalse(colours(picture, middle).contains(red));
        }
    }

    @Test
    void theRimOfWhatIsFreeIsAsWideAroundAllCells() {
        for (int width = 200; width < 600; width += 7) {
            try (Pictures pictures = new Pictures(display, fleets, palette, width, 160)) {
                pictures.colourBy(ColourBy.ACTIVITY);
                ImageData picture = pictures.picture();
                int raised = picture.palette.getPixel(palette.color(Name.RAISED).getRGB());
                assertEquals(
                        1,
                        IntStream.range(0, 12)
                                .mapToObj(i -> area(pictures, i))
                                .map(at -> IntStream.range(1, 8)
                                        .takeWhile(
                                                x -> picture.getPixel(at.x() + x, at.y() + at.height() - 6) == raised)
                                        .count())
                                .distinct()
                                .count(),
                        "at " + width);
            }
        }
    }
}
