// SPDX-License-Identifier: Apache-2.0
package podium.placement;

/**
 * What is free on the devices of a node.
 *
 * @param devices offered in all
 * @param whole devices of which nobody holds any part
 * @param free devices free, shares counted by their part
 * @param stranded of those free, the ones that what is usually asked for here could not use; at most 1.5 times those free
 */
public record FreeDevices(int devices, int whole, double free, double stranded) {
    public static final FreeDevices NONE = new FreeDevices(0, 0, 0, 0);
}
