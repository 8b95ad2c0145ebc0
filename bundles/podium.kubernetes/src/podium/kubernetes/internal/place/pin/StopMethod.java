// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import podium.core.api.ApiWrite;
import podium.operation.plan.Step;

/** How an owner is stopped so that its templates may change, and started again. */
public interface StopMethod {
    /**
     * Stops it and waits until its pods are gone.
     *
     * @param tests of a JSON patch: it is stopped only while they hold, where it is stopped by its own object
     */
    List<Step> stop(ArrayNode tests);

    /** Stops it without a wait, whatever else has changed; sent again, it finds it stopped. */
    ApiWrite now();

    /** Starts it. */
    Step.Write start();
}
