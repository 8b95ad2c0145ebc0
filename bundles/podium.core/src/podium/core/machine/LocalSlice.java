// SPDX-License-Identifier: Apache-2.0
package podium.core.machine;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A slice of a device (a MIG device).
 *
 * @param number among the slices of its device
 * @param uuid identifier that the driver gave it
 * @param profile e.g. 1g.10gb; empty when unknown
 * @param gpuInstance NVML's number of the instance it is in
 * @param computeInstance NVML's number of the compute instance; empty when unknown
 * @param firstMemorySlice where the instance begins; empty when this process may not see it
 * @param memorySlices how many memory slices the instance has
 * @param multiprocessors how many it has; empty when unknown
 * @param memoryBytes of its own
 * @param memoryUsed bytes
 */
public record LocalSlice(
        int number,
        String uuid,
        String profile,
        OptionalInt gpuInstance,
        OptionalInt computeInstance,
        OptionalInt firstMemorySlice,
        OptionalInt memorySlices,
        OptionalInt multiprocessors,
        OptionalLong memoryBytes,
        OptionalLong memoryUsed) {}
