// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.fleet.FleetDelta;
import podium.core.metrics.Metric;
import podium.placement.Fit;
import podium.placement.Verdict;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Protection;
import podium.ui.topology.internal.colour.CellValues;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.layout.SceneLayout;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.FakeFleet;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Readouts;

class StageTest {
    private static final long NOW = Fleets.NOW.toEpochMilli();
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final TopologyModel stage = new TopologyModel(fleets.fleet());
    private final List<TopologyModel.Event> events = new ArrayList<>();

    @BeforeEach
    void listen() {
        stage.resize(770, 455);
        stage.listen(events::add);
    }

    @Test
    void aChangeOfStateTouchesOnlyTheBoxesItConcerns() {
        Node node = cluster.getNodes().get(10);
        fleets.run(
                fleets.job(cluster, "j", JobState.RUNNING, 1, 1),
                node.getAccelerators().get(7));
        FleetDelta delta = FakeFleet.delta(Set.of(node), Set.of(), Set.of(), false);
        assertTrue(stage.fits(delta));
        Scene before = stage.scene();
        stage.refresh(delta);
        assertSame(before, stage.scene());
        TopologyModel.Event.Boxes boxes = assertInstanceOf(TopologyModel.Event.Boxes.class, events.getFirst());
        assertEquals(4, boxes.ids().cardinality(), "node, rack, block, cluster");
        assertEquals(1, events.size());
    }

    @Test
    void anotherTaskOnTheSameDevicesIsShownThoughNoNumberChanges() {
        Node node = cluster.getNodes().get(0);
        stage.refresh(FakeFleet.delta(Set.of(), Set.of(), Set.copyOf(node.getTasks()), false));
        TopologyModel.Event.Boxes boxes = assertInstanceOf(TopologyModel.Event.Boxes.class, events.getFirst());
        assertTrue(boxes.ids().get(stage.scene().box(node).orElseThrow().id()));
    }

    @Test
    void newNodesAndNewDevicesNeedANewScene() {
        Node node = fleets.node(cluster, "new", 8);
        assertFalse(stage.fits(FakeFleet.delta(Set.of(node), Set.of(), Set.of(), false)));
        assertFalse(stage.fits(FakeFleet.delta(Set.of(), Set.of(), Set.of(), true)));
        stage.rebuild();
        assertTrue(stage.scene().box(node).isPresent());
        assertInstanceOf(TopologyModel.Event.Everything.class, events.getLast());
    }

    @Test
    void aNewSceneKeepsTheViewAndTheColouring() {
        stage.show(stage.view().zoom(100, 100, 3));
        stage.colourBy(ColourBy.POWER);
        var view = stage.view();
        stage.rebuild();
        assertEquals(view, stage.view());
        assertEquals(ColourBy.POWER, stage.readings().by());
    }

    @Test
    void aConnectionThatChangesIsShownEverywhereAHeartbeatNowhere() {
        FleetDelta delta = new FleetDelta(Set.of(cluster), Set.of(), Set.of(), Set.of(), false);
        cluster.setLastContact(Fleets.NOW.plusSeconds(1));
        stage.refresh(delta);
        assertTrue(events.isEmpty());
        cluster.setConnection(ConnectionState.STALE);
        stage.refresh(delta);
        assertInstanceOf(TopologyModel.Event.Everything.class, events.getFirst());
        events.clear();
        cluster.setProtection(Protection.UNVERIFIED);
        stage.refresh(delta);
        assertInstanceOf(TopologyModel.Event.Everything.class, events.getFirst());
    }

    @Test
    void aDragLightsNodesUpAndNothingElseIsPaintedAnew() {
        Node node = cluster.getNodes().get(0);
        Verdict fits = new Verdict(Fit.FITS, List.of(), 1, 0.5);
        BitSet lit = new BitSet();
        lit.set(stage.scene().box(node).orElseThrow().id());
        stage.answer(Optional.of(NodeVerdicts.soFar(stage.scene(), Map.of(node, fits), cluster)));
        assertEquals(new TopologyModel.Event.Boxes(lit, false), events.getLast());
        stage.answer(Optional.empty());
        assertEquals(new TopologyModel.Event.Boxes(lit, false), events.getLast());
        assertEquals(2, events.size());
        stage.answer(Optional.empty());
        assertEquals(2, events.size(), "no drag ended");
    }

