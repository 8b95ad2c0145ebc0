// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import podium.model.value.Resources;

/**
 * What a pod asks of single GPUs where a scheduler of its own shares them: so much memory, so much of the cores, of each
 * of so many devices. Sources: HAMi (docs/userguide and docs/develop/protocol.md of Project-HAMi/HAMi), volcano-vgpu
 * (docs/user-guide/how_to_use_volcano_vgpu.md of volcano-sh/volcano), KAI (docs/gpu-sharing of kai-scheduler).
 *
 * @param devices how many devices it takes a share of
 * @param mebibytes memory it takes of each; 0: as {@link #part} says
 * @param part thousandths of the memory it takes of each
 * @param cores percent of the cores it takes of each; 100 keeps others off the device; 0: it says nothing
 */
public record GpuShares(int devices, long mebibytes, int part, int cores) {
    /** Vgpu slots of a node whose GPUs HAMi shares; Podium's own name for what its annotation tells. */
    public static final String HAMI_SLOTS = "hami.io/vgpu";

    /** The same of Volcano, by the name under which its device plugin offers them. */
    public static final String VOLCANO_SLOTS = "volcano.sh/vgpu-number";

    /** What an annotation asks of KAI, under names of Podium's own: thousandths, mebibytes, devices. */
    public static final String KAI_FRACTION = "kai.scheduler/gpu-fraction";

    public static final String KAI_MEMORY = "kai.scheduler/gpu-memory";
    public static final String KAI_DEVICES = "kai.scheduler/gpu-fraction-num-devices";

    private static final String KAI = "kai.scheduler/gpu-";
    private static final String VOLCANO = "volcano.sh/vgpu-";
    private static final int WHOLE = 1000;
    private static final int SLICES = 6;

    /** Names that are asked for but that no node offers: what they mean is judged device by device. */
    public static boolean judgedByDevice(String resource) {
        return ofKai(resource)
                || HamiResource.of(resource)
                        .filter(name -> name.role() != HamiResource.Role.COUNT)
                        .isPresent();
    }

    /** True for what an annotation asks of KAI: no sum over any node says whether it fits. */
    public static boolean ofKai(String resource) {
        return resource.startsWith(KAI);
    }

    /** True when requests ask KAI for a share. */
    public static boolean askedOfKai(Resources requests) {
        return requests.get(KAI_FRACTION) > 0 || requests.get(KAI_MEMORY) > 0;
    }

    /** True for a share or a whole GPU, which on a node that HAMi shares lies on single devices. */
    public static boolean ofHami(String resource) {
        return HamiResource.of(resource).isPresent();
    }

    /** True when requests ask for a share by KAI or Volcano: single devices decide on every node. HAMi has nodes of its own. */
    public static boolean anywhere(Resources requests) {
        return requests.toMap().keySet().stream().anyMatch(name -> ofKai(name) || name.startsWith(VOLCANO));
    }

    /** The share in requests; whole devices where they say no more. */
    public static GpuShares of(Resources requests) {
        if (askedOfKai(requests)) {
            return new GpuShares(
                    (int) Math.max(1, requests.get(KAI_DEVICES)),
                    requests.get(KAI_MEMORY),
                    (int) requests.get(KAI_FRACTION),
                    0);
        }
        long volcano = requests.get(VOLCANO_SLOTS);
        if (volcano > 0) {
            return shares(
                    volcano,
                    requests.get(VOLCANO + "memory"),
                    requests.get(VOLCANO + "memory-percentage"),
                    requests.get(VOLCANO + "cores"));
        }
        return hami(requests);
    }

    private static GpuShares hami(Resources requests) {
        long[] by = new long[HamiResource.Role.values().length];
        requests.forEach((name, amount) ->
                HamiResource.of(name).ifPresent(of -> by[of.role().ordinal()] += of.times(amount)));
        boolean part = by[1] + by[2] + by[3] + by[4] > 0;
        if (by[4] > 0 && by[1] == 0) {
            return new GpuShares(1, 0, (int) Math.min(WHOLE, by[4] * WHOLE / SLICES), 0);
        }
        return shares(Math.max(part ? 1 : 0, by[0]), by[1], by[2], by[3]);
    }

    private static GpuShares shares(long devices, long mebibytes, long percent, long cores) {
        return new GpuShares(
                (int) Math.min(devices, 1 << 16),
                mebibytes,
                percent > 0 ? (int) Math.min(WHOLE, percent * 10) : WHOLE,
                (int) Math.min(cores, 100));
    }

    /** Memory it takes of a device with so much, in the same unit. */
    public long of(long memory) {
        return mebibytes > 0 ? mebibytes : (memory * part + WHOLE - 1) / WHOLE;
    }
}
