// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.placement.internal.QuotaBench.GPU;
import static podium.placement.internal.QuotaBench.door;
import static podium.placement.internal.QuotaBench.flavor;
import static podium.placement.internal.QuotaBench.gpus;
import static podium.placement.internal.QuotaBench.granted;
import static podium.placement.internal.QuotaBench.queue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.change.SyncState;
import podium.core.fleet.InputKind;
import podium.core.job.PinLabels;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.Job;
import podium.model.fleet.TaskPhase;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;
import podium.model.value.Toleration;
import podium.placement.Fit;
import podium.placement.Obstacle;
import podium.placement.Obstacle.Cure;
import podium.placement.Readmission;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.internal.QuotaBench;

/** Quota of Kueue in verdicts and in what a job waits for. */
class KueueQuotaTest {
    private static final String SHORT =
            "queue cq, flavor h100: 64 GPUs nominal, 60 used, asks for 8; cohort all has 2 to lend";

    private final QuotaBench bench = new QuotaBench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private List<String> waits() {
        return bench.placement.whyWaiting(bench.fleet.job("train"));
    }

    private void expect(String node, Fit fit, String... reasons) {
        assertEquals(List.of(reasons), bench.verdict(node).reasons());
        assertEquals(fit, bench.verdict(node).fit());
    }

    private void borrowing() {
        bench.know(door(), flavor("h100"));
        bench.know(queue("cq", "all", 60, granted("h100", 64)), queue("other", "all", 30, granted("h100", 32)));
    }

    @Test
    void whatIsLeftOfTheQuotaAndLentIsToldWithItsNumbersEverywhere() {
        borrowing();
        bench.job("gold", true, 1);
        expect("h1", Fit.FITS_IF, SHORT);
        assertTrue(waits().contains(SHORT), waits()::toString);
        assertEquals(
                SHORT,
                bench.placement
                        .verdict(
                                new Subject(bench.fleet.job("train"), List.of()),
                                new Target.OnNode(bench.fleet.node("h1")))
                        .reasons()
                        .getFirst());
    }

    @Test
    void enoughThatIsLentFits() {
        borrowing();
        bench.know(queue("other", "all", 26, granted("h100", 32)));
        bench.job("gold", true, 1);
        expect("h1", Fit.FITS);
        assertTrue(waits().stream().noneMatch(words -> words.contains("nominal")), waits()::toString);
    }

    @Test
    void aGangIsAdmittedAsAWholeWhicheverOfItsTasksIsCarried() {
        bench.know(door(), flavor("h100"), queue("cq", "", 48, granted("h100", 64)));
        bench.job("gold", true, 3);
        expect("h1", Fit.FITS_IF, "queue cq, flavor h100: 64 GPUs nominal, 48 used, asks for 24");
    }

    @Test
    void moreThanTheQueueCanEverHaveDoesNotFit() {
        bench.know(door(), flavor("h100"), queue("cq", "", 0, granted("h100", 4)));
        bench.job("gold", true, 1);
        expect("h1", Fit.DOES_NOT_FIT, "queue cq, flavor h100: 4 GPUs nominal, 0 used, asks for 8; never more than 4");
        Subject subject = new Subject(bench.fleet.job("train"), List.of());
        assertEquals(
                Fit.DOES_NOT_FIT,
                bench.placement
                        .verdict(subject, new Target.OnNode(bench.fleet.node("h1")))
                        .fit());
    }

    @Test
    void aNodeThatNoFlavorOfTheQueueCoversDoesNotFit() {
        bench.know(door(), flavor("h100"), queue("cq", "", 0, granted("h100", 64)));
        bench.job("gold", true, 1);
        expect("h1", Fit.FITS);
        expect("a1", Fit.DOES_NOT_FIT, "queue cq has no flavor for it there: h100 has gpu=h100");
    }

    @Test
    void theFlavorOfTheNodeDecides() {
        bench.know(door(), flavor("h100"), flavor("a100"));
        bench.know(queue("cq", "", Map.of("h100", gpus(64)), granted("h100", 64), granted("a100", 16)));
        bench.job("gold", true, 1);
        expect("h1", Fit.FITS_IF, "queue cq, flavor h100: 64 GPUs nominal, 64 used, asks for 8");
        expect("a1", Fit.FITS);
        assertTrue(waits().stream().noneMatch(words -> words.contains("nominal")), "it can have the other flavor");
    }

