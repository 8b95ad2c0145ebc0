// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.fleet.FleetRealm;
import podium.core.testkit.FakeFleetService;
import podium.core.text.ReadableTime;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.plan.Plan;
import podium.operation.rule.RuleDecision;
import podium.operation.rule.RuleService;
import podium.ui.action.ActionMenu;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeFlows;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.UnknownAccess;
import podium.ui.label.MovedJobs;
import podium.ui.toolkit.BackgroundWork;

/** Undo names what it takes back, never another than is thought of, and asks where others have been at work since. */
class UndoFlowTest {
    /** Work that was brought here is done at once, and counted. */
    private static final class Counting implements FleetRealm {
        private final Semaphore done = new Semaphore(0);

        @Override
        public void execute(Runnable work) {
            work.run();
            done.release();
        }

        @Override
        public boolean isCurrent() {
            return true;
        }
    }

    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 8);
    private final Job job = made.job(cluster, "train", "Job", JobState.WAITING, 2, 8);
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Counting realm = new Counting();
    private final FakeFlows flows = new FakeFlows(
            FakeFleetService.of(made.fleet()),
            dialogs,
            new ActionEnablement(new ConsoleLocks(), RuleService.none(), new UnknownAccess()),
            new BackgroundWork(realm));

    private Plan plan(String kind, String title) {
        Plan example = FakePlacement.example(job);
        return new Plan(
                example.cluster(),
                kind,
                title,
                example.steps(),
                List.of(),
                List.of("It is gone."),
                List.of(),
                example.undo());
    }

    private Operation publish(String id, String title, OperationState state) {
        Operation operation = Examples.operation(id, plan("scale", title), state, 1, 1, Optional.of("it ended"));
        flows.operations.publish(operation);
        return operation;
    }

    @Test
    void anUndoThatMetAConflictIsPlannedAnewFromWhatItWasToTakeBack() {
        Operation done = publish("1", "Drain 8 nodes", OperationState.DONE);
        Operation failed = Examples.operation(
                "2", plan("undo", "Undo: Drain 8 nodes"), OperationState.FAILED, 0, 8, Optional.of("Conflict"));
        UndoFlow undo = flows.undo;
        assertEquals(Optional.of(done), undo.again(failed));
        assertEquals(Optional.empty(), undo.again(done), "it was to take nothing back");
    }

    private void undone() throws InterruptedException {
        flows.actions.run(FleetAction.UNDO, List.of());
        assertTrue(realm.done.tryAcquire(10, TimeUnit.SECONDS), "no proposal came");
    }

    private Optional<String> whyNot() {
        return flows.actions.whyNot(FleetAction.UNDO, List.of());
    }

    private static UndoProposal.Change scaledByKubectl() {
        return new UndoProposal.Change(
                "Deployment a/web",
                "/spec/replicas",
                "9",
                "20",
                Optional.of("kubectl"),
                Optional.of(Instant.parse("2026-03-01T12:00:00Z")));
    }

    @Test
    void theActNamesWhatItTakesBack() {
        assertEquals("Undo", flows.actions.words(FleetAction.UNDO));
        publish("1", "Scale trainer from 2 to 9", OperationState.DONE);
        assertEquals("Undo: Scale trainer from 2 to 9", flows.actions.words(FleetAction.UNDO));
        assertEquals(
                "Undo: Scale trainer from 2 to 9",
                ActionMenu.entries(flows.actions, List.of(), FleetAction.UNDO)
                        .getFirst()
                        .words());
    }

    @Test
    void theActDoesNotNameWhatItCannotTakeBack() {
        publish("1", "Scale trainer from 2 to 9", OperationState.DONE);
        flows.operations.barred = Optional.of("Its cluster lab is not open.");
        assertEquals("Undo", flows.actions.words(FleetAction.UNDO));
        assertEquals(Optional.of("Its cluster lab is not open."), whyNot());
        assertEquals("Undo: Scale trainer from 2 to 9", flows.actions.meaning(FleetAction.UNDO), "its tooltip does");
    }

    /** Else the job runs nowhere: suspended in the one cluster, deleted in the other. */
    @Test
    void theOtherPartOfAMoveIsUndoneNextOnceTheLaterOneIs() throws InterruptedException {
        publish("1", "Move train to west: Withdraw train", OperationState.DONE);
        publish("2", "Move train to west: Submit train", OperationState.DONE);
        dialogs.confirms = true;
        undone();
        assertEquals(List.of("review Undo: Move train to west: Submit train"), dialogs.shown);
        assertEquals(List.of("undo 2"), flows.operations.asked);
        publish("2", "Move train to west: Submit train", OperationState.UNDONE);
        assertTrue(realm.done.tryAcquire(2, 10, TimeUnit.SECONDS), "the other part did not follow");
        assertEquals("review Undo: Move train to west: Withdraw train", dialogs.shown.getLast());
        assertEquals(List.of("undo 2", "undo 1"), flows.operations.asked);
    }

    @Test
    void theUndoOfAPartOfAMoveHasOneTitle() {
        assertEquals("Undo: Submit train (move to west)", MovedJobs.shown("Undo: Move train to west: Submit train"));
        assertEquals("Move train to queue b", MovedJobs.shown("Move train to queue b"));
        publish("2", "Move train to west: Submit train", OperationState.DONE);
        assertEquals("Undo: Submit train (move to west)", flows.actions.words(FleetAction.UNDO));
    }

    @Test
    void theOtherPartOfAMoveStaysAsItIsWhereTheLaterOneWasNotUndone() throws InterruptedException {
        publish("1", "Move train to west: Withdraw train", OperationState.DONE);
        publish("2", "Move train to west: Submit train", OperationState.DONE);
        dialogs.confirms = true;
        undone();
        flows.operations.publish(Examples.operation(
                "3",
                plan("undo", "Undo: Move train to west: Submit train"),
                OperationState.FAILED,
                0,
                1,
                Optional.of("Conflict")));
        assertTrue(realm.done.tryAcquire(10, TimeUnit.SECONDS), "nothing was said");
        assertEquals(List.of("undo 2"), flows.operations.asked);
        assertEquals(
                "refuse Undo: Submit train (move to west): Undo: Submit train (move to west) did not end as planned."
                        + " Conflict",
                dialogs.shown.getLast());
        dialogs.confirms = false;
        dialogs.again.orElseThrow().run();
        assertTrue(realm.done.tryAcquire(10, TimeUnit.SECONDS), "no new plan came");
        assertEquals("review Undo: Move train to west: Submit train", dialogs.shown.getLast());
    }

    @Test
    void theUndoOfEachPartOfAMoveSaysWhatItMeansForTheMove() {
        Plan undo = plan("undo", "Undo").withEffects(List.of("1 pod ends."));
        Operation first = Examples.operation(
                "1", plan("suspend", "Move train to west: Suspend train"), OperationState.DONE, 1, 1, Optional.empty());
        Operation second = Examples.operation(
                "2", plan("submit", "Move train to west: Submit train"), OperationState.DONE, 1, 1, Optional.empty());
        String cluster = undo.cluster().toString();
        assertEquals(
                List.of(
                        "This is the first of two plans that undo the move. Once it is done the second is shown,"
                                + " \"Undo: Suspend train (move to"
                                + " west)\""
                                + " in " + cluster + ", which brings the job back there.",
                        "1 pod ends."),
                MoveParts.undoing(second, undo, List.of(second, first)).effects());
        assertEquals(
                List.of(
                        "It is still submitted in " + cluster + ": undo that first, or the job runs in both clusters.",
                        "1 pod ends."),
                MoveParts.undoing(first, undo, List.of(second, first)).effects());
        assertEquals(
                List.of("With this the move is undone: the job is in " + cluster + " as it was before.", "1 pod ends."),
                MoveParts.undoing(first, undo, List.of(first)).effects());
        assertEquals(undo, MoveParts.undoing(second, undo, List.of(second)));
        Operation queue = Examples.operation(
                "3", plan("queue", "Move train to queue b"), OperationState.DONE, 1, 1, Optional.empty());
        assertEquals(undo, MoveParts.undoing(queue, undo, List.of(queue)));
    }

    @Test
    void thePartsOfAMoveKnowEachOther() {
        Operation first = publish("1", "Move train to west: Withdraw train", OperationState.DONE);
        publish("9", "Move train-2 to west: Submit train-2", OperationState.DONE);
        Operation second = publish("2", "Move train to west: Submit train", OperationState.DONE);
        List<Operation> all = flows.operations.operations();
        assertEquals(Optional.of(first), MoveParts.before(second, all));
        assertEquals(Optional.of(second), MoveParts.after(first, all));
        assertEquals(Optional.empty(), MoveParts.after(second, all));
        assertEquals(Optional.empty(), MoveParts.before(first, all));
    }

    @Test
    void theProposalOfNowIsShownAndThatIsWhatIsDone() throws InterruptedException {
        publish("9", "Scale trainer", OperationState.DONE);
        dialogs.confirms = true;
        undone();
        assertEquals(List.of("review Undo: Scale trainer"), dialogs.shown);
        assertEquals(List.of("undo 9"), flows.operations.asked);
    }

    /** It went back into a queue that had been deleted under its open plan. */
    @Test
    void anUndoIsHeldAgainstTheQueueOfWhatItStopsAndSaysWhatThatWaitsFor() throws InterruptedException {
        publish("9", "Put train into queue large", OperationState.DONE);
        flows.jobActs.waits = List.of("train waits before it starts again.");
        undone();
        assertEquals(Optional.empty(), dialogs.outlook.lost());
        assertTrue(dialogs.plans.getLast().effects().contains("train waits before it starts again."));
        flows.jobActs.notAdmitted = Optional.of("queue small does not exist");
        assertEquals(flows.jobActs.notAdmitted, dialogs.outlook.lost());
        dialogs.confirms = true;
        undone();
        assertEquals(
                "refuse Undo: Put train into queue large: queue small does not exist",
                dialogs.shown.getLast(),
                "it is asked once more when it is confirmed");
        assertEquals(List.of(), flows.operations.asked);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, failed and worked on the same after Scale trainer",
        "ABORTED, was aborted and worked on the same after Scale trainer",
        "RUNNING, still runs",
        "PAUSED, still runs",
        "INTERRUPTED, stopped in the middle"
    })
    void afterOneThatDidNotEndWellNoOlderOneIsOffered(OperationState state, String why) {
        publish("1", "Scale trainer", OperationState.DONE);
        publish("2", "Drain n1", state);
        assertTrue(whyNot().orElse("").contains("Drain n1"), whyNot()::toString);
        assertTrue(whyNot().orElse("").contains(why), whyNot()::toString);
        boolean over = state == OperationState.FAILED || state == OperationState.ABORTED;
        assertEquals(
                over,
                whyNot().orElse("").endsWith("; to undo Scale trainer all the same, select it in Operations"),
                whyNot()::get);
        flows.actions.run(FleetAction.UNDO, List.of());
        assertEquals("Undo", flows.actions.words(FleetAction.UNDO));
        assertTrue(dialogs.shown.isEmpty());
    }

    /** An aborted drain kept Ctrl+Z from what was done to another node; a completed one did not. */
    @ParameterizedTest
    @CsvSource({"FAILED, failed", "ABORTED, was aborted"})
    void whatDidNotEndWellIsPassedOverWhereItWorkedOnSomethingElse(OperationState state, String how) {
        publish("1", "Suspend train", OperationState.DONE);
        Plan other = FakePlacement.example(made.job(cluster, "tune", "Job", JobState.WAITING, 2, 8));
        flows.operations.publish(Examples.operation("2", other.titled("Scale tune"), state, 1, 2, Optional.of("")));
        assertEquals(Optional.empty(), whyNot());
        assertEquals(
                "Undo: Suspend train\nScale tune " + how + ". It was the last operation.",
                flows.actions.tip(FleetAction.UNDO));
    }

    @Test
    void whatFailedBeforeItDidAnythingIsNotInTheWay() {
        publish("1", "Suspend train", OperationState.DONE);
        flows.operations.publish(Examples.operation(
                "2", plan("place", "Place train"), OperationState.FAILED, 0, 3, Optional.of("refused")));
        assertEquals(Optional.empty(), whyNot());
    }

    /** In the window of one cluster the key undid what was done in another, and was grey while that was locked. */
    @Test
    void theActIsThatOfTheClusterThatIsLookedAtAndNamesItWhereSeveralAreOpen() {
        publish("1", "Suspend train", OperationState.DONE);
        Cluster west = made.cluster("west", 8);
        Plan there = FakePlacement.example(made.job(west, "tune", "Job", JobState.WAITING, 2, 8));
        flows.operations.publish(
                Examples.operation("2", there.titled("Scale tune"), OperationState.DONE, 1, 1, Optional.of("")));
        flows.selection.set(this, List.of(cluster));
        assertEquals("Undo: Suspend train in lab", flows.actions.words(FleetAction.UNDO));
        assertEquals("Undo: Suspend train in lab", flows.actions.meaning(FleetAction.UNDO));
        flows.selection.set(this, List.of(west));
        assertEquals("Undo: Scale tune in west", flows.actions.words(FleetAction.UNDO));
        flows.selection.set(this, List.of(made.cluster("east", 8)));
        assertEquals(Optional.of("there is nothing to undo in east"), whyNot());
        made.fleet().getClusters().clear();
        flows.selection.set(this, List.of());
        assertEquals("Undo: Scale tune", flows.actions.words(FleetAction.UNDO), "none is open: the newest of all");
    }

    @Test
    void whatFailedInAClusterThatIsNotOpenKeepsNothingBack() {
        publish("1", "Suspend train", OperationState.DONE);
        Plan gone = FakePlacement.example(made.job(made.cluster("gone", 8), "tune", "Job", JobState.WAITING, 2, 8));
        made.fleet().getClusters().removeLast();
        flows.operations.publish(Examples.operation("2", gone, OperationState.FAILED, 1, 3, Optional.of("")));
        assertEquals(Optional.empty(), whyNot());
        assertEquals("Undo: Suspend train", flows.actions.tip(FleetAction.UNDO));
    }

    @Test
    void aMoveIsUndoneFromTheClusterThatTheJobLeftToo() {
        Cluster west = made.cluster("west", 8);
        Plan there = FakePlacement.example(made.job(west, "train", "Job", JobState.WAITING, 2, 8));
        publish("1", "Move train to west: Suspend train", OperationState.DONE);
        flows.operations.publish(Examples.operation(
                "2", there.titled("Move train to west: Submit train"), OperationState.DONE, 1, 1, Optional.of("")));
        flows.selection.set(this, List.of(cluster));
        assertEquals("Undo: Submit train (move to west) in west", flows.actions.meaning(FleetAction.UNDO));
    }

    @Test
    void whatWasTakenBackIsPassedOver() {
        publish("1", "Scale trainer", OperationState.DONE);
        publish("2", "Drain n1", OperationState.UNDONE);
        flows.operations.publish(Examples.operation(
                "3", plan("undo", "Undo: Drain n1"), OperationState.DONE, 1, 1, Optional.of("done")));
        assertEquals(Optional.empty(), whyNot());
        assertEquals("Undo: Scale trainer", flows.actions.words(FleetAction.UNDO));
    }

    /** Undo was dead after a requeue, though the suspend before it could be undone. */
    @Test
    void whatIsDoneForGoodIsPassedOverAndTheTipSaysSo() throws InterruptedException {
        publish("1", "Suspend train", OperationState.DONE);
        forGood("2", "Requeue tune", made.job(cluster, "tune", "Job", JobState.WAITING, 2, 8));
        assertEquals(Optional.empty(), whyNot());
        assertEquals("Undo: Suspend train", flows.actions.words(FleetAction.UNDO));
        assertEquals(
                "Undo: Suspend train\nRequeue tune cannot be undone. It was the last operation.",
                flows.actions.tip(FleetAction.UNDO));
        dialogs.confirms = true;
        undone();
        assertEquals(List.of("review Undo: Suspend train"), dialogs.shown);
        assertEquals(List.of("undo 1"), flows.operations.asked);
    }

    /** A drained node took pods again when its cordon from before the drain was undone by Ctrl+Z. */
    @Test
    void whatWasBuiltUponForGoodIsUndoneOnlyWhereItIsPickedAndThePlanSaysSo() throws InterruptedException {
        Operation first = publish("1", "Suspend train", OperationState.DONE);
        forGood("2", "Requeue train", job);
        assertEquals(
                Optional.of("Requeue train cannot be undone and worked on the same after Suspend train; "
                        + "to undo Suspend train all the same, select it in Operations"),
                whyNot());
        assertEquals(Optional.empty(), flows.undo.offered());
        flows.undo.undo(first);
        realm.done.acquire();
        assertEquals(
                List.of("Done to the same after it, and not undone by this: Requeue train."),
                dialogs.plans.getLast().effects());
    }

    @Test
    void whereOnlyWhatIsDoneForGoodIsLeftThatIsSaid() {
        forGood("2", "Requeue train", job);
        assertEquals(Optional.of("Requeue train cannot be undone, and there is nothing else to undo"), whyNot());
        assertEquals("Undo the last operation that can be undone", flows.actions.tip(FleetAction.UNDO));
    }

    private void forGood(String id, String title, Job of) {
        Plan all = FakePlacement.example(of);
        Plan last = new Plan(
                all.cluster(), "requeue", title, all.steps(), List.of(), List.of("It is gone."), List.of(), List.of());
        flows.operations.publish(Examples.operation(id, last, OperationState.DONE, 1, 1, Optional.of("done")));
    }

    @Test
    void whatRulesOrALockForbidIsRefusedBeforeItIsOffered() {
        publish("1", "Scale trainer", OperationState.DONE);
        flows.operations.barred = Optional.of("changes are frozen until Monday");
        assertEquals(Optional.of("changes are frozen until Monday"), whyNot());
        flows.undo.undo(flows.operations.operations().getFirst());
        assertEquals(List.of("refuse Undo: Scale trainer: changes are frozen until Monday"), dialogs.shown);
    }

    @Test
    void whereOthersHaveBeenAtWorkTheOperatorChoosesFirst() throws InterruptedException {
        publish("9", "Scale trainer", OperationState.DONE);
        flows.operations.proposals = _ -> new UndoProposal.Changed(
                List.of(scaledByKubectl()),
                Optional.of(plan("undo", "merged")),
                Optional.of(plan("undo", "overwritten")));
        dialogs.confirms = true;
        dialogs.picks.add("Merge");
        undone();
        assertEquals(List.of("pick Undo: Scale trainer: Merge, Undo anyway", "review merged"), dialogs.shown);
        assertEquals(List.of("undo 9"), flows.operations.asked);
    }

    @Test
    void leavingItSendsNothing() throws InterruptedException {
        publish("9", "Scale trainer", OperationState.DONE);
        flows.operations.proposals = _ -> new UndoProposal.Changed(
                List.of(scaledByKubectl()), Optional.empty(), Optional.of(plan("undo", "overwritten")));
        dialogs.confirms = false;
        undone();
        assertEquals(List.of("pick Undo: Scale trainer: Undo anyway"), dialogs.shown);
        assertTrue(flows.operations.asked.isEmpty());
    }

    @Test
    void whereNothingOfItIsLeftThatIsSaidWithWhoDidIt() throws InterruptedException {
        publish("9", "Scale trainer", OperationState.DONE);
        flows.operations.proposals =
                _ -> new UndoProposal.Changed(List.of(scaledByKubectl()), Optional.empty(), Optional.empty());
        undone();
        String when = ReadableTime.of(Instant.parse("2026-03-01T12:00:00Z"));
        assertTrue(dialogs.shown.getFirst().contains("By kubectl, at " + when), dialogs.shown::toString);
    }

    @Test
    void aNameThatRulesAskForIsTypedBeforeAnUndoToo() throws InterruptedException {
        publish("9", "Scale trainer", OperationState.DONE);
        flows.operations.ruling = new RuleDecision(List.of(), Optional.of("lab"));
        dialogs.confirms = true;
        undone();
        assertEquals(List.of("undo 9 typed lab"), flows.operations.asked);
    }

    @Test
    void whatCannotBeUndoneSaysWhy() {
        Plan plan = plan("delete", "Delete train");
        Plan last = new Plan(
                plan.cluster(),
                plan.kind(),
                plan.title(),
                plan.steps(),
                List.of(),
                List.of("Its pods are gone."),
                List.of(),
                List.of());
        flows.undo.undo(Examples.operation("9", last, OperationState.DONE, 1, 1, Optional.of("done")));
        assertEquals(List.of("refuse Undo: Delete train: It cannot be undone: Its pods are gone."), dialogs.shown);
    }
}
