// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import java.lang.foreign.MemorySegment;

/** What a device is, and how it is set up. */
public final class DeviceInfo {
    private static final int LENGTH = 96;
    private static final int PRESENT = 1;
    private static final int FIRST_AVERAGING = 7;
    private static final int GA100_MAJOR = 8;

    private final MemorySegment device;
    private final NvmlCalls calls;

    DeviceInfo(MemorySegment device, NvmlCalls calls) {
        this.device = device;
        this.calls = calls;
    }

    /** NVML_DEVICE_ARCH_*. */
    public enum Architecture {
        KEPLER(2),
        MAXWELL(3),
        PASCAL(4),
        VOLTA(5),
        TURING(6),
        AMPERE(7),
        ADA(8),
        HOPPER(9),
        BLACKWELL(10),
        RUBIN(13),
        UNKNOWN(-1);

        private final int number;

        Architecture(int number) {
            this.number = number;
        }

        static Architecture of(long number) {
            for (Architecture architecture : values()) {
                if (architecture.number == number) {
                    return architecture;
                }
            }
            return UNKNOWN;
        }
    }

    /** CUDA compute capability. */
    public record Capability(int major, int minor) {
        @Override
        public String toString() {
            return major + "." + minor;
        }
    }

    public NvmlResult<String> serial() {
        return calls.text("nvmlDeviceGetSerial", device, LENGTH);
    }

    public NvmlResult<String> partNumber() {
        return calls.text("nvmlDeviceGetBoardPartNumber", device, LENGTH);
    }

    public NvmlResult<String> vbios() {
        return calls.text("nvmlDeviceGetVbiosVersion", device, LENGTH);
    }

    /** The number in /dev/nvidiaN. */
    public NvmlResult<Long> minorNumber() {
        return calls.number("nvmlDeviceGetMinorNumber", device);
    }

    public NvmlResult<Architecture> architecture() {
        return calls.number("nvmlDeviceGetArchitecture", device).map(Architecture::of);
    }

    public NvmlResult<Capability> capability() {
        return calls.numbers("nvmlDeviceGetCudaComputeCapability", device, 2)
                .map(values -> new Capability((int) values[0], (int) values[1]));
    }

    /** Whether the driver stays loaded for the device while nobody uses it. */
    public NvmlResult<Boolean> persistence() {
        return calls.number("nvmlDeviceGetPersistenceMode", device).map(mode -> mode == PRESENT);
    }

    /** nvmlComputeMode_t: 0 shared, 2 for nobody, 3 for one process. */
    public NvmlResult<Long> computeMode() {
        return calls.number("nvmlDeviceGetComputeMode", device);
    }

    /** P-state: 0 is the fastest, 15 the slowest. */
    public NvmlResult<Long> performanceState() {
        return calls.number("nvmlDeviceGetPerformanceState", device);
    }

    /**
     * Whether the device tells its power as the mean of a second, not of this moment: from Ampere on, except GA100
     * (nvml.h, nvmlDeviceGetPowerUsage). GA100 is the chip of compute capability 8.0.
     */
    public NvmlResult<Boolean> averagesPower() {
        Capability known = capability().value();
        return calls.number("nvmlDeviceGetArchitecture", device)
                .map(architecture -> architecture >= FIRST_AVERAGING
                        && !(known != null && known.major() == GA100_MAJOR && known.minor() == 0));
    }
}
