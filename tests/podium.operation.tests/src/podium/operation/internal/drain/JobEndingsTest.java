// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.api.KueueNames;
import podium.core.change.SchedulingObject;
import podium.core.retry.FailureRule;
import podium.core.retry.JobBackoffRule;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Purpose;
import podium.model.fleet.Task;
import podium.model.value.Labels;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.Fate;
import podium.operation.drain.PodFate;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.placement.Reason;

/** A job that fails for good with the pods it loses is not promised to come back, and is kept alive where there is a way. */
class JobEndingsTest {
    private final Site site = new Site();
    private final Node n1 = site.node("n1");
    private final Node n2 = site.node("n2");

    private static List<String> words(Plan plan) {
        return plan.steps().stream().map(Step::words).toList();
    }

    private DrainRequest evicting(Node... nodes) {
        return site.request(nodes).suspending(false);
    }

    static Stream<PodLossRule> ending() {
        FailureRule fail = new FailureRule(FailureRule.Action.FAIL_JOB, true, false, "");
        return Stream.of(
                new JobBackoffRule(0, 0),
                new JobBackoffRule(6, 6),
                new JobBackoffRule(6, 0, OptionalInt.of(0), OptionalInt.empty(), 0, List.of()),
                new JobBackoffRule(6, 0, OptionalInt.empty(), OptionalInt.empty(), 0, List.of(fail)),
                new UncountedLossRule(PodLossOutcome.ENDS, "restartPolicy is Never"));
    }

    @ParameterizedTest
    @MethodSource("ending")
    void aJobThatEndsWithItsLostPodSaysSoInTheRowAndCountsAsALossForGood(PodLossRule rule) {
        Job job = site.job("Job", "train");
        Task task = site.task(job, n1, 1);
        site.retries("train", rule);
        DrainPreview preview = site.drains.preview(evicting(n1));
        PodFate fate = Site.fate(preview, task);
        assertTrue(fate.reason().startsWith("ends the job: "), fate::reason);
        assertEquals(Optional.empty(), fate.destination(), "it does not come back");
        assertEquals(PodLossOutcome.ENDS, fate.aftermath().outcome());
        assertTrue(
                preview.losses().getFirst().startsWith("Ends the job team/train for good: "),
                preview.losses()::toString);
        assertTrue(preview.losses().getFirst().contains("suspended and resumed, or if the drain waits"));
        Plan plan = site.drains.plan(preview);
        assertTrue(plan.irreversible().containsAll(preview.losses()), plan.irreversible()::toString);
    }

    @ParameterizedTest
    @CsvSource({"ENDS, ends", "MAY_END, may end"})
    void aJobThatEndsByOneOfItsPodsLosesTheWorkOfAllAndIsNotSaidToGoOn(PodLossOutcome outcome, String what) {
        Job sweep = site.job("Job", "sweep");
        sweep.setPurpose(Purpose.BATCH);
        site.task(sweep, n1, 1);
        site.task(sweep, n2, 4);
        site.retries("sweep", new UncountedLossRule(outcome, "restartPolicy is Never"));
        DrainPreview preview = site.drains.preview(evicting(n1));
        assertEquals(10.0, preview.gpuHoursLost().orElseThrow(), 1e-9, "5 GPUs x 2 hours");
        String words = "Job sweep " + what + ": 10.0 GPU-hours since its start; its last checkpoint is unknown.";
        assertTrue(preview.warnings().contains(words), preview.warnings()::toString);
    }

    @Test
    void whatIsLeftOfADrainSaysWhichGangRestartsByItAndWhichPodFindsNoNode() {
        Job gang = site.job("PyTorchJob", "train");
        gang.setMinimum(2);
        Task here = site.task(gang, n1, 8);
        site.task(gang, n2, 8);
        site.task(site.job("Deployment", "web"), n1, 1);
        site.unfit(n2);
        DrainPreview rest = site.drains.previewOf(List.of(n1, n2), Set.of(here.getUid()));
        assertEquals(List.of(here), rest.pods().stream().map(PodFate::task).toList());
        assertEquals(
                List.of(
                        "Pod team/train-0 will wait after its eviction: no other node takes it now.",
                        "Gang train restarts: 32.0 GPU-hours since its start; its last checkpoint is unknown."),
                rest.warnings());
    }

