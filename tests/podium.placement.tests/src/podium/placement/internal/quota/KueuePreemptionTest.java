// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static podium.placement.internal.QuotaBench.door;
import static podium.placement.internal.QuotaBench.flavor;
import static podium.placement.internal.QuotaBench.gpus;
import static podium.placement.internal.QuotaBench.granted;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.Preemption;
import podium.core.change.SchedulingObject.Preemption.Policy;
import podium.core.testkit.Seen;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.internal.QuotaBench;

/** Whom Kueue evicts for a job, told in its verdict. */
class KueuePreemptionTest {
    private final QuotaBench bench = new QuotaBench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private void expect(String more) {
        assertEquals(
                more.contains("evicting") ? Fit.EVICTS : Fit.FITS_IF,
                bench.verdict("h1").fit());
        String reason = bench.verdict("h1").reasons().getFirst();
        assertEquals(more, reason.substring(reason.indexOf("asks ")));
    }

    private void know(String name, String cohort, long used, long nominal, Preemption preemption) {
        bench.know(new SchedulingObject.ClusterQueue(
                name,
                cohort,
                List.of(List.of(QuotaBench.GPU)),
                List.of(granted("h100", nominal)),
                Map.of("h100", gpus(used)),
                QuotaBench.ANY,
                "",
                preemption,
                List.of()));
    }

    private static Preemption rules(Policy within, Policy reclaim) {
        return new Preemption(within, reclaim, false, OptionalInt.empty());
    }

    private static SchedulingObject workload(
            String name, String queue, int priority, long gpus, @Nullable Instant created) {
        return new SchedulingObject.Workload(
                "team",
                "w-" + name,
                "uid-w-" + name,
                name,
                queue,
                priority,
                created,
                created,
                false,
                Map.of("h100", gpus(gpus)),
                List.of());
    }

    private void job(int priority) {
        bench.know(door(), flavor("h100"));
        bench.job("gold", true, 1);
        bench.fleet.job("train").setPriority(priority);
    }

    @Test
    void aLowerWorkloadOfItsQueueGoesWhereTheQueueSaysSo() {
        job(10);
        bench.know(workload("llm-eval-7", "cq", 0, 8, null));
        know("cq", "", 16, 16, rules(Policy.LOWER_PRIORITY, Policy.NEVER));
        expect("asks for 8; fits by evicting llm-eval-7 (priority 0, 8 GPUs)");
        assertEquals(
                List.of("Kueue evicts job team/llm-eval-7 (priority 0, 8 GPUs)"),
                bench.verdict("h1").evicts());
        know("cq", "", 16, 16, Preemption.NEVER);
        expect("asks for 8");
    }

    /** Kueue asks no node before it evicts: those who go give theirs back. */
    @Test
    void whoGoesForQuotaIsToldAlsoWhereNoNodeHasRoomNow() {
        job(10);
        bench.know(workload("llm-eval-7", "cq", 0, 8, null));
        know("cq", "", 16, 16, rules(Policy.LOWER_PRIORITY, Policy.NEVER));
        for (String node : List.of("h1", "a1")) {
            bench.fleet.show(Seen.pod("full-" + node, TaskPhase.RUNNING, node, Seen.asks(8)));
        }
        assertEquals(
                List.of("Kueue evicts job team/llm-eval-7 (priority 0, 8 GPUs)"),
                bench.placement.evicted(new Subject(bench.fleet.job("train"), List.of())));
    }

    @Test
    void aWorkloadWhoseJobIsKnownIsNamedWithWhatItIsForAndWhatIsLost() {
        job(10);
        bench.know(workload("llm-eval-7", "cq", 0, 8, null));
        TaskSpec spec = TaskSpec.of(Resources.of(Map.of(QuotaBench.GPU, 8L)));
        bench.fleet.show(
                Seen.pod("llm-eval-7-0", TaskPhase.PENDING, "", spec, Seen.owner("PyTorchJob", "w-llm-eval-7")));
        know("cq", "", 16, 16, rules(Policy.LOWER_PRIORITY, Policy.NEVER));
        expect("asks for 8; fits by evicting llm-eval-7 (training, priority 0, 8 GPUs)");
        assertEquals(
                List.of("Kueue evicts job team/llm-eval-7 (training, priority 0, 8 GPUs): loses the work of 8 GPUs"
                        + " since its last checkpoint"),
                bench.verdict("h1").evicts());
    }

