// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.pin.Suspension;

/** A kind with a suspend field. */
public interface SuspendedKind extends WorkloadKind {
    /** Its suspend field, and what holds once its pods are gone. */
    Suspension suspension(ObjectRef ref, JsonNode owner);

    /** Why it would not go on once it was stopped; empty: it starts again when it is told to. */
    default Optional<String> whyNotStopped(JsonNode owner) {
        return Optional.empty();
    }
}
