// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.change.SyncState;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.Holdings;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.advice.RankedPlace;
import podium.ui.label.Snapshots;
import podium.ui.toolkit.Palette;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.layout.FreeView;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.layout.WorldRect;
import podium.ui.topology.internal.model.CanvasTooltip;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.MarkedPlaces;
import podium.ui.topology.internal.model.PointerFeedback;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.BoxState;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.scene.SceneStates;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Pictures;

/** The small pure rules of painting. */
class PaintRulesTest {
    /** Columns of pixels of which "8 free, 0/8 held" has more and "0/8" not half as many. */
    private static final int WORDS = 60;

    @Test
    void ranksAreWrittenAsSpans() {
        assertEquals("0-7", Rank.spans(List.of(0, 1, 2, 3, 4, 5, 6, 7)));
        assertEquals("0, 2-3, 9", Rank.spans(List.of(0, 2, 3, 9)));
        assertEquals("", Rank.spans(List.of()));
    }

    @Test
    void aNodeWhoseStateIsUnknownCountsNothing() {
        Cluster live = new Fleets().cluster("live");
        assertEquals("?/8", NodeHeader.counts(live, new Holdings(8, 0, 0, 0, 0, 8), false));
        assertEquals("6/8", NodeHeader.counts(live, new Holdings(8, 6, 2, 0, 0, 0), false));
        assertEquals("2 free, 6/8 held", NodeHeader.counts(live, new Holdings(8, 6, 2, 0, 0, 0), true));
        assertEquals(
                "0 free, 6/8 held, 1 tainted, 1 failed", NodeHeader.counts(live, new Holdings(8, 6, 0, 1, 1, 0), true));
        assertEquals("1 free, 6/8 held, 1 failed", NodeHeader.counts(live, new Holdings(8, 6, 1, 0, 1, 0), true));
        assertEquals("0 free + 2 cordoned, 6/8 held", NodeHeader.counts(live, new Holdings(8, 6, 0, 0, 0, 0, 2), true));
    }

    /** One of a row that is protected said "8/8" beside its shield where its neighbours said "0 free, 8/8 held". */
    @Test
    void whatIsFreeIsSaidBeforeOnlyWhatIsHeldIs() {
        Cluster live = new Fleets().cluster("live");
        assertEquals("0 free, 8/8", NodeHeader.free(live, new Holdings(8, 8, 0, 0, 0, 0), "8/8"));
        assertEquals("?/8", NodeHeader.free(live, new Holdings(8, 0, 0, 0, 0, 8), "?/8"));
        assertEquals("", NodeHeader.free(live, Holdings.NONE, ""));
        Fleets two = new Fleets();
        Node plain = two.node(two.cluster("c"), "gpu-r1-n1", 8);
        Node shielded = two.node(plain.getCluster(), "gpu-r1-n2", 8);
        boolean said = false;
        for (int width = 300; width < 460; width += 4) {
            try (Pictures pictures = new Pictures(Displays.needed(), two, new Palette(true), width, 120)) {
                pictures.model().protect(node -> node == shielded ? Optional.of("rule") : Optional.empty());
                ImageData picture = pictures.picture();
                int free = ink(pictures, picture, plain, 0);
                int kept = ink(pictures, picture, shielded, 12);
                assertTrue(free <= WORDS || 2 * kept > WORDS, kept + " of " + free + " pixels at " + width);
                said |= free > WORDS;
            }
        }
        assertTrue(said, "in the widest all has room");
    }

    /** Columns with anything in the right half of the name line of a node, without so many at its end. */
    private static int ink(Pictures pictures, ImageData picture, Node node, int without) {
        Box box = pictures.model().scene().box(node).orElseThrow();
        PixelRect at = pictures.model().view().pixels(pictures.model().layout().of(box));
        int ground = picture.getPixel(at.right() - 3, at.y() + 2);
        return (int) IntStream.range(at.x() + 66, at.right() - 3 - without)
                .filter(x -> IntStream.range(at.y() + 2, at.y() + 13).anyMatch(y -> picture.getPixel(x, y) != ground))
                .count();
    }

    @Test
    void theWorstIsSaidFirst() {
        assertEquals("", NodeHeader.note(new BoxState(Holdings.NONE, 1, 0, 0, 0, 0)));
        assertEquals("cordoned", NodeHeader.note(new BoxState(Holdings.NONE, 1, 1, 0, 0, 0)));
        assertTrue(NodeHeader.note(new BoxState(Holdings.NONE, 1, 1, 1, 0, 0)).startsWith("not ready"));
        assertEquals("tainted", NodeHeader.note(new BoxState(Holdings.NONE, 1, 0, 0, 0, 1)));
    }

