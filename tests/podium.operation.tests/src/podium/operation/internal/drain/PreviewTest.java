// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.SchedulingObject;
import podium.core.job.GangLoss;
import podium.core.job.GateText;
import podium.core.testkit.SpecBuilder;
import podium.core.testkit.TestKinds;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Purpose;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.Fate;
import podium.operation.drain.PodFate;

class PreviewTest {
    private final Site site = new Site();
    private final Node node = site.node("n1");
    private final Node other = site.node("n2");

    private static Fate fate(DrainPreview preview, Task task) {
        return Site.fate(preview, task).fate();
    }

    @Test
    void podsOfDaemonSetsAndMirrorsStay() {
        Task daemon = site.task(site.job("DaemonSet", "exporter"), node, 0);
        Task mirror = site.bare("kube-proxy", node);
        mirror.setMirror(true);
        DrainPreview preview = site.preview(node);
        assertEquals(Fate.STAYS, fate(preview, daemon));
        assertEquals(Fate.STAYS, fate(preview, mirror));
        assertEquals(List.of(), preview.blockers());
    }

    @Test
    void finishedPodsGoWhateverTheyAre() {
        Task bare = site.bare("done", node);
        bare.setPhase(TaskPhase.SUCCEEDED);
        Site.emptyDir(bare);
        Task daemon = site.task(site.job("DaemonSet", "once"), node, 0);
        daemon.setPhase(TaskPhase.FAILED);
        DrainPreview preview = site.preview(node);
        assertEquals(Fate.FINISHED, fate(preview, bare));
        assertEquals(Fate.FINISHED, fate(preview, daemon));
    }

    @Test
    void barePodsNeedForceAndSayThatTheyDoNotComeBack() {
        Task bare = site.bare("notebook", node);
        DrainPreview without = site.preview(node);
        assertEquals(Fate.BLOCKS, fate(without, bare));
        assertEquals(1, without.blockers().size());
        DrainPreview with = site.preview(false, true, node);
        assertEquals(Fate.EVICT, fate(with, bare));
        assertTrue(Site.fate(with, bare).reason().contains("for good"));
        assertEquals(Optional.empty(), Site.fate(with, bare).destination());
    }

    /** One node is taken from others once: for a second pod nobody more goes there. */
    @Test
    void whoMakesRoomElsewhereForPodsOfHigherPriorityIsALossOfTheDrain() {
        Job job = site.job("Deployment", "web");
        Task first = site.task(job, node, 8);
        Task second = site.task(job, node, 8);
        site.evicts(other, "kube-scheduler evicts pod team/low");
        DrainPreview preview = site.preview(node);
        assertEquals(
                List.of("May be stopped on other nodes, to make room for pods of higher priority from here:"
                        + " kube-scheduler evicts pod team/low."),
                preview.losses());
        assertEquals(Optional.of(other), Site.fate(preview, first).destination());
        String why = Site.fate(preview, first).reason();
        assertTrue(
                why.endsWith("it finds room only by evicting others: kube-scheduler evicts pod team/low"),
                why::toString);
        assertEquals(Optional.empty(), Site.fate(preview, second).destination());
        assertEquals(
                List.of("Pod team/web-1 will wait after its eviction: no other node takes it now."),
                preview.warnings());
    }

    @Test
    void jobsThatLoseAsMuchComeInTheOrderOfTheNumbersInTheirNames() {
        for (String name : List.of("train-10", "train-2")) {
            Job job = site.job("Job", name);
            job.setPurpose(Purpose.TRAINING);
            site.task(job, node, 1);
        }
        List<GangLoss> losses = site.preview(node).gangs();
        assertEquals(
                List.of("train-2", "train-10"),
                losses.stream().map(loss -> loss.job().getName()).toList());
    }

    @Test
    void emptyDirNeedsConsent() {
        Task task = site.task(site.job("Deployment", "web"), node, 0);
        Site.emptyDir(task);
        assertEquals(Fate.BLOCKS, fate(site.preview(node), task));
        DrainPreview with = site.preview(true, false, node);
        assertEquals(Fate.EVICT, fate(with, task));
        assertTrue(site.drains.plan(with).irreversible().stream().anyMatch(line -> line.contains("emptyDir")));
    }

