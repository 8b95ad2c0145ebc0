// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import podium.kubernetes.internal.plan.Refusal;

/** A kind whose number of pods can be changed while it exists. */
public interface ScaledKind extends WorkloadKind {
    /** Whether those with the highest ordinals go first when there are to be fewer; else its controller chooses. */
    default boolean isOrdered() {
        return false;
    }

    /** Whether Kueue keeps it in the queue that it was made in, or out of all, for good. */
    default boolean keepsQueue() {
        return false;
    }

    /** Refuses a number that somebody would not let it have. */
    default void check(JsonNode owner, int to) throws Refusal {
        // whatever its kind allows
    }

    /** The number an object has now, and how it is changed. */
    Replicas replicas(JsonNode owner) throws Refusal;
}