    @Test
    void aFileIsLetGoOnTheCanvasAndNoKeyTakesIt() {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("prod");
        Job job = fleets.job(cluster, "train", JobState.WAITING, 1, 8);
        assertEquals("drop it on a number, or press it", BestPlacesLine.how(Optional.of(new Subject(job, List.of()))));
        assertEquals(
                "drop the file on a number on the canvas",
                BestPlacesLine.how(Optional.of(new Subject(job, List.of(), Optional.of(cluster)))));
    }

    /** The second of two snapshots side by side was "mixed ...leet)". */
    @Test
    void aSnapshotIsCalledByItsTimeAsBesideTheCanvas() {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("mixed (ai-factory+mixed-2026-11-29-0536.fleet)");
        cluster.setId(Snapshots.KIND + "/tmp/ai-factory+mixed-2026-11-29-0536.fleet//mixed");
        cluster.setConnection(ConnectionState.CLOSED);
        String title = BoxPainter.title(Scene.of(fleets.fleet()).clusters().getFirst());
        assertEquals(Snapshots.brief(cluster), title);
        assertTrue(title.startsWith("mixed (") && !title.contains("fleet"), title);
    }

    @Test
    void howToGoOnIsNotToldWhereTheFirstReasonIsCutForIt() {
        assertTrue(BestPlacesLine.tells(100, 300, 90), "both have room");
        assertFalse(BestPlacesLine.tells(100, 300, 200), "one of them");
        assertTrue(BestPlacesLine.tells(100, 300, 400), "the reason is cut either way");
        assertFalse(BestPlacesLine.tells(-1, 150, 400), "the names come first");
    }

    @Test
    void ofAReasonTheFirstClauseIsShownAndAsManyWordsMoreAsHaveRoom() {
        String reason = "leaves 4 GPUs free, too few for most jobs here";
        assertEquals(reason, BestPlacesLine.reason(reason, reason.length(), String::length));
        assertEquals("leaves 4 GPUs free, too few for \u2026", BestPlacesLine.reason(reason, 36, String::length));
        assertEquals("", BestPlacesLine.reason(reason, 19, String::length));
        assertEquals(
                "if it is untainted \u2026",
                BestPlacesLine.reason("if it is untainted; fills the node", 25, String::length));
    }

    /** "leaves 2 GPUs free, too few for some …" was all that was told of the best place. */
    @Test
    void aReasonThatIsNotWholeInOneLineIsSplitWhereBothLinesTakeTheLeastWidth() {
        assertEquals(
                List.of("leaves 2 GPUs free, too few for some jobs", "here, uses GPUs that few other jobs fit on"),
                BestPlacesLine.halves(
                        "leaves 2 GPUs free, too few for some jobs here, uses GPUs that few other jobs fit on",
                        String::length));
        assertEquals(List.of("fits"), BestPlacesLine.halves("fits", String::length));
    }

    @Test
    void ofAnAddressWhatTellsDevicesApartIsKept() {
        assertEquals("1b:00.0", CellText.pci("00000000:1b:00.0"));
        assertEquals("1b:00.0", CellText.pci("0000:1b:00.0"));
        assertEquals("0008:06:00.0", CellText.pci("0008:06:00.0"), "on GB200 the domain tells them apart");
    }

    @Test
    void theMapIsShownOnlyWhileNotEverythingIsSeen() {
        Viewport fit = Viewport.fit(800, 500);
        assertTrue(FreeView.map(fit).isEmpty());
        PixelRect map = FreeView.map(fit.zoom(0, 0, 2));
        assertTrue(new PixelRect(0, 0, 800, 500).common(map).equals(map));
    }

    @Test
    void aNameThatThePathWouldCoverIsInThePath() {
        TopologyModel model = new TopologyModel(Fleets.aiFactory().fleet());
        model.resize(770, 455);
        Box node =
                model.scene().box(model.scene().cells().get(8).node().subject()).orElseThrow();
        Viewport near = model.view().show(model.layout().of(node), 0.95, 1000);
        for (int y = -8; y < 30; y++) {
            Viewport view = near.pan(0, y - near.pixels(model.layout().of(node)).y());
            PaintState picture = new PaintState(model.layout(), view, model.styles(), Optional.empty(), model.slots());
            assertEquals(
                    y < 20,
                    Overlay.path(picture, Optional.empty(), 24, words -> 700).endsWith(node.name()),
                    "at " + y);
        }
    }