    @Test
    void aBudgetIsCountedDownOverAllPodsOfAllNodes() {
        Job web = site.job("Deployment", "web");
        Node second = site.node("n3");
        Task a = site.task(web, node, 1);
        Task b = site.task(web, second, 1);
        site.task(web, other, 1);
        site.budget("web", "web", 1, 3, 2, 3);
        site.unfit(other);
        DrainPreview preview = site.preview(node, second);
        long evicted = List.of(a, b).stream()
                .filter(task -> fate(preview, task) == Fate.EVICT)
                .count();
        assertEquals(1, evicted, "each alone would pass, both together do not");
        assertTrue(preview.blockers().getFirst().contains("allows 1 and then no more"), preview.blockers()::toString);
    }

    @Test
    void aBudgetRecoversWhenReplacementsFindANode() {
        Job web = site.job("Deployment", "web");
        Task a = site.task(web, node, 1);
        Task b = site.task(web, node, 1);
        site.budget("web", "web", 1, 2, 1, 2);
        DrainPreview preview = site.preview(node);
        assertEquals(Fate.EVICT, fate(preview, a));
        assertEquals(Fate.EVICT, fate(preview, b));
        assertEquals(List.of(), preview.blockers());
        assertTrue(preview.warnings().getFirst().contains("only some go at a time"), preview.warnings()::toString);
    }

    @Test
    void aPodWhoseTemplateHasAGateGoesNowhereAndTakesNoRoomOfOthers() {
        Job gang = site.job("Job", "gang");
        gang.setMinimum(2);
        gang.setSpec(SpecBuilder.like(TaskSpec.of(Resources.parse("nvidia.com/gpu=8")))
                .gates(GateText.MANUAL, "kueue.x-k8s.io/topology")
                .build());
        Task held = site.task(gang, node, 8);
        site.task(gang, other, 8);
        DrainPreview preview = site.preview(node);
        PodFate fate = Site.fate(preview, held);
        assertEquals(Optional.empty(), fate.destination());
        String waits = "its new pod waits at the gate podium.placement/manual until an operator places it";
        assertTrue(fate.reason().endsWith(waits), fate::reason);
        assertTrue(
                preview.warnings()
                        .contains("Pod team/gang-0: " + waits + "; the rest of its gang keeps its GPUs until it ends."),
                preview.warnings()::toString);
        gang.setSpec(SpecBuilder.like(gang.getSpec())
                .gates("kueue.x-k8s.io/topology")
                .build());
        assertEquals(
                Optional.of(other), Site.fate(site.preview(node), held).destination(), "Kueue lifts its own gates");
    }

    @Test
    void aBudgetDoesNotRecoverWhileReplacementsWaitAtAGate() {
        Job web = site.job("Deployment", "web");
        web.setSpec(SpecBuilder.like(TaskSpec.of(Resources.none()))
                .gates("team/check")
                .build());
        site.task(web, node, 1);
        site.task(web, node, 1);
        site.budget("web", "web", 1, 2, 1, 2);
        DrainPreview preview = site.preview(node);
        assertTrue(preview.blockers().getFirst().contains("allows 1 and then no more"), preview.blockers()::toString);
        assertTrue(preview.forecast().firstStop().orElseThrow().forever());
    }

    @Test
    void aBudgetThatAllowsNothingWhileAllAreHealthyIsADeadlock() {
        Task only = site.task(site.job("Deployment", "web"), node, 1);
        site.budget("web", "web", 0, 1, 1, 1);
        DrainPreview preview = site.preview(node);
        assertEquals(Fate.BLOCKS, fate(preview, only));
        assertTrue(preview.blockers().getFirst().startsWith("Deadlock: budget web"), preview.blockers()::toString);
    }

    @Test
    void whatIsLeftThereIsNoDeadlock() {
        site.task(site.job("Deployment", "web"), node, 1);
        site.budget("web", "web", 0, 1, 1, 1);
        DrainPreview preview = site.drains.preview(site.request(node).onlyWhatCanGo(true));
        assertEquals(List.of(), preview.blockers());
        assertTrue(
                preview.warnings().getFirst().startsWith("Pods are left there: budget web"),
                preview.warnings()::toString);
    }

    @Test
    void aBudgetThatMayRecoverElsewhereIsNoDeadlock() {
        Job web = site.job("Deployment", "web");
        Task here = site.task(web, node, 1);
        site.task(web, other, 1).setReady(false);
        DisruptionBudget budget = site.budget("web", "web", 0, 1, 1, 2);
        assertEquals(Fate.EVICT, fate(site.preview(node), here));
        web.getTasks().getLast().setNode(null);
        assertEquals(Fate.BLOCKS, fate(site.preview(node), here), budget::getName);
    }

