// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.drain.DrainPace;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.Fate;
import podium.operation.plan.Plan;
import podium.testkit.ServerMatrix;

/** Drains of a cluster: foreseen, run, interrupted, aborted, taken back. */
@ExtendWith(ServerMatrix.class)
abstract class DrainJourney {
    private final Lab lab;

    DrainJourney(Ground ground, Path directory) throws Exception {
        lab = new Lab(ground, directory);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private DrainPreview preview(boolean force, String... nodes) throws Exception {
        List<podium.model.fleet.Node> found = new java.util.ArrayList<>();
        for (String node : nodes) {
            found.add(lab.node(node));
        }
        DrainRequest request = new DrainRequest(found, true, force, Optional.empty(), Optional.empty());
        return lab.inRealm(() -> lab.drains.preview(request));
    }

    private Plan plan(DrainPreview preview) throws Exception {
        Plan plan = lab.inRealm(() -> lab.drains.prepare(preview)).call();
        assertEquals(List.of(), lab.engine.check(plan).problems());
        return plan;
    }

    /** The node where most pods of the budgeted deployment run. */
    private String busiest() throws Exception {
        lab.tasks("web", 4, task -> task.getNode() != null && task.isReady());
        return lab.inRealm(() -> lab.fleet.fleet().getClusters().getFirst().getNodes().stream()
                .max(java.util.Comparator.comparingLong(node -> node.getTasks().stream()
                        .filter(task -> task.getName().startsWith("web"))
                        .count()))
                .orElseThrow()
                .getName());
    }

    private boolean cordoned(String node) throws Exception {
        return lab.read(ObjectRef.node(node)).path("spec").path("unschedulable").asBoolean();
    }

    private static List<String> evictable(DrainPreview preview) {
        return preview.pods().stream()
                .filter(fate -> fate.fate() == Fate.EVICT)
                .map(fate -> fate.task().getNamespace() + "/" + fate.task().getName())
                .sorted()
                .toList();
    }

    @Test
    void aDrainEmptiesTheNodeWithoutBreakingABudgetAndItsUndoLiftsTheCordon() throws Exception {
        String node = busiest();
        DrainPreview preview = preview(false, node);
        assertEquals(List.of(), preview.blockers());
        assertFalse(evictable(preview).isEmpty());
        BudgetWatch watch = lab.ground.watch("web", 3);
        Operation done = lab.done(plan(preview));
        assertEquals(List.of(), watch.broken(), "times at which the budget was broken");
        List<String> left = lab.podsOn(node);
        assertTrue(left.stream().noneMatch(evictable(preview)::contains), left::toString);
        assertTrue(cordoned(node));
        JsonNode marked = lab.read(ObjectRef.node(node));
        assertTrue(Trees.text(marked, "/metadata/annotations/podium.operations~1cordoned-by")
                .startsWith("podium "));
        lab.engine.undo(done.id());
        lab.until(done.id(), operation -> operation.state() == OperationState.UNDONE);
        assertFalse(cordoned(node));
    }

    @Test
    void aBudgetThatCanNeverGiveWayIsForeseen() throws Exception {
        lab.merge(
                new ObjectRef("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", "team", "web"),
                "{\"spec\":{\"minAvailable\":4}}");
        String node = busiest();
        lab.awaitModel("the stricter budget", cluster -> cluster.getBudgets().stream()
                .anyMatch(budget -> budget.getDisruptionsAllowed() == 0));
        DrainPreview preview = preview(false, node);
        assertTrue(preview.blockers().getFirst().startsWith("Deadlock: budget web"), preview.blockers()::toString);
        assertTrue(preview.count(Fate.BLOCKS) > 0);
    }

    @Test
    void aBarePodBlocksUnlessForced() throws Exception {
        ObjectRef pod = ObjectRef.pod("team", "bare");
        lab.create(
                pod,
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"bare\",\"namespace\":\"team\"},"
                        + "\"spec\":{\"nodeSelector\":{\"kubernetes.io/hostname\":\"n4\"},\"containers\":[{\"name\":\"c\","
                        + "\"image\":\"example/app:1\"}]}}");
        lab.tasks("bare", 1, task -> task.getNode() != null);
        assertTrue(preview(false, "n4").blockers().getFirst().contains("has no controller"));
        assertEquals(List.of(), preview(true, "n4").blockers());
    }

    private static final ObjectRef ONCE = new ObjectRef("batch", "v1", "jobs", "Job", "team", "once");

    /** A Job that fails for good with the first pod that it loses. */
    private String once() throws Exception {
        lab.create(
                ONCE,
                "{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"metadata\":{\"name\":\"once\",\"namespace\":\"team\"},"
                        + "\"spec\":{\"backoffLimit\":0,\"template\":{\"spec\":{\"restartPolicy\":\"Never\","
                        + "\"terminationGracePeriodSeconds\":1,\"containers\":[{\"name\":\"c\",\"image\":\"example/app:1\","
                        + "\"resources\":{\"requests\":{\"cpu\":\"1\"}}}]}}}}");
        Task task = lab.tasks("once", 1, it -> it.getNode() != null && it.getPhase() == TaskPhase.RUNNING)
                .getFirst();
        return lab.inRealm(() -> task.getNode().getName());
    }

    private boolean failed() throws Exception {
        for (JsonNode condition : lab.read(ONCE).path("status").path("conditions")) {
            if ("Failed".equals(Trees.text(condition, "/type")) && "True".equals(Trees.text(condition, "/status"))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aJobThatItsFirstLostPodWouldEndIsSuspendedAndResumedAndLives() throws Exception {
        String node = once();
        DrainPreview preview = preview(false, node);
        assertEquals(List.of("once"), lab.inRealm(() -> preview.suspended().stream()
                .map(it -> it.getName())
                .toList()));
        lab.done(plan(preview));
        Task again = lab.tasks("once", 1, it -> it.getPhase() == TaskPhase.RUNNING && it.getNode() != null)
                .getFirst();
        assertNotEquals(node, lab.inRealm(() -> again.getNode().getName()));
        assertFalse(failed());
    }

    /** It was to be stopped for the sake of its pods on the node; the one that runs elsewhere by now is in nobody's way. */
    @Test
    void aJobThatHasLeftTheNodeSinceThePlanIsNotStopped() throws Exception {
        String node = once();
        Plan plan = plan(preview(false, node));
        lab.kubectl("cordon", node);
        lab.merge(ONCE, "{\"spec\":{\"suspend\":true}}");
        lab.awaitModel("no pod of it", cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals("once") && job.getTasks().isEmpty()));
        lab.merge(ONCE, "{\"spec\":{\"suspend\":false}}");
        Task elsewhere = lab.tasks("once", 1, it -> it.getPhase() == TaskPhase.RUNNING && it.getNode() != null)
                .getFirst();
        lab.kubectl("uncordon", node);
        Operation done = lab.done(plan);
        assertTrue(done.log().toString().contains("not needed any more"), () -> done.log()
                .toString());
        assertEquals(
                List.of(lab.inRealm(elsewhere::getUid)),
                lab.inRealm(() -> lab.find("once").orElseThrow().getTasks().stream()
                        .map(Task::getUid)
                        .toList()));
    }

    @Test
    void whatThePreviewSaysOfAJobThatEndsIsWhatTheServerMakesOfIt() throws Exception {
        String node = once();
        DrainRequest request = new DrainRequest(
                        List.of(lab.node(node)), true, false, Optional.empty(), Optional.empty())
                .suspending(false);
        DrainPreview preview = lab.inRealm(() -> lab.drains.preview(request));
        assertTrue(
                preview.losses().stream().anyMatch(line -> line.startsWith("Ends the job team/once for good")),
                preview.losses()::toString);
        lab.done(plan(preview));
        lab.await("the Job fails", this::failed);
    }

    @Test
    void onlyWhatCanGoLeavesABarePodAndTheRest() throws Exception {
        String node = busiest();
        lab.create(
                ObjectRef.pod("team", "bare"),
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"bare\",\"namespace\":\"team\"},"
                        + "\"spec\":{\"nodeSelector\":{\"kubernetes.io/hostname\":\"" + node
                        + "\"},\"containers\":[{\"name\":\"c\",\"image\":\"example/app:1\"}]}}");
        lab.tasks("bare", 1, task -> task.getNode() != null);
        DrainRequest request =
                new DrainRequest(List.of(lab.node(node)), true, false, Optional.empty(), Optional.empty());
        assertFalse(lab.inRealm(() -> lab.drains.preview(request)).blockers().isEmpty());
        DrainPreview preview = lab.inRealm(() -> lab.drains.preview(request.onlyWhatCanGo(true)));
        Plan plan = lab.inRealm(() -> lab.drains.prepare(preview)).call();
        assertEquals(List.of(), lab.engine.check(plan).problems());
        Operation done = lab.done(plan);
        assertEquals("Drain " + node + " (1 pod stays)", done.plan().title());
        assertTrue(lab.podsOn(node).contains("team/bare"), "the bare pod stays");
        assertTrue(lab.podsOn(node).stream().noneMatch(pod -> pod.startsWith("team/web")));
    }

    @Test
    void anAbortStopsTheEvictionsAndLiftsOnlyOurCordon() throws Exception {
        String node = busiest();
        DrainPreview preview = preview(false, node);
        lab.ground.hold();
        String id = lab.engine.submit(plan(preview));
        lab.until(id, operation -> operation.status().contains("Evicting"));
        lab.engine.abort(id);
        Operation aborted = lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.ABORTED, aborted.state());
        assertFalse(cordoned(node));
    }

    /** As kubectl leaves it: the cordon is gone, or theirs, and what Podium noted on the node is taken away either way. */
    @Test
    void anAbortTakesItsNoteFromANodeWhoseCordonSomebodyElseLiftedOrMadeTheirs() throws Exception {
        for (boolean again : List.of(false, true)) {
            String node = busiest();
            DrainPreview preview = preview(false, node);
            lab.ground.hold();
            String id = lab.engine.submit(plan(preview));
            lab.until(id, operation -> operation.status().contains("Evicting"));
            lab.engine.pause(id);
            lab.until(id, operation -> operation.state() == OperationState.PAUSED);
            lab.kubectl("uncordon", node);
            if (again) {
                lab.kubectl("cordon", node);
            }
            List<String> lost = lab.engine.remainder(id, true).irreversible();
            assertEquals(again, lost.toString().contains("Uncordon " + node), lost::toString);
            lab.engine.abort(id);
            Operation aborted = lab.until(id, operation -> operation.state().ended());
            assertEquals(OperationState.ABORTED, aborted.state(), aborted::toString);
            assertEquals(again, aborted.outcome().orElse("").contains("Uncordon " + node), aborted.outcome()::toString);
            assertEquals(again, cordoned(node), "it is as they left it");
            assertFalse(
                    lab.read(ObjectRef.node(node)).toString().contains("podium.operations/cordoned-by"),
                    "nothing of ours is left behind");
            lab.ground.release();
            lab.merge(ObjectRef.node(node), "{\"spec\":{\"unschedulable\":null}}");
        }
    }

    @Test
    void anAbortLeavesACordonOfSomebodyElse() throws Exception {
        lab.merge(ObjectRef.node("n4"), "{\"spec\":{\"unschedulable\":true}}");
        lab.awaitModel("the cordon", cluster -> cluster.getNodes().stream()
                .anyMatch(podium.model.fleet.Node::isUnschedulable));
        Plan plan = plan(preview(false, "n4"));
        assertFalse(plan.canUndo(), "there is no cordon of ours to lift");
        Operation done = lab.run(plan);
        assertEquals(OperationState.DONE, done.state());
        assertTrue(cordoned("n4"));
    }

    @Test
    void aDrainGoesOnAfterTheProcessEndedInTheMiddle() throws Exception {
        String node = busiest();
        DrainPreview preview = preview(false, node);
        lab.ground.hold();
        String id = lab.engine.submit(plan(preview));
        lab.until(id, operation -> operation.status().contains("Evicting"));
        lab.restart();
        assertEquals(
                OperationState.INTERRUPTED,
                lab.engine.operation(id).orElseThrow().state());
        lab.ground.release();
        lab.engine.resume(id);
        Operation done = lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.DONE, done.state(), done::toString);
        assertTrue(lab.podsOn(node).stream().noneMatch(evictable(preview)::contains));
    }

    @Test
    void severalNodesShareTheirBudgets() throws Exception {
        lab.tasks("web", 4, task -> task.getNode() != null && task.isReady());
        BudgetWatch watch = lab.ground.watch("web", 3);
        DrainPreview preview = preview(false, "n1", "n2");
        lab.done(plan(preview));
        assertEquals(List.of(), watch.broken());
        assertTrue(cordoned("n1") && cordoned("n2"));
    }

    @Test
    void aRollingDrainShowsItsWavesAndKeepsTheBudgetAcrossThem() throws Exception {
        lab.tasks("web", 4, task -> task.getNode() != null && task.isReady());
        BudgetWatch watch = lab.ground.watch("web", 3);
        String first = busiest(); // the scheduler may have left n1 and n2 empty, whose waves end unseen
        String second = first.equals("n1") ? "n2" : "n1";
        DrainRequest request = new DrainRequest(
                List.of(lab.node(first), lab.node(second)), true, false, Optional.empty(), Optional.empty());
        DrainPreview preview =
                lab.inRealm(() -> lab.drains.preview(request.at(new DrainPace(1, Optional.of(Duration.ofMillis(1))))));
        assertEquals(2, preview.waves().size());
        lab.ground.hold();
        String id = lab.engine.submit(plan(preview));
        lab.until(id, operation -> operation.status().matches("Wave [12] of 2.*"));
        assertTrue(cordoned(first) && cordoned(second), "nothing is evicted to a node that comes next");
        lab.ground.release();
        Operation done = lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.DONE, done.state(), done::toString);
        assertEquals(List.of(), watch.broken());
    }