    /** Of two nodes in view neither was named: the middle of the view lay between them. */
    @Test
    void aNodeOfWhichTheLowerHalfIsSeenIsInThePath() {
        TopologyModel model = new TopologyModel(Fleets.aiFactory().fleet());
        model.resize(770, 455);
        Box node =
                model.scene().box(model.scene().cells().get(8).node().subject()).orElseThrow();
        Viewport near = model.view().show(model.layout().of(node), 0.95, 1000);
        PixelRect at = near.pixels(model.layout().of(node));
        Viewport view = near.pan(0, 100 - at.bottom());
        PaintState picture = new PaintState(model.layout(), view, model.styles(), Optional.empty(), model.slots());
        assertTrue(Overlay.path(picture, Optional.empty(), 24, words -> 700).endsWith(node.name()));
    }

    /** It named rack-3, of which one row was left, while rack-4 was selected and filled the view. */
    @Test
    void thePathEndsAboveTheNeighbourOfWhatIsSelectedAndFillsTheView() {
        TopologyModel model = new TopologyModel(Fleets.aiFactory().fleet());
        model.resize(770, 455);
        List<Box> racks = model.scene().boxes().stream()
                .filter(box -> "a1".equals(box.name()) || "a2".equals(box.name()))
                .toList();
        WorldRect second = model.layout().of(racks.get(1));
        Viewport view = model.view().show(second, 0.9, 1000);
        view = view.pan(0, 110 - view.pixels(second).y());
        PaintState picture = new PaintState(model.layout(), view, model.styles(), Optional.empty(), model.slots());
        String all = Overlay.path(picture, Optional.empty(), 24, words -> 700);
        assertTrue(all.contains("a1"), all);
        for (Box looked : List.of(racks.get(1), racks.get(1).children().getFirst())) {
            String path = Overlay.path(picture, Optional.of(looked), 24, words -> 700);
            assertTrue(path.endsWith("spine-1"), path);
        }
    }

    @Test
    void whatIsWrittenOnACellLiesBesideTheMap() {
        Viewport view = Viewport.fit(800, 500).zoom(0, 0, 8);
        PixelRect map = FreeView.map(view);
        PixelRect away = new PixelRect(0, 0, 100, 100);
        assertEquals(away, FreeView.besideMap(map, away));
        for (PixelRect cell : List.of(
                new PixelRect(map.x() - 200, map.y() - 10, 260, 90),
                new PixelRect(map.x() - 20, map.y() - 200, 260, 260),
                new PixelRect(0, 0, 800, 500))) {
            PixelRect beside = FreeView.besideMap(map, cell);
            assertTrue(!beside.overlaps(map) && beside.common(cell).equals(beside), beside + " of " + cell);
            assertTrue(beside.width() > 100 && beside.height() > 80, beside::toString);
        }
    }

    @Test
    void theMapStepsAsideOfWhatIsSelectedCarriedToOrPointedAt() {
        TopologyModel model = new TopologyModel(Fleets.aiFactory().fleet());
        model.resize(770, 455);
        Viewport view = model.view().zoom(300, 200, 1.6);
        PixelRect usual = FreeView.map(view);
        Node under = (Node) Hit.at(model.layout(), view, usual.x() + 40, usual.y() + 40)
                .orElseThrow()
                .box()
                .subject();
        Highlights none = new Highlights();
        assertEquals(
                usual,
                MiniMap.at(model.layout(), view, none, MarkedPlaces.NONE, PointerFeedback.NOTHING, Optional.empty()));
        Highlights selected = new Highlights();
        selected.select(List.of(under.getAccelerators().getFirst(), under));
        Highlights hovered = new Highlights();
        hovered.hover(Optional.of(under));
        MarkedPlaces best = new MarkedPlaces(
                MarkedPlaces.State.RANKED,
                List.of(new RankedPlace(new Target.OnNode(under), new Verdict(Fit.FITS, List.of(), 1, 1), "")));
        PointerFeedback card =
                new PointerFeedback(Optional.of(new CanvasTooltip("", List.of())), 0, 0, 0, Optional.empty());
        PixelRect node = view.pixels(model.layout().of(model.scene().box(under).orElseThrow()));
        for (PixelRect map : List.of(
                MiniMap.at(
                        model.layout(), view, selected, MarkedPlaces.NONE, PointerFeedback.NOTHING, Optional.empty()),
                MiniMap.at(model.layout(), view, none, best, PointerFeedback.NOTHING, Optional.empty()),
                MiniMap.at(model.layout(), view, hovered, MarkedPlaces.NONE, card, Optional.empty()))) {
            assertTrue(node.overlaps(usual) && !node.overlaps(map), map + " for " + node);
            assertTrue(new PixelRect(0, FreeView.PATH, 770, 455 - FreeView.PATH)
                    .common(map)
                    .equals(map));
        }
        assertEquals(
                usual,
                MiniMap.at(model.layout(), view, hovered, MarkedPlaces.NONE, PointerFeedback.NOTHING, Optional.empty()),
                "it does not run away from the pointer");
    }

