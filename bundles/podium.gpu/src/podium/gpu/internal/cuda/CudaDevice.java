// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.cuda;

import java.util.OptionalInt;

/**
 * What CUDA tells of a device.
 *
 * @param uuid as NVML writes it
 * @param pciBusId such as 0000:9B:00.0
 * @param multiprocessors empty when not told
 * @param copyEngines empty when not told
 */
public record CudaDevice(
        int ordinal,
        String uuid,
        String name,
        String pciBusId,
        String capability,
        OptionalInt multiprocessors,
        OptionalInt copyEngines) {}
