// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.util.Map;
import podium.kubernetes.texts.Texts;

/**
 * Exit codes of containers in words: 126, 127 and 128 + n as a shell has them (POSIX 2.8.2), n the number of a signal of Linux
 * (signal(7)).
 */
final class ExitCodes {
    private static final Map<Integer, String> SIGNALS = Map.of(
            1, Texts.of("ExitCodes.hungUpSighup"),
            2, Texts.of("ExitCodes.interruptedSigint"),
            4, Texts.of("ExitCodes.illegalInstructionSigill"),
            6, Texts.of("ExitCodes.abortedSigabrt"),
            7, Texts.of("ExitCodes.busErrorSigbusOften"),
            9, Texts.of("ExitCodes.killedSigkillOutOfMemory"),
            11, Texts.of("ExitCodes.segmentationFaultSigsegv"),
            13, Texts.of("ExitCodes.brokenPipeSigpipe"),
            15, Texts.of("ExitCodes.toldToStopSigterm"));

    private static final int SHELL = 128;

    private ExitCodes() {}

    /** What a code means; empty: nothing more than its number. */
    static String words(int code) {
        return switch (code) {
            case 0 -> Texts.of("ExitCodes.well");
            case 126 -> Texts.of("ExitCodes.theCommandCouldNotBeRun");
            case 127 -> Texts.of("ExitCodes.theCommandWasNotFound");
            default ->
                code > SHELL ? SIGNALS.getOrDefault(code - SHELL, Texts.of("ExitCodes.signal", code - SHELL)) : "";
        };
    }
}