    @Test
    void aClickOnTheMapBringsThatPlaceIntoTheMiddle() {
        Viewport view = Viewport.fit(800, 500).zoom(0, 0, 8);
        PixelRect map = FreeView.map(view);
        Viewport next = MiniMap.center(view, map, map.x() + map.width() / 4, map.y() + map.height() * 3 / 4);
        assertEquals(200, next.worldX(400), 8);
        assertEquals(375, next.worldY(250), 8);
    }

    @Test
    void ofAClusterThatNeverAnsweredOnlyTheConnectionIsTold() {
        Fleets fleets = new Fleets();
        fleets.cluster("prod").setConnection(ConnectionState.FAILED);
        Scene scene = Scene.of(fleets.fleet());
        Box cluster = scene.clusters().getFirst();
        assertEquals(List.of("failed"), List.of(BoxPainter.counts(cluster, new SceneStates(scene).of(cluster), "")));
    }

    /** Without how it stands, what a box shows looks live. */
    @Test
    void theNameOfAClusterGivesWayBeforeHowItStandsDoes() {
        String[] counts = {"3 free, 5/8 held   stale", "3 free   stale", "stale"};
        assertEquals(counts[0], BoxPainter.fitting(counts, 400, 100, true, String::length));
        assertEquals(counts[0], BoxPainter.fitting(counts, 110, 300, true, String::length), "a long name");
        assertEquals("stale", BoxPainter.fitting(counts, 66, 300, true, String::length));
        assertEquals("", BoxPainter.fitting(counts, 110, 300, false, String::length), "of a rack its name is more");
        Fleets fleets = Fleets.aiFactory();
        Cluster snapshot = fleets.fleet().getClusters().getFirst();
        snapshot.setId(Snapshots.KIND + "x");
        snapshot.setConnection(ConnectionState.CLOSED);
        snapshot.setLastContact(Fleets.NOW);
        Scene scene = Scene.of(fleets.fleet());
        Box box = scene.clusters().getFirst();
        String[] of = BoxPainter.counts(box, new SceneStates(scene).of(box), "");
        assertEquals("snapshot", of[of.length - 1], "in the narrowest");
    }

    @Test
    void whereNoNodeHasADeviceNoneIsCountedAsFree() {
        Fleets fleets = new Fleets();
        fleets.node(fleets.cluster("cpu"), "cpu-1", 0);
        Scene scene = Scene.of(fleets.fleet());
        Box cluster = scene.clusters().getFirst();
        assertEquals(
                "1 node, no GPU   live",
                BoxPainter.counts(cluster, new SceneStates(scene).of(cluster), "no slot of 8")[0]);
    }

    /** Also where the listing broke off: a pod that is not listed yet holds its GPUs all the same. */
    @ParameterizedTest
    @EnumSource(names = {"CONNECTING", "FAILED"})
    void nothingIsCalledFreeBeforeAllIsListed(ConnectionState before) {
        Fleets fleets = Fleets.aiFactory();
        Cluster cluster = fleets.fleet().getClusters().getFirst();
        cluster.setConnection(before);
        Scene scene = Scene.of(fleets.fleet());
        SceneStates states = new SceneStates(scene);
        for (Box box : scene.boxes()) {
            if (!box.isNode()) {
                String counts = BoxPainter.counts(box, states.of(box), "3 slots of 8")[0];
                assertTrue(counts.contains(" so far"), counts);
                assertFalse(counts.contains("free") || counts.contains("held") || counts.contains("slot"), counts);
            }
        }
    }