    /** 51 lines that said the same of 51 pods took the room of the table that names them. */
    @Test
    void whatPodsHaveInCommonThatFindNoNodeIsSaidOnce() {
        site.task(site.job("Deployment", "web"), n1, 1);
        site.task(site.job("Deployment", "api"), n1, 1);
        site.unfit(n2);
        assertEquals(
                List.of("2 pods will wait after their eviction: no other node takes them now (web-0, api-0)."),
                site.drains.preview(evicting(n1)).warnings().stream()
                        .filter(words -> words.contains("will wait"))
                        .toList());
    }

    @Test
    void aPodThatItsSelectorBindsToItsNodeIsSaidWithTheSelectorAndNotWithNow() {
        Task task = site.task(site.job("Deployment", "web"), n1, 1);
        site.unfit(n2, Reason.ofLabels("selector", "node selector asks for zone=a"));
        DrainPreview bound = site.drains.preview(evicting(n1));
        String reason = Site.fate(bound, task).reason();
        assertTrue(reason.endsWith("; no other node takes it: node selector asks for zone=a"), reason);
        assertTrue(bound.warnings().stream().noneMatch(words -> words.contains(" now")), bound.warnings()::toString);
        site.unfit(site.node("n3"));
        String some = Site.fate(site.drains.preview(evicting(n1)), task).reason();
        assertTrue(
                some.endsWith("; no other node takes it now (on 1 of 2 nodes: node selector asks for zone=a)"), some);
    }

    @ParameterizedTest
    @EnumSource(
            value = PodLossOutcome.class,
            names = {"MAY_END", "ENDS"})
    void roomGoesToWhatComesBackBeforeWhatPerhapsOrNeverDoes(PodLossOutcome outcome) {
        site.task(site.job("Job", "train"), n1, 8);
        site.retries("train", new UncountedLossRule(outcome, "so it is"));
        Task web = site.task(site.job("Deployment", "web"), n1, 8);
        DrainPreview preview = site.drains.preview(evicting(n1));
        assertEquals(Optional.of(n2), Site.fate(preview, web).destination());
    }

    @Test
    void aPodThatComesBackToTheNodeThatKueueAssignedItTakesNoRoomOfOthers() {
        Task assigned = site.task(site.job("Job", "train"), n1, 8);
        assigned.setLabels(Labels.of(KueueNames.ASSIGNED, "w"));
        Task web = site.task(site.job("Deployment", "web"), n1, 8);
        DrainPreview preview = site.drains.preview(evicting(n1));
        assertEquals(Optional.of(n2), Site.fate(preview, web).destination());
    }

    @Test
    void thatTheRoomOfANodeGoesToOthersOfTheDrainIsSaid() {
        Node n3 = site.node("n3");
        site.unfit(n3, Reason.ofLabels("selector", "node selector asks for zone=a"));
        Task first = site.task(site.job("Deployment", "web"), n1, 8);
        Task second = site.task(site.job("Deployment", "api"), n1, 8);
        DrainPreview preview = site.drains.preview(evicting(n1));
        assertEquals(Optional.of(n2), Site.fate(preview, first).destination());
        String reason = Site.fate(preview, second).reason();
        assertTrue(
                reason.endsWith("(on 1 of 2 nodes: node selector asks for zone=a; the room on 1 goes to others that"
                        + " are evicted)"),
                reason);
    }

