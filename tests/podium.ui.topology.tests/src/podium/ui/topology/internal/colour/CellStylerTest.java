// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.core.fleet.AcceleratorState;
import podium.core.metrics.Metric;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Health;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.NodeRemark;
import podium.model.value.Resources;
import podium.model.value.Taints;
import podium.ui.topology.internal.colour.CellStyle.Fill;
import podium.ui.topology.internal.colour.CellStyle.Mark;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.scene.SceneStates;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Readouts;

class CellStylerTest {
    private static final long NOW = Fleets.NOW.toEpochMilli();
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Node node = fleets.node(cluster, "n", 4);
    private final Readouts store = new Readouts();

    @Test
    void freeIsHollowAndHeldIsFilled() {
        fleets.run(
                fleets.job(cluster, "j", JobState.RUNNING, 1, 1),
                node.getAccelerators().get(1));
        assertEquals(CellStyle.of(Fill.FREE, Mark.PLAIN), style(ColourBy.HOLDING, 0));
        assertEquals(CellStyle.of(Fill.HELD, Mark.PLAIN), style(ColourBy.HOLDING, 1));
    }

    @Test
    void whatIsFreeOnANodeThatDoesNotReportIsUnknown() {
        node.setReadiness(Readiness.UNKNOWN);
        assertEquals(Fill.UNKNOWN, style(ColourBy.HOLDING, 0).fill());
    }

    @Test
    void whereNoSourceSaysWhichIsNotOfferedAllThatNobodyHoldsLookAlike() {
        node.setCapacity(Resources.parse("nvidia.com/gpu=4"));
        node.setAllocatable(Resources.parse("nvidia.com/gpu=3"));
        fleets.run(
                fleets.job(cluster, "j", JobState.RUNNING, 1, 1),
                node.getAccelerators().get(1));
        for (int i : new int[] {0, 2, 3}) {
            assertEquals(CellStyle.of(Fill.UNKNOWN, Mark.PLAIN), style(ColourBy.HOLDING, i));
        }
        assertEquals(CellStyle.of(Fill.HELD, Mark.PLAIN), style(ColourBy.HOLDING, 1));
        Scene scene = Scene.of(fleets.fleet());
        assertTrue(
                LegendItems.of(rule(scene, ColourBy.HOLDING)).has(LegendItems.Item.UNKNOWN), "the dots are explained");
    }

    /** All of a cordoned node were drawn as not known, though its note named the one that was not offered. */
    @Test
    void theDeviceThatANoteNamesIsToldApartFromThoseThatAreOffered() {
        node.setCapacity(Resources.parse("nvidia.com/gpu=4"));
        node.setAllocatable(Resources.parse("nvidia.com/gpu=3"));
        node.setUnschedulable(true);
        node.setTaints(new Taints(
                List.of(), Optional.empty(), List.of(new NodeRemark("ops/reason", "waiting for a new GPU 2"))));
        for (int i : new int[] {0, 1, 3}) {
            assertEquals(CellStyle.of(Fill.FREE, Mark.PLAIN), style(ColourBy.HOLDING, i), "the cordon shows through");
        }
        assertEquals(CellStyle.of(Fill.UNKNOWN, Mark.DEGRADED), style(ColourBy.HOLDING, 2));
        node.setAllocatable(Resources.parse("nvidia.com/gpu=2"));
        assertEquals(CellStyle.of(Fill.UNKNOWN, Mark.PLAIN), style(ColourBy.HOLDING, 0), "one more is not named");
    }

    /** A GPU that had fallen off the bus was drawn as not known, with an amber corner. */
    @Test
    void whatIsBrokenByWhatIsMeasuredLooksAsWhatASourceCallsFailed() {
        fleets.run(
                fleets.job(cluster, "j", JobState.RUNNING, 1, 1),
                node.getAccelerators().get(1));
        Scene scene = Scene.of(fleets.fleet());
        SceneStates states = new SceneStates(scene);
        assertFalse(states.broken(
                        Set.of(scene.cells().get(0).key(), scene.cells().get(1).key()))
                .isEmpty());
        CellStyler rule = new CellStyler(
                states, CellValues.none(ColourBy.HOLDING, scene.cells().size()), new GroupColours());
        assertEquals(CellStyle.of(Fill.NONE, Mark.FAILED), rule.of(scene.cells().get(0)), "it does not look free");
        assertEquals(CellStyle.of(Fill.HELD, Mark.FAILED), rule.of(scene.cells().get(1)));
        assertEquals(CellStyle.of(Fill.FREE, Mark.PLAIN), rule.of(scene.cells().get(2)));
        node.getAccelerators().get(0).setHealth(Health.FAILED);
        assertEquals(rule.of(scene.cells().get(0)), style(ColourBy.HOLDING, 0));
        assertTrue(states.broken(Set.of(scene.cells().get(0).key())).get(1), "the second is none any more");
    }

