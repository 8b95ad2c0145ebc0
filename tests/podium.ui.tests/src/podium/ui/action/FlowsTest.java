// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.testkit.DirectRealm;
import podium.core.testkit.FakeFleetService;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.rule.RuleService;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.RankedPlace;
import podium.testkit.Await;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeFlows;
import podium.ui.fake.FakeOperations;
import podium.ui.fake.UnknownAccess;
import podium.ui.flow.DrainFlow;
import podium.ui.flow.GangLayoutFlow;
import podium.ui.flow.PlaceFlow;
import podium.ui.ganglayout.GangLayoutSession;
import podium.ui.label.FailureLabel;
import podium.ui.toolkit.BackgroundWork;

class FlowsTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 8);
    private final FakeDialogs dialogs = new FakeDialogs();
    private final ConsoleLocks locks = new ConsoleLocks();
    private final FakeFlows flows = new FakeFlows(
            FakeFleetService.of(made.fleet()),
            dialogs,
            new ActionEnablement(locks, RuleService.none(), new UnknownAccess()),
            new BackgroundWork(new DirectRealm()));
    private final FakeOperations operations = flows.operations;
    private final GangLayoutSession session = flows.session;
    private final PlaceFlow place = flows.place;
    private final DrainFlow drain = flows.drain;
    private final GangLayoutFlow board = flows.board;
    private final FleetActions actions = flows.actions;
    private final Job job = made.job(cluster, "train", "Job", JobState.WAITING, 2, 8);
    private final Node node = cluster.getNodes().getFirst();

    @Test
    void placingShowsThePlanAndSendsNothingBeforeItIsConfirmed() {
        place.place(new Subject(job, List.of()), new Target.OnNode(node));
        assertEquals(List.of("review Place train on rack a2"), dialogs.shown);
        assertTrue(operations.asked.isEmpty());
    }

    @Test
    void aConfirmedPlanIsSubmitted() {
        dialogs.confirms = true;
        place.place(new Subject(job, List.of()), new Target.OnNode(node));
        assertEquals(List.of("submit Place train on rack a2"), operations.asked);
    }

    private Task gated() {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setPhase(TaskPhase.GATED);
        job.getTasks().add(task);
        return task;
    }

    @Test
    void theBoardOpensForAJobThatWaitsAtTheGateWithoutAskingForAnything() {
        gated();
        actions.run(FleetAction.LAY_OUT, List.of(job));
        assertEquals(Optional.of(job), session.job());
        assertTrue(dialogs.shown.isEmpty());
    }

    @Test
    void aJobThatDoesNotWaitAtTheGateIsBroughtThereFirst() {
        actions.run(FleetAction.LAY_OUT, List.of(job));
        assertEquals(List.of("review Hold train"), dialogs.shown);
        assertEquals(Optional.empty(), session.job(), "the plan was not confirmed");
        dialogs.confirms = true;
        actions.run(FleetAction.LAY_OUT, List.of(job));
        assertEquals(List.of("submit Hold train"), operations.asked);
        assertEquals(Optional.of(job), session.job());
    }

    @Test
    void committingShowsThePlanOfTheWholeProposalAndClosesTheBoardOnceConfirmed() {
        Task task = gated();
        board.open(job);
        session.lay(Map.of(task, node));
        board.commit();
        assertEquals(List.of("review Place ranks of train"), dialogs.shown);
        assertEquals(List.of(Map.of(task, node)), flows.ranks.committed);
        assertEquals(Optional.of(job), session.job(), "the plan was not confirmed");
        dialogs.confirms = true;
        board.commit();
        assertEquals(List.of("submit Place ranks of train"), operations.asked);
        assertEquals(Optional.empty(), session.job());
    }

    @Test
    void aRefusedCommitKeepsTheBoardAsItIs() {
        Task task = gated();
        board.open(job);
        session.lay(Map.of(task, node));
        dialogs.confirms = true;
        flows.ranks.answer(new Result.Refused("train-0 is gone", "wait"));
        board.commit();
        assertEquals(List.of("refuse Place train: train-0 is gone"), dialogs.shown);
        assertEquals(Map.of(task, node), session.proposal());
    }

    @Test
    void theBoardOfALockedClusterCanBeLookedAtButNotCommitted() {
        Task task = gated();
        locks.set(cluster, true);
        board.open(job);
        session.lay(Map.of(task, node));
        board.commit();
        assertTrue(flows.ranks.committed.isEmpty());
        assertTrue(dialogs.shown.getFirst().startsWith("refuse Place train"), dialogs.shown::toString);
    }

    @Test
    void leavingTheJobToTheSchedulerTakesItOffTheBoardOnceConfirmed() {
        gated();
        board.open(job);
        dialogs.confirms = true;
        actions.run(FleetAction.FREE, List.of(job));
        assertEquals(List.of("submit Free train"), operations.asked);
        assertEquals(Optional.empty(), session.job());
    }

    @Test
    void aRefusedPlacementSaysWhyAndSendsNothing() {
        flows.placement.answer(new Result.Refused("the Job is not suspended", "suspend it first"));
        dialogs.confirms = true;
        place.place(new Subject(job, List.of()), new Target.OnNode(node));
        assertEquals(List.of("refuse Place train on a1-n1: the Job is not suspended"), dialogs.shown);
        assertEquals(List.of("Place train on a1-n1"), dialogs.planned, "said while it was being planned");
        assertTrue(operations.asked.isEmpty());
    }

    @Test
    void aLockedClusterIsNotEvenPlanned() {
        locks.set(cluster, true);
        place.place(new Subject(job, List.of()), new Target.OnNode(node));
        place.choose(new Subject(job, List.of()));
        assertTrue(flows.placement.planned.isEmpty());
        assertTrue(dialogs.shown.stream().allMatch(shown -> shown.contains("read-only")), dialogs.shown.toString());
    }

    @Test
    void targetsAreRankedByFitThenScoreThenName() {
        job.setWantedTasks(1);
        node.setUnschedulable(true);
        made.task(job, 0, TaskPhase.RUNNING, List.of(cluster.getNodes().get(1)));
        List<RankedPlace> targets = place.targets(new Subject(job, List.of()));
        List<Fit> fits = targets.stream().map(target -> target.verdict().fit()).toList();
        assertEquals(fits.stream().sorted().toList(), fits);
        assertEquals("a1-n3", targets.getFirst().name());
        assertTrue(targets.stream().anyMatch(target -> target.level().equals("rack")), "domains are targets too");
    }

    @Test
    void aNodeThatTakesOneTaskOfAGangDoesNotTakeTheGang() {
        List<RankedPlace> targets = place.targets(new Subject(job, List.of()));
        assertEquals("a1", targets.getFirst().name(), "the rack takes both tasks");
        assertEquals(Fit.DOES_NOT_FIT, targets.get(1).verdict().fit());
        assertTrue(targets.get(1).verdict().reasons().getFirst().contains("1 of 2 tasks"));
    }

    @Test
    void choosingPlacesOnWhatWasChosen() {
        dialogs.confirms = true;
        place.choose(new Subject(job, List.of()));
        assertEquals(1, flows.placement.planned.size());
        assertEquals(List.of("submit Place train on rack a2"), operations.asked);
    }

    @Test
    void drainingShowsTheFatesFirst() {
        made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        drain.drain(List.of(node));
        assertEquals(List.of("drain 1 pods"), dialogs.shown);
        assertTrue(operations.asked.isEmpty());
        dialogs.confirms = true;
        drain.drain(List.of(node));
        assertEquals(List.of("submit Drain a1-n1"), operations.asked);
    }

    @Test
    void cordonAndUncordonGoThroughAPlan() {
        dialogs.confirms = true;
        drain.cordon(List.of(node));
        drain.uncordon(List.of(node));
        Await.until("the node was read", () -> operations.asked.size() == 2);
        assertEquals(List.of("submit Cordon a1-n1", "submit Uncordon a1-n1"), operations.asked);
    }

    @Test
    void nodesOfTwoClustersAreNotDrainedTogether() {
        Node other = made.cluster("other", 1).getNodes().getFirst();
        drain.drain(List.of(node, other));
        assertTrue(dialogs.shown.getFirst().contains("several clusters"));
        assertTrue(flows.drains.previewed.isEmpty());
    }

    @Test
    void noNodeIsARefusalNotACrash() {
        drain.drain(List.of());
        assertTrue(dialogs.shown.getFirst().contains("No node is selected"));
    }

    @Test
    void aCordonIsPlannedAgainFromItsPlan() {
        drain.cordon(List.of(node));
        dialogs.again.orElseThrow().run();
        assertEquals(2, dialogs.shown.size(), dialogs.shown::toString);
        assertEquals(dialogs.shown.getFirst(), dialogs.shown.getLast());
    }

    /** One of two nodes was gone, and the other was said to be of another cluster. */
    @Test
    void aCordonOfSeveralIsPlannedAgainWithoutThoseThatAreGone() {
        Cluster lab = node.getCluster();
        Node gone = lab.getNodes().stream().filter(it -> it != node).findFirst().orElseThrow();
        drain.cordon(List.of(gone, node));
        lab.getNodes().remove(gone);
        dialogs.again.orElseThrow().run();
        assertEquals(2, dialogs.shown.size(), dialogs.shown::toString);
        assertTrue(dialogs.shown.getLast().contains("Cordon " + node.getName()), dialogs.shown::toString);
        assertFalse(dialogs.shown.getLast().contains(gone.getName()), dialogs.shown::toString);
        lab.getNodes().remove(node);
        dialogs.again.orElseThrow().run();
        assertTrue(dialogs.shown.getLast().contains("is no longer in the fleet"), dialogs.shown::toString);
    }

    @Test
    void suspendingAsksForThePlanToo() {
        job.setState(JobState.RUNNING);
        actions.run(FleetAction.SUSPEND, List.of(job));
        assertEquals(List.of("Suspend[] of [train]"), flows.jobActs.planned);
        assertEquals(1, dialogs.shown.size(), "the plan is shown first");
        assertTrue(operations.asked.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(value = FleetAction.class, mode = EnumSource.Mode.EXCLUDE, names = "SUBMIT")
    void everyActSaysWhyItCannotBeDoneWithNothing(FleetAction action) {
        assertTrue(actions.whyNot(action, List.of()).isPresent());
        actions.run(action, List.of());
        assertTrue(operations.asked.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = FleetAction.class,
            names = {"PLACE", "DRAIN", "CORDON"})
    void aLockIsTheReason(FleetAction action) {
        locks.set(cluster, true);
        List<EObject> selection = action == FleetAction.PLACE ? List.of(job) : List.of(node);
        assertTrue(actions.whyNot(action, selection).orElse("").contains("read-only"));
        locks.set(cluster, false);
        assertTrue(actions.whyNot(action, selection).isEmpty());
    }

    @Test
    void onlyCordonedNodesCanBeUncordonedAndOnlyOthersCordoned() {
        assertTrue(actions.whyNot(FleetAction.UNCORDON, List.of(node)).isPresent());
        node.setUnschedulable(true);
        assertTrue(actions.whyNot(FleetAction.UNCORDON, List.of(node)).isEmpty());
        assertTrue(actions.whyNot(FleetAction.CORDON, List.of(node)).isPresent());
    }

    @Test
    void aMixedSelectionIsNoSubjectAndNoNodes() {
        List<EObject> mixed = List.of(job, node);
        assertTrue(FleetActions.subject(mixed).isEmpty());
        assertTrue(actions.whyNot(FleetAction.DRAIN, mixed).isPresent());
    }

    @Test
    void tasksOfOneJobAreASubjectAndOfTwoAreNot() {
        Task a = made.task(job, 0, TaskPhase.GATED, List.of());
        Task b = made.task(job, 1, TaskPhase.GATED, List.of());
        Job other = made.job(cluster, "other", "Job", JobState.HELD, 1, 1);
        Task c = made.task(other, 0, TaskPhase.GATED, List.of());
        assertEquals(
                List.of(a, b), FleetActions.subject(List.of(a, b)).orElseThrow().tasks());
        assertTrue(FleetActions.subject(List.of(a, c)).isEmpty());
        assertTrue(FleetActions.subject(List.of(job)).orElseThrow().wholeJob());
    }

    @Test
    void aSimulatedClusterOpensUnlockedAndARealOneLocked() {
        assertFalse(locks.isLocked(cluster));
        cluster.setSimulated(false);
        assertTrue(locks.isLocked(cluster));
        assertTrue(locks.reason(cluster).orElse("").contains("lab is read-only"));
    }

    @Test
    void whoShowsTheLockHearsOfItsChange() throws Exception {
        int[] heard = {0};
        AutoCloseable subscription = locks.listen(() -> heard[0]++);
        locks.set(cluster, true);
        subscription.close();
        locks.set(cluster, false);
        assertEquals(1, heard[0]);
    }

    @Test
    void aMenuEntryCarriesTheReasonWhyNot() {
        var entries = ActionMenu.entries(actions, List.of(node), FleetAction.PLACE, FleetAction.DRAIN);
        assertTrue(entries.get(0).whyNot().isPresent());
        assertTrue(entries.get(1).whyNot().isEmpty());
        entries.get(1).action().run();
        assertEquals(1, dialogs.shown.size());
    }

    @Test
    void aProblemWithoutAMessageIsToldInWords() {
        assertEquals("no answer came in time.", FailureLabel.words(new java.util.concurrent.TimeoutException()));
        assertEquals(
                "no route.",
                FailureLabel.words(new java.util.concurrent.CompletionException(new java.io.IOException("no route"))));
    }
}
