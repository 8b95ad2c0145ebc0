// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.testkit.DirectRealm;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.ganglayout.GangLayoutController;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.testing.FakePlacement;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Flows;
import podium.ui.topology.internal.testing.StepPlacement;

class NodeVerdictSweepTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final Job job = fleets.job(cluster, "sweep", JobState.WAITING, 2, 4);
    private final Job other = fleets.job(cluster, "other", JobState.WAITING, 1, 8);
    private final Subject subject = new Subject(job, List.of());
    private final TopologyModel model = new TopologyModel(fleets.fleet());
    private final StepPlacement placement = new StepPlacement();
    private final Flows flows = new Flows(new BackgroundWork(new DirectRealm()));
    private final NodeVerdictSweep lights =
            new NodeVerdictSweep(model, placement, new GangLayoutController(flows.board()));

    @BeforeEach
    void size() {
        model.resize(770, 455);
    }

    private Box box(Node node) {
        return model.scene().box(node).orElseThrow();
    }

    private NodeVerdicts shown() {
        return model.verdicts().orElseThrow();
    }

    private void step() {
        lights.advance(Duration.ZERO);
    }

    private void finish() {
        while (lights.isWorking()) {
            step();
        }
    }

    @Test
    void nodesLightUpOneAfterTheOtherAndOneStillToBeJudgedShowsNothing() {
        lights.judge(Optional.of(subject));
        assertEquals(Optional.empty(), model.verdicts());
        step();
        Node first = placement.judged.getFirst();
        assertTrue(shown().isKnown(box(first)));
        cluster.getNodes().stream()
                .filter(node -> node != first)
                .forEach(node -> assertFalse(shown().isKnown(box(node)), node.getName()));
        assertFalse(shown().isKnown(model.scene().clusters().getFirst()), "a part of its nodes says nothing of it");
        finish();
        var all = new FakePlacement().verdicts(subject);
        cluster.getNodes().forEach(node -> assertEquals(all.get(node), shown().of(box(node))));
        assertTrue(shown().isKnown(model.scene().clusters().getFirst()));
    }

    @Test
    void nodesInViewAreJudgedFirst() {
        Node last = cluster.getNodes().getLast();
        var at = Viewport.fit(770, 455).pixels(model.layout().of(box(last)));
        model.show(new Viewport(770, 455, 16, at.x() * 16L, at.y() * 16L));
        lights.judge(Optional.of(subject));
        finish();
        var screen = new PixelRect(0, 0, 770, 455);
        List<Boolean> seen = placement.judged.stream()
                .map(node -> model.view().pixels(model.layout().of(box(node))).overlaps(screen))
                .toList();
        int inView = seen.lastIndexOf(true) + 1;
        assertTrue(inView > 0 && inView < seen.size(), "some are in view: " + inView);
        assertFalse(seen.subList(0, inView).contains(false), "all of them come first");
    }

    @Test
    void askedAgainForTheSameTheLightsOfBeforeStayUntilAllAreJudged() {
        lights.judge(Optional.of(subject));
        finish();
        NodeVerdicts before = shown();
        cluster.getNodes().forEach(node -> node.setUnschedulable(true));
        lights.judge(Optional.of(subject));
        step();
        assertSame(before, shown());
        finish();
        assertEquals(0, shown().count(model.scene().clusters().getFirst(), Fit.FITS));
    }

    @Test
    void nodesOfAClusterThatItMayBeMovedToAreJudgedLastAndShowNothingBefore() {
        Node strange = fleets.node(fleets.cluster("spare"), "strange", 8);
        model.rebuild();
        lights.judge(Optional.of(subject));
        while (placement.judged.size() < cluster.getNodes().size()) {
            step();
            assertFalse(shown().isKnown(box(strange)));
        }
        finish();
        assertSame(strange, placement.judged.getLast());
        assertEquals(Fit.FITS_IF, shown().of(box(strange)).fit(), "it would be moved there");
    }

    @Test
    void somethingElseThatIsCarriedMeetsNodesThatShowNothing() {
        lights.judge(Optional.of(subject));
        finish();
        lights.judge(Optional.of(new Subject(other, List.of())));
        assertEquals(Optional.empty(), model.verdicts());
        lights.judge(Optional.empty());
        assertFalse(lights.isWorking());
    }

    @Test
    void whatChangesWhileNodesAreJudgedIsJudgedAfterThat() {
        lights.judge(Optional.of(subject));
        step();
        lights.judge(Optional.of(subject));
        while (placement.judged.size() < cluster.getNodes().size()) {
            step();
        }
        assertTrue(shown().isKnown(model.scene().clusters().getFirst()), "the work in hand was not begun anew");
        assertTrue(lights.isWorking());
        finish();
        assertEquals(2 * cluster.getNodes().size(), placement.judged.size());
    }
}
