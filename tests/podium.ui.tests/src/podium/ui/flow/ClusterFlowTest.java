// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.operation.OperationState;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.rule.RuleDecision;
import podium.operation.submit.Manifest;
import podium.operation.submit.Manifest.At;
import podium.operation.submit.Manifest.Item;
import podium.operation.submit.ManifestCompiler.Source;
import podium.operation.submit.TransferCompiler;
import podium.placement.Subject;
import podium.placement.Target;
import podium.ui.dialog.plan.PlanWords;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;

/** From a job that waits to the clusters side by side, and to two operations in their order. */
class ClusterFlowTest {
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false, dialogs);
    private final Cluster lab = stage.made.cluster("lab", 2);
    private final Cluster spare = stage.made.cluster("spare", 2);
    private final Job late = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 8);

    @BeforeEach
    void open() {
        stage.comparison.open.addAll(List.of(lab, spare));
        stage.comparison.manifest = stage.submit
                .read(spare, List.of(new Source("", "job late 1 8")), "ml")
                .join();
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private void compare() {
        assertEquals(Optional.empty(), stage.actions.whyNot(FleetAction.WHICH_CLUSTER, List.of(late)));
        stage.actions.run(FleetAction.WHICH_CLUSTER, List.of(late));
        screen.settle();
    }

    private void ended(OperationState state) {
        stage.operations.publish(Examples.operation("1", FakePlacement.example(late), state, 1, 1, Optional.empty()));
        screen.settle();
    }

    @Test
    void aMoveIsOneOperationThatKnowsItsOtherHalf() {
        dialogs.confirms = true;
        compare();
        assertEquals("compare Which cluster for late: lab FITS (it is here), spare FITS", dialogs.shown.getFirst());
        assertTrue(dialogs.shown.getLast().endsWith(", then Move late to spare: Submit late"), dialogs.shown::toString);
        assertEquals(List.of("Withdraw[] of [late]"), stage.jobActs.planned);
        assertEquals(1, stage.operations.asked.size(), stage.operations.asked::toString);
        assertEquals(
                "Move late to spare: Submit late",
                stage.operations.submitted.getFirst().then().orElseThrow().title());
        ended(OperationState.DONE);
        assertEquals(1, stage.operations.asked.size(), "the operation has its other half done");
    }

    @Test
    void aJobThatRunsByTheTimeThatItsMoveIsPlannedAgainStays() {
        dialogs.confirms = true;
        dialogs.reviews = false;
        compare();
        stage.comparison.bound = Optional.of("It runs.");
        dialogs.again.orElseThrow().run();
        screen.settle();
        assertEquals("refuse Move late to spare: It runs.", dialogs.shown.getLast());
        assertEquals(List.of(), stage.operations.asked);
    }

    @Test
    void nothingIsSubmittedThereWhenItCouldNotBeStoppedHere() {
        dialogs.confirms = true;
        compare();
        ended(OperationState.FAILED);
        assertEquals(1, stage.operations.asked.size(), stage.operations.asked::toString);
        assertTrue(
                dialogs.shown.getLast().startsWith("refuse Move late to spare: Submit late: "),
                dialogs.shown::toString);
    }

    @Test
    void whatIsAgainstAClusterKeepsItFromBeingChosen() {
        dialogs.confirms = true;
        stage.comparison.against = List.of("ConfigMap ml/settings is not there.");
        compare();
        assertTrue(dialogs.shown.getLast().contains("spare FITS (ConfigMap ml/settings is not there.)"));
        assertEquals(List.of(), stage.jobActs.planned);
    }

    @Test
    void theClustersAreReadAnewWhileTheyAreLookedAt() {
        compare();
        stage.comparison.against = List.of("ConfigMap ml/settings is not there.");
        dialogs.compared.get();
        screen.settle();
        assertTrue(
                dialogs.compared.get().toString().contains("ml/settings"),
                () -> dialogs.compared.get().toString());
    }

    private void withoutItsNamespace() {
        Item space = new Item(
                new At("", 1, 1),
                new ObjectRef("", "v1", "namespaces", "Namespace", "", late.getNamespace()),
                "{}",
                Optional.empty());
        List<Item> items = new ArrayList<>(stage.comparison.manifest.items());
        items.addFirst(space);
        stage.comparison.manifest = new Manifest(items, List.of());
        stage.comparison.namespaces = List.of("default", "team-a");
    }

    @Test
    void aNamespaceThatIsNotThereIsCreatedByTheMoveAsAStepOfIts() {
        dialogs.confirms = true;
        withoutItsNamespace();
        dialogs.answer = late.getNamespace();
        compare();
        assertTrue(dialogs.shown.getFirst().contains("spare FITS"), "it can be chosen: " + dialogs.shown.getFirst());
        assertEquals("ask Move late to spare research [research, default, team-a]", dialogs.shown.get(1));
        assertTrue(dialogs.askedWords.contains("It is created with the job"), dialogs.askedWords);
        assertEquals(List.of("[research, late] Free"), stage.submit.planned);
    }

    @Test
    void aJobMovesIntoAnotherNamespaceWhereItsOwnIsNotThere() {
        dialogs.confirms = true;
        withoutItsNamespace();
        dialogs.answer = "team-a";
        stage.place.move(new Subject(late, List.of()), spare);
        screen.settle();
        assertEquals(List.of("[late] Free"), stage.submit.planned);
        assertTrue(dialogs.shown.getLast().startsWith("review Move late to spare"), dialogs.shown::toString);
    }

    @Test
    void aNamespaceThatMustNotBeCreatedIsNotOffered() {
        withoutItsNamespace();
        stage.access.notCreated.add("namespaces");
        stage.place.move(new Subject(late, List.of()), spare);
        screen.settle();
        assertEquals("ask Move late to spare default [default, team-a]", dialogs.shown.getLast());
        assertTrue(
                dialogs.askedWords.startsWith("Namespace research is not there.")
                        && dialogs.askedWords.endsWith("Choose one that is there."),
                dialogs.askedWords);
        stage.comparison.namespaces = List.of();
        stage.place.move(new Subject(late, List.of()), spare);
        screen.settle();
        assertTrue(dialogs.shown.getLast().startsWith("refuse Move late to spare: "), dialogs.shown::toString);
    }

    @Test
    void aLockedClusterIsNotChosen() {
        dialogs.confirms = true;
        stage.locks.set(spare, true);
        compare();
        assertTrue(dialogs.shown.getLast().contains("spare FITS (spare is read-only"), dialogs.shown::toString);
    }

    @Test
    void aClusterThatCanTakeItComesBeforeOneThatCannot() {
        stage.comparison.open.add(stage.made.cluster("third", 2));
        stage.locks.set(stage.comparison.open.getLast(), false);
        stage.locks.set(spare, true);
        compare();
        assertTrue(
                dialogs.shown.getLast().contains("lab FITS (it is here), third FITS, spare FITS (spare is read-only"),
                dialogs.shown::toString);
    }

    @Test
    void whatRunsIsComparedAndNotMoved() {
        dialogs.confirms = true;
        stage.comparison.bound = Optional.of("it runs");
        compare();
        assertEquals(
                "compare Which cluster for late: lab FITS (it is here), spare FITS (it runs)", dialogs.shown.getLast());
    }

    @Test
    void whatMultiKueueSendsIsComparedAndNotMoved() {
        dialogs.confirms = true;
        stage.comparison.dispatch =
                Optional.of(new TransferCompiler.Dispatch("MultiKueue has sent late to w2.", List.of()));
        String why = "MultiKueue has sent late to w2. Wait for that, or delete the job and submit it where you want"
                + " it.";
        compare();
        assertEquals(
                "compare Which cluster for late: lab FITS (it is here), spare FITS (" + why + ")",
                dialogs.shown.getLast());
        stage.place.place(
                new Subject(late, List.of()), new Target.OnNode(spare.getNodes().getFirst()));
        screen.settle();
        assertTrue(dialogs.shown.getLast().contains(why), dialogs.shown::toString);
        assertEquals(List.of(), stage.submit.planned);
    }

    @Test
    void aDropOnANodeOfAnotherClusterIsAMoveThere() {
        dialogs.confirms = true;
        stage.place.place(
                new Subject(late, List.of()), new Target.OnNode(spare.getNodes().getFirst()));
        screen.settle();
        assertEquals(List.of("[late] On"), stage.submit.planned);
        assertTrue(dialogs.shown.getLast().endsWith(", then Move late to spare: Submit late"), dialogs.shown::toString);
    }

    @Test
    void allThatIsAgainstAMoveIsToldAtOnce() {
        dialogs.confirms = true;
        stage.comparison.bound = Optional.of("It runs.");
        stage.comparison.dispatch = Optional.of(new TransferCompiler.Dispatch("It was sent.", List.of()));
        stage.comparison.against = List.of("ConfigMap ml/settings is not there.", "Secret ml/key is not there.");
        stage.locks.set(lab, true);
        stage.locks.set(spare, true);
        stage.place.place(
                new Subject(late, List.of()), new Target.OnNode(spare.getNodes().getFirst()));
        screen.settle();
        List<String> all = dialogs.shown.getLast().lines().toList();
        assertEquals(6, all.size(), all::toString);
        for (String reason :
                List.of("It runs.", "lab is read-only", "It was sent.", "ml/settings", "ml/key", "spare is")) {
            assertTrue(all.stream().anyMatch(line -> line.contains(reason)), all::toString);
        }
        assertEquals(2, stage.place.barred(late, spare).size(), "both locks are known while it is dragged");
        assertEquals(List.of(), stage.submit.planned);
    }

    @Test
    void whatIsAgainstEitherPlanIsToldAtOnce() {
        stage.submit.answer = Optional.of(new Result.Refused("No quota there.", "Ask for one."));
        stage.jobActs.result = CompletableFuture.completedFuture(new Result.Refused("Helm owns it.", "Use Helm."));
        stage.place.move(new Subject(late, List.of()), spare);
        screen.settle();
        assertEquals("refuse Move late to spare: No quota there.\nHelm owns it.", dialogs.shown.getLast());
    }

    @Test
    void aClusterThatIsNotOpenAnyMoreIsSaidNotToTakeIt() {
        stage.comparison.open.remove(spare);
        stage.place.move(new Subject(late, List.of()), spare);
        screen.settle();
        assertTrue(dialogs.shown.getLast().startsWith("refuse Move late: spare takes no job"), dialogs.shown::toString);
    }

    @Test
    void whatASuspendedJobDoesNotNeedIsNotDone() {
        dialogs.confirms = true;
        late.setSuspended(true);
        late.setQueueName(null);
        compare();
        assertEquals(List.of(), stage.jobActs.planned);
        assertEquals(List.of("submit Move late to spare: Submit late"), stage.operations.asked);
        Plan plan = dialogs.plans.getLast();
        assertTrue(plan.effects().toString().contains("stays so: resumed there, it runs in both"), plan::toString);
        assertEquals("Move", PlanWords.verb(plan));
    }

    @Test
    void withOneClusterThereIsNothingToCompare() {
        stage.comparison.open.remove(spare);
        assertEquals(
                Optional.of("open another cluster first"),
                stage.actions.whyNot(FleetAction.WHICH_CLUSTER, List.of(late)));
    }

    @Test
    void whatARuleAsksForBeforeTheSecondIsAskedForByItsOwnOperation() {
        dialogs.confirms = true;
        stage.operations.ruling = new RuleDecision(List.of(), Optional.of("lab"));
        compare();
        assertEquals(List.of(), stage.operations.asked);
        assertTrue(
                dialogs.shown
                        .getLast()
                        .startsWith(
                                "refuse Move late to spare: Submit late: A rule requires an approval or a typed name"),
                dialogs.shown::toString);
    }
}