    @Test
    void aPodThatIsGoingMakesADeadlockNoWaitUnlessAnotherIsMadeInItsPlace() {
        Job web = site.job("Deployment", "web");
        site.task(web, node, 1);
        site.task(web, other, 1);
        Task going = site.task(web, other, 1);
        going.setReady(false);
        going.setDeletion(Site.NOW);
        DisruptionBudget budget = site.budget("web", "web", 0, 2, 2, 3);
        String blocker = site.preview(node).blockers().getFirst();
        assertTrue(blocker.startsWith("Deadlock: budget web allows no disruption although both pods"), blocker);
        web.getTasks().remove(going);
        budget.setExpectedPods(2);
        assertEquals(blocker, site.preview(node).blockers().getFirst(), "when it is gone the same is said");
    }

    @Test
    void aPodThatComesBackOnceItIsGoneIsWaitedForWhereTheBudgetThenGivesWay() {
        Job db = site.job("StatefulSet", "db");
        site.task(db, node, 1);
        site.task(db, other, 1);
        Task going = site.task(db, node, 1);
        going.setReady(false);
        going.setDeletion(Site.NOW);
        DisruptionBudget budget = site.budget("db", "db", 0, 2, 2, 3);
        assertEquals(List.of(), site.preview(node).blockers());
        budget.setDesiredHealthy(3);
        String blocker = site.preview(node).blockers().getFirst();
        assertTrue(blocker.contains("budget db needs 3 healthy pods and has 3 pods in all: it never allows"), blocker);
    }

    @Test
    void aPodThatStartsInThePlaceOfOneThatIsGoingIsWaitedFor() {
        Job web = site.job("Deployment", "web");
        Task here = site.task(web, node, 1);
        site.task(web, other, 1).setReady(false);
        Task going = site.task(web, other, 1);
        going.setDeletion(Site.NOW);
        site.budget("web", "web", 0, 1, 1, 2);
        assertEquals(Fate.EVICT, fate(site.preview(node), here), "what the scale expects is there already");
    }

    @Test
    void aPodWithTwoBudgetsIsNeverEvicted() {
        Task task = site.task(site.job("Deployment", "web"), node, 1);
        site.budget("a", "web", 5, 9, 1, 9);
        site.budget("b", "web", 5, 9, 1, 9);
        DrainPreview preview = site.preview(node);
        assertEquals(Fate.BLOCKS, fate(preview, task));
        assertTrue(preview.blockers().getFirst().contains("a and b"), preview.blockers()::toString);
    }

    @Test
    void anUnreadyPodGoesWhenEnoughOthersAreHealthyOrThePolicyAlwaysAllows() {
        Job web = site.job("Deployment", "web");
        Task sick = site.task(web, node, 1);
        sick.setReady(false);
        DisruptionBudget budget = site.budget("web", "web", 0, 2, 2, 3);
        assertEquals(Fate.EVICT, fate(site.preview(node), sick));
        budget.setCurrentHealthy(1);
        assertEquals(Fate.BLOCKS, fate(site.preview(node), sick));
        budget.setAlwaysAllowUnhealthy(true);
        assertEquals(Fate.EVICT, fate(site.preview(node), sick));
    }

    @Test
    void pendingAndTerminatingPodsCountInNoBudget() {
        Job web = site.job("Deployment", "web");
        Task pending = site.task(web, node, 1);
        pending.setPhase(TaskPhase.PENDING);
        Task going = site.task(web, node, 1);
        going.setDeletion(Site.NOW);
        site.budget("web", "web", 0, 0, 2, 2);
        DrainPreview preview = site.preview(node);
        assertEquals(Fate.EVICT, fate(preview, pending));
        assertEquals(Fate.EVICT, fate(preview, going));
    }

    @Test
    void budgetsOfOtherNamespacesDoNotCount() {
        Task task = site.task(site.job("Deployment", "web"), node, 1);
        site.budget("web", "web", 0, 1, 1, 1).setNamespace("elsewhere");
        DrainPreview preview = site.preview(node);
        assertEquals(Fate.EVICT, fate(preview, task));
        assertEquals(List.of(), Site.fate(preview, task).budgets());
    }

    @Test
    void aBudgetThatIsBehindItsSpecIsWarnedOf() {
        site.task(site.job("Deployment", "web"), node, 0);
        DisruptionBudget budget = site.budget("web", "web", 1, 2, 1, 2);
        budget.setGeneration(2);
        budget.setObservedGeneration(1);
        assertTrue(site.preview(node).warnings().getFirst().contains("not up to date"));
    }

