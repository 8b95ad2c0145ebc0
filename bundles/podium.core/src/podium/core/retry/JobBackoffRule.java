// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import podium.core.retry.FailureRule.Action;
import podium.core.texts.Texts;

/**
 * How a batch/v1 Job counts. A pod that is deleted before it has succeeded counts as failed (kubernetes
 * pkg/controller/job/job_controller.go, isPodFailed), evicted or not; more than backoffLimit of them end the Job
 * (syncJob, BackoffLimitExceeded). Suspending it counts nothing: its controller takes the tracking finalizer off the pods before it
 * deletes them (deleteJobPods). What a rule of podFailurePolicy says comes before the counting, the first that matches
 * (pod_failure_policy.go, matchPodFailurePolicy).
 *
 * @param limit backoffLimit
 * @param failed status.failed
 * @param perIndex backoffLimitPerIndex (KEP-3850); a Job with a failed index ends failed
 * @param maxFailedIndexes more of them end it at once; empty: only when all indexes are done
 * @param failedIndexes how many have failed
 * @param rules of podFailurePolicy, in their order
 */
public record JobBackoffRule(
        int limit,
        int failed,
        OptionalInt perIndex,
        OptionalInt maxFailedIndexes,
        int failedIndexes,
        List<FailureRule> rules)
        implements PodLossRule {
    public JobBackoffRule {
        rules = List.copyOf(rules);
    }

    /** One that only counts. */
    public JobBackoffRule(int limit, int failed) {
        this(limit, failed, OptionalInt.empty(), OptionalInt.empty(), 0, List.of());
    }

    @Override
    public PodLossEffect after(PodLoss loss, int pods) {
        List<FailureRule> may = possible(loss);
        Set<Action> actions = EnumSet.noneOf(Action.class);
        may.forEach(rule -> actions.add(rule.action()));
        if (may.isEmpty() || !may.getLast().holds(loss)) {
            actions.add(Action.COUNT);
        }
        if (actions.size() == 1 && !actions.contains(Action.UNKNOWN)) {
            return after(actions.iterator().next(), pods);
        }
        boolean harmless = actions.stream()
                .allMatch(action ->
                        action != Action.UNKNOWN && after(action, pods).survives());
        return harmless
                ? new PodLossEffect(PodLossOutcome.REPLACED, counted(pods))
                : new PodLossEffect(PodLossOutcome.MAY_END, doubt(may));
    }

    private static String doubt(List<FailureRule> may) {
        return may.stream()
                .map(FailureRule::doubt)
                .filter(doubt -> !doubt.isEmpty())
                .findFirst()
                .orElse(Texts.of("JobBackoffRule.itsPodfailurepolicyDependsOn"));
    }

    /** The rules that may hold, up to the first that certainly does. */
    private List<FailureRule> possible(PodLoss loss) {
        List<FailureRule> possible = new ArrayList<>();
        for (FailureRule rule : rules) {
            if (rule.mayHold(loss)) {
                possible.add(rule);
                if (rule.holds(loss)) {
                    break;
                }
            }
        }
        return possible;
    }

    private PodLossEffect after(Action action, int pods) {
        return switch (action) {
            case FAIL_JOB ->
                new PodLossEffect(PodLossOutcome.ENDS, Texts.of("JobBackoffRule.itsPodfailurepolicySaysFailjob"));
            case FAIL_INDEX -> indexFails(pods, Texts.of("JobBackoffRule.itsPodfailurepolicySaysFailindex"));
            case IGNORE ->
                new PodLossEffect(PodLossOutcome.REPLACED, Texts.of("JobBackoffRule.itsPodfailurepolicyDoesNot"));
            case COUNT, UNKNOWN -> count(pods);
        };
    }

    private PodLossEffect count(int pods) {
        if ((long) failed + pods > limit) {
            return new PodLossEffect(
                    PodLossOutcome.ENDS,
                    failed == 0
                            ? Texts.of("JobBackoffRule.eachLostPodCounts", limit)
                            : Texts.of("JobBackoffRule.eachLostPodCountsAfterFailures", limit, failed));
        } else if (perIndex.isPresent()) {
            int most = perIndex.getAsInt();
            if (most == 0) {
                return indexFails(pods, Texts.of("JobBackoffRule.backofflimitperindexIs"));
            } else if (failed + 1 > most) {
                return new PodLossEffect(PodLossOutcome.MAY_END, Texts.of("JobBackoffRule.howOftenThisIndex", most));
            }
        }
        return new PodLossEffect(PodLossOutcome.REPLACED, counted(pods));
    }

    private String counted(int pods) {
        return limit == Integer.MAX_VALUE
                ? Texts.of("JobBackoffRule.itCountsAsFailed")
                : pods == 1
                        ? Texts.of("JobBackoffRule.itCountsAsFailure", failed + pods, limit)
                        : Texts.of("JobBackoffRule.theyCountAsFailures", failed + pods, limit);
    }

    private PodLossEffect indexFails(int pods, String why) {
        boolean now = maxFailedIndexes.isPresent() && failedIndexes + pods > maxFailedIndexes.getAsInt();
        return new PodLossEffect(
                PodLossOutcome.ENDS,
                now
                        ? Texts.of("JobBackoffRule.andMaxfailedindexesIs", why, maxFailedIndexes.getAsInt())
                        : Texts.of("JobBackoffRule.itsIndexFailsFor", why));
    }
}
