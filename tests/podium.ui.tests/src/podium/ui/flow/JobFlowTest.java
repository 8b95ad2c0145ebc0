// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.SyncState;
import podium.core.fleet.InputKind;
import podium.core.fleet.JobQueues;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Queue;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.operation.job.JobActionCompiler.Choices;
import podium.operation.plan.PlacementCompiler.Result;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;

class JobFlowTest {
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false, dialogs);
    private final Cluster lab = stage.made.cluster("lab", 2);
    private final Job first = stage.made.job(lab, "first", "Job", JobState.RUNNING, 1, 8);
    private final Job second = stage.made.job(lab, "second", "Job", JobState.RUNNING, 1, 8);

    @AfterEach
    void close() {
        screen.close();
    }

    private void run(FleetAction action, EObject... selection) {
        assertEquals(Optional.empty(), stage.actions.whyNot(action, List.of(selection)));
        stage.actions.run(action, List.of(selection));
        screen.settle();
    }

    private void answer(String text) {
        dialogs.confirms = true;
        dialogs.answer = text;
    }

    /** Taken for a restart of the one task, Delete killed all of them. */
    @ParameterizedTest
    @CsvSource({
        "SUSPEND,Suspend",
        "SCALE,Scale",
        "PRIORITY,Priority of",
        "QUEUE,Queue of",
        "REQUEUE,Requeue",
        "DELETE,Delete"
    })
    void withATaskPickedEntryAndEveryTitleNameTheWholeJobAndItsSize(FleetAction action, String verb) {
        Job gang = stage.made.job(lab, "llm", "Job", JobState.RUNNING, 8, 8);
        stage.jobActs.choices = new Choices(OptionalInt.of(2), List.of("1"), List.of("1"), "", "");
        Task rank = stage.made.task(gang, 0, TaskPhase.RUNNING, lab.getNodes());
        String whole = verb + " the job llm (all 8 tasks, 64 GPUs)";
        assertTrue(
                stage.menu.entries(List.of(rank)).stream().flatMap(List::stream).anyMatch(entry -> entry.words()
                        .equals(whole + "\u2026")),
                whole);
        assertTrue(
                stage.menu.entries(List.of(gang)).stream().flatMap(List::stream).anyMatch(entry -> entry.words()
                        .equals(action.words())),
                "the job itself was picked");
        answer("1");
        run(action, rank);
        assertTrue(dialogs.shown.contains("review " + whole), dialogs.shown::toString);
        assertTrue(dialogs.shown.stream().allMatch(shown -> shown.contains(whole)), dialogs.shown::toString);
    }

    @Test
    void scalingAsksWithTheNumberItHasAndShowsThePlan() {
        answer("5");
        run(FleetAction.SCALE, first);
        assertEquals("ask Scale first 2 []", dialogs.shown.getFirst());
        assertEquals(List.of("Scale[replicas=5] of [first]"), stage.jobActs.planned);
        assertTrue(dialogs.shown.getLast().startsWith("review "), dialogs.shown::toString);
    }

    /** Who started where it would stop them while its plan was read was stopped without a word. */
    @Test
    void whatWouldStopSomebodyWhomItsPlanDoesNotNameIsNotSent() {
        stage.jobActs.stopped = List.of("kube-scheduler evicts pod team/low (priority 0, 4 GPUs)");
        answer("5");
        run(FleetAction.SCALE, first);
        assertEquals(List.of(), stage.operations.asked);
        assertTrue(dialogs.shown.getLast().contains("pod team/low"), dialogs.shown::toString);
    }

    @Test
    void aPlanThatDoesNotHoldAnyMoreIsMadeAgainAndNothingIsAskedTwice() {
        answer("5");
        run(FleetAction.SCALE, first);
        dialogs.again.orElseThrow().run();
        assertEquals(List.of("Scale[replicas=5] of [first]", "Scale[replicas=5] of [first]"), stage.jobActs.planned);
        assertEquals(
                1, dialogs.shown.stream().filter(it -> it.startsWith("ask")).count());
    }

    /** Two were given the number of the first by Enter alone, and one of them shrank. */
    @Test
    void ofSeveralItIsSaidWhatEachHasAndNothingIsGiven() {
        stage.jobActs.others.put(
                "second", new Choices(OptionalInt.of(4), List.of("large"), List.of("urgent"), "large", "urgent"));
        answer("5");
        run(FleetAction.SCALE, first, second);
        assertEquals(
                "Replicas of each, or +1 or -1 from what each has. When this opened: first 2, second 4.",
                dialogs.askedWords);
        assertEquals("ask Scale first and second  []", dialogs.shown.getFirst());
        answer("large");
        run(FleetAction.QUEUE, first, second);
        assertEquals("Queue of each. When this opened: first small, second large.", dialogs.askedWords);
        answer("urgent");
        run(FleetAction.PRIORITY, first, second);
        assertEquals("Priority class of each. When this opened: first the default, second urgent.", dialogs.askedWords);
        answer("5");
        run(FleetAction.SCALE, first);
        assertEquals("Replicas, or +1 or -1. It had 2 when this opened.", dialogs.askedWords);
    }

    /** Services of 2 and 3 replicas could not both be given one more at once. */
    @Test
    void severalCanEachBeGivenMoreOrFewerThanTheyHave() {
        answer("+1");
        run(FleetAction.SCALE, first, second);
        answer(" -2");
        run(FleetAction.SCALE, first, second);
        assertEquals(
                List.of("ScaleBy[more=1] of [first, second]", "ScaleBy[more=-2] of [first, second]"),
                stage.jobActs.planned);
        answer("+0");
        run(FleetAction.SCALE, first);
        assertTrue(dialogs.shown.getLast().contains("A whole number from 0"), dialogs.shown::toString);
    }

    @Test
    void whatIsNoNumberIsSaidAndNothingIsPlanned() {
        answer("five");
        run(FleetAction.SCALE, first);
        assertTrue(dialogs.shown.getLast().contains("A whole number from 0"), dialogs.shown::toString);
        assertTrue(stage.jobActs.planned.isEmpty());
    }

    @Test
    void aKindWithoutANumberLetsTheClusterSayWhy() {
        stage.jobActs.choices = new Choices(OptionalInt.empty(), List.of(), List.of(), "", "");
        run(FleetAction.SCALE, first);
        assertEquals(1, stage.jobActs.planned.size());
        assertTrue(dialogs.shown.stream().noneMatch(it -> it.startsWith("ask")));
    }

    @Test
    void theQueueIsChosenAmongThoseThereAre() {
        answer("large");
        run(FleetAction.QUEUE, first);
        assertEquals("ask Queue first small [large, small]", dialogs.shown.getFirst());
        assertEquals(List.of("Queue[name=large] of [first]"), stage.jobActs.planned);
    }

    @Test
    void withoutAnyQueueThatIsSaid() {
        stage.jobActs.choices = new Choices(OptionalInt.of(2), List.of(), List.of(), "", "");
        run(FleetAction.QUEUE, first);
        assertTrue(
                dialogs.shown.getFirst().startsWith("refuse Queue first: There is no queue"), dialogs.shown::toString);
    }

    @Test
    void whoMayNotReadQueuesIsNotToldThatThereAreNone() {
        first.setQueueName(null);
        lab.getQueues().clear();
        lab.setConnection(ConnectionState.LIVE);
        SchedulingObjects facts = new SchedulingObjects();
        lab.setFacts(facts);
        facts.read(InputKind.LOCAL_QUEUES.resource(), SyncState.REFUSED, "");
        facts.read(InputKind.PRIORITIES.resource(), SyncState.REFUSED, "");
        assertEquals(
                Optional.of("no right to read: LocalQueues"), stage.actions.whyNot(FleetAction.QUEUE, List.of(first)));
        first.setQueueName("small");
        stage.jobActs.choices = new Choices(OptionalInt.of(2), List.of(), List.of(), "", "");
        run(FleetAction.QUEUE, first);
        run(FleetAction.PRIORITY, first);
        assertTrue(
                dialogs.shown.get(0).endsWith(" are not known: no right to read: LocalQueues."),
                dialogs.shown::toString);
        assertTrue(
                dialogs.shown.get(1).endsWith(" are not known: no right to read: PriorityClasses."),
                dialogs.shown::toString);
    }

    @Test
    void aQuotaOfANamespaceIsNoQueueThatAJobCanBePutIn() {
        first.setQueueName(null);
        Queue queue = FleetFactory.INSTANCE.createQueue();
        queue.setKind("ResourceQuota");
        queue.setName("q");
        lab.getQueues().clear();
        lab.getQueues().add(queue);
        lab.setConnection(ConnectionState.LIVE);
        assertTrue(stage.actions.whyNot(FleetAction.QUEUE, List.of(first)).isPresent());
        assertEquals(List.of(), JobQueues.of(lab), "nor has Jobs a column for it");
        queue.setKind("LocalQueue");
        assertEquals(Optional.empty(), stage.actions.whyNot(FleetAction.QUEUE, List.of(first)));
    }

    /** What ends while others are chosen takes them not along; which it was is said. */
    @Test
    void whatWentAwayMeanwhileIsNamedAndTheOthersAreDone() {
        Job third = stage.made.job(lab, "third", "Job", JobState.RUNNING, 1, 8);
        lab.getJobs().remove(first);
        stage.actions.run(FleetAction.SUSPEND, List.of(first, second, third));
        screen.settle();
        assertEquals(List.of("Suspend[] of [second, third]"), stage.jobActs.planned);
        assertEquals(
                "No longer in the fleet, and left out: first.",
                dialogs.plans.getLast().effects().getFirst());
        answer("5");
        stage.actions.run(FleetAction.SCALE, List.of(first, second, third));
        screen.settle();
        assertEquals("Scale[replicas=5] of [second, third]", stage.jobActs.planned.getLast());
        lab.getJobs().removeAll(List.of(second, third));
        stage.actions.run(FleetAction.SUSPEND, List.of(second, third));
        screen.settle();
        assertTrue(dialogs.shown.getLast().endsWith("second is no longer in the fleet."), dialogs.shown::toString);
        assertEquals(2, stage.jobActs.planned.size());
    }

    @Test
    void ofSeveralOnlyOneCanHaveAShell() {
        assertEquals(
                Optional.of("select one running job or task"),
                stage.actions.whyNot(FleetAction.SHELL, List.of(first, second)));
    }

    @Test
    void aJobThatGoesWhileItIsAskedForIsRefusedNotPlanned() {
        answer("5");
        stage.actions.run(FleetAction.SCALE, List.of(first));
        lab.getJobs().remove(first);
        screen.settle();
        assertTrue(dialogs.shown.getLast().contains("first is no longer in the fleet."), dialogs.shown::toString);
        assertEquals(List.of(), stage.jobActs.planned);
    }

    @Test
    void deletingAsksNothingBeforeItsPlanWhichLeavesThePodsTheirOwnTime() {
        run(FleetAction.DELETE, first, second);
        assertEquals(1, dialogs.shown.size(), dialogs.shown::toString);
        assertTrue(dialogs.shown.getFirst().startsWith("review "), dialogs.shown::toString);
        assertEquals(List.of("Delete[grace=Optional.empty] of [first, second]"), stage.jobActs.planned);
    }

    @Test
    void manyJobsAreDeletedAtOnceWithTheTimeThatIsChosenInThePlan() {
        stage.made.task(second, 0, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
        dialogs.grace = Optional.of(Duration.ofSeconds(30));
        run(FleetAction.DELETE, first, second);
        assertEquals("Delete[grace=Optional[PT30S]] of [first, second]", stage.jobActs.planned.getLast());
    }

    @Test
    void whereNoPodIsStoppedNoTimeToStopIsAskedFor() {
        dialogs.grace = Optional.of(Duration.ofSeconds(30));
        stage.made.task(first, 0, TaskPhase.SUCCEEDED, List.of(lab.getNodes().getFirst()));
        stage.made.task(second, 0, TaskPhase.PENDING, List.of());
        run(FleetAction.DELETE, first, second);
        assertEquals("Delete[grace=Optional.empty] of [first, second]", stage.jobActs.planned.getLast());
    }

    @Test
    void manyJobsAreSuspendedAsOneOperation() {
        run(FleetAction.SUSPEND, first, second);
        assertTrue(
                stage.jobActs.planned.getLast().startsWith("Suspend[] of [first, "), stage.jobActs.planned::toString);
    }

    @Test
    void aJobThatHasFinishedCanOnlyBeDeleted() {
        first.setFinished(java.time.Instant.EPOCH);
        assertEquals(Optional.of("it has finished"), stage.actions.whyNot(FleetAction.REQUEUE, List.of(first)));
        assertEquals(Optional.empty(), stage.actions.whyNot(FleetAction.DELETE, List.of(first)));
    }

    /** It would open a list of all places, each of them refused. */
    @Test
    void aJobThatHasFinishedIsNotPlaced() {
        Task task = stage.made.task(first, 0, TaskPhase.SUCCEEDED, List.of());
        first.setFinished(java.time.Instant.EPOCH);
        for (EObject chosen : List.of(first, task)) {
            assertEquals(Optional.of("it has finished"), stage.actions.whyNot(FleetAction.PLACE, List.of(chosen)));
        }
    }

    @Test
    void whatRunsOnForEverIsNotRequeuedAndTheMenuSaysWhatRestartsIt() {
        Job service = stage.made.job(lab, "chat", "Deployment", JobState.RUNNING, 1, 8);
        assertEquals(
                Optional.of("it does not wait in a queue; use Restart Rollout\u2026"),
                stage.actions.whyNot(FleetAction.REQUEUE, List.of(service)));
        assertEquals(Optional.empty(), stage.actions.whyNot(FleetAction.REQUEUE, List.of(first)));
    }

    @Test
    void whatABarePodNeverTakesIsNotOfferedAndTheMenuSaysWhatIsPossibleInstead() {
        Job pod = stage.made.job(lab, "lone", "Pod", JobState.HELD, 1, 8);
        stage.comparison.open.addAll(List.of(lab, stage.made.cluster("spare", 2)));
        Map<FleetAction, String> instead = Map.of(
                FleetAction.SCALE, "submit it again with another number",
                FleetAction.REQUEUE, "delete it and submit it again",
                FleetAction.LAY_OUT, "place it on a node",
                FleetAction.FREE, "place it on a node",
                FleetAction.WHICH_CLUSTER, "submit its manifest in the other cluster");
        instead.forEach((action, words) -> {
            assertEquals(Optional.empty(), stage.actions.whyNot(action, List.of(first)), action.name());
            String why = stage.actions.whyNot(action, List.of(pod)).orElse("");
            assertTrue(why.startsWith("a bare pod ") && why.endsWith(words), why);
        });
        assertEquals(Optional.empty(), stage.actions.whyNot(FleetAction.PLACE, List.of(pod)));
    }

    /** A red error told afterwards that there was nothing to do. */
    @Test
    void onlyAJobWithAGateOrAPinIsLeftToTheScheduler() {
        Job free = stage.made.job(lab, "free", "Job", JobState.RUNNING, 1, 8);
        assertEquals(Optional.empty(), stage.actions.whyNot(FleetAction.FREE, List.of(free)), "no task is known yet");
        Task task = stage.made.task(
                free, 0, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
        String why = stage.actions.whyNot(FleetAction.FREE, List.of(free)).orElse("");
        assertTrue(why.endsWith("the scheduler decides already"), why);
        TaskSpec asks = TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", 8L)));
        task.setSpec(asks.selecting(Labels.of("kubernetes.io/hostname", "a1-n1")));
        assertEquals(Optional.empty(), stage.actions.whyNot(FleetAction.FREE, List.of(free)), "it is pinned");
        task.setSpec(gated(asks));
        assertEquals(Optional.empty(), stage.actions.whyNot(FleetAction.FREE, List.of(free)), "it is gated");
        task.setSpec(asks);
        free.setState(JobState.SUSPENDED);
        assertEquals(Optional.empty(), stage.actions.whyNot(FleetAction.FREE, List.of(free)), "it resumes with that");
    }

    private static TaskSpec gated(TaskSpec of) {
        return new TaskSpec(
                of.requests(),
                of.quota(),
                of.nodeSelector(),
                of.requiredNodes(),
                of.preferredNodes(),
                of.podAffinity(),
                of.podAntiAffinity(),
                of.spreads(),
                of.tolerations(),
                List.of("podium.placement/manual"),
                of.schedulerName(),
                of.priority(),
                of.podGroup(),
                of.graceSeconds(),
                of.emptyDir(),
                of.hostNetwork(),
                of.hostPorts(),
                of.volumeClaims(),
                of.resourceClaims(),
                of.unread());
    }

    @Test
    void aNodeIsNoJob() {
        assertEquals(
                Optional.of("select jobs"),
                stage.actions.whyNot(FleetAction.SCALE, List.of(lab.getNodes().getFirst())));
    }

    @Test
    void thePriorityIsChosenAmongTheClassesOfTheCluster() {
        answer("urgent");
        run(FleetAction.PRIORITY, first, second);
        assertEquals("ask Priority first and second  [urgent]", dialogs.shown.getFirst());
        assertEquals(List.of("Priority[className=urgent] of [first, second]"), stage.jobActs.planned);
    }

    @Test
    void whatIsNoClassOfTheClusterIsNotSent() {
        answer("made-up");
        run(FleetAction.PRIORITY, first);
        assertEquals("problem Choose one from the list.", dialogs.shown.getLast());
        assertTrue(stage.jobActs.planned.isEmpty());
    }

    @Test
    void requeueingAsksNothingButShowsItsPlan() {
        run(FleetAction.REQUEUE, first);
        assertEquals(List.of("Requeue[] of [first]"), stage.jobActs.planned);
        assertTrue(dialogs.shown.stream().allMatch(it -> it.startsWith("review ")), dialogs.shown::toString);
    }

    @Test
    void aRefusalOfTheClusterIsShownAsItIs() {
        stage.jobActs.result = CompletableFuture.completedFuture(new Result.Refused("it is of Argo", "ask there"));
        run(FleetAction.REQUEUE, first);
        assertEquals(List.of("refuse Requeue first: it is of Argo"), dialogs.shown);
    }

    @Test
    void aClusterThatDoesNotAnswerIsSaidAndNothingIsShownToConfirm() {
        stage.jobActs.result = CompletableFuture.failedFuture(new IOException("connection reset"));
        run(FleetAction.REQUEUE, first);
        assertEquals(1, dialogs.shown.size());
        assertTrue(
                dialogs.shown.getFirst().startsWith("refuse Requeue first: The plan could not be made: ")
                        && dialogs.shown.getFirst().contains("connection reset"),
                dialogs.shown::toString);
    }

    @Test
    void jobsOfTwoClustersAreNoOneAct() {
        Job other = stage.made.job(stage.made.cluster("prod", 1), "other", "Job", JobState.RUNNING, 1, 1);
        assertTrue(stage.actions
                .whyNot(FleetAction.SCALE, List.of(first, other))
                .orElse("")
                .contains("one cluster"));
    }
}
