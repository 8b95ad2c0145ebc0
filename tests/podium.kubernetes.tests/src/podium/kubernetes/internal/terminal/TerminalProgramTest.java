// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import podium.testkit.Await;

/** What a program finds that has a terminal of its own, and that nothing of it outlives what it is for. */
@EnabledOnOs(OS.LINUX)
class TerminalProgramTest {
    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answered = new ByteArrayOutputStream();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private final class Heard implements TerminalProgram.Listener {
        @Override
        public void shown(byte[] bytes) {
            shown.writeBytes(bytes);
        }

        @Override
        public void answered(byte[] bytes) {
            answered.writeBytes(bytes);
        }
    }

    @Test
    void whereThereIsNoTerminalTheSystemIsNamed() {
        assertEquals(
                Optional.of("Podium has no terminal for programs on macOS (aarch64)"),
                TerminalProgram.whyNot("Mac OS X", "aarch64"));
        assertEquals(
                Optional.of("Podium has no terminal for programs on Windows 11 (amd64)"),
                TerminalProgram.whyNot("Windows 11", "amd64"));
        assertEquals(
                Optional.of("Podium has no terminal for programs on Linux (riscv64)"),
                TerminalProgram.whyNot("Linux", "riscv64"));
        assertEquals(Optional.empty(), TerminalProgram.whyNot("Linux", "amd64"));
    }

    private static TerminalProgram start(String script) throws IOException {
        return TerminalProgram.start(List.of("/bin/sh", "-c", script), Map.of("ASKED", "yes"), 80, 24);
    }

    private Future<TerminalProgram.End> run(TerminalProgram program) {
        return threads.submit(() -> program.run(new Heard()));
    }

    private void awaitShown(String text) {
        Await.until(() -> "shown is " + shown, () -> shown.toString().contains(text));
    }

    private static TerminalProgram.End end(Future<TerminalProgram.End> run) throws Exception {
        return run.get(60, TimeUnit.SECONDS);
    }

