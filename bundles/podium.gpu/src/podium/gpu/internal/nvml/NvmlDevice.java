// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import podium.gpu.internal.nvml.Readings.EccCounts;
import podium.gpu.internal.nvml.Readings.Memory;
import podium.gpu.internal.nvml.Readings.Mig;
import podium.gpu.internal.nvml.Readings.Pci;
import podium.gpu.internal.nvml.Readings.RemappedRows;
import podium.gpu.internal.nvml.Readings.Utilization;

/** One GPU. Same thread as its {@link Nvml}. */
public final class NvmlDevice {
    private static final int NAME_LENGTH = 96;
    private static final int SM_CLOCK = 1;
    private static final int MEMORY_CLOCK = 2;
    private static final int CORRECTED = 0;
    private static final int UNCORRECTED = 1;
    private static final int VOLATILE = 0;
    private static final int AGGREGATE = 1;
    private static final double MILLI = 0.001;
    private static final double MEGA = 1e6;
    private static final double KIBI = 1024;

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

    public Answer<String> serial() {
        return calls.text("nvmlDeviceGetSerial", handle, NAME_LENGTH);
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

    /** Hertz; the highest the device may reach. */
    public Answer<Double> maxSmClock() {
        return calls.number("nvmlDeviceGetMaxClockInfo", handle, SM_CLOCK).map(mega -> mega * MEGA);
    }

    /** Watts; averaged over one second from Ampere on, except GA100 (nvml.h). */
    public Answer<Double> power() {
        return calls.number("nvmlDeviceGetPowerUsage", handle).map(milli -> milli * MILLI);
    }

    /** Watts; the limit in force. */
    public Answer<Double> powerLimit() {
        return calls.number("nvmlDeviceGetEnforcedPowerLimit", handle).map(milli -> milli * MILLI);
    }

    /** Joules since the driver was loaded. */
    public Answer<Double> energy() {
        return calls.wide("nvmlDeviceGetTotalEnergyConsumption", handle).map(milli -> milli * MILLI);
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

    /** Errors since the driver was loaded. */
    public Answer<EccCounts> eccSinceLoad() {
        return ecc(VOLATILE);
    }

    /** Errors in the life of the device. */
    public Answer<EccCounts> eccOfLife() {
        return ecc(AGGREGATE);
    }

    private Answer<EccCounts> ecc(int counter) {
        Answer<Long> corrected = calls.wide("nvmlDeviceGetTotalEccErrors", handle, CORRECTED, counter);
        Answer<Long> uncorrected = calls.wide("nvmlDeviceGetTotalEccErrors", handle, UNCORRECTED, counter);
        Long first = corrected.value();
        return first == null ? Answer.none(corrected.code()) : uncorrected.map(second -> new EccCounts(first, second));
    }

    public Answer<RemappedRows> remappedRows() {
        return calls.numbers("nvmlDeviceGetRemappedRows", handle, 4)
                .map(values -> new RemappedRows(values[0], values[1], values[2] != 0, values[3] != 0));
    }

    /** Bytes per second the device sent over PCIe, over 20 ms. This call takes those 20 ms. */
    public Answer<Double> pcieTransmitted() {
        return calls.number("nvmlDeviceGetPcieThroughput", handle, 0).map(kibi -> kibi * KIBI);
    }

    /** Bytes per second the device received over PCIe, over 20 ms. This call takes those 20 ms. */
    public Answer<Double> pcieReceived() {
        return calls.number("nvmlDeviceGetPcieThroughput", handle, 1).map(kibi -> kibi * KIBI);
    }

    public Answer<Long> pcieGeneration() {
        return calls.number("nvmlDeviceGetCurrPcieLinkGeneration", handle);
    }

    /** Lanes. */
    public Answer<Long> pcieWidth() {
        return calls.number("nvmlDeviceGetCurrPcieLinkWidth", handle);
    }

    public Answer<Long> pcieReplays() {
        return calls.number("nvmlDeviceGetPcieReplayCounter", handle);
    }

    public Answer<Long> numaNode() {
        return calls.number("nvmlDeviceGetNumaNodeId", handle);
    }

    public Answer<Mig> mig() {
        return calls.numbers("nvmlDeviceGetMigMode", handle, 2).map(values -> new Mig(values[0] != 0, values[1] != 0));
    }

    /** A sampler of this device with buffers of its own. */
    public DeviceSampler sampler(Arena arena) {
        return new DeviceSampler(calls.functions(), arena, handle);
    }

    /** Compute and graphics processes on the device. */
    public NvmlProcesses processes() {
        return new NvmlProcesses(handle, calls.functions());
    }

    /** NVLink of the device. */
    public NvLinks nvLinks() {
        return new NvLinks(handle, calls);
    }
}
