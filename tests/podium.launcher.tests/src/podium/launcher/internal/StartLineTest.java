// SPDX-License-Identifier: Apache-2.0
package podium.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartLineTest {
    @TempDir
    Path folder;

    @Test
    void whatIsNotTheStartsIsTheApplications() {
        StartLine line = StartLine.of("/opt/podium", "-data", "/home/a", "--fleet", "small", "-clearPersistedState");

        assertArrayEquals(new String[] {"--fleet", "small", "-clearPersistedState"}, line.application());
        assertEquals(Path.of("/home/a"), line.data());
        assertEquals(Path.of("/opt/podium/plugins"), line.plugins());
    }

    @Test
    void theLastFolderOfSettingsCounts() {
        StartLine line = StartLine.of("/opt/podium", "-data", "/home/a", "--fleet", "small", "-data", "/home/b");

        assertEquals(Path.of("/home/b"), line.data());
        assertArrayEquals(new String[] {"--fleet", "small"}, line.application());
    }

    @Test
    void aFolderThatIsNotNamedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> StartLine.of("/opt/podium"));
        assertThrows(IllegalArgumentException.class, () -> StartLine.of("/opt/podium", "-data", "/home/a", "-data"));
    }

    @Test
    void theFrameworksMemoryIsWithThePreparedClassesOrWithTheSettings() throws Exception {
        Path data = folder.resolve("data");
        StartLine line = StartLine.of(folder.toString(), "-data", data.toString());
        assertEquals(data.resolve("configuration"), line.configuration(), "nothing prepared");

        Files.createDirectory(folder.resolve(ClassesJar.FOLDER));
        assertEquals(folder.resolve(ClassesJar.FOLDER).resolve("configuration"), line.configuration());
    }
}