    @Test
    void theLegendExplainsNoDotsWhereAllThatIsNotOfferedIsDrawnAsBroken() {
        node.setCapacity(Resources.parse("nvidia.com/gpu=4"));
        node.setAllocatable(Resources.parse("nvidia.com/gpu=3"));
        Scene scene = Scene.of(fleets.fleet());
        SceneStates states = new SceneStates(scene, _ -> Set.of(2));
        states.broken(Set.of(scene.cells().get(2).key()));
        CellValues none = CellValues.none(ColourBy.HOLDING, scene.cells().size());
        assertFalse(
                LegendItems.of(new CellStyler(states, none, new GroupColours())).has(LegendItems.Item.UNKNOWN));
    }

    @Test
    void whatIsMeasuredOfADeviceIsSeenWithTheNextChange() {
        node.setCapacity(Resources.parse("nvidia.com/gpu=4"));
        node.setAllocatable(Resources.parse("nvidia.com/gpu=3"));
        Scene scene = Scene.of(fleets.fleet());
        Set<Integer> named = new HashSet<>();
        SceneStates states = new SceneStates(scene, _ -> named);
        named.add(1);
        assertFalse(states.refresh(List.of()).isEmpty());
        assertTrue(states.isSuspected(scene.cells().get(1)));
        assertEquals(AcceleratorState.FREE, states.of(scene.cells().get(0)));
    }

    @Test
    void devicesOfWhichSomeAreHeldAreShownAsNotToldApart() {
        fleets.runSomewhere(fleets.job(cluster, "j", JobState.RUNNING, 1, 2), node, 2);
        assertEquals(Fill.UNKNOWN_WHICH, style(ColourBy.HOLDING, 0).fill());
    }

    @Test
    void whatATaintKeepsTasksOffIsNotFreeAndIsMarkedWhileItIsHeld() {
        node.getAccelerators().getFirst().setTaints(Fleets.tainted());
        assertEquals(CellStyle.of(Fill.TAINTED, Mark.PLAIN), style(ColourBy.HOLDING, 0));
        assertEquals(CellStyle.of(Fill.UNKNOWN, Mark.TAINTED), style(ColourBy.ACTIVITY, 0));
        fleets.run(
                fleets.job(cluster, "j", JobState.RUNNING, 1, 1),
                node.getAccelerators().getFirst());
        assertEquals(CellStyle.of(Fill.HELD, Mark.TAINTED), style(ColourBy.HOLDING, 0));
    }

    @Test
    void aDeviceWithoutAReadingIsNeverOnTheRamp() {
        append(0, Metric.ACTIVITY, NOW, 0);
        assertEquals(new CellStyle(Fill.RAMP_FREE, 0, Mark.PLAIN), style(ColourBy.ACTIVITY, 0));
        for (ColourBy by : ColourBy.values()) {
            if (!by.isHolding()) {
                assertEquals(Fill.UNKNOWN, style(by, 3).fill(), by.toString());
            }
        }
    }

    @Test
    void theRampFollowsTheValue() {
        append(0, Metric.ACTIVITY, NOW, 0.5);
        append(1, Metric.ACTIVITY, NOW, 1);
        assertEquals(128, style(ColourBy.ACTIVITY, 0).ramp());
        assertEquals(255, style(ColourBy.ACTIVITY, 1).ramp());
    }

    @Test
    void whatIsHeldAndIdleNeverLooksLikeWhatIsFree() {
        fleets.run(
                fleets.job(cluster, "j", JobState.RUNNING, 1, 2),
                node.getAccelerators().get(1),
                node.getAccelerators().get(2));
        for (int i = 0; i < 3; i++) {
            append(i, Metric.ACTIVITY, NOW, i == 2 ? 0.9 : 0);
        }
        assertEquals(Fill.RAMP_FREE, style(ColourBy.ACTIVITY, 0).fill());
        assertEquals(Fill.RAMP, style(ColourBy.ACTIVITY, 1).fill());
        assertEquals(Fill.FREE, style(ColourBy.IDLE, 0).fill());
        assertEquals(Fill.IDLE, style(ColourBy.IDLE, 1).fill());
        assertEquals(Fill.HELD, style(ColourBy.IDLE, 2).fill());
        assertEquals(Fill.IDLE, block(ColourBy.IDLE).fill(), "one that is idle is seen from afar");
    }

