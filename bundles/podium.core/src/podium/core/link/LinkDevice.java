// SPDX-License-Identifier: Apache-2.0
package podium.core.link;

import java.util.OptionalInt;

/**
 * A device as CUDA knows it.
 *
 * @param index on this machine, as NVML numbers it
 * @param uuid the maker's identifier
 * @param name of the product
 * @param pciBusId its address on the PCI bus
 * @param capability CUDA compute capability, such as 9.0
 * @param multiprocessors how many; empty when not told
 * @param copyEngines copies that can run at once; empty when not told
 */
public record LinkDevice(
        int index,
        String uuid,
        String name,
        String pciBusId,
        String capability,
        OptionalInt multiprocessors,
        OptionalInt copyEngines) {}
