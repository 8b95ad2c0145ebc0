// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.api.log.ContainerTail;

/** What runs behind the channels. */
sealed interface StreamedProgram {
    /** Why it cannot be started; empty: it can. */
    Optional<String> refusal();

    /** Runs to its end: the exit code. */
    int run(ShellConsole console) throws IOException, InterruptedException;

    /** A command of its own. */
    record Command(ContainerShell shell, List<String> command) implements StreamedProgram {
        @Override
        public Optional<String> refusal() {
            String program = command.getFirst();
            return shell.knows(program)
                    ? Optional.empty()
                    : Optional.of(
                            "Internal error occurred: Internal error occurred: error executing command in container:"
                                    + " failed to exec in container: failed to start exec: OCI runtime exec failed: exec"
                                    + " failed: unable to start container process: exec: \"" + program
                                    + "\": executable file not found in $PATH");
        }

        @Override
        public int run(ShellConsole console) throws IOException {
            return shell.run(command, console);
        }
    }

    /** The main process of the container: what it writes from now on. */
    record Attached(JsonNode pod, JsonNode container, Clock clock) implements StreamedProgram {
        private static final long LOOK_MILLIS = 200;

        @Override
        public Optional<String> refusal() {
            return Optional.empty();
        }

        @Override
        public int run(ShellConsole console) throws IOException, InterruptedException {
            ContainerTail tail = new ContainerTail(pod, container, clock);
            while (true) {
                for (String line : tail.more()) {
                    console.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }
}