    @Test
    void whatNobodyHoldsHasTheHollowRimOnTheRampThoughItIsNotFreeEither() {
        append(0, Metric.ACTIVITY, NOW, 0);
        node.setCapacity(Resources.parse("nvidia.com/gpu=4"));
        node.setAllocatable(Resources.parse("nvidia.com/gpu=3"));
        node.setUnschedulable(true);
        assertEquals(Fill.RAMP_FREE, style(ColourBy.ACTIVITY, 0).fill(), "one of four is not offered");
        node.setAllocatable(Resources.parse("nvidia.com/gpu=4"));
        node.getAccelerators().getFirst().setTaints(Fleets.tainted());
        assertEquals(Fill.RAMP_FREE, style(ColourBy.ACTIVITY, 0).fill(), "tainted");
        fleets.run(
                fleets.job(cluster, "j", JobState.RUNNING, 1, 1),
                node.getAccelerators().getFirst());
        assertEquals(Fill.RAMP, style(ColourBy.ACTIVITY, 0).fill(), "held");
    }

    @Test
    void whatHasJustStartedIsNotIdle() {
        Task task = fleets.run(
                fleets.job(cluster, "j", JobState.RUNNING, 1, 1),
                node.getAccelerators().get(1));
        append(1, Metric.ACTIVITY, NOW, 0);
        task.setStarted(Instant.ofEpochMilli(NOW - 30_000));
        assertEquals(Fill.HELD, style(ColourBy.IDLE, 1).fill());
        assertEquals(Fill.HELD, block(ColourBy.IDLE).fill());
        task.setStarted(Instant.ofEpochMilli(NOW - 600_000));
        assertEquals(Fill.IDLE, style(ColourBy.IDLE, 1).fill());
    }

    @Test
    void ofOneJobAllIsInOneColour() {
        fleets.run(
                fleets.job(cluster, "j", JobState.RUNNING, 1, 2),
                node.getAccelerators().get(1),
                node.getAccelerators().get(2));
        assertEquals(Fill.GROUP, style(ColourBy.JOB, 1).fill());
        assertEquals(style(ColourBy.JOB, 1), style(ColourBy.JOB, 2));
        assertEquals(Fill.FREE, style(ColourBy.JOB, 0).fill());
        assertEquals(Fill.GROUP, style(ColourBy.NAMESPACE, 1).fill());
        assertEquals(Fill.HELD, style(ColourBy.TEAM, 1).fill(), "nothing says whose it is");
    }

    @Test
    void anOldReadingKeepsItsColourAndIsHatched() {
        append(0, Metric.ACTIVITY, NOW - 120_000, 0.5);
        assertEquals(new CellStyle(Fill.RAMP_FREE, 128, Mark.STALE), style(ColourBy.ACTIVITY, 0));
    }

    @Test
    void everythingOfAClusterThatIsNotLiveAnyMoreIsHatched() {
        cluster.setConnection(ConnectionState.STALE);
        assertEquals(Mark.STALE, style(ColourBy.HOLDING, 0).mark());
        cluster.setLastContact(null);
        cluster.setConnection(ConnectionState.CONNECTING);
        assertNotEquals(Mark.STALE, style(ColourBy.HOLDING, 0).mark(), "nothing was heard that could be old");
    }

    @Test
    void aBrokenDeviceIsCrossedWhateverTheColouring() {
        node.getAccelerators().get(0).setHealth(Health.FAILED);
        for (ColourBy by : ColourBy.values()) {
            assertEquals(Mark.FAILED, style(by, 0).mark(), by.toString());
        }
        assertEquals(Fill.NONE, style(ColourBy.HOLDING, 0).fill(), "a broken device is not free");
    }

    @Test
    void aDegradedDeviceHasACorner() {
        node.getAccelerators().get(0).setHealth(Health.DEGRADED);
        assertEquals(Mark.DEGRADED, style(ColourBy.HOLDING, 0).mark());
    }

