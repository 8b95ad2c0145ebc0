// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.plan.Plan;
import podium.operation.plan.PlanCodec;
import podium.operation.plan.Step;

class DrainPlanTest {
    private final Site site = new Site();
    private final Node node = site.node("n1");
    private final Node cordoned = site.node("n2");

    DrainPlanTest() {
        cordoned.setUnschedulable(true);
    }

    private static List<String> victims(Plan plan) {
        return plan.steps().stream()
                .filter(Step.EvictAll.class::isInstance)
                .map(Step.EvictAll.class::cast)
                .flatMap(step -> step.victims().stream())
                .map(victim -> victim.pod().name() + "=" + victim.uid())
                .toList();
    }

    @Test
    void onlyWhatIsNotCordonedIsCordonedAndLater() {
        site.task(site.job("Deployment", "a"), node, 1);
        Plan plan = site.drains.plan(site.preview(node, cordoned));
        List<Step.Write> writes = plan.steps().stream()
                .filter(Step.Write.class::isInstance)
                .map(Step.Write.class::cast)
                .toList();
        assertEquals(1, writes.size());
        assertEquals("n1", writes.getFirst().write().target().name());
        assertEquals(Optional.of("uid-n1"), writes.getFirst().write().uid());
        assertEquals(1, plan.undo().size());
        assertInstanceOf(Step.EvictAll.class, plan.steps().get(1), "cordoned before anything is evicted");
        assertInstanceOf(Step.Await.class, plan.steps().getLast(), "looks for pods that came meanwhile");
    }

    @Test
    void aFinishedPodIsMarkedAsSuch() {
        site.task(site.job("Job", "over"), node, 0).setPhase(TaskPhase.SUCCEEDED);
        site.task(site.job("Deployment", "a"), node, 1);
        List<Boolean> ended = site.drains.plan(site.preview(node)).steps().stream()
                .filter(Step.EvictAll.class::isInstance)
                .flatMap(step -> ((Step.EvictAll) step).victims().stream())
                .map(Step.Victim::ended)
                .toList();
        assertEquals(List.of(true, false), ended);
    }

    @Test
    void theCordonRecordsWhatWasBeforeAndItsUndoTestsThatItIsStillOurs() {
        Plan plan = site.drains.cordon(List.of(node));
        Step.Write cordon = assertInstanceOf(Step.Write.class, plan.steps().getFirst());
        assertTrue(cordon.write().body().contains(Cordons.ANNOTATION), cordon.write()::body);
        assertTrue(cordon.write().body().contains("was unschedulable=false"), cordon.write()::body);
        ApiWrite undo = cordon.undo().orElseThrow();
        assertEquals(ApiWrite.Verb.JSON_PATCH, undo.verb());
        assertTrue(undo.body().contains("\"op\":\"test\""), undo::body);
    }

    @Test
    void aCordonIsForTheNodeAsItWasSeen() {
        node.setResourceVersion("41");
        cordoned.setResourceVersion("42");
        Plan cordon = site.drains.cordon(List.of(node));
        Step.Write set = assertInstanceOf(Step.Write.class, cordon.steps().getFirst());
        assertEquals(Optional.of("41"), set.write().resourceVersion());
        ApiWrite lift = set.undo().orElseThrow();
        assertEquals(Optional.empty(), lift.resourceVersion(), "our own cordon makes a new version");
        assertTrue(lift.body().contains("\"op\":\"test\",\"path\":\"/spec/unschedulable\""), lift::body);
        Plan uncordon = site.drains.uncordon(List.of(cordoned));
        Step.Write lifted = assertInstanceOf(Step.Write.class, uncordon.steps().getFirst());
        assertEquals(Optional.of("42"), lifted.write().resourceVersion());
    }

    @Test
    void everyPlanMarksItsCordonsDifferently() {
        Step.Write first = assertInstanceOf(
                Step.Write.class, site.drains.cordon(List.of(node)).steps().getFirst());
        Step.Write second = assertInstanceOf(
                Step.Write.class, site.drains.cordon(List.of(node)).steps().getFirst());
        assertNotEquals(first.write().body(), second.write().body());
    }

