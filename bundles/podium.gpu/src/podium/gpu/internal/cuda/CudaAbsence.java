// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Optional;
import jcuda.driver.CUresult;
import podium.gpu.texts.Texts;

/** Why CUDA cannot be used here, each in a sentence with what to do. */
public final class CudaAbsence {
    private static final String LIBRARY = "libcuda.so.1";

    private static final String NO_DRIVER = Texts.of("CudaAbsence.thereIsNoCuda", LIBRARY);

    private CudaAbsence() {}

    /**
     * Looks for the library of the driver without JCuda, which would first put its own library into the folder for
     * temporary files, where anyone may have put another.
     *
     * @return empty: it is there
     */
    public static Optional<String> look() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.of(Texts.of("CudaAbsence.linksAreMeasuredOn", System.getProperty("os.name")));
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
            return Texts.of("CudaAbsence.theCudaDriverIs", firstLine(message));
        }
        return Texts.of("CudaAbsence.jcudaHasNoLibrary", System.getProperty("os.arch"), firstLine(message));
    }

    /** cuInit failed. */
    static String of(int code) {
        return switch (code) {
            case CUresult.CUDA_ERROR_NO_DEVICE -> Texts.of("CudaAbsence.theCudaDriverFinds");
            case CUresult.CUDA_ERROR_STUB_LIBRARY -> Texts.of("CudaAbsence.theThatIsFound", LIBRARY);
            case CUresult.CUDA_ERROR_SYSTEM_DRIVER_MISMATCH -> Texts.of("CudaAbsence.theCudaLibraryAnd");
            case CUresult.CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE ->
                Texts.of("CudaAbsence.cudasForwardCompatibilityDoes");
            case 802 -> // CUDA_ERROR_SYSTEM_NOT_READY
                Texts.of("CudaAbsence.theNvswitchFabricIs");
            default -> Texts.of("CudaAbsence.theCudaDriverDoes", CUresult.stringFor(code), code);
        };
    }

    private static String firstLine(String message) {
        return message.lines()
                .filter(line -> line.contains("UnsatisfiedLinkError:"))
                .reduce((first, last) -> last)
                .map(line -> line.substring(line.indexOf(':') + 2))
                .orElseGet(() -> message.lines().findFirst().orElse(Texts.of("CudaAbsence.noReasonGiven")));
    }
}
