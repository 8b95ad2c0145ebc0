// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

/**
 * A rule of a Job's podFailurePolicy (KEP-3329).
 *
 * @param disruption it is about the condition DisruptionTarget: sure for an evicted pod, never true for a deleted one
 * @param exitCode it is about exit codes, which nobody knows beforehand
 */
public record FailureRule(Action action, boolean disruption, boolean exitCode) {
    /** What it does with the failure. */
    public enum Action {
        FAIL_JOB,
        FAIL_INDEX,
        IGNORE,
        COUNT
    }
}