    @Test
    void aCordonIsSeenByTheModelAndLiftedAgain() throws Exception {
        var node = lab.node("n3");
        Operation done = lab.run(lab.inRealm(() -> lab.drains.cordon(List.of(node))));
        assertEquals(OperationState.DONE, done.state());
        lab.awaitModel("the cordon", _ -> node.isUnschedulable());
        Operation lifted = lab.run(lab.inRealm(() -> lab.drains.uncordon(List.of(node))));
        assertEquals(OperationState.DONE, lifted.state());
        assertFalse(cordoned("n3"));
    }

    @Test
    void aPodThatCameBetweenPreviewAndCordonIsTold() throws Exception {
        Plan plan = plan(preview(false, "n4"));
        ObjectRef pod = ObjectRef.pod("team", "late");
        lab.create(
                pod,
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"late\",\"namespace\":\"team\"},"
                        + "\"spec\":{\"nodeSelector\":{\"kubernetes.io/hostname\":\"n4\"},\"containers\":[{\"name\":\"c\","
                        + "\"image\":\"example/app:1\"}]}}");
        lab.tasks("late", 1, task -> task.getNode() != null);
        String id = lab.engine.submit(plan);
        lab.until(id, operation -> operation.status().contains("team/late came while it was being drained"));
        lab.engine.abort(id);
        lab.until(id, operation -> operation.state().ended());
    }

