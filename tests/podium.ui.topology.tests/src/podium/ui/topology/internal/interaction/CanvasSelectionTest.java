// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.ui.find.FindSession;
import podium.ui.selection.FleetSelection;
import podium.ui.topology.internal.layout.FreeView;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.testing.Fleets;

class CanvasSelectionTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final TopologyModel model = new TopologyModel(fleets.fleet());
    private final Highlights highlights = new Highlights();
    private final FleetSelection selection = new FleetSelection();
    private final CanvasSelection chooser = new CanvasSelection(model, highlights, selection);

    @BeforeEach
    void size() {
        model.resize(770, 455);
        selection.listen(chooser::follow);
    }

    @Test
    void selectingTellsTheOtherParts() {
        chooser.select(hit(3), false);
        assertEquals(List.of(cluster.getNodes().get(3)), selection.get());
        assertEquals(selection.get(), highlights.selected());
        assertEquals(Optional.of(cluster.getNodes().get(3)), highlights.focused());
    }

    @Test
    void selectingMoreAddsAndTakesAway() {
        chooser.select(hit(3), false);
        chooser.select(hit(4), true);
        assertEquals(2, selection.get().size());
        chooser.select(hit(3), true);
        assertEquals(List.of(cluster.getNodes().get(4)), selection.get());
    }

    @Test
    void whatAnotherPartSelectsIsMarkedAndBroughtIntoView() {
        model.show(model.view().zoom(0, 0, 3));
        Node far = cluster.getNodes().get(31);
        selection.set(this, List.of(far));
        assertEquals(List.of(far), highlights.selected());
        var at = model.view().pixels(model.layout().of(model.scene().box(far).orElseThrow()));
        assertTrue(at.x() >= 0 && at.right() <= 770 && at.bottom() <= 455, at.toString());
    }

    @Test
    void whatIsInViewAlreadyMovesNothing() {
        Viewport before = model.view();
        selection.set(this, List.of(cluster.getNodes().get(31)));
        assertEquals(before, model.view());
    }

    @Test
    void aJobOfAnotherPartIsMarked() {
        selection.set(this, List.of(cluster.getJobs().getFirst()));
        assertEquals(
                64,
                Highlights.marks(model.scene(), highlights.selected()).cells().size());
    }

    @Test
    void jumpingGoesNearEnoughToRead() {
        chooser.jump(hit(20));
        assertTrue(model.view().scale() > 2);
        assertEquals(
                LevelOfDetail.NEAR,
                LevelOfDetail.of(model.layout(), hit(20).box(), model.view().scale()));
    }

    @Test
    void jumpingNeverGoesFurtherAway() {
        chooser.jump(hit(20));
        double near = model.view().scale();
        chooser.jump(Hit.of(model.scene().clusters().getFirst()));
        assertTrue(model.view().scale() <= near);
        chooser.jump(hit(2));
        assertEquals(near, model.view().scale(), near * 0.2);
    }

    /** The path lies over the upper edge of the view, with the names of what is scrolled out there. */
    @Test
    void theNodesOfAJobThatIsFoundHaveTheirNamesBelowThePath() {
        FindSession find = new FindSession();
        for (Job job : cluster.getJobs()) {
            selection.set(find, List.of(job));
            Set<Box> nodes = Highlights.marks(model.scene(), List.of(job)).cells().stream()
                    .map(Cell::node)
                    .collect(toSet());
            assertTrue(nodes.size() < 2 || nodes.stream().allMatch(this::isNamed), job.getName());
        }
    }

    @Test
    void whatIsBroughtIntoViewHasItsNameBelowThePath() {
        for (Node node : cluster.getNodes()) {
            Box box = model.scene().box(node).orElseThrow();
            model.show(Viewport.fit(770, 455).zoom(0, 0, 5));
            model.show(model.view()
                    .pan(0, 10 - model.view().pixels(model.layout().of(box)).y()));
            selection.set(this, List.of(node, cluster.getJobs().getLast()));
            assertTrue(isNamed(box), node.getName());
        }
    }

    @Test
    void whoFindsWhatIsSelectedAlreadyGoesThereAgain() {
        FindSession find = new FindSession();
        Node node = cluster.getNodes().get(3);
        selection.set(find, List.of(node));
        Viewport there = model.view();
        model.show(Viewport.fit(770, 455));
        selection.set(find, List.of(node));
        assertEquals(there, model.view());
    }

    @Test
    void whatIsOpenedIsSeenBesideAllOthersWhereTheWholeFleetIsSeen() {
        FleetSelection.Opens opener = new FleetSelection.Opens() {};
        Cluster snapshot =
                fleets.node(fleets.cluster("snapshot"), "strange", 64).getCluster();
        selection.set(opener, List.of(snapshot));
        chooser.rebuild();
        assertTrue(model.view().isFit());
        model.show(model.view().zoom(0, 0, 9));
        Viewport before = model.view();
        selection.set(opener, List.of(snapshot));
        assertTrue(!model.view().equals(before), "where something else is looked at, it is gone to");
    }

    @Test
    void whatIsLookedAtStaysWhereItIsWhenAnotherClusterIsOpened() {
        for (boolean selected : new boolean[] {true, false}) {
            for (Node node : cluster.getNodes()) {
                selection.set(new FindSession(), List.of(node));
                if (!selected) {
                    selection.set(this, List.of());
                }
                double before = at(node).width() * at(node).height();
                Node strange = fleets.node(fleets.cluster("snapshot"), "strange", 64);
                chooser.rebuild();
                PixelRect all = new PixelRect(0, 0, 770, 455);
                assertEquals(at(node), at(node).common(all), node.getName());
                assertEquals(1, at(node).width() * at(node).height() / before, 0.5, "about as large as before");
                fleets.fleet().getClusters().remove(strange.getCluster());
                chooser.rebuild();
            }
        }
    }

    private PixelRect at(Node node) {
        return model.view().pixels(model.layout().of(model.scene().box(node).orElseThrow()));
    }

    @Test
    void theViewOfAClusterThatIsClosedComesBackWithIt() {
        fleets.cluster("second");
        chooser.rebuild();
        selection.set(new FindSession(), List.of(cluster.getNodes().get(20)));
        Viewport there = model.view();
        fleets.fleet().getClusters().remove(cluster);
        chooser.rebuild();
        assertTrue(model.view().isFit(), "what was seen is closed: the whole fleet is");
        fleets.fleet().getClusters().add(0, cluster);
        chooser.rebuild();
        assertEquals(there, model.view(), "it is opened anew");
    }

    @Test
    void whatIsGoneToBeforeTheCanvasHasItIsGoneToOnceItHas() {
        selection.set(new FindSession(), List.of(cluster.getNodes().get(20)));
        Cluster snapshot = fleets.cluster("snapshot");
        fleets.node(snapshot, "n", 8);
        selection.set(new FindSession(), List.of(snapshot));
        chooser.rebuild();
        PixelRect at = model.view()
                .pixels(model.layout().of(model.scene().box(snapshot).orElseThrow()));
        assertEquals(new PixelRect(0, 0, 770, 455).common(at), at, "all of it is seen");
        assertTrue(at.width() > 300 || at.height() > 300, at.toString());
    }

    private boolean isNamed(Box node) {
        return model.view().pixels(model.layout().of(node)).y() >= FreeView.PATH;
    }

    private Hit hit(int node) {
        return Hit.of(model.scene().box(cluster.getNodes().get(node)).orElseThrow());
    }
}