    @Test
    void theLossesOfAWholeDrainCountTogether() {
        Job job = site.job("Job", "train");
        Task one = site.task(job, n1, 1);
        site.task(job, n2, 1);
        site.retries("train", new JobBackoffRule(1, 0));
        assertTrue(Site.fate(site.drains.preview(evicting(n1)), one).aftermath().survives());
        assertEquals(
                PodLossOutcome.ENDS,
                Site.fate(site.drains.preview(evicting(n1, n2)), one)
                        .aftermath()
                        .outcome());
    }

    @Test
    void aJobThatWouldEndIsSuspendedAndResumedOnceWhateverWavesItLiesIn() throws Exception {
        Job job = site.job("Job", "train");
        Task first = site.task(job, n1, 1);
        site.task(job, n2, 1);
        site.task(site.job("Deployment", "web"), n1, 1);
        site.retries("train", new JobBackoffRule(0, 0));
        DrainPreview preview =
                site.drains.preview(site.request(n1, n2).at(new podium.operation.drain.DrainPace(1, Optional.empty())));
        assertEquals(List.of(job), preview.suspended());
        assertEquals(List.of(), preview.losses());
        PodFate fate = Site.fate(preview, first);
        assertEquals(Fate.EVICT, fate.fate());
        assertTrue(fate.reason().contains("suspended and resumed"), fate::reason);
        assertTrue(fate.destination().isEmpty() || fate.jobDies());
        Plan plan = site.drains.prepare(preview).call();
        List<String> words = words(plan);
        assertEquals(1, words.stream().filter("Suspend Job team/train"::equals).count(), words::toString);
        assertEquals(1, words.stream().filter("Resume Job team/train"::equals).count(), words::toString);
        assertTrue(words.indexOf("Suspend Job team/train") < words.indexOf("Resume Job team/train"));
        List<String> evicted = plan.steps().stream()
                .filter(Step.EvictAll.class::isInstance)
                .flatMap(step -> ((Step.EvictAll) step).victims().stream())
                .map(victim -> victim.pod().name())
                .toList();
        assertEquals(List.of("web-0"), evicted);
        String counted = "2 pods stopped with their jobs, 1 pod evicted, each with its own grace period;"
                + " 0 pods of DaemonSets and static pods left there.";
        assertTrue(plan.effects().contains(counted), plan.effects()::toString);
        Step.Write suspend = plan.steps().stream()
                .filter(step -> step.words().startsWith("Suspend"))
                .map(Step.Write.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of("uid-train"), suspend.write().uid());
        assertTrue(
                suspend.undo().orElseThrow().body().contains("\"suspend\":false"),
                "an aborted drain leaves it running");
    }

    @Test
    void whatIsInSomebodyElsesHandsIsNotSuspended() {
        Job queued = site.queued("sweep");
        site.task(queued, n1, 1);
        site.retries("sweep", new JobBackoffRule(0, 0));
        Job owned = site.job("Job", "part");
        site.task(owned, n1, 1);
        site.facts.seen(new SchedulingObject.Retries("team", "uid-part", "uid-set", false, new JobBackoffRule(0, 0)));
        Job unknown = site.job("PyTorchJob", "torch");
        site.task(unknown, n1, 1);
        site.facts.gone("Retries", "team", "uid-torch");
        DrainPreview preview = site.drains.preview(site.request(n1));
        assertEquals(List.of(), preview.suspended());
        assertTrue(
                preview.losses().getFirst().startsWith("Ends the job team/sweep for good"), preview.losses()::toString);
        assertTrue(preview.losses().getFirst().endsWith("It survives if it is requeued through Kueue."));
        assertTrue(
                preview.warnings().stream().anyMatch(line -> line.startsWith("May end the job team/part")),
                preview.warnings()::toString);
        assertTrue(
                preview.warnings().stream().anyMatch(line -> line.startsWith("May end the job team/torch")),
                preview.warnings()::toString);
        DrainPreview requeued = site.drains.preview(site.request(n1).deactivating(true));
        assertTrue(requeued.losses().isEmpty(), requeued.losses()::toString);
    }

