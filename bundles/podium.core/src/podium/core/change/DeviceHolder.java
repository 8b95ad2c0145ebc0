// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

import java.util.OptionalInt;

/**
 * A pod that a source says holds a device.
 *
 * @param index index of the device on its node; empty when the source does not tell
 * @param uuid device or MIG identifier; empty when the source does not tell
 * @param slice of the device: its number at the source and its profile, with a colon between; empty: the whole device
 */
public record DeviceHolder(OptionalInt index, String uuid, String slice, String namespace, String pod) {
    /** Of the whole device. */
    public DeviceHolder(OptionalInt index, String uuid, String namespace, String pod) {
        this(index, uuid, "", namespace, pod);
    }
}
