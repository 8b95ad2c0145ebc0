// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import podium.gpu.internal.nvml.MemoryHealth.Mode;
import podium.gpu.internal.nvml.Readings.Memory;

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
            Answer<String> uuid,
            Answer<String> name,
            Answer<Long> gpuInstance,
            Answer<Long> computeInstance,
            Answer<Memory> memory,
            Answer<Attributes> attributes,
            Answer<Placement> placement) {}

    /** What a MIG device has of its GPU; memory in bytes. */
    public record Attributes(long multiprocessors, long gpuSlices, long computeSlices, long memory) {}

    /** Which memory slices a GPU instance occupies. */
    public record Placement(long start, long size, long profileId) {}

    /** Whether MIG is on. */
    public Answer<Mode> mode() {
        return calls.numbers("nvmlDeviceGetMigMode", device, 2).map(values -> new Mode(values[0] != 0, values[1] != 0));
    }

    /** The MIG devices there are; the code says why there can be none. */
    public Answer<List<MigDevice>> all() {
        Answer<Long> most = calls.number("nvmlDeviceGetMaxMigDeviceCount", device);
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
        Answer<Long> gpuInstance = calls.number("nvmlDeviceGetGpuInstanceId", slice);
        return new MigDevice(
                number,
                calls.text("nvmlDeviceGetUUID", slice, TEXT_LENGTH),
                calls.text("nvmlDeviceGetName", slice, TEXT_LENGTH),
                gpuInstance,
                calls.number("nvmlDeviceGetComputeInstanceId", slice),
                view.memory(),
                calls.struct("nvmlDeviceGetAttributes_v2", slice, Layouts.ATTRIBUTES, 0)
                        .map(MigSlices::attributes),
                placement(gpuInstance));
    }

    private Answer<Placement> placement(Answer<Long> gpuInstance) {
        Long id = gpuInstance.value();
        if (id == null) {
            return Answer.none(gpuInstance.code());
        }
        Answer<MemorySegment> instance = calls.part("nvmlDeviceGetGpuInstanceById", device, id.intValue());
        MemorySegment handle = instance.value();
        return handle == null
                ? Answer.none(instance.code())
                : calls.struct("nvmlGpuInstanceGetInfo", handle, Layouts.GPU_INSTANCE, 0)
                        .map(struct -> new Placement(
                                number(struct, "placement.start"),
                                number(struct, "placement.size"),
                                number(struct, "profileId")));
    }

    private static Attributes attributes(MemorySegment struct) {
        return new Attributes(
                struct.get(JAVA_INT, Layouts.offset(Layouts.ATTRIBUTES, "multiprocessorCount")),
                struct.get(JAVA_INT, Layouts.offset(Layouts.ATTRIBUTES, "gpuInstanceSliceCount")),
                struct.get(JAVA_INT, Layouts.offset(Layouts.ATTRIBUTES, "computeInstanceSliceCount")),
                struct.get(JAVA_LONG, Layouts.offset(Layouts.ATTRIBUTES, "memorySizeMB")) << 20);
    }

    private static long number(MemorySegment struct, String field) {
        return Integer.toUnsignedLong(struct.get(JAVA_INT, Layouts.offset(Layouts.GPU_INSTANCE, field)));
    }
}