    @Test
    void errorsFallIntoClasses() {
        append(0, Metric.XID, NOW, 79);
        append(1, Metric.ECC_CORRECTED, NOW, 2);
        append(2, Metric.XID, NOW, 0);
        assertEquals(Fill.CRITICAL, style(ColourBy.ERRORS, 0).fill());
        assertEquals(Fill.WARNING, style(ColourBy.ERRORS, 1).fill());
        assertEquals(Fill.NONE, style(ColourBy.ERRORS, 2).fill());
    }

    @Test
    void aBlockShowsTheMeanTheWorstErrorAndWhetherAnythingIsHeld() {
        append(0, Metric.ACTIVITY, NOW, 0);
        append(1, Metric.ACTIVITY, NOW, 1);
        append(2, Metric.XID, NOW, 79);
        assertEquals(128, block(ColourBy.ACTIVITY).ramp());
        assertEquals(Fill.CRITICAL, block(ColourBy.ERRORS).fill());
        assertEquals(Fill.FREE, block(ColourBy.HOLDING).fill());
        assertEquals(Fill.UNKNOWN, block(ColourBy.POWER).fill());
        fleets.run(
                fleets.job(cluster, "j", JobState.RUNNING, 1, 1),
                node.getAccelerators().get(1));
        assertEquals(Fill.HELD, block(ColourBy.HOLDING).fill());
    }

    @Test
    void aBlockShowsWhatMostOfItsDevicesHave() {
        for (int i = 0; i < 4; i++) {
            append(i, Metric.ACTIVITY, NOW, i == 0 ? 1 : 0);
        }
        assertEquals(Fill.RAMP_FREE, block(ColourBy.ACTIVITY).fill(), "all are free");
        for (int i = 0; i < 3; i++) {
            fleets.run(
                    fleets.job(cluster, i == 0 ? "small" : "large", JobState.RUNNING, 1, 1),
                    node.getAccelerators().get(i));
        }
        assertEquals(Fill.RAMP, block(ColourBy.ACTIVITY).fill(), "most are held");
        assertEquals(85, block(ColourBy.ACTIVITY).ramp(), "the mean of the three that are held");
        assertEquals(Fill.GROUP, block(ColourBy.JOB).fill());
        assertEquals(style(ColourBy.JOB, 1), block(ColourBy.JOB));
        assertEquals(Fill.HELD, block(ColourBy.TEAM).fill(), "nothing says whose they are");
    }

    /** At 3,000 nodes most were in the blue of unknown jobs until their exporters were read, which takes minutes. */
    @Test
    void theJobOfANodeIsKnownWithoutASourceThatSaysWhichDevicesItHolds() {
        fleets.runSomewhere(fleets.job(cluster, "j", JobState.RUNNING, 1, 2), node, 2);
        assertEquals(Fill.UNKNOWN_WHICH, style(ColourBy.JOB, 0).fill());
        assertEquals(Fill.GROUP, block(ColourBy.JOB).fill());
        fleets.runSomewhere(fleets.findJob("j"), node, node.getAccelerators().size() - 2);
        assertEquals(Fill.GROUP, style(ColourBy.JOB, 0).fill());
        assertEquals(style(ColourBy.JOB, 0), block(ColourBy.JOB));
        fleets.findJob("j").getTasks().getLast().setPhase(TaskPhase.SUCCEEDED);
        fleets.runSomewhere(
                fleets.job(cluster, "k", JobState.RUNNING, 1, 2),
                node,
                node.getAccelerators().size() - 2);
        assertEquals(Fill.HELD, style(ColourBy.JOB, 0).fill(), "one of two, and it is not told which");
    }

    private void append(int index, Metric metric, long time, double value) {
        store.append(Scene.of(fleets.fleet()).cells().get(index).key(), metric, time, value);
    }

    private CellStyle style(ColourBy by, int index) {
        Scene scene = Scene.of(fleets.fleet());
        Cell cell = scene.cells().get(index);
        return rule(scene, by).of(cell);
    }

    private CellStyle block(ColourBy by) {
        Scene scene = Scene.of(fleets.fleet());
        return rule(scene, by).of(scene.boxes().get(1));
    }

    private CellStyler rule(Scene scene, ColourBy by) {
        double[] memory = new double[scene.cells().size()];
        return new CellStyler(
                new SceneStates(scene), CellValues.take(by, scene.cells(), memory, store, NOW), new GroupColours());
    }
}