    private static void type(TerminalProgram program, String text) throws IOException {
        program.type(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatItAsksOnItsStandardInputIsAnsweredAndItsOutputStaysApart() throws Exception {
        TerminalProgram program = start("printf 'name: ' >&2; read name; echo \"$ASKED $name\"");
        Future<TerminalProgram.End> run = run(program);
        awaitShown("name: ");
        type(program, "ana\r");
        assertEquals(new TerminalProgram.End(0, 0), end(run));
        assertEquals("yes ana\n", answered.toString());
        assertFalse(shown.toString().contains("yes"), shown::toString);
    }

    @Test
    void aPasswordThatIsReadFromItsControllingTerminalIsNotEchoed() throws Exception {
        TerminalProgram program = start("stty -echo < /dev/tty; printf 'password: ' > /dev/tty; read p < /dev/tty;"
                + " stty echo < /dev/tty; printf %s \"$p\"");
        Future<TerminalProgram.End> run = run(program);
        awaitShown("password: ");
        type(program, "s3cret\r");
        assertEquals(new TerminalProgram.End(0, 0), end(run));
        assertEquals("s3cret", answered.toString());
        assertFalse(shown.toString().contains("s3cret"), shown::toString);
    }

    @Test
    void itsStandardInputAndErrorAreATerminalAndItsOutputIsNone() throws Exception {
        TerminalProgram program = start("[ -t 0 ] && [ -t 2 ] && [ ! -t 1 ] && [ \"$(tty)\" != 'not a tty' ]");
        assertEquals(new TerminalProgram.End(0, 0), end(run(program)));
    }

    @Test
    void itInheritsNoFileOfPodiumAndNoIgnoredSignal() throws Exception {
        Path secret = Files.writeString(folder.resolve("journal"), "x");
        try (var _ = Files.newByteChannel(secret)) {
            TerminalProgram program =
                    start("ls -l /proc/self/fd | awk '{print $NF}'; grep -E 'Sig(Blk|Ign)' /proc/self/status");
            assertEquals(new TerminalProgram.End(0, 0), end(run(program)));
        }
        String all = answered.toString();
        assertFalse(all.contains("journal"), all);
        assertFalse(all.contains("socket"), all);
        assertTrue(all.matches("(?s).*SigBlk:\\s0+\\nSigIgn:\\s0+\\n"), all);
    }

    @Test
    void itHearsHowLargeItsTerminalIs() throws Exception {
        TerminalProgram program =
                start("trap 'stty size >&2' WINCH; stty size >&2; while :; do read line && break; done");
        Future<TerminalProgram.End> run = run(program);
        awaitShown("24 80");
        program.resize(101, 33);
        awaitShown("33 101");
        type(program, "\r");
        assertEquals(new TerminalProgram.End(0, 0), end(run));
    }

    @Test
    void controlCInterruptsIt() throws Exception {
        TerminalProgram program = start("printf ready >&2; exec sleep 600");
        Future<TerminalProgram.End> run = run(program);
        awaitShown("ready");
        type(program, "\u0003");
        assertEquals(new TerminalProgram.End(0, 2), end(run));
    }

    @Test
    void anExitCodeIsTold() throws Exception {
        assertEquals(new TerminalProgram.End(7, 0), end(run(start("exit 7"))));
    }

    @Test
    void whatIsNotThereCannotBeStarted() {
        assertThrows(
                IOException.class,
                () -> TerminalProgram.start(List.of(folder.resolve("none").toString()), Map.of(), 80, 24));
    }

    @Test
    void stoppedItEndsWithAllThatItStartedThoughItWillNot() throws Exception {
        TerminalProgram program = start("trap '' HUP INT TERM; sleep 601 & echo $! > '" + folder.resolve("child")
                + "'; echo $$ > '" + folder.resolve("pid") + "'; printf ready >&2; while :; do sleep 602; done");
        Future<TerminalProgram.End> run = run(program);
        awaitShown("ready");
        program.stop();
        assertEquals(9, end(run).signal());
        awaitGone("pid");
        awaitGone("child");
        assertThrows(IOException.class, () -> type(program, "late"));
        program.resize(10, 10);
    }

    private void awaitGone(String file) throws IOException {
        long id = Long.parseLong(Files.readString(folder.resolve(file)).strip());
        Await.until(
                () -> file + " " + id + " is gone",
                () -> ProcessHandle.of(id).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void whatAProgramLeavesRunningDoesNotHoldItUp() throws Exception {
        TerminalProgram program = start("sleep 5 & printf done");
        assertEquals(new TerminalProgram.End(0, 0), end(run(program)));
        assertEquals("done", answered.toString());
    }

    /** What another Java process does until it is killed. */
    public static void main(String[] arguments) throws IOException {
        start("echo $$ > '" + arguments[0] + ".new'; mv '" + arguments[0] + ".new' '" + arguments[0]
                        + "'; exec sleep 600")
                .run(new TerminalProgram.Listener() {
                    @Override
                    public void shown(byte[] bytes) {
                        // nobody looks
                    }

                    @Override
                    public void answered(byte[] bytes) {
                        // nobody asks
                    }
                });
    }

    @Test
    void whenPodiumIsKilledItEndsToo() throws Exception {
        Path pid = folder.resolve("pid");
        Process podium = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx64m",
                        "-cp",
                        classes(TerminalProgram.class) + ":" + classes(TerminalProgramTest.class),
                        TerminalProgramTest.class.getName(),
                        pid.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Await.until(() -> "it runs", () -> Files.exists(pid) || !podium.isAlive());
            assertTrue(podium.isAlive());
        } finally {
            podium.destroyForcibly();
        }
        awaitGone("pid");
    }

    /** Where its bundle has its classes, in a jar or a folder, or in a project that is being built. */
    private static String classes(Class<?> of) throws Exception {
        Path place =
                Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
        return place + ":" + place.resolve("target/classes");
    }
}