    @Test
    void whatIsCompleteWhenNoPodOfItRunsIsNeitherRequeuedNorSuspended() throws Exception {
        Job crew = site.queued("crew");
        Task task = site.task(crew, n1, 1);
        site.retries("crew", UncountedLossRule.UNREPLACED);
        DrainPreview preview = site.drains.preview(site.request(n1).deactivating(true));
        assertFalse(Site.fate(preview, task).reason().contains("stopped by Kueue"));
        assertEquals(List.of(), preview.suspended());
        assertTrue(
                preview.warnings().stream()
                        .anyMatch(line -> line.startsWith("May end the job team/crew for good: it says no number of")
                                && line.endsWith("Wait until it has ended.")),
                preview.warnings()::toString);
    }

    @Test
    void whatAnotherClusterSentIsNeitherRequeuedNorSuspendedHere() {
        Job copy = site.queued("copy");
        copy.setLabels(Labels.of("kueue.x-k8s.io/queue-name", "q", "kueue.x-k8s.io/multikueue-origin", "multikueue"));
        Task task = site.task(copy, n1, 1);
        site.retries("copy", new JobBackoffRule(0, 0));
        DrainPreview preview = site.drains.preview(site.request(n1).deactivating(true));
        assertEquals(List.of(), preview.suspended());
        assertFalse(Site.fate(preview, task).reason().contains("Kueue stops its job"));
        String loss = preview.losses().getFirst();
        assertTrue(loss.startsWith("Ends the job team/copy for good"), loss);
        assertTrue(
                loss.endsWith("MultiKueue sent it here from another cluster: it survives if it is withdrawn there."),
                loss);
    }

    @Test
    void whatKueueAssignedToItsNodeWithOthersMayNotRunElsewhere() {
        Labels assigned = Labels.of("kueue.x-k8s.io/tas", "true");
        Task grouped = site.task(site.job("StatefulSet", "db"), n1, 1);
        grouped.setLabels(Labels.of("kueue.x-k8s.io/tas", "true", "kueue.x-k8s.io/pod-group-name", "db"));
        Task single = site.task(site.job("Deployment", "web"), n1, 1);
        single.setLabels(assigned);
        Task ofJob = site.task(site.queued("train"), n1, 1);
        ofJob.setLabels(assigned);
        DrainPreview preview = site.preview(n1);
        List<String> told = preview.warnings().stream()
                .filter(line -> line.contains("may be created again for n1 only"))
                .toList();
        assertEquals(2, told.size(), preview.warnings()::toString);
        assertTrue(
                told.get(0).startsWith("Pod team/db-0 ") && told.get(0).endsWith("Scale it to 0 and back to do that."),
                told::toString);
        assertTrue(
                told.get(1).startsWith("Pod team/train-0 ") && told.get(1).endsWith("Drain through Kueue to do that."),
                told::toString);
        assertEquals(Optional.empty(), Site.fate(preview, grouped).destination());
        assertTrue(Site.fate(preview, single).destination().isPresent());
    }

    @Test
    void whatIsForcedOrKeepsDataStaysALossOnceTheOperatorConsented() {
        Task bare = site.bare("alone", n1);
        Task data = site.task(site.job("Deployment", "web"), n1, 1);
        Site.emptyDir(data);
        assertEquals(List.of(), site.preview(n1).losses(), "nothing is taken without consent");
        DrainPreview preview = site.preview(true, true, n1);
        assertEquals(
                List.of(
                        "Lost for good, since no controller recreates them: pod team/alone-0.",
                        "Data in emptyDir volumes is lost: pod team/web-0."),
                preview.losses());
        assertFalse(Site.fate(preview, bare).reason().isEmpty());
        assertTrue(site.drains.plan(preview).irreversible().containsAll(preview.losses()));
    }
}
