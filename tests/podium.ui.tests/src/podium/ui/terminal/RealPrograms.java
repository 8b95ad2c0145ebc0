// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.condition.OS;
import podium.core.change.ClusterId;
import podium.core.shell.ShellCommand;
import podium.core.shell.ShellListener;
import podium.core.shell.ShellSession;
import podium.operation.shell.ShellService;

/** Shells that are a program of this machine on a terminal of its own, which util-linux's {@code script} gives it. */
final class RealPrograms implements ShellService, AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Path folder;
    private final String line;
    private Optional<Process> process = Optional.empty();
    private volatile int columns;

    private RealPrograms(Path folder, String line) {
        this.folder = folder;
        this.line = line;
    }

    /** Runs a line of sh with a program; the test is skipped where there is none, and says so. */
    static RealPrograms of(Path folder, String program, String line) {
        Assumptions.assumeTrue(OS.LINUX.isCurrentOs(), "skipped, script of util-linux is for Linux");
        for (String needed : List.of("script", "stty", program)) {
            boolean found = Stream.of(System.getenv("PATH").split(":"))
                    .anyMatch(path -> Files.isExecutable(Path.of(path, needed)));
            Assumptions.assumeTrue(found, "skipped, there is no " + needed + " here");
        }
        return new RealPrograms(folder, line);
    }

    @Override
    public Optional<String> whyNot(ClusterId cluster) {
        return Optional.empty();
    }

    @Override
    public List<Running> running(ClusterId cluster) {
        return process
                .filter(Process::isAlive)
                .map(it -> new Running(cluster, ShellCommand.shell("team", "real", "main"), it.toString()))
                .stream()
                .toList();
    }

    @Override
    public void end(ClusterId cluster, String why) {}

    @Override
    public ShellSession open(ClusterId cluster, ShellCommand command, int columns, int rows, ShellListener heard)
            throws IOException {
        Path tty = folder.resolve("tty");
        ProcessBuilder builder = new ProcessBuilder(
                        "script",
                        "-qec",
                        "stty -echo rows " + rows + " cols " + columns + "; tty > '" + tty
                                + "'; read go; stty echo; exec " + line,
                        "/dev/null")
                .redirectErrorStream(true);
        // as a container's runtime has it
        builder.environment().put("TERM", "xterm");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("SHELL", "/bin/sh");
        Process begun = builder.start();
        process = Optional.of(begun);
        this.columns = columns;
        threads.execute(() -> listen(begun, heard));
        return new Session(begun, tty);
    }

    private static void listen(Process begun, ShellListener heard) {
        byte[] some = new byte[4096];
        try (InputStream out = begun.getInputStream()) {
            for (int read = out.read(some); read >= 0; read = out.read(some)) {
                heard.output(Arrays.copyOf(some, read));
            }
            heard.ended(OptionalInt.of(begun.waitFor()), "");
        } catch (IOException | InterruptedException e) {
            heard.ended(OptionalInt.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** How wide the terminal was told to be last. The program begins when Enter is pressed, so that it need not be told again. */
    int columns() {
        return columns;
    }

    private final class Session implements ShellSession {
        private final Process process;
        private final Path tty;

        Session(Process process, Path tty) {
            this.process = process;
            this.tty = tty;
        }

        @Override
        public void type(byte[] bytes) throws IOException {
            OutputStream in = process.getOutputStream();
            in.write(bytes);
            in.flush();
        }

        @Override
        public void resize(int width, int rows) {
            try {
                // what is asked for before the terminal is there it has from the beginning
                for (int i = 0; i < 200 && (!Files.exists(tty) || Files.size(tty) == 0) && process.isAlive(); i++) {
                    process.waitFor(10, TimeUnit.MILLISECONDS);
                }
                new ProcessBuilder(
                                "stty",
                                "-F",
                                Files.readString(tty).strip(),
                                "rows",
                                String.valueOf(rows),
                                "cols",
                                String.valueOf(width))
                        .start()
                        .waitFor();
                columns = width;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    @Override
    public void close() {
        process.ifPresent(it -> {
            it.descendants().forEach(ProcessHandle::destroy);
            it.destroy();
        });
        threads.shutdownNow();
    }
}
