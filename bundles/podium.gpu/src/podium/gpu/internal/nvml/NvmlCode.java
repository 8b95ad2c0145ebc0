// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

/** Return codes of NVML (nvmlReturn_t, nvml.h). */
public enum NvmlCode {
    SUCCESS(0, "done"),
    UNINITIALIZED(1, "the library was not initialised"),
    INVALID_ARGUMENT(2, "invalid argument"),
    NOT_SUPPORTED(3, "not supported by this device"),
    NO_PERMISSION(4, "no permission"),
    ALREADY_INITIALIZED(5, "already initialised"),
    NOT_FOUND(6, "not found"),
    INSUFFICIENT_SIZE(7, "buffer too small"),
    INSUFFICIENT_POWER(8, "external power cables are not attached"),
    DRIVER_NOT_LOADED(9, "the NVIDIA driver is not loaded"),
    TIMEOUT(10, "timed out"),
    IRQ_ISSUE(11, "the kernel saw an interrupt problem with the GPU"),
    LIBRARY_NOT_FOUND(12, "the library was not found"),
    FUNCTION_NOT_FOUND(13, "this driver does not know the function"),
    CORRUPTED_INFOROM(14, "the infoROM is corrupted"),
    GPU_IS_LOST(15, "the GPU has fallen off the bus"),
    RESET_REQUIRED(16, "the GPU needs a reset"),
    OPERATING_SYSTEM(17, "the operating system blocks the device"),
    LIB_RM_VERSION_MISMATCH(18, "driver and library versions differ; was the driver updated without a reboot?"),
    IN_USE(19, "the GPU is in use"),
    MEMORY(20, "out of memory"),
    NO_DATA(21, "no data"),
    VGPU_ECC_NOT_SUPPORTED(22, "not available while ECC is on"),
    INSUFFICIENT_RESOURCES(23, "out of resources"),
    FREQ_NOT_SUPPORTED(24, "frequency not supported"),
    ARGUMENT_VERSION_MISMATCH(25, "this driver does not know this version of the structure"),
    DEPRECATED(26, "deprecated"),
    NOT_READY(27, "not ready"),
    GPU_NOT_FOUND(28, "no GPU found"),
    INVALID_STATE(29, "wrong state for this"),
    RESET_TYPE_NOT_SUPPORTED(30, "this kind of reset is not supported"),
    UNKNOWN(999, "unknown driver error");

    private static final NvmlCode[] DENSE = dense();

    private final int number;
    private final String words;

    NvmlCode(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /** Value in nvml.h. */
    public int number() {
        return number;
    }

    /** What it means, for an operator. */
    public String words() {
        return words;
    }

    /** True when the device itself is gone or unusable, not just one reading. */
    public boolean deviceIsGone() {
        return this == GPU_IS_LOST || this == RESET_REQUIRED || this == UNINITIALIZED;
    }

    /** The code of a number; {@link #UNKNOWN} for one that this header does not have. */
    public static NvmlCode of(int number) {
        return number >= 0 && number < DENSE.length ? DENSE[number] : UNKNOWN;
    }

    private static NvmlCode[] dense() {
        NvmlCode[] all = values();
        NvmlCode[] dense = new NvmlCode[all.length - 1];
        System.arraycopy(all, 0, dense, 0, dense.length);
        return dense;
    }
}