    /** Its choice goes by shares that are weighed anew with each admission. */
    @Test
    void whomFairSharingChoosesIsNotSaidForCertain() {
        job(10);
        bench.know(workload("theirs", "other", 0, 16, null));
        know("other", "all", 16, 8, Preemption.NEVER);
        know("cq", "all", 0, 8, new Preemption(Policy.NEVER, Policy.LOWER_PRIORITY, false, OptionalInt.empty(), true));
        expect("asks for 8; fits by evicting others, whom fair sharing chooses: perhaps theirs (priority 0, 16"
                + " GPUs)");
        assertEquals(
                List.of("Kueue evicts others for it, whom fair sharing chooses: perhaps theirs (priority 0, 16 GPUs)"),
                bench.verdict("h1").evicts());
        know("cq", "all", 8, 8, new Preemption(Policy.NEVER, Policy.LOWER_PRIORITY, false, OptionalInt.empty(), true));
        expect("asks for 8; cohort all has 0 to lend; fair sharing may evict others of the cohort for it");
    }

    @Test
    void oneThatIsNotLowerStays() {
        job(10);
        bench.know(workload("llm-eval-7", "cq", 10, 8, null));
        know("cq", "", 16, 16, rules(Policy.LOWER_PRIORITY, Policy.NEVER));
        expect("asks for 8");
    }

    @Test
    void aNewerOneOfTheSamePriorityGoesOnlyForAWorkloadThatWaitedLonger() {
        job(10);
        know("cq", "", 16, 16, rules(Policy.LOWER_OR_NEWER_EQUAL_PRIORITY, Policy.NEVER));
        bench.know(workload("eval", "cq", 10, 8, Instant.ofEpochSecond(20)));
        expect("asks for 8");
        bench.know(new SchedulingObject.Workload(
                "team",
                "w-train",
                bench.fleet.job("train").getUid(),
                "train",
                "",
                10,
                Instant.ofEpochSecond(10),
                null,
                false,
                Map.of(),
                List.of()));
        expect("asks for 8; fits by evicting eval (priority 10, 8 GPUs)");
    }

    @Test
    void thePriorityOfItsWorkloadCountsBeforeThatOfItsPods() {
        job(0);
        know("cq", "", 16, 16, rules(Policy.LOWER_PRIORITY, Policy.NEVER));
        bench.know(
                workload("eval", "cq", 5, 8, null),
                new SchedulingObject.Workload(
                        "team",
                        "w-train",
                        bench.fleet.job("train").getUid(),
                        "train",
                        "",
                        7,
                        null,
                        null,
                        false,
                        Map.of(),
                        List.of()));
        expect("asks for 8; fits by evicting eval (priority 5, 8 GPUs)");
    }

    @Test
    void whatAnotherQueueHasBorrowedIsReclaimed() {
        job(0);
        know("cq", "all", 0, 8, rules(Policy.NEVER, Policy.ANY));
        know("other", "all", 16, 8, Preemption.NEVER);
        bench.know(workload("borrower", "other", 100, 16, null));
        expect("asks for 8; fits by evicting borrower (priority 100, 16 GPUs)");
        know("other", "all", 8, 8, Preemption.NEVER);
        know("cq", "all", 8, 8, rules(Policy.NEVER, Policy.ANY));
        expect("asks for 8; cohort all has 0 to lend");
    }

    @Test
    void oneThatWouldBorrowItselfEvictsOthersOnlyWhereItsQueueSaysSo() {
        job(10);
        know("cq", "all", 4, 8, rules(Policy.NEVER, Policy.ANY));
        know("other", "all", 12, 8, Preemption.NEVER);
        bench.know(workload("borrower", "other", 0, 12, null));
        expect("asks for 8; cohort all has 0 to lend");
        know("cq", "all", 4, 8, new Preemption(Policy.NEVER, Policy.ANY, true, OptionalInt.empty()));
        expect("asks for 8; fits by evicting borrower (priority 0, 12 GPUs)");
        know("cq", "all", 4, 8, new Preemption(Policy.NEVER, Policy.ANY, true, OptionalInt.of(-1)));
        expect("asks for 8; cohort all has 0 to lend");
    }

    @Test
    void noMoreGoThanHaveToAndTheLowestFirst() {
        job(10);
        know("cq", "", 16, 16, rules(Policy.LOWER_PRIORITY, Policy.NEVER));
        bench.know(workload("a", "cq", 1, 4, null), workload("b", "cq", 0, 4, null), workload("c", "cq", 2, 8, null));
        expect("asks for 8; fits by evicting b (priority 0, 4 GPUs), a (priority 1, 4 GPUs)");
        bench.know(workload("b", "cq", 0, 2, null));
        expect("asks for 8; fits by evicting c (priority 2, 8 GPUs)");
    }
}
