// SPDX-License-Identifier: Apache-2.0
package podium.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import podium.testkit.OpenUmask;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PrivateFilesTest {
    @TempDir
    Path temporary = Path.of("");

    private final Properties before = new Properties();

    @BeforeEach
    void area() throws IOException {
        assumeTrue(OpenUmask.isKnown(), "files have no owners here");
        before.putAll(System.getProperties());
        System.setProperty("osgi.instance.area", "file:" + temporary.resolve("area") + "/");
    }

    @AfterEach
    void restore() {
        System.setProperties((Properties) before.clone());
    }

    @Test
    void theLogAndTheLayoutInTheWorkspaceAreClosedToOthers() throws IOException {
        Path area = Files.createDirectories(temporary.resolve("area"));
        Path metadata = Files.createDirectory(area.resolve(".metadata"));
        Files.setPosixFilePermissions(metadata, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(area, PosixFilePermissions.fromString("rwxr-xr-x"));
        Workspace.closeToOthers();
        assertEquals(List.of(area.toString()), OpenUmask.open(area), "a folder that may be shared is left as it is");
    }

    @Test
    void aFolderForAllIsLeftAsItIs() throws IOException {
        Path shared = Files.createDirectory(temporary.resolve("tmp"));
        Files.setAttribute(shared, "unix:mode", 01777);
        PrivateFiles.folder(shared);
        assertTrue(PrivateFiles.isSticky(shared));
        assertEquals("rwxrwxrwx", PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)));
    }

    @Test
    void aTextIsThereWholeOrNotAtAll() throws IOException {
        Path file = temporary.resolve("x");
        PrivateFiles.write(file, "old");
        Path full = Files.createDirectory(temporary.resolve("x.new"));
        Files.writeString(full.resolve("y"), "");
        assertThrows(IOException.class, () -> PrivateFiles.write(file, "new"));
        assertEquals("old", Files.readString(file));
        assertFalse(PrivateFiles.create(file), "it is there");
    }
}
