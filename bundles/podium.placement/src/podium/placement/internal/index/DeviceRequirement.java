// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import podium.core.fleet.AcceleratorKind;
import podium.model.value.Resources;

/**
 * What a pod asks of the accelerators of a node, and of the cores and the memory beside them.
 *
 * @param resource name of the device resource; empty: it asks for none, or for a share of whichever the node has
 * @param devices how many devices
 * @param each thousandths it asks of each: 1000 is a whole device; 0: it asks for none
 * @param cores millicores
 * @param memory bytes
 */
public record DeviceRequirement(String resource, int devices, int each, long cores, long memory) {
    public static final String THOUSANDTHS = AcceleratorKind.THOUSANDTHS;

    /** All of a device. */
    public static final int WHOLE = 1000;

    /** The ask in requests. Where whole devices and thousandths are named, they say the same twice. */
    public static DeviceRequirement of(Resources requests) {
        String[] name = {""};
        long[] devices = {0};
        requests.forEach((resource, amount) -> {
            if (devices[0] == 0 && amount > 0 && AcceleratorKind.of(resource).isPresent()) {
                name[0] = resource;
                devices[0] = amount;
            }
        });
        long thousandths = requests.get(THOUSANDTHS);
        long count = Math.clamp(devices[0], 0, 1 << 16);
        long each = count > 0 ? WHOLE : 0;
        if (thousandths > 0 && thousandths < Math.max(1, count) * WHOLE) {
            count = Math.max(1, count);
            each = Math.max(1, thousandths / count);
        } else if (thousandths > 0 && count == 0) {
            count = Math.min(1 << 16, (thousandths + WHOLE - 1) / WHOLE);
            each = WHOLE;
        }
        return new DeviceRequirement(
                name[0], (int) count, (int) each, requests.get(Resources.CPU), requests.get(Resources.MEMORY));
    }

    public boolean asksForDevices() {
        return devices > 0;
    }

    public boolean share() {
        return each > 0 && each < WHOLE;
    }

    /** Devices asked for in all; a share counts by its part. */
    public double amount() {
        return devices * (double) each / WHOLE;
    }
}