    @Test
    void destinationsAreTakenOneAfterTheOther() {
        Job llm = site.job("Deployment", "llm");
        Task first = site.task(llm, node, 6);
        Task second = site.task(llm, node, 6);
        second.setSpec(first.getSpec());
        DrainPreview preview = site.preview(node);
        assertEquals(Optional.of(other), Site.fate(preview, first).destination());
        assertEquals(Optional.empty(), Site.fate(preview, second).destination(), "n2 has 8 GPUs, not 12");
        assertTrue(preview.warnings().getFirst().contains("no other node takes"), preview.warnings()::toString);
    }

    @Test
    void drainedNodesAreNoDestination() {
        Task task = site.task(site.job("Deployment", "llm"), node, 1);
        assertEquals(
                Optional.empty(), Site.fate(site.preview(node, other), task).destination());
    }

    @Test
    void aGangThatFallsBelowItsMinimumDiesWithAllItsGpuHours() {
        Job gang = site.job("PyTorchJob", "train");
        gang.setMinimum(2);
        Task here = site.task(gang, node, 8);
        site.task(gang, other, 8);
        DrainPreview preview = site.preview(node);
        assertTrue(Site.fate(preview, here).jobDies());
        assertEquals(32.0, preview.gpuHoursLost().orElseThrow(), 1e-9, "2 tasks x 8 GPUs x 2 hours");
        assertTrue(preview.warnings().stream().anyMatch(line -> line.contains("32.0 GPU-hours")));
    }

