// SPDX-License-Identifier: Apache-2.0
package podium.operation.drain;

/** What a drain does to a pod. */
public enum Fate {
    EVICT,
    /** DaemonSet and mirror pods stay, as with kubectl drain. */
    STAYS,
    FINISHED,
    /** A rule forbids the eviction until something changes. */
    BLOCKS
}
