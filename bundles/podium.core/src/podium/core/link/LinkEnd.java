// SPDX-License-Identifier: Apache-2.0
package podium.core.link;

/** One end of a link of this machine. */
public sealed interface LinkEnd {
    /** The memory of the machine itself, page-locked. */
    record Host() implements LinkEnd {}

    /**
     * A device.
     *
     * @param index on this machine, as NVML numbers it
     */
    record Device(int index) implements LinkEnd {}
}