    @Test
    void thePlanKeepsWhichPodsHaveNoController() {
        site.task(site.job("Deployment", "a"), node, 1);
        Task alone = site.bare("alone", node);
        Plan plan = PlanCodec.read(PlanCodec.write(site.drains.plan(site.preview(false, true, node))));
        assertEquals(
                List.of(alone.getUid()),
                plan.steps().stream()
                        .filter(Step.EvictAll.class::isInstance)
                        .flatMap(step -> ((Step.EvictAll) step).victims().stream())
                        .filter(Step.Victim::lost)
                        .map(Step.Victim::uid)
                        .toList());
    }

    @Test
    void finishedPodsAndThoseThatWaitForABudgetAreVictimsOthersNot() {
        Task evicted = site.task(site.job("Deployment", "a"), node, 1);
        Task blockedByBudget = site.task(site.job("Deployment", "b"), node, 1);
        site.budget("b", "b", 0, 1, 1, 1);
        Task finished = site.bare("c", node);
        finished.setPhase(TaskPhase.FAILED);
        site.bare("needs-force", node);
        site.task(site.job("DaemonSet", "d"), node, 0);
        Plan plan = site.drains.plan(site.preview(node));
        assertEquals(
                List.of(evicted, blockedByBudget, finished).stream()
                        .map(task -> task.getName() + "=" + task.getUid())
                        .toList(),
                victims(plan));
        assertTrue(plan.effects().stream().anyMatch(line -> line.contains("needs-force")), plan.effects()::toString);
        // "Evict 3 pods" was said of what its undo called one evicted and two removed
        assertTrue(
                plan.steps().stream().anyMatch(step -> step.words()
                        .equals("Evict 2 pods from " + node.getName() + ", remove 1 finished pod")),
                plan.steps()::toString);
        assertTrue(
                plan.effects().toString().contains("2 pods evicted, ")
                        && plan.effects().contains("Removed, with all logs: 1 finished pod."),
                plan.effects()::toString);
    }

    @Test
    void graceAndTimeoutGoWithTheVictims() {
        site.task(site.job("Deployment", "a"), node, 1);
        DrainPreview preview = site.drains.preview(new DrainRequest(
                List.of(node), false, false, Optional.of(Duration.ofSeconds(5)), Optional.of(Duration.ofMinutes(3))));
        Step.EvictAll evict = assertInstanceOf(
                Step.EvictAll.class, site.drains.plan(preview).steps().get(1));
        assertEquals(Duration.ofMinutes(3), evict.atMost());
        assertEquals(
                Optional.of(Duration.ofSeconds(5)), evict.victims().getFirst().grace());
    }

    @Test
    void theGraceThatWasChosenIsSaidAndThatNoneIsADeletionByForce() {
        site.task(site.job("Deployment", "a"), node, 1);
        for (int seconds : List.of(5, 0)) {
            Plan plan = site.drains.plan(site.drains.preview(new DrainRequest(
                    List.of(node), false, false, Optional.of(Duration.ofSeconds(seconds)), Optional.empty())));
            assertTrue(
                    plan.effects().toString().contains("1 pod evicted, each with at most " + seconds + " s to end"),
                    plan.effects()::toString);
            assertEquals(
                    seconds == 0,
                    plan.irreversible().stream()
                            .anyMatch(words -> words.startsWith("A grace of 0 s deletes by force")));
        }
    }

    @Test
    void withoutATimeoutItWaitsAsKubectlDoes() {
        site.task(site.job("Deployment", "a"), node, 1);
        Step.EvictAll evict = assertInstanceOf(
                Step.EvictAll.class,
                site.drains.plan(site.preview(node)).steps().get(1));
        assertTrue(evict.atMost().compareTo(Duration.ofDays(30)) > 0);
    }

    @Test
    void anEmptyNodeIsOnlyCordoned() {
        Plan plan = site.drains.plan(site.preview(node));
        assertEquals(2, plan.steps().size(), "the cordon, and a look for pods that came meanwhile");
        assertEquals(List.of(), plan.irreversible());
    }

    @Test
    void uncordonTouchesOnlyWhatIsCordonedAndWarns() {
        Plan plan = site.drains.uncordon(List.of(node, cordoned));
        assertEquals(1, plan.steps().size());
        assertEquals("Uncordon n2", plan.steps().getFirst().words());
        assertTrue(plan.effects().getLast().contains("somebody else"), plan.effects()::toString);
        assertFalse(plan.changes().getFirst().before().isEmpty());
    }

    @Test
    void nodesOfTwoClustersAreNoOneOperation() {
        Node foreign = new Site().node("x");
        assertThrows(IllegalArgumentException.class, () -> site.drains.cordon(List.of(node, foreign)));
    }
}
