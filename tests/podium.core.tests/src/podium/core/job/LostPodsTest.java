// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import podium.core.change.SchedulingObject;
import podium.core.fleet.SchedulingObjects;
import podium.core.retry.JobBackoffRule;
import podium.core.retry.PodLoss;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.UncountedLossRule;
import podium.core.testkit.TestKinds;
import podium.model.value.WorkKind;

class LostPodsTest {
    private final SchedulingObjects facts = new SchedulingObjects();

    private PodLossOutcome of(String kind, String uid) {
        return LostPods.of(facts, "team", TestKinds.of(kind).is(WorkKind.Trait.REPLACES_PODS), uid, PodLoss.EVICTED, 1)
                .outcome();
    }

    @Test
    void aJobOfAJobSetEndsItOnlyWhenTheSetSaysSo() {
        facts.seen(new SchedulingObject.Retries("team", "job", "set", false, new JobBackoffRule(0, 0)));
        assertEquals(PodLossOutcome.MAY_END, of("Job", "job"), "the set is not known yet");
        facts.seen(new SchedulingObject.Retries(
                "team", "set", "", false, new UncountedLossRule(PodLossOutcome.RESTARTS, "")));
        assertEquals(PodLossOutcome.RESTARTS, of("Job", "job"));
        facts.seen(
                new SchedulingObject.Retries("team", "set", "", false, new UncountedLossRule(PodLossOutcome.ENDS, "")));
        assertEquals(PodLossOutcome.ENDS, of("Job", "job"));
    }

    @Test
    void whatNeverSaysAnythingReplacesItsPods() {
        assertEquals(PodLossOutcome.REPLACED, of("ReplicaSet", "r"));
        assertEquals(PodLossOutcome.MAY_END, of("Job", "unknown"));
        assertEquals(PodLossOutcome.MAY_END, of("SomethingElse", "unknown"));
    }

    @Test
    void howOftenAJobHasFailedMovesNoVerdictOfPlacement() {
        facts.seen(new SchedulingObject.Retries("team", "job", "", false, new JobBackoffRule(6, 0)));
        facts.seen(new SchedulingObject.Retries("team", "job", "", false, new JobBackoffRule(6, 1)));
        assertEquals(0, facts.quotaVersion());
        facts.gone("Retries", "team", "job");
        assertEquals(PodLossOutcome.MAY_END, of("Job", "job"));
    }
}