    /** It is stale from the first kind on that is remembered, which may be the nodes alone. */
    @Test
    void nothingIsCalledFreeOfARememberedClusterBeforeItsPodsAreKnown() {
        Fleets fleets = Fleets.aiFactory();
        Cluster cluster = fleets.fleet().getClusters().getFirst();
        SchedulingObjects facts = new SchedulingObjects();
        facts.read("pods", SyncState.NOT_YET, "");
        cluster.setFacts(facts);
        cluster.setConnection(ConnectionState.STALE);
        Scene scene = Scene.of(fleets.fleet());
        SceneStates states = new SceneStates(scene);
        for (Box box : scene.boxes()) {
            String counts = box.isNode()
                    ? NodeHeader.counts(
                            box.cluster(), NodeHeader.known(box, states.of(box).holdings()), true)
                    : BoxPainter.counts(box, states.of(box), "3 slots of 8")[0];
            assertTrue(counts.contains(box.isNode() ? "?/" : " so far"), counts);
            assertFalse(counts.contains("free") || counts.contains("held") || counts.contains("slot"), counts);
        }
        facts.listed("Pod");
        String known = BoxPainter.counts(
                scene.clusters().getFirst(),
                new SceneStates(scene).of(scene.clusters().getFirst()),
                "")[0];
        assertTrue(known.contains(" free") && known.contains(" held"), known);
    }

    /** Nor that there is a slot: nothing can be placed there now. */
    @Test
    void nothingIsCalledFreeNowWhereTheClusterIsNotHeardOrIsASnapshot() {
        Cluster cluster = Fleets.aiFactory().fleet().getClusters().getFirst();
        Scene scene = Scene.of(cluster.getFleet());
        SceneStates states = new SceneStates(scene);
        for (String id : List.of("id", Snapshots.KIND + "id")) {
            cluster.setId(id);
            cluster.setConnection(id.equals("id") ? ConnectionState.STALE : ConnectionState.CLOSED);
            for (Box box : scene.boxes()) {
                String counts = box.isNode()
                        ? NodeHeader.counts(cluster, states.of(box).holdings(), true)
                        : BoxPainter.counts(box, states.of(box), "3 slots of 8")[0];
                assertFalse(counts.matches("(.*, )?\\d+ free.*") || counts.contains("slot"), counts);
                assertTrue(counts.matches(".*1 was free.*|.*(0|[2-9]|\\d\\d) were free.*|\\?/\\d"), counts);
            }
        }
    }

    @Test
    void aBoxTellsItsCountsFromTheLongestWordingToTheShortest() {
        Scene scene = Scene.of(Fleets.aiFactory().fleet());
        SceneStates states = new SceneStates(scene);
        Box cluster = scene.clusters().getFirst();
        String[] of = BoxPainter.counts(cluster, states.of(cluster), "3 slots of 8");
        assertTrue(of[0].startsWith("32 nodes, 256 GPUs, ") && of[0].endsWith("live"), of[0]);
        assertTrue(of[0].contains("1 not ready, 1 silent, 2 cordoned nodes"), of[0]);
        assertTrue(of[1].contains("2 cordoned nodes") && !of[1].contains("GPUs"), "trouble before how many: " + of[1]);
        assertEquals("live", of[of.length - 1]);
        Box rack = scene.boxes().get(2);
        String[] shorter = BoxPainter.counts(rack, states.of(rack), "no slot of 8");
        assertTrue(shorter[0].contains("free") && shorter[0].contains(", no slot of 8"), shorter[0]);
        for (String[] all : new String[][] {of, shorter}) {
            for (int i = 1; i < all.length; i++) {
                assertTrue(all[i].length() <= all[i - 1].length(), all[i] + " after " + all[i - 1]);
            }
        }
    }

    /** Boxes stand side by side, each with the wording that it has room for: "0 free" beside "21/64" is 21 free for who reads. */
    @Test
    void noWordingCountsOnlyWhatIsHeld() {
        Cluster cluster = Fleets.aiFactory().fleet().getClusters().getFirst();
        Scene scene = Scene.of(cluster.getFleet());
        BoxState state = new BoxState(new Holdings(64, 21, 35, 0, 0, 0, 7), 8, 1, 0, 0, 0);
        for (ConnectionState connection : List.of(ConnectionState.LIVE, ConnectionState.STALE)) {
            cluster.setConnection(connection);
            String free = connection == ConnectionState.LIVE ? "35 free" : "35 were free";
            for (Box box : List.of(scene.clusters().getFirst(), scene.boxes().get(2))) {
                String[] all = BoxPainter.counts(box, state, "no slot of 8");
                for (String words : all) {
                    assertTrue(words.contains(free) || words.matches("live|stale"), words);
                }
                assertTrue(List.of(all)
                        .contains(box.kind() == Box.Kind.DOMAIN ? free : free + "   " + all[all.length - 1]));
            }
        }
    }

