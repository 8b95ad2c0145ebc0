// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Optional;
import jcuda.driver.CUresult;

/** Why CUDA cannot be used here, each in a sentence with what to do. */
public final class CudaAbsence {
    private static final String LIBRARY = "libcuda.so.1";

    private static final String NO_DRIVER = "There is no CUDA driver here: " + LIBRARY
            + " is not found. Install NVIDIA's driver, or let the container have it"
            + " (NVIDIA_DRIVER_CAPABILITIES=compute).";

    private CudaAbsence() {}

    /**
     * Looks for the library of the driver without JCuda, which would first put its own library into the folder for
     * temporary files, where anyone may have put another.
     *
     * @return empty: it is there
     */
    public static Optional<String> look() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.of("Links are measured on Linux only; this is " + System.getProperty("os.name") + ".");
        }
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(LIBRARY, arena);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(NO_DRIVER);
        }
    }

    /** The native library of JCuda could not be loaded, or lacks something of the driver. */
    static String of(LinkageError error) {
        String message = String.valueOf(error.getMessage());
        if (message.contains(LIBRARY)) {
            return NO_DRIVER;
        }
        if (message.toLowerCase(Locale.ROOT).contains("undefined symbol")) {
            return "The CUDA driver is too old for JCuda 12.6: " + firstLine(message) + ". Update NVIDIA's driver.";
        }
        return "JCuda has no library for " + System.getProperty("os.arch") + ", so links cannot be measured here: "
                + firstLine(message) + ".";
    }

    /** cuInit failed. */
    static String of(int code) {
        return switch (code) {
            case CUresult.CUDA_ERROR_NO_DEVICE ->
                "The CUDA driver finds no device (CUDA_ERROR_NO_DEVICE). Check CUDA_VISIBLE_DEVICES and nvidia-smi.";
            case CUresult.CUDA_ERROR_STUB_LIBRARY ->
                "The " + LIBRARY + " that is found is a stub for linking (CUDA_ERROR_STUB_LIBRARY). Take the folder"
                        + " stubs out of LD_LIBRARY_PATH.";
            case CUresult.CUDA_ERROR_SYSTEM_DRIVER_MISMATCH ->
                "The CUDA library and the kernel driver are of different versions (CUDA_ERROR_SYSTEM_DRIVER_MISMATCH)."
                        + " Reload the driver or reboot.";
            case CUresult.CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE ->
                "CUDA's forward compatibility does not work on this device"
                        + " (CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE). Update NVIDIA's driver.";
            case 802 -> // CUDA_ERROR_SYSTEM_NOT_READY
                "The NVSwitch fabric is not ready (CUDA_ERROR_SYSTEM_NOT_READY). Start nvidia-fabricmanager.";
            default ->
                "The CUDA driver does not start: cuInit answers " + CUresult.stringFor(code) + " (" + code
                        + "). Check the kernel log (dmesg) for NVRM messages.";
        };
    }

    private static String firstLine(String message) {
        return message.lines()
                .filter(line -> line.contains("UnsatisfiedLinkError:"))
                .reduce((first, last) -> last)
                .map(line -> line.substring(line.indexOf(':') + 2))
                .orElseGet(() -> message.lines().findFirst().orElse("no reason given"));
    }
}
