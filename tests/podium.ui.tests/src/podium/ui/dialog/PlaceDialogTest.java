// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.TaskPhase;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.advice.RankedPlace;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.UiFixture;

class PlaceDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final UiFixture stage = seen.stage;
    private final Cluster cluster = stage.made.cluster("lab", 8);
    private final Job job = stage.made.job(cluster, "train", "Job", JobState.WAITING, 1, 8);

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void placingFromTheKeyboardOffersTheBestTargetFirst() {
        seen.in(() -> stage.actions.run(FleetAction.PLACE, List.of(job)), () -> {
            assertTrue(seen.words().contains("fits in"));
            assertTrue(seen.button("Plan\u2026").isEnabled());
            seen.press("Plan\u2026");
        });
        seen.in(
                () -> seen.until("it was planned", () -> !stage.placement.planned.isEmpty()),
                () -> assertTrue(seen.dialog().getText().startsWith("Place train on")));
        assertTrue(stage.placement.planned.getFirst() instanceof Target.OnNode);
    }

    @Test
    void whatDoesNotFitCannotBeChosen() {
        cluster.getNodes().forEach(node -> stage.made.task(job, 9, TaskPhase.RUNNING, List.of(node)));
        seen.in(
                () -> stage.actions.run(FleetAction.PLACE, List.of(job)),
                () -> assertFalse(seen.button("Plan\u2026").isEnabled()));
        assertTrue(stage.placement.planned.isEmpty());
    }

    @Test
    void typingNarrowsTheTargets() {
        seen.in(() -> stage.actions.run(FleetAction.PLACE, List.of(job)), () -> {
            seen.all(Text.class).getFirst().setText("level:rack");
            assertEquals(2, seen.all(NatTable.class).getFirst().getRowCount(), "header and one rack");
            seen.press("Plan\u2026");
        });
        seen.in(
                () -> seen.until("it was planned", () -> !stage.placement.planned.isEmpty()),
                () -> assertTrue(seen.dialog().getText().startsWith("Place train on")));
        assertTrue(stage.placement.planned.getFirst() instanceof Target.OnDomain);
    }

    @Test
    void whatBecomesOfAPlaceWhileTheDialogIsUpIsSeenInItsRowAndItIsNotChosenThen() {
        seen.in(() -> stage.actions.run(FleetAction.PLACE, List.of(job)), () -> {
            assertTrue(seen.button("Plan\u2026").isEnabled());
            cluster.getNodes().forEach(node -> stage.made.task(job, 9, TaskPhase.RUNNING, List.of(node)));
            seen.until("it fits nowhere", () -> seen.words().contains("does not fit in any of"));
            assertFalse(seen.button("Plan\u2026").isEnabled());
            NatTable table = seen.all(NatTable.class).getFirst();
            table.notifyListeners(SWT.MouseMove, new Event());
            cluster.getNodes().clear();
            seen.until("they are gone", () -> "it is gone".equals(table.getDataValueByPosition(4, 1)));
        });
        assertTrue(stage.placement.planned.isEmpty());
    }

    @Test
    void aPlaceThatLeavesWhileTheDialogIsUpIsRefusedNotPlanned() {
        List<String> refused = new ArrayList<>();
        seen.in(() -> stage.actions.run(FleetAction.PLACE, List.of(job)), () -> {
            cluster.getNodes().remove(cluster.getNodes().getFirst());
            seen.next(() -> refused.add(seen.words()));
            seen.press("Plan\u2026");
        });
        assertTrue(refused.getFirst().contains("a1-n1 is no longer in the fleet."), refused::toString);
        assertTrue(stage.placement.planned.isEmpty());
    }

    @Test
    void aJobThatIsDeletedWhileTheDialogIsUpIsRefusedNotPlanned() {
        List<String> refused = new ArrayList<>();
        seen.in(() -> stage.actions.run(FleetAction.PLACE, List.of(job)), () -> {
            cluster.getJobs().remove(job);
            seen.next(() -> refused.add(seen.words()));
            seen.press("Plan\u2026");
        });
        assertTrue(refused.getFirst().contains("train is no longer in the fleet."), refused::toString);
        assertTrue(stage.placement.planned.isEmpty());
    }

    @Test
    void whereAJobRunsNowIsNotWhatEnterTakes() {
        Target here = new Target.OnNode(cluster.getNodes().getFirst());
        Target there = new Target.OnNode(cluster.getNodes().getLast());
        stage.made.task(job, 0, TaskPhase.RUNNING, List.of(cluster.getNodes().getFirst()));
        Subject subject = new Subject(job, List.of());
        assertTrue(subject.runsWithin(here));
        List<RankedPlace> places = Stream.of(here, there)
                .map(at -> new RankedPlace(at, new Verdict(Fit.FITS, List.of(), 1, 0.5), ""))
                .toList();
        List<Target> chosen = new ArrayList<>();
        seen.in(
                () -> seen.dialogs().choose(subject, () -> places, _ -> false, chosen::add),
                () -> seen.press("Plan\u2026"));
        assertEquals(List.of(there), chosen);
        seen.in(
                () -> seen.dialogs().choose(subject, () -> places.subList(0, 1), _ -> false, chosen::add),
                () -> assertFalse(seen.button("Plan\u2026").isEnabled()));
    }

    @Test
    void subjectsOfTasksAreCountedInTheQuestion() {
        var task = stage.made.task(job, 0, TaskPhase.GATED, List.of());
        assertEquals(1, new Subject(job, List.of(task)).tasks().size());
        seen.in(
                () -> stage.actions.run(FleetAction.PLACE, List.of(task)),
                () -> assertTrue(seen.words().startsWith("1 task fits in")));
    }

    @Test
    void ofAGangThatOnlySeveralNodesTakeItIsSaidHowItStarts() {
        Target first = new Target.OnNode(cluster.getNodes().getFirst());
        Target second = new Target.OnNode(cluster.getNodes().getLast());
        Job gang = stage.made.job(cluster, "gang", "Job", JobState.HELD, 4, 8);
        Subject whole = new Subject(gang, List.of());
        String said = PlaceDialog.spread(whole, List.of(place(first, 2), place(second, 2)))
                .orElseThrow();
        assertTrue(said.contains("No place has room for all 4 tasks") && said.contains("ranks (b), or let"), said);
        assertEquals(Optional.empty(), PlaceDialog.spread(whole, List.of(place(first, 2), place(second, 1))));
        Job service = stage.made.job(cluster, "service", "Deployment", JobState.WAITING, 4, 8);
        String free = PlaceDialog.spread(new Subject(service, List.of()), List.of(place(first, 2), place(second, 2)))
                .orElseThrow();
        assertTrue(free.endsWith("Close this and let the scheduler decide."), free);
    }

    private static RankedPlace place(Target target, int tasks) {
        return new RankedPlace(target, new Verdict(Fit.DOES_NOT_FIT, List.of("too few"), tasks, 0), "too few");
    }

    @Test
    void whereItFitsNowhereNoPlaceIsCalledTheBest() {
        assertEquals(
                "The whole job does not fit in any of 39 places now; each row says why.",
                PlaceDialog.said("The whole job", false, 0, 0, 39));
        assertTrue(PlaceDialog.said("1 task", true, 2, 3, 39)
                .startsWith("1 task fits in 2 of 39 places. The first is the best: near the other tasks"));
        assertFalse(PlaceDialog.said("The whole job", false, 2, 2, 39).contains("other tasks"), "it has no others");
    }

    @Test
    void whereItFitsOnlyOnAConditionTheHeadingCountsThosePlacesToo() {
        stage.made.task(job, 0, TaskPhase.RUNNING, List.of(cluster.getNodes().getFirst()));
        List<RankedPlace> places = Stream.of(Fit.FITS_IF, Fit.EVICTS, Fit.DOES_NOT_FIT)
                .map(fit -> new RankedPlace(
                        new Target.OnNode(cluster.getNodes().get(fit.ordinal())),
                        new Verdict(fit, List.of(), 1, 0),
                        ""))
                .toList();
        seen.in(
                () -> seen.dialogs().choose(new Subject(job, List.of()), () -> places, _ -> false, _ -> {}),
                () -> assertTrue(
                        seen.words().startsWith("The whole job fits in none of 3 places as it is, and in 2 only with"),
                        seen.words()));
    }
}
