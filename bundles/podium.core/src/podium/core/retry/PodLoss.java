// SPDX-License-Identifier: Apache-2.0
package podium.core.retry;

/** How a pod is lost. */
public enum PodLoss {
    /** Through the eviction API, which sets the condition DisruptionTarget on it (KEP-3329). */
    EVICTED,
    /** By a plain delete: no condition tells that it was not its own fault. */
    DELETED
}
