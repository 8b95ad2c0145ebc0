// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.api.Permission;
import podium.core.change.ClusterId;
import podium.core.cluster.ImpersonatedUser;
import podium.core.testkit.DirectRealm;
import podium.core.testkit.FakeFleetService;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.WorkKind;
import podium.operation.OperationState;
import podium.operation.access.AccessService;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.ProtectionRule;
import podium.operation.rule.RuleDecision;
import podium.placement.Subject;
import podium.placement.Target;
import podium.ui.action.FleetActions;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeFlows;
import podium.ui.fake.FakeOperations;
import podium.ui.fake.FakeRules;
import podium.ui.toolkit.BackgroundWork;

/** What is offered, and what is grey and why: by lock, rule and right, for every act. */
class ActionEnablementTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 8);
    private final Job job = made.job(cluster, "train", "Job", JobState.RUNNING, 2, 8);
    private final Node node = cluster.getNodes().getFirst();
    private final FakeRules rules = new FakeRules();
    private final Set<String> refused = new TreeSet<>();
    private final ConsoleLocks locks = new ConsoleLocks();
    private final ActionEnablement offers = new ActionEnablement(locks, rules, new AccessService() {
        @Override
        public Optional<Boolean> allowed(ClusterId id, Permission permission) {
            return Optional.of(!refused.contains(permission.words()));
        }

        @Override
        public Optional<ImpersonatedUser> actsAs(ClusterId cluster) {
            return Optional.empty();
        }

        @Override
        public AutoCloseable listen(Runnable listener) {
            return () -> {};
        }
    });
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeFlows flows =
            new FakeFlows(FakeFleetService.of(made.fleet()), dialogs, offers, new BackgroundWork(new DirectRealm()));
    private final FakeOperations operations = flows.operations;
    private final FleetActions actions = flows.actions;

    private Optional<String> why(FleetAction action, EObject thing) {
        return actions.whyNot(action, List.of(thing));
    }

    @ParameterizedTest
    @EnumSource(FleetAction.class)
    void whatCannotBeDoneIsSaidWithAVerb(FleetAction action) {
        List<String> things = List.of("logs", "shell", "priority", "queue", "which");
        String words = action.cannot();
        assertTrue(words.startsWith("Cannot "), words);
        assertFalse(things.contains(words.split(" ")[1]), words);
    }

    @Test
    void aGangAtTheGateMayBeLookedAtWithoutARightThatBringingItThereNeeds() {
        refused.add("patch jobs in " + job.getNamespace());
        Optional<String> barred = why(FleetAction.LAY_OUT, job);
        assertTrue(barred.isPresent());
        assertEquals(barred, why(FleetAction.FREE, job));
        made.task(job, 0, TaskPhase.GATED, List.of());
        assertEquals(Optional.empty(), why(FleetAction.LAY_OUT, job));
    }

    @Test
    void anActWithoutItsRightNamesTheVerbAndTheResource() {
        made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        assertEquals(Optional.empty(), why(FleetAction.DRAIN, node));
        refused.add("create pods/eviction in " + job.getNamespace());
        assertEquals(
                Optional.of("you may not create pods/eviction in " + job.getNamespace()), why(FleetAction.DRAIN, node));
        assertEquals(Optional.empty(), why(FleetAction.CORDON, node));
        refused.add("patch nodes");
        assertEquals(Optional.of("you may not patch nodes"), why(FleetAction.CORDON, node));
        node.setUnschedulable(true);
        assertEquals(Optional.of("you may not patch nodes"), why(FleetAction.UNCORDON, node));
        refused.add("patch jobs in " + job.getNamespace());
        String jobs = "you may not patch jobs in " + job.getNamespace();
        assertEquals(Optional.of(jobs), why(FleetAction.PLACE, job));
        assertEquals(Optional.of(jobs), why(FleetAction.SUSPEND, job));
        job.setSuspended(true);
        assertEquals(Optional.of(jobs), why(FleetAction.RESUME, job));
    }

    /** Acting as somebody else begins locked: it was unlocked first, and only then it was said that they may not drain. */
    @Test
    void aMissingRightIsSaidBeforeTheLockThatNeedNotBeOpenedForIt() {
        ObjectRef web = new ObjectRef("apps", "v1", "deployments", "Deployment", "serving", "web");
        locks.set(cluster, true);
        String locked = locks.reason(cluster).orElseThrow();
        assertEquals(Optional.of(locked), why(FleetAction.DRAIN, node));
        assertEquals(Optional.of(locked), why(FleetAction.SUSPEND, job));
        assertEquals(Optional.of(locked), offers.whyNot(cluster, web, ObjectVerb.DELETE));
        refused.addAll(List.of("patch nodes", "patch jobs in " + job.getNamespace(), "delete deployments in serving"));
        assertEquals(Optional.of("you may not patch nodes"), why(FleetAction.DRAIN, node));
        assertEquals(Optional.of("you may not patch jobs in " + job.getNamespace()), why(FleetAction.SUSPEND, job));
        assertEquals(
                List.of("you may not patch jobs in " + job.getNamespace(), locked),
                offers.reasons(FleetAction.PLACE, job).toList());
        assertEquals(
                Optional.of("you may not delete deployments in serving"),
                offers.whyNot(cluster, web, ObjectVerb.DELETE));
    }

    @Test
    void anUndoAndALookIntoPodsAreOfferedOnlyWithTheRightsThatTheyNeed() {
        made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        Step.Write back = new Step.Write(
                new ApiWrite(
                        ApiWrite.Verb.MERGE_PATCH,
                        new ObjectRef("apps", "v1", "deployments", "Deployment", "serving", "rerank"),
                        "",
                        "{}",
                        Optional.empty(),
                        Optional.empty(),
                        "edit rerank back"),
                Optional.empty());
        operations.publish(Examples.operation(
                "1",
                new Plan(
                        ClusterId.of(cluster),
                        "edit",
                        "Edit rerank",
                        List.of(back),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(back)),
                OperationState.DONE,
                1,
                1,
                Optional.empty()));
        assertEquals(Optional.empty(), why(FleetAction.UNDO, job));
        refused.add("patch deployments in serving");
        assertEquals(Optional.of("you may not patch deployments in serving"), why(FleetAction.UNDO, job));
        String at = " in " + job.getNamespace();
        refused.addAll(List.of("get pods/log" + at, "create pods/exec" + at, "create pods/portforward" + at));
        assertEquals(Optional.of("you may not get pods/log" + at), why(FleetAction.LOGS, job));
        for (FleetAction action : List.of(FleetAction.SHELL, FleetAction.COPY_FILES)) {
            assertEquals(Optional.of("you may not create pods/exec" + at), why(action, job));
        }
        assertEquals(Optional.of("you may not create pods/portforward" + at), why(FleetAction.FORWARD, job));
    }

    @Test
    void aKindThatIsNotKnownIsNotAskedForByAGuessOfItsPlural() {
        refused.add("delete  in " + job.getNamespace());
        refused.add("delete mouses in " + job.getNamespace());
        job.setApiVersion("zoo.example.com/v1");
        job.setKind("Mouse");
        job.setWork(WorkKind.UNKNOWN);
        assertEquals(Optional.empty(), why(FleetAction.DELETE, job));
    }

    @Test
    void aGatedPodIsPlacedByTheRightToPatchPods() {
        refused.add("patch pods in " + job.getNamespace());
        assertEquals(Optional.empty(), why(FleetAction.PLACE, job));
        made.task(job, 0, TaskPhase.GATED, List.of());
        assertEquals(Optional.of("you may not patch pods in " + job.getNamespace()), why(FleetAction.PLACE, job));
    }

    @Test
    void nothingIsBegunWithWhatLeftTheFleetSinceItWasPicked() {
        Task task = made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        Accelerator gpu = node.getAccelerators().getFirst();
        job.getTasks().remove(task);
        cluster.getJobs().remove(job);
        node.getTasks().clear();
        cluster.getNodes().remove(node);
        for (EObject gone : List.of(task, job, node, gpu)) {
            for (FleetAction action : FleetAction.values()) {
                assertTrue(why(action, gone).orElse("").endsWith(" is no longer in the fleet."), action + " " + gone);
                dialogs.shown.clear();
                actions.run(action, List.of(gone));
                assertTrue(
                        dialogs.shown.getFirst().endsWith(" is no longer in the fleet."), action + " " + dialogs.shown);
            }
        }
        dialogs.shown.clear();
        flows.drain.drain(List.of(node));
        flows.place.place(new Subject(job, List.of()), new Target.OnNode(node));
        flows.board.free(job);
        assertEquals(
                List.of(
                        "refuse Drain: a1-n1 is no longer in the fleet.",
                        "refuse Place train: train is no longer in the fleet.",
                        "refuse Let the scheduler place train: train is no longer in the fleet."),
                dialogs.shown);
        assertEquals(List.of(), operations.asked);
    }

    @Test
    void aDropWithoutTheRightIsRefusedBeforeItIsPlanned() {
        refused.add("patch jobs in " + job.getNamespace());
        flows.place.place(new Subject(job, List.of()), new Target.OnNode(node));
        assertTrue(flows.placement.planned.isEmpty());
        assertTrue(dialogs.shown.getFirst().contains("you may not patch jobs"), dialogs.shown::toString);
    }

    @Test
    void protectedNodesAndNamespacesAreGrey() {
        rules.kept = new OperatorRules(
                List.of(ProtectionRule.parse("lab/" + node.getName())),
                List.of(ProtectionRule.parse(job.getNamespace())),
                List.of(),
                List.of());
        assertEquals(Optional.of(node.getName() + " is protected"), why(FleetAction.DRAIN, node));
        assertEquals(Optional.of(node.getName() + " is protected"), why(FleetAction.CORDON, node));
        assertEquals(Optional.of(job.getNamespace() + " is protected"), why(FleetAction.SUSPEND, job));
        assertEquals(Optional.of(job.getNamespace() + " is protected"), why(FleetAction.PLACE, job));
        flows.drain.drain(List.of(node));
        assertEquals("refuse Drain: " + node.getName() + " is protected", dialogs.shown.getLast());
        assertEquals(Optional.empty(), why(FleetAction.DRAIN, cluster.getNodes().get(1)));
    }

    @Test
    void aNameThatMustBeTypedIsAskedForAfterThePlanAndHandedOn() {
        operations.ruling = new RuleDecision(List.of(), Optional.of(node.getName()));
        dialogs.confirms = true;
        flows.drain.cordon(List.of(node));
        assertEquals("type " + node.getName(), dialogs.shown.getLast());
        assertEquals("typed " + node.getName(), operations.asked.getLast());
        dialogs.shown.clear();
        flows.drain.drain(List.of(node));
        assertEquals("type " + node.getName(), dialogs.shown.getLast());
    }
}
