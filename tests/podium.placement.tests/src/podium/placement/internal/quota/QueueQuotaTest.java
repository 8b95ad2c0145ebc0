// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.placement.internal.QuotaBench.gpus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.SchedulingObject;
import podium.core.fleet.GpuShares;
import podium.core.testkit.Seen;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.internal.QuotaBench;

/** Queues of Volcano and KAI, and those above them, in verdicts. */
class QueueQuotaTest {
    private final QuotaBench bench = new QuotaBench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private void expect(Fit fit, String... reasons) {
        assertEquals(List.of(reasons), bench.verdict("h1").reasons());
        assertEquals(fit, bench.verdict("h1").fit());
    }

    private static SchedulingObject volcano(
            String name, String parent, Resources capability, Resources guarantee, long used) {
        return new SchedulingObject.Queue(
                name, parent, false, capability, guarantee, gpus(used), Resources.none(), true);
    }

    private static SchedulingObject kai(
            String name, String parent, Resources limit, Resources quota, long used, long forGood) {
        return new SchedulingObject.Queue(name, parent, true, limit, quota, gpus(used), gpus(forGood), true);
    }

    @Test
    void theCapabilityOfAVolcanoQueueLimitsWhatItsJobsHold() {
        bench.know(volcano("hpc", "", gpus(16), Resources.none(), 12));
        bench.job("hpc", false, 1);
        expect(Fit.FITS_IF, "queue hpc: 16 GPUs capability, 12 used, asks for 8");
        bench.know(volcano("hpc", "", gpus(4), Resources.none(), 0));
        expect(Fit.DOES_NOT_FIT, "queue hpc: 4 GPUs capability, 0 used, asks for 8");
        bench.know(volcano("hpc", "", Resources.none(), Resources.none(), 500));
        expect(Fit.FITS);
    }

    @Test
    void theQueuesAboveLimitAsWell() {
        bench.know(volcano("org", "root", gpus(16), Resources.none(), 16));
        bench.know(volcano("hpc", "org", gpus(64), Resources.none(), 0));
        bench.job("hpc", false, 1);
        expect(Fit.FITS_IF, "queue org: 16 GPUs capability, 16 used, asks for 8");
    }

    @Test
    void whatOtherQueuesAreGuaranteedIsKeptFromIt() {
        bench.know(volcano("hpc", "", Resources.none(), Resources.none(), 2));
        bench.know(volcano("prod", "", Resources.none(), gpus(8), 0));
        bench.job("hpc", false, 1);
        expect(Fit.FITS_IF, "queue hpc: 8 GPUs not guaranteed to other queues, 2 used, asks for 8");
        bench.know(volcano("prod", "", Resources.none(), gpus(4), 0));
        expect(Fit.FITS);
    }

    @Test
    void aClosedQueueIsStopped() {
        bench.know(new SchedulingObject.Queue(
                "hpc", "", false, Resources.none(), Resources.none(), gpus(0), Resources.none(), false));
        bench.job("hpc", false, 1);
        expect(Fit.FITS_IF, "queue hpc is stopped");
    }

    @Test
    void theLimitOfAKaiQueueAndOfItsParentHold() {
        bench.know(kai("dept", "", gpus(32), gpus(0), 28, 0), kai("team", "dept", gpus(16), gpus(0), 12, 0));
        bench.job("team", false, 1);
        expect(
                Fit.FITS_IF,
                "queue team: 16 GPUs limit, 12 used, asks for 8",
                "queue dept: 32 GPUs limit, 28 used, asks for 8");
        bench.job("dept", false, 1);
        assertTrue(bench.verdict("h1").reasons().contains("queue dept has queues below it, and only those take jobs"));
        assertEquals(Fit.DOES_NOT_FIT, bench.verdict("h1").fit());
    }

    @Test
    void whatCannotBePreemptedStaysWithinTheQuota() {
        bench.know(kai("team", "", Resources.none(), gpus(8), 20, 4));
        bench.job("team", false, 1);
        expect(Fit.FITS);
        bench.fleet.job("train").setPriority(100);
        bench.know(kai("team", "", Resources.none(), gpus(8), 20, 5));
        expect(Fit.FITS_IF, "queue team: 8 GPUs quota for what cannot be preempted, 5 used, asks for 8");
    }

