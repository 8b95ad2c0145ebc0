// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.scene.SceneStates;
import podium.ui.topology.internal.testing.Fleets;

class LegendItemsTest {
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Node node = fleets.node(cluster, "n1", 8);

    @Test
    void whereAllIsKnownThereIsNothingToExplain() {
        fleets.run(
                fleets.job(cluster, "train", JobState.RUNNING, 1, 1),
                node.getAccelerators().getFirst());
        assertEquals(new LegendItems(false, false, false, false, false, false, false), marks(ColourBy.HOLDING));
    }

    @Test
    void aNodeOfWhichSomeAreHeldHasDevicesThatMayBe() {
        fleets.runSomewhere(fleets.job(cluster, "train", JobState.RUNNING, 1, 2), node, 2);
        assertEquals(new LegendItems(true, false, false, false, false, false, false), marks(ColourBy.HOLDING));
    }

    @Test
    void aCordonASilentNodeAndAnOldPictureAreExplained() {
        node.setUnschedulable(true);
        assertEquals(new LegendItems(false, true, false, false, false, false, false), marks(ColourBy.HOLDING));
        node.setReadiness(Readiness.UNKNOWN);
        assertEquals(new LegendItems(false, true, false, true, false, false, false), marks(ColourBy.HOLDING));
        cluster.setConnection(ConnectionState.STALE);
        assertEquals(new LegendItems(false, true, false, true, true, false, false), marks(ColourBy.HOLDING));
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
        assertEquals(new LegendItems(false, false, false, false, false, false, true), marks(ColourBy.TEAM));
        assertEquals(new LegendItems(false, false, false, false, false, true, false), marks(ColourBy.JOB));
        job.setQueueName("vision");
        assertEquals(new LegendItems(false, false, false, false, false, true, false), marks(ColourBy.TEAM));
    }

    @Test
    void aMetricMayAlwaysBeMissingOrOld() {
        assertEquals(new LegendItems(false, false, false, true, true, false, false), marks(ColourBy.POWER));
    }

    private LegendItems marks(ColourBy by) {
        Scene scene = Scene.of(fleets.fleet());
        return LegendItems.of(scene, new SceneStates(scene), by);
    }
}
