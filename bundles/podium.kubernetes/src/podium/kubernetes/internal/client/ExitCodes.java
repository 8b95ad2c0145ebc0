// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.util.Map;

/**
 * Exit codes of containers in words: 126, 127 and 128 + n as a shell has them (POSIX 2.8.2), n the number of a signal of Linux
 * (signal(7)).
 */
final class ExitCodes {
    private static final Map<Integer, String> SIGNALS = Map.of(
            1, "hung up (SIGHUP)",
            2, "interrupted (SIGINT)",
            4, "illegal instruction (SIGILL)",
            6, "aborted (SIGABRT)",
            7, "bus error (SIGBUS), often too little shared memory",
            9, "killed (SIGKILL): out of memory, or the grace period was over",
            11, "segmentation fault (SIGSEGV)",
            13, "broken pipe (SIGPIPE)",
            15, "told to stop (SIGTERM)");

    private static final int SHELL = 128;

    private ExitCodes() {}

    /** What a code means; empty: nothing more than its number. */
    static String words(int code) {
        return switch (code) {
            case 0 -> "well";
            case 126 -> "the command could not be run";
            case 127 -> "the command was not found";
            default -> code > SHELL ? SIGNALS.getOrDefault(code - SHELL, "signal " + (code - SHELL)) : "";
        };
    }
}
