// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import java.lang.foreign.MemorySegment;

/** PCI Express as a device sees it. */
public final class Pcie {
    private static final double KIBI = 1024;

    private final MemorySegment device;
    private final NvmlCalls calls;

    Pcie(MemorySegment device, NvmlCalls calls) {
        this.device = device;
        this.calls = calls;
    }

    /** Bytes per second the device sent, over 20 ms. This call takes those 20 ms. */
    public NvmlResult<Double> transmitted() {
        return calls.number("nvmlDeviceGetPcieThroughput", device, 0).map(kibi -> kibi * KIBI);
    }

    /** Bytes per second the device received, over 20 ms. This call takes those 20 ms. */
    public NvmlResult<Double> received() {
        return calls.number("nvmlDeviceGetPcieThroughput", device, 1).map(kibi -> kibi * KIBI);
    }

    /** Generation in use now; an idle device may have lowered it. */
    public NvmlResult<Long> generation() {
        return calls.number("nvmlDeviceGetCurrPcieLinkGeneration", device);
    }

    /** Generation that device and machine can reach together. */
    public NvmlResult<Long> highestGeneration() {
        return calls.number("nvmlDeviceGetMaxPcieLinkGeneration", device);
    }

    /** Lanes in use now. */
    public NvmlResult<Long> width() {
        return calls.number("nvmlDeviceGetCurrPcieLinkWidth", device);
    }

    /** Lanes that device and machine can use together. */
    public NvmlResult<Long> greatestWidth() {
        return calls.number("nvmlDeviceGetMaxPcieLinkWidth", device);
    }

    /** Replays since the driver was loaded. */
    public NvmlResult<Long> replays() {
        return calls.number("nvmlDeviceGetPcieReplayCounter", device);
    }
}
