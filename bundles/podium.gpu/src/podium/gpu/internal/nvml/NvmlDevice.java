// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import podium.gpu.internal.nvml.DeviceReadings.Memory;
import podium.gpu.internal.nvml.DeviceReadings.Pci;
import podium.gpu.internal.nvml.DeviceReadings.Range;

/** One GPU. Same thread as its {@link Nvml}. */
public final class NvmlDevice {
    private static final int NAME_LENGTH = 96;
    private static final int SM_CLOCK = 1;
    private static final int MEMORY_CLOCK = 2;
    private static final double MILLI = 1000;
    private static final double MEGA = 1e6;

    private final int index;
    private final MemorySegment handle;
    private final NvmlCalls calls;

    NvmlDevice(int index, MemorySegment handle, NvmlCalls calls) {
        this.index = index;
        this.handle = handle;
        this.calls = calls;
    }

    /** NVML index. */
    public int index() {
        return index;
    }

    MemorySegment handle() {
        return handle;
    }

    /** Product name, e.g. NVIDIA H100 80GB HBM3. */
    public NvmlResult<String> name() {
        return calls.text("nvmlDeviceGetName", handle, NAME_LENGTH);
    }

    /** GPU-8-4-4-4-12. */
    public NvmlResult<String> uuid() {
        return calls.text("nvmlDeviceGetUUID", handle, NAME_LENGTH);
    }

    public NvmlResult<Pci> pci() {
        return calls.struct("nvmlDeviceGetPciInfo_v3", handle, NvmlStructLayouts.PCI, 0)
                .map(Pci::of);
    }

    /** Bytes. */
    public NvmlResult<Memory> memory() {
        int version = NvmlStructLayouts.version(NvmlStructLayouts.MEMORY, 2);
        return calls.struct("nvmlDeviceGetMemoryInfo_v2", handle, NvmlStructLayouts.MEMORY, version)
                .map(struct -> new Memory(
                        struct.get(JAVA_LONG, NvmlStructLayouts.offset(NvmlStructLayouts.MEMORY, "total")),
                        struct.get(JAVA_LONG, NvmlStructLayouts.offset(NvmlStructLayouts.MEMORY, "reserved")),
                        struct.get(JAVA_LONG, NvmlStructLayouts.offset(NvmlStructLayouts.MEMORY, "free")),
                        struct.get(JAVA_LONG, NvmlStructLayouts.offset(NvmlStructLayouts.MEMORY, "used"))));
    }

    /** Hertz; the highest the memory may reach. */
    public NvmlResult<Double> maxMemoryClock() {
        return calls.number("nvmlDeviceGetMaxClockInfo", handle, MEMORY_CLOCK).map(mega -> mega * MEGA);
    }

    /** Hertz; the highest the device may reach. */
    public NvmlResult<Double> maxSmClock() {
        return calls.number("nvmlDeviceGetMaxClockInfo", handle, SM_CLOCK).map(mega -> mega * MEGA);
    }

    /** Watts; the limit set, which may be above the one in force. */
    public NvmlResult<Double> powerLimitSet() {
        return calls.number("nvmlDeviceGetPowerManagementLimit", handle).map(milli -> milli / MILLI);
    }

    /** Watts; the limit after a reset. */
    public NvmlResult<Double> powerLimitDefault() {
        return calls.number("nvmlDeviceGetPowerManagementDefaultLimit", handle).map(milli -> milli / MILLI);
    }

    /** Watts; between which limits one may choose. */
    public NvmlResult<Range> powerLimitRange() {
        return calls.numbers("nvmlDeviceGetPowerManagementLimitConstraints", handle, 2)
                .map(milli -> new Range(milli[0] / MILLI, milli[1] / MILLI));
    }

    /** Watts; the limit in force. */
    public NvmlResult<Double> powerLimit() {
        return calls.number("nvmlDeviceGetEnforcedPowerLimit", handle).map(milli -> milli / MILLI);
    }

    /** Celsius at which a threshold acts. */
    public NvmlResult<Long> threshold(Threshold threshold) {
        return calls.number("nvmlDeviceGetTemperatureThreshold", handle, threshold.ordinal());
    }

    /** nvmlTemperatureThresholds_t; the order is that of the header. */
    public enum Threshold {
        SHUTDOWN,
        SLOWDOWN,
        MEMORY_MAX,
        GPU_MAX
    }

    /** A sampler of this device with buffers of its own. */
    public DeviceSampler sampler(Arena arena) {
        return new DeviceSampler(calls.functions(), arena, handle);
    }

    /** Compute and graphics processes on the device. */
    public NvmlProcesses processes() {
        return new NvmlProcesses(handle, calls);
    }

    /** What it is and how it is set up. */
    public DeviceInfo board() {
        return new DeviceInfo(handle, calls);
    }

    /** Where it sits in its machine. */
    public DeviceTopology neighbourhood() {
        return new DeviceTopology(handle, calls);
    }

    public Pcie pcie() {
        return new Pcie(handle, calls);
    }

    public MemoryHealth memoryHealth() {
        return new MemoryHealth(handle, calls);
    }

    public MigSlices mig() {
        return new MigSlices(handle, calls);
    }

    /** The NVLink fabric it belongs to. */
    public NvmlResult<NvLinkFabric> fabric() {
        return NvLinkFabric.read(calls, handle);
    }

    /** Fields of the device that have no scope. */
    public FieldValues fields(List<FieldId> fields) {
        return FieldValues.read(calls.functions(), handle, 0, fields);
    }

    /** NVLink of the device. */
    public NvLinks nvLinks() {
        return new NvLinks(handle, calls);
    }
}
