// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import podium.gpu.internal.nvml.DeviceReadings.Memory;
import podium.gpu.internal.nvml.MemoryHealth.Mode;

/** The slices that Multi-Instance GPU makes of a device. */
public final class MigSlices {
    private static final int TEXT_LENGTH = 96;

    private final MemorySegment device;
    private final NvmlCalls calls;

    MigSlices(MemorySegment device, NvmlCalls calls) {
        this.device = device;
        this.calls = calls;
    }

    /**
     * A MIG device: a compute instance in a GPU instance.
     *
     * @param number index among the MIG devices of its GPU
     * @param name product name with the profile, e.g. NVIDIA H100 80GB HBM3 MIG 1g.10gb
     * @param memory of its own
     * @param placement NO_PERMISSION for a process that may not see into the GPU instance
     */
    public record MigDevice(
            int number,
            NvmlResult<String> uuid,
            NvmlResult<String> name,
            NvmlResult<Long> gpuInstance,
            NvmlResult<Long> computeInstance,
            NvmlResult<Memory> memory,
            NvmlResult<Attributes> attributes,
            NvmlResult<Placement> placement) {}

    /** What a MIG device has of its GPU; memory in bytes. */
    public record Attributes(long multiprocessors, long gpuSlices, long computeSlices, long memory) {}

    /** Which memory slices a GPU instance occupies. */
    public record Placement(long start, long size, long profileId) {}

    /** Whether MIG is on. */
    public NvmlResult<Mode> mode() {
        return calls.numbers("nvmlDeviceGetMigMode", device, 2).map(values -> new Mode(values[0] != 0, values[1] != 0));
    }

    /** The MIG devices there are; the code says why there can be none. */
    public NvmlResult<List<MigDevice>> all() {
        NvmlResult<Long> most = calls.number("nvmlDeviceGetMaxMigDeviceCount", device);
        return most.map(count -> {
            List<MigDevice> slices = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                MemorySegment slice = calls.part("nvmlDeviceGetMigDeviceHandleByIndex", device, number)
                        .value();
                if (slice != null) {
                    slices.add(describe(number, slice));
                }
            }
            return slices;
        });
    }

    private MigDevice describe(int number, MemorySegment slice) {
        NvmlDevice view = new NvmlDevice(number, slice, calls);
        NvmlResult<Long> gpuInstance = calls.number("nvmlDeviceGetGpuInstanceId", slice);
        return new MigDevice(
                number,
                calls.text("nvmlDeviceGetUUID", slice, TEXT_LENGTH),
                calls.text("nvmlDeviceGetName", slice, TEXT_LENGTH),
                gpuInstance,
                calls.number("nvmlDeviceGetComputeInstanceId", slice),
                view.memory(),
                calls.struct("nvmlDeviceGetAttributes_v2", slice, NvmlStructLayouts.ATTRIBUTES, 0)
                        .map(MigSlices::attributes),
                placement(gpuInstance));
    }

    private NvmlResult<Placement> placement(NvmlResult<Long> gpuInstance) {
        Long id = gpuInstance.value();
        if (id == null) {
            return NvmlResult.none(gpuInstance.code());
        }
        NvmlResult<MemorySegment> instance = calls.part("nvmlDeviceGetGpuInstanceById", device, id.intValue());
        MemorySegment handle = instance.value();
        return handle == null
                ? NvmlResult.none(instance.code())
                : calls.struct("nvmlGpuInstanceGetInfo", handle, NvmlStructLayouts.GPU_INSTANCE, 0)
                        .map(struct -> new Placement(
                                number(struct, "placement.start"),
                                number(struct, "placement.size"),
                                number(struct, "profileId")));
    }

    private static Attributes attributes(MemorySegment struct) {
        return new Attributes(
                struct.get(JAVA_INT, NvmlStructLayouts.offset(NvmlStructLayouts.ATTRIBUTES, "multiprocessorCount")),
                struct.get(JAVA_INT, NvmlStructLayouts.offset(NvmlStructLayouts.ATTRIBUTES, "gpuInstanceSliceCount")),
                struct.get(
                        JAVA_INT, NvmlStructLayouts.offset(NvmlStructLayouts.ATTRIBUTES, "computeInstanceSliceCount")),
                struct.get(JAVA_LONG, NvmlStructLayouts.offset(NvmlStructLayouts.ATTRIBUTES, "memorySizeMB")) << 20);
    }

    private static long number(MemorySegment struct, String field) {
        return Integer.toUnsignedLong(
                struct.get(JAVA_INT, NvmlStructLayouts.offset(NvmlStructLayouts.GPU_INSTANCE, field)));
    }
}
