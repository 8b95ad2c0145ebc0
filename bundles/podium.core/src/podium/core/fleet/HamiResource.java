// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.Map;
import java.util.Optional;

/**
 * What a resource name means to HAMi, for every maker: how many devices, how much memory, how much of the cores of each.
 * Sources: the device configuration of charts/hami and pkg/device of Project-HAMi/HAMi, which also tells the units (one of memory
 * is 256 MiB for Cambricon and Iluvatar, 512 MiB for Moore Threads, whose GPUs have 16 cores, and 1 GiB for MetaX; Ascend counts
 * cores that differ from card to card and are not compared here).
 *
 * @param unit mebibytes, or hundredths of percent of the cores, in one of it
 */
record HamiResource(Role role, int unit) {
    /** What is counted, in the order of a share. */
    enum Role {
        COUNT,
        MEMORY,
        PERCENT,
        CORES,
        /** Slices of one device that is cut in six (Enflame's DRS: profiles of 1, 3 and 6). */
        SIXTHS
    }

    /** More mebibytes than any device has: what is more counts bytes. */
    private static final long BYTES = 1L << 24;

    private static final HamiResource COUNT = new HamiResource(Role.COUNT, 1);
    private static final HamiResource MIB = new HamiResource(Role.MEMORY, 1);
    private static final HamiResource QUARTER_GIB = new HamiResource(Role.MEMORY, 256);
    private static final HamiResource CORES = new HamiResource(Role.CORES, 100);
    private static final HamiResource UNCOMPARED = new HamiResource(Role.CORES, 0);

    private static final Map<String, HamiResource> NAMES = Map.ofEntries(
            Map.entry("nvidia.com/gpu", COUNT),
            Map.entry("nvidia.com/gpumem", MIB),
            Map.entry("nvidia.com/gpumem-percentage", new HamiResource(Role.PERCENT, 1)),
            Map.entry("nvidia.com/gpucores", CORES),
            Map.entry("amd.com/gpu", COUNT),
            Map.entry("amd.com/gpumem", MIB),
            Map.entry("amd.com/gpucores", CORES),
            Map.entry("hygon.com/dcunum", COUNT),
            Map.entry("hygon.com/dcumem", MIB),
            Map.entry("hygon.com/dcucores", CORES),
            Map.entry("cambricon.com/vmlu", COUNT),
            Map.entry("cambricon.com/mlu.smlu.vmemory", QUARTER_GIB),
            Map.entry("cambricon.com/mlu.smlu.vcore", CORES),
            Map.entry("cambricon.com/mlu370.smlu.vmemory", QUARTER_GIB),
            Map.entry("cambricon.com/mlu370.smlu.vcore", CORES),
            Map.entry("enflame.com/gcu-memory", MIB),
            Map.entry("enflame.com/gcu-core", CORES),
            Map.entry("enflame.com/drs-gcu", new HamiResource(Role.SIXTHS, 1)),
            Map.entry("metax-tech.com/sgpu", COUNT),
            Map.entry("metax-tech.com/vmemory", new HamiResource(Role.MEMORY, 1024)),
            Map.entry("metax-tech.com/vcore", CORES),
            Map.entry("mthreads.com/vgpu", COUNT),
            Map.entry("mthreads.com/sgpu-memory", new HamiResource(Role.MEMORY, 512)),
            Map.entry("mthreads.com/sgpu-core", new HamiResource(Role.CORES, 625)),
            Map.entry("kunlunxin.com/vxpu", COUNT),
            Map.entry("kunlunxin.com/vxpu-memory", MIB));

    private static final String ASCEND = "huawei.com/Ascend";
    private static final String ILUVATAR = "iluvatar.ai/";

    static Optional<HamiResource> of(String name) {
        if (name.startsWith(ASCEND)) {
            return Optional.of(name.endsWith("-memory") ? MIB : name.endsWith("-core") ? UNCOMPARED : COUNT);
        }
        if (name.startsWith(ILUVATAR)) {
            return Optional.of(name.endsWith(".vMem") ? QUARTER_GIB : name.endsWith(".vCore") ? CORES : COUNT);
        }
        return Optional.ofNullable(NAMES.get(name));
    }

    /** An amount in devices, mebibytes or percent; memory that is written with a unit (2Gi) comes in bytes. */
    long times(long amount) {
        if (role == Role.MEMORY && amount >= BYTES) {
            return amount >> 20;
        }
        return role == Role.CORES ? amount * unit / 100 : amount * unit;
    }
}
