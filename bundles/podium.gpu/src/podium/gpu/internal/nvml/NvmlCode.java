// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import podium.gpu.texts.Texts;

/** Return codes of NVML (nvmlReturn_t, nvml.h). */
public enum NvmlCode {
    SUCCESS(0, Texts.of("NvmlCode.done")),
    UNINITIALIZED(1, Texts.of("NvmlCode.libraryNotInitialised")),
    INVALID_ARGUMENT(2, Texts.of("NvmlCode.invalidArgument")),
    NOT_SUPPORTED(3, Texts.of("NvmlCode.notSupportedByThis")),
    NO_PERMISSION(4, Texts.of("NvmlCode.noPermission")),
    ALREADY_INITIALIZED(5, Texts.of("NvmlCode.alreadyInitialised")),
    NOT_FOUND(6, Texts.of("NvmlCode.notFound")),
    INSUFFICIENT_SIZE(7, Texts.of("NvmlCode.bufferTooSmall")),
    INSUFFICIENT_POWER(8, Texts.of("NvmlCode.externalPowerCablesAre")),
    DRIVER_NOT_LOADED(9, Texts.of("NvmlCode.theNvidiaDriverIs")),
    TIMEOUT(10, Texts.of("NvmlCode.timedOut")),
    IRQ_ISSUE(11, Texts.of("NvmlCode.theKernelSawAn")),
    LIBRARY_NOT_FOUND(12, Texts.of("NvmlCode.libraryNotFound")),
    FUNCTION_NOT_FOUND(13, Texts.of("NvmlCode.unknownFunction")),
    CORRUPTED_INFOROM(14, Texts.of("NvmlCode.theInforomIsCorrupted")),
    GPU_IS_LOST(15, Texts.of("NvmlCode.theGpuHasFallen")),
    RESET_REQUIRED(16, Texts.of("NvmlCode.theGpuNeedsA")),
    OPERATING_SYSTEM(17, Texts.of("NvmlCode.theOperatingSystemBlocks")),
    LIB_RM_VERSION_MISMATCH(18, Texts.of("NvmlCode.driverAndLibraryVersions")),
    IN_USE(19, Texts.of("NvmlCode.theGpuIsIn")),
    MEMORY(20, Texts.of("NvmlCode.outOfMemory")),
    NO_DATA(21, Texts.of("NvmlCode.noData")),
    VGPU_ECC_NOT_SUPPORTED(22, Texts.of("NvmlCode.notAvailableWhileEcc")),
    INSUFFICIENT_RESOURCES(23, Texts.of("NvmlCode.outOfResources")),
    FREQ_NOT_SUPPORTED(24, Texts.of("NvmlCode.frequencyNotSupported")),
    ARGUMENT_VERSION_MISMATCH(25, Texts.of("NvmlCode.unknownVersionOfStructure")),
    DEPRECATED(26, Texts.of("NvmlCode.deprecated")),
    NOT_READY(27, Texts.of("NvmlCode.notReady")),
    GPU_NOT_FOUND(28, Texts.of("NvmlCode.noGpuFound")),
    INVALID_STATE(29, Texts.of("NvmlCode.wrongStateForThis")),
    RESET_TYPE_NOT_SUPPORTED(30, Texts.of("NvmlCode.thisKindOfReset")),
    UNKNOWN(999, Texts.of("NvmlCode.unknownDriverError"));

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
