// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.testkit.DirectRealm;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;
import podium.placement.Fit;
import podium.placement.FragmentationEffect;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.ui.drag.DragSession;
import podium.ui.label.Snapshots;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.ganglayout.GangLayoutController;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.CanvasTooltip;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.testing.FakePlacement;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Flows;
import podium.ui.topology.internal.testing.StepPlacement;

class DropFeedbackTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final Cluster other = fleets.cluster("other");
    private final Node strange = fleets.node(other, "strange", 8);
    private final Job job = fleets.job(cluster, "sweep", JobState.WAITING, 2, 4);
    private final TopologyModel model = new TopologyModel(fleets.fleet());
    private final Flows flows = new Flows(new BackgroundWork(new DirectRealm()));
    private final DragSession session = new DragSession();
    private List<String> barred = List.of();
    private final DropFeedback placing = new DropFeedback(
            model, session, new FakePlacement(), new GangLayoutController(flows.board()), (_, _) -> barred);

    @BeforeEach
    void pickUp() {
        session.begin(new Subject(job, List.of()));
        refresh();
    }

    @Test
    void everyNodeAnswersAsSoonAsSomethingIsPickedUp() {
        var verdicts = model.verdicts().orElseThrow();
        assertEquals(Fit.FITS, verdicts.of(hit("gpu-a2-3").box()).fit());
        assertEquals(Fit.DOES_NOT_FIT, verdicts.of(hit("gpu-a1-1").box()).fit());
        assertEquals(Fit.FITS_IF, verdicts.of(hit("strange").box()).fit(), "it would be moved there");
    }

    @Test
    void whereAllOfItRunsAlreadyTakesItNotAgain() {
        Node free = (Node) hit("gpu-a2-3").box().subject();
        Job runs = fleets.job(cluster, "runs", JobState.RUNNING, 1, 2);
        fleets.run(runs, free.getAccelerators().getFirst());
        session.begin(new Subject(runs, List.of()));
        refresh();
        assertEquals(Fit.DOES_NOT_FIT, shown("gpu-a2-3").fit());
        assertEquals(
                List.of("it runs there already"),
                placing.verdict(hit("gpu-a2-3")).orElseThrow().reasons());
        assertFalse(placing.accepts(hit(free.getDomain().getName())));
        assertTrue(placing.accepts(hit("gpu-a2-4")));
    }

    @Test
    void aNodeOfAnotherClusterIsCrossedOnlyWhereItWouldNotTakeTheJob() {
        fleets.run(
                fleets.job(other, "theirs", JobState.RUNNING, 1, 8),
                strange.getAccelerators().toArray(Accelerator[]::new));
        refresh();
        assertEquals(Fit.DOES_NOT_FIT, shown("strange").fit(), "it is full");
        session.begin(new Subject(cluster.getJobs().getFirst(), List.of()));
        refresh();
        assertEquals(Fit.DOES_NOT_FIT, shown("strange").fit(), "what runs is not moved");
    }

    /** To the end, however busy the machine is. */
    private void refresh() {
        placing.refresh();
        while (placing.isWorking()) {
            placing.advance(Duration.ofSeconds(1));
        }
    }

    private Verdict shown(String node) {
        return model.verdicts().orElseThrow().of(hit(node).box());
    }

    @Test
    void aClusterThatIsNotLiveTakesNoJobAndNeitherDoesASnapshot() {
        other.setConnection(ConnectionState.STALE);
        refresh();
        assertEquals(Fit.DOES_NOT_FIT, shown("strange").fit());
        assertTrue(placing.refusal(hit("strange")).orElse("").contains("its cluster is not live now (stale)"));
        other.setConnection(ConnectionState.CLOSED);
        other.setId(Snapshots.KIND + "x");
        refresh();
        assertFalse(placing.accepts(hit("strange")));
        assertTrue(tooltip("strange").contains("is in a snapshot"), tooltip("strange"));
    }

    @Test
    void noPlaceOfAnotherClusterTakesABarePod() {
        job.setWork(WorkKind.POD);
        refresh();
        assertFalse(shown("strange").fit().takes());
        assertTrue(tooltip("strange").contains("a bare pod cannot be moved"), tooltip("strange"));
        assertTrue(placing.accepts(hit("gpu-a2-3")), "in its own cluster it is placed");
    }

    @Test
    void noPlaceTakesAJobOfASnapshot() {
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setId(Snapshots.KIND + "x");
        refresh();
        for (String node : List.of("gpu-a2-3", "strange")) {
            assertFalse(shown(node).fit().takes(), node);
            assertFalse(placing.accepts(hit(node)), node);
            String why = placing.refusal(hit(node)).orElseThrow();
            assertTrue(why.contains("it is in a snapshot, which cannot be changed"), why);
        }
    }

    @Test
    void allThatKeepsAJobOutOfAnotherClusterIsSaidAtOnce() {
        barred = List.of("lab is read-only.", "other is read-only.");
        assertTrue(placing.accepts(hit("strange")), "what is asked first says the rest");
        assertTrue(tooltip("strange").contains("lab is read-only.; other is read-only."), tooltip("strange"));
        Job running = cluster.getJobs().getFirst();
        session.begin(new Subject(running, List.of(running.getTasks().getFirst())));
        strange.getAccelerators().forEach(gpu -> gpu.setHealth(Health.FAILED));
        refresh();
        String why = placing.refusal(hit("strange")).orElseThrow();
        for (String reason : List.of("only a whole job", "a job that runs", "needs 8 GPUs", barred.getFirst())) {
            assertTrue(why.contains(reason), why);
            assertTrue(tooltip("strange").contains(reason), tooltip("strange"));
        }
    }

    @Test
    void whatTakesLongerThanAFrameIsSaidOnceItIsKnown() {
        DropFeedback slow = new DropFeedback(
                model, session, new StepPlacement(), new GangLayoutController(flows.board()), (_, _) -> barred);
        Hit domain = hit("a2");
        assertTrue(slow.tooltip(Optional.of(domain)).orElseThrow().text().contains("is being checked"));
        assertFalse(slow.accepts(domain));
        assertEquals(Optional.empty(), slow.layout(domain));
        assertTrue(slow.isWorking());
        while (slow.isWorking()) {
            slow.advance(Duration.ofMillis(1));
        }
        assertTrue(slow.tooltip(Optional.of(domain)).orElseThrow().text().contains(": fits"));
        assertTrue(slow.accepts(domain));
        assertEquals(2, slow.layout(domain).orElseThrow().nodes().size());
    }

    @Test
    void whatIsDroppedBeforeItIsKnownIsJudgedAtOnce() {
        DropFeedback slow = new DropFeedback(
                model, session, new StepPlacement(), new GangLayoutController(flows.board()), (_, _) -> barred);
        Hit domain = hit("a2");
        assertFalse(slow.accepts(domain));
        slow.settle(domain);
        assertTrue(slow.accepts(domain));
        slow.settle(hit("strange"));
        assertTrue(slow.accepts(hit("strange")), "also in another cluster");
        slow.settle(hit("gpu-a1-1"));
        assertFalse(slow.accepts(hit("gpu-a1-1")));
    }

    @Test
    void onlyWhatIsUnderThePointerIsGoneOnWith() {
        DropFeedback slow = new DropFeedback(
                model, session, new StepPlacement(), new GangLayoutController(flows.board()), (_, _) -> barred);
        slow.verdict(hit("a1"));
        slow.verdict(hit("a2"));
        while (slow.isWorking()) {
            slow.advance(Duration.ofMillis(1));
        }
        assertTrue(slow.verdict(hit("a2")).isPresent());
        assertFalse(slow.verdict(hit("a1")).isPresent());
    }

    @Test
    void lettingGoEndsTheAnswers() {
        session.end();
        refresh();
        assertFalse(placing.isActive());
        assertEquals(Optional.empty(), model.verdicts());
        assertEquals(Optional.empty(), placing.tooltip(Optional.of(hit("gpu-a2-3"))));
    }

    @Test
    void aCellStandsForItsNodeAndAClusterIsNoTarget() {
        Hit cell = Hit.of(model.scene().cells().getFirst());
        assertEquals(
                new Target.OnNode((Node) cell.box().subject()),
                DropFeedback.target(cell).orElseThrow());
        assertEquals(
                Optional.empty(),
                DropFeedback.target(Hit.of(model.scene().clusters().getFirst())));
        assertTrue(DropFeedback.target(hit("a2")).orElseThrow() instanceof Target.OnDomain);
    }

    @Test
    void onlyWhatFitsOrCouldFitAcceptsADrop() {
        assertTrue(placing.accepts(hit("gpu-a2-3")));
        assertTrue(placing.accepts(hit("a2")));
        assertFalse(placing.accepts(hit("gpu-a1-1")));
        assertFalse(placing.accepts(Hit.of(model.scene().clusters().getFirst())));
    }

    @Test
    void aWholeJobThatWaitsCanBeDroppedOnAnotherCluster() {
        assertTrue(placing.accepts(hit("strange")));
        assertEquals(Fit.FITS_IF, placing.verdict(hit("strange")).orElseThrow().fit());
        Hit band = Hit.of(model.scene().clusters().getLast());
        assertEquals(other, band.box().subject());
        assertTrue(placing.accepts(band));
        assertEquals(Optional.of(other), placing.mover(band));
        assertTrue(placing.tooltip(Optional.of(band)).orElseThrow().text().contains("two operations"));
        assertEquals(Optional.empty(), placing.mover(hit("strange")), "it is pinned there");
    }

    @Test
    void whatRunsAndWhatIsNotWholeStaysInItsCluster() {
        Job running = fleets.job(cluster, "busy", JobState.RUNNING, 1, 4);
        Task task = fleets.runSomewhere(running, (Node) hit("gpu-a2-3").box().subject(), 4);
        for (Subject subject : List.of(new Subject(running, List.of()), new Subject(running, List.of(task)))) {
            session.begin(subject);
            refresh();
            assertFalse(placing.accepts(hit("strange")));
            assertFalse(placing.accepts(Hit.of(model.scene().clusters().getLast())));
            assertTrue(tooltip("strange").contains("another cluster"), tooltip("strange"));
        }
    }

    @Test
    void whatWouldBeRefusedAcceptsNoDropAndSaysWhy() {
        FakePlacement refusing = new FakePlacement() {
            @Override
            public Verdict verdict(Subject subject, Target target) {
                return new Verdict(Fit.REFUSED, List.of("Node gpu-a2-3 is protected"), 0, 0);
            }
        };
        DropFeedback barred = new DropFeedback(
                model, session, refusing, new GangLayoutController(flows.board()), (_, _) -> List.of());
        barred.refresh();
        barred.settle(hit("gpu-a2-3"));
        assertFalse(barred.accepts(hit("gpu-a2-3")));
        String tooltip = String.valueOf(barred.tooltip(Optional.of(hit("gpu-a2-3"))));
        assertTrue(tooltip.contains("would be refused") && tooltip.contains("is protected"), tooltip);
    }

    @Test
    void theCardTellsWhatIsCarriedAndWhatTheTargetAnswers() {
        String fits = tooltip("gpu-a2-3");
        assertTrue(fits.startsWith("sweep; 8 GPUs, 2 tasks; "), fits);
        assertTrue(fits.contains("gpu-a2-3: fits; 2 ranks in the order"), fits);
        String not = tooltip("gpu-a1-1");
        assertTrue(not.contains("does not fit; needs 4 GPUs, 0 free"), not);
        assertTrue(tooltip("strange").contains("stopped in its cluster, then submitted there"));
    }

    /** A mark of 12 on the best place there is reads as a bad one; what the place is good for stands in words. */
    @Test
    void whereOneTaskFitsTheCardSaysWhatItWouldLeaveAndGivesNoMark() {
        FakePlacement leaving = new FakePlacement() {
            @Override
            public Optional<FragmentationEffect> effect(Subject subject, Node node) {
                return Optional.of(new FragmentationEffect(4, 4, 0, 0, false));
            }
        };
        DropFeedback one =
                new DropFeedback(model, session, leaving, new GangLayoutController(flows.board()), (_, _) -> List.of());
        session.begin(new Subject(fleets.job(cluster, "one", JobState.WAITING, 1, 4), List.of()));
        one.refresh();
        one.settle(hit("gpu-a2-3"));
        String card = one.tooltip(Optional.of(hit("gpu-a2-3"))).orElseThrow().text();
        assertTrue(card.endsWith("gpu-a2-3: fits; leaves 4 GPUs free, too few for most jobs here"), card);
    }

    /** The node takes one of two: it is neither a tick nor a cross, on the node as in the card, and a drop says what to do. */
    @Test
    void aNodeWithRoomForSomeOfTheTasksSaysHowManyInTheCardAndAfterADrop() {
        Job pair = fleets.job(cluster, "pair", JobState.WAITING, 2, 8);
        session.begin(new Subject(pair, List.of()));
        refresh();
        var verdicts = model.verdicts().orElseThrow();
        Verdict node = verdicts.of(hit("gpu-a2-3").box());
        assertTrue(node.fit().takes() && NodeVerdicts.takesSome(node, verdicts.wanted()), node::toString);
        CanvasTooltip card = placing.tooltip(Optional.of(hit("gpu-a2-3"))).orElseThrow();
        assertTrue(card.text().contains("\u25d0 gpu-a2-3: 1 of 2 tasks"), card.text());
        assertFalse(card.text().contains("does not fit") || card.text().contains("room for"), card.text());
        assertTrue(card.text().contains("drop it where all of them fit"), card.text());
        session.ask(new Subject(pair, List.of()), place -> {});
        refresh();
        String asked =
                placing.tooltip(Optional.of(hit("gpu-a2-3"))).orElseThrow().text();
        assertTrue(asked.contains("click a place where all of them fit") && !asked.contains("drop"), asked);
        session.begin(new Subject(pair, List.of()));
        refresh();
        assertFalse(placing.accepts(hit("gpu-a2-3")), "one alone would not start");
        assertEquals(
                Optional.of("pair was not placed: gpu-a2-3 takes 1 of 2 tasks; drop it where all of them fit, or lay"
                        + " out its ranks (b)"),
                placing.refusal(hit("gpu-a2-3")));
        assertEquals(
                Optional.of("pair was not placed: gpu-a1-1: needs 8 GPUs, 0 free"), placing.refusal(hit("gpu-a1-1")));
        assertTrue(tooltip("a2").contains("\u25d0 rack a2: 1 of 2 tasks"), tooltip("a2"));
    }

    @Test
    void aCordonMakesItAnIf() {
        Node node = (Node) hit("gpu-a2-3").box().subject();
        node.setUnschedulable(true);
        refresh();
        String text = tooltip("gpu-a2-3");
        assertTrue(text.contains("if gpu-a2-3: fits, but; the cordon is lifted"), text);
        assertTrue(placing.accepts(hit("gpu-a2-3")), "the plan will say what has to happen first");
    }

    @Test
    void theRanksAreLaidOutOnWhatIsUnderThePointer() {
        var ranks = placing.layout(hit("gpu-a2-3")).orElseThrow();
        assertEquals(2, ranks.nodes().size());
        assertEquals(Optional.empty(), placing.layout(hit("gpu-a1-1")));
        assertEquals(Optional.empty(), placing.layout(hit("strange")));
    }

    @Test
    void movingWhatRunsSaysThatItIsARestart() {
        Job running = cluster.getJobs().getFirst();
        session.begin(new Subject(running, List.of()));
        refresh();
        assertTrue(tooltip("gpu-a2-3").contains("moving it restarts it there"));
    }

    @Test
    void slicesThatAreCarriedAreNotCountedAsGpus() {
        job.setSpec(TaskSpec.of(Resources.of(Map.of("nvidia.com/mig-1g.10gb", 3L))));
        assertTrue(tooltip("gpu-a2-3").startsWith("sweep; 6 slices, 2 tasks; "), tooltip("gpu-a2-3"));
    }

    @Test
    void offEveryTargetTheCardSaysHowToGoOn() {
        CanvasTooltip none = placing.tooltip(Optional.empty()).orElseThrow();
        assertTrue(none.text().contains("Escape"), none.text());
        CanvasTooltip over = placing.tooltip(
                        Optional.of(Hit.of(model.scene().clusters().getFirst())))
                .orElseThrow();
        assertTrue(over.text().contains("drop it on a node"), over.text());
    }

    private String tooltip(String name) {
        return placing.tooltip(Optional.of(hit(name))).orElseThrow().text();
    }

    private Hit hit(String name) {
        assertEquals("strange", strange.getName());
        return model.scene().boxes().stream()
                .filter(box -> box.name().equals(name))
                .findFirst()
                .map(Hit::of)
                .orElseThrow();
    }
}
