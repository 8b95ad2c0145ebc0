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
import podium.core.change.SyncState;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.Holdings;
import podium.core.fleet.SchedulingObjects;
import podium.core.metrics.Metric;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Protection;
import podium.placement.Fit;
import podium.placement.Verdict;
import podium.ui.topology.internal.colour.CellValues;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.layout.SceneLayout;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.FakeFleet;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Readouts;

class TopologyModelTest {
    private static final long NOW = Fleets.NOW.toEpochMilli();
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final TopologyModel model = new TopologyModel(fleets.fleet());
    private final List<TopologyModel.Event> events = new ArrayList<>();

    @BeforeEach
    void listen() {
        model.resize(770, 455);
        model.listen(events::add);
    }

    @Test
    void aChangeOfStateTouchesOnlyTheBoxesItConcerns() {
        Node node = cluster.getNodes().get(10);
        fleets.run(
                fleets.job(cluster, "j", JobState.RUNNING, 1, 1),
                node.getAccelerators().get(7));
        FleetDelta delta = FakeFleet.delta(Set.of(node), Set.of(), Set.of(), false);
        assertTrue(model.fits(delta));
        Scene before = model.scene();
        model.refresh(delta);
        assertSame(before, model.scene());
        TopologyModel.Event.Boxes boxes = assertInstanceOf(TopologyModel.Event.Boxes.class, events.getFirst());
        assertEquals(4, boxes.ids().cardinality(), "node, rack, block, cluster");
        assertEquals(1, events.size());
    }

    @Test
    void aNodeThatARuleProtectsIsMarkedAndItsCardNamesTheRule() {
        Node node = cluster.getNodes().get(10);
        model.protect(it -> it == node ? Optional.of("Node is protected (rule */x).") : Optional.empty());
        int box = model.scene().box(node).orElseThrow().id();
        TopologyModel.Event.Boxes boxes = assertInstanceOf(TopologyModel.Event.Boxes.class, events.getFirst());
        assertEquals(1, boxes.ids().cardinality());
        assertTrue(boxes.ids().get(box));
        model.rebuild();
        assertTrue(model.states().isProtected(model.scene().boxes().get(box)), "also after nodes came and went");
        String card = new CanvasTooltips(model, new Readouts())
                .of(Hit.of(model.scene().box(node).orElseThrow()), Fleets.NOW)
                .text();
        assertTrue(card.contains("Node is protected (rule */x)."), card);
        model.protect(it -> Optional.empty());
        assertFalse(model.states().isProtected(model.scene().boxes().get(box)));
    }

    @Test
    void anotherTaskOnTheSameDevicesIsShownThoughNoNumberChanges() {
        Node node = cluster.getNodes().get(0);
        model.refresh(FakeFleet.delta(Set.of(), Set.of(), Set.copyOf(node.getTasks()), false));
        TopologyModel.Event.Boxes boxes = assertInstanceOf(TopologyModel.Event.Boxes.class, events.getFirst());
        assertTrue(boxes.ids().get(model.scene().box(node).orElseThrow().id()));
    }

    @Test
    void newNodesAndNewDevicesNeedANewScene() {
        Node node = fleets.node(cluster, "new", 8);
        assertFalse(model.fits(FakeFleet.delta(Set.of(node), Set.of(), Set.of(), false)));
        assertFalse(model.fits(FakeFleet.delta(Set.of(), Set.of(), Set.of(), true)));
        model.rebuild();
        assertTrue(model.scene().box(node).isPresent());
        assertInstanceOf(TopologyModel.Event.Everything.class, events.getLast());
    }

    @Test
    void aNewSceneKeepsTheViewAndTheColouring() {
        model.show(model.view().zoom(100, 100, 3));
        model.colourBy(ColourBy.POWER);
        var view = model.view();
        model.rebuild();
        assertEquals(view, model.view());
        assertEquals(ColourBy.POWER, model.readings().by());
    }

    @Test
    void aConnectionThatChangesIsShownEverywhereAHeartbeatNowhere() {
        FleetDelta delta = new FleetDelta(Set.of(cluster), Set.of(), Set.of(), Set.of(), false);
        cluster.setLastContact(Fleets.NOW.plusSeconds(1));
        model.refresh(delta);
        assertTrue(events.isEmpty());
        cluster.setConnection(ConnectionState.STALE);
        model.refresh(delta);
        assertInstanceOf(TopologyModel.Event.Everything.class, events.getFirst());
        events.clear();
        cluster.setProtection(Protection.UNVERIFIED);
        model.refresh(delta);
        assertInstanceOf(TopologyModel.Event.Everything.class, events.getFirst());
        events.clear();
        cluster.setProduction(true);
        model.refresh(delta);
        assertInstanceOf(TopologyModel.Event.Everything.class, events.getFirst(), "so is a mark");
    }

    @Test
    void noCellIsFreeBeforeThePodsOfItsClusterAreKnownAndThoseNobodyHoldsAreOnceTheyAre() {
        SchedulingObjects facts = new SchedulingObjects();
        facts.read("pods", SyncState.NOT_YET, "");
        cluster.setFacts(facts);
        cluster.setConnection(ConnectionState.STALE);
        cluster.getNodes().get(10).getAccelerators().get(7).setTaints(Fleets.tainted());
        model.rebuild();
        assertEquals(0, cells(AcceleratorState.FREE) + cells(AcceleratorState.TAINTED));
        assertEquals(
                0,
                model.states()
                        .of(model.scene().clusters().getFirst())
                        .holdings()
                        .free());
        for (Cell cell : model.scene().cells()) {
            String told = new CanvasTooltips(model, new Readouts())
                    .of(Hit.of(cell), Fleets.NOW)
                    .text();
            assertFalse(told.matches("(?s).*(free|not held|nobody|does not report).*"), told);
        }
        facts.listed("Pod");
        model.refresh(new FleetDelta(Set.of(cluster), Set.of(), Set.of(), Set.of(), false));
        assertTrue(cells(AcceleratorState.FREE) > 0 && cells(AcceleratorState.TAINTED) == 1);
        assertEquals(
                Holdings.of(cluster),
                model.states().of(model.scene().clusters().getFirst()).holdings());
    }

