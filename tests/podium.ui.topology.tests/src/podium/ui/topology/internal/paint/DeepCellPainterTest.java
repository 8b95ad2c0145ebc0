// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;
import podium.core.metrics.Metric;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.telemetry.TelemetryStore;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.FreeView;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.layout.WorldRect;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Pictures;
import podium.ui.topology.internal.testing.Readouts;

class DeepCellPainterTest {
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("lab");
    private final Node node = fleets.node(cluster, "n1", 8);

    @Test
    void aLargeCellTellsItsNumberHolderRankAndAllThatIsMeasured() {
        Job job = fleets.job(cluster, "train", JobState.RUNNING, 1, 1);
        fleets.run(job, node.getAccelerators().get(3));
        job.getTasks().getFirst().setRank(5);
        Cell cell = Scene.of(fleets.fleet()).cells().get(3);
        Readouts store = new Readouts();
        store.append(cell.key(), Metric.ACTIVITY, 1, 0.93);
        store.append(cell.key(), Metric.POWER, 1, 612);
        List<String> lines = lines(cell, Optional.of(store));
        assertEquals("GPU 3", lines.getFirst());
        assertTrue(lines.contains("train, rank 5"), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.matches("activity 93.%")), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.matches("power 612.W")), lines.toString());
        assertTrue(lines.contains("temperature not measured"), "what is not known is not left out");
    }

    /** An agent's devices are known before anybody tells how much memory they have. */
    @Test
    void howMuchMemoryItHasNeedNotBeKnown() {
        node.getAccelerators().getFirst().setMemoryBytes(null);
        Cell cell = Scene.of(fleets.fleet()).cells().getFirst();
        Readouts store = new Readouts();
        assertTrue(lines(cell, Optional.of(store)).contains("memory not measured"));
        store.append(cell.key(), Metric.MEMORY_USED, 1, 1 << 30);
        assertTrue(lines(cell, Optional.of(store)).stream()
                .anyMatch(line -> line.startsWith("memory 1") && !line.contains(" of ")));
    }

    @Test
    void aCellNobodyHoldsSaysSo() {
        Cell cell = Scene.of(fleets.fleet()).cells().getFirst();
        assertEquals(List.of("GPU 0", "free"), lines(cell, Optional.empty()).subList(0, 2));
    }

    @Test
    void onACordonedNodeNeitherACellNorASliceIsCalledFree() {
        node.setUnschedulable(true);
        fleets.slice(node.getAccelerators().getFirst(), 1);
        Cell cell = Scene.of(fleets.fleet()).cells().getFirst();
        assertEquals(
                List.of("GPU 0", "cordoned", "slice 1g.10gb: cordoned"),
                lines(cell, Optional.empty()).subList(0, 3));
    }

    @Test
    void aFailedCellSaysSoAndWhyWhoeverHoldsIt() {
        fleets.run(
                fleets.job(cluster, "train", JobState.RUNNING, 1, 1),
                node.getAccelerators().getFirst());
        node.getAccelerators().getFirst().setHealth(Health.FAILED);
        node.getAccelerators().getFirst().setHealthReason("XID 79: fallen off the bus");
        Cell cell = Scene.of(fleets.fleet()).cells().getFirst();
        assertEquals(
                List.of("GPU 0", "failed: XID 79: fallen off the bus", "train, rank 0"),
                lines(cell, Optional.of(new Readouts())).subList(0, 3));
    }

    @Test
    void beforeThePodsOfItsClusterAreKnownNeitherACellNorASliceIsCalledFree() {
        cluster.setConnection(ConnectionState.CONNECTING);
        fleets.slice(node.getAccelerators().getFirst(), 2);
        Cell cell = Scene.of(fleets.fleet()).cells().getFirst();
        assertEquals(
                List.of("GPU 0", "not known", "slice 1g.10gb: not known", "slice 1g.10gb: not known"),
                lines(cell, Optional.empty()).subList(0, 4));
    }

    /** Which pod holds which slice is said below. */
    @Test
    void aJobThatHoldsTwoSlicesIsNamedOnce() {
        fleets.slice(node.getAccelerators().getFirst(), 2);
        Job job = fleets.job(cluster, "embed", JobState.RUNNING, 2, 0);
        node.getAccelerators().getFirst().getSlices().forEach(slice -> {
            slice.getTasks().add(fleets.task(job, TaskPhase.RUNNING, 0));
            slice.getTasks().getFirst().setNode(node);
            slice.getTasks().getFirst().setRank(null);
        });
        Cell cell = Scene.of(fleets.fleet()).cells().getFirst();
        List<String> lines = lines(cell, Optional.empty());
        assertEquals(List.of("GPU 0", "embed"), lines.subList(0, 2));
        assertTrue(lines.get(2).startsWith("slice 1g.10gb: embed-"), lines.toString());
    }

    private List<String> lines(Cell cell, Optional<TelemetryStore> store) {
        return DeepCellPainter.lines(cell, new TopologyModel(fleets.fleet()).styles(), store);
    }

    @Test
    void aLineIsBrokenWhereItIsTooLongAndNoValueIsCut() {
        assertEquals(
                List.of("memory 14.3\u2009GiB of", "79.6\u2009GiB"),
                DeepCellPainter.rows("memory 14.3\u2009GiB of 79.6\u2009GiB", 20, String::length));
        assertEquals(List.of(), DeepCellPainter.rows("temperature 32\u2009\u00b0C", 9, String::length));
        assertEquals(
                List.of("llm-70b-", "pretrain,", "rank 0"),
                DeepCellPainter.rows("llm-70b-pretrain, rank 0", 9, String::length));
    }

    @Test
    void itsCardGrowsWithTheCellAndNeverSticksOutOfIt() {
        Palette palette = new Palette(false);
        fleets.run(
                fleets.job(cluster, "train", JobState.RUNNING, 1, 8),
                node.getAccelerators().toArray(Accelerator[]::new));
        try (Pictures pictures = new Pictures(Displays.needed(), fleets, palette, 800, 500)) {
            TopologyModel model = pictures.model();
            pictures.canvas().measured(new Readouts().past(60));
            int before = 0;
            for (double factor : new double[] {1, 1.5, 2.2}) {
                WorldRect cell = model.layout().of(model.scene().cells().getFirst());
                model.show(Viewport.fit(800, 500).zoom(0, 0, factor));
                PixelRect at = model.view().pixels(cell);
                assertTrue(DeepCellPainter.isDeep(at), at.toString());
                ImageData picture = pictures.picture();
                int held = picture.palette.getPixel(palette.color(Name.HELD).getRGB());
                int y = at.y() + FreeView.PATH + 20;
                assertEquals(held, picture.getPixel(at.right() - 4, y), "sticks out of " + at);
                assertTrue(held != picture.getPixel(at.right() - 12, y), "is as wide as " + at);
                int height = (int) IntStream.range(at.y(), Math.min(500, at.bottom()))
                        .filter(i -> picture.getPixel(at.right() - 12, i) != held)
                        .count();
                assertTrue(height > before, height + " in " + at);
                before = height;
            }
        }
    }

    /** A stroke of 20 pixels without a name stood at the right edge of each card for the first minutes. */
    @Test
    void ofAMinuteOrTwoNoHistoryIsDrawn() {
        try (Pictures pictures = new Pictures(Displays.needed(), fleets, new Palette(false), 800, 500)) {
            pictures.canvas().measured(new Readouts());
            byte[] none = pictures.picture().data;
            pictures.canvas().measured(new Readouts().past(4));
            assertTrue(Arrays.equals(none, pictures.picture().data));
            pictures.canvas().measured(new Readouts().past(20));
            assertFalse(Arrays.equals(none, pictures.picture().data));
        }
    }

    @Test
    void whereACellIsTooSmallForThatItTellsHowBusyItIsBesideItsNumber() {
        try (Pictures pictures = new Pictures(Displays.needed(), fleets, new Palette(false), 500, 260)) {
            TopologyModel model = pictures.model();
            Cell cell = model.scene().cells().getFirst();
            PixelRect at = model.view().pixels(model.layout().of(cell));
            Readouts store = new Readouts();
            pictures.canvas().measured(store);
            byte[] before = pictures.picture().data;
            store.append(cell.key(), Metric.ACTIVITY, Fleets.NOW.toEpochMilli(), 0.93);
            assertFalse(DeepCellPainter.isDeep(at), at.toString());
            assertFalse(Arrays.equals(before, pictures.picture().data));
        }
    }

    @Test
    void onlyWhatHasRoomForItIsDeep() {
        assertTrue(DeepCellPainter.isDeep(new PixelRect(-2000, -900, 4000, 2000)));
        assertTrue(!DeepCellPainter.isDeep(new PixelRect(0, 0, 100, 60)));
    }
}
