// SPDX-License-Identifier: Apache-2.0
package podium.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.testkit.Pipes;

class PlainFilesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aPipeHoldsNobodyUp() throws Exception {
        Path pipe = Pipes.at(folder.resolve("pipe"));
        for (Path path : new Path[] {pipe, Files.createSymbolicLink(folder.resolve("link"), pipe)}) {
            String why = assertTimeoutPreemptively(
                            Duration.ofSeconds(20),
                            () -> assertThrows(IOException.class, () -> PlainFiles.read(path, 100)))
                    .getMessage();
            assertEquals(path + ": this is a pipe, a socket or a device, not a plain file", why);
        }
    }

    @Test
    void aPipeIsNotOpenedForWritingEither() throws Exception {
        Path pipe = Pipes.at(folder.resolve("pipe"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThrows(IOException.class, () -> PrivateFiles.open(pipe, StandardOpenOption.WRITE)));
    }

    @Test
    void whatHasNoEndIsNotRead() {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "there are no devices here");
        assertThrows(IOException.class, () -> PlainFiles.read(Path.of("/dev/zero"), 100));
    }

    @Test
    void aFolderIsNoFileAndKeepsItsRights() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("a/b"));
        assertThrows(IOException.class, () -> PlainFiles.read(folder.resolve("a"), 100));
        assertThrows(IOException.class, () -> PrivateFiles.create(folder.resolve("a")));
        assertTrue(Files.isDirectory(inner), "it can still be entered");
    }

    @Test
    void moreThanWasForeseenIsNotRead() throws IOException {
        Path file = Files.write(folder.resolve("f"), new byte[1024]);
        assertEquals(1024, PlainFiles.read(file, 1024).length);
        Files.write(file, new byte[1025]);
        IOException e = assertThrows(IOException.class, () -> PlainFiles.read(file, 1024));
        assertEquals(file + ": the file is larger than 1 kB", e.getMessage());
    }

    @Test
    void aLinkToWhatIsNotThereIsNotAbsent() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("not-mounted/rules.json"));
        assertFalse(PlainFiles.isAbsent(link));
        assertTrue(PlainFiles.isAbsent(folder.resolve("nothing")));
        assertThrows(NoSuchFileException.class, () -> PlainFiles.text(link, 100));
    }
}
