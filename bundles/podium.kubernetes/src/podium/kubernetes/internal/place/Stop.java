// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import java.util.List;
import podium.core.operation.Step;

/** How an owner is stopped so that its templates may change, and started again. */
interface Stop {
    /** Stops it and waits until its pods are gone. */
    List<Step> stop();

    /** Starts it. */
    Step.Write start();
}
