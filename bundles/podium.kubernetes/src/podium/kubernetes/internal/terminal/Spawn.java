// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.terminal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Starts a program that leads a session of its own, whose controlling terminal, standard input and error are a terminal, and whose
 * standard output is a pipe. The first terminal that the leader of a session opens becomes the one that controls it (tty_open in
 * drivers/tty/tty_io.c of Linux); glibc calls setsid before the file actions (sysdeps/unix/sysv/linux/spawni.c). It inherits no other
 * file, no blocked and no ignored signal.
 */
final class Spawn {
    private static final int READ_WRITE = 2;
    private static final short FLAGS = 0x04 /* SETSIGDEF */ | 0x08 /* SETSIGMASK */ | 0x80 /* SETSID */;
    /** More than any of the structures of the call takes; the largest has 336 bytes. */
    private static final int STRUCTURE = 1024;

    private final Libc libc;

    Spawn(Libc libc) {
        this.libc = libc;
    }

    /**
     * The id of the program.
     *
     * @param environment all of it, NAME=value
     */
    int start(TerminalDevice device, List<String> command, List<String> environment) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment actions = arena.allocate(STRUCTURE, Long.BYTES);
            MemorySegment attributes = arena.allocate(STRUCTURE, Long.BYTES);
            libc.zero("posix_spawn_file_actions_init", actions);
            libc.zero("posix_spawnattr_init", attributes);
            try {
                files(arena, actions, device);
                signals(arena, attributes);
                MemorySegment id = arena.allocate(JAVA_INT);
                libc.zero(
                        "posix_spawn",
                        id,
                        arena.allocateFrom(command.getFirst()),
                        actions,
                        attributes,
                        strings(arena, command),
                        strings(arena, environment));
                return id.get(JAVA_INT, 0);
            } finally {
                libc.call("posix_spawn_file_actions_destroy", actions);
                libc.call("posix_spawnattr_destroy", attributes);
            }
        }
    }

    private void files(Arena arena, MemorySegment actions, TerminalDevice device) throws IOException {
        MemorySegment name = arena.allocateFrom(device.name());
        libc.zero("posix_spawn_file_actions_addopen", actions, 0, name, READ_WRITE, 0);
        libc.zero("posix_spawn_file_actions_adddup2", actions, device.input(), 1);
        libc.zero("posix_spawn_file_actions_adddup2", actions, 0, 2);
        libc.zero("posix_spawn_file_actions_addclosefrom_np", actions, 3);
    }

    private void signals(Arena arena, MemorySegment attributes) throws IOException {
        MemorySegment signals = arena.allocate(STRUCTURE, Long.BYTES);
        libc.must("sigfillset", signals);
        libc.zero("posix_spawnattr_setsigdefault", attributes, signals);
        libc.must("sigemptyset", signals);
        libc.zero("posix_spawnattr_setsigmask", attributes, signals);
        libc.zero("posix_spawnattr_setflags", attributes, FLAGS);
    }

    private static MemorySegment strings(Arena arena, List<String> texts) {
        MemorySegment array = arena.allocate(ADDRESS, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++) {
            array.setAtIndex(ADDRESS, i, arena.allocateFrom(texts.get(i)));
        }
        array.setAtIndex(ADDRESS, texts.size(), MemorySegment.NULL);
        return array;
    }
}