    @Test
    void ofTwoDrainersOneIsToldOfTheOther() throws Exception {
        String node = busiest();
        Plan plan = plan(preview(false, node));
        Plan same = plan(preview(false, node));
        String first = lab.engine.submit(plan);
        String second = lab.engine.submit(same);
        List<Operation> ended = List.of(
                lab.until(first, operation -> operation.state().ended()),
                lab.until(second, operation -> operation.state().ended()));
        assertEquals(
                List.of(OperationState.DONE, OperationState.FAILED),
                ended.stream().map(Operation::state).sorted().toList(),
                ended::toString);
        String told = ended.stream()
                .filter(operation -> operation.state() == OperationState.FAILED)
                .findFirst()
                .flatMap(Operation::outcome)
                .orElse("");
        boolean ofItsMark = told.contains("is working on Node " + node);
        boolean ofItsCordon = told.contains("Theirs, now on the server: ") && told.contains("cordoned-by");
        assertTrue(ofItsMark || ofItsCordon, told);
        assertTrue(cordoned(node));
    }

    @Test
    void aCordonThatSomebodyElseSetMeanwhileIsNotTakenOver() throws Exception {
        var node = lab.node("n3");
        Plan plan = lab.inRealm(() -> lab.drains.cordon(List.of(node)));
        lab.merge(ObjectRef.node("n3"), "{\"spec\":{\"unschedulable\":true}}");
        Operation failed = lab.run(plan);
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        String told = failed.outcome().orElse("");
        assertTrue(told.contains("Theirs, now on the server: ") && told.contains("spec.unschedulable"), told);
        assertEquals(
                "", Trees.text(lab.read(ObjectRef.node("n3")), "/metadata/annotations/podium.operations~1cordoned-by"));
    }