    @Test
    void theNumberOfABestPlaceStandsOnItsEdgeWhereItIsSeenAndOnNoName() {
        PixelRect seen = new PixelRect(0, 0, 400, 300);
        PixelRect box = new PixelRect(100, 50, 80, 60);
        PixelRect node = BestPlacePainter.badge(box, true, seen);
        assertEquals(box.x(), node.x() + node.width() / 2, 1);
        assertEquals(box.bottom(), node.y() + node.height() / 2, 1);
        PixelRect domain = BestPlacePainter.badge(box, false, seen);
        assertEquals(box.x() + box.width() / 2, domain.x() + domain.width() / 2, 1);
        assertEquals(box.bottom(), domain.y() + domain.height() / 2, 1);
        PixelRect wide = BestPlacePainter.badge(new PixelRect(-500, 250, 600, 900), false, seen);
        assertTrue(wide.x() >= 0 && wide.bottom() <= seen.bottom(), wide.toString());
    }

    @Test
    void aNodeWithRoomTellsWhoHoldsHowMuchAndWhatItHas() {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("c");
        Node node = fleets.node(cluster, "n", 4);
        node.setAddress("10.0.0.7");
        node.setKubeletVersion("v1.36.1");
        Job job = fleets.job(cluster, "train", JobState.RUNNING, 2, 1);
        fleets.run(job, node.getAccelerators().get(0));
        fleets.run(job, node.getAccelerators().get(1));
        assertEquals(
                List.of("train 2", "4 \u00d7 NVIDIA-H100-80GB-HBM3", "10.0.0.7  kubelet v1.36.1"),
                NodeNotes.lines(node));
    }

    /** "10.\u20266.1" is the address of nothing. */
    @Test
    void anAddressIsWrittenWholeOrNotAtAll() {
        Fleets fleets = new Fleets();
        Node node = fleets.node(fleets.cluster("c"), "n", 0);
        node.setAddress("10.0.6.1");
        String line = "10.0.6.1  kubelet v1.36.1";
        assertEquals(Optional.of(line), NodeNotes.address(node, line, words -> true));
        assertEquals(Optional.of("10.0.6.1"), NodeNotes.address(node, line, words -> words.length() < 10));
        assertEquals(Optional.of(""), NodeNotes.address(node, line, words -> false));
        assertEquals(Optional.empty(), NodeNotes.address(node, "train 2", words -> false));
    }

    @Test
    void theLegendSaysWhatTheEndsOfTheRampAre() {
        assertTrue(LegendBar.words(ColourBy.TEMPERATURE)
                .matches("temperature from 25.*C to 90.*C; with a hollow rim: held by nobody; dotted: not known"));
        assertTrue(
                LegendBar.words(ColourBy.IDLE).contains("nothing runs on it now (Held / used lists"),
                "five had the colour, and four were listed");
        for (ColourBy by : ColourBy.values()) {
            assertTrue(LegendBar.words(by).contains("dotted: not known"), by.toString());
        }
    }

    @Test
    void theLegendSaysWhatTheSignsBehindNumbersMean() {
        for (String sign : List.of(" ! ", " !!:")) {
            assertTrue(LegendBar.words(ColourBy.ERRORS).contains(sign), sign);
        }
        assertTrue(LegendBar.words(ColourBy.IDLE).contains(" z "));
    }

    @Test
    void aCellSaysItsStateInAWord() {
        for (AcceleratorState state : AcceleratorState.values()) {
            assertFalse(CellText.word(state).isBlank());
        }
        assertEquals("held?", CellText.word(AcceleratorState.UNKNOWN_WHICH));
    }

    @Test
    void aNodeThatDoesNotOfferAllItsGpusIsMarkedByTheirNumber() {
        Holdings seven = new Holdings(8, 5, 2, 0, 0, 0, 0, 1);
        assertEquals("1 not offered", NodeHeader.note(new BoxState(seven, 1, 0, 0, 0, 0)));
        assertEquals("2 free, 5/8 held", NodeHeader.counts(new Fleets().cluster("live"), seven, true));
    }
}
