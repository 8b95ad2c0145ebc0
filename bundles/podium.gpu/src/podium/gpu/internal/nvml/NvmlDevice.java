// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import podium.gpu.internal.nvml.Readings.Memory;
import podium.gpu.internal.nvml.Readings.Pci;
import podium.gpu.internal.nvml.Readings.Range;
import podium.gpu.internal.nvml.Readings.Utilization;

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
    public Answer<String> name() {
        return calls.text("nvmlDeviceGetName", handle, NAME_LENGTH);
    }

    /** GPU-8-4-4-4-12. */
    public Answer<String> uuid() {
        return calls.text("nvmlDeviceGetUUID", handle, NAME_LENGTH);
    }

    public Answer<Pci> pci() {
        return calls.struct("nvmlDeviceGetPciInfo_v3", handle, Layouts.PCI, 0).map(Pci::of);
    }

    /** Bytes. */
    public Answer<Memory> memory() {
        int version = Layouts.version(Layouts.MEMORY, 2);
        return calls.struct("nvmlDeviceGetMemoryInfo_v2", handle, Layouts.MEMORY, version)
                .map(struct -> new Memory(
                        struct.get(JAVA_LONG, Layouts.offset(Layouts.MEMORY, "total")),
                        struct.get(JAVA_LONG, Layouts.offset(Layouts.MEMORY, "reserved")),
                        struct.get(JAVA_LONG, Layouts.offset(Layouts.MEMORY, "free")),
                        struct.get(JAVA_LONG, Layouts.offset(Layouts.MEMORY, "used"))));
    }

    /** Ratios, 0 to 1: the share of the last sample period in which a kernel ran, and memory was read or written. */
    public Answer<Utilization> utilization() {
        return calls.struct("nvmlDeviceGetUtilizationRates", handle, Layouts.UTILIZATION, 0)
                .map(struct -> new Utilization(struct.get(JAVA_INT, 0) / 100.0, struct.get(JAVA_INT, 4) / 100.0));
    }

    /** Hertz. */
    public Answer<Double> smClock() {
        return calls.number("nvmlDeviceGetClockInfo", handle, SM_CLOCK).map(mega -> mega * MEGA);
    }

    /** Hertz. */
    public Answer<Double> memoryClock() {
        return calls.number("nvmlDeviceGetClockInfo", handle, MEMORY_CLOCK).map(mega -> mega * MEGA);
    }

    /** Hertz; the highest the memory may reach. */
    public Answer<Double> maxMemoryClock() {
        return calls.number("nvmlDeviceGetMaxClockInfo", handle, MEMORY_CLOCK).map(mega -> mega * MEGA);
    }

    /** Hertz; the highest the device may reach. */
    public Answer<Double> maxSmClock() {
        return calls.number("nvmlDeviceGetMaxClockInfo", handle, SM_CLOCK).map(mega -> mega * MEGA);
    }

    /** Watts; averaged over one second from Ampere on, except GA100 (nvml.h). */
    public Answer<Double> power() {
        return calls.number("nvmlDeviceGetPowerUsage", handle).map(milli -> milli / MILLI);
    }

    /** Watts; the limit set, which may be above the one in force. */
    public Answer<Double> powerLimitSet() {
        return calls.number("nvmlDeviceGetPowerManagementLimit", handle).map(milli -> milli / MILLI);
    }

    /** Watts; the limit after a reset. */
    public Answer<Double> powerLimitDefault() {
        return calls.number("nvmlDeviceGetPowerManagementDefaultLimit", handle).map(milli -> milli / MILLI);
    }

    /** Watts; between which limits one may choose. */
    public Answer<Range> powerLimitRange() {
        return calls.numbers("nvmlDeviceGetPowerManagementLimitConstraints", handle, 2)
                .map(milli -> new Range(milli[0] / MILLI, milli[1] / MILLI));
    }

    /** Watts; the limit in force. */
    public Answer<Double> powerLimit() {
        return calls.number("nvmlDeviceGetEnforcedPowerLimit", handle).map(milli -> milli / MILLI);
    }

    /** Joules since the driver was loaded. */
    public Answer<Double> energy() {
        return calls.wide("nvmlDeviceGetTotalEnergyConsumption", handle).map(milli -> milli / MILLI);
    }

    /** Celsius, of the die. */
    public Answer<Long> temperature() {
        return calls.number("nvmlDeviceGetTemperature", handle, 0);
    }

    /** Celsius at which a threshold acts. */
    public Answer<Long> threshold(Threshold threshold) {
        return calls.number("nvmlDeviceGetTemperatureThreshold", handle, threshold.ordinal());
    }

    /** nvmlTemperatureThresholds_t; the order is that of the header. */
    public enum Threshold {
        SHUTDOWN,
        SLOWDOWN,
        MEMORY_MAX,
        GPU_MAX
    }

    /** Why clocks are below the maximum: a mask of nvmlClocksEventReason values. */
    public Answer<Long> clockReasons() {
        Answer<Long> reasons = calls.wide("nvmlDeviceGetCurrentClocksEventReasons", handle);
        return reasons.code() == NvmlCode.FUNCTION_NOT_FOUND
                ? calls.wide("nvmlDeviceGetCurrentClocksThrottleReasons", handle)
                : reasons;
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
    public Board board() {
        return new Board(handle, calls);
    }

    /** Where it sits in its machine. */
    public Neighbourhood neighbourhood() {
        return new Neighbourhood(handle, calls);
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
    public Answer<Fabric> fabric() {
        return Fabric.read(calls, handle);
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