    @Test
    void whatElseHappensToANodeIsNoConflictForCordonAndUncordon() throws Exception {
        var node = lab.node("n3");
        Plan plan = lab.inRealm(() -> lab.drains.cordon(List.of(node)));
        lab.merge(ObjectRef.node("n3"), "{\"metadata\":{\"labels\":{\"seen\":\"1\"}}}");
        assertEquals(OperationState.DONE, lab.run(plan).state());
        assertTrue(cordoned("n3"));
        lab.merge(ObjectRef.node("n4"), "{\"spec\":{\"unschedulable\":true}}");
        var other = lab.node("n4");
        lab.awaitModel("the cordon of somebody else", _ -> other.isUnschedulable());
        Plan lift = lab.inRealm(() -> lab.drains.uncordon(List.of(other)));
        lab.merge(ObjectRef.node("n4"), "{\"metadata\":{\"labels\":{\"seen\":\"1\"}}}");
        Operation lifted = lab.run(lift);
        assertEquals(OperationState.DONE, lifted.state(), lifted::toString);
        assertFalse(cordoned("n4"));
        lab.engine.undo(lifted.id());
        lab.until(lifted.id(), operation -> operation.state() == OperationState.UNDONE);
        assertTrue(cordoned("n4"));
    }

    /** As an operator does who takes back one after the other. */
    @Test
    void aDrainCanBeUndoneAfterTheUndoOfTheUncordonThatFollowedIt() throws Exception {
        String node = busiest();
        Operation drained = lab.done(plan(preview(false, node)));
        var its = lab.node(node);
        lab.awaitModel("the cordon", _ -> its.isUnschedulable());
        Operation lifted = lab.run(
                lab.inRealm(() -> lab.drains.prepareUncordon(List.of(its))).call());
        assertEquals(OperationState.DONE, lifted.state(), lifted::toString);
        assertFalse(cordoned(node));
        lab.engine.undo(lifted.id());
        lab.until(lifted.id(), operation -> operation.state() == OperationState.UNDONE);
        assertTrue(cordoned(node));
        assertInstanceOf(UndoProposal.Ready.class, lab.engine.undoPlan(drained.id()));
        lab.engine.undo(drained.id());
        lab.until(drained.id(), operation -> operation.state() == OperationState.UNDONE);
        assertFalse(cordoned(node));
    }

