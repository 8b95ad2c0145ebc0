// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import podium.core.retry.FailureRule.Action;

class PodLossRuleTest {
    private static final FailureRule SPARED = new FailureRule(Action.IGNORE, true, false, "");

    private static JobBackoffRule rules(int limit, FailureRule... rules) {
        return new JobBackoffRule(limit, 0, OptionalInt.empty(), OptionalInt.empty(), 0, List.of(rules));
    }

    private static PodLossOutcome outcome(PodLossRule rule, PodLoss loss, int pods) {
        return rule.after(loss, pods).outcome();
    }

    @Test
    void aJobWithoutRetriesEndsWithItsFirstLostPod() {
        PodLossEffect after = new JobBackoffRule(0, 0).after(PodLoss.EVICTED, 1);
        assertEquals(PodLossOutcome.ENDS, after.outcome());
        assertEquals("each lost pod counts as failed and backoffLimit is 0", after.why());
    }

    @Test
    void whatFailedBeforeAndWhatIsLostTogetherCounts() {
        assertEquals(PodLossOutcome.REPLACED, outcome(new JobBackoffRule(6, 5), PodLoss.DELETED, 1));
        assertEquals(PodLossOutcome.ENDS, outcome(new JobBackoffRule(6, 6), PodLoss.DELETED, 1));
        assertEquals(PodLossOutcome.REPLACED, outcome(new JobBackoffRule(6, 0), PodLoss.DELETED, 6));
        assertEquals(PodLossOutcome.ENDS, outcome(new JobBackoffRule(6, 0), PodLoss.DELETED, 16));
    }

    @Test
    void aPolicyThatIgnoresDisruptionsSparesEvictionsAndNotDeletions() {
        assertEquals(PodLossOutcome.REPLACED, outcome(rules(0, SPARED), PodLoss.EVICTED, 16));
        assertEquals(PodLossOutcome.ENDS, outcome(rules(0, SPARED), PodLoss.DELETED, 1));
    }

    @Test
    void aRuleAboutExitCodesBeforeItLeavesItOpen() {
        FailureRule codes = new FailureRule(Action.FAIL_JOB, false, true, "");
        assertEquals(PodLossOutcome.MAY_END, outcome(rules(6, codes, SPARED), PodLoss.EVICTED, 1));
        assertEquals(PodLossOutcome.REPLACED, outcome(rules(6, SPARED, codes), PodLoss.EVICTED, 1));
        assertEquals(PodLossOutcome.MAY_END, outcome(rules(6, codes), PodLoss.DELETED, 1));
        FailureRule counts = new FailureRule(Action.COUNT, false, true, "");
        assertEquals(PodLossOutcome.REPLACED, outcome(rules(6, counts), PodLoss.DELETED, 1));
    }

    @Test
    void anIndexWithoutRetriesFailsAndWithItTheJob() {
        JobBackoffRule none =
                new JobBackoffRule(Integer.MAX_VALUE, 0, OptionalInt.of(0), OptionalInt.empty(), 0, List.of());
        assertEquals(PodLossOutcome.ENDS, outcome(none, PodLoss.EVICTED, 1));
        JobBackoffRule one =
                new JobBackoffRule(Integer.MAX_VALUE, 0, OptionalInt.of(1), OptionalInt.of(3), 0, List.of());
        assertEquals(PodLossOutcome.REPLACED, outcome(one, PodLoss.EVICTED, 4));
        JobBackoffRule used =
                new JobBackoffRule(Integer.MAX_VALUE, 1, OptionalInt.of(1), OptionalInt.of(3), 0, List.of());
        assertEquals(PodLossOutcome.MAY_END, outcome(used, PodLoss.EVICTED, 1));
    }

    @Test
    void theOwnerDecidesWhatAFailedJobMeans() {
        JobBackoffRule job = new JobBackoffRule(0, 0);
        UncountedLossRule restarts = new UncountedLossRule(PodLossOutcome.RESTARTS, "restart 1 of maxRestarts 3");
        PodLossEffect after = PodLossRule.of(List.of(job, restarts), true, PodLoss.DELETED, 1);
        assertEquals(PodLossOutcome.RESTARTS, after.outcome());
        assertTrue(after.why().endsWith("backoffLimit is 0; restart 1 of maxRestarts 3"), after::why);
        UncountedLossRule ends = new UncountedLossRule(
                PodLossOutcome.ENDS, "a JobSet without failurePolicy fails with its first failed Job");
        assertEquals(
                PodLossOutcome.ENDS,
                PodLossRule.of(List.of(job, ends), true, PodLoss.DELETED, 1).outcome());
        assertEquals(
                PodLossOutcome.REPLACED,
                PodLossRule.of(List.of(new JobBackoffRule(6, 0), ends), true, PodLoss.DELETED, 1)
                        .outcome());
        UncountedLossRule perhaps = new UncountedLossRule(PodLossOutcome.MAY_END, "perhaps");
        assertEquals(
                PodLossOutcome.MAY_END,
                PodLossRule.of(List.of(perhaps, ends), true, PodLoss.DELETED, 1).outcome());
    }

    @Test
    void anUnknownOwnerIsNoPromise() {
        assertEquals(
                PodLossOutcome.MAY_END,
                PodLossRule.of(List.of(), false, PodLoss.EVICTED, 1).outcome());
        assertEquals(
                PodLossOutcome.MAY_END,
                PodLossRule.of(List.of(new JobBackoffRule(0, 0)), false, PodLoss.EVICTED, 1)
                        .outcome());
        assertEquals(
                PodLossOutcome.REPLACED,
                PodLossRule.of(List.of(new JobBackoffRule(6, 0)), false, PodLoss.EVICTED, 1)
                        .outcome());
    }
}