    private long cells(AcceleratorState state) {
        return model.scene().cells().stream()
                .filter(cell -> model.states().of(cell) == state)
                .count();
    }

    @Test
    void aDragLightsNodesUpAndNothingElseIsPaintedAnew() {
        Node node = cluster.getNodes().get(0);
        Verdict fits = new Verdict(Fit.FITS, List.of(), 1, 0.5);
        BitSet lit = new BitSet();
        lit.set(model.scene().box(node).orElseThrow().id());
        model.answer(Optional.of(NodeVerdicts.soFar(model.scene(), Map.of(node, fits), 1, Set.of(cluster))));
        assertEquals(new TopologyModel.Event.Boxes(lit, false), events.getLast());
        model.answer(Optional.empty());
        assertEquals(new TopologyModel.Event.Boxes(lit, false), events.getLast());
        assertEquals(2, events.size());
        model.answer(Optional.empty());
        assertEquals(2, events.size(), "no drag ended");
    }

    @Test
    void newReadingsTouchOnlyTheNodesWhoseValuesChanged() {
        Readouts store = Readouts.of(model.scene(), NOW);
        model.colourBy(ColourBy.ACTIVITY);
        model.take(take(store, NOW));
        events.clear();
        model.take(take(store, NOW + 1000));
        assertTrue(events.isEmpty(), "the same readings are no change");
        store.append(model.scene().cells().get(100).key(), Metric.ACTIVITY, NOW, 0.123);
        model.take(take(store, NOW + 2000));
        TopologyModel.Event.Boxes boxes = assertInstanceOf(TopologyModel.Event.Boxes.class, events.getFirst());
        assertEquals(1, boxes.ids().cardinality());
        assertTrue(boxes.ids().get(model.scene().cells().get(100).node().id()));
    }

    @Test
    void aChangeOfTheFleetOutdatesTheAnswersToADragAndReadingsAndCountsDoNot() {
        Node node = cluster.getNodes().get(0);
        model.refresh(FakeFleet.delta(Set.of(node), Set.of(), Set.of(), false));
        assertTrue(model.outdates(events.getLast()));
        model.rebuild();
        assertTrue(model.outdates(events.getLast()), "the answers went with the scene");
        events.clear();
        model.colourBy(ColourBy.ACTIVITY);
        model.answer(Optional.of(new NodeVerdicts(model.scene(), Map.of(), 1)));
        model.slots(SlotCounts.of(8, Map.of(cluster, 2), Map.of()));
        model.take(take(Readouts.of(model.scene(), NOW), NOW));
        model.show(model.view().zoom(100, 100, 3));
        assertEquals(5, events.size());
        assertTrue(events.stream().noneMatch(model::outdates), events::toString);
    }

    /** The legend did not name what is not known for a minute, until the first reading of all came. */
    @Test
    void thatNothingIsKnownYetIsToldOnce() {
        model.colourBy(ColourBy.ACTIVITY);
        events.clear();
        model.take(take(new Readouts(), NOW));
        assertInstanceOf(TopologyModel.Event.Boxes.class, events.getFirst());
        events.clear();
        model.take(take(new Readouts(), NOW + 1000));
        assertTrue(events.isEmpty(), events::toString);
    }

    @Test
    void readingsThatGrowStaleAreShownThoughNoneCame() {
        Readouts store = Readouts.of(model.scene(), NOW);
        model.colourBy(ColourBy.ACTIVITY);
        model.take(take(store, NOW));
        events.clear();
        model.take(take(store, NOW + 120_000));
        assertFalse(events.isEmpty());
    }

    @Test
    void readingsForAnotherColouringOrAnotherSceneAreNotTaken() {
        CellValues late = take(Readouts.of(model.scene(), NOW), NOW);
        model.colourBy(ColourBy.POWER);
        model.take(late);
        assertEquals(ColourBy.POWER, model.readings().by());
        model.colourBy(ColourBy.ACTIVITY);
        fleets.node(cluster, "new", 8);
        model.rebuild();
        model.take(late);
        assertEquals(-1, model.readings().version());
    }

    @Test
    void aNewSizeLaysOutAnewAndStaysFitted() {
        SceneLayout before = model.layout();
        model.resize(1200, 700);
        assertNotSame(before, model.layout());
        assertTrue(model.view().isFit());
        assertEquals(1200, model.layout().width());
        events.clear();
        model.resize(1200, 700);
        assertTrue(events.isEmpty());
    }

    @Test
    void verdictsComeAndGo() {
        model.answer(Optional.of(new NodeVerdicts(model.scene(), new HashMap<>(), 1)));
        assertTrue(model.verdicts().isPresent());
        model.answer(Optional.empty());
        assertEquals(2, events.size());
        model.answer(Optional.empty());
        assertEquals(2, events.size(), "no drag after no drag is no change");
    }

    private CellValues take(Readouts store, long now) {
        return CellValues.take(ColourBy.ACTIVITY, model.scene().cells(), model.bounds(ColourBy.ACTIVITY), store, now);
    }
}
