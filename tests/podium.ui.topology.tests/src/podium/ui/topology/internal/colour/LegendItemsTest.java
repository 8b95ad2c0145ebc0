// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.metrics.Metric;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.ui.topology.internal.colour.LegendItems.Item;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.scene.SceneStates;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Readouts;

class LegendItemsTest {
    private static final long NOW = Fleets.NOW.toEpochMilli();
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Readouts store = new Readouts();
    private final Node node = fleets.node(cluster, "n1", 8);

    @Test
    void whereAllIsKnownThereIsNothingToExplain() {
        fleets.run(
                fleets.job(cluster, "train", JobState.RUNNING, 1, 1),
                node.getAccelerators().getFirst());
        assertEquals(items(Item.HELD, Item.FREE), marks(ColourBy.HOLDING));
    }

    @Test
    void aNodeOfWhichSomeAreHeldHasDevicesThatMayBe() {
        fleets.runSomewhere(fleets.job(cluster, "train", JobState.RUNNING, 1, 2), node, 2);
        assertEquals(items(Item.WHICH), marks(ColourBy.HOLDING));
    }

    @Test
    void aCordonASilentNodeAndAnOldPictureAreExplained() {
        node.setUnschedulable(true);
        assertEquals(items(Item.FREE, Item.CORDONED), marks(ColourBy.HOLDING));
        node.setReadiness(Readiness.UNKNOWN);
        assertEquals(items(Item.CORDONED, Item.UNKNOWN), marks(ColourBy.HOLDING));
        cluster.setConnection(ConnectionState.STALE);
        assertEquals(items(Item.CORDONED, Item.UNKNOWN, Item.STALE), marks(ColourBy.HOLDING));
    }

    @Test
    void theCrossOfABrokenDeviceIsExplainedInEachColouring() {
        node.getAccelerators().getFirst().setHealth(Health.FAILED);
        for (ColourBy by : ColourBy.values()) {
            assertTrue(marks(by).has(Item.FAILED), by.toString());
        }
    }

    @Test
    void aTaintIsExplainedWithTheCordonThatLooksLikeIt() {
        node.getAccelerators().getFirst().setTaints(Fleets.tainted());
        assertEquals("tainted", marks(ColourBy.HOLDING).kept());
        node.setUnschedulable(true);
        assertEquals("cordoned, tainted", marks(ColourBy.HOLDING).kept());
    }

    @Test
    void whereNoTeamIsKnownTheLegendSaysSoAndNotThatEachHasAColour() {
        Job job = fleets.job(cluster, "train", JobState.RUNNING, 1, 1);
        fleets.run(job, node.getAccelerators().getFirst());
        assertEquals(items(Item.FREE, Item.UNGROUPED), marks(ColourBy.TEAM));
        assertEquals(items(Item.FREE, Item.GROUPED), marks(ColourBy.JOB));
        job.setQueueName("vision");
        assertEquals(items(Item.FREE, Item.GROUPED), marks(ColourBy.TEAM));
    }

    @Test
    void byAMetricOnlyWhatIsThereIsExplained() {
        for (Metric metric : List.of(Metric.ACTIVITY, Metric.XID, Metric.ECC_CORRECTED)) {
            node.getAccelerators().forEach(gpu -> append(gpu, metric, NOW));
        }
        for (ColourBy by : List.of(ColourBy.ACTIVITY, ColourBy.ERRORS, ColourBy.IDLE)) {
            node.setUnschedulable(false);
            Item[] free = by == ColourBy.ERRORS ? new Item[0] : new Item[] {Item.FREE};
            assertEquals(items(free), marks(by), by.toString());
            node.setUnschedulable(true);
            assertEquals(
                    items(by == ColourBy.ERRORS ? Item.CORDONED : Item.FREE, Item.CORDONED), marks(by), by.toString());
        }
        assertTrue(marks(ColourBy.POWER).has(Item.UNKNOWN));
        append(node.getAccelerators().getFirst(), Metric.ACTIVITY, NOW - 2 * CellValues.STALE_AFTER);
        assertTrue(marks(ColourBy.ACTIVITY).has(Item.STALE));
        assertFalse(marks(ColourBy.IDLE).has(Item.STALE), "it is free, whatever was measured");
    }

    @Test
    void whatIsHeldAndWasMeasuredLongAgoOrNeverIsNotCalledAtWork() {
        fleets.run(
                fleets.job(cluster, "train", JobState.RUNNING, 1, 1),
                node.getAccelerators().getFirst());
        assertTrue(marks(ColourBy.IDLE).has(Item.UNKNOWN));
        append(node.getAccelerators().getFirst(), Metric.ACTIVITY, NOW - 2 * CellValues.STALE_AFTER);
        assertEquals(items(Item.IDLE, Item.FREE, Item.STALE), marks(ColourBy.IDLE));
    }

    @Test
    void beforeAnythingWasReadNothingIsMissing() {
        Scene scene = Scene.of(fleets.fleet());
        CellValues none = CellValues.none(ColourBy.POWER, scene.cells().size());
        assertFalse(LegendItems.of(new CellStyler(new SceneStates(scene), none, new GroupColours()))
                .has(Item.UNKNOWN));
    }

    private void append(Accelerator gpu, Metric metric, long time) {
        Scene scene = Scene.of(fleets.fleet());
        scene.cells().stream()
                .filter(cell -> cell.accelerator() == gpu)
                .forEach(cell -> store.append(cell.key(), metric, time, 0));
    }

    private LegendItems marks(ColourBy by) {
        Scene scene = Scene.of(fleets.fleet());
        return LegendItems.of(new CellStyler(
                new SceneStates(scene),
                CellValues.take(by, scene.cells(), new double[scene.cells().size()], store, NOW),
                new GroupColours()));
    }

    private static LegendItems items(Item... items) {
        return new LegendItems(new HashSet<>(List.of(items)));
    }
}
