// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import podium.core.retry.FailureRule.Action;

class LossRuleTest {
    private static final FailureRule SPARED = new FailureRule(Action.IGNORE, true, false);

    private static JobRule rules(int limit, FailureRule... rules) {
        return new JobRule(limit, 0, OptionalInt.empty(), OptionalInt.empty(), 0, List.of(rules));
    }

    private static Outcome outcome(LossRule rule, Loss loss, int pods) {
        return rule.after(loss, pods).outcome();
    }

    @Test
    void aJobWithoutRetriesEndsWithItsFirstLostPod() {
        Aftermath after = new JobRule(0, 0).after(Loss.EVICTED, 1);
        assertEquals(Outcome.ENDS, after.outcome());
        assertEquals("each lost pod counts as failed and backoffLimit is 0", after.why());
    }

    @Test
    void whatFailedBeforeAndWhatIsLostTogetherCounts() {
        assertEquals(Outcome.REPLACED, outcome(new JobRule(6, 5), Loss.DELETED, 1));
        assertEquals(Outcome.ENDS, outcome(new JobRule(6, 6), Loss.DELETED, 1));
        assertEquals(Outcome.REPLACED, outcome(new JobRule(6, 0), Loss.DELETED, 6));
        assertEquals(Outcome.ENDS, outcome(new JobRule(6, 0), Loss.DELETED, 16));
    }

    @Test
    void aPolicyThatIgnoresDisruptionsSparesEvictionsAndNotDeletions() {
        assertEquals(Outcome.REPLACED, outcome(rules(0, SPARED), Loss.EVICTED, 16));
        assertEquals(Outcome.ENDS, outcome(rules(0, SPARED), Loss.DELETED, 1));
    }

    @Test
    void aRuleAboutExitCodesBeforeItLeavesItOpen() {
        FailureRule codes = new FailureRule(Action.FAIL_JOB, false, true);
        assertEquals(Outcome.MAY_END, outcome(rules(6, codes, SPARED), Loss.EVICTED, 1));
        assertEquals(Outcome.REPLACED, outcome(rules(6, SPARED, codes), Loss.EVICTED, 1));
        assertEquals(Outcome.MAY_END, outcome(rules(6, codes), Loss.DELETED, 1));
        FailureRule counts = new FailureRule(Action.COUNT, false, true);
        assertEquals(Outcome.REPLACED, outcome(rules(6, counts), Loss.DELETED, 1));
    }

    @Test
    void anIndexWithoutRetriesFailsAndWithItTheJob() {
        JobRule none = new JobRule(Integer.MAX_VALUE, 0, OptionalInt.of(0), OptionalInt.empty(), 0, List.of());
        assertEquals(Outcome.ENDS, outcome(none, Loss.EVICTED, 1));
        JobRule one = new JobRule(Integer.MAX_VALUE, 0, OptionalInt.of(1), OptionalInt.of(3), 0, List.of());
        assertEquals(Outcome.REPLACED, outcome(one, Loss.EVICTED, 4));
        JobRule used = new JobRule(Integer.MAX_VALUE, 1, OptionalInt.of(1), OptionalInt.of(3), 0, List.of());
        assertEquals(Outcome.MAY_END, outcome(used, Loss.EVICTED, 1));
    }

    @Test
    void theOwnerDecidesWhatAFailedJobMeans() {
        JobRule job = new JobRule(0, 0);
        FixedRule restarts = new FixedRule(Outcome.RESTARTS, "restart 1 of maxRestarts 3");
        Aftermath after = LossRule.of(List.of(job, restarts), true, Loss.DELETED, 1);
        assertEquals(Outcome.RESTARTS, after.outcome());
        assertTrue(after.why().endsWith("backoffLimit is 0; restart 1 of maxRestarts 3"), after::why);
        FixedRule ends = new FixedRule(Outcome.ENDS, "a JobSet without failurePolicy fails with its first failed Job");
        assertEquals(
                Outcome.ENDS,
                LossRule.of(List.of(job, ends), true, Loss.DELETED, 1).outcome());
        assertEquals(
                Outcome.REPLACED,
                LossRule.of(List.of(new JobRule(6, 0), ends), true, Loss.DELETED, 1)
                        .outcome());
        FixedRule perhaps = new FixedRule(Outcome.MAY_END, "perhaps");
        assertEquals(
                Outcome.MAY_END,
                LossRule.of(List.of(perhaps, ends), true, Loss.DELETED, 1).outcome());
    }

    @Test
    void anUnknownOwnerIsNoPromise() {
        assertEquals(
                Outcome.MAY_END, LossRule.of(List.of(), false, Loss.EVICTED, 1).outcome());
        assertEquals(
                Outcome.MAY_END,
                LossRule.of(List.of(new JobRule(0, 0)), false, Loss.EVICTED, 1).outcome());
        assertEquals(
                Outcome.REPLACED,
                LossRule.of(List.of(new JobRule(6, 0)), false, Loss.EVICTED, 1).outcome());
    }
}