    @Test
    void newReadingsTouchOnlyTheNodesWhoseValuesChanged() {
        Readouts store = Readouts.of(stage.scene(), NOW);
        stage.colourBy(ColourBy.ACTIVITY);
        stage.take(take(store, NOW));
        events.clear();
        stage.take(take(store, NOW + 1000));
        assertTrue(events.isEmpty(), "the same readings are no change");
        store.append(stage.scene().cells().get(100).key(), Metric.ACTIVITY, NOW, 0.123);
        stage.take(take(store, NOW + 2000));
        TopologyModel.Event.Boxes boxes = assertInstanceOf(TopologyModel.Event.Boxes.class, events.getFirst());
        assertEquals(1, boxes.ids().cardinality());
        assertTrue(boxes.ids().get(stage.scene().cells().get(100).node().id()));
    }

    @Test
    void aChangeOfTheFleetOutdatesTheAnswersToADragAndReadingsAndCountsDoNot() {
        Node node = cluster.getNodes().get(0);
        stage.refresh(FakeFleet.delta(Set.of(node), Set.of(), Set.of(), false));
        assertTrue(stage.outdates(events.getLast()));
        stage.rebuild();
        assertTrue(stage.outdates(events.getLast()), "the answers went with the scene");
        events.clear();
        stage.colourBy(ColourBy.ACTIVITY);
        stage.answer(Optional.of(new NodeVerdicts(stage.scene(), Map.of())));
        stage.slots(new SlotCounts(8, Map.of(cluster, 2)));
        stage.take(take(Readouts.of(stage.scene(), NOW), NOW));
        stage.show(stage.view().zoom(100, 100, 3));
        assertEquals(5, events.size());
        assertTrue(events.stream().noneMatch(stage::outdates), events::toString);
    }

    @Test
    void readingsThatGrowStaleAreShownThoughNoneCame() {
        Readouts store = Readouts.of(stage.scene(), NOW);
        stage.colourBy(ColourBy.ACTIVITY);
        stage.take(take(store, NOW));
        events.clear();
        stage.take(take(store, NOW + 120_000));
        assertFalse(events.isEmpty());
    }

    @Test
    void readingsForAnotherColouringOrAnotherSceneAreNotTaken() {
        CellValues late = take(Readouts.of(stage.scene(), NOW), NOW);
        stage.colourBy(ColourBy.POWER);
        stage.take(late);
        assertEquals(ColourBy.POWER, stage.readings().by());
        stage.colourBy(ColourBy.ACTIVITY);
        fleets.node(cluster, "new", 8);
        stage.rebuild();
        stage.take(late);
        assertEquals(-1, stage.readings().version());
    }

    @Test
    void aNewSizeLaysOutAnewAndStaysFitted() {
        SceneLayout before = stage.layout();
        stage.resize(1200, 700);
        assertNotSame(before, stage.layout());
        assertTrue(stage.view().isFit());
        assertEquals(1200, stage.layout().width());
        events.clear();
        stage.resize(1200, 700);
        assertTrue(events.isEmpty());
    }

    @Test
    void verdictsComeAndGo() {
        stage.answer(Optional.of(new NodeVerdicts(stage.scene(), new HashMap<>())));
        assertTrue(stage.verdicts().isPresent());
        stage.answer(Optional.empty());
        assertEquals(2, events.size());
        stage.answer(Optional.empty());
        assertEquals(2, events.size(), "no drag after no drag is no change");
    }

    private CellValues take(Readouts store, long now) {
        return CellValues.take(ColourBy.ACTIVITY, stage.scene().cells(), stage.bounds(ColourBy.ACTIVITY), store, now);
    }

    @Test
    void aKeptViewIsFittedIntoTheCanvasOfNow() {
        Viewport kept = Viewport.fit(800, 500).zoom(600, 100, 4);
        stage.restore(kept);
        stage.resize(1600, 1000);
        assertEquals(4, stage.view().scale());
        assertEquals(kept.worldX(400) * 2, stage.view().worldX(800), 1, "the same in the middle");
        assertEquals(
                1600, stage.layout().of(stage.scene().clusters().getFirst()).width(), 40);
    }
}
