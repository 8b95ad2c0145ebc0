// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import podium.core.change.Fact;
import podium.core.retry.FixedRule;
import podium.core.retry.JobRule;
import podium.core.retry.Loss;
import podium.core.retry.Outcome;

class LostPodsTest {
    private final Facts facts = new Facts();

    private Outcome of(String kind, String uid) {
        return LostPods.of(facts, "team", kind, uid, Loss.EVICTED, 1).outcome();
    }

    @Test
    void aJobOfAJobSetEndsItOnlyWhenTheSetSaysSo() {
        facts.seen(new Fact.Retries("team", "job", "set", "JobSet", new JobRule(0, 0)));
        assertEquals(Outcome.MAY_END, of("Job", "job"), "the set is not known yet");
        facts.seen(new Fact.Retries("team", "set", "", "", new FixedRule(Outcome.RESTARTS, "")));
        assertEquals(Outcome.RESTARTS, of("Job", "job"));
        facts.seen(new Fact.Retries("team", "set", "", "", new FixedRule(Outcome.ENDS, "")));
        assertEquals(Outcome.ENDS, of("Job", "job"));
    }

    @Test
    void whatNeverSaysAnythingReplacesItsPods() {
        assertEquals(Outcome.REPLACED, of("ReplicaSet", "r"));
        assertEquals(Outcome.MAY_END, of("Job", "unknown"));
        assertEquals(Outcome.MAY_END, of("SomethingElse", "unknown"));
    }

    @Test
    void howOftenAJobHasFailedMovesNoVerdictOfPlacement() {
        long version = facts.version();
        facts.seen(new Fact.Retries("team", "job", "", "", new JobRule(6, 0)));
        facts.seen(new Fact.Retries("team", "job", "", "", new JobRule(6, 1)));
        assertEquals(version, facts.version());
        assertEquals(0, facts.quotaVersion());
        facts.gone("Retries", "team", "job");
        assertEquals(Outcome.MAY_END, of("Job", "job"));
    }
}