    @Test
    void aTaintOfAFlavorIsToBeTolerated() {
        Taint spot = new Taint("spot", "", "NoSchedule");
        bench.know(
                door(),
                new SchedulingObject.ResourceFlavor("h100", Labels.of("gpu", "h100"), List.of(spot), List.of(), ""),
                queue("cq", "", 0, granted("h100", 64)));
        bench.job("gold", true, 1);
        expect(
                "h1",
                Fit.DOES_NOT_FIT,
                "queue cq has no flavor for it there: taint spot:NoSchedule of flavor h100 is not tolerated");
        assertEquals(
                Optional.of("add a toleration for taint spot:NoSchedule to its pods, or name another queue"), cure());
    }

    @Test
    void aFlavorOfOtherNodesThanItAsksForIsNone() {
        bench.know(door(), flavor("h100"), flavor("a100"));
        bench.know(queue("cq", "", Map.of(), granted("h100", 64), granted("a100", 16)));
        bench.job("gold", true, 1, TaskSpec.parse("requests=nvidia.com/gpu=8\nnodeSelector=gpu=a100\n"));
        expect("a1", Fit.FITS);
        assertEquals(Fit.DOES_NOT_FIT, bench.verdict("h1").fit());
    }

    @Test
    void limitsOfBorrowingAndLendingHold() {
        bench.know(door(), flavor("h100"));
        bench.know(queue(
                "cq",
                "all",
                8,
                new SchedulingObject.Granted("h100", GPU, 8, OptionalLong.of(4), OptionalLong.empty())));
        bench.know(queue("other", "all", 0, granted("h100", 32)));
        bench.job("gold", true, 1);
        expect(
                "h1",
                Fit.FITS_IF,
                "queue cq, flavor h100: 8 GPUs nominal, 8 used, asks for 8; cohort all has 4 to lend");
        bench.know(queue("cq", "all", 8, granted("h100", 8)));
        expect("h1", Fit.FITS);
        bench.know(queue(
                "other",
                "all",
                0,
                new SchedulingObject.Granted("h100", GPU, 32, OptionalLong.empty(), OptionalLong.of(6))));
        expect(
                "h1",
                Fit.FITS_IF,
                "queue cq, flavor h100: 8 GPUs nominal, 8 used, asks for 8; cohort all has 6 to lend");
    }

    @Test
    void cohortsBorrowFromCohortsAbove() {
        bench.know(door(), flavor("h100"));
        bench.know(queue("cq", "team", 8, granted("h100", 8)));
        bench.know(new SchedulingObject.Cohort("team", "org", List.of()));
        bench.job("gold", true, 1);
        expect(
                "h1",
                Fit.FITS_IF,
                "queue cq, flavor h100: 8 GPUs nominal, 8 used, asks for 8; cohort team has 0 to lend");
        bench.know(new SchedulingObject.Cohort("org", "", List.of(granted("h100", 16))));
        expect("h1", Fit.FITS);
    }

    @Test
    void cohortsInACircleDoNotHang() {
        bench.know(door(), flavor("h100"), queue("cq", "a", 8, granted("h100", 8)));
        bench.know(new SchedulingObject.Cohort("a", "b", List.of()), new SchedulingObject.Cohort("b", "a", List.of()));
        bench.job("gold", true, 1);
        assertEquals(Fit.FITS_IF, bench.verdict("h1").fit());
    }

    /** Its LocalQueue is not active either then. */
    private void stopped(String why) {
        bench.know(new SchedulingObject.LocalQueue("team", "gold", "cq", true), flavor("h100"));
        bench.know(new SchedulingObject.ClusterQueue(
                "cq",
                "",
                List.of(List.of(GPU)),
                List.of(granted("h100", 64)),
                Map.of(),
                QuotaBench.ANY,
                why,
                SchedulingObject.Preemption.NEVER,
                List.of()));
    }

    /** What is to be done about what is said first. */
    private Optional<String> cure() {
        return bench.placement
                .obstacles(bench.fleet.job("train"))
                .getFirst()
                .cure()
                .map(Cure::words);
    }