    @Test
    void aCordonThatSomebodyLiftedAndSetAgainIsTheirs() throws Exception {
        String node = busiest();
        Operation done = lab.done(plan(preview(false, node)));
        lab.kubectl("uncordon", node);
        lab.kubectl("cordon", node);
        UndoProposal.Changed changed = assertInstanceOf(UndoProposal.Changed.class, lab.engine.undoPlan(done.id()));
        assertTrue(
                changed.changes()
                        .getFirst()
                        .words()
                        .startsWith("Node " + node + ": spec.unschedulable was changed since and set to true again."
                                + " By kubectl"),
                changed.changes()::toString);
        lab.engine.undo(done.id());
        lab.await("the refused undo", () -> lab.engine.operations().stream()
                .anyMatch(operation -> operation.state() == OperationState.FAILED));
        assertTrue(cordoned(node));
    }

    @Test
    void aDrainWhoseCordonSomebodyLiftsStops() throws Exception {
        lab.merge(
                new ObjectRef("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", "team", "web"),
                "{\"spec\":{\"minAvailable\":4}}");
        String node = busiest();
        lab.awaitModel("the stricter budget", cluster -> cluster.getBudgets().stream()
                .anyMatch(budget -> budget.getDisruptionsAllowed() == 0));
        String id = lab.engine.submit(plan(preview(true, node)));
        lab.until(id, operation -> operation.status().contains("a disruption budget forbids it now"));
        lab.kubectl("uncordon", node);
        Operation stopped = lab.until(id, operation -> operation.state() == OperationState.FAILED);
        assertTrue(stopped.outcome().orElse("").startsWith("Somebody lifted the cordon of " + node), stopped::toString);
        assertFalse(cordoned(node));
    }
}
