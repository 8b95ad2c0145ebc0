// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ReadRefused;
import podium.core.shell.ShellCommand;
import podium.simulator.SimulatorOptions;

/** Commands without a terminal in containers of the simulated fleet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCommandsTest {
    private SimulatedContainer there;
    private ClientCommands commands;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        there = new SimulatedContainer(
                folder,
                SimulatorOptions.defaults().withSpeed(0),
                it -> it.at("/metadata/namespace").asText().equals("serving"));
        commands = new ClientCommands(there.transport, new LazyClient(there.transport));
    }

    @AfterAll
    void stop() {
        there.close();
    }

    private ShellCommand command(String... words) {
        return new ShellCommand("serving", there.name(), "main", List.of(words));
    }

    @Test
    void bytesGoAndComeAsTheyAre() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        int code = commands.run(
                command("sh", "-c", "head -c \"$1\" | cat", "sh", Integer.toString(bytes.length)),
                new ByteArrayInputStream(bytes),
                back,
                OutputStream.nullOutputStream());
        assertEquals(0, code);
        assertArrayEquals(bytes, back.toByteArray());
    }

    @Test
    void whatGoesWrongIsOnTheOtherStreamAndTheExitCodeIsThatOfTheCommand() throws Exception {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = commands.run(
                command("tar", "cf", "-", "-C", "/data", "./nothing"),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                errors);
        assertEquals(2, code);
        assertTrue(errors.toString().contains("Cannot stat"), errors::toString);
    }

    /** A container without tar. */
    @Test
    void aProgramThatIsNotThereIsToldInTheWordsOfTheServer() {
        IOException failure = assertThrows(
                IOException.class,
                () -> commands.run(
                        command("nowhere"),
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream()));
        assertTrue(
                String.valueOf(failure.getMessage()).contains("executable file not found in $PATH"), failure::toString);
    }

    @Test
    void whoTakesNoMoreEndsTheCommand() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        IOException failure = assertThrows(
                IOException.class,
                () -> commands.run(
                        command("cat", "/etc/hostname"),
                        InputStream.nullInputStream(),
                        full,
                        OutputStream.nullOutputStream()));
        assertEquals("No space left on device", failure.getMessage());
    }

    @Test
    void aContainerThatIsNotThereIsToldInTheWordsOfTheServer() {
        assertThrows(
                ReadRefused.class,
                () -> commands.run(
                        new ShellCommand("serving", "gone", "main", List.of("ls")),
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream()));
    }
}