    @Test
    void aStoppedQueueSaysHowAndLetsNothingIn() {
        stopped("stopPolicy Hold");
        bench.job("gold", true, 1);
        expect("h1", Fit.FITS_IF, "queue cq is stopped: stopPolicy Hold");
        assertEquals(Optional.of("start the queue"), cure());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Can't admit new workloads: references missing ResourceFlavor(s): a,b. | references missing"
                        + " ResourceFlavor(s): a,b | create ResourceFlavor a,b, or take it out of ClusterQueue cq",
                "Can't admit new workloads: references inactive AdmissionCheck(s): ac1. | references inactive"
                        + " AdmissionCheck(s): ac1 | see why AdmissionCheck ac1 is not active, or take it out of"
                        + " ClusterQueue cq",
                "Can't admit new workloads; clusterQueue is terminating | clusterQueue is terminating | mend what the"
                        + " condition Active of ClusterQueue cq names"
            })
    void noPlaceIsOneWhereItsClusterQueueLacksWhatItRefersTo(String said, String words, String cure) {
        stopped(said);
        bench.job("gold", true, 1);
        expect("h1", Fit.DOES_NOT_FIT, "ClusterQueue cq admits nothing: " + words);
        assertEquals(Optional.of(cure), cure());
    }

    @Test
    void noPlaceIsOneWhereItsQueueDoesNotExist() {
        bench.know(door(), flavor("h100"), queue("cq", "", 0, granted("h100", 64)));
        bench.fleet.show(new Change.QueueSeen("LocalQueue", "team", "gold", "u", "cq", gpus(64), gpus(0), 0, 0, true));
        bench.fleet.show(new Change.QueueSeen("ClusterQueue", "", "lost", "v", "", gpus(64), gpus(0), 0, 0, true));
        bench.job("lost", true, 1);
        expect("h1", Fit.DOES_NOT_FIT, "queue lost does not exist");
        assertEquals(
                Optional.of("create LocalQueue lost in namespace team, or name another queue in"
                        + " kueue.x-k8s.io/queue-name"),
                cure());
    }

    @Test
    void itsQueueIsMissedWhereThereIsNoneAtAllAndKueueKnowsOfTheJob() {
        bench.job("lost", true, 1);
        assertTrue(waits().stream().noneMatch(words -> words.contains("exist")), waits()::toString);
        bench.know(new SchedulingObject.Workload(
                "team", "w", "uid-train", "train", "", 0, null, null, false, Map.of(), List.of()));
        assertEquals("queue lost does not exist", waits().getFirst());
    }

    @Test
    void whatItsQueueSaysNowIsNothingThatOneWaitsForWhichItHasLetIn() {
        stopped("stopPolicy Hold");
        bench.job("gold", false, 1);
        bench.fleet.show(Seen.pod("train-0", TaskPhase.PENDING, "", Seen.asks(8), Seen.owner("Job", "train")));
        assertTrue(waits().stream().noneMatch(words -> words.contains("stopped")), waits()::toString);
        bench.know(new SchedulingObject.LocalQueue("team", "other", "cq", false));
        bench.fleet.show(new Change.Gone("LocalQueue", "team", "gold", ""));
        assertTrue(waits().stream().noneMatch(words -> words.contains("exist")), waits()::toString);
    }

    @Test
    void aQueueThatDoesNotTakeTheNamespaceNeverFits() {
        LabelSelector others = new LabelSelector(Labels.of("owner", "b"), List.of());
        bench.know(door(), flavor("h100"));
        bench.know(new SchedulingObject.ClusterQueue(
                "cq",
                "",
                List.of(List.of(GPU)),
                List.of(granted("h100", 64)),
                Map.of(),
                others,
                "",
                SchedulingObject.Preemption.NEVER,
                List.of()));
        bench.job("gold", true, 1);
        expect("h1", Fit.DOES_NOT_FIT, "queue cq takes no jobs of namespace team");
    }

    @Test
    void aResourceTheQueueDoesNotGrantIsAConditionUntilKueueSaysSo() {
        bench.know(door(), flavor("h100"), queue("cq", "", 0, granted("h100", 64)));
        bench.job("gold", true, 1, TaskSpec.of(Resources.parse("nvidia.com/gpu=8,memory=1000")));
        String none = "queue cq grants no memory, and Kueue is not configured to ignore it";
        expect("h1", Fit.FITS_IF, none);
        bench.fleet
                .job("train")
                .setReason(
                        "Kueue: couldn't assign flavors to pod set main: resource memory unavailable in ClusterQueue");
        bench.know(queue("cq", "", 8, granted("h100", 64)));
        expect("h1", Fit.DOES_NOT_FIT, none);
        assertEquals(
                Optional.of("grant memory in ClusterQueue cq, or have Kueue ignore it (excludeResourcePrefixes of its"
                        + " configuration)"),
                cure());
    }

    @Test
    void aQueueWithoutItsClusterQueueIsSaid() {
        bench.know(door());
        bench.job("gold", true, 1);
        expect("h1", Fit.DOES_NOT_FIT, "ClusterQueue cq of queue gold does not exist");
        assertEquals(Optional.of("create ClusterQueue cq, or name another queue in kueue.x-k8s.io/queue-name"), cure());
        bench.fleet.show(new Change.KindRead(InputKind.CLUSTER_QUEUES.resource(), SyncState.REFUSED, ""));
        assertTrue(waits().stream().noneMatch(words -> words.contains("exist")), waits()::toString);
    }

    @Test
    void whatIsAdmittedNeedsNothingMoreWhereItsFlavorIsAndItsQuotaElsewhere() {
        bench.know(door(), flavor("h100"), flavor("a100"));
        bench.know(queue("cq", "", Map.of("h100", gpus(8), "a100", gpus(8)), granted("h100", 8), granted("a100", 8)));
        bench.job("gold", false, 1);
        bench.fleet.show(
                Seen.gpuNode("h2", 8, "gpu", "h100"),
                Seen.pod("train-0", TaskPhase.RUNNING, "h1", Seen.asks(8), Seen.owner("Job", "train")));
        expect("h2", Fit.FITS_IF, "its running task restarts");
        expect(
                "a1",
                Fit.FITS_IF,
                "its running task restarts",
                "queue cq, flavor a100: 8 GPUs nominal, 8 used, asks for 8");
    }

    @Test
    void whatAllFlavorsOfItsQueueTolerateIsTolerated() {
        Taint taint = new Taint("gpu", "", "NoSchedule");
        Toleration tolerates = new Toleration("gpu", "Exists", "", "");
        bench.know(door(), flavor("a100"));
        bench.know(new SchedulingObject.ResourceFlavor(
                "h100", Labels.of("gpu", "h100"), List.of(), List.of(tolerates), ""));
        bench.know(queue("cq", "", 0, granted("h100", 64)));
        bench.fleet.node("h1").setTaints(new Taints(List.of(taint)));
        bench.job("gold", true, 1);
        expect("h1", Fit.FITS);
        bench.know(queue("cq", "", 0, granted("h100", 64), granted("a100", 64)));
        assertEquals(Fit.DOES_NOT_FIT, bench.verdict("h1").fit());
    }

    /** A job that runs is stopped to be placed, and admitted anew with what it gives back. */
    @Test
    void whatIsStoppedToBePlacedHasToBeAdmittedAgain() {
        bench.know(door(), flavor("h100"), queue("cq", "", 16, granted("h100", 16)));
        bench.job("gold", false, 1);
        String uid = bench.fleet.job("train").getUid();
        bench.know(new SchedulingObject.Workload(
                "team", "w", uid, "train", "cq", 0, null, null, false, Map.of("h100", gpus(8)), List.of()));
        bench.fleet.show(
                Seen.gpuNode("h2", 8, "gpu", "h100"),
                Seen.pod("train-0", TaskPhase.RUNNING, "h1", Seen.asks(8), Seen.owner("Job", "train")));
        expect("h2", Fit.FITS_IF, "its running task restarts");
        bench.know(queue("cq", "", 16, granted("h100", 12)));
        expect(
                "h2",
                Fit.FITS_IF,
                "its running task restarts",
                "queue cq, flavor h100: 12 GPUs nominal, 8 used, asks for 8");
        bench.know(queue("cq", "", 8, granted("h100", 4)));
        expect(
                "h2",
                Fit.DOES_NOT_FIT,
                "queue cq, flavor h100: 4 GPUs nominal, 0 used, asks for 8; never more than 4",
                "its running task restarts");
        bench.know(queue("cq", "", 8, granted("h100", 16)));
        bench.know(new SchedulingObject.LocalQueue("team", "gold", "cq", true));
        expect("h2", Fit.FITS_IF, "its running task restarts", "queue gold is stopped");
    }

    /** A drain that stops it through Kueue would leave it standing still. */
    @Test
    void whatRunsAndWouldNotBeAdmittedAgainIsToldBeforeItIsStopped() {
        bench.know(door(), flavor("h100"), queue("cq", "", 16, granted("h100", 16)));
        bench.job("gold", false, 1);
        String uid = bench.fleet.job("train").getUid();
        bench.know(new SchedulingObject.Workload(
                "team", "w", uid, "train", "cq", 0, null, null, false, Map.of("h100", gpus(8)), List.of()));
        bench.fleet.show(Seen.pod("train-0", TaskPhase.RUNNING, "h1", Seen.asks(8), Seen.owner("Job", "train")));
        assertEquals(List.of(), bench.placement.notGrantedAgain(bench.fleet.job("train")), "it gives back what it has");
        bench.know(queue("cq", "", 8, granted("h100", 4)));
        assertEquals(
                List.of("queue cq, flavor h100: 4 GPUs nominal, 0 used, asks for 8; never more than 4"),
                bench.placement.notGrantedAgain(bench.fleet.job("train")));
        bench.know(queue("cq", "", 8, granted("h100", 16)));
        bench.know(new SchedulingObject.LocalQueue("team", "gold", "cq", true));
        assertEquals(List.of("queue gold is stopped"), bench.placement.notGrantedAgain(bench.fleet.job("train")));
    }

    /** What is stopped there is held against all that keeps it from being admitted, not only against a queue that is stopped. */
    @Test
    void whatIsStoppedAndPutIntoAQueueIsHeldAgainstAllThatTheQueueSays() {
        bench.know(door(), flavor("h100"), flavor("b200"), queue("cq", "", 8, granted("h100", 8)));
        bench.know(new SchedulingObject.LocalQueue("team", "other", "oq", false));
        bench.job("gold", false, 1);
        Job job = bench.fleet.job("train");
        bench.know(new SchedulingObject.Workload(
                "team", "w", job.getUid(), "train", "cq", 0, null, null, false, Map.of("h100", gpus(8)), List.of()));
        bench.fleet.show(Seen.pod("train-0", TaskPhase.RUNNING, "h1", Seen.asks(8), Seen.owner("Job", "train")));
        assertEquals(Readmission.GRANTED, bench.placement.readmission(job, "gold"), "it gives back what it has");
        assertEquals(List.of("ClusterQueue oq of queue other does not exist"), barred(job, "other"));
        bench.know(queue("oq", "", 4, granted("h100", 8)));
        assertEquals(
                new Readmission(
                        List.of(),
                        List.of("queue oq, flavor h100: 8 GPUs nominal, 4 used, asks for 8"),
                        List.of(),
                        List.of()),
                bench.placement.readmission(job, "other"));
        bench.know(queue("oq", "", 0, granted("h100", 4)));
        assertEquals(
                List.of("queue oq, flavor h100: 4 GPUs nominal, 0 used, asks for 8; never more than 4"),
                barred(job, "other"));
        bench.know(queue("oq", "", 0, granted("b200", 64)));
        assertEquals(
                List.of("no node has gpu=b200, which flavor b200 of ClusterQueue oq asks for"), barred(job, "other"));
        bench.know(new SchedulingObject.ClusterQueue(
                "cq",
                "",
                List.of(List.of(GPU)),
                List.of(granted("h100", 8)),
                Map.of("h100", gpus(8)),
                new LabelSelector(Labels.of("owner", "b"), List.of()),
                "",
                SchedulingObject.Preemption.NEVER,
                List.of()));
        assertEquals(List.of("queue cq takes no jobs of namespace team"), barred(job, "gold"));
        assertEquals(List.of("queue nosuch does not exist"), barred(job, "nosuch"));
        bench.fleet.show(new Change.QueueSeen("LocalQueue", "team", "gold", "u", "cq", gpus(8), gpus(8), 1, 0, true));
        assertEquals(
                List.of("queue nosuch does not exist"),
                barred(job, "nosuch"),
                "where the job is now says nothing of another queue");
    }

    /** A running job was stopped behind a green plan and waited for a check that nobody answers. */
    @Test
    void theChecksOfFlavorsThatItCanGetAreToldOfWhatIsAdmittedAnew() {
        bench.know(door(), flavor("h100"), queue("cq", "", 8, granted("h100", 8)));
        bench.job("gold", false, 1);
        Job job = bench.fleet.job("train");
        bench.know(new SchedulingObject.Workload(
                "team", "w", job.getUid(), "train", "cq", 0, null, null, false, Map.of("h100", gpus(8)), List.of()));
        bench.fleet.show(Seen.pod("train-0", TaskPhase.RUNNING, "h1", Seen.asks(8), Seen.owner("Job", "train")));
        assertEquals(List.of(), bench.placement.readmission(job, "gold").checks());
        bench.know(new SchedulingObject.ResourceFlavor(
                "spot", Labels.of("gpu", "h100"), List.of(new Taint("spot", "true", "NoSchedule")), List.of(), ""));
        bench.know(new SchedulingObject.ClusterQueue(
                "cq",
                "",
                List.of(List.of(GPU)),
                List.of(granted("h100", 8), granted("spot", 8)),
                Map.of("h100", gpus(8)),
                QuotaBench.ANY,
                "",
                SchedulingObject.Preemption.NEVER,
                List.of(
                        new SchedulingObject.ClusterQueue.Check("all", List.of()),
                        new SchedulingObject.ClusterQueue.Check("h", List.of("h100")),
                        new SchedulingObject.ClusterQueue.Check("s", List.of("spot")))));
        assertEquals(
                new Readmission(List.of(), List.of(), List.of(), List.of("all", "h")),
                bench.placement.readmission(job, "gold"));
    }

    /** Kueue holds only labels of flavors against it and writes theirs beside its own: no node would have both. */
    @Test
    void whatAsksForNodesThatNoFlavorOfTheQueueHasWouldNotStartThere() {
        bench.know(door(), flavor("h100"), flavor("a100"), queue("cq", "", 8, granted("h100", 8)));
        bench.know(
                new SchedulingObject.LocalQueue("team", "other", "oq", false), queue("oq", "", 0, granted("a100", 8)));
        String host = "kubernetes.io/hostname";
        bench.fleet.show(
                Seen.gpuNode("h1", 8, "gpu", "h100", host, "h1"), Seen.gpuNode("a1", 8, "gpu", "a100", host, "a1"));
        TaskSpec admitted = SpecBuilder.like(Seen.asks(8))
                .nodeSelector(Labels.of("gpu", "h100", host, "h1"))
                .build();
        bench.job("gold", false, 1, admitted);
        Job job = bench.fleet.job("train");
        bench.fleet.show(Seen.pod("train-0", TaskPhase.RUNNING, "h1", admitted, Seen.owner("Job", "train")));
        bench.know(workload(job.getUid(), List.of(Labels.of(host, "h1"))));
        assertEquals(List.of(), barred(job, "gold"));
        assertEquals(
                List.of("no node of flavor a100 of ClusterQueue oq takes it: node selector asks for " + host + "=h1"),
                barred(job, "other"));
        bench.know(workload(job.getUid(), List.of()));
        assertEquals(List.of(), barred(job, "other"), "Kueue wrote both and takes them away again");
    }

    /** Kueue holds what any flavor of the group names against all of them, also one that names no nodes (flavorSelector). */
    @Test
    void aLabelThatAnotherFlavorOfTheGroupNamesIsHeldAgainstOneThatNamesNone() {
        bench.know(door(), flavor("a100"), queue("cq", "", 0, granted("any", 8), granted("a100", 8)));
        bench.know(new SchedulingObject.ResourceFlavor("any", Labels.none(), List.of(), List.of(), ""));
        bench.job(
                "gold",
                true,
                1,
                SpecBuilder.like(Seen.asks(8))
                        .nodeSelector(Labels.of("gpu", "h100"))
                        .build());
        assertEquals(Fit.DOES_NOT_FIT, bench.verdict("h1").fit());
    }

    private List<String> barred(Job job, String queue) {
        return bench.placement.readmission(job, queue).barred().stream()
                .map(Obstacle::words)
                .toList();
    }

    /** Kueue writes the labels of a flavor into pods and templates, and puts back what the Workload keeps when it stops them. */
    @Test
    void theLabelsOfTheFlavorItWasAdmittedToAreNoWishOfAJobThatIsPlacedElsewhere() {
        bench.know(door(), flavor("h100"), flavor("a100"), queue("cq", "", 8, granted("h100", 8), granted("a100", 8)));
        TaskSpec admitted = SpecBuilder.like(Seen.asks(8))
                .nodeSelector(Labels.of("gpu", "h100"))
                .build();
        bench.job("gold", false, 1, admitted);
        String uid = bench.fleet.job("train").getUid();
        bench.fleet.show(Seen.pod("train-0", TaskPhase.RUNNING, "h1", admitted, Seen.owner("Job", "train")));
        bench.know(workload(uid, List.of()));
        expect(
                "a1",
                Fit.FITS_IF,
                "Kueue admits it again, to other nodes than those with gpu=h100",
                "its running task restarts");
        bench.know(workload(uid, List.of(Labels.of("gpu", "h100"))));
        assertEquals(Fit.DOES_NOT_FIT, bench.verdict("a1").fit(), "its author wrote the same");
        bench.know(workload(uid, List.of()));
        bench.know(queue("cq", "", 8, granted("h100", 8), granted("a100", 4)));
        assertEquals(Fit.DOES_NOT_FIT, bench.verdict("a1").fit(), "the other flavor has less than it asks for");
    }

    /** A pin of Podium names the flavor, in the template and so in what the Workload keeps. */
    @Test
    void theFlavorThatAPinNamesIsAnotherOneWhereItIsPlacedElsewhere() {
        bench.know(door(), flavor("h100"), flavor("a100"), queue("cq", "", 8, granted("h100", 8), granted("a100", 8)));
        TaskSpec pinned = SpecBuilder.like(Seen.asks(8))
                .nodeSelector(Labels.of("gpu", "h100"))
                .build();
        bench.job("gold", false, 1, pinned);
        bench.fleet.show(Seen.pod("train-0", TaskPhase.RUNNING, "h1", pinned, Seen.owner("Job", "train")));
        bench.know(workload(bench.fleet.job("train").getUid(), List.of(Labels.of("gpu", "h100"))));
        bench.fleet.job("train").setManagers(Labels.of(PinLabels.MARK, "gpu"));
        expect("a1", Fit.FITS_IF, "its pin on gpu h100 is replaced", "its running task restarts");
    }

    @Test
    void whatWaitsAtItsQueueAsksForTheFlavorItIsPinnedToUntilItIsPlacedElsewhere() {
        bench.know(door(), flavor("h100"), flavor("a100"), queue("cq", "", 8, granted("h100", 8), granted("a100", 8)));
        TaskSpec pinned = SpecBuilder.like(Seen.asks(8))
                .nodeSelector(Labels.of("gpu", "h100"))
                .build();
        bench.job("gold", true, 1, pinned);
        bench.fleet.job("train").setManagers(Labels.of(PinLabels.MARK, "gpu"));
        expect("a1", Fit.FITS_IF, "its pin on gpu h100 is replaced");
        assertTrue(waits().getFirst().contains("flavor h100: 8 GPUs nominal, 8 used"), waits()::toString);
    }

    private static SchedulingObject.Workload workload(String uid, List<Labels> selectors) {
        return new SchedulingObject.Workload(
                "team", "w", uid, "train", "cq", 0, null, null, false, Map.of("h100", gpus(8)), selectors);
    }

    @Test
    void whatWaitsForTheNodesItWasAdmittedToIsNotSaidToHaveRoomElsewhere() {
        bench.know(door(), flavor("h100"), flavor("a100"), queue("cq", "", 8, granted("h100", 8), granted("a100", 8)));
        TaskSpec admitted = SpecBuilder.like(Seen.asks(8))
                .nodeSelector(Labels.of("gpu", "h100"))
                .build();
        bench.job("gold", false, 1, admitted);
        bench.know(workload(bench.fleet.job("train").getUid(), List.of()));
        bench.fleet.show(
                Seen.pod("other", TaskPhase.RUNNING, "h1", Seen.asks(8)),
                Seen.pod("train-0", TaskPhase.PENDING, "", admitted, Seen.owner("Job", "train")));
        List<String> why = bench.placement.whyWaiting(bench.fleet.job("train"));
        assertEquals("no node of 2 takes it", why.getFirst(), why::toString);
        assertTrue(why.toString().contains("Kueue admitted it to nodes with gpu=h100"), why::toString);
    }

    /** A job that waits with the labels of the flavor h100 in its pod, beside another that holds all of a1. */
    private List<Obstacle> admittedToNodesThatThereAreNot() {
        TaskSpec admitted = SpecBuilder.like(Seen.asks(8))
                .nodeSelector(Labels.of("gpu", "h100"))
                .build();
        bench.fleet.show(Seen.gone("Node", "h1"), Seen.gpuNode("a2", 8, "gpu", "a100"));
        bench.job("gold", false, 1, admitted);
        bench.know(workload(bench.fleet.job("train").getUid(), List.of()));
        bench.fleet.show(
                Seen.pod("other", TaskPhase.RUNNING, "a1", Seen.asks(8)),
                Seen.pod("train-0", TaskPhase.PENDING, "", admitted, Seen.owner("Job", "train")));
        return bench.placement.obstacles(bench.fleet.job("train"));
    }

    @Test
    void nobodyIsMovedForOneWhoseFlavorHasNoNodeAndThatIsSaid() {
        bench.know(door(), flavor("h100"), queue("cq", "", 8, granted("h100", 8)));
        List<Obstacle> why = admittedToNodesThatThereAreNot();
        assertEquals(
                List.of(
                        "no node has gpu=h100, which flavor h100 of ClusterQueue cq asks for",
                        "no node of 2 takes it",
                        "on 2 nodes: Kueue admitted it to nodes with gpu=h100"),
                why.stream().map(Obstacle::words).toList());
        assertEquals(
                List.of("label a node with gpu=h100, add one, or change the flavor"),
                why.stream()
                        .flatMap(one -> one.cure().stream())
                        .map(Cure::words)
                        .toList());
    }

    @Test
    void itIsPlacedAnewWhereItsQueueHasAnotherFlavorWithNodes() {
        bench.know(door(), flavor("h100"), flavor("a100"), queue("cq", "", 8, granted("h100", 8), granted("a100", 8)));
        Obstacle last = admittedToNodesThatThereAreNot().getLast();
        assertEquals(
                "1 node would take it if Kueue admits it again, to other nodes than those with gpu=h100", last.words());
        assertEquals(Optional.of(new Cure.Place()), last.cure());
        bench.know(queue("cq", "", Map.of("h100", gpus(8), "a100", gpus(8)), granted("h100", 8), granted("a100", 8)));
        assertTrue(waits().stream().noneMatch(words -> words.contains("would take it")), waits()::toString);
    }

    @Test
    void ofWhatIsNotAdmittedItIsSaidWhereNoFlavorOfItsQueueHasANode() {
        bench.know(door(), flavor("b200"), queue("cq", "", 64, granted("b200", 64)));
        bench.job("gold", true, 1);
        String none = "no node has gpu=b200, which flavor b200 of ClusterQueue cq asks for";
        assertTrue(waits().contains(none), waits()::toString);
        bench.know(flavor("h100"), queue("cq", "", 64, granted("b200", 64), granted("h100", 8)));
        assertTrue(waits().stream().noneMatch(words -> words.startsWith("no node has")), waits()::toString);
    }

    @Test
    void theCureIsTheQuotaWithWhichItWouldStart() {
        borrowing();
        bench.fleet.show(new Change.QueueSeen("ClusterQueue", "", "cq", "u", "all", gpus(64), gpus(60), 0, 0, true));
        bench.job("gold", true, 1);
        Optional<Cure> cure = bench.placement.obstacles(bench.fleet.job("train")).stream()
                .filter(obstacle -> obstacle.by() == Obstacle.By.QUOTA)
                .findFirst()
                .orElseThrow()
                .cure();
        assertEquals(Optional.of(new Cure.Quota(bench.fleet.cluster.getQueues().getFirst(), GPU, 66)), cure);
    }

    @Test
    void whatAQueueAdmitsInTheMeantimeCountsAtOnce() {
        borrowing();
        bench.job("gold", true, 1);
        expect("h1", Fit.FITS_IF, SHORT);
        bench.know(queue("cq", "all", 56, granted("h100", 64)));
        expect("h1", Fit.FITS);
    }
}
