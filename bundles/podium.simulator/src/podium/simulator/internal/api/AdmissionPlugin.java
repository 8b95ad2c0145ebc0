// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import podium.simulator.internal.api.auth.User;
import podium.simulator.store.ApiException;
import podium.simulator.store.ResourceType;

/** Looks at every write before it is stored, as an admission webhook does. Called on the request's thread. */
@FunctionalInterface
public interface AdmissionPlugin {

    /** Lets everything pass. */
    AdmissionPlugin NONE = request -> {};

    /** What is about to be done. */
    enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    /**
     * One write.
     *
     * @param operation what is about to be done
     * @param type the object's type
     * @param subresource the part that is written, empty for the object itself
     * @param object the new state, which may be changed; for a deletion the present one, which may not
     * @param before the present state, empty for a creation
     * @param user who asks
     * @param dryRun whether nothing will be kept
     */
    record Request(
            Operation operation,
            ResourceType type,
            String subresource,
            ObjectNode object,
            Optional<ObjectNode> before,
            User user,
            boolean dryRun) {}

    /**
     * Lets the write pass, perhaps changed.
     *
     * @throws ApiException to refuse it
     */
    void review(Request request);
}
