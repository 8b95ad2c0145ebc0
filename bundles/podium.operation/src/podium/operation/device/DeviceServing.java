// SPDX-License-Identifier: Apache-2.0
package podium.operation.device;

import java.util.Optional;
import podium.core.api.ObjectRef;

/** How a device is served, and so what can keep work off it. */
public sealed interface DeviceServing {
    /** The effect of a device taint (KEP-5055). */
    enum Effect {
        /** Nothing happens; the cluster says once what NoExecute would do. */
        NONE("None"),
        /** Nothing new is put on the device. */
        NO_SCHEDULE("NoSchedule"),
        /** Nothing new is put on it, and what uses it is deleted. */
        NO_EXECUTE("NoExecute");

        private final String text;

        Effect(String text) {
            this.text = text;
        }

        /** As the API writes it. */
        public String text() {
            return text;
        }
    }

    /**
     * Dynamic resource allocation serves the device, and the server takes rules that taint it.
     *
     * @param driver name of the driver
     * @param pool in which it publishes the device
     * @param device its name in the pool
     * @param uuid the maker's identifier; empty when the driver does not tell
     * @param slice the ResourceSlice that publishes it
     * @param namePointer JSON pointer of its name in the slice
     * @param uuidPointer JSON pointer of its hardware identity there: a name alone may pass to other hardware
     * @param ruleVersion version of resource.k8s.io in which rules are written
     * @param rule our rule for the device where there is one
     */
    record Served(
            String driver,
            String pool,
            String device,
            String uuid,
            ObjectRef slice,
            String namePointer,
            String uuidPointer,
            String ruleVersion,
            Optional<Rule> rule)
            implements DeviceServing {}

    /**
     * A rule of ours that taints a device.
     *
     * @param object as it was read, JSON
     * @param told what the cluster says it does or would do; empty: it has not said anything
     */
    record Rule(ObjectRef ref, String uid, String object, Effect effect, String told) {}

    /** Nothing in the API takes this one device out of service; the reason in words. */
    record Unserved(String why) implements DeviceServing {}
}
