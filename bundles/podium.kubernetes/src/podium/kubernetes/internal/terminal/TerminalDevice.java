// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.terminal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import podium.kubernetes.texts.Texts;

/**
 * Two ends of Podium's own: that of a pseudoterminal, whose other end is the terminal of a program, and that of the pipe which is the
 * program's standard output. Not safe for threads.
 */
final class TerminalDevice implements AutoCloseable {
    /** Of Linux, the same on x86_64 and aarch64. */
    private static final int READ_WRITE = 2;

    private static final int NO_CONTROLLING_TERMINAL = 0400;
    private static final int WITHOUT_WAITING = 04000;
    private static final int NOT_FOR_OTHER_PROGRAMS = 02000000;
    private static final long SET_SIZE = 0x5414;
    private static final short READABLE = 1;
    private static final int TRY_AGAIN = 11;
    private static final int INTERRUPTED = 4;

    private static final int PIECE = 4096;
    /** Bytes of struct pollfd. */
    private static final int POLLED = 8;

    private static final int MOMENT = 100;
    private static final int CLOSED = -1;
    private static final byte[] NOTHING = {};

    private final Libc libc;
    private final String name;
    private int terminal;
    private int output;
    private int input;
    private boolean hungUp;

    /** Which of the two has something to read, or has ended. */
    record Ready(boolean terminal, boolean output) {}

    private TerminalDevice(Libc libc, int terminal, String name, int output, int input) {
        this.libc = libc;
        this.terminal = terminal;
        this.name = name;
        this.output = output;
        this.input = input;
    }

    static TerminalDevice open(Libc libc) throws IOException {
        int terminal = libc.must(
                "posix_openpt", READ_WRITE | NO_CONTROLLING_TERMINAL | WITHOUT_WAITING | NOT_FOR_OTHER_PROGRAMS);
        try (Arena arena = Arena.ofConfined()) {
            libc.must("grantpt", terminal);
            libc.must("unlockpt", terminal);
            MemorySegment name = arena.allocate(PIECE);
            libc.zero("ptsname_r", terminal, name, (long) PIECE);
            MemorySegment pipe = arena.allocate(JAVA_INT, 2);
            libc.must("pipe2", pipe, NOT_FOR_OTHER_PROGRAMS);
            return new TerminalDevice(
                    libc, terminal, name.getString(0), pipe.getAtIndex(JAVA_INT, 0), pipe.getAtIndex(JAVA_INT, 1));
        } catch (IOException e) {
            libc.call("close", terminal);
            throw e;
        }
    }

    /** The file of the other end. */
    String name() {
        return name;
    }

    /** The end of the pipe that the program writes to. */
    int input() {
        return input;
    }

    /** The program has its end of the pipe: once it closes that, the output has ended. */
    void started() {
        libc.call("close", input);
        input = CLOSED;
    }

    void size(int columns, int rows) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(JAVA_SHORT, 4);
            size.setAtIndex(JAVA_SHORT, 0, (short) rows);
            size.setAtIndex(JAVA_SHORT, 1, (short) columns);
            libc.must("ioctl", terminal, SET_SIZE, size);
        }
    }

    /** Waits a moment at most. */
    Ready await() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment polled = arena.allocate(2L * POLLED, Integer.BYTES);
            ask(polled, 0, hungUp ? CLOSED : terminal);
            ask(polled, POLLED, output);
            libc.call("poll", polled, 2L, MOMENT);
            return new Ready(hungUp || answered(polled, 0), answered(polled, POLLED));
        }
    }

    private static void ask(MemorySegment polled, long at, int end) {
        polled.set(JAVA_INT, at, end);
        polled.set(JAVA_SHORT, at + Integer.BYTES, READABLE);
    }

    private static boolean answered(MemorySegment polled, long at) {
        return polled.get(JAVA_SHORT, at + Integer.BYTES + Short.BYTES) != 0;
    }

    /** What the program wrote to its terminal; empty: nothing now. Call it when it is ready. */
    byte[] readTerminal() {
        Optional<byte[]> read = read(terminal);
        // nobody has it open: it may be opened again
        hungUp = read.isEmpty();
        return read.orElse(NOTHING);
    }

    /** What it wrote to its standard output; empty: it has ended. Call it when it is ready. */
    byte[] readOutput() {
        byte[] read = read(output).orElse(NOTHING);
        if (read.length == 0) {
            libc.call("close", output);
            output = CLOSED;
        }
        return read;
    }

    /** Whether the output has ended. */
    boolean isOver() {
        return output == CLOSED;
    }

    private Optional<byte[]> read(int end) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment piece = arena.allocate(PIECE);
            Libc.Result read;
            do {
                read = libc.call("read", end, piece, (long) PIECE);
            } while (read.value() < 0 && read.errno() == INTERRUPTED);
            if (read.value() > 0) {
                return Optional.of(piece.asSlice(0, read.value()).toArray(JAVA_BYTE));
            }
            return read.value() < 0 && read.errno() == TRY_AGAIN ? Optional.of(NOTHING) : Optional.empty();
        }
    }

    /** Types something; what a program that does not read leaves no room for is lost, as on any terminal. */
    void write(byte[] bytes) throws IOException {
        if (terminal == CLOSED) {
            throw new IOException(Texts.of("TerminalDevice.itHasEnded"));
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment all = arena.allocateFrom(JAVA_BYTE, bytes);
            Libc.Result written = libc.call("write", terminal, all, (long) bytes.length);
            all.fill((byte) 0);
            if (written.value() < 0 && written.errno() != TRY_AGAIN) {
                throw new IOException(Texts.of("TerminalDevice.itHasEnded"));
            }
        }
    }

    @Override
    public void close() {
        for (int end : new int[] {terminal, output, input}) {
            if (end != CLOSED) {
                libc.call("close", end);
            }
        }
        terminal = CLOSED;
        output = CLOSED;
        input = CLOSED;
    }
}
