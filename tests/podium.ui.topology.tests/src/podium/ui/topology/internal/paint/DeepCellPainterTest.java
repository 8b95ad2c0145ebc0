// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.metrics.Metric;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.telemetry.TelemetryStore;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.scene.SceneStates;
import podium.ui.topology.internal.testing.Fleets;
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
        return DeepCellPainter.lines(cell, new SceneStates(Scene.of(fleets.fleet())).of(cell), store);
    }

    @Test
    void onlyWhatHasRoomForItIsDeep() {
        assertTrue(DeepCellPainter.isDeep(new PixelRect(-2000, -900, 4000, 2000)));
        assertTrue(!DeepCellPainter.isDeep(new PixelRect(0, 0, 100, 60)));
    }
}
