// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import java.util.List;
import podium.core.operation.Step;
import podium.core.port.ApiWrite;

/** How an owner is stopped so that its templates may change, and started again. */
interface Stop {
    /** Stops it and waits until its pods are gone. */
    List<Step> stop();

    /** Stops it without a wait, whatever else has changed; sent again, it finds it stopped. */
    ApiWrite now();

    /** Starts it. */
    Step.Write start();
}
