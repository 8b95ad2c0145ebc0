// SPDX-License-Identifier: Apache-2.0
package podium.operation.device;

import java.util.concurrent.CompletableFuture;
import podium.model.fleet.Accelerator;
import podium.operation.plan.Plan;

/** Takes single devices out of service. In the realm. */
public interface DeviceCordonService {
    /** Asks the cluster how the device is served. Completes on another thread; with an exception when the cluster does not answer. */
    CompletableFuture<DeviceServing> ask(Accelerator device);

    /**
     * Taints the device: a rule is made with effect None first, the cluster says what it would do, the device's identity is looked at
     * again, and only then the effect is set. A rule of ours that is there is changed.
     */
    Plan taint(Accelerator device, DeviceServing.Served site, DeviceServing.Effect effect);

    /**
     * Removes our rule.
     *
     * @throws IllegalArgumentException when there is none
     */
    Plan untaint(Accelerator device, DeviceServing.Served site);

    /** Writes on the node that one of its devices is out of service. A mark for people and their automation: it keeps no work off it. */
    Plan label(Accelerator device);
}
