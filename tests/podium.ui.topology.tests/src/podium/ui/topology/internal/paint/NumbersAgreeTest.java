// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.fleet.Holdings;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.ui.fleet.FleetColumns;
import podium.ui.fleet.FleetLine;
import podium.ui.fleet.FleetTreeModel;
import podium.ui.label.FleetLabels;
import podium.ui.table.Column;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.scene.SceneStates;
import podium.ui.topology.internal.testing.Fleets;

/** A number that is shown in two parts is the same in both. */
class NumbersAgreeTest {
    static Stream<Named<Fleets>> fleets() {
        return Stream.of(
                Named.of("32 nodes", Fleets.aiFactory()),
                Named.of("3 nodes", Fleets.edge()),
                Named.of("400 nodes", Fleets.large(400, 13)));
    }

    /** What the held column of Fleet says, by the key of its row. */
    private static Map<String, String> tree(Fleets fleets) {
        Column<FleetLine, ?> held = FleetColumns.all().stream()
                .filter(column -> column.id().equals("held"))
                .findFirst()
                .orElseThrow();
        Map<String, String> said = new HashMap<>();
        new FleetTreeModel().rows(fleets.fleet()).all().forEach(row -> said.put(row.key(), held.text(row.item())));
        return said;
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void theCanvasAndFleetCountTheSame(Fleets fleets) {
        Scene scene = Scene.of(fleets.fleet());
        SceneStates states = new SceneStates(scene);
        Map<String, String> tree = tree(fleets);
        int compared = 0;
        for (Box box : scene.boxes()) {
            String inTree = tree.get(FleetLabels.key(box.subject()));
            if (inTree != null && !inTree.isEmpty()) {
                String onCanvas = box.subject() instanceof Node
                        ? NodeHeader.counts(box.cluster(), states.of(box).holdings(), false)
                        : BoxPainter.counts(box, states.of(box), "")[0];
                assertTrue(onCanvas.contains(inTree), () -> box.name() + ": " + onCanvas + ", in Fleet " + inTree);
                compared++;
            }
        }
        assertTrue(compared > 2, "there was something to compare");
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void whatJobsHoldIsWhatIsHeldWhereNoDeviceIsShared(Fleets fleets) {
        for (Cluster cluster : fleets.fleet().getClusters()) {
            assertEquals(
                    Holdings.of(cluster).held(),
                    cluster.getJobs().stream().mapToInt(Holdings::held).sum(),
                    cluster.getName());
        }
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void aWholeIsTheSumOfItsParts(Fleets fleets) {
        for (Cluster cluster : fleets.fleet().getClusters()) {
            Holdings whole = Holdings.of(cluster);
            Holdings sum = cluster.getNodes().stream().map(Holdings::of).reduce(Holdings.NONE, Holdings::plus);
            assertEquals(whole, sum);
            assertEquals(
                    whole.total(),
                    whole.held()
                            + whole.free()
                            + whole.cordoned()
                            + whole.tainted()
                            + whole.failed()
                            + whole.unknown());
        }
    }
}
