// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import podium.core.change.SchedulingObject;
import podium.core.retry.UncountedLossRule;
import podium.core.retry.JobBackoffRule;
import podium.core.retry.PodLoss;
import podium.core.retry.PodLossOutcome;

class LostPodsTest {
    private final SchedulingObjects facts = new SchedulingObjects();

    private PodLossOutcome of(String kind, String uid) {
        return LostPods.of(facts, "team", kind, uid, PodLoss.EVICTED, 1).outcome();
    }

    @Test
    void aJobOfAJobSetEndsItOnlyWhenTheSetSaysSo() {
        facts.seen(new SchedulingObject.Retries("team", "job", "set", "JobSet", new JobBackoffRule(0, 0)));
        assertEquals(PodLossOutcome.MAY_END, of("Job", "job"), "the set is not known yet");
        facts.seen(new SchedulingObject.Retries("team", "set", "", "", new UncountedLossRule(PodLossOutcome.RESTARTS, "")));
        assertEquals(PodLossOutcome.RESTARTS, of("Job", "job"));
        facts.seen(new SchedulingObject.Retries("team", "set", "", "", new UncountedLossRule(PodLossOutcome.ENDS, "")));
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
        long version = facts.version();
        facts.seen(new SchedulingObject.Retries("team", "job", "", "", new JobBackoffRule(6, 0)));
        facts.seen(new SchedulingObject.Retries("team", "job", "", "", new JobBackoffRule(6, 1)));
        assertEquals(version, facts.version());
        assertEquals(0, facts.quotaVersion());
        facts.gone("Retries", "team", "job");
        assertEquals(PodLossOutcome.MAY_END, of("Job", "job"));
    }
}
