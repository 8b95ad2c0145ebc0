// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

/** A kind whose pods cannot be placed by changing the object, such as a DaemonSet. */
public interface FixedKind extends WorkloadKind {
    /** Why, and what to do instead, in a sentence each. */
    record Why(String reason, String advice) {}

    Why why();

    /** Whether it cannot be pinned or held even before it exists. */
    default boolean isFixedBefore() {
        return false;
    }
}
