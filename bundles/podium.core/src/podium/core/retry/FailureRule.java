// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

/**
 * A rule of a Job's podFailurePolicy (KEP-3329).
 *
 * @param disruption it is about the condition DisruptionTarget: sure for an evicted pod, never true for a deleted one
 * @param exitCode it is about exit codes, which nobody knows beforehand
 * @param doubt what else it goes by, or does, that is not known here, as a clause; empty: all of it is known
 */
public record FailureRule(Action action, boolean disruption, boolean exitCode, String doubt) {
    /** What it does with the failure. */
    public enum Action {
        FAIL_JOB,
        FAIL_INDEX,
        IGNORE,
        COUNT,
        /** A newer Kubernetes than Podium knows of. */
        UNKNOWN
    }

    /** True when it may hold for a pod that is lost in this way. */
    boolean mayHold(PodLoss loss) {
        return exitCode || (disruption ? loss == PodLoss.EVICTED : !doubt.isEmpty());
    }

    /** True when it certainly holds, and no later rule is looked at. */
    boolean holds(PodLoss loss) {
        return disruption && loss == PodLoss.EVICTED;
    }
}
