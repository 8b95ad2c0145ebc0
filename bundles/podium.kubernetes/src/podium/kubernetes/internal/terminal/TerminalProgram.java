// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.terminal;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import podium.kubernetes.texts.Texts;

/**
 * A program on a terminal of its own, in a session of its own: it can ask on its standard input and on /dev/tty, without echo too.
 * When Podium dies, however it does, the system hangs the terminal up, and the program with it. Any thread; {@link #run} is called
 * once, on a thread of the platform, since it waits within the C library.
 */
public final class TerminalProgram {
    private static final int HANG_UP = 1;
    private static final int KILL = 9;
    private static final int CONTINUE = 18;
    private static final int WITHOUT_WAITING = 1;
    private static final int SIGNAL_BITS = 0x7f;
    private static final int CODE_SHIFT = 8;
    private static final int CODE_BITS = 0xff;
    private static final int UNKNOWN = 0xff00;
    /** How long one that was hung up on may take to clean up. */
    private static final Duration PATIENCE = Duration.ofMillis(500);
    /** How long what a program left running may still write after its end. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Libc libc;
    private final TerminalDevice device;
    private final int id;
    private boolean over;
    private long stopped;
    private int status;

    /** Hears what it writes, on the thread of {@link #run}. */
    public interface Listener {
        /** To its terminal. */
        void shown(byte[] bytes);

        /** To its standard output. */
        void answered(byte[] bytes);
    }

    /**
     * How it ended.
     *
     * @param signal that it was ended by; 0: none
     */
    public record End(int exitCode, int signal) {}

    private TerminalProgram(Libc libc, TerminalDevice device, int id) {
        this.libc = libc;
        this.device = device;
        this.id = id;
    }

    /** Why no program can have a terminal on this system, as half a sentence; empty: one can. */
    public static Optional<String> whyNot() {
        Optional<String> why = whyNot(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        if (why.isPresent()) {
            return why;
        }
        return Libc.ofProcess().isEmpty()
                ? Optional.of(Texts.of("TerminalProgram.podiumsTerminalForPrograms"))
                : Optional.empty();
    }

    static Optional<String> whyNot(String system, String machine) {
        return system.equals("Linux") && (machine.equals("amd64") || machine.equals("aarch64"))
                ? Optional.empty()
                : Optional.of(
                        Texts.of("TerminalProgram.podiumHasNoTerminal", system.replace("Mac OS X", "macOS"), machine));
    }

    /**
     * Starts one.
     *
     * @param command path and arguments
     * @param environment added to that of this process
     * @throws IOException when it cannot be started
     */
    public static TerminalProgram start(List<String> command, Map<String, String> environment, int columns, int rows)
            throws IOException {
        Optional<String> why = whyNot();
        if (why.isPresent()) {
            throw new IOException(why.get());
        }
        Libc libc = Libc.ofProcess().orElseThrow();
        TerminalDevice device = TerminalDevice.open(libc);
        try {
            device.size(columns, rows);
            Map<String, String> all = new HashMap<>(System.getenv());
            all.putAll(environment);
            int id = new Spawn(libc)
                    .start(
                            device,
                            command,
                            all.entrySet().stream()
                                    .map(it -> it.getKey() + "=" + it.getValue())
                                    .toList());
            device.started();
            return new TerminalProgram(libc, device, id);
        } catch (IOException e) {
            device.close();
            throw e;
        }
    }

    /** Lets it run to its end. */
    public End run(Listener listener) {
        long ended = 0;
        try {
            while (ended == 0 || !device.isOver() && System.nanoTime() - ended < REST.toNanos()) {
                turn(listener);
                if (ended == 0 && hasEnded()) {
                    ended = System.nanoTime();
                }
            }
            drain(listener);
        } finally {
            end();
        }
        return new End(status >> CODE_SHIFT & CODE_BITS, status & SIGNAL_BITS);
    }

    private void turn(Listener listener) {
        TerminalDevice.Ready ready = device.await();
        if (ready.terminal()) {
            tell(device.readTerminal(), listener::shown);
        }
        if (ready.output()) {
            tell(device.readOutput(), listener::answered);
        }
    }

    /** What it said last. */
    private void drain(Listener listener) {
        for (byte[] last = device.readTerminal(); last.length > 0; last = device.readTerminal()) {
            listener.shown(last);
        }
    }

    private static void tell(byte[] bytes, Consumer<byte[]> listener) {
        if (bytes.length > 0) {
            listener.accept(bytes);
        }
    }

    private synchronized boolean hasEnded() {
        if (stopped != 0 && System.nanoTime() - stopped > PATIENCE.toNanos()) {
            kill();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment how = arena.allocate(JAVA_INT);
            long ended = libc.call("waitpid", id, how, WITHOUT_WAITING).value();
            if (ended == 0) {
                return false;
            }
            status = ended < 0 ? UNKNOWN : how.get(JAVA_INT, 0);
            over = true;
            return true;
        }
    }

    private synchronized void end() {
        if (!over) {
            kill();
            libc.call("waitpid", id, MemorySegment.NULL, 0);
            over = true;
        }
        device.close();
    }

    private void kill() {
        ProcessHandle.of(id).ifPresent(it -> it.descendants().forEach(ProcessHandle::destroyForcibly));
        libc.call("kill", -id, KILL);
    }

    /** Types something into its terminal. */
    public synchronized void type(byte[] bytes) throws IOException {
        device.write(bytes);
    }

    /** Tells it how large its terminal is now. */
    public synchronized void resize(int columns, int rows) {
        try {
            device.size(columns, rows);
        } catch (IOException e) {
            // it has ended meanwhile
        }
    }

    /** Hangs up; what is still there after a moment is killed, with all that it started. Returns at once. */
    public synchronized void stop() {
        if (!over && stopped == 0) {
            stopped = System.nanoTime();
            libc.call("kill", -id, HANG_UP);
            libc.call("kill", -id, CONTINUE);
        }
    }
}
