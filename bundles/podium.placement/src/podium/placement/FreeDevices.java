// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.Map;

/**
 * What is free on the devices of a node.
 *
 * @param devices offered in all
 * @param whole devices of which nobody holds any part
 * @param free devices free, shares counted by their part
 * @param stranded of those free, the ones that what is usually asked for here could not use; at most 1.5 times those free
 * @param parts parts free of devices that are divided, by profile: MIG slices, partitions, shares; they are in no other number
 */
public record FreeDevices(int devices, int whole, double free, double stranded, Map<String, Integer> parts) {
    public FreeDevices {
        parts = Map.copyOf(parts);
    }

    /** Of devices that are not divided. */
    public FreeDevices(int devices, int whole, double free, double stranded) {
        this(devices, whole, free, stranded, Map.of());
    }

    /** Whether there is nothing but parts: slices of a divided GPU, or shares of one. */
    public boolean onlyParts() {
        return devices == 0 && !parts.isEmpty();
    }

    public static final FreeDevices NONE = new FreeDevices(0, 0, 0, 0);
}