    @Test
    void aTrainingGangIsAskedForACheckpointAServiceIsNotAndANotebookLosesItsKernels() {
        Map<Purpose, Boolean> asked = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.VALUES) {
            Site fresh = new Site();
            Node drained = fresh.node("n1");
            Job gang = fresh.job("PyTorchJob", "gang");
            gang.setPurpose(purpose);
            gang.setMinimum(2);
            Task here = fresh.task(gang, drained, 8);
            fresh.task(gang, fresh.node("n2"), 8);
            String reason = Site.fate(fresh.preview(drained), here).reason();
            asked.put(purpose, reason.contains("ask for a checkpoint first"));
            assertEquals(
                    purpose == Purpose.NOTEBOOK,
                    reason.contains("its kernels end and lose everything in memory: warn the user"),
                    purpose + ": " + reason);
        }
        assertEquals(
                Set.of(Purpose.UNKNOWN, Purpose.TRAINING, Purpose.FINE_TUNING, Purpose.BATCH),
                asked.keySet().stream().filter(asked::get).collect(Collectors.toSet()));
    }

    @Test
    void aNodeWithRoomForItThatItsCloudMayTakeBackIsSaidToBe() {
        Task task = site.task(site.job("Deployment", "web"), node, 1);
        assertFalse(Site.fate(site.preview(node), task).reason().contains("spot"));
        other.setLabels(Labels.of("cloud.google.com/gke-spot", "true"));
        String reason = Site.fate(site.preview(node), task).reason();
        assertTrue(reason.endsWith("; n2, which has room for it, is spot: may be taken back at any time"), reason);
    }

    @ParameterizedTest
    @CsvSource({
        "Job, 1, 2.0, restarts",
        "StatefulSet, 8, 16.0, restarts",
        "Pod, 1, 2.0, ends",
        "Pod, 0, 0, ends",
    })
    void onePodThatIsAllOfItsJobLosesAStateAsAGangDoes(String kind, int gpus, double hours, String what) {
        for (Purpose purpose : Purpose.VALUES) {
            Site fresh = new Site();
            Node drained = fresh.node("n1");
            Job alone = fresh.job(kind, "finetune");
            alone.setPurpose(purpose);
            Task here = fresh.task(alone, drained, gpus);
            if (kind.equals("Pod")) {
                here.setController(null);
            }
            DrainPreview preview = fresh.preview(false, true, drained);
            boolean asked = gpus > 0 && purpose != Purpose.INFERENCE && purpose != Purpose.NOTEBOOK;
            String reason = Site.fate(preview, here).reason();
            assertEquals(asked, reason.contains("ask for a checkpoint first"), purpose + ": " + reason);
            assertEquals(asked, Site.fate(preview, here).jobDies());
            assertEquals(asked ? hours : 0, preview.gpuHoursLost().orElseThrow(), 1e-9);
            assertFalse(reason.contains("gang"), reason);
            assertEquals(
                    asked,
                    preview.warnings()
                            .contains("Job finetune " + what + ": " + hours
                                    + " GPU-hours since its start; its last checkpoint is unknown."),
                    preview.warnings()::toString);
        }
    }

    @Test
    void aJobOfWhichSomePodsGoLosesTheirWorkAndGoesOn() {
        Job sweep = site.job("Job", "sweep");
        sweep.setPurpose(Purpose.BATCH);
        Task here = site.task(sweep, node, 1);
        site.task(sweep, other, 4);
        DrainPreview preview = site.preview(node);
        assertFalse(Site.fate(preview, here).jobDies());
        assertEquals(2.0, preview.gpuHoursLost().orElseThrow(), 1e-9, "1 GPU x 2 hours");
        assertTrue(
                preview.warnings()
                        .contains("Job sweep goes on; the evicted pods start again: 2.0 GPU-hours since their start;"
                                + " its last checkpoint is unknown."),
                preview.warnings()::toString);
    }

    @Test
    void aGangAboveItsMinimumLives() {
        Job gang = site.job("PyTorchJob", "elastic");
        gang.setMinimum(1);
        Task here = site.task(gang, node, 8);
        site.task(gang, other, 8);
        DrainPreview preview = site.preview(node);
        assertFalse(Site.fate(preview, here).jobDies());
        assertEquals(0, preview.gpuHoursLost().orElseThrow());
    }

    @Test
    void anOrphanOfADaemonSetStaysToo() {
        Task task = site.bare("x", node);
        task.setController(TestKinds.controller("apps/v1", "DaemonSet", "x", "u"));
        assertEquals(Fate.STAYS, fate(site.preview(node), task));
    }

    @Test
    void workIsLostOnlySinceTheCheckpointThatTheJobTells() {
        Job gang = site.job("PyTorchJob", "train");
        gang.setMinimum(2);
        site.task(gang, node, 8);
        site.task(gang, other, 8);
        gang.setManagers(Labels.of(GangLoss.CHECKPOINT, "2026-03-02T12:30:00+01:00"));
        GangLoss loss = site.preview(node).gangs().getFirst();
        assertEquals(Optional.of(Site.NOW.minusSeconds(1800)), loss.checkpoint());
        assertEquals(8.0, loss.gpuHours().orElseThrow(), 1e-9, "2 tasks x 8 GPUs x half an hour");
    }

    @Test
    void whatAPodLosesThatStartedAtAnUnknownTimeIsUnknownAndNotNothing() {
        Job gang = site.job("PyTorchJob", "train");
        gang.setMinimum(2);
        site.task(gang, node, 8);
        site.task(gang, other, 8).setStarted(null);
        DrainPreview preview = site.preview(node);
        assertEquals(OptionalDouble.empty(), preview.gangs().getFirst().gpuHours());
        assertEquals(OptionalDouble.empty(), preview.gpuHoursLost());
        assertTrue(
                preview.warnings().stream().anyMatch(line -> line.contains("GPU-hours that loses is not known")),
                preview.warnings()::toString);
    }

    @Test
    void aCheckpointThatCannotBeOrIsNotYetIsUnknown() {
        Job gang = site.job("PyTorchJob", "train");
        gang.setMinimum(2);
        site.task(gang, node, 8);
        for (String told : List.of("soon", "2026-03-02T13:00:00Z")) {
            gang.setManagers(Labels.of(GangLoss.CHECKPOINT, told));
            DrainPreview preview = site.preview(node);
            assertEquals(Optional.empty(), preview.gangs().getFirst().checkpoint());
            assertEquals(16.0, preview.gpuHoursLost().orElseThrow(), 1e-9);
            assertTrue(
                    preview.warnings().stream().anyMatch(line -> line.contains("last checkpoint is unknown")),
                    preview.warnings()::toString);
        }
    }

    @Test
    void aCheckpointBeforeTheLastStartSavesNothing() {
        Job gang = site.job("PyTorchJob", "train");
        gang.setMinimum(2);
        site.task(gang, node, 8);
        gang.setManagers(Labels.of(GangLoss.CHECKPOINT, "2026-03-01T00:00:00Z"));
        assertEquals(16.0, site.preview(node).gpuHoursLost().orElseThrow(), 1e-9);
    }

    @Test
    void jobsOfKueueGoWholeAndPastTheirBudgetsWhenTheyAreDeactivated() {
        Job queued = site.queued("sweep");
        Task task = site.task(queued, node, 1);
        site.budget("strict", "sweep", 0, 1, 1, 1);
        DrainRequest request = site.request(node);
        assertEquals(Fate.BLOCKS, fate(site.drains.preview(request), task));
        DrainPreview preview = site.drains.preview(request.deactivating(true));
        assertEquals(Fate.EVICT, fate(preview, task));
        assertEquals(List.of(), preview.blockers());
        assertEquals(queued, preview.gangs().getFirst().job(), "no gang, yet all of it stops");
    }

    @Test
    void aJobThatKueueWouldNotAdmitAgainIsEvictedInstead() {
        Job queued = site.queued("sweep");
        Task task = site.task(queued, node, 1);
        site.budget("strict", "sweep", 0, 1, 1, 1);
        site.notGranted = List.of("queue cq is stopped: stopPolicy Hold");
        DrainPreview preview = site.drains.preview(site.request(node).deactivating(true));
        assertEquals(List.of(), preview.requeued());
        assertEquals(Fate.BLOCKS, fate(preview, task), "budgets count for it");
        assertEquals(
                "team/sweep is evicted pod by pod, not requeued: stopped, Kueue would not admit it again"
                        + " (queue cq is stopped: stopPolicy Hold).",
                preview.warnings().getFirst());
        assertTrue(
                site.drains.preview(site.request(node)).warnings().stream()
                        .noneMatch(words -> words.contains("requeued")),
                "nobody asked for it");
    }

    /** A service stood still after a drain, as its new pod waited behind a job, of which nothing was said. */
    @Test
    void thatTheNewPodOfAServiceIsAdmittedByKueueAnewIsSaidWithWhatComesFirst() {
        Job service = site.job("Deployment", "chat");
        service.setWork(new WorkKind("deployments", List.of(WorkKind.Trait.ADMITTED_BY_POD), ""));
        service.setQueueName("research");
        site.task(service, node, 1);
        site.facts.seen(new SchedulingObject.LocalQueue("team", "research", "cq", false));
        assertTrue(site.drains.preview(site.request(node)).warnings().stream()
                .noneMatch(words -> words.contains("Kueue")));
        Job waits = site.queued("next");
        waits.setQueueName("research");
        site.facts.seen(new SchedulingObject.Workload(
                "team", "w-next", waits.getUid(), "next", "", 0, null, null, false, Map.of(), List.of()));
        assertEquals(
                "A new pod of team/chat has to be admitted by Kueue, and comes after what waits in queue cq now: next."
                        + " Until then it does not run, though a node has room.",
                site.drains.preview(site.request(node)).warnings().getFirst());
        site.notGranted = List.of("queue cq is stopped");
        assertEquals(
                "A new pod of team/chat has to be admitted by Kueue, which does not admit it now (queue cq is stopped)."
                        + " Until then it does not run, though a node has room.",
                site.drains.preview(site.request(node)).warnings().getFirst());
    }

    @Test
    void whoMayGetTheQuotaOfAJobThatIsRequeuedIsNamed() {
        Job queued = site.queued("sweep");
        queued.setQueueName("research");
        site.task(queued, node, 1);
        Job waits = site.queued("next");
        waits.setQueueName("research");
        site.facts.seen(new SchedulingObject.LocalQueue("team", "research", "cq", false));
        for (Job job : List.of(queued, waits)) {
            site.facts.seen(new SchedulingObject.Workload(
                    "team",
                    "w-" + job.getName(),
                    job.getUid(),
                    job.getName(),
                    job == queued ? "cq" : "",
                    0,
                    null,
                    null,
                    false,
                    Map.of(),
                    List.of()));
        }
        DrainPreview preview = site.drains.preview(site.request(node).deactivating(true));
        assertEquals(List.of(queued), preview.requeued());
        assertEquals(
                "team/sweep may wait after its requeue: Kueue may give its quota to what waits in queue cq now: next.",
                preview.warnings().getFirst());
    }

    @Test
    void aJobThatIsRequeuedIsSaidToWaitForTheChecksOfItsQueue() {
        Job queued = site.queued("sweep");
        queued.setQueueName("research");
        site.task(queued, node, 1);
        site.checks = List.of("ac1");
        String told = "team/sweep then waits for admission check ac1 before it starts.";
        assertTrue(site.drains
                .preview(site.request(node).deactivating(true))
                .warnings()
                .contains(told));
        assertFalse(site.drains.preview(site.request(node)).warnings().contains(told), "it keeps its quota");
    }
}
