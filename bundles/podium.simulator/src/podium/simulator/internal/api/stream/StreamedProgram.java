// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.internal.api.cache.WatchCache;
import podium.simulator.internal.api.http.ArrayOutput;
import podium.simulator.internal.api.log.ContainerRun;
import podium.simulator.internal.api.log.LogHandler;

/** What runs behind the channels. */
sealed interface StreamedProgram {
    /** 128 and the number of the signal. */
    int SIGKILL = 137;

    /** Why it cannot be started; empty: it can. */
    Optional<String> refusal();

    /** Runs to its end: the exit code. */
    int run(ShellConsole console) throws IOException, InterruptedException;

    /** The exit code that is told when its container is gone; an attach has none. */
    default int killed() {
        return 0;
    }

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

        @Override
        public int killed() {
            return SIGKILL;
        }
    }

    /**
     * The shell that a debug container is: it ends when its shell does, and goes on when nobody is attached any more. What was typed
     * before is read then, too, and what it writes is lost.
     */
    record Debugger(ContainerShell shell, List<String> command, IntConsumer ended) implements StreamedProgram {
        @Override
        public Optional<String> refusal() {
            return Optional.empty();
        }

        @Override
        public int run(ShellConsole console) throws IOException {
            ended.accept(shell.run(
                    command,
                    new ShellConsole(
                            console.in(),
                            lost(console.out()),
                            lost(console.err()),
                            console.terminal(),
                            console.window())));
            // how it ended is in the status of the pod; an attach has no exit code
            return 0;
        }

        private static OutputStream lost(OutputStream client) {
            return new ArrayOutput() {
                @Override
                public void write(byte @Nullable [] bytes, int offset, int length) {
                    try {
                        client.write(bytes, offset, length);
                    } catch (IOException e) {
                        // nobody is attached any more
                    }
                }
            };
        }
    }

    /** The main process of the container: what it writes from now on, which is its log. */
    record Attached(LogHandler logs, ContainerRun container, WatchCache pods) implements StreamedProgram {
        @Override
        public Optional<String> refusal() {
            return Optional.empty();
        }

        @Override
        public int run(ShellConsole console) throws IOException, InterruptedException {
            return logs.follow(container, pods, new LogHandler.Lines() {
                @Override
                public void line(byte[] bytes) throws IOException {
                    console.out().write(bytes);
                }

                @Override
                public void flush() {
                    // each line is a message of its own
                }
            });
        }
    }
}