    @Test
    void kaiCountsAMigDeviceByItsSizeAndASharedGpuByItsPart() {
        bench.know(kai("team", "", gpus(8), gpus(0), 0, 0));
        bench.job("team", false, 3, TaskSpec.of(Resources.parse("nvidia.com/mig-3g.40gb=1")));
        assertTrue(bench.verdict("h1").reasons().contains("queue team: 8 GPUs limit, 0 used, asks for 9"));
        bench.job("team", false, 3, TaskSpec.of(Resources.parse("alibabacloud.com/gpu-milli=500")));
        bench.know(kai("team", "", gpus(8), gpus(0), 7, 0));
        assertTrue(bench.verdict("h1").reasons().contains("queue team: 8 GPUs limit, 7 used, asks for 2"));
        bench.job("team", false, 3, TaskSpec.of(Resources.of(Map.of(GpuShares.KAI_FRACTION, 600L))));
        assertTrue(bench.verdict("h1").reasons().contains("queue team: 8 GPUs limit, 7 used, asks for 2"));
    }

    @Test
    void whatATaskHoldsItGivesBackWhenItMoves() {
        bench.know(volcano("hpc", "", gpus(8), Resources.none(), 8));
        bench.job("hpc", false, 1);
        bench.fleet.show(
                Seen.gpuNode("h2", 8),
                Seen.pod("train-0", TaskPhase.RUNNING, "h2", Seen.asks(8), Seen.owner("Job", "train")));
        expect(Fit.FITS_IF, "its running task restarts");
    }

    @Test
    void theReplacementOfAPodIsGrantedWhatThatHad() {
        bench.know(volcano("hpc", "", gpus(8), Resources.none(), 8));
        bench.job("hpc", false, 1);
        bench.fleet.show(Seen.pod("train-0", TaskPhase.RUNNING, "a1", Seen.asks(8), Seen.owner("Job", "train")));
        assertEquals(
                Optional.of(Fit.FITS),
                Optional.of(bench.placement
                        .replacements(bench.fleet.task("train-0"))
                        .get(bench.fleet.node("h1"))
                        .fit()));
    }

    private static SchedulingObject group(String name, String owner, String queue, String phase, long gpus) {
        return new SchedulingObject.PodGroup("team", name, owner, queue, phase, gpus(gpus), List.of());
    }

    @Test
    void whatAPodGroupInTheQueueIsKeptForLetsNoOtherIn() {
        bench.know(volcano("hpc", "", gpus(16), Resources.none(), 4), group("first", "", "hpc", "Inqueue", 8));
        bench.job("hpc", false, 1);
        expect(
                Fit.FITS_IF,
                "queue hpc: 16 GPUs capability, 4 used, asks for 8; 8 reserved for admitted PodGroups: "
                        + "Volcano leaves its PodGroup Pending");
        bench.know(group("first", "", "hpc", "Pending", 8));
        expect(Fit.FITS);
    }

    @Test
    void whatIsKeptBelowAQueueIsKeptInIt() {
        bench.know(
                volcano("org", "root", gpus(16), Resources.none(), 4),
                volcano("hpc", "org", Resources.none(), Resources.none(), 0),
                volcano("web", "org", Resources.none(), Resources.none(), 0),
                group("first", "", "web", "Inqueue", 8));
        bench.job("hpc", false, 1);
        expect(
                Fit.FITS_IF,
                "queue org: 16 GPUs capability, 4 used, asks for 8; 8 reserved for admitted PodGroups: "
                        + "Volcano leaves its PodGroup Pending");
    }

    @Test
    void aPodGroupThatIsLetInAlreadyWaitsForNoEntry() {
        bench.know(volcano("hpc", "", gpus(16), Resources.none(), 4), group("first", "", "hpc", "Inqueue", 8));
        bench.job("hpc", false, 1);
        String uid = bench.fleet.job("train").getUid();
        bench.know(group("train", uid, "hpc", "Inqueue", 8));
        expect(Fit.FITS);
    }

    @Test
    void aPendingPodGroupWaitsWhereTheClusterIsOvercommitted() {
        bench.know(volcano("hpc", "", Resources.none(), Resources.none(), 0));
        bench.job("hpc", false, 1);
        bench.know(group("train", bench.fleet.job("train").getUid(), "hpc", "Pending", 8));
        expect(Fit.FITS);
        bench.know(group("first", "", "other", "Inqueue", 12));
        expect(
                Fit.FITS_IF,
                "120 % of the cluster is 19 GPUs, 0 used, 12 reserved for admitted PodGroups, asks for 8: Volcano"
                        + " leaves its PodGroup Pending, unless its plugin overcommit is off or has another factor");
    }
}
