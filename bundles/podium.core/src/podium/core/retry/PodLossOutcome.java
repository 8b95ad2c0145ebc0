// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

/** What a loss means, the mildest first. */
public enum PodLossOutcome {
    /** New pods come in the place of those that are lost. */
    REPLACED,
    /** The job starts again with all its pods. */
    RESTARTS,
    /** Whether the job survives depends on what is not known here. */
    MAY_END,
    /** The job fails, for good. */
    ENDS
}
